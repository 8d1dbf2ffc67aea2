"""Meanings of lengths of time, sets and vague references, and of expressions put together from those found before."""

from onrecord.entities.times import values
from onrecord.entities.times.context import Context, Found
from onrecord.entities.times.dates import at_clock
from onrecord.entities.times.grammar import Match
from onrecord.entities.times.values import Moment
from onrecord.records import TimeType


def length(match: Match, context: Context) -> Moment | None:
    """Two years, several months, a 12-hour flight, decades."""
    count, unit = match.got.get("n", match.rule.settings.get("count", 1)), str(match.got["u"])
    if unit in ("TS", "Q") and context.text_at(match.first) not in ("the", "single") and not _counted(match, context):
        return None
    return Moment(TimeType.DURATION, values.duration(count, unit))


def _counted(match: Match, context: Context) -> bool:
    """Seconds and quarters as units: not "a second car", "about a quarter", "three quarters of the votes"."""
    if match.got.get("n", 1) == 1:
        return False
    fraction = match.got["n"] == 3 and context.text_at(match.last) == "of" and match.last - match.first == 2
    return not fraction or str(match.got["u"]) == "TS"


def ordinal_length(match: Match, context: Context) -> Moment | None:
    """Its second year: a length of so many years (as TIMEX3 corpora have it)."""
    return Moment(TimeType.DURATION, values.duration(int(match.got["n"]), str(match.got["u"])))


def two_lengths(match: Match, context: Context) -> list[Found] | None:
    """Between 60 and 90 days: two lengths."""
    got, at = match.got, match.at
    unit = str(got["u"])
    return [
        (match.first, at["n"] + 1, Moment(TimeType.DURATION, values.duration(got["n"], unit))),
        (at["n2"], match.last, Moment(TimeType.DURATION, values.duration(got["n2"], unit))),
    ]


def repeated(match: Match, context: Context) -> Moment | None:
    """Every year, daily, once a week: a set of times that far apart."""
    unit = str(match.got.get("u", match.rule.settings.get("unit")))
    count = match.got.get("n", match.rule.settings.get("count", 1))
    return Moment(TimeType.SET, values.duration(count, unit))


def weekdays(match: Match, context: Context) -> Moment:
    """On Fridays, every Monday."""
    return Moment(TimeType.SET, f"XXXX-WXX-{int(match.got['w'])}")


def reference(match: Match, context: Context) -> Moment | None:
    """Now, recently, the future."""
    return Moment(TimeType.DATE, str(match.rule.settings["value"]))


def widened(match: Match, context: Context) -> Moment | None:
    """Early 2009, the end of this year, later Tuesday: the value of what stands inside."""
    inner = match.got["t"]
    return inner if isinstance(inner, Moment) else None


def part_of_day(match: Match, context: Context) -> Moment | None:
    """Monday morning, the evening of May 5."""
    inner = match.got["t"]
    if not isinstance(inner, Moment):
        return None
    if inner.day is None:
        return Moment(TimeType.TIME, f"{inner.value}T{match.got['p']}", "T", None, str(match.got["p"]))
    return at_clock(inner.day, str(match.got["p"]))


def clock_on(match: Match, context: Context) -> Moment | None:
    """3 p.m. on Tuesday, Tuesday at 3 p.m.: the time of the clock on that day."""
    day, told = match.got["t"], match.got["c"]
    if not isinstance(day, Moment) or not isinstance(told, Moment):
        return None
    if day.day is None:
        return Moment(TimeType.TIME, f"{day.value}T{told.clock}", "T", None, told.clock)
    return at_clock(day.day, told.clock)
