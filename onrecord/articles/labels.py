"""Decides what each unit of a report is: title, byline, dateline, paragraph, caption, heading, list, correction, residue.

Works on what is left when a page has lost its HTML: words, lengths, places, repetition and what stands around. Where
the page's own element is known (`Piece.tag`), it is evidence too. One pass for each question, in an order in which
the surer answers come first; nothing looks further than a bounded number of units around.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles import cues
from onrecord.articles.calendar import CalendarDate, find_date
from onrecord.articles.datelines import FoundDateline, find_dateline
from onrecord.articles.repeats import repeats
from onrecord.articles.shapes import SHORT, Shape, shape_of
from onrecord.articles.teasers import mark_teasers
from onrecord.records import Block, BlockKind

DATELINE_REACH = 3  # body paragraphs that are tried: a summary or a caption may stand before the one with the dateline
TOP_REACH = 25  # units before the first paragraph in which title and byline are looked for
LONGEST_HEADING = 14  # words
NOUN_PHRASE = 20  # words of a caption that is told by having no verb


@dataclass(slots=True)
class Piece:
    """A unit while it is being labelled. `tag` is the page's element: p, head, item, caption, quote, row, or line."""

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
    links: float = 0.0  # share of its text that is linked

    def become(self, kind: BlockKind, why: str) -> None:
        self.kind, self.why = kind, why

    @property
    def story(self) -> bool:
        """Whether it may be a paragraph of the story, as far as is known yet."""
        return self.kind is None and self.junk is None and self.shape.body


@dataclass(frozen=True, slots=True)
class Labelled:
    """The blocks of a text, its dateline, and a time stamp of its own where it has one."""

    blocks: tuple[Block, ...]
    title: str | None
    byline: str | None
    dateline: FoundDateline | None
    stamp: CalendarDate | None
    lead: tuple[int, int] | None


def piece(text: str, start: int, end: int, gap: int = 1, tag: str = "line", path: str | None = None) -> Piece:
    """A unit with its measures and, by its words, the kind of junk that it may be."""
    shape = shape_of(text, start, end)
    found = Piece(start, end, gap, tag, path, shape)
    found.junk = None if tag == "row" else cues.junk(shape)
    return found


def label(text: str, pieces: Sequence[Piece], title: str | None = None) -> Labelled:
    """Label all pieces of a text. `title` is the headline where the source states it."""
    _corrections(pieces)
    _captions(pieces)
    repeats(text, pieces)
    first = next((i for i, p in enumerate(pieces) if p.story), len(pieces))
    titled = _title(text, pieces, first, title)
    stamp, byline = _furniture(text, pieces, titled, first)
    dateline, lead = _dateline(text, pieces, titled)
    _junk(pieces)
    mark_teasers(text, pieces)
    _rest(text, pieces, titled)
    blocks = [block for one in pieces for block in _blocks(text, one, dateline)]
    return Labelled(tuple(blocks), _joined(text, pieces, titled), byline, dateline, stamp, lead)


def _corrections(pieces: Sequence[Piece]) -> None:
    for one in pieces:
        if one.junk is None and cues.correction(one.shape):
            one.become(BlockKind.CORRECTION, "correction")


def _captions(pieces: Sequence[Piece]) -> None:
    """Mark captions by their words, and measure the counter before and the licence tag after them."""
    for one in pieces:
        head = cues.COUNTER.match(one.shape.text)
        tail = cues.LICENCE.search(one.shape.text[-60:]) if one.shape.words <= 120 else None
        words = one.shape.words
        if (head or tail) and words > 4 and one.junk in (None, "credit", "counter"):
            one.cut_head = head.end() if head else 0
            one.cut_tail = len(tail.group()) if tail else 0
            one.junk = None
            one.become(BlockKind.CAPTION, "counter or licence tag")
        elif one.junk is None and one.kind is None:
            sign = cues.caption(one.shape)
            if one.tag == "caption" or sign is not None:
                one.become(BlockKind.CAPTION, f"caption: {sign or 'element'}")


