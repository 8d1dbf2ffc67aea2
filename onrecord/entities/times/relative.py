"""Meanings of expressions that count from the report's date or from a date told before."""

import datetime as dt

from onrecord.entities.times import values
from onrecord.entities.times.context import Context
from onrecord.entities.times.dates import at_clock, choose
from onrecord.entities.times.grammar import Match
from onrecord.entities.times.tense import Direction
from onrecord.entities.times.values import Moment
from onrecord.records import TimeType

STEPS = {
    "this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1, "next": 1,
    "coming": 1, "upcoming": 1, "following": 1, "same": 0, "that": 0,
}  # fmt: skip


def deictic(match: Match, context: Context) -> Moment:
    """Yesterday, today, tomorrow."""
    return _from_today(context, "D", int(match.got["k"]))


def _from_today(context: Context, unit: str, steps: float) -> Moment:
    day = values.shift(context.today, unit, steps) if context.today else None
    return values.moment(unit, day)


def weekday(match: Match, context: Context) -> Moment:
    """A weekday by the tense of its clause, or with "last", "next", "this"."""
    number, which = int(match.got["w"]), match.got.get("which")
    today = context.today
    if today is None:
        return Moment(TimeType.DATE, f"XXXX-WXX-{number}", "D")
    since = (today.isoweekday() - number) % 7
    if which in ("last", "past"):
        return values.moment("D", values.shift(today, "D", -(since or 7)))
    if which in ("next",):
        return values.moment("D", values.shift(values.first_day("W", today), "D", 7 + number - 1))
    if which in ("coming", "upcoming"):
        return values.moment("D", values.shift(today, "D", (-since) % 7 or 7))
    if which == "this":
        return values.moment("D", values.shift(values.first_day("W", today), "D", number - 1))
    ahead = context.direction(match) in (Direction.FUTURE, Direction.PRESENT)
    return values.moment("D", values.shift(today, "D", (-since) % 7 if ahead else -since))


def unit_step(match: Match, context: Context) -> Moment | None:
    """This week, last month, next year: counted from the report's date."""
    unit = str(match.got["u"])
    if unit in values.SECONDS:
        return None
    step = STEPS[str(match.got.get("which", match.rule.settings.get("which")))]
    return _from_today(context, unit, step)


def month_step(match: Match, context: Context) -> Moment | None:
    """Last January, next May, this June."""
    number, which = int(match.got["m"]), str(match.got["which"])
    today = context.today
    if today is None:
        return Moment(TimeType.DATE, f"XXXX-{number:02}", "M")
    if which == "this":
        return values.moment("M", today.replace(month=number, day=1))
    months = values.around(today, number, 1)
    now = today.replace(day=1)
    if STEPS[which] < 0:
        return values.moment("M", max((m for m in months if m < now), default=None))
    return values.moment("M", min((m for m in months if m > now), default=None))


def told_step(match: Match, context: Context) -> Moment | None:
    """The year before, the following day, that month, the same week: counted from the date told before, if any."""
    unit = str(match.got["u"])
    step = STEPS[str(match.got.get("which", match.rule.settings.get("which")))]
    if context.text_at(match.last - 1) in ("before", "after") and not _closed(context, match.last):
        return None  # "the day after the attack" counts from the attack
    start = context.reference.day if context.reference and context.reference.day else None
    if step == 0:
        if context.text_at(match.last) in ("of", "in", "a", "last"):
            return None  # "the same month of last year" is found whole, in a later stage
        if start is None or context.reference is None or not _fine_enough(context.reference.unit, unit):
            return None
        return values.moment(unit, start)
    start = start if start and context.in_sentence(match) else context.today
    return values.moment(unit, values.shift(start, unit, step) if start else None)


def _closed(context: Context, index: int) -> bool:
    """Whether an item is a sign, the end of the block or the beginning of another clause."""
    item = context.item_at(index)
    return item is None or not item.text.isalnum() or item.text in ("when", "but", "and", "as", "because")


