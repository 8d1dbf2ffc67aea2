"""`onrecord eval [NAME…]`: measure the program on benchmarks."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from onrecord.scoring.benchmarks import Result

FLOORS = Path("evaluation/floors.json")


def evaluate(
    names: Annotated[
        list[str] | None, typer.Argument(help="Benchmarks to run; all whose data are there if none is named.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option(help="Run one benchmark on this file or folder of the same form.")
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="parse: begin from raw text instead of gold tokens.")] = False,
    root: Annotated[Path, typer.Option(help="The folder that the benchmarks' data are in.")] = Path("../shared"),
    floors: Annotated[Path, typer.Option(help="The figures not to fall below.")] = FLOORS,
    as_json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
) -> None:
    """Run benchmarks and print one table: our figure, the best of others, and the floor."""
    from onrecord.scoring.benchmarks import Result, planned

    known = json.loads(floors.read_text(encoding="utf-8")) if floors.is_file() else {}
    results = []
    for one, dataset, run in planned(tuple(names or ()), root, data, raw):
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{one.name}: {dataset.label} …")
        results.append(Result(one.name, dataset.label, run(), one.headline, dataset.others))
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    if as_json:
        found: dict[str, dict[str, dict[str, float]]] = {}
        for result in results:
            found.setdefault(result.name, {})[result.label] = {k: round(v, 4) for k, v in result.figures.items()}
        typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        _print_table(results, known)


def _print_table(results: list["Result"], floors: dict[str, dict[str, dict[str, float]]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("benchmark", "data", "figure"):
        table.add_column(column, no_wrap=True)
    for column in ("onrecord", "others", "floor"):
        table.add_column(column, justify="right", no_wrap=True)
    for result in results:
        for position, figure in enumerate(name for name in result.headline if name in result.figures):
            value = result.figures[figure]
            other = result.others.get(figure)
            floor = floors.get(result.name, {}).get(result.label, {}).get(figure)
            first = position == 0
            below = floor is not None and round(value, 4) < floor
            table.add_row(
                result.name if first else "",
                result.label if first else "",
                figure,
                f"[{'red' if below else 'default'}]{value:.3f}[/]",
                f"{other[0]:.3f} {other[1]}" if other else "",
                f"{floor:.3f}" if floor is not None else "",
            )
    Console(width=None if sys.stdout.isatty() else 120).print(table)
