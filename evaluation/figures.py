"""Measures everything and writes the figures down: `python -m evaluation.figures [--only NAME …] [--root DIR]`.

`evaluation/results.json` holds every figure of every benchmark that could run; `docs/reference/figures.md` and the
tables of README and model card are written from it. With `--only`, the other benchmarks keep the figures they had.
"""

import argparse
import json
import platform
from collections.abc import Mapping
from pathlib import Path

from evaluation.footprint import measure
from onrecord.pipeline import version
from onrecord.scoring.benchmarks import BENCHMARKS, Dataset, planned

HERE = Path(__file__).parent
ROOT = HERE.parent
RESULTS = HERE / "results.json"
FLOORS = HERE / "floors.json"
PAGE = ROOT / "docs" / "reference" / "figures.md"
README = ROOT / "README.md"
CARD = ROOT / "onrecord" / "language" / "model" / "README.md"
BEGIN, END = "<!-- figures: written by `make figures` -->", "<!-- end of figures -->"

Results = dict[str, dict[str, dict[str, float]]]

README_ROWS = (
    ("Dependency trees, English-EWT test, gold tokens (LAS)", "parse", "EWT test", "las"),
    ("Names of people, organisations, places (F1)", "names", "UNER EWT test", "f1"),
    ("Direct speech: content (F1)", "statements", "PolNeAR dev", "direct"),
    ("Direct speech: content with the right speaker (F1)", "statements", "PolNeAR dev", "direct_speaker"),
    ("All attributions: content (F1)", "statements", "PolNeAR dev", "all"),
    ("All attributions: content with the right speaker (F1)", "statements", "PolNeAR dev", "all_speaker"),
    ("PLOVER type found in the sentence", "events-gsr", "PLOVER gold sentences, dev", "type"),
    ("PLOVER root type, actors given", "events-plv", "PLV train", "root"),
    ("Time values (F1)", "times", "MEANTIME", "value"),
    ("Article text out of pages (4-gram F1)", "extraction", "article extraction benchmark", "f1"),
    ("Whole reports: page junk (F1 by characters)", "gold", "eight reports", "residue"),
    ("Whole reports: actors (F1)", "gold", "eight reports", "actors"),
    ("Whole reports: statements with speaker (F1)", "gold", "eight reports", "statements_speaker"),
    ("Whole reports: events by type and sentence (F1)", "gold", "eight reports", "events"),
)


def main() -> None:
    args = _arguments()
    results: Results = json.loads(RESULTS.read_text(encoding="utf-8"))["figures"] if RESULTS.exists() else {}
    for one, dataset, run in planned(tuple(args.only), args.root):
        print(f"{one.name}: {dataset.label}", flush=True)
        found = run()
        results.setdefault(one.name, {})[dataset.label] = {key: round(value, 4) for key, value in found.items()}
    footprint = {key: round(value, 2) for key, value in measure(ROOT / "examples" / "meeting.txt").items()}
    made_by = version()
    data = {
        "onrecord": made_by.onrecord,
        "model": made_by.model,
        "codebook": made_by.codebook,
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "footprint": footprint,
        "figures": results,
    }
    RESULTS.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    write_documents(data)


def write_documents(data: Mapping[str, object]) -> None:
    """Write the page of figures and the README's table from the results."""
    PAGE.write_text(figures_page(data), encoding="utf-8")
    _between_marks(README, readme_table(data))
    _between_marks(CARD, card_table(data))


def _between_marks(path: Path, table: str) -> None:
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    path.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


def readme_table(data: Mapping[str, object]) -> str:
    """The README's table: a few figures, what others reach, and the size and speed of the whole."""
    results, footprint = data["figures"], data["footprint"]
    assert isinstance(results, dict)
    assert isinstance(footprint, dict)
    lines = ["| what | onrecord | others |", "|---|---:|---|"]
    for title, name, label, figure in README_ROWS:
        value = results.get(name, {}).get(label, {}).get(figure)
        if value is not None:
            lines.append(f"| {title} | {value:.3f} | {_other(_dataset(name, label), figure)} |")
    lines.append("")
    lines.append(
        f"Installed with everything it needs at run time: {footprint['megabytes_installed']:.0f} MB "
        f"({footprint['megabytes_onrecord']:.0f} MB of them onrecord). From a cold start, `onrecord --help` answers in "
        f"{footprint['seconds_help']:.2f} s and a first report is read in {footprint['seconds_first_report']:.1f} s "
        "on two cores without a GPU."
    )
    return "\n".join(lines)


def card_table(data: Mapping[str, object]) -> str:
    """The model card's table: trees and names, one row a set of data."""
    results = data["figures"]
    assert isinstance(results, dict)
    lines = [f"Version {data['model']}.", ""]
    for name in ("parse", "names"):
        rows: dict[str, dict[str, float]] = results.get(name, {})
        columns = list(dict.fromkeys(figure for row in rows.values() for figure in row))
        if rows:
            lines += [f"| {name} | {' | '.join(columns)} |", f"|---|{'---:|' * len(columns)}"]
            lines += [
                f"| {label} | {' | '.join(f'{row[key]:.3f}' if key in row else '' for key in columns)} |"
                for label, row in rows.items()
            ]
            lines.append("")
    return "\n".join(lines).rstrip("\n")


def figures_page(data: Mapping[str, object]) -> str:
    """The page with every figure of every benchmark, its floor, and the command that gives it."""
    results = data["figures"]
    assert isinstance(results, dict)
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    lines = [
        "# Figures",
        "",
        "Written by `make figures`; `onrecord eval NAME` gives each of them again. "
        f"onrecord {data['onrecord']}, model {data['model']}, codebook {data['codebook']}; {data['machine']}.",
    ]
    for one in BENCHMARKS:
        for dataset in one.datasets:
            found = results.get(one.name, {}).get(dataset.label)
            if found is None:
                continue
            raw = " --raw" if dataset.raw else ""
            lines += ["", f"## {one.name}: {dataset.label}", "", f"{one.measures[0].upper()}{one.measures[1:]}. "
                      f"`onrecord eval {one.name} --data {dataset.path}{raw}`", "",
                      "| figure | onrecord | floor | others |", "|---|---:|---:|---|"]  # fmt: skip
            for figure, value in found.items():
                floor = floors.get(one.name, {}).get(dataset.label, {}).get(figure)
                shown = f"{floor:.3f}" if floor is not None else ""
                lines.append(f"| {figure} | {value:.3f} | {shown} | {_other(dataset, figure)} |")
    return "\n".join(lines) + "\n"


def _dataset(name: str, label: str) -> Dataset:
    return next(data for one in BENCHMARKS if one.name == name for data in one.datasets if data.label == label)


def _other(dataset: Dataset, figure: str) -> str:
    other = dataset.others.get(figure)
    return f"{other[0]:.3f} {other[1]}" if other else ""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path("../shared"), help="the folder that the data are in")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="benchmarks to measure anew")
    return parser.parse_args()


if __name__ == "__main__":
    main()
