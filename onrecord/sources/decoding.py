"""Turns bytes into text: byte order marks, UTF-8, UTF-16 and UTF-32 without a mark, then what the page says, then
Windows-1252. UTF-8 is strict enough that text which decodes as it is UTF-8, whatever a page's `meta` claims.

Line ends are kept as they are: spans count in the user's own text.
"""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096  # bytes in which the pattern of NULs is counted
NUL_SHARE = 0.5  # of the high bytes' places; English UTF-16 has .97, Greek and Cyrillic with spaces about .15
NUL_SHARE_LOW = 0.02  # of the low bytes' places: text holds no NUL characters
FEW_INVALID = 0.02  # share of non-ASCII sequences that may be broken in UTF-8 that was cut or damaged
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_ONE_BYTE = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")  # browsers read these names as Windows-1252
_UNDEFINED_1252 = b"\x81\x8d\x8f\x90\x9d"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the name of its encoding, and notes on anything that was guessed or replaced."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode a whole file. Never fails: bytes that fit nothing are replaced by U+FFFD, and a note counts them."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly_or_replaced(data[len(mark) :], encoding)
    wide = wide_encoding(data)
    if wide is not None:
        decoded = _strictly_or_replaced(data, wide)
        return Decoded(decoded.text, wide, (f"read as {wide.upper()}, which its NUL bytes suggest", *decoded.notes))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data)


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, told by where the NUL bytes stand; null where none fits."""
    head = data[:_SAMPLE]
    head = head[: len(head) // 4 * 4]
    if not head or b"\x00" not in head:
        return None
    shares = [head[place::4].count(0) * 4 / len(head) for place in range(4)]
    if shares[2] > NUL_SHARE and shares[3] > NUL_SHARE and shares[0] < NUL_SHARE_LOW:
        return "utf-32-le"
    if shares[0] > NUL_SHARE and shares[1] > NUL_SHARE and shares[3] < NUL_SHARE_LOW:
        return "utf-32-be"
    even, odd = (shares[0] + shares[2]) / 2, (shares[1] + shares[3]) / 2
    if odd > NUL_SHARE and even < NUL_SHARE_LOW:
        return "utf-16-le"
    if even > NUL_SHARE and odd < NUL_SHARE_LOW:
        return "utf-16-be"
    return None


def _strictly_or_replaced(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, (_replaced(text.count("\ufffd"), encoding),))


def _not_utf8(data: bytes) -> Decoded:
    """Data with bytes that are no UTF-8: damaged UTF-8 where most of it fits, else what the page claims, else 1252."""
    repaired = data.decode("utf-8", "replace")
    broken = repaired.count("\ufffd") - data.count("\ufffd".encode())
    sound = sum(1 for character in repaired if character > "\x7f" and character != "\ufffd")
    if sound and broken <= max(1, FEW_INVALID * sound) and sound > broken:
        return Decoded(repaired, "utf-8", (_replaced(broken, "utf-8"),))
    declared = _declared(data)
    if declared is not None:
        try:
            return Decoded(data.decode(declared), declared)
        except UnicodeDecodeError:
            pass  # the page claims an encoding that it is not in: read it as any other file
    text = data.decode("windows-1252", "replace")
    notes = ["read as Windows-1252, since it is not UTF-8"]
    undefined = len(data) - len(data.translate(None, _UNDEFINED_1252))
    if undefined:
        notes.append(_replaced(undefined, "windows-1252"))
    return Decoded(text, "windows-1252", tuple(notes))


def _declared(data: bytes) -> str | None:
    """The encoding that a page claims for itself, where Python knows it and it is not one of the wide ones."""
    head = data[:_SAMPLE]
    claim = _XML_ENCODING.search(head) or _CHARSET.search(head)
    if claim is None:
        return None
    name = claim.group(1).decode("ascii", "replace").lower()
    if name in _ONE_BYTE:
        return "windows-1252"
    try:
        info = codecs.lookup(name)
    except LookupError:
        return None
    usable = info._is_text_encoding and not info.name.startswith(("utf-8", "utf-16", "utf-32"))
    return info.name if usable else None


def _replaced(count: int, encoding: str) -> str:
    what = "1 sequence of bytes" if count == 1 else f"{count:,} sequences of bytes"
    return f"{what} replaced by U+FFFD: {encoding.upper()} does not know them"
