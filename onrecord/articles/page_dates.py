"""Reads the date of publication that a page states for machines: JSON-LD, `meta` and `time` elements, its own address.

Only what is named as the date of publication counts, never a date of modification. Many pages state the moment in UTC;
where the address holds a day (…/2023/01/31/…) beside it, that is the day on the outlet's own calendar and is taken.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from onrecord.articles.calendar import find_date

LONGEST_SCRIPT = 1_000_000  # characters of JSON-LD that are read; news pages have some thousands
LONGEST_DATE = 60  # characters of a date as pages state it
ONE_DAY = dt.timedelta(days=1)
_NAMES = (
    "article:published_time article:published article.published datepublished og:published_time og:pubdate pubdate"
    " publishdate publish-date publish_date publication_date published_at publishtime parsely-pub-date sailthru.date"
    " dc.date.issued dcterms.issued dc.date dcterms.created dc.date.created citation_publication_date bt:pubdate pdate"
    " cxenseparse:recs:publishtime rnews:datepublished sn-post-date date"
).split()
_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle BlogPosting"
    " LiveBlogPosting Report WebPage ReviewNewsArticle SocialMediaPosting".split()
)
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:[/_-]|$)|/((?:19|20)\d\d)/([a-z]{3})/(\d\d)/")
_MODIFIED = re.compile(r"updat|modif|comment|event")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def page_date(tree: HtmlElement, url: str | None) -> dt.date | None:
    """The date of publication that the page states, null where it states none. `url` is the page's own address."""
    stated = next(_stated(tree), None)
    written = _date_in_url(url or "")
    if stated is not None and written is not None:
        return written if abs(stated - written) <= ONE_DAY else stated
    return stated or written


def _stated(tree: HtmlElement) -> Iterator[dt.date]:
    for found in (_json_ld(tree), _meta(tree), _time(tree)):
        for value in found:
            date = _date(value)
            if date is not None:
                yield date


def _json_ld(tree: HtmlElement) -> Iterator[str]:
    """`datePublished` of the articles in the page's JSON-LD, in order."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not script.text:
            continue
        if len(script.text) > LONGEST_SCRIPT:
            continue
        try:
            stack: list[Any] = [json.loads(script.text, strict=False)]
        except (ValueError, RecursionError):  # RecursionError: brackets nested thousands deep
            continue
        while stack:
            item = stack.pop()
            if isinstance(item, list):
                stack.extend(reversed(item))
            elif isinstance(item, dict):
                types = item.get("@type")
                if _TYPES.intersection(_strings(types)) and isinstance(item.get("datePublished"), str):
                    yield item["datePublished"]
                stack.extend(
                    value for key, value in item.items() if key in ("@graph", "mainEntity", "mainEntityOfPage")
                )


def _strings(value: Any) -> list[str]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _meta(tree: HtmlElement) -> list[str]:
    """The contents of `meta` elements that name a date of publication, the plainest names first."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return [found[name] for name in _NAMES if name in found]


def _time(tree: HtmlElement) -> Iterator[str]:
    """The moments of `time` elements that are marked as those of publication, else the page's only one."""
    elements = list(tree.iter("time"))
    marked = [one for one in elements if "pubdate" in one.attrib or "datepublished" in _lower(one, "itemprop")]
    if not marked and len(elements) == 1 and not _MODIFIED.search(_lower(elements[0], "class", "itemprop")):
        marked = elements
    for element in marked:
        yield element.get("datetime") or element.text or ""


def _lower(element: HtmlElement, *attributes: str) -> str:
    return " ".join((element.get(attribute) or "").lower() for attribute in attributes)


def _date(value: str) -> dt.date | None:
    value = value[:LONGEST_DATE]
    compact = _COMPACT.match(value)
    if compact is not None:
        return _calendar_day(*compact.groups())
    found = find_date(value, 0, len(value))
    return found.date if found is not None else None


def _date_in_url(url: str) -> dt.date | None:
    match = _IN_URL.search(url.lower())
    if match is None:
        return None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
    if month in _MONTHS:
        month = str(_MONTHS.index(month) + 1)
    return _calendar_day(year, month, day)


def _calendar_day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
