"""Finds the source that opens an origin. Installed sources are asked before those that come with the program.

A source is a pair of functions: `accepts(origin)` says whether it can open the origin at all, `open(origin, published)`
opens it. Another package offers one as an entry point of the group `onrecord.sources` whose object is a `Source`.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from onrecord.records import Report
from onrecord.sources import files

GROUP = "onrecord.sources"


@dataclass(frozen=True, slots=True)
class Source:
    """A way to open reports: its name, what it accepts, and how it opens what it accepts (may raise SourceError)."""

    name: str
    accepts: Callable[[str], bool]
    open: Callable[[str, dt.date | None], Report]


BUILT_IN = (
    Source("standard input", files.accepts_standard_input, files.open_standard_input),
    Source("file", files.accepts_file, files.open_file),
)


@cache
def sources() -> tuple[Source, ...]:
    """All sources in the order in which they are asked: installed ones by name, then those built in."""
    installed = [point.load() for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)]
    return (*installed, *BUILT_IN)


def open_report(origin: str | Path, *, published: dt.date | None = None) -> Report:
    """Open one report: a text or HTML file (told by content), or standard input (`-`).

    `published` is the date of publication where the user knows it. Text is decoded whole and unchanged, line ends
    included; `Report.notes` say what was guessed or replaced. Raises a SourceError that says what is wrong with the
    origin: MissingSource, NotAFile, EmptySource, BinarySource or UnreadableSource.
    """
    name = str(origin)
    chosen = next(source for source in sources() if source.accepts(name))
    return chosen.open(name, published)
