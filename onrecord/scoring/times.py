"""Scores time expressions on texts with TIMEX3 annotation, in the manner of TempEval-3 (UzZaman et al. 2013).

Data: JSON lines with `text`, `dct` (the date of the document, or null) and `timexes`, each with `start`, `end`,
`type`, `value` and `fid`. The line that states the date of the document itself (`CREATION_TIME`) is left out, as
TempEval leaves it out: what is found on top of it counts neither for nor against.
"""

import datetime as dt
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import EvaluationError
from onrecord.records import Span, Time, overlap
from onrecord.scoring.matching import Counts, pair_up

ParseText = Callable[[str, str | None], Sequence[Time]]
CREATION = "CREATION_TIME"


def score(path: Path, parse_text: ParseText) -> dict[str, float]:
    """F1 of spans and values over all documents of a file.

    `relaxed` counts found expressions that overlap a wanted one (paired one to one, longest overlap first); `strict`
    those with the same characters; `value` the relaxed pairs whose values are equal; `type_value` those whose type
    is equal too. Each also with `_precision` and `_recall`. Raises EvaluationError where a line has another form.
    """
    counts = {row: Counts() for row in ("relaxed", "strict", "value", "type_value")}
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), start=1):
        try:
            document = json.loads(line)
            text, published, wanted = document["text"], document["dct"], document["timexes"]
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise EvaluationError(f"{path}, line {number}: not a document with text, dct and timexes") from error
        _count(wanted, parse_text(text, iso_date(published)), counts)
    found: dict[str, float] = {}
    for row, counted in counts.items():
        found |= {row: counted.f1, f"{row}_precision": counted.precision, f"{row}_recall": counted.recall}
    return found


def iso_date(written: str | None) -> str | None:
    """A document's date as YYYY-MM-DD; null for none and for anything else (a few are written day first)."""
    if written is None:
        return None
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return dt.datetime.strptime(written, form).date().isoformat()
        except ValueError:
            continue
    return None


def _count(timexes: list[dict[str, Any]], times: Sequence[Time], counts: dict[str, Counts]) -> None:
    creation = [(t["start"], t["end"]) for t in timexes if t["fid"] == CREATION]
    gold = [t for t in timexes if t["fid"] != CREATION]
    spans: list[Span] = [(t["start"], t["end"]) for t in gold]
    times = [time for time in times if not any(overlap(time.span, span) for span in creation)]
    same = [time.span for time in times]
    pairs = pair_up(spans, same, lambda g, p: (g == p, shared) if (shared := overlap(g, p)) else None)
    values = [(g, p) for g, p in pairs if gold[g]["value"] == times[p].value]
    hits = {
        "relaxed": len(pairs),
        "strict": sum(spans[g] == same[p] for g, p in pairs),
        "value": len(values),
        "type_value": sum(gold[g]["type"] == times[p].type.value for g, p in values),
    }
    for row, hit in hits.items():
        counts[row].add(hit, len(times), len(gold))
