"""What must hold for any text at all: no error, evidence in the text, the same each time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.entities import find_actors
from onrecord.entities.places import find_places
from onrecord.language import Reader
from onrecord.records import Parse, Sentence, Token
from tests.entities.conftest import Read, article_of, read_text

WORDS = (
    "Ana Costa Minister Prime the The of in , . ( ) \" ' 's - Norway Norwegian Oslo NATO UN army soldiers both two men "
    "he his it they said met President Ministry Defence Union (UCP) fled Georgia Turkey May 3 thousands Dr. Mr von de "
    "Lindqvist Lindqvst \n ... — café 东京 x ' A.B. U.S. and"
).split(" ")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
RELS = ("nsubj", "obj", "obl", "nmod", "nmod:poss", "conj", "appos", "flat", "compound", "amod", "det", "case", "cop")


def check(read: Read) -> None:
    """The properties of every result."""
    readable = [sentence.span for sentence in read.parse.sentences]
    spans = sorted({mention.span for actor in read.actors for mention in actor.mentions})
    for start, end in spans:
        assert 0 <= start < end <= len(read.text)
        assert any(first <= start and end <= last for first, last in readable)
    for before, after in pairwise(spans):
        assert before[1] <= after[0], "mentions nest or overlap"
    for actor in read.actors:
        assert actor.mentions
        assert list(actor.mentions) == sorted(actor.mentions, key=lambda mention: mention.span)
        for field in ("country", "sector"):
            assert (getattr(actor, field) is None) == (field not in actor.evidence)
        assert all(0 <= start < end <= len(read.text) for start, end in actor.evidence.values())
    assert len({actor.id for actor in read.actors}) == len(read.actors)
    assert len({place.id for place in read.places}) == len(read.places)
    for place in read.places:
        assert (place.lat is None) == (place.lon is None)
        assert all(0 <= m.start < m.end <= len(read.text) for m in place.mentions)


@given(texts)
def test_any_words(text: str) -> None:
    found = read_text(text)
    check(found)
    again = read_text(text)
    assert (again.actors, again.places) == (found.actors, found.places)


@given(st.text(max_size=80))
def test_any_characters(text: str) -> None:
    check(read_text(text))


@given(st.lists(st.sampled_from([word for word in WORDS if word.strip()]), min_size=1, max_size=25), st.data())
def test_any_tree(words: list[str], data: st.DataObject) -> None:
    """Even trees that no parser would build are read without an error."""
    text = " ".join(words)
    tokens, start = [], 0
    for index, word in enumerate(words):
        head = data.draw(st.integers(-1, index - 1)) if index else -1
        tokens.append(
            Token(
                start,
                start + len(word),
                word,
                word.lower(),
                data.draw(st.sampled_from(("NOUN", "PROPN", "VERB", "ADJ", "PRON", "DET", "ADP", "NUM", "PUNCT"))),
                "",
                data.draw(st.sampled_from(("", "Number=Plur", "Number=Sing"))),
                head,
                data.draw(st.sampled_from(RELS)) if head >= 0 else "root",
            )
        )
        start += len(word) + 1
    article = article_of(text)
    parse = Parse(text, tuple(tokens), (Sentence(0, len(text), 0, len(tokens), 0),))
    actors = find_actors(article, parse)
    check(Read(text, parse, actors, find_places(article, parse, actors)))


@pytest.mark.parametrize("text", ["", "   \n", "...", "\u200b", "Ana", "(((((", "U.S."])
def test_little_text(text: str) -> None:
    check(read_text(text))


def test_ids_are_the_same_in_another_process_and_differ_by_article() -> None:
    article = article_of("Ana Costa met Paul Brandt in Oslo.")
    parse = Reader.load().parse(article)
    ids = [actor.id for actor in find_actors(article, parse)]
    assert ids == [actor.id for actor in find_actors(article, parse)]
    assert all(len(one) == 16 for one in ids)
