"""Marks what a page says twice: a caption under the picture and again in its gallery, a headline repeated as a teaser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.records import BlockKind, content_id

if TYPE_CHECKING:
    from onrecord.articles.labels import Piece

SHORTEST_REPEAT = 6  # words: shorter captions are alike without being the same
SHORTEST_SENTENCE = 16  # words of a repeat that is no caption: a question or an answer may come twice in an interview
_SPACE = re.compile(r"\W+")


def repeats(text: str, pieces: Sequence[Piece]) -> None:
    """Keep the first occurrence of a line said twice, counters and licence tags apart; the others become residue.

    The first is a caption where a repeat has a counter or a licence tag, for only captions do.
    """
    seen: dict[str, Piece] = {}
    for one in pieces:
        if one.shape.words < SHORTEST_REPEAT or one.junk is not None:
            continue
        core = text[one.start + one.cut_head : one.end - one.cut_tail]
        key = content_id(_SPACE.sub(" ", core).strip().lower())
        first = seen.setdefault(key, one)
        if first is one:
            continue
        captions = BlockKind.CAPTION in (one.kind, first.kind)
        if not captions and one.shape.words < SHORTEST_SENTENCE and one.kind is None:
            continue
        if (one.cut_head or one.cut_tail) and first.kind is None:
            first.become(BlockKind.CAPTION, "repeated as a caption")
        elif captions and BlockKind.CAPTION is not one.kind and one.shape.body and one.tag == "p":
            first.become(
                BlockKind.RESIDUE, "repeat"
            )  # a summary that the page shows under its picture and again as text
            seen[key] = one
            continue
        one.become(BlockKind.RESIDUE, "repeat")
