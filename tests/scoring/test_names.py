"""Names are scored by exact spans and kinds, over files of IOB tags."""

from pathlib import Path

import pytest

from onrecord.errors import EvaluationError
from onrecord.scoring import names


def test_spans_of_tags() -> None:
    tags = ["B-PER", "I-PER", "O", "B-LOC", "B-LOC", "I-ORG"]
    assert names.tagged(tags) == {(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "LOC"), (5, 6, "ORG")}


def test_f1_of_sets() -> None:
    gold = {(0, 1, "PER"), (2, 3, "LOC")}
    assert names.f1(gold, gold) == 1.0
    assert names.f1(gold, {(0, 1, "PER")}) == pytest.approx(2 / 3)
    assert names.f1(gold, set()) == 0.0


def test_a_small_file(tmp_path: Path) -> None:
    path = tmp_path / "own.iob2"
    words = [("Angela", "B-PER"), ("Merkel", "I-PER"), ("visited", "O"), ("Rome", "B-LOC"), (".", "O")]
    path.write_text(
        "".join(f"{i}\t{word}\t{tag}\t-\t-\n" for i, (word, tag) in enumerate(words, 1)) + "\n", encoding="utf-8"
    )
    assert names.score(path)["f1"] == 1.0


def test_a_file_without_tags_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "own.iob2"
    path.write_text("", encoding="utf-8")
    with pytest.raises(EvaluationError, match="no tagged words"):
        names.score(path)
