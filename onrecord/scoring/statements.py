"""Statements against PolNeAR's form: one JSON object a line with `text`, `date` and `quotes`.

A gold item counts in its `spans` (content), `speaker_spans`, `type` and `speech_cue`; predictions in the characters
of their content. Items are paired one to one, closest first, where intersection over union of their characters is at
least .5. Three figures, each also with `_speaker` (the pair's speakers agree), `_precision` and `_recall`:

- `all`: all gold items against all predictions.
- `direct`: gold items of type direct, found when paired with a prediction of kind direct; counted against them are the
  predictions of kind direct, less those that are paired with a gold item of another type. (The data's type is derived
  from the marks: quotations in ''doubled apostrophes'' stand there as indirect, and one with a quotation inside it as
  mixed, so a prediction that names the very words of such an item is no error.)
- `direct_strict`: the same types and kinds paired among themselves, everything else an error, the data's types as they
  stand.
- `speech`: gold items marked `speech_cue`, found when paired with any prediction; counted against them are the
  predictions whose cue the lexicon has as speech, or that have none, less those paired with a gold item without mark.

Speakers agree when the predicted speaker's span shares a character with a gold source span, or both have none; a
prediction without a span of its own (a quotation that runs on) is asked for the mentions of its actors instead.
Predictions that lie for the greater part in stretches the annotators marked `discard` are left out.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.codebook.cues import load_cues
from onrecord.errors import EvaluationError
from onrecord.records import Reading, Span, Statement, StatementKind
from onrecord.scoring.matching import Counts, characters, intersection_over_union

Read = Callable[[str, str | None], Reading]

IOU_MATCH = 0.5  # the task's own definition of a found content


def score(path: Path, read: Read) -> dict[str, float]:
    """Score what `read` finds in the documents of a file. `read` takes a text and its date of publication.

    Raises EvaluationError where the file is of another form.
    """
    counts: dict[str, Counts] = {}
    for document in documents(path):
        score_document(document, read(document["text"], document.get("date")), counts)
    figures: dict[str, float] = {}
    for name, counted in counts.items():
        figures[name] = counted.f1
        figures[f"{name}_precision"] = counted.precision
        figures[f"{name}_recall"] = counted.recall
    return figures


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a file in order."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            document = json.loads(line)
            if not isinstance(document, dict) or "text" not in document or "quotes" not in document:
                raise EvaluationError(f"{path}, line {number}: needs the fields 'text' and 'quotes'")
            yield document


def score_document(document: Mapping[str, Any], reading: Reading, counts: dict[str, Counts]) -> None:
    """Add one document's counts."""
    gold: list[Mapping[str, Any]] = document["quotes"]
    discard = characters(document.get("discard", ()))
    found = [item for item in reading.statements if not _discarded(item, discard)]
    wanted_chars = [characters(item["spans"]) for item in gold]
    found_chars = [characters(item.content) for item in found]

    def right(g: int, p: int) -> bool:
        return speaker_agrees(gold[g]["speaker_spans"], found[p], reading)

    pairs = pair(wanted_chars, found_chars, range(len(gold)), range(len(found)))
    direct_gold = [g for g, item in enumerate(gold) if item["type"] == "direct"]
    direct_found = [p for p, item in enumerate(found) if item.kind is StatementKind.DIRECT]
    kinds = set(direct_found)
    among = [(g, p) for g, p in pairs if p in kinds]
    hits = [(g, p) for g, p in among if gold[g]["type"] == "direct"]
    _add(counts, "direct", hits, len(direct_found) - (len(among) - len(hits)), len(direct_gold), right)
    strict = pair(wanted_chars, found_chars, direct_gold, direct_found)
    _add(counts, "direct_strict", strict, len(direct_found), len(direct_gold), right)

    speech_gold = {g for g, item in enumerate(gold) if item["speech_cue"]}
    other = {p for g, p in pairs if g not in speech_gold}
    speech_pairs = [(g, p) for g, p in pairs if g in speech_gold]
    told = {p for p, item in enumerate(found) if is_speech(item, reading)} | {p for _, p in speech_pairs}
    _add(counts, "speech", speech_pairs, len(told - other), len(speech_gold), right)
    _add(counts, "all", pairs, len(found), len(gold), right)


def pair(
    gold: Sequence[set[int]], found: Sequence[set[int]], gold_of: Sequence[int], found_of: Sequence[int]
) -> list[tuple[int, int]]:
    """Pair contents one to one, closest first: indexes (gold, found) among those named."""
    close = []
    for g in gold_of:
        for p in found_of:
            if not gold[g] or not found[p] or gold[g].isdisjoint(found[p]):
                continue
            same = intersection_over_union(gold[g], found[p])
            if same >= IOU_MATCH:
                close.append((-same, g, p))
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for _, g, p in sorted(close):
        if g not in taken_gold and p not in taken_found:
            pairs.append((g, p))
            taken_gold.add(g)
            taken_found.add(p)
    return pairs


def speaker_agrees(gold: Sequence[Sequence[int]], statement: Statement, reading: Reading) -> bool:
    """Whether the predicted speaker is the gold source, by the rule in this module's description."""
    if statement.speaker_span is not None:
        spans: list[Span] = [statement.speaker_span]
    else:
        speakers = set(statement.speakers)
        spans = [mention.span for actor in reading.actors if actor.id in speakers for mention in actor.mentions]
    if not gold or not spans:
        return not gold and not spans
    return not characters(gold).isdisjoint(characters(spans))


def is_speech(statement: Statement, reading: Reading) -> bool:
    """Whether a statement's cue is a word of saying in the lexicon; true for a quotation without a cue."""
    if statement.cue is None or reading.parse is None:
        return True
    lexicon = load_cues()
    for index in reading.parse.tokens_in(statement.cue):
        lemma = reading.parse.tokens[index].lemma.lower()
        for part in ("verb", "noun", "adjective"):
            cue = lexicon.get((lemma, part))
            if cue is not None:
                return cue.cls.speech
    return True


def _discarded(statement: Statement, discard: set[int]) -> bool:
    covered = characters(statement.content)
    return 2 * len(covered & discard) > len(covered)


def _add(
    counts: dict[str, Counts],
    name: str,
    pairs: Sequence[tuple[int, int]],
    found: int,
    gold: int,
    right: Callable[[int, int], bool],
) -> None:
    counts.setdefault(name, Counts()).add(len(pairs), found, gold)
    agreed = sum(1 for g, p in pairs if right(g, p))
    counts.setdefault(f"{name}_speaker", Counts()).add(agreed, found, gold)
