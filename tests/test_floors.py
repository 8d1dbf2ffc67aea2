"""The floors: no figure falls below what was reached before, where the benchmarks' data lie beside this checkout."""

import json
from pathlib import Path

import pytest

from onrecord.scoring.benchmarks import benchmark

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = json.loads((ROOT / "evaluation" / "floors.json").read_text(encoding="utf-8"))
GUARDED = [(name, label) for name, datasets in FLOORS.items() for label in datasets]


@pytest.mark.parametrize("name, label", GUARDED, ids=[f"{name}: {label}" for name, label in GUARDED])
def test_no_figure_falls_below_its_floor(name: str, label: str) -> None:
    one = benchmark(name)
    dataset = next(data for data in one.datasets if data.label == label)
    path = SHARED / dataset.path
    if not path.exists():
        pytest.skip("the data are not beside this checkout")
    found = one.run(path, dataset.raw)
    floors = FLOORS[name][label]
    below = {
        figure: (round(found[figure], 4), floor) for figure, floor in floors.items() if round(found[figure], 4) < floor
    }
    assert not below, f"(found, floor): {below}"


def test_floors_name_figures_that_exist() -> None:
    for name, label in GUARDED:
        assert label in [data.label for data in benchmark(name).datasets]
        assert all(0 <= floor <= 1 for floor in FLOORS[name][label].values())
