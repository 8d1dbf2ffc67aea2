"""Turns bytes into text: byte order marks, UTF-8, UTF-16 and UTF-32 without a mark, then what the page says, then
Windows-1252. UTF-8 is strict enough that text which decodes as it is UTF-8, whatever a page's `meta` claims.

Line ends are kept as they are: spans count in the user's own text.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096  # bytes in which the pattern of NULs is counted, and a page's claim looked for
NUL_SHARE = 0.02  # of the high bytes' places: English UTF-16 has .97 NULs, Greek and Cyrillic .12 (their spaces)
ONE_SCRIPT = 0.5  # of the high bytes that are alike: Latin .97, Cyrillic .8; plain ASCII taken for UTF-16 .17 (its e)
LETTER_SHARE = 0.8  # letters, digits and spaces in text of any language; binary data read as UTF-16 stays below .6
FOREIGN_SHARE = 0.3  # bytes above 127: Western languages have up to .06 in Windows-1252, Cyrillic .8, Chinese .9
GUESS_SAMPLE = 65_536  # bytes that are given to charset_normalizer
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_ONE_BYTE = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")  # browsers read these names as Windows-1252
_ESCAPED = re.compile("[\udc80-\udcff]+")  # bytes that are no UTF-8, as Python's "surrogateescape" writes them
_HIGH = bytes(range(128, 256))


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
            return _decoded(data[len(mark) :], encoding)
    wide = _wide_without_mark(data)
    if wide is not None:
        return _decoded(data, wide, f"read as {wide.upper()}, which its NUL bytes suggest")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data)


def is_wide(data: bytes) -> bool:
    """Whether data are text in UTF-16 or UTF-32, in which NUL bytes are no sign of binary data."""
    marked = any(data.startswith(mark) for mark, encoding in _MARKS if encoding != "utf-8")
    return marked or _wide_without_mark(data) is not None


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, told by where the NUL bytes stand; null where none fits."""
    head = data[:_SAMPLE]
    head = head[: len(head) // 4 * 4]
    if not head or b"\x00" not in head:
        return None
    shares = [head[place::4].count(0) * 4 / len(head) for place in range(4)]
    even, odd = (shares[0] + shares[2]) / 2, (shares[1] + shares[3]) / 2
    if min(shares[2], shares[3]) > 1 - NUL_SHARE and shares[0] < NUL_SHARE:
        encoding = "utf-32-le"
    elif min(shares[0], shares[1]) > 1 - NUL_SHARE and shares[3] < NUL_SHARE:
        encoding = "utf-32-be"
    elif odd > NUL_SHARE > even:
        encoding = "utf-16-le"
    elif even > NUL_SHARE > odd:
        encoding = "utf-16-be"
    else:
        return None
    sample = head.decode(encoding, "replace")
    scripts = Counter(ord(character) >> 8 for character in sample)
    readable = sum(character.isalnum() or character.isspace() for character in sample)
    fits = scripts.most_common(1)[0][1] >= ONE_SCRIPT * len(sample) and readable >= LETTER_SHARE * len(sample)
    return encoding if fits else None


def _decoded(data: bytes, encoding: str, *notes: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, notes)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, (*notes, _replaced(text.count("\ufffd"), encoding)))


def _not_utf8(data: bytes) -> Decoded:
    """Data with bytes that are no UTF-8: damaged UTF-8 where more of it fits than not, else another encoding."""
    escaped = data.decode("utf-8", "surrogateescape")
    runs = _ESCAPED.findall(escaped)  # in Windows-1252 each letter with an accent is one, and hardly any is sound
    sound = sum(character > "\x7f" for character in escaped) - sum(map(len, runs))
    if sound > len(runs):
        return _mended(escaped)
    declared = _declared(data)
    if declared is not None:
        try:
            return Decoded(data.decode(declared), declared)
        except UnicodeError:
            pass  # the page claims an encoding that it is not in: read it as any other file
    guessed = _guessed(data)
    if guessed is not None:
        return _decoded(data, guessed, f"read as {guessed}, which its bytes suggest")
    return _decoded(data, "windows-1252", "read as Windows-1252, since it is not UTF-8")


def _mended(escaped: str) -> Decoded:
    """UTF-8 with stray bytes: one between plain characters is read as Windows-1252, which mixed files hold."""
    counts = {"read": 0, "lost": 0}

    def mend(match: re.Match[str]) -> str:
        raw = match.group().encode("utf-8", "surrogateescape")
        text = raw.decode("windows-1252", "replace") if len(raw) == 1 else "\ufffd"
        counts["lost" if text == "\ufffd" else "read"] += 1
        return text

    text = _ESCAPED.sub(mend, escaped)
    notes = []
    if counts["read"]:
        notes.append(f"{_times(counts['read'], 'byte')} that UTF-8 does not know read as Windows-1252")
    if counts["lost"]:
        notes.append(_replaced(counts["lost"], "utf-8"))
    return Decoded(text, "utf-8", tuple(notes))


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


def _guessed(data: bytes) -> str | None:
    """The encoding of text in another script, by charset_normalizer; null for Western text, which is Windows-1252."""
    sample = data[:GUESS_SAMPLE]
    if len(sample) - len(sample.translate(None, _HIGH)) < FOREIGN_SHARE * len(sample):
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return None if best is None else best.encoding


def _replaced(count: int, encoding: str) -> str:
    return f"{_times(count, 'sequence')} of bytes replaced by U+FFFD: {encoding.upper()} does not know them"


def _times(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count:,} {what}s"
