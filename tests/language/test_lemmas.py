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


@pytest.mark.parametrize(
    "form, xpos, lemma",
    [("offered", "VBD", "offer"), ("stopped", "VBN", "stop"), ("fleeing", "VBG", "flee"), ("denies", "VBZ", "deny"),
     ("buses", "NNS", "bus"), ("forces", "NNS", "force"), ("used", "VBD", "use")],
)  # fmt: skip
def test_a_script_that_makes_no_known_word_gives_way_to_one_that_is_known(form: str, xpos: str, lemma: str) -> None:
    known = frozenset({"offer", "stop", "flee", "deny", "bus", "force", "use"})
    assert Lemmatizer(["L|0|"], {}, known).lemma(form, xpos, 0) == lemma


def test_an_unknown_word_keeps_what_the_script_makes() -> None:
    assert Lemmatizer(["L|1|"], {}, frozenset({"offer"})).lemma("defuzed", "VBD", 0) == "defuze"
