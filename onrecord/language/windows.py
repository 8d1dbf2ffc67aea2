"""Cuts a block's words into windows that the network can read, and puts the windows' scores together again.

Most blocks fit one window. A longer one is cut where a sentence surely ends; where none surely does, windows overlap,
and each word is taken from the window in which it has most words on both sides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from onrecord.language.model import Floats, Ints, Scores

LIMIT: Final = 190
"""Pieces in a window; the network was trained on windows of up to about this many."""
OVERLAP: Final = 80
"""Pieces that two windows share where no sentence surely ends between them."""
FAR: Final = -50.0
"""Score of an arc between words that no window holds together."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A window over words `[first, last)`, of which `[taken_from, taken_to)` are taken from it."""

    first: int
    last: int
    taken_from: int
    taken_to: int


def plan(lengths: Sequence[int], sure: Sequence[bool]) -> list[Cut]:
    """Windows over words of these many pieces; `sure[i]` says that a sentence surely begins at word i.

    The taken parts follow each other without gaps. A window never holds more than `LIMIT` pieces.
    """
    cuts: list[Cut] = []
    total = len(lengths)
    first = taken = 0
    while first < total:
        last, pieces, end = first, 0, 0
        while last < total and (pieces + lengths[last] <= LIMIT or last == first):
            pieces += lengths[last]
            last += 1
            if last < total and sure[last] and last > taken:
                end = last
        if last == total:
            cuts.append(Cut(first, last, taken, total))
            break
        if end:
            cuts.append(Cut(first, end, taken, end))
            first = taken = end
            continue
        shared, again = 0, last
        while again - 1 > first and shared + lengths[again - 1] <= OVERLAP:
            again -= 1
            shared += lengths[again]
        middle = max(taken + 1, (again + last) // 2) if again < last else last
        cuts.append(Cut(first, last, taken, middle))
        first, taken = again, middle
    return cuts


class Joined:
    """The scores of a block's words, put together from its windows."""

    def __init__(self, cuts: Sequence[Cut], scores: Sequence[Scores]) -> None:
        self._cuts = cuts
        self._scores = scores
        self.tags = self._taken("tags").tolist()
        self.start: Floats = self._taken("start")
        self.names: Floats = self._taken("names")
        self.label_dep: Floats = self._taken("label_dep")
        self.label_head: Floats = self._taken("label_head")
        self.sums: Floats = self._taken("sums")

    def _taken(self, name: str) -> Floats:
        parts = [
            getattr(score, name)[cut.taken_from - cut.first : cut.taken_to - cut.first]
            for cut, score in zip(self._cuts, self._scores, strict=True)
        ]
        joined: Floats = parts[0] if len(parts) == 1 else np.concatenate(parts)
        return joined

    def arcs(self, first: int, last: int) -> Floats:
        """Arc scores `[n, 1 + n]` within the words `[first, last)`; column 0 is the root."""
        holding = [
            (cut, score.arcs)
            for cut, score in zip(self._cuts, self._scores, strict=True)
            if cut.first < last and first < cut.last
        ]
        for cut, arcs in holding:
            if cut.first <= first and last <= cut.last and cut.taken_from <= first and last <= cut.taken_to:
                return _inside(arcs, first - cut.first, last - cut.first)
        whole = np.full((last - first, 1 + last - first), FAR, np.float32)
        for taken in (False, True):
            for cut, arcs in holding:
                low, high = max(first, cut.first), min(last, cut.last)
                columns = slice(1 + low - first, 1 + high - first)
                part = _inside(arcs, low - cut.first, high - cut.first)
                if taken:
                    own_low, own_high = max(low, cut.taken_from), min(high, cut.taken_to)
                    if own_low < own_high:
                        own = part[own_low - low : own_high - low]
                        whole[own_low - first : own_high - first, columns] = own[:, 1:]
                        whole[own_low - first : own_high - first, 0] = own[:, 0]
                else:
                    whole[low - first : high - first, columns] = part[:, 1:]
        return whole


def _inside(arcs: Floats, low: int, high: int) -> Floats:
    return np.concatenate([arcs[low:high, :1], arcs[low:high, 1 + low : 1 + high]], axis=1)


def bounds(starts: Sequence[int], count: int) -> Ints:
    """The first words of sentences, and the count of words, as one array."""
    return np.array([*starts, count], np.int64)
