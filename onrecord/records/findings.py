"""What is put on record: actors, places, times, statements and events, each with its evidence."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.records.spans import Span


class How(StrEnum):
    """How a mention refers to its actor."""

    NAME = "name"
    TITLE = "title"
    PRONOUN = "pronoun"
    METONYM = "metonym"
    DESCRIPTION = "description"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `[start, end)` that refer to an actor or a place."""

    start: int
    end: int
    how: How = How.NAME

    @property
    def span(self) -> Span:
        return (self.start, self.end)


class ActorKind(StrEnum):
    PERSON = "person"
    COUNTRY = "country"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts or speaks in a report.

    `country` is an ISO 3166 alpha-3 code, `sector` a PLOVER sector code, `role` the words of the report. `evidence`
    maps `country`, `sector` and `role` to the characters that say so; a field without evidence is null. Mentions
    stand in the order of the text; a mention such as "both men" belongs to several actors.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    mentions: tuple[Mention, ...] = ()
    evidence: Mapping[str, Span] = field(default_factory=dict)
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a report names. `precision`: 1 a point or city, 2 a region, 3 a country or wider."""

    id: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int = 3
    mentions: tuple[Mention, ...] = ()


class TimeType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression, TIMEX3 (ISO-TimeML): its type and its value, resolved against the report's date."""

    start: int
    end: int
    type: TimeType
    value: str
    why: str = ""

    @property
    def span(self) -> Span:
        return (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entities:
    """Who and what a report speaks of, and at which characters.

    Mentions of actors do not nest: "NATO Secretary-General Jens Stoltenberg" is a mention of NATO and then one of the
    man. Several actors may share one mention ("both men").
    """

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _found: tuple[tuple[int, int, tuple[int, ...]], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_span: dict[Span, list[int]] = {}
        for index, actor in enumerate(self.actors):
            for mention in actor.mentions:
                by_span.setdefault(mention.span, []).append(index)
        found = sorted((start, end, tuple(owners)) for (start, end), owners in by_span.items())
        object.__setattr__(self, "_found", tuple(found))
        object.__setattr__(self, "_starts", tuple(start for start, _, _ in found))

    def at(self, offset: int) -> tuple[Actor, ...]:
        """The actors mentioned at a character: none, one, or several for a mention that they share."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._found[index][1]:
            return ()
        return tuple(self.actors[owner] for owner in self._found[index][2])

    def mention_at(self, offset: int) -> Span | None:
        """The characters of the mention that includes this offset, or null."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._found[index][1]:
            return None
        return self._found[index][:2]

    def within(self, span: Span) -> tuple[tuple[Span, tuple[Actor, ...]], ...]:
        """The mentions that begin inside a span, in order, each with its actors."""
        first = bisect_right(self._starts, span[0] - 1)
        last = bisect_right(self._starts, span[1] - 1)
        return tuple(
            ((start, end), tuple(self.actors[owner] for owner in owners))
            for start, end, owners in self._found[first:last]
        )


class StatementKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Statement:
    """Reported speech or thought: who said what.

    `speakers` are actor ids, empty when the report names none; `speaker_span` and `cue` are null where the text has
    none of its own (a quotation that runs on). `content` is one or more fragments without quotation marks and
    without the attribution clause. `within` is the id of the statement that this one is told in.
    """

    id: str
    kind: StatementKind
    speakers: tuple[str, ...]
    speaker_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    within: str | None = None
    addressee: str | None = None
    date: dt.date | None = None
    place: str | None = None
    negated: bool = False
    confidence: float = 0.5
    why: tuple[str, ...] = ()


class Status(StrEnum):
    """Whether an event happened, by the words of the report."""

    ACTUAL = "actual"
    NEGATED = "negated"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event happened: an ISO or TIMEX3 value (null when unknown), its precision, and the words that say so."""

    value: str | None
    precision: Precision
    span: Span | None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom: one PLOVER 2.0 event.

    `actors`, `recipients` and `attributed_to` are actor ids. `attributed_to` is empty only in the outlet's own voice;
    `statement` is the id of the innermost statement that the event is told in. `same_as` is the id of an earlier
    event of this report of which this one is a repeat. `quad` is 1 verbal cooperation, 2 material cooperation,
    3 verbal conflict, 4 material conflict.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    trigger: Span
    sentence: Span
    status: Status
    attributed_to: tuple[str, ...]
    statement: str | None
    date: EventDate
    place: str | None
    quad: int
    score: float
    cameo: str | None
    confidence: float = 0.5
    same_as: str | None = None
    why: tuple[str, ...] = ()
