"""Reads mutated copies of reports and counts those that raise or whose statements are out of form.

    python evaluation/statement_mutations.py DATA.jsonl --copies 10000 --seed 1

Each copy is a run of paragraphs of one document in which marks are deleted, doubled or swapped and paragraphs are cut.
The same seed gives the same copies. Prints the failures' seeds and a count; ends with status 1 where there are any.
"""

import argparse
import random
import sys
import traceback
from pathlib import Path

from onrecord.records import Reading
from onrecord.scoring.benchmarks import read_plain
from onrecord.scoring.statements import documents

MARKS = "\"'“”‘’«»`"
PARAGRAPHS = 8  # of a document in one copy: what is broken in one paragraph shows in the next few
SHARE = 0.3  # of the marks that are changed


def main() -> None:
    """Read the copies and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--copies", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    texts = [document["text"] for document in documents(chosen.data)]
    failures = 0
    for number in range(chosen.copies):
        rng = random.Random(f"{chosen.seed}-{number}")
        text = mutated(rng.choice(texts), rng)
        try:
            wrong = out_of_form(read_plain(text))
        except Exception:  # noqa: BLE001 - whatever is raised is what is looked for
            wrong = traceback.format_exc()
        if wrong:
            failures += 1
            print(f"copy {number} of seed {chosen.seed}: {wrong}", file=sys.stderr)
    print(f"{chosen.copies} copies read, {failures} failed")
    sys.exit(1 if failures else 0)


def mutated(text: str, rng: random.Random) -> str:
    """A copy of some paragraphs with marks deleted, doubled and swapped, and the last paragraph cut."""
    paragraphs = [line for line in text.split("\n") if line.strip()]
    first = rng.randrange(max(1, len(paragraphs) - PARAGRAPHS + 1))
    kept = paragraphs[first : first + PARAGRAPHS]
    if rng.random() < SHARE:
        rng.shuffle(kept)
    changed = "\n\n".join("".join(_change(character, rng) for character in line) for line in kept)
    return changed[: rng.randrange(len(changed) // 2, len(changed)) + 1] if changed else text


def _change(character: str, rng: random.Random) -> str:
    if character not in MARKS or rng.random() > SHARE:
        return character
    return rng.choice(("", character * 2, rng.choice(MARKS)))


def out_of_form(reading: Reading) -> str:
    """What is wrong with a reading's statements, or nothing."""
    ids = {one.id for one in reading.statements}
    length = len(reading.article.text)
    if len(ids) != len(reading.statements):
        return "two statements share an id"
    for one in reading.statements:
        ends = [0]
        for start, end in one.content:
            if not ends[-1] <= start < end <= length:
                return f"content {one.content} is out of order or outside the text"
            ends.append(end)
        if not one.content or one.within == one.id or (one.within is not None and one.within not in ids):
            return f"statement {one.id} is empty or stands within nothing"
    return ""


if __name__ == "__main__":
    main()
