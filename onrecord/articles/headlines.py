"""Finds the headline: the line that the source states, else the first line of a headline's shape above the story."""

import re
from collections.abc import Sequence

from onrecord.articles import cues
from onrecord.articles.datelines import find_dateline
from onrecord.articles.pieces import Piece
from onrecord.articles.stamps import stamp_of
from onrecord.records import BlockKind

REACH = 25  # units above the first paragraph in which the headline is looked for
OUTLET_WORDS = 5  # words of the longest names of outlets
_OUTLET = re.compile(
    r"(?:\b(?:News|Times|Post|Gazette|Herald|Tribune|Press|Journal|Daily|Agency|Today|Online|Telegraph|Observer"
    r"|Chronicle"
    r"|Courier|Mail|Star|Standard|Report|Wire|Network|Media|Radio|TV|Television|Broadcasting)|\w\.(?:com|org|net"
    r"|co\.\w\w))$"
)


def find_title(text: str, pieces: Sequence[Piece], first: int, stated: str | None) -> int | None:
    """Mark the headline and its repetitions; returns its index, null where none is told.

    `first` is the index of the first paragraph, the number of pieces where there is none. `stated` is the headline
    that the source gives, perhaps with the name of its site.
    """
    found = _stated(text, pieces, first, stated) if stated else None
    if found is None:
        found = _above_story(text, pieces, first)
    if found is not None:
        title = cues.plain(pieces[found].shape.text)
        for one in pieces[found + 1 :]:
            if (
                one.kind is None
                and abs(one.end - one.start - len(title)) <= REACH
                and cues.plain(one.shape.text) == title
            ):
                one.become(BlockKind.RESIDUE, "the headline again")
    return found


def _stated(text: str, pieces: Sequence[Piece], first: int, stated: str) -> int | None:
    wanted = cues.plain(stated)
    for index, one in enumerate(pieces[: first + REACH]):
        if one.end - one.start <= 2 * len(stated) + 20 and _is_title(cues.plain(text[one.start : one.end]), wanted):
            one.become(BlockKind.TITLE, "stated by the source")
            one.junk = None
            return index
    return None


def _is_title(line: str, stated: str) -> bool:
    """Whether a line is the stated title, or the title without the name of its site ("… | The Harbour Gazette")."""
    if line == stated:
        return True
    rest = stated[len(line) :].lstrip()
    return len(line.split()) >= 3 and stated.startswith(line) and rest[:1] in "|-–—:•·»"


def _above_story(text: str, pieces: Sequence[Piece], first: int) -> int | None:
    for index, one in enumerate(pieces[: min(first, REACH)]):
        if one.kind is not None or one.junk not in (None, "label") or one.tag in ("item", "row", "caption"):
            continue
        shape = one.shape
        if not shape.headline or shape.bullet or stamp_of(text, one.start, one.end) is not None or one.byline:
            continue
        if find_dateline(text, one.start, one.end) is not None:
            return None
        if shape.words <= OUTLET_WORDS and not shape.finite and _OUTLET.search(shape.text):
            continue
        one.become(BlockKind.TITLE, "headline above the story")
        one.junk = None
        return index
    return None
