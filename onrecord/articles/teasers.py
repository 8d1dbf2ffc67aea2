"""Marks what a page shows of other stories: a list of headlines, each perhaps with its lead, under a head of its own or
after the story."""

import re
from collections.abc import Sequence

from onrecord.articles.calendar import MONTHS
from onrecord.articles.datelines import find_dateline
from onrecord.articles.pieces import Piece
from onrecord.records import BlockKind

HEADS = frozenset({"other", "more"})  # kinds of junk under which other stories are listed
RUN = 3  # headlines in a row, without bullets and with no lead-in, that make a list of other stories inside a report
RUN_AT_END = 2  # the same after the last paragraph
LONGEST_RUN = 200  # lines of a run that are compared
HEADLINE_FROM = 4  # words: shorter lines are headings, names, scores
WHOLLY_LINKED = 0.95  # the same of a line that is nothing but a link, signs apart
LINKED = 0.6  # share of a piece's text that is linked, where the page says so
SHARED = 2  # words of weight that a lead shares with the headline above it
_HEAVY = re.compile(r"[^\W\d_]{4,}")


def mark_teasers(text: str, pieces: Sequence[Piece]) -> None:
    """Mark the headlines and leads of other stories as residue."""
    _under_heads(text, pieces)
    _links(pieces)
    _runs(pieces)


def _links(pieces: Sequence[Piece]) -> None:
    """A line that is a link from end to end and reads as a headline leads to another story."""
    for one in pieces:
        if one.links >= WHOLLY_LINKED and one.tag in ("p", "item") and one.kind is None and _may_be_story(one):
            one.become(BlockKind.RESIDUE, "link to another story")


def _may_be_story(one: Piece) -> bool:
    return one.shape.headline and not one.shape.body and one.shape.words >= HEADLINE_FROM


def _under_heads(text: str, pieces: Sequence[Piece]) -> None:
    """Below a head such as "Latest Headlines": headlines, and leads that belong to the headline above them."""
    listing = False
    above: Piece | None = None  # the headline that a lead may belong to
    for index, one in enumerate(pieces):
        if one.kind is BlockKind.RESIDUE and one.junk is not None:
            listing = listing or (one.junk in HEADS and _is_head(one))
            above = above if one.junk in ("times", "section") else None
            continue
        if not listing:
            continue
        if one.kind in (BlockKind.TITLE, BlockKind.CORRECTION, BlockKind.BYLINE):
            listing = False
        elif one.kind is not None and one.why != "heading of the page":
            continue
        elif one.shape.headline and not one.shape.body:
            if not _heads_paragraphs(pieces, index):
                one.become(BlockKind.RESIDUE, "headline of another story")
                above = one
            else:
                listing = False
        elif _is_teaser(text, pieces, index, above):
            one.become(BlockKind.RESIDUE, "lead of another story")
            above = None
        else:
            listing = False


def _is_head(one: Piece) -> bool:
    """Whether the piece is the head of a list, and not a whole link to another story ("Read more: Talks fail")."""
    return one.shape.words <= HEADLINE_FROM + 1


def _heads_paragraphs(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a short line in the page's own heading element is followed by two paragraphs: the story goes on."""
    following = [one for one in pieces[index + 1 : index + 3] if one.story]
    return pieces[index].tag == "head" and len(following) == 2


def _is_teaser(text: str, pieces: Sequence[Piece], index: int, above: Piece | None) -> bool:
    one = pieces[index]
    if find_dateline(text, one.start, one.end) is not None:
        return True
    if above is None:
        return False
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    listed = following is not None and (
        following.junk is not None or (following.shape.headline and not following.shape.body)
    )
    shared = _heavy(above.shape.text) & _heavy(one.shape.text[:400])
    return len(shared) >= SHARED or (listed and len(shared) >= 1)


def _heavy(text: str) -> set[str]:
    return {word.lower()[:6] for word in _HEAVY.findall(text)}


def _runs(pieces: Sequence[Piece]) -> None:
    """Headlines in a row with nothing between them: links to other stories that lost their head."""
    stories = [index for index, one in enumerate(pieces) if one.story or one.lead]
    if not stories:
        return
    first, last = stories[0], stories[-1]
    index = first + 1
    while index < len(pieces):
        end = index
        while end < len(pieces) and _bare_headline(pieces[end]):
            end += 1
        enough = RUN_AT_END if index > last else RUN
        if end - index >= enough and not pieces[index - 1].shape.colon and not _enumerates(pieces[index:end]):
            for one in pieces[index:end]:
                one.become(BlockKind.RESIDUE, "headlines in a row")
        index = max(end, index + 1)


def _enumerates(run: Sequence[Piece]) -> bool:
    """Whether the lines of a run are items of one list: they begin alike, or with numbers or dates."""
    firsts = [one.shape.text.split()[0].strip(".,:").lower() for one in run]
    listed = sum(first[0].isdigit() or first in MONTHS or firsts.count(first) > 1 for first in firsts[:LONGEST_RUN])
    return 2 * listed >= min(len(run), LONGEST_RUN)


def _bare_headline(one: Piece) -> bool:
    shape = one.shape
    return (
        one.kind is None
        and (one.tag == "line" or one.links >= LINKED)
        and shape.headline
        and not shape.quoted
        and not shape.bullet
        and shape.words >= HEADLINE_FROM
        and not shape.body
    )
