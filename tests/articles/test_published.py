"""The date of publication: the best evidence first, and none without evidence."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import find_article
from onrecord.articles.calendar import CalendarDate
from onrecord.articles.published import latest, near, resolve, weekday_of_news
from onrecord.records import Article, DateSource
from onrecord.sources import report_from_html, report_from_text

DAY = dt.date(2024, 3, 12)  # a Tuesday
REFERENCE = dt.date(2024, 6, 30)
STAMP = CalendarDate(2024, 3, 13, None, (0, 13))
DATELINE = CalendarDate(2024, 3, 12, None, (20, 33))
NO_YEAR = CalendarDate(None, 3, 12, None, (20, 28))


def test_the_sources_in_order_of_trust() -> None:
    def found(**known: object) -> tuple[dt.date, DateSource] | None:
        nothing = {"given": None, "page": None, "stamp": None, "dateline": None, "lead": None}
        published = resolve("", reference=REFERENCE, **{**nothing, **known})  # type: ignore[arg-type]
        return None if published is None else (published.date, published.how)

    given_, page = dt.date(2024, 3, 15), dt.date(2024, 3, 14)
    assert found(given=given_, page=page, stamp=STAMP, dateline=DATELINE) == (given_, DateSource.GIVEN)
    assert found(page=page, stamp=STAMP, dateline=DATELINE) == (page, DateSource.PAGE)
    assert found(stamp=STAMP, dateline=DATELINE) == (dt.date(2024, 3, 13), DateSource.DATELINE)
    assert found(dateline=DATELINE) == (DAY, DateSource.DATELINE)
    assert found(dateline=NO_YEAR) is None
    assert found() is None


def wire(lead: str, dateline: str = "OSLO, March 12 (Fjord News)") -> str:
    return (
        f"Ministers agree to meet again\n\n{dateline} - {lead}\n\nThe talks went on for three hours, the ministry said."
    )


@pytest.mark.parametrize(
    "lead",
    [
        "The ministers met on Tuesday in the harbour.",
        "The ministers met Tuesday, and will meet again on Friday.",
        "The ministers agreed on a treaty, officials said Tuesday, a day after fishermen protested on Monday.",
        "The court ruled Tuesday that the fleet must leave by Sunday.",
        "Three ships sank early on Tuesday off the coast.",
    ],
)
def test_a_weekday_told_of_the_same_day_gives_the_year(find: Callable[[str], Article], lead: str) -> None:
    published = find(wire(lead)).published
    assert published is not None
    assert (published.date, published.how) == (DAY, DateSource.DATELINE_WEEKDAY)
    assert published.reference == REFERENCE
    assert published.span is not None
    dateline = find(wire(lead)).dateline
    assert dateline is not None
    assert dateline.date == DAY


@pytest.mark.parametrize(
    "lead",
    [
        "The ministers will meet on Tuesday in the harbour.",
        "The ministers met last Tuesday in the harbour.",
        "The ministers are to meet next Tuesday.",
        "The ministers plan to leave by Tuesday.",
        "The ministers met in the harbour.",
        "The ministers met in the harbour. They spoke on Tuesday.",
        "The ministers met on Monday and on Tuesday.",
        "The Tuesday Club met in the harbour.",
    ],
)
def test_without_such_a_weekday_the_year_stays_unknown(find: Callable[[str], Article], lead: str) -> None:
    article = find(wire(lead))
    assert article.published is None
    assert article.dateline is not None
    assert article.dateline.date is None


def test_a_weekday_in_the_dateline_itself(find: Callable[[str], Article]) -> None:
    published = find(wire("The ministers met.", "OSLO, Tuesday, March 12 (Fjord News)")).published
    assert published is not None
    assert published.date == DAY


def test_a_given_date_gives_the_dateline_its_year() -> None:
    report = report_from_text(wire("The ministers met."), published=dt.date(2019, 3, 13))
    article = find_article(report, reference=REFERENCE)
    assert article.published is not None
    assert article.published.how is DateSource.GIVEN
    assert article.dateline is not None
    assert article.dateline.date == dt.date(2019, 3, 12)


def test_a_page_and_a_stamp(find: Callable[[str], Article]) -> None:
    html = (
        '<html><head><meta property="article:published_time" content="2024-03-14T08:00:00+01:00"></head>'
        "<body><article><h1>Ministers agree to meet again</h1><p>March 13, 2024</p>"
        "<p>OSLO, March 12 (Fjord News) - The ministers met in the harbour for three hours.</p></article></body></html>"
    )
    published = find_article(report_from_html(html)).published
    assert published is not None
    assert (published.date, published.how) == (dt.date(2024, 3, 14), DateSource.PAGE)
    stamped = find(
        "Ministers agree to meet again\n\nMarch 13, 2024\n\nThe ministers met in the harbour for three hours."
    )
    assert stamped.published is not None
    assert (stamped.published.date, stamped.published.how) == (dt.date(2024, 3, 13), DateSource.DATELINE)
    assert stamped.text[slice(*stamped.published.span or (0, 0))] == "March 13, 2024"


@pytest.mark.parametrize(
    ("sentence", "weekday"),
    [
        ("Nobody was hurt, police said on Friday.", 4),
        ("Ships left Monday's talks.", None),
        ("The strike began Wednesday.", 2),
        ("He said on Monday that it had begun on Saturday.", 0),
        ("", None),
    ],
)
def test_the_weekday_of_the_news(sentence: str, weekday: int | None) -> None:
    assert weekday_of_news(sentence, (0, len(sentence))) == weekday


@given(st.dates(), st.integers(1, 12), st.integers(1, 28), st.integers(0, 6))
def test_the_latest_day_lies_before_the_reference_and_agrees(
    reference: dt.date, month: int, day: int, weekday: int
) -> None:
    found = latest(CalendarDate(None, month, day, None, (0, 1)), weekday, reference)
    assert found is None or (found <= reference and (found.month, found.day, found.weekday()) == (month, day, weekday))


@given(st.dates(), st.integers(1, 12), st.integers(1, 31))
def test_a_dateline_is_dated_near_its_publication(published: dt.date, month: int, day: int) -> None:
    found = near(CalendarDate(None, month, day, None, (0, 1)), published)
    assert found is None or -2 <= (published - found).days <= 45
