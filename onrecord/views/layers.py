"""Cuts a report's text where marks begin and end, so that marks which overlap can be drawn piece by piece."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from onrecord.records import Article, BlockKind, Reading, Span


class Layer(IntEnum):
    """What a mark is for. Where one piece has several marks, the higher layer is drawn above the lower."""

    EVIDENCE = 0
    CLAIM = 1
    TIME = 2
    PLACE = 3
    CUE = 4
    ACTOR = 5
    EVENT = 6


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Characters `[start, end)` that a record rests on.

    `record` is its id, for a time its index in the reading, and empty for what is evidence only.
    """

    start: int
    end: int
    layer: Layer
    record: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `[start, end)` that carry the same marks throughout; lower layers come first."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()

    def on(self, layer: Layer) -> tuple[Mark, ...]:
        """The piece's marks of one layer."""
        return tuple(mark for mark in self.marks if mark.layer is layer)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `[start, end)` of one block; `kind` is null for text that no block holds."""

    kind: BlockKind | None
    start: int
    end: int
    why: str = ""

    @property
    def span(self) -> Span:
        return (self.start, self.end)


def stretches(article: Article) -> Iterator[Stretch]:
    """The blocks in order and, between them, whatever text they leave out: all that is not white space, once."""
    position = 0
    for block in article.blocks:
        yield from _left_out(article.text, position, block.start)
        yield Stretch(block.kind, block.start, block.end, block.why)
        position = block.end
    yield from _left_out(article.text, position, len(article.text))


def paragraphs(article: Article) -> Iterator[tuple[Stretch, ...]]:
    """The stretches as they are read: junk that follows on junk together, a dateline with the text on its own line."""
    held: list[Stretch] = []
    for stretch in stretches(article):
        if held and not _belongs(article.text, held[-1], stretch):
            yield tuple(held)
            held = []
        held.append(stretch)
    if held:
        yield tuple(held)


def _belongs(text: str, before: Stretch, after: Stretch) -> bool:
    if before.kind is BlockKind.DATELINE:
        return after.kind is BlockKind.PARAGRAPH and "\n" not in text[before.end : after.start]
    return before.kind is BlockKind.RESIDUE and after.kind is BlockKind.RESIDUE


def _left_out(text: str, start: int, end: int) -> Iterator[Stretch]:
    between = text[start:end]
    if words := between.strip():
        first = start + between.index(words)
        yield Stretch(None, first, first + len(words), "in no block")


def marks(reading: Reading) -> Iterator[Mark]:
    """Every mark that the records put on the text."""
    for actor in reading.actors:
        for mention in actor.mentions:
            yield Mark(mention.start, mention.end, Layer.ACTOR, actor.id)
        for span in actor.evidence.values():
            yield Mark(*span, Layer.EVIDENCE)
    for statement in reading.statements:
        for span in statement.content:
            yield Mark(*span, Layer.CLAIM, statement.id)
        if statement.cue is not None:
            yield Mark(*statement.cue, Layer.CUE, statement.id)
        if statement.speaker_span is not None:
            yield Mark(*statement.speaker_span, Layer.EVIDENCE)
    for event in reading.events:
        yield Mark(*event.trigger, Layer.EVENT, event.id)
        if event.date.span is not None:
            yield Mark(*event.date.span, Layer.EVIDENCE)
    for index, time in enumerate(reading.times):
        yield Mark(time.start, time.end, Layer.TIME, str(index))
    for place in reading.places:
        for mention in place.mentions:
            yield Mark(mention.start, mention.end, Layer.PLACE, place.id)
    published = reading.article.published
    if published is not None and published.span is not None:
        yield Mark(*published.span, Layer.EVIDENCE)


def pieces(length: int, found: Iterable[Mark], cuts: Iterable[int] = ()) -> list[Piece]:
    """Cut characters `[0, length)` wherever a mark begins or ends, and at `cuts`. The pieces cover them exactly once.

    Marks outside the text are clipped to it; empty ones are left out.
    """
    clipped = {
        Mark(max(0, mark.start), min(length, mark.end), mark.layer, mark.record)
        for mark in found
        if max(0, mark.start) < min(length, mark.end)
    }
    begin: dict[int, list[Mark]] = {}
    for mark in clipped:
        begin.setdefault(mark.start, []).append(mark)
    edges = {0, length, *begin, *(mark.end for mark in clipped), *(cut for cut in cuts if 0 <= cut <= length)}
    ordered = sorted(edges)
    standing: list[Mark] = []
    made = []
    for start, end in pairwise(ordered):
        standing = [mark for mark in standing if mark.end > start]
        standing += begin.get(start, ())
        standing.sort(key=lambda mark: (mark.layer, mark))
        made.append(Piece(start, end, tuple(standing)))
    return made


class Layers:
    """The pieces of a reading's text, cut at its blocks as well."""

    def __init__(self, reading: Reading) -> None:
        article = reading.article
        cuts = [edge for stretch in stretches(article) for edge in stretch.span]
        self._pieces = pieces(len(article.text), marks(reading), cuts)
        self._starts = [piece.start for piece in self._pieces]

    def within(self, span: Span) -> list[Piece]:
        """The pieces of a span that begins and ends where pieces do, such as a block's."""
        return self._pieces[bisect_left(self._starts, span[0]) : bisect_left(self._starts, span[1])]
