"""Trees: always one tree with one root, and the best there is."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.language.trees import best_tree, decode, is_tree

SCORES = st.integers(1, 12).flatmap(
    lambda count: arrays(np.float32, (count, count + 1), elements=st.floats(-40, 40, width=32))
)


@given(SCORES)
def test_the_result_is_one_tree_with_one_root(scores: np.ndarray) -> None:
    assert is_tree(decode(scores).tolist())


@given(st.integers(1, 4).flatmap(lambda count: arrays(np.float64, (count, count + 1), elements=st.integers(-20, 20))))
def test_no_tree_with_one_root_scores_higher(scores: np.ndarray) -> None:
    count = len(scores)
    scores[np.arange(count), np.arange(1, count + 1)] = -np.inf

    def total(heads: tuple[int, ...] | list[int]) -> float:
        return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))

    possible = [heads for heads in product(range(-1, count), repeat=count) if is_tree(list(heads))]
    best = max(total(heads) for heads in possible)
    assert total(best_tree(scores).tolist()) == pytest.approx(best)


def test_what_is_no_tree() -> None:
    assert is_tree([-1, 0, 0])
    assert not is_tree([-1, -1])
    assert not is_tree([1, 0])
    assert not is_tree([-1, 2, 1])
