"""Tells text, HTML and other data apart by content, never by a file's name."""

import re

HEAD = 4096  # bytes or characters looked at: a page's first tags and a file's signature stand well before that

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"OggS", "an Ogg sound or film"),
    (b"ID3", "an MP3 sound"),
    (b"fLaC", "a FLAC sound"),
    (b"\x1aE\xdf\xa3", "a Matroska film"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xca\xfe\xba\xbe", "a compiled class or program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)

# Bytes that text in a one-byte or UTF-8 encoding holds only by accident: C0 controls other than
# tab, line feed, vertical tab, form feed, carriage return, escape and the old end-of-file mark.
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})
CONTROL_SHARE = 0.01  # of the bytes; compressed data come to .09, damaged text files seen stay below .002

_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"<meta\s[^<>]{0,200}>|<(?:p|div|h1|article|section|main|table|title)(?:\s[^<>]{0,300})?>", re.IGNORECASE
)
_CLOSING = re.compile(r"</(?:html|body|head|p|div|h1|article|section|main|table|title|a|span)\s*>", re.IGNORECASE)
_XML_PROLOGUE = re.compile(r"\s*(?:<\?xml[^<>]{0,200}\?>|<!--(?:[^-]|-(?!->)){0,2000}-->|\s)*")


def signature(data: bytes) -> str | None:
    """What a file's first bytes say it is ("a PDF document"), or null when they say nothing."""
    for start, name in _SIGNATURES:
        if data.startswith(start):
            return name
    if data[4:8] == b"ftyp":
        return "a film or a phone's image"
    if data[:4] == b"RIFF":
        return "a sound, a film or a WebP image"
    if data[257:262] == b"ustar":
        return "a tar archive"
    return None


def control_characters(data: bytes) -> int:
    """How many bytes of one-byte data are control characters that no text holds, NULs among them."""
    return len(data) - len(data.translate(None, _CONTROLS))


def is_binary(data: bytes) -> bool:
    """Whether one-byte data hold too many control characters to be text, at their beginning or on the whole."""
    return any(control_characters(part) > max(1, CONTROL_SHARE * len(part)) for part in (data[:HEAD], data))


def is_html(text: str) -> bool:
    """Whether decoded text is a page: it begins as one, or with a tag of one, and tags are closed in it."""
    start = _XML_PROLOGUE.match(text, 0, HEAD)
    position = start.end() if start else 0
    if _PAGE.match(text, position):
        return True
    return _FRAGMENT.match(text, position) is not None and _CLOSING.search(text, position, 16 * HEAD) is not None
