"""Scores the events of single sentences against two sets of gold sentences.

`score_gsr` takes the PLOVER gold records: a sentence, its one gold type (`event16`), and the spans of sources and
targets. `score_plv` takes sentences with a marked source and target and the root type of what passes between them.

Each sentence is read as a report of its own. Gold gives one event a sentence, while a sentence may tell several, so
`type` asks only whether the gold type is found, and `precision` (the share of events found whose type is the gold one)
is a lower bound: further events may be right. Events of every status count; what the sentence tells as planned or
denied has a type too.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import EvaluationError
from onrecord.records import Event, Reading, Span

Read = Callable[[str], Reading]
Row = dict[str, Any]

YIELD = frozenset({"CONCEDE", "RETREAT"})
"""The types that the PLV sentences do not tell apart."""


def score_gsr(path: Path, read: Read) -> dict[str, float]:
    """Score a file of PLOVER gold sentences. Raises EvaluationError where it is missing or of another form.

    Returns fractions: `type`, sentences whose gold type is among the types found; `precision`, events found whose type
    is their sentence's gold one; `coverage`, sentences with any event; `actors`, `recipients`, `both`, sentences in
    which an event of the gold type has an actor (a recipient, both) whose mention overlaps a gold span. A sentence
    without gold sources (targets) counts in `actors` (`recipients`) by its type alone. Where the gold marks the event
    as reciprocal, or the type found has all parties as actors, either side may hold a gold span.
    """
    hits = {"type": 0, "coverage": 0, "actors": 0, "recipients": 0, "both": 0}
    right = found = total = 0
    for row in _rows(path, ("text", "event16", "span")):
        reading = read(row["text"])
        total += 1
        typed = [event for event in reading.events if event.type == row["event16"]]
        found += len(reading.events)
        right += len(typed)
        hits["coverage"] += bool(reading.events)
        hits["type"] += bool(typed)
        sides = [_sides(reading, event, row) for event in typed]
        hits["actors"] += any(actor for actor, _ in sides)
        hits["recipients"] += any(recipient for _, recipient in sides)
        hits["both"] += any(actor and recipient for actor, recipient in sides)
    return {**{name: count / total for name, count in hits.items()}, "precision": right / found if found else 0.0}


def score_plv(path: Path, read: Read) -> dict[str, float]:
    """Score a file of sentences with marked parties. Raises EvaluationError where it is missing or of another form.

    Returns fractions of the sentences: `root`, those in which an event between the marked source and target (either
    one as actor or recipient; where there is none of both, an event with one of them; else any event of the sentence)
    has the gold root type, CONCEDE and RETREAT counted as one; `coverage`, those with any event.
    """
    roots = covered = total = 0
    for row in _rows(path, ("text", "source", "target", "event")):
        reading = read(row["text"])
        total += 1
        covered += bool(reading.events)
        ranked = [(_marked(reading, event, row), _root(event.type)) for event in reading.events]
        best = max((rank for rank, _ in ranked), default=0)
        roots += any(rank == best and root == _root(row["event"]) for rank, root in ranked)
    return {"root": roots / total, "coverage": covered / total}


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[Row]:
    if not path.is_file():
        raise EvaluationError(f"{path}: there is no such file")
    read_any = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise EvaluationError(f"{path}, line {number}: not JSON: {error}") from error
        missing = [key for key in needed if key not in row]
        if missing:
            raise EvaluationError(f"{path}, line {number}: it has no {', '.join(missing)}")
        read_any = True
        yield row
    if not read_any:
        raise EvaluationError(f"{path}: no sentences in this file")


def _root(type_: str) -> str:
    return "YIELD" if type_ in YIELD else type_


def _mentions(reading: Reading, ids: Sequence[str]) -> list[Span]:
    return [mention.span for actor in reading.actors if actor.id in ids for mention in actor.mentions]


def _meet(spans: Sequence[Span], gold: Sequence[Sequence[int]]) -> bool:
    return any(start < end_ and start_ < end for start, end in spans for start_, end_ in gold)


def _sides(reading: Reading, event: Event, row: Row) -> tuple[bool, bool]:
    """Whether the actors and the recipients of an event are those of the gold."""
    actors, recipients = _mentions(reading, event.actors), _mentions(reading, event.recipients)
    sources, targets = row["span"].get("SRC", []), row["span"].get("TAR", [])
    if row.get("reciprocal") or not event.recipients:
        actors = recipients = [*actors, *recipients]
    return not sources or _meet(actors, sources), not targets or _meet(recipients, targets)


def _marked(reading: Reading, event: Event, row: Row) -> int:
    """How many of the two marked parties take part in an event; a party that is marked nowhere in the text is none."""
    spans = [*_mentions(reading, event.actors), *_mentions(reading, event.recipients)]
    marked = [row[side]["span"] for side in ("source", "target")]
    return sum(_meet(spans, [span]) for span in marked if span is not None)
