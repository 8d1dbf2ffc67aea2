"""A reading as a web page that needs nothing else: no network, no script, no file beside it.

The text of a report may hold anything, scripts included. All of it is escaped, and the page forbids scripts and
requests to the browser besides. Layers of marks are switched on and off by style rules alone.
"""

from functools import cache
from importlib.resources import files

from onrecord.records import Reading
from onrecord.views.anchors import Anchors
from onrecord.views.lookup import Lookup, how_found
from onrecord.views.markup import Markup, element, together
from onrecord.views.page_record import Record
from onrecord.views.page_report import Report
from onrecord.views.visible import one_line

FORBID = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
SWITCHES = (("actors", "Actors"), ("claims", "Claims"), ("events", "Events"), ("times", "Times and places"))


def page(reading: Reading) -> str:
    """The whole page: the report with its marks and, beside it, the record."""
    title = one_line(reading.article.title or reading.article.origin or "A report")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=FORBID),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", f"{title} – on record"),
        element("style", _style("record.css"), _style("page.css")),
    )
    body = element("body", _body(reading), class_="onrecord-page")
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def fragment(reading: Reading) -> str:
    """The same for a notebook: one element, with a style that touches nothing outside of it."""
    return together(element("style", _style("record.css")), _body(reading))


def _body(reading: Reading) -> Markup:
    lookup, anchors = Lookup(reading), Anchors(reading)
    parts = element("div", Report(lookup, anchors).write(), Record(lookup, anchors).write(), class_="sheet")
    return element("div", _masthead(lookup, anchors), parts, class_="onrecord")


def _masthead(lookup: Lookup, anchors: Anchors) -> Markup:
    article = lookup.reading.article
    skip = element("a", "To the record", href=f"#{anchors.part('record')}", class_="skip")
    facts = [element("span", one_line(article.source), class_="source")] if article.source else []
    if article.published:
        told = together(f"Published {article.published.date}, {how_found(article.published)}")
        span = article.published.span
        facts.append(anchors.to_text(span, told) if span else element("span", told))
    else:
        facts.append(element("span", "Date of publication not known"))
    facts.append(element("span", one_line(article.url or article.origin), class_="origin"))
    return element("header", skip, element("p", *facts, class_="facts"), _switches(), class_="masthead")


def _switches() -> Markup:
    labels = [
        element("label", element("input", type="checkbox", class_=f"show-{name}", checked=True), words, class_=name)
        for name, words in SWITCHES
    ]
    return element("fieldset", element("legend", "Show"), *labels, class_="switches")


@cache
def _style(name: str) -> Markup:
    """A style sheet of ours."""
    return Markup((files(__package__) / "data" / name).read_text(encoding="utf-8"))
