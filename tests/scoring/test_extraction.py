"""The scorer of extraction counts runs of four words, and lines of invented pages."""

import gzip
import json
from pathlib import Path

import pytest

from onrecord.articles import find_article
from onrecord.errors import EvaluationError
from onrecord.scoring.extraction import compare, score, shingles, story_text
from onrecord.sources import report_from_text

LEAD = "Norway's fishing minister met the leaders of the union in the harbour on Tuesday."
REST = "The union had asked for the meeting in January, when the price of cod fell by a third."
JUNK = "Advertisement"
STORY = f"<h1>Minister meets fishermen</h1><p>{LEAD}</p><p>{JUNK}</p><p>{REST}</p>"
HTML = f"<html><body><article>{STORY}</article></body></html>"


def test_shingles_are_counted_as_often_as_they_occur() -> None:
    assert shingles("a b c d e") == {("a", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1}
    assert shingles("a, b. c") == {("a", "b", "c"): 1}
    assert shingles("... !") == {}
    assert shingles("a a a a a a")[("a", "a", "a", "a")] == 3


def test_counts_of_two_texts() -> None:
    counts = compare(shingles("a b c d e"), shingles("a b c d f"))
    assert (counts.hits, counts.predicted, counts.gold) == (1, 2, 2)


def test_the_story_is_paragraphs_headings_lists_and_the_dateline() -> None:
    text = f"Minister meets fishermen\n\nBERGEN, March 12 (Fjord News) - {LEAD}\n\n{JUNK}\n\n{REST}\n"
    story = story_text(find_article(report_from_text(text)))
    assert story.split("\n") == ["BERGEN, March 12 (Fjord News) -", LEAD, REST]


def test_pages_with_their_text(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(HTML.encode()))
    (tmp_path / "ground-truth.json").write_text(json.dumps({"a": {"articleBody": f"{LEAD}\n{REST}"}}))
    assert score(tmp_path) == {"f1": 1.0, "precision": 1.0, "recall": 1.0}


def test_pages_with_lines(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML)
    lines = [{"text": LEAD, "keep": True}, {"text": "Not on the page", "keep": True}, {"text": JUNK, "keep": False}]
    (tmp_path / "gold.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    figures = score(tmp_path)
    assert (figures["kept"], figures["junk_removed"]) == (0.5, 1.0)
    assert figures["accuracy"] == pytest.approx(2 / 3)


def test_a_folder_of_another_form(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="neither"):
        score(tmp_path)
    (tmp_path / "gold.jsonl").touch()
    with pytest.raises(EvaluationError, match="no pages"):
        score(tmp_path)
    (tmp_path / "ground-truth.json").write_text("{}")
    with pytest.raises(EvaluationError, match="no page"):
        score(tmp_path)
