"""Lines become units; lines that were wrapped to a column are joined, others are not."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.units import divide

FIRST = "The ministers met in the harbour of Oslo on Tuesday and spoke for three hours about cod, herring and whales. "
SECOND = "Nobody would say afterwards whether the fleets of the two countries will fish together in the summer months. "


def texts(text: str) -> list[str]:
    return [text[unit.start : unit.end] for unit in divide(text)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x0c"])
def test_each_line_is_a_unit(line_end: str) -> None:
    assert texts(f"One{line_end}  Two  {line_end}{line_end}Three") == ["One", "Two", "Three"]


def test_the_gap_counts_line_breaks() -> None:
    assert [unit.gap for unit in divide("One\r\nTwo\n\n \nThree")] == [0, 1, 3]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_text_is_joined(width: int) -> None:
    paragraphs = [(FIRST + SECOND * 2).strip(), (SECOND + FIRST * 2).strip()]
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert [" ".join(text.split()) for text in texts(wrapped)] == paragraphs


def test_short_lines_are_not_joined() -> None:
    lines = ["Oslo", "Fishermen meet ministers in the harbour", "What they want", "More cod and fewer whales for all"]
    assert texts("\n".join(lines)) == lines


@given(st.text(max_size=300))
def test_units_stand_in_order_and_hold_all_that_is_not_white_space(text: str) -> None:
    reached = 0
    for unit in divide(text):
        assert unit.start < unit.end
        assert not text[reached : unit.start].strip()
        assert text[unit.start : unit.end] == text[unit.start : unit.end].strip()
        reached = unit.end
    assert not text[reached:].strip()
