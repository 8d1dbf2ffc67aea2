"""Builds reports from bytes, text or HTML that are in memory already."""

import datetime as dt

from onrecord.errors import BinarySource, EmptySource
from onrecord.records import Report
from onrecord.sources.decoding import decode, is_wide
from onrecord.sources.sniffing import control_characters, is_binary, is_html, signature


def report_from_bytes(data: bytes, *, origin: str, published: dt.date | None = None) -> Report:
    """A report from a file's bytes, told by content to be text or HTML. The whole of it is decoded, nothing cut.

    `published` is the date of publication where the user knows it. Raises EmptySource where there is no character but
    white space, BinarySource where the bytes are not text.
    """
    if not data.strip():
        raise EmptySource(origin)
    kind = signature(data)
    if kind is not None:
        raise BinarySource(origin, kind)
    notes: tuple[str, ...] = ()
    if not is_wide(data):
        if is_binary(data):
            raise BinarySource(origin)
        controls = control_characters(data)
        if controls:
            notes = (f"control characters in the text were kept: {controls:,}",)
    decoded = decode(data)
    make = report_from_html if is_html(decoded.text) else report_from_text
    return make(decoded.text, origin=origin, published=published, notes=(*decoded.notes, *notes))


def report_from_text(
    text: str,
    *,
    origin: str = "text",
    published: dt.date | None = None,
    title: str | None = None,
    notes: tuple[str, ...] = (),
) -> Report:
    """A report from plain text, kept character for character. Raises EmptySource where there is only white space."""
    if not text.strip():
        raise EmptySource(origin)
    return Report(origin, text=text, published=published, title=title, notes=notes)


def report_from_html(
    html: str,
    *,
    origin: str = "html",
    published: dt.date | None = None,
    title: str | None = None,
    notes: tuple[str, ...] = (),
) -> Report:
    """A report from a page's HTML. Raises EmptySource where there is only white space."""
    if not html.strip():
        raise EmptySource(origin)
    return Report(origin, html=html, published=published, title=title, notes=notes)
