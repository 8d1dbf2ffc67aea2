"""The reader: the shipped model reads any text wholly, the same way every time."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import ModelError
from onrecord.language import Reader
from onrecord.language.model import FOLDER, Model
from onrecord.language.trees import is_tree
from onrecord.records import ROOT, Article, Block, BlockKind, Parse


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def parse(reader: Reader, text: str) -> Parse:
    return reader.parse_texts([text])[0]


def check(parsed: Parse) -> None:
    """What holds of every parse: spans in order, sentences made of their tokens, one tree a sentence."""
    position = 0
    for token in parsed.tokens:
        assert position <= token.start < token.end
        assert parsed.text[token.start : token.end] == token.text
        position = token.end
    first = 0
    for sentence in parsed.sentences:
        assert sentence.first == first < sentence.last
        tokens = parsed.tokens[sentence.first : sentence.last]
        assert sentence.span == (tokens[0].start, tokens[-1].end)
        heads = [token.head - sentence.first if token.head != ROOT else -1 for token in tokens]
        assert is_tree(heads)
        first = sentence.last
    assert first == len(parsed.tokens)
    for name in parsed.names:
        assert name.span == (parsed.tokens[name.first].start, parsed.tokens[name.last - 1].end)


def test_a_plain_sentence(reader: Reader) -> None:
    parsed = parse(reader, "The minister met three envoys in Geneva on Friday.")
    check(parsed)
    tokens = {token.text: token for token in parsed.tokens}
    verb = tokens["met"]
    assert (verb.lemma, verb.upos, verb.xpos, verb.head) == ("meet", "VERB", "VBD", ROOT)
    assert parsed.tokens[tokens["minister"].head] is verb
    assert tokens["minister"].deprel == "nsubj"
    assert (tokens["envoys"].lemma, tokens["envoys"].deprel) == ("envoy", "obj")
    assert [(parsed.text[name.start : name.end], name.kind) for name in parsed.names] == [("Geneva", "LOC")]


def test_sentences_end_where_they_end(reader: Reader) -> None:
    text = 'Mr. J. Brown left the U.S. on Monday. "We are ready," he said. Talks resume on Jan. 5 in Rome.'
    parsed = parse(reader, text)
    assert [text[s.start : s.end] for s in parsed.sentences] == [
        "Mr. J. Brown left the U.S. on Monday.",
        '"We are ready," he said.',
        "Talks resume on Jan. 5 in Rome.",
    ]


def test_a_headline_in_capitals(reader: Reader) -> None:
    parsed = parse(reader, "MINISTERS MEET IN GENEVA")
    assert [token.lemma.lower() for token in parsed.tokens] == ["minister", "meet", "in", "geneva"]
    assert parsed.tokens[1].upos == "VERB"


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    check(parse(Reader.load(), text))


def test_the_same_text_is_read_the_same_wherever_it_stands(reader: Reader) -> None:
    one, two = "Troops crossed the border at dawn.", "The council rejected the plan, officials said."

    def told(parsed: Parse) -> list[tuple[str, str, str, str]]:
        return [(token.text, token.lemma, token.xpos, token.deprel) for token in parsed.tokens]

    apart = told(parse(reader, one)) + told(parse(reader, two))
    assert told(parse(reader, f"{one}\n\n{two}")) == apart
    assert parse(reader, one) == parse(reader, one)


def test_only_readable_blocks_are_read(reader: Reader) -> None:
    text = "Advertisement\n\nPolice arrested two men."
    blocks = (Block(BlockKind.RESIDUE, 0, 13), Block(BlockKind.PARAGRAPH, 15, len(text)))
    parsed = reader.parse(Article("a", text, blocks))
    check(parsed)
    assert parsed.sentences[0].span == (15, len(text))
    assert parsed.sentences[0].block == 1


def test_a_paragraph_without_a_stop_is_read_wholly(reader: Reader) -> None:
    text = "and then the envoys met the ministers again " * 120
    parsed = parse(reader, text)
    check(parsed)
    assert parsed.read == 1.0
    assert parsed.tokens[-1].text == "again"


def test_a_word_too_long_to_be_one_is_named_in_the_notes(reader: Reader) -> None:
    parsed = parse(reader, "See " + "x" * 5000 + " there.")
    check(parsed)
    assert parsed.read < 1.0
    assert "only the ends were read" in parsed.notes[0]


def test_sentence_vectors_are_unit_vectors_that_know_what_is_alike(reader: Reader) -> None:
    texts = ["The two presidents met in Rome.", "The two leaders held talks in Italy.", "My cat sleeps all day."]
    rows = [parse(reader, text).vectors for text in texts]
    vectors = np.concatenate([row for row in rows if row is not None])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_known_words_are_read_as_given(reader: Reader) -> None:
    parsed = reader.parse_words([["He", "left", "."], ["She", "stayed", "."]])
    assert [(s.first, s.last) for s in parsed.sentences] == [(0, 3), (3, 6)]
    assert parsed.text == "He left . She stayed ."


def test_a_damaged_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="manifest"):
        Model(tmp_path)
    for name in ("manifest.json", "labels.json", "tokenizer.json", "heads.npz"):
        shutil.copy(FOLDER / name, tmp_path / name)
    with pytest.raises(ModelError, match=r"model\.onnx is missing"):
        Model(tmp_path)
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    with pytest.raises(ModelError, match=r"model\.onnx is damaged"):
        Model(tmp_path)


def test_the_manifest_names_every_file() -> None:
    manifest = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["files"]) == {"model.onnx", "heads.npz", "labels.json", "tokenizer.json"}
