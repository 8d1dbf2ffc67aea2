"""Lemma scripts: what is written of a pair of word and lemma makes the lemma of the word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.lemmas import Lemmatizer, apply, script_of

WORDS = st.text(st.characters(codec="ascii", categories=["Ll", "Lu"]), min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_a_script_makes_the_lemma_it_was_written_for(form: str, lemma: str) -> None:
    assert apply(script_of(form, lemma), form) == lemma


@pytest.mark.parametrize(
    "form, lemma, script",
    [("talks", "talk", "L|1|"), ("Cities", "city", "L|3|y"), ("was", "be", "=be"), ("NATO", "NATO", "K|0|")],
)
def test_regular_words_share_scripts(form: str, lemma: str, script: str) -> None:
    assert script_of(form, lemma) == script


def test_a_script_longer_than_its_word_leaves_the_word() -> None:
    assert apply("L|5|y", "Ties") == "ties"


def test_the_table_comes_before_the_scripts() -> None:
    lemmatizer = Lemmatizer(["L|0|"], {"left\tVBD": "leave"})
    assert lemmatizer.lemma("Left", "VBD", 0) == "leave"
    assert lemmatizer.lemma("Left", "JJ", 0) == "left"
