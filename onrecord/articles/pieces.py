"""A piece of a report while it is being labelled: where it stands, what it looks like, what it has been found to be."""

from dataclasses import dataclass

from onrecord.articles import cues
from onrecord.articles.bylines import is_byline
from onrecord.articles.shapes import Shape, shape_of
from onrecord.records import BlockKind


@dataclass(slots=True)
class Piece:
    """A unit of text, `[start, end)`; `gap` is the number of line breaks before it.

    `tag` is what the page says it is: p, head, item, caption, quote, row; `line` for plain text. `links` is the share
    of it that is linked. `junk` is the kind of page junk that it may be by its words; `kind` is its label.
    """

    start: int
    end: int
    gap: int
    tag: str
    path: str | None
    shape: Shape
    junk: str | None = None
    kind: BlockKind | None = None
    why: str = ""
    cut_head: int = 0  # characters of a counter before a caption
    cut_tail: int = 0  # characters of a licence tag after it
    links: float = 0.0
    byline: bool = False  # its words name who wrote the report

    def become(self, kind: BlockKind, why: str) -> None:
        """Decide what the piece is, and say by which rule."""
        self.kind, self.why = kind, why

    @property
    def story(self) -> bool:
        """Whether it may be a paragraph of the story, as far as is known yet."""
        return self.kind is None and self.junk is None and self.shape.body

    @property
    def lead(self) -> bool:
        """Whether it has been found to be the lead that follows a dateline."""
        return self.why == LEAD


LEAD = "lead after its dateline"


def piece(text: str, start: int, end: int, gap: int = 1, tag: str = "line", path: str | None = None) -> Piece:
    """A unit with its measures and, by its words, the kind of junk that it may be."""
    shape = shape_of(text, start, end)
    found = Piece(start, end, gap, tag, path, shape)
    found.byline = is_byline(shape)
    found.junk = None if tag == "row" or found.byline else cues.junk(shape)
    return found
