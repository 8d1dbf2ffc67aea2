"""What holds for every report: anchors, unresolved forms, order, and texts made to break a reader."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.entities.times import find_times
from onrecord.entities.times.values import around, easter, holiday, shift
from onrecord.records import Article, Block, BlockKind, Dateline, DateSource, Parse, Published

WORDS = [
    "Monday",
    "last",
    "next",
    "this",
    "the",
    "of",
    "in",
    "year",
    "years",
    "week",
    "two",
    "3",
    "p.m.",
    "GMT",
    ",",
    ".",
    "-",
    "1998",
    "May",
    "March",
    "12",
    "31",
    "second",
    "quarter",
    "ago",
    "later",
    "early",
    "'s",
    "Christmas",
    "a",
    "half",
    "and",
    "hundred",
    "twenty",
    "every",
    "since",
    "end",
    "day",
    "'",
    "(",
    ")",
    "2017-02-30",
    "99/99/9999",
    "24:61",
    "00:00",
    "décembre",
]


def article(text: str, published: dt.date | None = None, dateline: Dateline | None = None) -> Article:
    return Article(
        "x",
        text,
        (Block(BlockKind.PARAGRAPH, 0, len(text)),) if text else (),
        published=Published(published, DateSource.GIVEN) if published else None,
        dateline=dateline,
    )


def values(text: str, published: dt.date | None = None, dateline: Dateline | None = None) -> list[str]:
    return [t.value for t in find_times(article(text, published, dateline), Parse(text, (), ()))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on January 31 for Oslo.", "XXXX-01-31"),
        ("He left on Tuesday for Oslo.", "XXXX-WXX-2"),
        ("He left in October.", "XXXX-10"),
        ("He left last year.", "XXXX"),
        ("He left yesterday.", "XXXX-XX-XX"),
        ("He left at 3 p.m. yesterday.", "XXXX-XX-XXT15:00"),
        ("He left in 2011.", "2011"),
    ],
)
def test_without_a_date_the_unknown_stays_unknown(text: str, value: str) -> None:
    assert values(text) == [value]


def test_the_dateline_stands_in_for_the_date_of_publication() -> None:
    dateline = Dateline("OSLO", dt.date(2020, 2, 29), None, (0, 4))
    assert values("He left yesterday.", dateline=dateline) == ["2020-02-28"]


def test_the_date_in_the_dateline_block_is_found_and_bylines_are_not_read() -> None:
    text = "By May Summers\nOSLO, March 4 (Reuters) -\nIt rained."
    blocks = (
        Block(BlockKind.BYLINE, 0, 14),
        Block(BlockKind.DATELINE, 15, 40),
        Block(BlockKind.PARAGRAPH, 41, len(text)),
    )
    found = find_times(
        Article("x", text, blocks, published=Published(dt.date(2016, 3, 4), DateSource.GIVEN)), Parse(text, (), ())
    )
    assert [(text[t.start : t.end], t.value) for t in found] == [("March 4", "2016-03-04")]


@pytest.mark.parametrize(
    "text",
    [
        "About 2000 people came and 1500 dollars were found.",
        "They may march against it in a second car.",
        "Shares fell 3.41% to 1998.25 points.",
        "Prime Minister Theresa May spoke.",
        "It costs $1999 at flight 1549.",
        "a mon ami, the sun sat low",
        "It lost a quarter of its value.",
        "It is 31 of 12, see 25:70 and 99/99/9999.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert values(text, dt.date(2017, 7, 21)) == []


def test_a_person_named_like_a_month_is_no_month() -> None:
    from onrecord.records import Name

    text = "In April we met April Jones and, in June, Theresa May."
    names = (Name(16, 27, 0, 0, "PER"), Name(42, 53, 0, 0, "PER"))
    found = find_times(article(text, dt.date(2017, 7, 21)), Parse(text, (), (), names))
    assert [text[t.start : t.end] for t in found] == ["April", "June"]


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from([None, dt.date(2017, 7, 21), dt.date.min]))
def test_spans_lie_in_the_text_in_order_and_apart(words: list[str], published: dt.date | None) -> None:
    text = " ".join(words)
    found = find_times(article(text, published), Parse(text, (), ()))
    assert all(0 <= t.start < t.end <= len(text) and t.value and t.why for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found == find_times(article(text, published), Parse(text, (), ()))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for t in find_times(article(text, dt.date(2017, 7, 21)), Parse(text, (), ())):
        assert text[t.start : t.end].strip()


EDGES = [dt.date.min, dt.date(1, 12, 31), dt.date(9998, 1, 1), dt.date(9999, 2, 28), dt.date.max]
EXPRESSIONS = [
    "last May",
    "next May",
    "this May",
    "in May",
    "on March 31",
    "on February 29",
    "on Monday",
    "last Monday",
    "next Monday",
    "this Monday",
    "yesterday",
    "tomorrow",
    "last week",
    "next week",
    "last weekend",
    "next weekend",
    "the weekend",
    "last month",
    "next month",
    "last quarter",
    "next quarter",
    "the fourth quarter",
    "last year",
    "next year",
    "last decade",
    "next century",
    "last summer",
    "next winter",
    "in winter",
    "last Christmas",
    "next Easter",
    "on Good Friday",
    "on Easter Monday",
    "fiscal last year",
    "last fiscal year",
    "next fiscal year",
    "two years ago",
    "20,000 years ago",
    "ten centuries from now",
    "a million days ago",
    "three weeks later",
    "March 4 last year",
    "March 4 next year",
    "in the year 9999",
    "in 0000",
    "in the 9990s",
    "the 99th century",
    "last night",
    "tomorrow morning",
    "the same month last year",
    "the following day",
    "the year before",
]


@pytest.mark.parametrize("today", EDGES)
@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_the_calendar_ends_without_an_error(expression: str, today: dt.date) -> None:
    for verb in ("came", "will come"):
        for one in values(f"They {verb} {expression}.", today):
            assert one


@given(st.lists(st.sampled_from(EXPRESSIONS), min_size=1, max_size=6), st.dates())
def test_any_day_may_be_that_of_the_report(expressions: list[str], today: dt.date) -> None:
    assert values(f"They came {' and '.join(expressions)}.", today) == values(
        f"They came {' and '.join(expressions)}.", today
    )


@pytest.mark.parametrize(
    ("year", "day"), [(2008, dt.date(2008, 3, 23)), (2017, dt.date(2017, 4, 16)), (2019, dt.date(2019, 4, 21))]
)
def test_easter(year: int, day: dt.date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize("year", [0, -1, 10_000])
@pytest.mark.parametrize("rule", ["12-25", "easter-2", "11/4/4", "5/-1/1"])
def test_a_year_outside_the_calendar_has_no_feasts(rule: str, year: int) -> None:
    assert holiday(rule, year) is None


def test_a_day_of_the_year_in_the_years_around() -> None:
    assert around(dt.date(2017, 7, 21), 2, 29, reach=3) == [dt.date(2016, 2, 29), dt.date(2020, 2, 29)]
    assert around(dt.date.min, 5, 1) == [dt.date(1, 5, 1), dt.date(2, 5, 1)]
    assert around(dt.date.max, 5, 1) == [dt.date(9998, 5, 1), dt.date(9999, 5, 1)]


def test_shifting_keeps_to_the_calendar() -> None:
    assert shift(dt.date(2016, 3, 31), "M", -1) == dt.date(2016, 2, 29)
    assert shift(dt.date(2016, 2, 29), "Y", 1) == dt.date(2017, 2, 28)
    assert shift(dt.date(9999, 12, 31), "D", 1) is None
    assert shift(dt.date(1, 1, 1), "CE", -1) is None
