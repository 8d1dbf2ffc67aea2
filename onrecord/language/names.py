"""Name spans out of tag scores: the best sequence in which no name goes on that has not begun."""

import numpy as np

from onrecord.language.model import Floats


def spans(scores: Floats, tags: list[str]) -> list[tuple[int, int, str]]:
    """Names `(first, last, kind)` of a sentence from log probabilities `[n, tags]`; word indexes, `last` excluded.

    Tags are O, B-kind and I-kind. Where the best tag of each word gives a possible sequence, that is it; otherwise
    the best possible one is searched for (Viterbi 1967).
    """
    chosen: list[int] = scores.argmax(axis=1).tolist()
    if not any(chosen):
        return []
    if not _possible(chosen, tags):
        chosen = _best(scores, tags)
    found: list[tuple[int, int, str]] = []
    for index, number in enumerate(chosen):
        mark, _, kind = tags[number].partition("-")
        if mark == "B":
            found.append((index, index + 1, kind))
        elif mark == "I":
            first, _, _ = found[-1]
            found[-1] = (first, index + 1, kind)
    return found


def _follows(before: str, tag: str) -> bool:
    return tag[0] != "I" or before[2:] == tag[2:]


def _possible(chosen: list[int], tags: list[str]) -> bool:
    before = "O"
    for number in chosen:
        if not _follows(before, tags[number]):
            return False
        before = tags[number]
    return True


def _best(scores: Floats, tags: list[str]) -> list[int]:
    barred = np.array([[0.0 if _follows(before, tag) else -1e9 for tag in tags] for before in tags], np.float32)
    total = scores[0] + np.array([0.0 if _follows("O", tag) else -1e9 for tag in tags], np.float32)
    back = []
    for row in scores[1:]:
        paths = total[:, None] + barred
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    chosen = [int(total.argmax())]
    for step in reversed(back):
        chosen.append(int(step[chosen[-1]]))
    return chosen[::-1]