def _title(text: str, pieces: Sequence[Piece], first: int, given: str | None) -> int | None:
    """Find the headline: the one that the source states, else the first line of its shape above the first paragraph."""
    if given is not None:
        wanted = cues.plain(given)
        for index, one in enumerate(pieces[: first + TOP_REACH]):
            if one.end - one.start <= 2 * len(given) + 20 and _is_title(cues.plain(text[one.start : one.end]), wanted):
                one.become(BlockKind.TITLE, "stated by the source")
                one.junk = None
                return index
    follows = any(one.story or one.kind is BlockKind.CAPTION for one in pieces)
    if not follows:
        return None
    for index, one in enumerate(pieces[: min(first, TOP_REACH)]):
        if one.kind is not None or one.junk is not None or one.tag in ("item", "row", "caption"):
            continue
        if not one.shape.headline or one.shape.bullet or cues.byline(one.shape) or stamp_of(text, one) is not None:
            continue
        if find_dateline(text, one.start, one.end) is not None:
            return None
        one.become(BlockKind.TITLE, "headline above the story")
        return index
    return None


def _is_title(line: str, stated: str) -> bool:
    """Whether a line is the stated title, or the title without the name of its site ("… | The Harbour Gazette")."""
    if line == stated:
        return True
    rest = stated[len(line) :].lstrip()
    return len(line.split()) >= 3 and stated.startswith(line) and rest[:1] in "|-–—:•·»"


def _furniture(
    text: str, pieces: Sequence[Piece], titled: int | None, first: int
) -> tuple[CalendarDate | None, str | None]:
    """Mark bylines and time stamps; returns the first date of publication that they state, and the byline."""
    stamp: CalendarDate | None = None
    byline: str | None = None
    for index, one in enumerate(pieces):
        if one.kind is not None or one.shape.words > 2 * SHORT:
            continue
        date = stamp_of(text, one)
        if date is not None:
            if stamp is None and index <= first + 1:
                stamp = date
                one.become(BlockKind.DATELINE, "time stamp")
            else:
                one.become(BlockKind.RESIDUE, "another time stamp")
        elif one.junk is None and cues.byline(one.shape):
            one.become(BlockKind.BYLINE, "by")
            byline = byline or text[one.start : one.end]
    top = range((titled + 1) if titled is not None else 0, min(first, len(pieces), TOP_REACH))
    for index in top:
        one = pieces[index]
        if one.kind is None and one.junk is None and titled is not None and cues.names_only(one.shape):
            beside = [p for p in (pieces[index - 1], pieces[index + 1]) if p.why in ("by", "time stamp")]
            if beside:
                one.become(BlockKind.BYLINE, "name beside byline or time stamp")
                byline = byline or text[one.start : one.end]
    return stamp, byline


def stamp_of(text: str, one: Piece) -> CalendarDate | None:
    """The date of a unit that holds nothing but a date with its year, and words such as "Published at"."""
    if one.shape.words > SHORT or one.end - one.start > 120:
        return None
    date = find_date(text, one.start, one.end)
    if date is None or date.year is None:
        return None
    rest = text[one.start : date.span[0]] + " " + text[date.span[1] : one.end]
    return date if cues.stamp_words(rest) else None


def _dateline(
    text: str, pieces: Sequence[Piece], titled: int | None
) -> tuple[FoundDateline | None, tuple[int, int] | None]:
    """Find the dateline at the head of one of the first paragraphs; returns it with the span of the lead after it."""
    tried = 0
    lead: tuple[int, int] | None = None
    for index, one in enumerate(pieces[(titled + 1) if titled is not None else 0 :], start=(titled or -1) + 1):
        if one.kind is not None or (one.junk is not None and not one.shape.body) or one.tag == "head":
            continue
        found = find_dateline(text, one.start, one.end)
        if found is not None:
            one.junk = None
            if found.rest < one.end:
                one.become(BlockKind.PARAGRAPH, "lead after its dateline")
                return found, (found.rest, one.end)
            one.become(BlockKind.DATELINE, "dateline of its own")
            following = next((p for p in pieces[index + 1 : index + TOP_REACH] if p.story), None)
            return found, (following.start, following.end) if following else None
        if one.story:
            lead = lead or (one.start, one.end)
            tried += 1
            if tried == DATELINE_REACH:
                break
    return None, lead


