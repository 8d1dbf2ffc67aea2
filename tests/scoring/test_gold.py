"""Whole reports: our scorer and the one that lies beside the annotations must give the same figures."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.records import Article, Block, BlockKind, Coverage, Reading, Time, TimeType, Version
from onrecord.scoring.gold import Tally, as_annotation, gold_reports, score_report

GOLD = Path(__file__).parents[3] / "shared" / "bench" / "gold"

REPORT = {
    "id": "00-own",
    "residue": [[0, 10]],
    "actors": [
        {"key": "a", "name": "Ruritania", "country": "RUR", "sector": None, "mentions": [[20, 29]]},
        {"key": "b", "name": "Ana Boro", "country": "RUR", "sector": "GOV", "mentions": [[40, 48], [60, 63]]},
        {"key": "c", "name": "a crowd", "country": None, "sector": "CVL", "mentions": [[70, 77]], "optional": True},
    ],
    "statements": [{"speaker": "b", "content": [[100, 140]]}, {"speaker": "a", "content": [[150, 170]]}],
    "events": [
        {"type": "CONSULT", "actors": ["a", "b"], "recipients": [], "trigger": [50, 53], "sentence": [20, 90],
         "status": "actual", "attributed_to": None},
        {"type": "CONSULT", "actors": ["a", "b"], "recipients": [], "trigger": [120, 123], "sentence": [95, 145],
         "status": "actual", "attributed_to": "b", "same_as": 0},
    ],
    "times": [{"span": [80, 86], "value": "2023-01-31"}],
}  # fmt: skip


def figures(predicted: dict) -> dict[str, float]:
    tally = Tally()
    score_report(REPORT, predicted, tally)
    return tally.figures()


def test_a_perfect_reading_scores_one() -> None:
    perfect = {
        **REPORT,
        "events": [{**event, "attributed_to": list(event["attributed_to"] or [])} for event in REPORT["events"]],
    }
    found = figures(perfect)
    assert {key: value for key, value in found.items() if value != 1.0} == {}


def test_an_empty_reading_scores_nothing() -> None:
    found = figures({layer: [] for layer in ("residue", "actors", "statements", "events", "times")})
    assert found["actors"] == found["events"] == found["times"] == 0.0


def test_doubtful_items_count_neither_way() -> None:
    without = {**REPORT, "actors": REPORT["actors"][:2]}
    assert figures(without)["actors"] == 1.0


def test_a_repeat_without_its_link_is_an_error() -> None:
    loose = [
        {**event, "same_as": None, "attributed_to": list(event["attributed_to"] or [])} for event in REPORT["events"]
    ]
    assert figures({**REPORT, "events": loose})["events_precision"] == 0.5


def test_a_reading_in_the_form_of_the_annotations() -> None:
    article = Article("a", "Advertisement\n\nTalks on Friday.", (Block(BlockKind.RESIDUE, 0, 13),))
    time = Time(24, 30, TimeType.DATE, "2023-02-03")
    reading = Reading(article, (), (), (time,), (), (), Coverage(1.0), Version("1", "2", "3"))
    annotation = as_annotation(reading)
    assert annotation["residue"] == [(0, 13)]
    assert annotation["times"] == [{"span": (24, 30), "value": "2023-02-03"}]


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated reports are not beside this checkout")
def test_our_figures_are_those_of_the_scorer_beside_the_data(tmp_path: Path) -> None:
    """Predictions are the gold itself, spoilt by a rule: shifted, dropped and relabelled items."""
    tally = Tally()
    for gold, _ in gold_reports(GOLD):
        spoilt = json.loads(json.dumps(gold))
        for layer in ("actors", "statements", "times"):
            spoilt[layer] = spoilt[layer][::2]
        keys = {actor["key"] for actor in spoilt["actors"]}
        spoilt["residue"] = [[start, max(start, end - 5)] for start, end in spoilt["residue"]]
        for position, event in enumerate(spoilt["events"]):
            event["same_as"] = None
            event["attributed_to"] = None if position % 3 else event["attributed_to"]
            event["actors"] = [key for key in event["actors"] if key in keys]
            event["type"] = "AGREE" if position % 5 == 4 else event["type"]
        score_report(gold, spoilt, tally)
        (tmp_path / f"{gold['id']}.json").write_text(json.dumps(spoilt), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(GOLD / "score.py"), str(GOLD), str(tmp_path)], capture_output=True, text=True, check=True
    )
    theirs = {}
    for line in done.stdout.splitlines():
        for row, figure, column in ROWS:
            if line.startswith(row):
                theirs[figure] = float(line[32:].split()[column])
    ours = tally.figures()
    assert theirs.keys() == {figure for _, figure, _ in ROWS}
    assert {key: pytest.approx(value, abs=0.0006) for key, value in theirs.items()} == {
        key: ours[key] for key in theirs
    }


ROWS = (
    ("residue (characters)", "residue", 2),
    ("actors  ", "actors", 2),
    ("statements: content  ", "statements", 2),
    ("statements: content+speaker", "statements_speaker", 2),
    ("events: type+sentence", "events", 2),
    ("events: full", "events_full", 2),
    ("events: status (accuracy)", "event_status", 0),
    ("events: attribution (accuracy)", "event_attribution", 0),
    ("times", "times", 2),
)
