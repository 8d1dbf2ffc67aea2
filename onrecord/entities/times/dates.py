"""Meanings of calendar expressions: written dates, months, years, decades, feasts, quarters, clock times."""

import datetime as dt
from collections.abc import Iterable

from onrecord.entities.times import values
from onrecord.entities.times.context import Context, Found
from onrecord.entities.times.grammar import Match
from onrecord.entities.times.items import CURRENCY
from onrecord.entities.times.tense import Direction
from onrecord.entities.times.values import Moment
from onrecord.entities.times.words import AMBIGUOUS_MONTHS
from onrecord.records import TimeType

DATE_PREPOSITIONS = frozenset(
    (
        "in since of until till by from to between and during before after for late early mid - through around about "
        "circa than last next this"
    ).split()
)
YEAR_NOUNS_PLURAL = frozenset(["games", "olympics", "elections", "championships", "polls", "talks", "world"])
YEARS_AROUND = 7  # a day and its weekday agree at least once in so many years before or after
FIRST_PLAIN_YEAR, LAST_PLAIN_YEAR = 1900, 2039  # years that need no preposition


def written(match: Match, context: Context) -> Moment | None:
    """2017-07-21, 2017-07-21T10:30Z, 7/21/2017."""
    if "iso" in match.got:
        raw = str(match.got["iso"])
        day = values.valid(int(raw[:4]), int(raw[5:7]), int(raw[8:10]))
        if day is None:
            return None
        if len(raw) > 10:
            return Moment(TimeType.TIME, raw, "T", day, raw[11:])
        return values.moment("D", day)
    first, second, year = map(int, str(match.got["slash"]).split("/"))
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    readings = [d for d in (values.valid(year, first, second), values.valid(year, second, first)) if d]
    if not readings:
        return None
    today = context.today
    return values.moment("D", min(readings, key=lambda d: abs((d - today).days)) if today else readings[0])


def date(match: Match, context: Context) -> Moment | None:
    """A month and a day, with or without weekday and year."""
    got = match.got
    return _day(got["m"], got["d"], told_year(match, context), got.get("w"), match, context)


def told_year(match: Match, context: Context) -> int | None:
    """The year in the match: written, or "last year" counted from the report's date."""
    if "y" in match.got:
        return int(match.got["y"])
    if "which" in match.got and context.today:
        return context.today.year + {"last": -1, "next": 1}.get(str(match.got["which"]), 0)
    return None


def date_range(match: Match, context: Context) -> list[Found] | None:
    """ "May 16-18", "Nov. 20 to Dec. 11": two dates."""
    got, at = match.got, match.at
    first = _day(got["m"], got["d"], got.get("y"), None, match, context)
    second = _day(got.get("m2", got["m"]), got["d2"], got.get("y"), None, match, context)
    if first is None or second is None:
        return None
    return [
        (match.first, max(at["d"], at["m"]) + 1 if "m2" in got or at["m"] < at["d"] else at["d"] + 1, first),
        (min(at["d2"], at.get("m2", at["d2"])), match.last, second),
    ]


def _day(month: int, day: int, year: int | None, weekday: int | None, match: Match, context: Context) -> Moment | None:
    if year is not None:
        found = values.valid(year, month, day)
        return values.moment("D", found) if found else None
    if values.valid(2000, month, day) is None:
        return None
    if context.today is None:
        return Moment(TimeType.DATE, f"XXXX-{month:02}-{day:02}", "D")
    days = values.around(context.today, month, day, reach=YEARS_AROUND)
    fitting = [d for d in days if weekday is None or d.isoweekday() == weekday]
    return values.moment("D", choose(fitting or days, context.today, context.direction(match)))


def choose(days: Iterable[dt.date], today: dt.date, way: Direction) -> dt.date:
    """The last of these days up to today, the next from today, or the nearest, by the direction."""
    ordered = sorted(days)
    past = [day for day in ordered if day <= today]
    future = [day for day in ordered if day >= today]
    if way is Direction.PAST and past:
        return past[-1]
    if way is Direction.FUTURE and future:
        return future[0]
    return min(ordered, key=lambda day: (abs((day - today).days), day > today))


