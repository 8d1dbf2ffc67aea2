"""The lexicon of cues: reviewed, sorted, whole, and wrong tables are named by line."""

import pytest

from onrecord.codebook.cues import CueClass, load_cues, read_cues
from onrecord.errors import CodebookError

HEADER = "lemma\tpart\tclass\tframes\tsource\n"


def test_every_class_has_cues_and_common_ones_are_there() -> None:
    cues = load_cues()
    assert {cue.cls for cue in cues.values()} == set(CueClass)
    assert cues["say", "verb"].cls is CueClass.NEUTRAL
    assert cues["deny", "verb"].cls is CueClass.DENY
    assert "addr" in cues["tell", "verb"].frames
    assert ("according to", "preposition") in cues


def test_speech_is_told_from_thought() -> None:
    cues = load_cues()
    assert cues["announce", "verb"].cls.speech
    assert not cues["believe", "verb"].cls.speech


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("say\tverb\tneutral\tthat", "columns"),
        ("say\tparticle\tneutral\tthat\treviewed", "part of speech"),
        ("say\tverb\tloud\tthat\treviewed", "class"),
        ("say\tverb\tneutral\tthis\treviewed", "frames"),
        ("Say\tverb\tneutral\tthat\treviewed", "lower case"),
        ("say\tverb\tneutral\tthat\t", "source"),
    ],
)
def test_a_wrong_row_is_named(row: str, reason: str) -> None:
    with pytest.raises(CodebookError, match=f"line 2.*{reason}"):
        read_cues(HEADER + row + "\n")


def test_rows_out_of_order_or_twice_are_named() -> None:
    row = "say\tverb\tneutral\tthat\treviewed\n"
    with pytest.raises(CodebookError, match="line 3"):
        read_cues(HEADER + row + row)


def test_another_header_is_named() -> None:
    with pytest.raises(CodebookError, match=r"line 1.*columns"):
        read_cues("word\tpart\n")
