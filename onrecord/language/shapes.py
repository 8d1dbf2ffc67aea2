"""What an uncased vocabulary cannot see of a word: its capitals, its digits, the space before it.

The encoder reads lower-cased pieces, so each word also comes with a small number for its shape. Typographic variants
of quotation marks, dashes and ellipses are told to the model as one sign each; the text itself is never altered.
"""

import re
from enum import IntEnum
from typing import Final


class Shape(IntEnum):
    """How a word is written. `NONE` marks padding and the encoder's own signs."""

    NONE = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    CAPITAL = 4
    MIXED = 5
    NUMBER = 6
    ALNUM = 7
    PUNCT = 8
    DOTTED = 9
    OTHER = 10


SHAPE_IDS: Final = 2 * len(Shape)
"""Rows of the shape table: each shape once without and once with a space before the word."""

_NUMBER = re.compile(r"[+\-]?[\d.,:/]*\d[\d.,:/]*(?:st|nd|rd|th|s|%)?", re.ASCII)
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?")
_SIGNS: Final = {
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "``": '"', "''": '"', "″": '"', "''''": '"',
    "’": "'", "‘": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "′": "'",
    "--": "—", "---": "—", "–": "—", "―": "—", "‒": "—", "−": "-", "‐": "-", "‑": "-",
    "…": "...", "....": "...", ". . .": "...", ".....": "...", "......": "...",
    "•": "*", "·": "*", "●": "*",
}  # fmt: skip
_INSIDE: Final = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "\u00ad": None, "\u200b": None})


def shape(form: str) -> Shape:
    """The shape of one word."""
    if form.islower() and form.isalpha():
        return Shape.LOWER
    if not any(map(str.isalnum, form)):
        return Shape.PUNCT
    if _NUMBER.fullmatch(form[:64]):
        return Shape.NUMBER
    if len(form) == 1:
        return Shape.CAPITAL if form.isupper() else Shape.LOWER if form.islower() else Shape.OTHER
    if any(map(str.isdigit, form)):
        return Shape.ALNUM
    if form.islower():
        return Shape.LOWER
    if _DOTTED.fullmatch(form[:64]):
        return Shape.DOTTED
    if form.isupper():
        return Shape.UPPER
    if form[0].isupper() and form[1:].islower():
        return Shape.TITLE
    return Shape.MIXED if form.upper() != form.lower() else Shape.OTHER


def shape_id(form: str, space_before: bool) -> int:
    """The row of the shape table for a word."""
    return 2 * shape(form) + space_before


def plain(form: str) -> str:
    """A word as the encoder is told it: typographic variants of one sign made equal."""
    return _SIGNS.get(form) or form.translate(_INSIDE) or form
