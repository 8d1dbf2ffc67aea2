"""Scores readings against whole reports annotated by hand.

The form of the annotations: one JSON file a report with `residue`, `actors`, `statements`, `events`, `times` (spans
are character offsets), and its text in `texts/<id>.txt`. An item with `"optional": true` is doubtful and counts
neither way. Events are scored as happenings: a gold event and its repeats (`same_as`) are one item, found through any
of its mentions, and predictions linked by `same_as` are one item too. A statement matches at a character IoU of .5;
an event when its type is right and its sentence is the gold one.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import EvaluationError
from onrecord.records import ActorKind, BlockKind, Reading
from onrecord.scoring.matching import Counts, characters, intersection_over_union, pair_up

Annotation = dict[str, Any]
Read = Callable[[str], Reading]

IOU_MATCH = 0.5
LAYERS = ("residue", "actors", "statements", "events", "times")


def score(folder: Path, read: Read) -> dict[str, float]:
    """Read every report of a gold folder and score all layers together.

    `read` takes a report's text (no date is told) and gives its reading. Returns fractions: `<layer>` F1 with its
    `<layer>_precision` and `<layer>_recall`, and accuracies on the matched items (`actor_country`, `event_status`…).
    """
    tally = Tally()
    for gold, text in gold_reports(folder):
        score_report(gold, as_annotation(read(text)), tally)
    return tally.figures()


def gold_reports(folder: Path) -> Iterator[tuple[Annotation, str]]:
    """The annotated reports of a folder, in order, each with its text. Raises EvaluationError where there is none."""
    paths = sorted(Path(folder).glob("[0-9]*.json"))
    if not paths:
        raise EvaluationError(f"{folder}: no annotated reports (files such as 00-name.json) in this folder")
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        with (Path(folder) / "texts" / f"{path.stem}.txt").open(encoding="utf-8", newline="") as stream:
            yield {**{layer: [] for layer in LAYERS}, **gold}, stream.read()


def as_annotation(reading: Reading) -> Annotation:
    """A reading in the form of the annotations."""
    index = {event.id: position for position, event in enumerate(reading.events)}
    return {
        "residue": [block.span for block in reading.article.blocks if block.kind is BlockKind.RESIDUE],
        "actors": [
            {
                "key": actor.id,
                "name": actor.name,
                "country": actor.country,
                "sector": actor.sector,
                "mentions": [mention.span for mention in actor.mentions],
            }
            for actor in reading.actors
            if actor.kind is not ActorKind.PLACE
        ],
        "statements": [
            {"speaker": list(statement.speakers), "content": list(statement.content)}
            for statement in reading.statements
        ],
        "events": [
            {
                "type": event.type,
                "actors": list(event.actors),
                "recipients": list(event.recipients),
                "trigger": event.trigger,
                "sentence": event.sentence,
                "status": event.status.value,
                "attributed_to": list(event.attributed_to),
                "same_as": index.get(event.same_as) if event.same_as else None,
            }
            for event in reading.events
        ],
        "times": [{"span": time.span, "value": time.value} for time in reading.times],
    }


class Tally:
    """Counts a layer and a row of accuracies at a time, over many reports."""

    def __init__(self) -> None:
        self.layers: dict[str, Counts] = {}
        self.accuracies: dict[str, list[bool]] = {}

    def count(self, layer: str, hits: int, predicted: int, gold: int) -> None:
        self.layers.setdefault(layer, Counts()).add(hits, predicted, gold)

    def judge(self, row: str, right: bool) -> None:
        self.accuracies.setdefault(row, []).append(right)

    def matched(
        self,
        layer: str,
        pairs: list[tuple[int, int]],
        optional: Sequence[bool],
        predicted: int,
        right: Callable[[int, int], bool] = lambda g, p: True,
    ) -> None:
        """Count a paired layer, leaving out optional gold items and what was paired with them."""
        ignored = sum(optional[g] for g, _ in pairs)
        hits = sum(1 for g, p in pairs if not optional[g] and right(g, p))
        self.count(layer, hits, predicted - ignored, len(optional) - sum(optional))

    def figures(self) -> dict[str, float]:
        """All figures as fractions."""
        found: dict[str, float] = {}
        for layer, counts in self.layers.items():
            found[layer] = counts.f1
            found[f"{layer}_precision"] = counts.precision
            found[f"{layer}_recall"] = counts.recall
        for row, judged in self.accuracies.items():
            found[row] = sum(judged) / len(judged)
        return found


def score_report(gold: Annotation, predicted: Annotation, tally: Tally) -> None:
    """Score one report's annotation into a tally."""
    gold_junk, junk = characters(gold["residue"]), characters(predicted["residue"])
    tally.count("residue", len(gold_junk & junk), len(junk), len(gold_junk))
    actors = _ActorMatch(gold, predicted, tally)
    _score_statements(gold["statements"], predicted["statements"], actors, tally)
    _score_events(gold["events"], predicted["events"], actors, tally)
    _score_times(gold["times"], predicted["times"], tally)


