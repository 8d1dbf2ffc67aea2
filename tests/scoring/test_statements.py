"""The score of statements counts what its description says."""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import EvaluationError
from onrecord.records import (
    Actor,
    ActorKind,
    Article,
    Coverage,
    Mention,
    Reading,
    Span,
    Statement,
    StatementKind,
    Version,
)
from onrecord.scoring.statements import score

TEXT = 'Ann said "the port is shut tonight". Bob thinks it will open soon, he says, tomorrow.'
PORT, OPEN = (10, 34), (48, 65)


def gold(span: Span, kind: str = "direct", speaker: Span | None = (0, 3), speech: bool = True) -> dict[str, Any]:
    return {
        "spans": [list(span)],
        "type": kind,
        "speech_cue": speech,
        "speaker_spans": [list(speaker)] if speaker else [],
    }


def told(span: Span, kind: str = "direct", speaker: Span | None = (0, 3), speakers: tuple[str, ...] = ()) -> Statement:
    return Statement(str(span), StatementKind(kind), speakers, speaker, (4, 8), (span,))


def run(tmp_path: Path, wanted: list[dict[str, Any]], found: list[Statement], **extra: Any) -> dict[str, float]:
    path = tmp_path / "data.jsonl"
    path.write_text(json.dumps({"text": TEXT, "date": "2020-01-01", "quotes": wanted, **extra}) + "\n")
    ann = Actor("a", "Ann", ActorKind.PERSON, mentions=(Mention(0, 3),))
    reading = Reading(
        Article("x", TEXT, ()), (ann,), (), (), tuple(found), (), Coverage(1.0), Version("", "", "")
    )  # fmt: skip
    return score(path, lambda text, date: reading)


def test_what_was_found_whole_scores_one(tmp_path: Path) -> None:
    figures = run(tmp_path, [gold(PORT)], [told(PORT)])
    assert all(value == 1.0 for value in figures.values())


def test_half_the_characters_are_enough_and_less_are_not(tmp_path: Path) -> None:
    assert run(tmp_path, [gold((10, 30))], [told((10, 20))])["all"] == 1.0
    assert run(tmp_path, [gold((10, 30))], [told((10, 19))])["all"] == 0.0


def test_one_prediction_finds_one_item(tmp_path: Path) -> None:
    figures = run(tmp_path, [gold((10, 34)), gold((10, 33))], [told(PORT)])
    assert (figures["all_precision"], figures["all_recall"]) == (1.0, 0.5)


def test_the_wrong_speaker_counts_for_content_only(tmp_path: Path) -> None:
    figures = run(tmp_path, [gold(PORT)], [told(PORT, speaker=(37, 40))])
    assert (figures["all"], figures["all_speaker"]) == (1.0, 0.0)


def test_no_speaker_is_right_where_there_is_none(tmp_path: Path) -> None:
    assert run(tmp_path, [gold(PORT, speaker=None)], [told(PORT, speaker=None)])["all_speaker"] == 1.0
    assert run(tmp_path, [gold(PORT)], [told(PORT, speaker=None)])["all_speaker"] == 0.0


def test_a_quotation_that_runs_on_is_asked_for_its_actor(tmp_path: Path) -> None:
    assert run(tmp_path, [gold(PORT)], [told(PORT, speaker=None, speakers=("a",))])["all_speaker"] == 1.0


def test_direct_leaves_out_what_the_data_type_otherwise_and_strict_does_not(tmp_path: Path) -> None:
    figures = run(tmp_path, [gold(PORT), gold(OPEN, "indirect")], [told(PORT), told(OPEN)])
    assert figures["direct_precision"] == 1.0
    assert figures["direct_strict_precision"] == 0.5


def test_direct_counts_a_prediction_that_finds_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, [gold(PORT)], [told(PORT), told(OPEN)])["direct_precision"] == 0.5


def test_speech_leaves_out_what_finds_thought(tmp_path: Path) -> None:
    figures = run(tmp_path, [gold(PORT), gold(OPEN, "indirect", speech=False)], [told(PORT), told(OPEN, "indirect")])
    assert figures["speech"] == 1.0
    assert figures["all_recall"] == 1.0


def test_stretches_that_annotators_discarded_do_not_count(tmp_path: Path) -> None:
    figures = run(tmp_path, [gold(PORT)], [told(PORT), told(OPEN)], discard=[list(OPEN)])
    assert figures["all_precision"] == 1.0


def test_data_of_another_form_are_named(tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text('{"title": "x"}\n')
    with pytest.raises(EvaluationError, match="line 1"):
        score(path, lambda text, date: pytest.fail("must not be read"))
