"""The sources that come with the program: standard input and local files."""

import datetime as dt
import os
import sys
from pathlib import Path

from onrecord.errors import MissingSource, NotAFile, UnreadableSource
from onrecord.records import Report
from onrecord.sources.reports import report_from_bytes

STANDARD_INPUT = "-"


def accepts_standard_input(origin: str) -> bool:
    """Whether the origin means standard input."""
    return origin == STANDARD_INPUT


def open_standard_input(origin: str, published: dt.date | None) -> Report:
    """One report from all bytes of standard input. Raises UnreadableSource where there is none to read."""
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise UnreadableSource(origin, "there is no standard input here; name a file")
    try:
        data: bytes = stream.read()
    except OSError as error:
        raise UnreadableSource(origin, f"standard input cannot be read ({error.strerror})") from error
    return report_from_bytes(data, origin=origin, published=published)


def accepts_file(origin: str) -> bool:
    """Any origin may be a path; this is the source of last resort."""
    return True


def open_file(origin: str, published: dt.date | None) -> Report:
    """One report from a file of text or HTML. Raises MissingSource, NotAFile, UnreadableSource, and what its content
    calls for (EmptySource, BinarySource)."""
    path = Path(origin)
    try:
        if path.is_dir() or path.is_block_device() or (path.is_char_device() and not path.samefile(os.devnull)):
            raise NotAFile(origin)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingSource(origin) from error
    except PermissionError as error:
        raise UnreadableSource(origin, "you may not read this file; check its permissions") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableSource(origin, f"it cannot be read ({error})") from error
    return report_from_bytes(data, origin=origin, published=published)