def _fine_enough(told: str, unit: str) -> bool:
    order = ["T", "D", "WE", "W", "FN", "M", "Q", "S", "H", "Y", "FY", "DE", "CE"]
    return told in order and unit in order and order.index(told) <= order.index(unit)


def ago(match: Match, context: Context) -> Moment | None:
    """Two days ago, a year from now: a day for days and weeks, else the month, year, decade."""
    count, unit = match.got.get("n", "X"), str(match.got["u"])
    sign = int(match.rule.settings.get("sign", -1))
    somewhen = Moment(TimeType.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF")
    if count == "X" or (unit in ("DE", "CE") and count != 1):
        return somewhen
    if context.today is None:
        return values.moment(unit if unit in values.UNKNOWN else "D", None)
    return _counted(context.today, unit, sign * float(count)) or somewhen  # "20,000 years ago" is before the calendar


def _counted(start: dt.date, unit: str, count: float) -> Moment | None:
    if unit in values.SECONDS and abs(count) * values.SECONDS[unit] < 86400:
        return Moment(TimeType.DURATION, values.duration(abs(count), unit))
    day = values.shift(start, unit, count)
    if day is None:
        return None
    if unit in ("Y", "M") and not float(count).is_integer():
        return values.moment("M", values.shift(start, "M", count * values.MONTHS[unit]))
    return values.moment(unit if unit in ("M", "Q", "Y", "DE", "CE") else "D", day)


def later(match: Match, context: Context) -> Moment | None:
    """Two days later: from the date told last; a length of time where none was told."""
    count, unit = match.got["n"], str(match.got["u"])
    sign = int(match.rule.settings.get("sign", 1))
    start = context.reference.day if context.reference else None
    told = context.reference.unit if context.reference else ""
    if (
        count == "X"
        or start is None
        or not context.in_block()
        or not _fine_enough(told, unit if unit not in values.SECONDS else "D")
    ):
        return Moment(TimeType.DURATION, values.duration(count if count == "X" else float(count), unit))
    return _counted(start, unit, sign * float(count))


def weekend(match: Match, context: Context) -> Moment:
    """The weekend: the last one, or that of this week when the verb looks ahead."""
    if context.today is None:
        return values.moment("WE", None)
    saturdays = [values.shift(values.first_day("WE", context.today), "W", k) for k in (-1, 0, 1)]
    way = context.direction(match)
    return values.moment(
        "WE",
        choose([day for day in saturdays if day], context.today, Direction.PAST if way is Direction.NONE else way),
    )


def part(match: Match, context: Context) -> Moment:
    """This morning, last night, tonight: a part of the day counted from the report's date."""
    steps = int(match.rule.settings.get("step", 0))
    letter = str(match.got.get("p", match.rule.settings.get("part", "NI")))
    day = values.shift(context.today, "D", steps) if context.today else None
    return at_clock(day, letter)


def part_told(match: Match, context: Context) -> Moment:
    """In the morning: on the day told last in its paragraph, else on that of the report."""
    return at_clock(_day_told(context), str(match.got["p"]))


def _day_told(context: Context) -> dt.date | None:
    told = context.reference
    return told.day if told and told.day and told.unit in ("D", "T") and context.in_block() else context.today


def since_start(match: Match, context: Context) -> Moment | None:
    """The end of the month, later in the day: the unit that the report's date, or the day told last, lies in."""
    unit = str(match.got["u"])
    if unit in values.SECONDS:
        return None
    return values.moment(unit, _day_told(context) if unit == "D" else context.today)


def same_period(match: Match, context: Context) -> Moment | None:
    """The same month of last year: the month, quarter or week told last, in that year."""
    inner, told = match.got["t"], context.reference
    if not isinstance(inner, Moment) or inner.day is None:
        return None
    if told is None or told.day is None or told.unit not in ("M", "Q", "W", "S"):
        return inner
    if told.unit == "S":
        return Moment(TimeType.DATE, f"{inner.day.year:04}{told.value[4:]}", "S", inner.day)
    return values.moment(told.unit, values.shift(told.day, "Y", inner.day.year - told.day.year))