def month(match: Match, context: Context) -> Moment | None:
    """A month, with or without its year."""
    number, told = int(match.got["m"]), told_year(match, context)
    if told is not None:
        return values.moment("M", values.valid(told, number, 1))
    index = match.at["m"]
    item = context.items[index]
    if item.text in AMBIGUOUS_MONTHS and "T" not in item.of and not _sure_month(index, match, context):
        return None
    if not item.capital or context.named(index, "PER"):
        return None
    if context.today is None:
        return Moment(TimeType.DATE, f"XXXX-{number:02}", "M")
    months = values.around(context.today, number, 1)
    return values.moment("M", choose(months, context.today.replace(day=1), context.direction(match)))


def _sure_month(index: int, match: Match, context: Context) -> bool:
    before = context.text_at(match.first - 1)
    if context.xpos(index) not in ("NNP", "NN", "CD", ""):
        return False
    neighbour = context.item_at(match.last)
    followed_by_name = neighbour is not None and neighbour.capital and context.xpos(match.last) == "NNP"
    return before in DATE_PREPOSITIONS and not followed_by_name


def year(match: Match, context: Context) -> Moment | None:
    """A bare year, where the words around it do not make it a count."""
    number, index = int(match.got["y"]), match.at["y"]
    before, after = context.text_at(index - 1), context.item_at(index + 1)
    tight_before = context.item_at(index - 1)
    if before in CURRENCY or before in ("no", "number", "page", "room", "flight", "."):
        return None
    if before in ("-", "/", ":") and tight_before and tight_before.end == context.items[index].start:
        earlier = context.item_at(index - 2)
        told_before = earlier is not None and bool(earlier.of.keys() & {"T", "YEAR"})
        if not told_before and context.text_at(index - 2) not in ("mid", "early", "late", "pre", "post"):
            return None
    if after is not None:
        if after.of.keys() & {"UNIT", "UNITS", "MULTIPLIER", "AMPM", "ZONE"} or after.text in ("%", "percent", "km"):
            return None
        if after.text == "-" and context.item_at(index + 2) and "UNIT" in context.items[index + 2].of:
            return None
        sure = before in DATE_PREPOSITIONS and before not in ("of", "about", "around", "than", "to", "for", "from")
        counted = context.xpos(index + 1) in ("NNS", "NNPS") and after.text not in YEAR_NOUNS_PLURAL
        about = tight_before is not None and "ABOUT" in tight_before.of and after.text.isalpha()
        if (counted or about) and not sure:
            return None
    if not FIRST_PLAIN_YEAR <= number <= LAST_PLAIN_YEAR and before not in ("in", "since", "until", "by", "during"):
        return None
    return values.moment("Y", values.valid(number, 1, 1))


def short_year(match: Match, context: Context) -> Moment:
    """'82"""
    return values.moment("Y", values.valid(int(match.got["y"]), 1, 1))


def decade(match: Match, context: Context) -> Moment:
    """The 1990s, the '60s, the nineties."""
    digits = str(match.got["d"])
    return Moment(TimeType.DATE, digits, "DE", values.valid(int(digits) * 10, 1, 1))


def century(match: Match, context: Context) -> Moment | None:
    """The 19th century."""
    number = int(match.got["n"]) - 1
    return Moment(TimeType.DATE, f"{number:02}", "CE", values.valid(max(1, number * 100), 1, 1))


def feast(match: Match, context: Context) -> Moment | None:
    """A feast or a day with a name, with or without its year."""
    rule = str(match.got["h"])
    if "y" in match.got:
        return values.moment("D", values.holiday(rule, int(match.got["y"])))
    if context.today is None:
        fixed = rule[2] == "-" and rule[:2].isdigit()
        return Moment(TimeType.DATE, f"XXXX-{rule}" if fixed else "XXXX-XX-XX", "D")
    which = match.got.get("which")
    year_now = context.today.year
    days = [day for k in (-1, 0, 1) if (day := values.holiday(rule, year_now + k)) is not None]
    way = {"last": Direction.PAST, "next": Direction.FUTURE}.get(str(which)) or context.direction(match)
    if which == "this":
        return values.moment("D", values.holiday(rule, year_now))
    return values.moment("D", choose(days, context.today, way))


