"""Windows: long stretches are read wholly, in parts that follow each other without gaps."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.windows import LIMIT, plan

WORDS = st.lists(st.tuples(st.integers(1, 12), st.booleans()), min_size=1, max_size=400)


@given(WORDS)
def test_every_word_is_taken_once_and_no_window_is_too_long(words: list[tuple[int, bool]]) -> None:
    lengths = [length for length, _ in words]
    cuts = plan(lengths, [sure for _, sure in words])
    position = 0
    for cut in cuts:
        assert cut.first <= cut.taken_from == position
        assert position < cut.taken_to <= cut.last
        assert sum(lengths[cut.first : cut.last]) <= LIMIT
        position = cut.taken_to
    assert position == len(words)


def test_windows_part_where_a_sentence_surely_ends() -> None:
    lengths = [1] * 300
    sure = [index == 150 for index in range(300)]
    assert [(cut.first, cut.last) for cut in plan(lengths, sure)] == [(0, 150), (150, 300)]


def test_windows_overlap_where_no_sentence_surely_ends() -> None:
    cuts = plan([1] * 400, [False] * 400)
    for before, after in pairwise(cuts):
        assert after.first < before.last
