"""`onrecord read FILE…`: print the record of one or more reports."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

if TYPE_CHECKING:
    from onrecord.records import Reading

TERMINAL = "terminal"
ONE_A_FILE = frozenset({"json", "html", "notebook"})


def read(
    files: Annotated[list[str], typer.Argument(help="Text or HTML files; - reads standard input.", metavar="FILE...")],
    format: Annotated[
        str, typer.Option("--format", "-f", help="terminal, json, jsonl, html, or another that is installed.")
    ] = TERMINAL,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file instead of standard output.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="The date of publication, YYYY-MM-DD, where the report does not give it.")
    ] = None,
    reference: Annotated[
        str | None, typer.Option(help="The day up to which a date without a year is understood (default: today).")
    ] = None,
    text: Annotated[bool, typer.Option(help="Show the report's text above its record (terminal only).")] = True,
) -> None:
    """Read reports and print their record.

    A report that cannot be read is named on standard error and passed over; the exit status is then 1.
    """
    if format in ONE_A_FILE and len(files) > 1:
        raise typer.BadParameter(f"{format} holds one report; name one file, or use --format jsonl for several")
    skipped = 0
    with _opened(output) as out:
        for reading in _readings(files, _date(published), _date(reference)):
            if reading is None:
                skipped += 1
            else:
                _print(reading, format, out, text)
    if skipped:
        if len(files) > 1:
            sys.stderr.write(f"onrecord: {len(files) - skipped} of {len(files)} reports read, {skipped} passed over\n")
        raise typer.Exit(1)


def _readings(files: list[str], published: str | None, reference: str | None) -> Iterator["Reading | None"]:
    """A reading for each file, or null where it cannot be read and standard error says why."""
    from onrecord.errors import SourceError
    from onrecord.pipeline import read as read_one

    for name in files:
        try:
            yield read_one(name, published=published, reference=reference)
        except SourceError as error:
            sys.stderr.write(f"onrecord: {error}\n")
            yield None


def _print(reading: "Reading", format: str, out: TextIO, text: bool) -> None:
    if format == TERMINAL:
        from onrecord.views.terminal import show

        show(reading, out, text=text)
    else:
        out.write(reading.to(format).rstrip("\n") + "\n")
        out.flush()


def _date(value: str | None) -> str | None:
    import datetime as dt

    if value is not None:
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            raise typer.BadParameter(f"{value!r} is not a date; write it as YYYY-MM-DD") from None
    return value


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    try:
        stream = output.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise typer.BadParameter(f"cannot write {output}: {error.strerror}") from None
    with stream:
        yield stream
