"""What is shown can be seen, and nothing in it can do anything."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.visible import one_line, visible

any_text = st.text(st.characters(codec=None))


@given(any_text)
def test_nothing_is_left_that_steers_a_terminal(text: str) -> None:
    shown = visible(text)
    assert not [one for one in shown if unicodedata.category(one) in ("Cc", "Cs") and one not in "\t\n\r"]
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


@given(any_text)
def test_one_character_becomes_one_character(text: str) -> None:
    assert len(visible(text)) == len(text)


def test_common_text_is_left_as_it_is() -> None:
    text = "“Ça suffit,” said 渡辺 of Gdańsk – twice.\n\tמה שלומך"
    assert visible(text) == text


def test_an_escape_is_seen() -> None:
    assert visible("\x1b[31mred\x07\x7f\x9b") == "␛[31mred␇␡\ufffd"


def test_one_line_has_no_breaks() -> None:
    assert one_line(" a\n b\t\r\nc ") == "a b c"
