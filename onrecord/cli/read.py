"""`onrecord read FILE…`: print the record of one or more reports."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from onrecord.cli import outputs

if TYPE_CHECKING:
    from onrecord.records import Reading

TERMINAL = "terminal"
ONE_A_FILE = frozenset({"json", "html", "notebook"})


def read(
    files: Annotated[list[str], typer.Argument(help="Text or HTML files; - reads standard input.", metavar="FILE")],
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", help="terminal, json, jsonl, html, or another that is installed.", metavar="NAME"
        ),
    ] = TERMINAL,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="Write to this file, or into this folder, one file a report.", metavar="PATH"
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(help="The date of publication, where the reports do not give it.", metavar="YYYY-MM-DD"),
    ] = None,
    reference: Annotated[
        str | None,
        typer.Option(
            help="The day up to which a date without a year is understood (default: today).", metavar="YYYY-MM-DD"
        ),
    ] = None,
    text: Annotated[bool, typer.Option(help="Show the report's text above its record (terminal only).")] = True,
) -> None:
    """Read reports and print their record.

    A report that cannot be read is named on standard error and passed over; the exit status is then 1.
    """
    _check_format(format)
    dates = _date(published), _date(reference)
    folder = output is not None and outputs.is_folder(output)
    if format in ONE_A_FILE and len(files) > 1 and not folder:
        raise typer.BadParameter(
            f"{format} holds one report; use --format jsonl for several, or --output FOLDER/ for a file each"
        )
    targets = _targets(files, format, output, folder)
    outputs.refuse_to_overwrite(files, [target for target in targets if target is not None])
    done = 0
    with ExitStack() as stack:
        out: TextIO | None = None
        for target, reading in zip(targets, _readings(files, *dates), strict=True):
            if reading is None:
                continue
            if format != TERMINAL:
                _tell_if_not_coded(reading)
            if folder:
                with outputs.opened(target, exact=True) as one:
                    _print(reading, format, one, text)
            else:
                if out is None:
                    out = stack.enter_context(outputs.opened(target, exact=format != TERMINAL))
                elif format == TERMINAL:
                    out.write("\n\n")
                _print(reading, format, out, text)
            done += 1
    if done < len(files):
        if len(files) > 1:
            _tell(f"{done} of {len(files)} reports read, {len(files) - done} passed over")
        raise typer.Exit(1)


def _check_format(format: str) -> None:
    from onrecord.errors import UnknownFormat
    from onrecord.records.formats import formats

    known = [TERMINAL, *formats()]
    if format not in known:
        raise typer.BadParameter(str(UnknownFormat(format, known)))


def _targets(files: list[str], format: str, output: str | None, folder: bool) -> list[Path | None]:
    """The file that each report is written to; null for standard output."""
    if output is None:
        return [None] * len(files)
    return [*outputs.files_in(output, files, format)] if folder else [Path(output)] * len(files)


def _readings(files: list[str], published: str | None, reference: str | None) -> Iterator["Reading | None"]:
    """A reading for each file, or null where it cannot be read and standard error says why."""
    from onrecord.errors import SourceError
    from onrecord.pipeline import read as read_one

    progress = len(files) > 1 and sys.stderr.isatty() and not sys.stdout.isatty()
    for number, name in enumerate(files, 1):
        if progress:
            sys.stderr.write(f"\r\x1b[K{number} of {len(files)}")
        try:
            yield read_one(name, published=published, reference=reference)
        except SourceError as error:
            _tell(str(error))
            yield None
    if progress:
        sys.stderr.write("\r\x1b[K")


def _print(reading: "Reading", format: str, out: TextIO, text: bool) -> None:
    if format == TERMINAL:
        from onrecord.views.terminal import show

        show(reading, out, text=text)
    else:
        out.write(reading.to(format).rstrip("\n") + "\n")
    out.flush()


def _tell_if_not_coded(reading: "Reading") -> None:
    """Say on standard error what a terminal's record says for itself."""
    from onrecord.views.lookup import Lookup

    if told := Lookup(reading).not_coded:
        _tell(f"{reading.article.origin}: {told}")


def _tell(message: str) -> None:
    """A line on standard error; the names of files may hold anything."""
    from onrecord.views.visible import one_line

    start = "\r\x1b[K" if sys.stderr.isatty() else ""
    sys.stderr.write(f"{start}onrecord: {one_line(message)}\n")


def _date(value: str | None) -> str | None:
    import datetime as dt

    if value is not None:
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            raise typer.BadParameter(f"{value!r} is not a date; write it as YYYY-MM-DD") from None
    return value
