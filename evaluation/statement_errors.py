"""Where statements go wrong on PolNeAR's form: a table of error classes with counts, and how sure is how right.

    python evaluation/statement_errors.py DATA.jsonl --out evaluation/statement_errors.md

Classes, over the pairing that the score uses:

- missed: a gold item that no prediction shares a character with;
- boundary: a gold item that predictions overlap, none by half;
- speaker: a pair whose speakers differ;
- invented: a prediction that no gold item shares a character with;
- inside: a prediction within a gold item's content (told inside another statement, which the data often leave out);
- overlapping: any other prediction without a partner.
"""

import argparse
from collections import Counter
from pathlib import Path

from onrecord.records import Reading, Statement
from onrecord.scoring.benchmarks import read_plain
from onrecord.scoring.matching import characters
from onrecord.scoring.statements import Read, documents, pair, speaker_agrees

BINS = 10


def main() -> None:
    """Read the data, print the table, and write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    table = tabulate(chosen.data, read_plain)
    print(table)
    if chosen.out:
        chosen.out.write_text(table + "\n", encoding="utf-8")


def tabulate(path: Path, read: Read) -> str:
    """The tables in Markdown; no text of the data is shown."""
    missing: Counter[tuple[str, str]] = Counter()
    extra: Counter[tuple[str, str]] = Counter()
    speakers: Counter[tuple[str, str]] = Counter()
    judged: list[tuple[float, bool]] = []
    for document in documents(path):
        gold, reading = document["quotes"], read(document["text"], document.get("date"))
        found = reading.statements
        wanted_chars = [characters(item["spans"]) for item in gold]
        found_chars = [characters(item.content) for item in found]
        pairs = pair(wanted_chars, found_chars, range(len(gold)), range(len(found)))
        paired_gold, paired_found = {g for g, _ in pairs}, {p for _, p in pairs}
        everything = set().union(*found_chars) if found_chars else set()
        for g, item in enumerate(gold):
            kind = f"{item['type']}, {'speech' if item['speech_cue'] else 'other'}"
            missing[kind, "found" if g in paired_gold else _loss(wanted_chars[g], everything)] += 1
        for p, statement in enumerate(found):
            extra[_rule(statement), "right" if p in paired_found else _surplus(found_chars[p], wanted_chars)] += 1
            judged.append((statement.confidence, p in paired_found))
        for g, p in pairs:
            if not speaker_agrees(gold[g]["speaker_spans"], found[p], reading):
                speakers[_speaker_rule(found[p], reading), "wrong speaker"] += 1
            else:
                speakers[_speaker_rule(found[p], reading), "right speaker"] += 1
    return "\n\n".join(
        (
            "# Errors of statements by class",
            "Written by `evaluation/statement_errors.py`.",
            "## Gold items\n\n" + _table(missing, ("found", "boundary", "missed")),
            "## Predictions by rule\n\n" + _table(extra, ("right", "inside", "overlapping", "invented")),
            "## Speakers of paired items by rule\n\n" + _table(speakers, ("right speaker", "wrong speaker")),
            f"## Calibration\n\nExpected calibration error ({BINS} bins of confidence against content found): "
            f"{calibration_error(judged):.3f} over {len(judged)} statements.",
        )
    )


def calibration_error(judged: list[tuple[float, bool]]) -> float:
    """Expected calibration error: how far confidence and share of right answers lie apart, weighted by bin size."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        bins.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    gaps = (abs(sum(c for c, _ in held) - sum(r for _, r in held)) for held in bins.values())
    return sum(gaps) / len(judged) if judged else 0.0


def _loss(wanted: set[int], everything: set[int]) -> str:
    return "missed" if wanted.isdisjoint(everything) else "boundary"


def _surplus(found: set[int], gold: list[set[int]]) -> str:
    near = [item for item in gold if not item.isdisjoint(found)]
    if not near:
        return "invented"
    return "inside" if any(found <= item for item in near) else "overlapping"


def _rule(statement: Statement) -> str:
    plain = [why for why in statement.why if ":" not in why]
    return ", ".join([statement.kind.value, *plain[:1]])


def _speaker_rule(statement: Statement, reading: Reading) -> str:
    return next((why for why in statement.why if why.startswith("speaker:")), "no cue of its own")


def _table(counts: Counter[tuple[str, str]], columns: tuple[str, ...]) -> str:
    totals: Counter[str] = Counter()
    for (row, _), count in counts.items():
        totals[row] += count
    lines = ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for row, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        lines.append(f"| {row} | " + " | ".join(str(counts[row, column]) for column in columns) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
