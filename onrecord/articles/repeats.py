"""Marks what a page says twice: a caption under the picture and again in its gallery, a summary and its paragraph."""

import re
from collections.abc import Sequence

from onrecord.articles.pieces import Piece
from onrecord.records import BlockKind, content_id

SHORTEST_REPEAT = 6  # words: shorter captions are alike without being the same
SHORTEST_SENTENCE = 16  # words of a repeat that is no caption: a question or an answer may come twice in an interview
_SPACE = re.compile(r"\W+")


def mark_repeats(text: str, pieces: Sequence[Piece]) -> None:
    """Keep the first occurrence of a line said twice, counters and licence tags apart; the others become residue.

    The first is a caption where a repeat has a counter or a licence tag, for only captions do. A summary that the page
    shows under its picture and again as text stays in the text.
    """
    seen: dict[str, Piece] = {}
    for one in pieces:
        if one.shape.words < SHORTEST_REPEAT or one.junk is not None or one.kind is BlockKind.RESIDUE:
            continue
        core = text[one.start + one.cut_head : one.end - one.cut_tail]
        key = content_id(_SPACE.sub(" ", core).strip().lower())
        first = seen.setdefault(key, one)
        if first is one:
            continue
        if BlockKind.CAPTION not in (one.kind, first.kind):
            if _is_refrain(one):
                continue
        elif (one.cut_head or one.cut_tail) and first.kind is None:
            first.become(BlockKind.CAPTION, "repeated as a caption")
        elif one.kind is not BlockKind.CAPTION and one.shape.body and one.tag == "p":
            first.become(BlockKind.RESIDUE, "repeat")
            seen[key] = one
            continue
        one.become(BlockKind.RESIDUE, "repeat")


def _is_refrain(one: Piece) -> bool:
    """Whether a line may come twice on purpose: an item of lists, a question or an answer of an interview."""
    return one.shape.words < SHORTEST_SENTENCE or one.tag in ("item", "row") or one.shape.text.endswith("?")
