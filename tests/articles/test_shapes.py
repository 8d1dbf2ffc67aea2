"""Measures of a line, read from its first and last characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.shapes import HEAD, TAIL, Shape, shape_of


def shape(line: str) -> Shape:
    return shape_of(line, 0, len(line))


@pytest.mark.parametrize(
    "line", ["Ministers agree to meet again", "Why do they meet?", '"Nobody asked us"', "Talks fail"]
)
def test_headlines(line: str) -> None:
    assert shape(line).headline


@pytest.mark.parametrize(
    "line",
    ["They met.", "and left in the evening", "Three things:", "Oslo,", "Oslo", '"We left," he said.', "word " * 40],
)
def test_no_headlines(line: str) -> None:
    assert not shape(line.strip()).headline


@pytest.mark.parametrize(
    "line",
    [
        "The ministers met in the harbour on Tuesday and left.",
        '"We left."',
        "word " * 40,
        "He said: “We left the harbour at nine, and nobody saw us.”",
    ],
)
def test_sentences_of_a_story(line: str) -> None:
    assert shape(line.strip()).body


def test_a_line_of_a_million_characters_is_measured_at_its_ends() -> None:
    line = "The ministers met. " * 60_000 + "They left."
    assert len(shape(line).text) == HEAD + TAIL
    assert shape(line).stop
    assert shape(line).body


@given(st.text(min_size=1, max_size=100).filter(str.strip), st.text(max_size=20), st.text(max_size=20))
def test_a_shape_depends_on_its_line_alone(line: str, before: str, after: str) -> None:
    line = line.strip()
    assert shape_of(before + line + after, len(before), len(before) + len(line)) == shape(line)
