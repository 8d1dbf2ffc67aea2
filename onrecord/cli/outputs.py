"""Where a command writes: standard output, one file, or a folder with one file a report."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

from onrecord.errors import UnwritableOutput

SUFFIXES = {"terminal": ".txt", "notebook": ".html"}  # other formats are suffixes themselves
STANDARD_INPUT = "-"


def is_folder(output: str) -> bool:
    """Whether an output means a folder: one that is there, or a path that ends like one."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def files_in(folder: str, origins: list[str], format: str) -> list[Path]:
    """The file for each report in a folder, named after it.

    Raises BadParameter where two reports would be written to the same file.
    """
    suffix = SUFFIXES.get(format, f".{format}")
    chosen: dict[Path, str] = {}
    for origin in origins:
        stem = "standard-input" if origin == STANDARD_INPUT else Path(origin).stem or "report"
        path = Path(folder, stem + suffix)
        if path in chosen:
            raise typer.BadParameter(f"{chosen[path]} and {origin} would both be written to {path}; read them apart")
        chosen[path] = origin
    return list(chosen)


def refuse_to_overwrite(origins: list[str], targets: list[Path]) -> None:
    """Raises BadParameter where an output is one of the reports themselves."""
    inputs = {Path(origin).resolve() for origin in origins if origin != STANDARD_INPUT}
    for target in targets:
        if target.resolve() in inputs:
            raise typer.BadParameter(f"{target} is one of the reports; it would be overwritten")


@contextmanager
def opened(path: Path | None, *, exact: bool) -> Iterator[TextIO]:
    """A stream to write to: a file, its folder made where it is missing, or standard output for null.

    `exact` output is UTF-8 with plain line ends everywhere; what is meant for people takes the terminal's encoding.
    Raises UnwritableOutput.
    """
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            if exact:
                sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
            else:
                sys.stdout.reconfigure(errors="replace")
        yield sys.stdout
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A file's name may hold bytes that are no UTF-8; their escapes are what JSON calls for.
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise UnwritableOutput(str(path), error.strerror or str(error)) from error
