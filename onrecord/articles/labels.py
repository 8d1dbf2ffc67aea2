"""Decides what each unit of a report is: title, byline, dateline, paragraph, caption, heading, list, note or residue.

Works on what is left when a page has lost its HTML: words, lengths, places, repetition and what stands around. Where
the page's own element is known (`Piece.tag`), it is evidence too. One pass for each question, in an order in which
the surer answers come first; nothing looks further than a bounded number of units around.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles import cues
from onrecord.articles.bylines import names_only
from onrecord.articles.calendar import CalendarDate, find_date
from onrecord.articles.captions import COUNTER, LICENCE, caption_sign
from onrecord.articles.datelines import FoundDateline, find_dateline
from onrecord.articles.headlines import find_title
from onrecord.articles.pieces import LEAD, Piece
from onrecord.articles.repeats import mark_repeats
from onrecord.articles.stamps import stamp_of
from onrecord.articles.teasers import mark_teasers
from onrecord.records import Block, BlockKind, Span

DATELINE_REACH = 3  # body paragraphs that are tried: a summary or a caption may stand before the one with the dateline
DATELINE_UNITS = 60  # units of any length that are tried
TOP_REACH = 25  # units above the first paragraph in which a name alone may be the byline
LONGEST_HEADING = 14  # words
LONGEST_PULLED = 8  # words of a heading in quotation marks; longer ones are quotations without their stop
NOUN_PHRASE = 20  # words of a caption that is told by having no verb
CAPTION_WORDS = 120  # words of a unit that a licence tag may end
FEWEST_WORDS = 5  # words beside a gallery counter or licence tag, for them to belong to a caption


@dataclass(frozen=True, slots=True)
class Labelled:
    """The blocks of a text, its dateline, a time stamp of its own where it has one, and where its lead is."""

    blocks: tuple[Block, ...]
    title: str | None
    byline: str | None
    dateline: FoundDateline | None
    stamp: CalendarDate | None
    lead: Span | None


def label(text: str, pieces: Sequence[Piece], title: str | None = None) -> Labelled:
    """Label all pieces of a text. `title` is the headline where the source states it."""
    _notes(pieces)
    _captions(pieces)
    mark_repeats(text, pieces)
    first = next((i for i, p in enumerate(pieces) if p.story), len(pieces))
    titled = find_title(text, pieces, first, title)
    stamp, byline = _furniture(text, pieces, titled, first)
    dateline, lead = _dateline(text, pieces, titled)
    _junk(pieces)
    mark_teasers(text, pieces)
    _rest(pieces, titled)
    blocks = [block for one in pieces for block in _blocks(text, one, dateline)]
    named = None if titled is None else _in_one_line(text, pieces[titled])
    return Labelled(tuple(blocks), named, byline, dateline, stamp, lead)


def _notes(pieces: Sequence[Piece]) -> None:
    for one in pieces:
        if one.kind is None and one.junk is None and cues.is_note(one.shape):
            one.become(BlockKind.CORRECTION, "note on the report")


def _captions(pieces: Sequence[Piece]) -> None:
    """Mark captions by their words, and measure the counter before and the licence tag after them."""
    for one in pieces:
        words = one.shape.words
        head = COUNTER.match(one.shape.text)
        tail = LICENCE.search(one.shape.text[-60:]) if words <= CAPTION_WORDS else None
        if (head or tail) and words >= FEWEST_WORDS and one.junk in (None, "credit", "counter"):
            one.cut_head = head.end() if head else 0
            one.cut_tail = len(tail.group()) if tail else 0
            one.junk = None
            one.become(BlockKind.CAPTION, "counter or licence tag")
        elif one.junk is None and one.kind is None:
            sign = caption_sign(one.shape)
            if sign == "credit alone":
                one.junk = "credit"
            elif one.tag == "caption" or sign is not None:
                one.become(BlockKind.CAPTION, f"caption: {sign or 'element'}")


def _furniture(
    text: str, pieces: Sequence[Piece], titled: int | None, first: int
) -> tuple[CalendarDate | None, str | None]:
    """Mark bylines and time stamps; returns the first date of publication that they state, and the byline."""
    stamp: CalendarDate | None = None
    byline: str | None = None
    for index, one in enumerate(pieces):
        if one.kind is not None:
            continue
        date = stamp_of(text, one.start, one.end)
        if date is not None:
            if stamp is None and index <= first + 1:
                stamp = date
                one.become(BlockKind.DATELINE, "time stamp")
            else:
                one.become(BlockKind.RESIDUE, "another time stamp")
        elif one.byline:
            one.become(BlockKind.BYLINE, "byline")
            byline = byline or _in_one_line(text, one)
            written = find_date(text, one.start, one.end)
            if stamp is None and written is not None and written.date is not None:
                stamp = written
    return stamp, byline or _bare_name(text, pieces, titled, first)


def _bare_name(text: str, pieces: Sequence[Piece], titled: int | None, first: int) -> str | None:
    """Mark the names without "by" that stand beside a time stamp under the headline; returns the first."""
    if titled is None:
        return None
    top = range(titled + 1, min(first, len(pieces), titled + TOP_REACH))
    found: str | None = None
    for index in top:
        one = pieces[index]
        if one.kind is None and one.junk is None and names_only(one.shape):
            beside = (*pieces[index - 1 : index], *pieces[index + 1 : index + 2])
            if any(near.kind in (BlockKind.DATELINE, BlockKind.BYLINE) for near in beside):
                one.become(BlockKind.BYLINE, "name beside byline or time stamp")
                found = found or _in_one_line(text, one)
    return found


def _dateline(text: str, pieces: Sequence[Piece], titled: int | None) -> tuple[FoundDateline | None, Span | None]:
    """Find the dateline at the head of one of the first paragraphs; returns it with the span of the lead after it."""
    tried = 0
    lead: Span | None = None
    begin = 0 if titled is None else titled + 1
    units = 0
    for index, one in enumerate(pieces[begin:], start=begin):
        if one.kind is not None or (one.junk is not None and not one.shape.body) or one.tag == "head":
            continue
        units += 1
        found = find_dateline(text, one.start, one.end)
        if found is not None:
            one.junk = None
            if found.rest < one.end:
                one.become(BlockKind.PARAGRAPH, LEAD)
                return found, (found.rest, one.end)
            one.become(BlockKind.DATELINE, "dateline of its own")
            following = next((p for p in pieces[index + 1 : index + TOP_REACH] if p.story), None)
            return found, (following.start, following.end) if following else None
        if one.story:
            lead = lead or (one.start, one.end)
            tried += 1
        if tried == DATELINE_REACH or units == DATELINE_UNITS:
            break
    return None, lead


def _junk(pieces: Sequence[Piece]) -> None:
    """Mark what the words alone say is junk. The name of a section is junk only at the story's edges or among junk."""
    first, last = _story(pieces)
    for index, one in enumerate(pieces):
        if one.kind is not None or one.junk is None:
            continue
        if one.junk == "section":
            beside = [p.junk for p in (*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2])]
            if first < index < last and not any(junk not in (None, "section") for junk in beside):
                continue
        one.become(BlockKind.RESIDUE, one.junk)


