"""A report as it came in, and the article found in it."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.records.spans import Span


@dataclass(frozen=True, slots=True)
class Report:
    """One report as a source handed it over; `text` and `html` are decoded, exactly one of them is set.

    `origin` is what a user would recognise it by: a path, a URL or `-`. `published` is a date that the user or the
    feed states. `notes` carry what happened on opening it (an encoding guessed, bytes replaced).
    """

    origin: str
    text: str | None = None
    html: str | None = None
    given_id: str | None = None
    url: str | None = None
    title: str | None = None
    published: dt.date | None = None
    source: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


class BlockKind(StrEnum):
    """What a stretch of the page is. Later stages read all but byline, dateline, correction and residue."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    HEADING = "heading"
    LIST = "list"
    CORRECTION = "correction"
    RESIDUE = "residue"

    @property
    def readable(self) -> bool:
        """Whether the reading model reads blocks of this kind."""
        return self not in _UNREAD


_UNREAD = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CORRECTION, BlockKind.RESIDUE})


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled stretch of the article's text. Blocks stand in order and never overlap.

    `why` names the rule that labelled it. `path` is the element path in the page for HTML, else null.
    """

    kind: BlockKind
    start: int
    end: int
    why: str = ""
    path: str | None = None

    @property
    def span(self) -> Span:
        return (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, when and by which agency a report was filed: "GENEVA, March 4 (Reuters) -"; each part with its span."""

    place: str | None
    date: dt.date | None
    agency: str | None
    span: Span
    place_span: Span | None = None
    date_span: Span | None = None
    agency_span: Span | None = None


class DateSource(StrEnum):
    """How the date of publication was found."""

    GIVEN = "given"
    PAGE = "page"
    DATELINE = "dateline"
    DATELINE_WEEKDAY = "dateline-weekday"


@dataclass(frozen=True, slots=True)
class Published:
    """The date of publication, how it was found, and the reference date that a missing year was counted from."""

    date: dt.date
    how: DateSource
    reference: dt.date | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The text that all spans count in, and the blocks it is made of.

    For plain text `text` is the input itself, character for character; for HTML it is our rendering of the page.
    `language` is an ISO 639-1 code; where it is not one that the program reads, nothing is coded and `notes` say so.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    language: str = "en"
    title: str | None = None
    published: Published | None = None
    dateline: Dateline | None = None
    byline: str | None = None
    given_id: str | None = None
    url: str | None = None
    source: str | None = None
    origin: str = ""
    notes: tuple[str, ...] = field(default=())

    def readable_blocks(self) -> tuple[Block, ...]:
        """The blocks that later stages read, in order."""
        return tuple(block for block in self.blocks if block.kind.readable)
