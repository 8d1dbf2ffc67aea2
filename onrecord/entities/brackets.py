"""Short forms that a report introduces in brackets: "Asia-Pacific Economic Cooperation (APEC)", "CEI (…Conference)".

The letters of a short form are sought in the words before the bracket, from its last letter back (after Schwartz and
Hearst 2003): each must begin a word, and the first letter the first word.
"""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.entities.document import HYPHENS, Document
from onrecord.entities.spans import NameKind, NameSpan
from onrecord.entities.spelling import folded

LONGEST_SHORT_FORM = 10
SHORTEST_SHORT_FORM = 2
WORDS_BEFORE = 3
"""Tokens from a bracket to the name in it: an article and a nationality may stand between."""
_SKIPPED = frozenset("of the and for on in de des du la le al to el y e &".split())


def short_form(document: Document, index: int) -> int | None:
    """The token of a short form in brackets that opens at `index`: "(APEC)"; null where there is none."""
    if index + 2 >= len(document) or document.tokens[index].text != "(" or document.tokens[index + 2].text != ")":
        return None
    text = document.tokens[index + 1].text
    capitals = sum(char.isupper() for char in text)
    fits = SHORTEST_SHORT_FORM <= len(text) <= LONGEST_SHORT_FORM and 2 * capitals >= len(text) and text[0].isalnum()
    return index + 1 if fits else None


def spelled_out(document: Document) -> Iterator[NameSpan]:
    """Names of organisations that a short form in brackets behind them spells."""
    for index, token in enumerate(document.tokens):
        if token.text == "(":
            short = short_form(document, index)
            first = _spelled(document, index, document.tokens[short].text) if short is not None else None
            if first is not None:
                yield NameSpan(first, index, NameKind.ORGANIZATION, source="brackets")


def explained(document: Document, names: list[NameSpan]) -> list[NameSpan]:
    """The names, those in capitals that an organisation's name in brackets explains made organisations too."""
    short = {explains(document, name) for name in names}
    return [
        replace(name, kind=NameKind.ORGANIZATION) if len(name) == 1 and name.first in short else name for name in names
    ]


def explains(document: Document, name: NameSpan) -> int | None:
    """The token in capitals that an organisation's name in brackets behind it explains: "CEI (… Conference)"."""
    if name.kind is not NameKind.ORGANIZATION:
        return None
    for bracket in range(name.first - 1, max(0, name.first - 1 - WORDS_BEFORE), -1):
        if document.tokens[bracket].text == "(":
            text = document.tokens[bracket - 1].text
            fits = SHORTEST_SHORT_FORM <= len(text) <= LONGEST_SHORT_FORM and text.isupper()
            return bracket - 1 if fits else None
    return None


def _spelled(document: Document, stop: int, short: str) -> int | None:
    """The first of the words that end before `stop` and whose initials a short form spells, or null."""
    letters = [char for char in folded(short) if char.isalnum()]
    floor = max(document.bounds(stop)[0], stop - 3 * len(letters))
    index = stop - 1
    while letters and index >= floor:
        word = folded(document.tokens[index].text)
        if word[:1] == letters[-1]:
            letters.pop()
        elif document.lower[index] not in _SKIPPED and document.tokens[index].text not in HYPHENS:
            return None
        index -= 1
    first = index + 1
    return first if not letters and document.tokens[first].text[0].isupper() else None
