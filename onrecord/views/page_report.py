"""The report's half of the page: its text, whole and in order, with the marks of the record on it."""

from collections.abc import Iterator

from onrecord.records import BlockKind
from onrecord.views.anchors import Anchors
from onrecord.views.layers import Layer, Layers, Mark, Piece, Stretch, paragraphs
from onrecord.views.lookup import Lookup, code, counted, described
from onrecord.views.markup import Markup, element, together
from onrecord.views.visible import one_line

DEEPEST = 3  # claims within claims that are told apart by their tint

_ELEMENTS = {BlockKind.TITLE: "h1", BlockKind.HEADING: "h2"}


class Report:
    """Writes the text of one reading."""

    def __init__(self, lookup: Lookup, anchors: Anchors) -> None:
        self.lookup = lookup
        self.anchors = anchors
        self.layers = Layers(lookup.reading)

    def write(self) -> Markup:
        """The report as an `article` element that holds every character of the text but white space."""
        article = self.lookup.reading.article
        parts = [self.paragraph(group) for group in paragraphs(article)]
        if article.title and all(block.kind is not BlockKind.TITLE for block in article.blocks):
            parts.insert(0, element("h1", one_line(article.title), class_="given", title="not in the report's text"))
        return element("article", *parts, class_="report", id=self.anchors.part("report"), lang=article.language)

    def paragraph(self, group: tuple[Stretch, ...]) -> Markup:
        kind = group[-1].kind
        if kind is BlockKind.RESIDUE:
            return self.folded(group)
        if len(group) > 1:
            spans = [element("span", self.text(one), class_=str(one.kind)) for one in group[:-1]]
            parts = [part for span in spans for part in (span, " ")]
            return element("p", *parts, self.text(group[-1]), class_=str(kind), dir="auto")
        name = _ELEMENTS.get(kind, "p") if kind else "p"
        return element(name, self.text(group[0]), class_=str(kind or "unlabelled"), dir="auto", title=self.label(kind))

    def label(self, kind: BlockKind | None) -> str | None:
        """What a reader is told of a block that is not plain prose."""
        if kind is None:
            return "in no block: not read"
        if kind in (BlockKind.PARAGRAPH, BlockKind.TITLE):
            return None
        return str(kind) if kind.readable else f"{kind}: not read"

    def folded(self, group: tuple[Stretch, ...]) -> Markup:
        size = sum(stretch.end - stretch.start for stretch in group)
        summary = f"{counted(len(group), 'piece')} of page junk, {counted(size, 'character')}"
        junk = [element("p", self.text(one), title=one_line(one.why)) for one in group]
        return element("details", element("summary", summary), *junk, class_="junk")

    def text(self, stretch: Stretch) -> Markup:
        return together(*(self.piece(piece) for piece in self.layers.within(stretch.span)))

    def piece(self, piece: Piece) -> Markup:
        words = self.lookup.text[piece.start : piece.end]
        if not piece.marks:
            return together(words)
        targets = [self.anchors.record(mark.record) for mark in reversed(piece.marks) if mark.layer >= Layer.PLACE]
        target = next((one for one in targets if one), None)
        last = [mark for mark in piece.on(Layer.EVENT) if mark.end == piece.end]
        return element(
            "a" if target else "span",
            words,
            id=self.anchors.place(piece.start),
            class_=" ".join(dict.fromkeys(self.classes(piece))),
            href=f"#{target}" if target else None,
            title="\n".join(dict.fromkeys(filter(None, map(self.told, reversed(piece.marks))))),
            data_code=", ".join(code(self.lookup.events[mark.record]) for mark in last),
        )

    def classes(self, piece: Piece) -> Iterator[str]:
        for mark in piece.marks:
            if mark.layer is Layer.EVENT:
                event = self.lookup.events[mark.record]
                yield from ("event", f"quad-{event.quad}", str(event.status))
            elif mark.layer is not Layer.EVIDENCE:
                yield mark.layer.name.lower()
        if depth := len({mark.record for mark in piece.on(Layer.CLAIM)}):
            yield f"claim-{min(depth, DEEPEST)}"

    def told(self, mark: Mark) -> str:
        """What a mark stands for, in a line."""
        lookup = self.lookup
        if mark.layer is Layer.EVENT:
            event = lookup.events[mark.record]
            return f"{code(event)}, {event.status}, on {lookup.on_whose_word(event)}: {lookup.parties(event)}"
        if mark.layer is Layer.ACTOR:
            actor = lookup.actors[mark.record]
            return f"{one_line(actor.name)}: {', '.join(described(actor))}"
        if mark.layer in (Layer.CLAIM, Layer.CUE):
            return f"on the word of {lookup.speakers(lookup.statements[mark.record])}"
        if mark.layer is Layer.TIME:
            time = lookup.reading.times[int(mark.record)]
            return f"{time.type} {time.value}"
        return f"place: {lookup.place(mark.record)}" if mark.layer is Layer.PLACE else ""