def _story(pieces: Sequence[Piece]) -> tuple[int, int]:
    """The first and last piece that are told to be story; past the end and before the start where none is."""
    found = [index for index, one in enumerate(pieces) if one.story or one.lead]
    return (found[0], found[-1]) if found else (len(pieces), -1)


def _rest(pieces: Sequence[Piece], titled: int | None) -> None:
    """Everything that is still open: lists, headings, captions without a verb, paragraphs."""
    first, last = _story(pieces)
    for index, one in enumerate(pieces):
        if one.kind is not None:
            continue
        if one.tag in ("item", "row") or one.shape.bullet:
            one.become(BlockKind.LIST, "list item")
        elif one.tag == "head":
            one.become(BlockKind.HEADING, "heading of the page")
        elif titled is not None and titled < index < first and not one.shape.body:
            _above_story(one, deck=index == titled + 1 and one.gap <= 1)
        elif first < index < last and _divides(one):
            one.become(BlockKind.HEADING, "line without a stop between paragraphs")
        else:
            one.become(BlockKind.PARAGRAPH, "text")


def _above_story(one: Piece, deck: bool) -> None:
    """Decide on a line between headline and story. A `deck` stands right under its headline."""
    shape = one.shape
    verbless = (
        one.tag == "line" and not shape.finite and 3 <= shape.words <= NOUN_PHRASE and shape.text[-1] not in "?!:"
    )
    if verbless and not (deck and shape.headline):
        one.become(BlockKind.CAPTION, "noun phrase between headline and story")
    else:
        one.become(BlockKind.HEADING if shape.headline else BlockKind.PARAGRAPH, "under the headline")


def _divides(one: Piece) -> bool:
    """Whether a line between paragraphs is a heading: short, without a stop, or a phrase pulled from a quotation."""
    shape = one.shape
    if shape.quoted:
        return shape.words <= LONGEST_PULLED and not shape.stop and shape.closed_quote
    return shape.heading and shape.words <= LONGEST_HEADING


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
    return [Block(what, *_stripped(text, a, b), why, one.path) for what, a, b, why in cuts if text[a:b].strip()]


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _in_one_line(text: str, one: Piece) -> str:
    return " ".join(text[one.start : one.end].split())
