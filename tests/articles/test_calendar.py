"""Dates as news writes them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.calendar import date_at, find_date


@pytest.mark.parametrize(
    "text",
    [
        "March 4, 2024",
        "Mar. 4, 2024",
        "Monday, March 4, 2024",
        "Mon, Mar 4 2024",
        "4 March 2024",
        "4th of March, 2024",
        "the 4th of March 2024",
        "4-Mar-2024",
        "March 4/2024",
        "2024-03-04",
        "2024/03/04",
        "04.03.2024",
        "MARCH 4, 2024",
    ],
)
def test_a_day_with_its_year(text: str) -> None:
    found = date_at(text, 0)
    assert found is not None
    assert found.date == dt.date(2024, 3, 4)
    assert found.span == (0, len(text))


@pytest.mark.parametrize(
    ("text", "date"), [("31/12/2023", dt.date(2023, 12, 31)), ("12/31/2023", dt.date(2023, 12, 31))]
)
def test_slashes_where_only_one_reading_is_a_date(text: str, date: dt.date) -> None:
    found = find_date(text, 0, len(text))
    assert found is not None
    assert found.date == date


@pytest.mark.parametrize(
    "text",
    ["03/04/2024", "it may 3 times", "Feb. 30, 2024", "31.02.2024", "March 4:30", "Marching 4", "2024-13-01", "sun 5"],
)
def test_no_date(text: str) -> None:
    assert find_date(text, 0, len(text)) is None


def test_a_day_without_its_year() -> None:
    found = find_date("on Tuesday, Feb. 29 in Oslo", 0, 27)
    assert found is not None
    assert (found.year, found.month, found.day, found.weekday) == (None, 2, 29, 1)
    assert found.date is None
    assert found.in_year(2024) == dt.date(2024, 2, 29)
    assert found.in_year(2023) is None
    assert found.in_year(0) is None
    assert found.in_year(10_000) is None


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%d.%m.%Y"]),
)
def test_every_day_is_read(day: dt.date, form: str) -> None:
    text = f"On {day.strftime(form)} it rained"
    found = find_date(text, 0, len(text))
    assert found is not None
    assert found.date == day
    assert text[slice(*found.span)] == day.strftime(form)