def season(match: Match, context: Context) -> Moment | None:
    """A season of a year, of this, last or next year, or the nearest one."""
    letter = str(match.got["s"])
    if "y" in match.got:
        return _season(letter, int(match.got["y"]))
    if context.today is None:
        return Moment(TimeType.DATE, f"XXXX-{letter}", "S")
    which = match.got.get("which")
    year_now, start = context.today.year, values.SEASON_START[letter]
    if which in ("last", "past", "previous"):
        return _season(letter, year_now if context.today.month >= start + 3 else year_now - 1)
    if which in ("next", "coming", "upcoming"):
        return _season(letter, year_now if context.today.month < start else year_now + 1)
    if which == "this":
        return _season(letter, year_now)
    starts = values.around(context.today, start, 1)
    return _season(letter, choose(starts, context.today, context.direction(match)).year)


def _season(letter: str, year_number: int) -> Moment | None:
    day = values.valid(year_number, values.SEASON_START[letter], 1)
    return None if day is None else Moment(TimeType.DATE, f"{year_number:04}-{letter}", "S", day)


def quarter(match: Match, context: Context) -> Moment | None:
    """The fourth quarter (of a year), the second half."""
    unit = str(match.rule.settings.get("unit", "Q"))
    number = {"final": 4, "last": 4}.get(str(match.got["n"])) or int(match.got["n"])
    count = {"Q": 4, "H": 2}[unit]
    if not 1 <= number <= count:
        return None
    told = match.got.get("y")
    first_month = (number - 1) * 12 // count + 1
    year_number = told.day.year if isinstance(told, Moment) and told.day else told if isinstance(told, int) else None
    if year_number is None:
        if context.today is None:
            return Moment(TimeType.DATE, f"XXXX-{unit}{number}", unit)
        starts = values.around(context.today, first_month, 1)
        way = context.direction(match)
        year_number = choose(starts, context.today, Direction.PAST if way is Direction.NONE else way).year
    start = values.valid(year_number, first_month, 1)
    return Moment(TimeType.DATE, f"{year_number:04}-{unit}{number}", unit, start)


def fiscal(match: Match, context: Context) -> Moment | None:
    """Fiscal 2007, this financial year."""
    told = match.got.get("y")
    if told is None:
        if context.today is None:
            return Moment(TimeType.DATE, "FYXXXX", "FY")
        told = context.today.year + {"last": -1, "next": 1}.get(str(match.got.get("which")), 0)
    start = values.valid(int(told), 1, 1)
    return None if start is None else Moment(TimeType.DATE, f"FY{int(told):04}", "FY", start)


def clock(match: Match, context: Context) -> Moment | None:
    """A time of the clock, on the day told in its sentence, else on the day of the report."""
    got = match.got
    told = clock_value(got)
    if told is None:
        return None
    day = context.today
    if context.reference and context.reference.unit == "D" and context.in_sentence(match):
        day = context.reference.day
    return at_clock(day, told)


def clock_value(got: dict[str, object]) -> str | None:
    """Hours and minutes as TIMEX3 writes them ("15:00", "16:08Z"), or null for no time of the clock."""
    hours, _, minutes = str(got["c"]).partition(":")
    hour = int(hours)
    half = str(got.get("half", ""))
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minutes or '00'}{got.get('z') or ''}"


def at_clock(day: dt.date | None, told: str) -> Moment:
    """A time of the clock or a part of the day on a day; midnight at its end belongs to the day (24:00)."""
    date_part = day.isoformat() if day else "XXXX-XX-XX"
    return Moment(TimeType.TIME, f"{date_part}T{told}", "T", day, told)
