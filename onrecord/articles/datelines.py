"""Reads datelines: "GENEVA, March 4 (Reuters) -", "Jan. 31 (UPI) --", "MOSCOW (Sputnik) —", "Friday, July 21, 2017".

A dateline is a place, a date and an agency, each at most once and in any order, with separators between them, and an
end: a dash or colon, the bracket of an agency, a stop, or the end of the line. It is read part by part from the left;
of the stretches that end so, the longest counts whose parts are evidence enough. An agency that is known to sign is
evidence by itself, a date needs a place or an agency beside it, a bare place must be on the map or told of in the text.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from onrecord.articles.calendar import CalendarDate, date_at
from onrecord.records import Span

LONGEST = 140  # characters; three places, a full date and a long agency's name come to about 110
MOST_WORDS = 5  # of a place or an agency: "Thomson Reuters Foundation", "Aboard the USS Midway"
TOLD_WITHIN = 4000  # characters after the dateline in which a place that is on no map must be told of

_WORD = r"[^\W\d_](?:[\w.'’`]|(?!(?<=[A-Z]{3})-[A-Z][a-z])-(?=\w))*"  # "Port-au-Prince", but "SANA-The" is two words
_NAME_WORD = re.compile(_WORD)
_BRACKETED = re.compile(r"\(([^()\n]{2,45})\)|\[([^\[\]\n]{2,30})\]|/\s?([^/\n]{2,30}?)\s?/")
_SEPARATOR = re.compile(r"(?:[\s,.;|]|/(?!\s?[^/\n]{2,30}/))*")
_CLOCK = re.compile(r"[\s,/|]+\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|[A-Z]{2,3}T))?\b", re.IGNORECASE)
_DASH = re.compile(r"[\s.,]*(?:-{2,3}|[—―]|[-–‒](?=[\s\"“'‘(A-Z]|$))\s*")
_COLON = re.compile(r"\s*:(?=\s|$)\s*")
_REGION = re.compile(rf"\s*[,/]\s*(?=(?P<name>{_WORD}))|\s*\[(?=(?P<bracketed>[^\[\]\n]{{2,30}}\]))")
_PARTICLES = frozenset(
    "al and at d da das de del della den der des di do dos du e el en es la las le les los of on sur the upon"
    " van y".split()
)  # fmt: skip
# Words that begin a sentence and never a dateline, and words that announce a piece ("WATCH: …").
_NO_PLACE = frozenset(
    "a about after all also although an and as at before between but by during for from how if in it its most of"
    " off on or over"
    " since so that their then there these they this those through to under until what when where which while"
    " who why with yet"
    " advisory alert analysis background blog breaking brief bulletin caution column comment commentary"
    " corrected correction"
    " editorial embargoed exclusive explainer factbox feature file flash fact gallery insight interview just"
    " live more news"
    " newsmaker note obituary opinion photo photos pictures podcast police preview profile read refile repeat"
    " report review"
    " special spotlight story subscribe summary timeline tip update updated urgent video warning watch wrapup".split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline as written. `span` covers it with its sign; `rest` is where the lead begins, or the unit's end."""

    span: Span
    rest: int
    place: Span | None
    date: CalendarDate | None
    agency: Span | None


@dataclass(frozen=True, slots=True)
class _Parts:
    """What has been read: `last` is the kind of the last part, `signed` whether a sign stood before the place."""

    place: Span | None = None
    date: CalendarDate | None = None
    agency: Span | None = None
    known: bool = False  # the agency is one of the table
    bracketed: bool = False  # the agency stands in brackets or between strokes
    signed: bool = False
    last: str = ""


@cache
def agencies() -> frozenset[str]:
    """The agencies and outlets that sign datelines, as they sign."""
    table = resources.files("onrecord.articles").joinpath("data/agencies.txt").read_text(encoding="utf-8")
    return frozenset(line for line in table.splitlines() if line and not line.startswith("#"))


