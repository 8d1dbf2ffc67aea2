"""The benchmarks that `onrecord eval` can run: each a name, its data, and a function from the data to figures.

Data are found below a root folder (`../shared` beside a checkout) unless another file or folder of the same form is
named. Figures are fractions from 0 to 1.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from onrecord.errors import EvaluationError
from onrecord.records import Reading, Time

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Dataset:
    """One set of data that a benchmark runs on. `others` holds what others reach, by figure, and who they are."""

    label: str
    path: str
    raw: bool = False
    others: dict[str, tuple[float, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A benchmark: what it measures, how, on which data, and the figures that stand for it in the table."""

    name: str
    measures: str
    run: Callable[[Path, bool], Figures]
    datasets: tuple[Dataset, ...]
    headline: tuple[str, ...]


def read_plain(text: str, published: dt.date | str | None = None) -> Reading:
    """Read a benchmark's text as a user's file would be read."""
    from onrecord.pipeline import read_text

    return read_text(text, published=published)


def _parse(path: Path, raw: bool) -> Figures:
    from onrecord.scoring import parsing

    return parsing.score(path, raw=raw)


def _names(path: Path, raw: bool) -> Figures:
    from onrecord.scoring import names

    return names.score(path)


def _gold(path: Path, raw: bool) -> Figures:
    from onrecord.scoring import gold

    return gold.score(path, read_plain)


def _statements(path: Path, raw: bool) -> Figures:
    from onrecord.scoring import statements

    return statements.score(path, read_plain)


def _events_gsr(path: Path, raw: bool) -> Figures:
    from onrecord.scoring import events

    return events.score_gsr(path, read_plain)


def _events_plv(path: Path, raw: bool) -> Figures:
    from onrecord.scoring import events

    return events.score_plv(path, read_plain)


def _times_of(text: str, published: dt.date | str | None) -> tuple[Time, ...]:
    return read_plain(text, published).times


def _times(path: Path, raw: bool) -> Figures:
    from onrecord.scoring import times

    return times.score(path, _times_of)


def _extraction(path: Path, raw: bool) -> Figures:
    from onrecord.scoring import extraction

    return extraction.score(path)


def _actors(path: Path, raw: bool) -> Figures:
    from onrecord.scoring import actors

    return actors.score(path)


BENCHMARKS = (
    Benchmark(
        "parse",
        "tokens, sentences, tags, lemmas and trees",
        _parse,
        (
            Dataset("EWT test", "treebank/ewt-test.conllu"),
            Dataset("GUM test", "treebank/gum_open-test.conllu"),
            Dataset("EWT test, raw text", "treebank/ewt-test.conllu", raw=True),
            Dataset("GUM test, raw text", "treebank/gum_open-test.conllu", raw=True),
        ),
        ("tokens", "sentences", "upos", "lemma", "uas", "las"),
    ),
    Benchmark(
        "names",
        "names of people, organisations and places",
        _names,
        (
            Dataset("UNER EWT test", "bench/entities/uner_ewt-test.iob2"),
            Dataset("re3d", "bench/entities/re3d_open"),
        ),
        ("f1",),
    ),
    Benchmark(
        "gold",
        "whole reports annotated by hand, all layers",
        _gold,
        (Dataset("eight reports", "bench/gold"),),
        (
            "residue",
            "actors",
            "actor_country",
            "actor_sector",
            "statements",
            "statements_speaker",
            "events",
            "events_full",
            "event_status",
            "event_attribution",
            "times",
        ),
    ),
    Benchmark(
        "statements",
        "who said what (PolNeAR)",
        _statements,
        (
            Dataset(
                "PolNeAR dev",
                "bench/statements/polnear_dev.jsonl",
                others={
                    "direct": (0.91, "marks and nearest said"),
                    "direct_speaker": (0.73, "marks and nearest said"),
                    "all": (0.51, "clause rules"),
                    "all_speaker": (0.41, "clause rules"),
                },
            ),
        ),
        ("direct", "direct_speaker", "speech", "speech_speaker", "all", "all_speaker"),
    ),
    Benchmark(
        "events-gsr",
        "PLOVER type among those found in a sentence",
        _events_gsr,
        (
            Dataset(
                "PLOVER gold sentences, dev",
                "bench/events/plover_gsr.dev.jsonl",
                others={"type": (0.42, "CAMEO 2.0 verb dictionary")},
            ),
        ),
        ("type", "actors", "recipients", "both"),
    ),
    Benchmark(
        "events-plv",
        "root type of marked actors' event",
        _events_plv,
        (
            Dataset(
                "PLV train",
                "bench/events/plv_train.jsonl",
                others={"root": (0.43, "CAMEO 2.0 verb dictionary")},
            ),
        ),
        ("root", "coverage"),
    ),
    Benchmark(
        "times",
        "TIMEX3 values against the report's date",
        _times,
        (
            Dataset(
                "MEANTIME",
                "bench/times/meantime_en.jsonl",
                others={"value": (0.71, "recognizers-text")},
            ),
        ),
        ("value", "type_value", "strict"),
    ),
    Benchmark(
        "extraction",
        "article text out of pages",
        _extraction,
        (
            Dataset(
                "article extraction benchmark",
                "bench/extraction/aeb",
                others={"f1": (0.960, "trafilatura")},
            ),
            Dataset("residue pages", "bench/extraction/residue_pages"),
        ),
        ("f1",),
    ),
    Benchmark(
        "actors",
        "who is meant",
        _actors,
        (Dataset("GUM test pronouns", "treebank/gum_open-test.conllu"),),
        ("pronouns",),
    ),
)


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one run: `name` is the benchmark's, `label` the data's."""

    name: str
    label: str
    figures: Figures
    headline: tuple[str, ...]
    others: dict[str, tuple[float, str]]


def benchmark(name: str) -> Benchmark:
    """The benchmark of this name. Raises EvaluationError, which lists those that there are."""
    for one in BENCHMARKS:
        if one.name == name:
            return one
    raise EvaluationError(f"there is no benchmark {name!r}; use one of: {', '.join(one.name for one in BENCHMARKS)}")


def planned(
    names: tuple[str, ...], root: Path, data: Path | None = None, raw: bool = False
) -> list[tuple[Benchmark, Dataset, Callable[[], Figures]]]:
    """What to run, in order: all benchmarks whose data are below `root`, or those named, or one on data of its own.

    Raises EvaluationError when named data are missing.
    """
    chosen = [benchmark(name) for name in names] or list(BENCHMARKS)
    if data is not None:
        if len(chosen) != 1:
            raise EvaluationError("--data goes with the name of one benchmark")
        if not data.exists():
            raise EvaluationError(f"{data}: there is no such file or folder")
        return [(chosen[0], Dataset(data.name, str(data), raw=raw), partial(chosen[0].run, data, raw))]
    plan: list[tuple[Benchmark, Dataset, Callable[[], Figures]]] = []
    for one in chosen:
        for dataset in one.datasets:
            path = root / dataset.path
            if path.exists():
                plan.append((one, dataset, partial(one.run, path, dataset.raw)))
            elif names:
                raise EvaluationError(f"{path}: the data of {one.name!r} are not there; name them with --data")
    if not plan:
        raise EvaluationError(f"{root}: no benchmark's data are there; name the folder with --root")
    return plan
