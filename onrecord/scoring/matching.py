"""What every benchmark needs: counts, F1, and one-to-one pairing of gold and predicted items."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

G = TypeVar("G")
P = TypeVar("P")


@dataclass(slots=True)
class Counts:
    """Right answers, answers given, answers wanted; precision, recall and F1 from them."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, hits: int, predicted: int, gold: int) -> None:
        self.hits += hits
        self.predicted += predicted
        self.gold += gold

    @property
    def precision(self) -> float:
        return self.hits / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else float(not self.predicted)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pair_up(
    gold: Sequence[G], predicted: Sequence[P], closeness: Callable[[G, P], Any | None]
) -> list[tuple[int, int]]:
    """Pair items one to one, closest first.

    `closeness` gives anything that sorts (higher is closer) or null for no match. Ties go to the earlier items.
    Returns index pairs (gold, predicted).
    """
    candidates = [
        (close, -g, -p)
        for g, gold_item in enumerate(gold)
        for p, predicted_item in enumerate(predicted)
        if (close := closeness(gold_item, predicted_item)) is not None
    ]
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    for _, g, p in sorted(candidates, reverse=True):
        if -g not in taken_gold and -p not in taken_predicted:
            pairs.append((-g, -p))
            taken_gold.add(-g)
            taken_predicted.add(-p)
    return pairs


def characters(spans: Sequence[Sequence[int]]) -> set[int]:
    """The character offsets that some spans cover together."""
    return {offset for start, end in spans for offset in range(start, end)}


def intersection_over_union(a: set[int], b: set[int]) -> float:
    """The share of characters that two sets have in common, of all that either has."""
    return len(a & b) / len(a | b) if a | b else 0.0
