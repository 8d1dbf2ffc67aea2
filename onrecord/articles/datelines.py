"""Reads datelines: "GENEVA, March 4 (Reuters) -", "Jan. 31 (UPI) --", "MOSCOW (Sputnik) —", "Friday, July 21, 2017".

A dateline is place, date and agency, each of which may be absent, and a sign that parts it from the lead. What stands
before the sign is taken apart from its end: agency, date, place. A form is accepted on evidence that grows weaker
from an agency over a date to capitals and a dash, so that a sentence that merely holds a dash is not one.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from onrecord.articles.calendar import CalendarDate, date_at, find_date
from onrecord.records import Span

LONGEST = 140  # characters before the sign; three places, a full date and a long agency's name come to about 110
LONGEST_PLACE = 60
LONGEST_STATE = 6  # characters of the longest abbreviated state with its stop, "Calif."
_SIGN = re.compile(r"\s*(?:-{2,3}|[—―]|(?<=[\s).,/])[-–‒](?=[\s\"“A-Z])|(?<=\s)[-–‒](?=\S)|:(?=\s))\s*")
_TIGHT_SIGN = re.compile(r"(?<=[A-Z]{3})[-–](?=[A-Z][a-z]|\s)")  # "DAMASCUS, SANA-The ministry"
_PAREN = re.compile(r"\(([^()\n]{2,45})\)[\s.,:]*$|/\s?([^/\n]{2,30}?)\s?/[\s.,]*$|\[([^\[\]\n]{2,30})\]\s*$")
_CLOSED = re.compile(r"[^()\n]{0,90}\(([^()\n]{2,45})\)(?=\s*[\w\"“‘'])|[^/\n]{0,90}/\s?([^/\n]{2,30})\s?/\.?(?=\s)")
_PLACE_WORD = re.compile(r"[^\W\d_][\w.'’`-]*")
_PARTICLES = frozenset(
    "al and at d da das de del della den der des di do dos du e el en es la las le les los of on sur the upon van y".split()
)
# Words in capitals before a dash or a colon that announce a piece instead of placing it.
_LABELS = frozenset(
    "advisory alert analysis background blog breaking brief bulletin caution column comment commentary corrected correction"
    " editorial embargoed eyewitness exclusive explainer factbox feature file flash fact gallery insight interview just live"
    " note news newsmaker obituary opinion photo photos pictures podcast preview profile review refile repeat report special"
    " spotlight story subscribe summary timeline tip update updated urgent video warning watch wrapup read more q a in pictures".split()
)


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline as it is written. `span` covers it with its sign, `rest` is where the lead begins (or the unit's end)."""

    span: Span
    rest: int
    place: Span | None
    date: CalendarDate | None
    agency: Span | None


@cache
def agencies() -> frozenset[str]:
    """The agencies that sign datelines, as they sign."""
    table = resources.files("onrecord.articles").joinpath("data/agencies.txt").read_text(encoding="utf-8")
    return frozenset(line for line in table.splitlines() if line and not line.startswith("#"))


