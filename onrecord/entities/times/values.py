"""TIMEX3 values and the calendar under them: units by their letter, shifting, weeks, seasons, movable feasts.

Letters: TS TM TH (clock units), D, W, WE (weekend), FN (fortnight), M, Q, Y, DE (decade), CE (century).
"""

import calendar
import datetime as dt
from dataclasses import dataclass

from onrecord.records import TimeType

DAYS = {"D": 1, "W": 7, "WE": 7, "FN": 14}
MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
SECONDS = {"TS": 1, "TM": 60, "TH": 3600}
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "FN": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX",
    "Y": "XXXX", "DE": "XXX", "CE": "XX", "TH": "XXXX-XX-XXTXX", "TM": "XXXX-XX-XXTXX:XX", "TS": "XXXX-XX-XXTXX:XX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """What an expression means: a TIMEX3 type and value.

    `unit` is the letter of its grain ("" for durations, sets and references without a date); `day` the first day of
    what it names, null where that is unknown; `clock` the time of day in a TIME ("15:00Z", "MO").
    """

    type: TimeType
    value: str
    unit: str = ""
    day: dt.date | None = None
    clock: str = ""


def date_value(unit: str, day: dt.date) -> str:
    """The value of the unit that a day lies in."""
    if unit in ("W", "WE", "FN"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    return {
        "D": day.isoformat(),
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
    }[unit]


def moment(unit: str, day: dt.date | None) -> Moment:
    """The unit that a day lies in, as a date; of unknown year and day where there is none."""
    if day is None:
        return Moment(TimeType.DATE, UNKNOWN[unit], unit)
    return Moment(TimeType.DATE, date_value(unit, day), unit, first_day(unit, day))


def first_day(unit: str, day: dt.date) -> dt.date:
    """The first day of the unit that a day lies in; the Saturday of its week for weekends."""
    if unit in ("W", "FN"):
        return day - dt.timedelta(days=day.isoweekday() - 1)
    if unit == "WE":
        return _moved(day, 6 - day.isoweekday()) or day
    if unit == "M":
        return day.replace(day=1)
    if unit == "Q":
        return dt.date(day.year, day.month - (day.month - 1) % 3, 1)
    if unit == "Y":
        return dt.date(day.year, 1, 1)
    if unit == "DE":
        return dt.date(max(1, day.year - day.year % 10), 1, 1)
    if unit == "CE":
        return dt.date(max(1, day.year - day.year % 100), 1, 1)
    return day


def shift(day: dt.date, unit: str, count: float) -> dt.date | None:
    """A day so many units later (earlier when negative), at the end of a shorter month; null outside the calendar."""
    if unit in SECONDS:
        return _moved(day, int(count * SECONDS[unit] / 86400))
    if unit in DAYS:
        return _moved(day, round(count * DAYS[unit]))
    months = day.year * 12 + day.month - 1 + round(count * MONTHS[unit])
    year, month = divmod(months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _moved(day: dt.date, days: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def duration(count: float | str, unit: str) -> str:
    """The value of so many units: P2D, PT3H, P2.5Y, PXY; a fortnight is two weeks, a weekend P1WE."""
    if unit == "FN":
        count, unit = (count if isinstance(count, str) else count * 2), "W"
    number = count if isinstance(count, str) else f"{count:g}" if count < 1e6 else f"{int(count)}"
    if unit in SECONDS and number == "0.5" and unit == "TH":
        return "PT30M"
    return f"PT{number}{unit[1]}" if unit in SECONDS else f"P{number}{unit}"


def valid(year: int, month: int, day: int) -> dt.date | None:
    """A date, or null where there is no such day or year in the calendar (1 to 9999)."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def around(today: dt.date, month: int, day: int, reach: int = 1) -> list[dt.date]:
    """A day of the year in this year and the years around it, as many to each side as the reach; never empty for a
    day that every year has."""
    days = (valid(today.year + step, month, day) for step in range(-reach, reach + 1))
    return [found for found in days if found is not None]


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus; Meeus, Astronomical Algorithms)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def holiday(rule: str, year: int) -> dt.date | None:
    """The day of a feast in a year, null outside the calendar; the forms of rules stand beside the table of feasts."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    if rule.startswith("easter"):
        return _moved(easter(year), int(rule[6:]))
    if "/" in rule:
        month, nth, weekday = map(int, rule.split("/"))
        if nth > 0:
            first = dt.date(year, month, 1)
            return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
        last = dt.date(year, month, calendar.monthrange(year, month)[1])
        return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    return valid(year, *map(int, rule.split("-")))
