"""Raises `floors.json` to the figures of `results.json`: `python -m evaluation.floors [--allow-lower]`.

A floor is the figure reached less a margin for the last bits of 8-bit products, which differ between processors. Only
figures that stand for their benchmark have one. A floor is never lowered without `--allow-lower`.
"""

import argparse
import json

from evaluation.figures import FLOORS, RESULTS
from onrecord.scoring.benchmarks import BENCHMARKS

MARGIN = 0.008


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--allow-lower", action="store_true", help="take a figure that fell as the new floor")
    args = parser.parse_args()
    results = json.loads(RESULTS.read_text(encoding="utf-8"))["figures"]
    old = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    floors: dict[str, dict[str, dict[str, float]]] = {}
    for one in BENCHMARKS:
        for label, figures in results.get(one.name, {}).items():
            before = old.get(one.name, {}).get(label, {})
            kept = floors.setdefault(one.name, {}).setdefault(label, {})
            for figure in one.headline:
                if figure in figures:
                    reached = round(max(figures[figure] - MARGIN, 0.0), 3)
                    kept[figure] = reached if args.allow_lower else max(reached, before.get(figure, 0.0))
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
