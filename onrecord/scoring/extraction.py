"""Scores the article found in a page against its text as people marked it.

Two forms of data. `ground-truth.json` with `html/<id>.html.gz` is the article extraction benchmark (Zyte, MIT): texts
are compared by their 4-grams of words (shingles), counted as often as they occur; precision and recall are averaged
over the pages, and F1 is that of the two averages. `gold.jsonl` beside HTML files holds lines of invented pages, each
with whether it belongs to the story (`keep`): the share of junk lines that are left in it, and of its lines kept.
"""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord.articles import find_article
from onrecord.errors import EvaluationError
from onrecord.records import Article, BlockKind
from onrecord.scoring.matching import Counts
from onrecord.sources import report_from_bytes

SHINGLE = 4  # words; the benchmark's own choice
_TOKEN = re.compile(r"\w+", re.UNICODE)
_SPACE = re.compile(r"\s+")
STORY = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST})


def score(folder: Path) -> dict[str, float]:
    """Score a folder of pages in either form. Figures are fractions; `f1` is the one to compare.

    Raises EvaluationError where the folder holds neither form.
    """
    folder = Path(folder)
    if (folder / "ground-truth.json").is_file():
        return _score_shingles(folder)
    if (folder / "gold.jsonl").is_file():
        return _score_lines(folder)
    raise EvaluationError(f"{folder}: neither ground-truth.json nor gold.jsonl is in this folder")


def story_text(article: Article) -> str:
    """What an extractor would give: the paragraphs, headings and lists of the story, a line each, with the dateline."""
    blocks = article.blocks
    lead = article.dateline.span if article.dateline is not None and article.dateline.place is not None else None
    return "\n".join(
        article.text[block.start : block.end] for block in blocks if block.kind in STORY or block.span == lead
    )


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The text's runs of four words, each as often as it occurs; of a shorter text, its words as one run."""
    words = _TOKEN.findall(text)
    if len(words) < SHINGLE:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def _score_shingles(folder: Path) -> dict[str, float]:
    truth: dict[str, Any] = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    precisions, recalls = [], []
    for page in sorted(truth):
        path = folder / "html" / f"{page}.html.gz"
        article = find_article(report_from_bytes(gzip.decompress(path.read_bytes()), origin=path.name))
        counts = compare(shingles(truth[page].get("articleBody", "")), shingles(story_text(article)))
        if counts.predicted:
            precisions.append(counts.hits / counts.predicted)
        if counts.gold:
            recalls.append(counts.hits / counts.gold)
    if not truth or not precisions or not recalls:
        raise EvaluationError(f"{folder}: no page could be compared")
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    both = precision + recall
    return {"f1": 2 * precision * recall / both if both else 0.0, "precision": precision, "recall": recall}


def compare(gold: Counter[tuple[str, ...]], found: Counter[tuple[str, ...]]) -> Counts:
    """Shared, found and wanted shingles."""
    return Counts((gold & found).total(), found.total(), gold.total())


def _score_lines(folder: Path) -> dict[str, float]:
    lines = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line]
    kept, junk = Counts(), Counts()
    pages = sorted(folder.glob("*.html"))
    if not lines or not pages:
        raise EvaluationError(f"{folder}: no pages or no lines to compare")
    for path in pages:
        article = find_article(report_from_bytes(path.read_bytes(), origin=path.name))
        story = _SPACE.sub(" ", story_text(article))
        for line in lines:
            found = _stands_in(line["text"], story)
            if line["keep"]:
                kept.add(found, 0, 1)
            else:
                junk.add(not found, 0, 1)
    right = kept.hits + junk.hits
    return {
        "f1": 2 * kept.hits / (2 * kept.hits + (kept.gold - kept.hits) + (junk.gold - junk.hits)),
        "kept": kept.recall,
        "junk_removed": junk.recall,
        "accuracy": right / (kept.gold + junk.gold),
    }


def _stands_in(line: str, story: str) -> bool:
    """Whether a line stands in the story, its dateline apart."""
    line = _SPACE.sub(" ", line)
    return line in story or line.split(" -- ", 1)[-1] in story