def _shared(a: Sequence[int], b: Sequence[int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _spans(value: Any) -> list[Sequence[int]]:
    if not value:
        return []
    return [value] if isinstance(value[0], int) else list(value)


def _keys(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


class _ActorMatch:
    """Scores the actors and answers, for the other layers, whether two parties or speakers are the same."""

    def __init__(self, gold: Annotation, predicted: Annotation, tally: Tally) -> None:
        self.gold = {actor["key"]: actor for actor in gold["actors"]}
        self.predicted = {actor["key"]: actor for actor in predicted["actors"]}
        gold_actors, predicted_actors = gold["actors"], predicted["actors"]
        pairs = pair_up(gold_actors, predicted_actors, self._closeness)
        self.aligned = {predicted_actors[p]["key"]: gold_actors[g]["key"] for g, p in pairs}
        optional = [bool(actor.get("optional")) for actor in gold_actors]
        tally.matched("actors", pairs, optional, len(predicted_actors))
        for g, p in pairs:
            wanted, found = gold_actors[g], predicted_actors[p]
            if optional[g]:
                continue
            tally.judge("actor_country", found["country"] in [wanted["country"], *wanted.get("country_ok", [])])
            if wanted["sector"]:
                tally.judge("actor_sector", found["sector"] in [wanted["sector"], *wanted.get("sector_ok", [])])

    @staticmethod
    def _closeness(wanted: Annotation, found: Annotation) -> tuple[float, bool] | None:
        total = 0.0
        for g in wanted["mentions"]:
            total += max((_shared(g, p) / (max(g[1], p[1]) - min(g[0], p[0])) for p in found["mentions"]), default=0)
        return (total, not wanted.get("optional")) if total > 0 else None

    def same_speaker(self, wanted: Any, found: Any) -> bool:
        """Whether a mention that belongs to the wanted speakers alone overlaps one of the found ones."""
        wanted_keys, found_keys = _keys(wanted), _keys(found)
        others = [m for key, actor in self.gold.items() if key not in wanted_keys for m in actor["mentions"]]
        own = [m for key in wanted_keys for m in self.gold[key]["mentions"] if m not in others]
        theirs = [m for key in found_keys if key in self.predicted for m in self.predicted[key]["mentions"]]
        return any(_shared(a, b) for a in own for b in theirs)

    def same_parties(self, wanted: Sequence[str], found: Sequence[str]) -> bool:
        """Whether each wanted party was found and each found one was wanted."""
        return all(any(self._same_party(g, p) for p in found) for g in wanted) and all(
            any(self._same_party(g, p) for g in wanted) for p in found
        )

    def _same_party(self, wanted_key: str, found_key: str) -> bool:
        wanted, found = self.gold[wanted_key], self.predicted.get(found_key)
        if found is None:
            return False
        country = found["country"]
        return (
            self.aligned.get(found_key) == wanted_key
            or wanted["name"].lower() == found["name"].lower()
            or (country is not None and country in [wanted["country"], *wanted.get("country_ok", [])])
        )


def _score_statements(gold: list[Annotation], found: list[Annotation], actors: _ActorMatch, tally: Tally) -> None:
    found_chars = [characters(_spans(item["content"])) for item in found]
    gold_chars = [
        [characters(_spans(item[field])) for field in ("content", "content_alt") if item.get(field)] for item in gold
    ]

    def right_speaker(g: int, p: int) -> bool:
        return actors.same_speaker(gold[g]["speaker"], found[p]["speaker"])

    def closeness(g: int, p: int) -> tuple[float, bool, bool] | None:
        best = max(intersection_over_union(chars, found_chars[p]) for chars in gold_chars[g])
        return (best, right_speaker(g, p), not gold[g].get("optional")) if best >= IOU_MATCH else None

    pairs = pair_up(range(len(gold)), range(len(found)), closeness)
    optional = [bool(item.get("optional")) for item in gold]
    tally.matched("statements", pairs, optional, len(found))
    tally.matched("statements_speaker", pairs, optional, len(found), right_speaker)


def _clusters(events: list[Annotation]) -> list[list[Annotation]]:
    """Events that are one happening, by `same_as`, in the order of their first mention."""
    root: list[int] = []
    for position, event in enumerate(events):
        same = event.get("same_as")
        root.append(root[same] if same is not None and same < position else position)
    return [[e for e, r in zip(events, root, strict=True) if r == first] for first in sorted(set(root))]


def _score_events(gold: list[Annotation], found: list[Annotation], actors: _ActorMatch, tally: Tally) -> None:
    wanted, given = _clusters(gold), _clusters(found)

    def closeness(g: list[Annotation], p: list[Annotation]) -> tuple[bool, ...] | None:
        matches = [match for a in g for b in p if (match := _event_match(a, b, actors)) is not None]
        return (*max(matches), not g[0].get("optional")) if matches else None

    pairs = pair_up(wanted, given, closeness)
    best = {(g, p): closeness(wanted[g], given[p]) or () for g, p in pairs}
    optional = [bool(cluster[0].get("optional")) for cluster in wanted]
    tally.matched("events", pairs, optional, len(given))
    tally.matched("events_full", pairs, optional, len(given), lambda g, p: best[g, p][0])
    for g, p in pairs:
        if not optional[g]:
            tally.judge("event_status", best[g, p][3])
            tally.judge("event_attribution", best[g, p][4])


def _event_match(g: Mapping[str, Any], p: Mapping[str, Any], actors: _ActorMatch) -> tuple[bool, ...] | None:
    """Null unless type and sentence agree; else how well: parties, trigger, exact type, status, attribution."""
    gold_sentence, sentence = g["sentence"], p.get("sentence") or p["trigger"]
    shorter = min(gold_sentence[1] - gold_sentence[0], sentence[1] - sentence[0])
    shared = _shared(gold_sentence, sentence)
    if p["type"] not in [g["type"], *g.get("also_ok", [])] or not shared or 2 * shared < shorter:
        return None
    parties = actors.same_parties(g["actors"], p["actors"]) and actors.same_parties(g["recipients"], p["recipients"])
    if g["attributed_to"] and p["attributed_to"]:
        attribution = actors.same_speaker(g["attributed_to"], p["attributed_to"])
    else:
        attribution = not g["attributed_to"] and not p["attributed_to"]
    return (
        parties,
        bool(_shared(g["trigger"], p.get("trigger") or sentence)),
        p["type"] == g["type"],
        p["status"] in [g["status"], *g.get("status_ok", [])],
        attribution,
    )


def _score_times(gold: list[Annotation], found: list[Annotation], tally: Tally) -> None:
    def closeness(g: Annotation, p: Annotation) -> int | None:
        shared = _shared(g["span"], p["span"])
        return shared if shared and g["value"] == p["value"] else None

    pairs = pair_up(gold, found, closeness)
    taken = {p for _, p in pairs}
    doubtful = [item["span"] for item in gold if item.get("optional")]
    excused = sum(
        1
        for position, item in enumerate(found)
        if position not in taken and any(_shared(span, item["span"]) for span in doubtful)
    )
    tally.matched("times", pairs, [bool(item.get("optional")) for item in gold], len(found) - excused)
