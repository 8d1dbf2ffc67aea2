"""The scorer of time expressions counts what TempEval-3 counts."""

import json
from pathlib import Path

import pytest

from onrecord.errors import EvaluationError
from onrecord.records import Time, TimeType
from onrecord.scoring.times import iso_date, score

TEXT = "March 3, 2015\nHe left on Monday, for two days, in 2011."


def _file(tmp_path: Path, **changes: object) -> Path:
    timexes = [
        {"start": 0, "end": 13, "type": "DATE", "value": "2015-03-03", "fid": "CREATION_TIME"},
        {"start": 25, "end": 31, "type": "DATE", "value": "2015-03-02", "fid": "NONE"},
        {"start": 37, "end": 45, "type": "DURATION", "value": "P2D", "fid": "NONE"},
        {"start": 50, "end": 54, "type": "DATE", "value": "2011", "fid": "NONE"},
    ]
    path = tmp_path / "times.jsonl"
    path.write_text(json.dumps({"text": TEXT, "dct": "2015-03-03", "timexes": timexes} | changes) + "\n")
    return path


def test_spans_values_and_types_are_told_apart(tmp_path: Path) -> None:
    found = (
        Time(0, 13, TimeType.DATE, "2015-03-03"),  # the creation time counts neither way
        Time(22, 31, TimeType.DATE, "2015-03-02"),  # "on Monday": relaxed only
        Time(37, 45, TimeType.SET, "P2D"),  # another type
        Time(14, 16, TimeType.DATE, "2015"),  # nothing there
    )
    figures = score(_file(tmp_path), lambda text, date: found)
    assert figures["relaxed"] == pytest.approx(2 * 2 / (3 + 3))
    assert figures["strict"] == pytest.approx(2 * 1 / (3 + 3))
    assert figures["value"] == pytest.approx(2 * 2 / (3 + 3))
    assert figures["type_value"] == pytest.approx(2 * 1 / (3 + 3))


def test_the_text_comes_with_its_date(tmp_path: Path) -> None:
    seen: list[str | None] = []

    def parse(text: str, date: str | None) -> tuple[Time, ...]:
        seen.append(date)
        return ()

    assert score(_file(tmp_path), parse)["value"] == 0
    assert seen == ["2015-03-03"]


@pytest.mark.parametrize(
    ("written", "date"), [("2009-02-03", "2009-02-03"), ("03-02-2009", "2009-02-03"), ("soon", None), (None, None)]
)
def test_dates_of_documents(written: str | None, date: str | None) -> None:
    assert iso_date(written) == date


def test_another_form_is_named(tmp_path: Path) -> None:
    path = tmp_path / "times.jsonl"
    path.write_text('{"text": "x"}\n')
    with pytest.raises(EvaluationError, match="line 1"):
        score(path, lambda text, date: ())
