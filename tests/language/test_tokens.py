"""Tokens: words as the treebanks divide them, each with its characters, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.tokens import tokenize

EXAMPLES = {
    "Mr. Smith didn't sign.": ["Mr.", "Smith", "did", "n't", "sign", "."],
    "Japan's prime minister": ["Japan", "'s", "prime", "minister"],
    "the ministers' talks": ["the", "ministers", "'", "talks"],
    "a well-known co-founder": ["a", "well", "-", "known", "co-founder"],
    "The U.S. Navy left.": ["The", "U.S.", "Navy", "left", "."],
    "It cost $1,200.50 on Jan. 31.": ["It", "cost", "$", "1,200.50", "on", "Jan.", "31", "."],
    "He cannot go.": ["He", "can", "not", "go", "."],
    "“We won’t,” she said.": ["“", "We", "wo", "n’t", ",", "”", "she", "said", "."],
    "See https://example.org/a?b=1.": ["See", "https://example.org/a?b=1", "."],
    "GENEVA -- Talks": ["GENEVA", "--", "Talks"],
    "at 10:30 a.m. on 3/4/2021": ["at", "10:30", "a.m.", "on", "3/4/2021"],
    "5km": ["5", "km"],
}


@pytest.mark.parametrize("text", EXAMPLES)
def test_words_are_divided_as_in_the_treebanks(text: str) -> None:
    assert [text[word.start : word.end] for word in tokenize(text)] == EXAMPLES[text]


@given(st.text(max_size=300))
def test_words_cover_all_that_is_visible_in_order(text: str) -> None:
    words = tokenize(text)
    position = 0
    for word in words:
        assert word.start >= position
        assert word.end > word.start
        left = text[position : word.start]
        assert not any(character.isprintable() and not character.isspace() for character in left)
        position = word.end
    left = text[position:]
    assert not any(character.isprintable() and not character.isspace() for character in left)


@given(st.text(max_size=100), st.text(max_size=100))
def test_a_stretch_is_divided_alike_wherever_it_stands(before: str, text: str) -> None:
    whole = f"{before}\n{text}\n"
    offset = len(before) + 1
    inside = [(word.start - offset, word.end - offset) for word in tokenize(whole, offset, offset + len(text))]
    for start, end in inside:
        assert 0 <= start < end <= len(text)


def test_spaces_are_told() -> None:
    assert [word.space for word in tokenize('He said, "no".')] == [True, True, False, True, False, False, False]