def find_dateline(text: str, start: int, end: int) -> FoundDateline | None:
    """The dateline that the unit `[start, end)` of a text begins with, null where it begins with none."""
    window = min(end, start + LONGEST)
    parts, position = _Parts(), start
    best: FoundDateline | None = None
    while True:
        taken = _bracket(text, position, window, parts) or _plain(text, position, window, parts)
        if taken is None:
            return best
        parts, position = taken
        mark, after, rest = _ending(text, position, end, parts)
        if mark and _accepted(text, parts, mark, rest, end):
            best = FoundDateline((start, after), rest, parts.place, parts.date, parts.agency)
        if mark in ("dash", "colon"):
            position = rest
            parts = replace(parts, signed=parts.signed or parts.place is None)
        else:
            position = _after(_SEPARATOR, text, position, window)


def _bracket(text: str, position: int, end: int, parts: _Parts) -> tuple[_Parts, int] | None:
    """A part in brackets or between strokes: a date, an agency, or a place after its date ("May 4, 2023 (JUBA)")."""
    match = _BRACKETED.match(text, position, end)
    if match is None:
        return None
    span = match.span(match.lastindex or 1)
    date = date_at(text, *span) if parts.date is None else None
    if date is not None and date.span == span:
        return replace(parts, date=date, last="date"), match.end()
    name = text[slice(*span)]
    known = name.strip() in agencies()
    if parts.agency is not None or not (known or _may_be_agency(name)):
        return None
    if not known and parts.place is None and parts.date is not None and name.isupper() and on_map(name):
        return replace(parts, place=span, last="place"), match.end()
    return replace(parts, agency=span, known=known, bracketed=True, last="agency"), match.end()


def _plain(text: str, position: int, end: int, parts: _Parts) -> tuple[_Parts, int] | None:
    """A part without brackets: a date, an agency of the table, a place, or an unknown agency after a date."""
    date = date_at(text, position, end) if parts.date is None else None
    if date is not None:
        return replace(parts, date=date, last="date"), _after(_CLOCK, text, date.span[1], end)
    stop = _name_end(text, position, end)
    name = text[position:stop]
    if not name:
        return None
    bare = name.rstrip(".")  # "YEREVAN, JANUARY 31, ARMENPRESS."
    known = bare in agencies()
    if parts.agency is None and (known or (parts.date is not None and bare.isupper() and 2 <= len(bare) <= 8)):
        span = (position, position + len(bare))
        return replace(parts, agency=span, known=known, last="agency"), span[1]
    if parts.place is not None or name.split()[0].lower().strip(".") in _NO_PLACE:
        return None
    stop = _with_regions(text, stop, end)
    return replace(parts, place=(position, stop), last="place"), stop


def _name_end(text: str, position: int, end: int) -> int:
    """Where the capitalised words that begin at a position end; the position itself where none does."""
    stop, words = position, 0
    while words < MOST_WORDS:
        match = _NAME_WORD.match(text, stop + 1 if words else stop, end)
        if match is None or (words and (text[stop] != " " or date_at(text, match.start(), end) is not None)):
            break
        word = match.group()
        if not word[0].isupper() and (not words or word.lower() not in _PARTICLES):
            break
        words, stop = words + 1, match.end()
        if word.endswith(".") and not _abbreviated(word):
            return stop - 1
    while stop > position and text[stop - 1] == "." and not _abbreviated(text[position:stop].split()[-1]):
        stop -= 1
    return stop


def _abbreviated(word: str) -> bool:
    """Whether a word with a stop is a state or title cut short ("Calif.", "D.C.", "St."), not the end of a sentence."""
    if word.count(".") != 1:
        return word.endswith(".")
    return word in ("Calif.", "Minn.", "Okla.") or len(word) <= (3 if word.isupper() else 4)


def _with_regions(text: str, stop: int, end: int) -> int:
    """The end of a place with what follows it: its state or country, a second city, at most two of them."""
    for _ in range(2):
        match = _REGION.match(text, stop, end)
        if match is None or date_at(text, match.end(), end) is not None:
            break
        begin = match.end()
        further = _name_end(text, begin, end)
        if match["bracketed"]:
            further += text[further : further + 1] == "]"
        if further == begin or text[begin:further] in agencies():
            break
        stop = further
    return stop


