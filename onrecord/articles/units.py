"""Divides plain text into units: the lines that an author meant, each one a paragraph, a headline or a piece of junk.

A unit is a line, or several where the text was wrapped to a column. Wrapping is told by what a wrapping program does:
it breaks a line only where the next word would not have fitted.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.records import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_FIRST_WORD = re.compile(r"\S+")
NARROW, WIDE = 40, 100  # columns that text is wrapped to: mail and agency wires use 60 to 80
FORCED_SHARE = 0.7  # of the breaks between lines, for a text to count as wrapped; unwrapped ones seen stay below .2
FEWEST_BREAKS = 3
SLACK = 2  # columns: two spaces after a stop, a trailing space
_ENDS = (".", "!", "?", ":", ";", "”", '"')


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text without surrounding white space. `gap` is the number of line breaks before it."""

    start: int
    end: int
    gap: int

    @property
    def span(self) -> Span:
        return (self.start, self.end)


def divide(text: str) -> list[Unit]:
    """The units of a text in order. Every character that is not white space lies in exactly one."""
    lines = _lines(text)
    width = _wrapped_to(text, lines)
    if width is None:
        return lines
    units: list[Unit] = []
    previous: Unit | None = None  # the last line taken, which may be the end of a longer unit
    for line in lines:
        if previous is not None and line.gap == 1 and _continues(text, previous, line, width):
            first = units[-1]
            units[-1] = Unit(first.start, line.end, first.gap)
        else:
            units.append(line)
        previous = line
    return units


def _lines(text: str) -> list[Unit]:
    found = []
    gap, reached = 0, 0
    for match in _LINE.finditer(text):
        gap += len(_BREAK.findall(text, reached, match.start()))
        reached = match.end()
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        found.append(Unit(start, start + len(stripped), gap))
        gap = 0
    return found


def _wrapped_to(text: str, lines: list[Unit]) -> int | None:
    """The column that a text was wrapped to, null where it was not."""
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 1]
    if len(pairs) < FEWEST_BREAKS:
        return None
    width = (
        max(a.end - a.start for a, _ in pairs if " " in text[a.start : min(a.end, a.start + WIDE + 1)])
        if any(" " in text[a.start : min(a.end, a.start + WIDE + 1)] for a, _ in pairs)
        else 0
    )
    if not NARROW <= width <= WIDE:
        return None
    forced = sum(_forced(text, a, b, width) for a, b in pairs)
    return width if forced >= FORCED_SHARE * len(pairs) else None


def _forced(text: str, line: Unit, following: Unit, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    word = _FIRST_WORD.match(text, following.start, min(following.end, following.start + WIDE))
    return word is not None and line.end - line.start + 1 + len(word.group()) > width - SLACK


def _continues(text: str, line: Unit, following: Unit, width: int) -> bool:
    if _forced(text, line, following, width):
        return True
    lower = text[following.start].islower()
    return lower and line.end - line.start > width // 2 and not text[line.start : line.end].endswith(_ENDS)
