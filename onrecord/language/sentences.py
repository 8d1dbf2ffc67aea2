"""Where sentences begin: the model's opinion within a block, and what rules are sure of."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.language.model import Floats

THRESHOLD: Final = 0.0
"""Log odds above which a word begins a sentence."""
LONGEST: Final = 400
"""Words in a sentence at most. No sentence of the treebanks comes near it; a list without a stop may, and is cut where
the model finds a beginning least unlikely, because the work on a tree grows with the square of its words."""

_STOPS: Final = frozenset({".", "?", "!", "...", "…"})
_CLOSING: Final = frozenset({'"', "”", "’’", "''", ")", "]"})


def sure_starts(words: Sequence[str], spaces: Sequence[bool]) -> list[bool]:
    """Whether a sentence surely begins at each word: after a full stop, with a space and a capital. No more than a
    place to part windows: most sentences begin where this does not say so."""
    found = [False] * len(words)
    for index in range(1, len(words)):
        if not spaces[index] or not words[index][0].isupper():
            continue
        before = words[index - 1]
        found[index] = before == "." or (before in _CLOSING and index > 1 and words[index - 2] == ".")
    return found


def find_starts(scores: Floats, forced: Sequence[int]) -> list[int]:
    """The words that begin sentences, from log odds `[n]` and the words that begin one in any case."""
    starts = {0, *forced}
    starts.update(index for index, score in enumerate(scores.tolist()) if score > THRESHOLD)
    found: list[int] = []
    ordered = [*sorted(starts), len(scores)]
    for first, last in pairwise(ordered):
        while last - first > LONGEST:
            found.append(first)
            first = first + LONGEST // 2 + int(scores[first + LONGEST // 2 : first + LONGEST].argmax())
        found.append(first)
    return found
