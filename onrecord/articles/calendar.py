"""Dates as news writes them: English month and weekday names, and full or partial dates at a place in a text."""

import datetime as dt
import re
from dataclasses import dataclass

from onrecord.records import Span

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "febr": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "mon": 0, "tuesday": 1, "tue": 1, "tues": 1, "wednesday": 2, "wed": 2, "thursday": 3, "thu": 3,
    "thur": 3, "thurs": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
}  # fmt: skip
FULL_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:])"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_WEEKDAY = r"(?:(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?,?\s+)?"

_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}{_MONTH}\s*{_DAY}(?:(?:,?\s*|/){_YEAR})?",  # Tuesday, Jan. 31, 2023
        rf"{_WEEKDAY}(?:the\s+)?{_DAY}(?:\s+of)?[\s-]+{_MONTH}(?:,?[\s-]*{_YEAR})?",  # 31 January 2023
        r"(?P<weekday>)(?P<year>(?:19|20)\d\d)[-/.](?P<month>[01]\d)[-/.](?P<day>[0-3]\d)(?!\d)",  # 2023-01-31
        rf"(?P<weekday>)(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.{_YEAR}",  # 31.01.2023, always the day first
        rf"(?P<weekday>)(?P<day>1[3-9]|2\d|3[01])/(?P<month>[01]?\d)/{_YEAR}",  # 31/01/2023: what cannot be a month
        rf"(?P<weekday>)(?P<month>[01]?\d)/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}",  # 01/31/2023
    )
)
LEAP_YEAR = 2000  # a year in which every day of the calendar exists


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day as a text writes it; `year` and `weekday` (Monday is 0) are null where it does not say."""

    year: int | None
    month: int
    day: int
    weekday: int | None
    span: Span

    def in_year(self, year: int) -> dt.date | None:
        """The day in a year, null where that year has no such day."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def date(self) -> dt.date | None:
        """The day itself, null where its year is not written."""
        return None if self.year is None else self.in_year(self.year)


def date_at(text: str, position: int, end: int | None = None) -> CalendarDate | None:
    """The date that begins right at a position, null where none does. `end` bounds what is read."""
    limit = len(text) if end is None else end
    for pattern in _DATES:
        match = pattern.match(text, position, limit)
        found = _calendar_date(match) if match else None
        if found is not None:
            return found
    return None


def find_date(text: str, start: int, end: int) -> CalendarDate | None:
    """The first date that stands between two positions, null where there is none."""
    matches = [match for pattern in _DATES for match in pattern.finditer(text, start, end)]
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        before = text[match.start() - 1] if match.start() else " "
        found = None if before.isalnum() else _calendar_date(match)
        if found is not None:
            return found
    return None


def _calendar_date(match: re.Match[str]) -> CalendarDate | None:
    name = match["month"].lower()
    if match["month"][0].islower():  # "it may 3 times": months and weekdays are written with a capital
        return None
    month = MONTHS[name] if name in MONTHS else int(name)
    day = int(match["day"])
    year = int(match["year"]) if match["year"] else None
    try:
        dt.date(LEAP_YEAR if year is None else year, month, day)
    except ValueError:
        return None
    weekday = WEEKDAYS[match["weekday"].lower()] if match["weekday"] else None
    return CalendarDate(year, month, day, weekday, match.span())