def _junk(pieces: Sequence[Piece]) -> None:
    """Mark what the words alone say is junk. The name of a section is junk only at the story's edges or among junk."""
    stories = [index for index, one in enumerate(pieces) if one.story or one.why == "lead after its dateline"]
    first, last = (stories[0], stories[-1]) if stories else (len(pieces), -1)
    for index, one in enumerate(pieces):
        if one.kind is not None or one.junk is None:
            continue
        if one.junk == "section":
            beside = [p.junk for p in (*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2])]
            if first < index < last and not any(junk not in (None, "section") for junk in beside):
                continue
        one.become(BlockKind.RESIDUE, one.junk)


def _rest(text: str, pieces: Sequence[Piece], titled: int | None) -> None:
    """Everything that is still open: lists, headings, captions without a verb, paragraphs."""
    stories = [index for index, one in enumerate(pieces) if one.shape.body and one.kind in (None, BlockKind.PARAGRAPH)]
    first, last = (stories[0], stories[-1]) if stories else (len(pieces), -1)
    for index, one in enumerate(pieces):
        if one.kind is not None:
            continue
        shape = one.shape
        if one.tag in ("item", "row") or shape.bullet:
            one.become(BlockKind.LIST, "list item")
        elif one.tag == "head":
            one.become(BlockKind.HEADING, "heading of the page")
        elif titled is not None and titled < index < first and not shape.body:
            verbless = one.tag == "line" and not shape.finite and 3 <= shape.words <= NOUN_PHRASE
            verbless = verbless and shape.text[-1] not in "?!:"
            deck = index == titled + 1 and shape.headline and one.gap <= 1
            if verbless and not deck:
                one.become(BlockKind.CAPTION, "noun phrase between headline and story")
            else:
                one.become(BlockKind.HEADING if shape.headline else BlockKind.PARAGRAPH, "under the headline")
        elif first < index < last and shape.headline and shape.words <= LONGEST_HEADING and not shape.quoted:
            one.become(BlockKind.HEADING, "line without a stop between paragraphs")
        else:
            one.become(BlockKind.PARAGRAPH, "text")


def _blocks(text: str, one: Piece, dateline: FoundDateline | None) -> list[Block]:
    """The blocks of a piece: a lead gives up its dateline, a caption its counter and licence tag."""
    kind = one.kind or BlockKind.PARAGRAPH
    cuts: list[tuple[BlockKind, int, int, str]] = []
    start, end = one.start, one.end
    if kind is BlockKind.PARAGRAPH and dateline is not None and dateline.span[0] == start:
        cuts.append((BlockKind.DATELINE, *dateline.span, "dateline"))
        start = dateline.rest
    if kind is BlockKind.CAPTION and one.cut_head:
        cuts.append((BlockKind.RESIDUE, start, start + one.cut_head, "gallery counter"))
        start += one.cut_head
    tail = end - one.cut_tail if kind is BlockKind.CAPTION else end
    cuts.append((kind, start, tail, one.why))
    if tail < end:
        cuts.append((BlockKind.RESIDUE, tail, end, "licence tag"))
    return [
        Block(label_, *_stripped(text, a, b), why, one.path) for label_, a, b, why in cuts if text[a:b].strip()
    ]  # fmt: skip


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _joined(text: str, pieces: Sequence[Piece], titled: int | None) -> str | None:
    """The headline in one line."""
    return None if titled is None else " ".join(text[pieces[titled].start : pieces[titled].end].split())
