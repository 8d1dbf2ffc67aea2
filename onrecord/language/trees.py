"""Dependency trees out of arc scores: the best head of each word, made a tree with one root where it is none.

The exact search is Chu and Liu (1965) and Edmonds (1967). One root is had by lowering all root arcs by more than any
tree could gain, so that the best tree uses as few of them as it can, which is one.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.language.model import Floats, Ints


def decode(arcs: Floats) -> Ints:
    """Heads `[n]` of a sentence of n words, -1 for the root, from scores `[n, 1 + n]` whose column 0 is the root.

    The result is always one tree with one root; where the best head of each word gives one, that is it.
    """
    count = arcs.shape[0]
    scores = arcs.astype(np.float64)
    scores[np.arange(count), np.arange(1, count + 1)] = -np.inf
    heads: Ints = scores.argmax(axis=1) - 1
    if not is_tree(heads.tolist()):
        heads = best_tree(scores)
    return heads


def is_tree(heads: list[int]) -> bool:
    """Whether heads (-1 for the root) form one tree with one root."""
    if heads.count(-1) != 1:
        return False
    done = [False] * len(heads)
    for index in range(len(heads)):
        path: list[int] = []
        while index >= 0 and not done[index]:
            if len(path) > len(heads):
                return False
            path.append(index)
            index = heads[index]
        for step in path:
            done[step] = True
    return True


def best_tree(scores: npt.NDArray[np.float64]) -> Ints:
    """The highest-scoring tree with one root; scores as for `decode`, -inf where an arc is ruled out."""
    count = scores.shape[0]
    finite = scores[np.isfinite(scores)]
    spread = float(finite.max() - finite.min()) + 1.0
    square = np.full((count + 1, count + 1), -np.inf)
    square[1:] = scores
    # An arc that is ruled out may still be needed to hold the sentence together: it costs more than any other choice.
    floor = float(finite.min()) - spread * (count + 1)
    square[1:][~np.isfinite(square[1:])] = floor
    np.fill_diagonal(square, -np.inf)
    square[1:, 0] -= spread * (count + 1) ** 2 * 2
    return np.array(_edmonds(square)[1:], np.int64) - 1


def _edmonds(scores: npt.NDArray[np.float64]) -> list[int]:
    """Maximum spanning arborescence: `scores[d, h]`, node 0 the root. Cycles are contracted one at a time."""
    levels: list[_Level] = []
    nodes = scores
    while True:
        chosen: list[int] = nodes.argmax(axis=1).tolist()
        chosen[0] = -1
        cycle = _cycle(chosen)
        if not cycle:
            break
        members = set(cycle)
        outside = [node for node in range(len(nodes)) if node not in members]
        own = np.array([nodes[node, chosen[node]] for node in cycle])
        into = nodes[np.ix_(cycle, outside)] - own[:, None]
        out_of = nodes[np.ix_(outside, cycle)]
        smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
        smaller[:-1, :-1] = nodes[np.ix_(outside, outside)]
        smaller[-1, :-1] = into.max(axis=0)
        smaller[:-1, -1] = out_of.max(axis=1)
        levels.append(
            _Level(cycle, outside, [chosen[node] for node in cycle], into.argmax(axis=0).tolist(),
                   out_of.argmax(axis=1).tolist())
        )  # fmt: skip
        nodes = smaller
    for level in reversed(levels):
        chosen = level.expand(chosen)
    return chosen


@dataclass(frozen=True, slots=True)
class _Level:
    """One contraction: the cycle and its heads, the nodes left, and by which ends of the cycle arcs enter and leave."""

    cycle: list[int]
    outside: list[int]
    heads: list[int]
    enters: list[int]
    leaves: list[int]

    def expand(self, chosen: list[int]) -> list[int]:
        """Heads before the contraction from heads after it."""
        merged = len(self.outside)
        heads = [-1] * (merged + len(self.cycle))
        for node, head in zip(self.cycle, self.heads, strict=True):
            heads[node] = head
        for index, node in enumerate(self.outside):
            head = chosen[index]
            if head == merged:
                heads[node] = self.cycle[self.leaves[index]]
            elif head >= 0:
                heads[node] = self.outside[head]
        broken = self.cycle[self.enters[chosen[merged]]]
        heads[broken] = self.outside[chosen[merged]]
        return heads


def _cycle(heads: list[int]) -> list[int]:
    """The nodes of some cycle, or nothing."""
    state = [0] * len(heads)
    for begin in range(1, len(heads)):
        path: list[int] = []
        node = begin
        while node > 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node > 0 and state[node] == 1:
            return path[path.index(node) :]
        for step in path:
            state[step] = 2
    return []
