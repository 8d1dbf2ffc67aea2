"""The date of publication, on evidence: given, or from the page, or from the dateline, or from its day and a weekday.

A dateline without its year ("Jan. 31") is dated by a weekday that the lead tells of the same day ("met Tuesday"): the
latest year up to the reference date in which they agree. Agencies name the day of the news by its bare weekday in the
narrative past; a weekday with a modifier ("last Tuesday", "by Tuesday") or under a future verb may be any other day.
"""

import datetime as dt
import re

from onrecord.articles.calendar import FULL_WEEKDAYS, WEEKDAYS, CalendarDate
from onrecord.articles.verbs import is_past
from onrecord.records import DateSource, Published, Span

LEAD = 600  # characters of the lead in which its first sentence is looked for; the longest wire leads have about 400
YEARS_BACK = 40  # a day and weekday agree every 5, 6 or 11 years, the 29th of February every 28 (40 over a century)
NEAR = 45  # days that a dateline may lie before the date of publication that a page or a user states
AHEAD = 2  # days that it may lie after it: time zones, the next day's edition
_WEEKDAY = re.compile(r"\b(" + "|".join(FULL_WEEKDAYS) + r")\b(?!['’]s)(?!\s+(?:nights?|after next|week)\b)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# A weekday after one of these words may be any other day.
_MODIFIERS = frozenset(
    "last next coming following previous every each until till by before since after from through past late between"
    " to a the for most starting beginning effective of".split()
)
# A clause with one of these words tells of what is to come, or of what may be.
_FUTURE = frozenset(
    "will would shall won't to plan plans planned planning expect expects expected scheduled due set slated next"
    " may might"
    " could should must if ahead before until".split()
)
_SPEECH = frozenset("said says told announced reported confirmed declared stated warned urged added".split())
_AROUND = frozenset("on early late".split())  # stand between a verb and its weekday
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\"”])[.!?][\"”’]?\s+(?=[\"“A-Z])")
_CLAUSE = re.compile(r"[,;:]|\b(?:that|which|who|after|as|while|when|where|because)\b|—|--")


def resolve(
    text: str,
    *,
    given: dt.date | None,
    page: dt.date | None,
    stamp: CalendarDate | None,
    dateline: CalendarDate | None,
    lead: Span | None,
    reference: dt.date,
) -> Published | None:
    """The date of publication and how it was found; null without evidence.

    Sources in order of trust: `given` by the user or feed, `page` metadata, a `stamp` or `dateline` with its year, a
    `dateline` without one whose weekday is told in itself or in the `lead`. `reference` bounds the last of these.
    """
    if given is not None:
        return Published(given, DateSource.GIVEN)
    if page is not None:
        return Published(page, DateSource.PAGE)
    for written in (stamp, dateline):
        if written is not None and written.date is not None:
            return Published(written.date, DateSource.DATELINE, span=written.span)
    if dateline is None:
        return None
    weekday = dateline.weekday if dateline.weekday is not None else weekday_of_news(text, lead)
    date = None if weekday is None else latest(dateline, weekday, reference)
    if date is None:
        return None
    return Published(date, DateSource.DATELINE_WEEKDAY, reference=reference, span=dateline.span)


def latest(written: CalendarDate, weekday: int, reference: dt.date) -> dt.date | None:
    """The latest day up to the reference that has the written month, day and weekday."""
    for year in range(reference.year, max(dt.MINYEAR, reference.year - YEARS_BACK) - 1, -1):
        date = written.in_year(year)
        if date is not None and date <= reference and date.weekday() == weekday:
            return date
    return None


def near(written: CalendarDate, published: dt.date) -> dt.date | None:
    """The day that a dateline means in a report published on a day: its own year's, else the one close before it."""
    if written.date is not None:
        return written.date
    for year in (published.year, published.year - 1, published.year + 1):
        date = written.in_year(year) if dt.MINYEAR <= year <= dt.MAXYEAR else None
        if date is not None and -AHEAD <= (published - date).days <= NEAR:
            return date
    return None


def weekday_of_news(text: str, lead: Span | None) -> int | None:
    """The weekday that the lead's first sentence tells its news of, null where none or several are told."""
    if lead is None:
        return None
    sentence = text[lead[0] : min(lead[1], lead[0] + LEAD)]
    end = _SENTENCE_END.search(sentence)
    if end is not None:
        sentence = sentence[: end.start()]
    told: list[tuple[bool, int]] = []
    for match in _WEEKDAY.finditer(sentence):
        before = sentence[: match.start()]
        clause = _words(_CLAUSE.split(before)[-1])
        words = _words(before)
        near = [word for word in words if word not in _AROUND][-2:]  # "told reporters", "said"
        if words and _nearest(words) in ("and", "or"):
            return None  # of two days, neither is the one
        if not words or _nearest(words) in _MODIFIERS or _FUTURE.intersection(clause) or not any(map(is_past, words)):
            continue
        told.append((not _SPEECH.isdisjoint(near), WEEKDAYS[match.group().lower()]))
    spoken = {weekday for speech, weekday in told if speech}
    days = spoken or {weekday for _, weekday in told}
    return days.pop() if len(days) == 1 else None


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _nearest(words: list[str]) -> str:
    """The word before a weekday, "on" apart."""
    return words[-2] if words[-1] == "on" and len(words) > 1 else words[-1]