def _may_be_agency(name: str) -> bool:
    """Whether a name in brackets has an agency's shape: up to five capitalised words, no digits."""
    words = name.split()
    return (
        0 < len(words) <= MOST_WORDS
        and not any(character.isdigit() for character in name)
        and all(word[0].isupper() or word.lower() in _PARTICLES for word in words)
    )


def _ending(text: str, position: int, end: int, parts: _Parts) -> tuple[str, int, int]:
    """How a dateline may end at a position: the kind of end (empty for none), its last character, the lead's first."""
    for kind, pattern in (("dash", _DASH), ("colon", _COLON)):
        match = pattern.match(text, position, min(end, position + LONGEST))
        if match is not None:
            rest = match.end()
            return kind, position + len(text[position:rest].rstrip()), rest
    rest = _after(_SEPARATOR, text, position, end)
    if rest >= end:
        return "line", position, end
    if parts.last == "agency" and (parts.bracketed or text[position] == "."):
        return "closed", position, rest
    if parts.last == "date" and text[position] in ". " and rest > position:
        return ("stop" if text[position] == "." else "gap"), position, rest
    return "", position, rest


def _accepted(text: str, parts: _Parts, mark: str, rest: int, end: int) -> bool:
    """Whether what was read before an end of this kind is a dateline."""
    if not _begins_sentence(text, rest, end) and not (parts.known and mark == "dash"):
        return False
    place, date = parts.place, parts.date
    if place is not None and parts.signed and not text[slice(*place)].isupper():
        return False  # what follows the first sign is the lead, unless a place in capitals stands there
    if mark == "gap":
        return place is None and date is not None and None not in (date.year, date.weekday)
    if mark in ("line", "stop"):
        dated = date is not None and (date.year is not None or parts.known or (mark == "stop" and place is not None))
        return (dated and (mark == "line" or place is not None)) or (parts.known and place is not None)
    if parts.known:
        signed = mark == "dash" or (mark == "closed" and parts.bracketed)
        return (place is not None and (date is not None or _credible(text, place))) or date is not None or signed
    if mark == "closed":
        return place is not None and date is not None
    if date is not None:
        return place is not None or parts.agency is not None or (date.year is not None and mark == "dash")
    return place is not None and _placed(text, place, parts.bracketed, mark)


def _placed(text: str, place: Span, agency: bool, mark: str) -> bool:
    """Whether a place alone, or with an unknown agency in brackets, is a dateline before this sign."""
    name = text[slice(*place)]
    first = re.split(r"[,/\[]", name)[0].strip()
    if agency:
        return first.isupper() or on_map(first)
    if first.isupper() and len(first) > 2:
        return on_map(first) or (mark == "dash" and (first != name or _told_of(text, first, place[1])))
    return mark == "dash" and on_map(first)


def _credible(text: str, place: Span) -> bool:
    first = re.split(r"[,/\[]", text[slice(*place)])[0].strip()
    return first.isupper() or on_map(first)


def _told_of(text: str, name: str, position: int) -> bool:
    """Whether the story tells of a place of this name, written as in the name of a place."""
    pattern = rf"\b(?:in|near|outside|around|leaving)\s+{re.escape(name.title())}\b(?!['’])"
    return re.search(pattern, text[position : position + TOLD_WITHIN]) is not None


def _begins_sentence(text: str, position: int, end: int) -> bool:
    while position < end and text[position] in "\"'“‘«([*":
        position += 1
    return position >= end or text[position].isupper() or text[position].isdigit()


def _after(pattern: re.Pattern[str], text: str, position: int, end: int) -> int:
    match = pattern.match(text, position, end)
    return position if match is None else match.end()


def on_map(name: str) -> bool:
    """Whether the gazetteer knows a city or region of this name."""
    from onrecord.codebook.gazetteer import cities, place_key, regions

    return bool(cities(name)) or place_key(name) in regions()
