"""The date that a page states for machines, and no other date on it."""

import datetime as dt

import pytest
from lxml.html import HtmlElement

from onrecord.articles.html_tree import parse_html
from onrecord.articles.page_dates import page_date

DAY = dt.date(2024, 3, 12)


def tree(head: str, body: str = "<p>Ministers met.</p>") -> HtmlElement:
    parsed = parse_html(f"<html><head>{head}</head><body>{body}</body></html>")
    assert parsed is not None
    return parsed


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-03-12T08:00:00+01:00">',
        '<meta name="pubdate" content="20240312">',
        '<meta itemprop="datePublished" content="March 12, 2024">',
        '<meta name="DC.date.issued" content="2024-03-12">',
        '<meta name="date" content="Tue, 12 Mar 2024 08:00:00 GMT">',
        ld('{"@type": "NewsArticle", "datePublished": "2024-03-12T08:00:00Z", "dateModified": "2024-04-01"}'),
        ld('{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2024-03-12"}]}'),
        ld('[{"@type": "BreadcrumbList"}, {"@type": "BlogPosting", "datePublished": "2024-03-12"}]'),
        ld('{"@type": "NewsArticle", "datePublished": "2024-03-12", "headline": "two\nlines"}'),
        ld("{broken") + '<meta name="date" content="2024-03-12">',
        ld("[" * 100_000) + '<meta name="date" content="2024-03-12">',
        ld('{"@type": "NewsArticle", "datePublished": "0001-01-01"}') + '<meta name="date" content="2024-03-12">',
    ],
)
def test_stated_dates(head: str) -> None:
    assert page_date(tree(head), None) == DAY


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2024-03-12T08:00:00Z">today</time>',
        '<time itemprop="datePublished" datetime="2024-03-12">x</time><time datetime="2020-01-01">y</time>',
        '<time datetime="2020-01-01">y</time><time pubdate>March 12, 2024</time>',
    ],
)
def test_time_elements(body: str) -> None:
    assert page_date(tree("", body), None) == DAY


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<p>March 12, 2024</p>"),
        ('<meta property="article:modified_time" content="2024-03-12">', ""),
        (ld('{"@type": "Event", "datePublished": "2024-03-12"}'), ""),
        (ld('{"@type": "NewsArticle", "datePublished": 20240312}'), ""),
        ("", '<time datetime="2024-03-12">x</time><time datetime="2020-01-01">y</time>'),
        ("", '<time class="updated" datetime="2024-03-12">x</time>'),
        ('<meta name="date" content="soon">', ""),
        ('<meta name="date" content="20241399">', ""),
    ],
)
def test_what_states_no_date_of_publication(head: str, body: str) -> None:
    assert page_date(tree(head, body), None) is None


def test_the_address_gives_the_day_on_the_outlets_calendar() -> None:
    stated = tree('<meta name="date" content="2024-03-13T02:10:00Z">')
    assert page_date(stated, "https://fjord.example/2024/03/12/talks") == DAY
    assert page_date(stated, "https://fjord.example/2024/mar/12/talks") == DAY
    assert page_date(stated, "https://fjord.example/2019/03/12/talks") == dt.date(2024, 3, 13)
    assert page_date(tree(""), "https://fjord.example/news/20240312/talks") == DAY
    assert page_date(tree(""), "https://fjord.example/2024/13/45/talks") is None