def find_dateline(text: str, start: int, end: int) -> FoundDateline | None:
    """The dateline that a unit of text begins with, null where it begins with none."""
    window = min(end, start + LONGEST)
    return (
        _signed(text, start, window, end) or _closed(text, start, window, end) or _date_alone(text, start, window, end)
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    place: Span | None
    date: CalendarDate | None
    agency: Span | None
    known: bool  # whether the agency is one of the table


def _signed(text: str, start: int, window: int, end: int) -> FoundDateline | None:
    """A dateline that a sign ends. Each sign in reach is tried, for places and agencies hold dashes too."""
    signs = [*_SIGN.finditer(text, start, min(end, window + 4)), *_TIGHT_SIGN.finditer(text, start, window)]
    for sign in sorted(signs, key=lambda sign: sign.start())[:4]:
        if sign.start() == start:
            continue
        parts = _take_apart(text, start, sign.start())
        if parts is None:
            continue
        rest = min(sign.end(), end)
        while rest < end and text[rest].isspace():
            rest += 1
        mark = sign.group().strip()
        if _accepted(text, parts, mark, rest, end):
            return FoundDateline(
                (start, sign.start() + len(sign.group().rstrip())), rest, parts.place, parts.date, parts.agency
            )
    return None


def _closed(text: str, start: int, window: int, end: int) -> FoundDateline | None:
    """A dateline that its agency ends: "Kyiv, Ukraine (CNN) The", "MOSCOW, January 31. /TASS/. The"."""
    match = _CLOSED.match(text, start, min(end, window + 1))
    if match is None:
        return None
    parts = _take_apart(text, start, match.end())
    if parts is None or not parts.known:
        return None
    rest = match.end()
    while rest < end and (text[rest].isspace() or text[rest] in ".,"):
        rest += 1
    return FoundDateline((start, match.end()), rest, parts.place, parts.date, parts.agency)


def _date_alone(text: str, start: int, window: int, end: int) -> FoundDateline | None:
    """A date that stands alone in its unit, with a place or words such as "Published", or a full one before a lead."""
    date = date_at(text, start, window)
    if date is not None and date.year is not None:
        rest = date.span[1]
        while rest < end and text[rest].isspace():
            rest += 1
        stands_before_lead = date.weekday is not None and rest > date.span[1] and _begins_sentence(text, rest, end)
        if rest == end or stands_before_lead:
            return FoundDateline(date.span, rest, None, date, None)
    if end > window:
        return None
    parts = _take_apart(text, start, end)
    if parts is None or parts.place is None or parts.date is None or parts.date.year is None:
        return None
    return FoundDateline((start, end), end, parts.place, parts.date, parts.agency)


def _take_apart(text: str, start: int, end: int) -> _Parts | None:
    """Divide a stretch into place, date and agency; null where something else is in it."""
    agency: Span | None = None
    paren = _PAREN.search(text[start:end])
    if paren is not None:
        group = next(number for number in (1, 2, 3) if paren.group(number) is not None)
        agency = (start + paren.start(group), start + paren.end(group))
        end = start + paren.start()
    end = _trimmed(text, start, end)
    date = find_date(text, start, end)
    if date is not None:
        tail = (date.span[1], end)
        if tail[0] < tail[1]:
            after = text[tail[0] : tail[1]].strip(" .,")
            if agency is not None or not _names_agency(after):
                return None
            place_at = text.index(after, tail[0])
            agency = (place_at, place_at + len(after))
        end = _trimmed(text, start, date.span[0])
    elif agency is None:
        agency, end = _bare_agency(text, start, end)
    place: Span | None = None
    if start < end:
        if not _is_place(text[start:end]):
            return None
        place = (start, end)
    known = agency is not None and text[agency[0] : agency[1]].strip() in agencies()
    if agency is not None and not known and not _may_be_agency(text[agency[0] : agency[1]]):
        return None
    if place is not None and agency is None and date is None and text[place[0] : place[1]] in agencies():
        return None
    return _Parts(place, date, agency, known)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;/|"):
        end -= 1
    if end - 1 > start and text[end - 1] == ".":
        word = text[start:end].split()[-1]
        end -= (
            word[-2:-1].isdigit() or len(word) > LONGEST_STATE
        )  # "January 31." and "Tehran." lose it, "Ill." keeps it
    return end


def _bare_agency(text: str, start: int, end: int) -> tuple[Span | None, int]:
    """An agency that follows the place without brackets: "Damascus, SANA", "Baghdad/ INA"."""
    cut = max(text.rfind(",", start, end), text.rfind("/", start, end))
    if cut <= start:
        return None, end
    name = text[cut + 1 : end].strip()
    if name not in agencies():
        return None, end
    begin = text.index(name, cut + 1)
    return (begin, begin + len(name)), _trimmed(text, start, cut)


def _names_agency(words: str) -> bool:
    return words in agencies() or (words.isupper() and words.isalpha() and 2 <= len(words) <= 8)


def _may_be_agency(name: str) -> bool:
    """Whether a name in brackets has an agency's shape: up to five capitalised words, no digits."""
    words = name.split()
    return (
        0 < len(words) <= 5
        and not any(character.isdigit() for character in name)
        and any(character.isupper() for character in name)
        and all(word[0].isupper() or word.lower() in _PARTICLES for word in words)
    )


def _is_place(name: str) -> bool:
    if len(name) > LONGEST_PLACE or name.count(",") > 2 or not name[0].isupper():
        return False
    for part in re.split(r"[,/]|\s[-–]\s", name):
        words = part.split()
        if not 0 < len(words) <= 5:
            return False
        for word in words:
            if _PLACE_WORD.fullmatch(word) is None or not (word[0].isupper() or word.lower() in _PARTICLES):
                return False
    words = [word.strip(".").lower() for word in name.replace(",", " ").replace("/", " ").split()]
    return not _LABELS.issuperset(words)


def _accepted(text: str, parts: _Parts, mark: str, rest: int, end: int) -> bool:
    """Whether the parts before a sign are evidence enough for a dateline."""
    if rest < end and mark != "" and not _begins_sentence(text, rest, end) and not parts.known:
        return False
    if parts.known:
        return parts.place is not None or parts.date is not None or mark != ":"
    if parts.date is not None:
        return mark != ":" or parts.place is not None
    if parts.place is None:
        return False
    place = text[parts.place[0] : parts.place[1]]
    first = re.split(r"[,/]", place)[0]
    if parts.agency is not None:
        return first.isupper() or _on_map(first)
    dash = mark != ":"
    if first.isupper() and len(first) > 2:
        return _on_map(first) or (dash and not _LABELS.intersection(first.lower().split()))
    return dash and _on_map(first)


def _begins_sentence(text: str, position: int, end: int) -> bool:
    while position < end and text[position] in "\"'“‘«([*":
        position += 1
    return position < end and (text[position].isupper() or text[position].isdigit())


def _on_map(name: str) -> bool:
    """Whether the gazetteer knows a city or region of this name."""
    from onrecord.codebook.gazetteer import cities, place_key, regions

    return bool(cities(name)) or place_key(name) in regions()
