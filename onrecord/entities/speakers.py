"""Who speaks in a quotation: a near finder, so that "I" and "we" inside one find their person.

The subject of the speech verb nearest to the quotation's marks, in the sentence that it stands in; a quotation without
one goes on with the last speaker. `find_actors` takes a better finder where there is one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.entities.document import Document

SPEECH = frozenset(
    "say tell add ask state declare announce write claim note explain warn insist argue reply answer comment remark "
    "respond continue admit acknowledge confirm deny stress emphasize emphasise suggest observe report recall conclude "
    "tweet post shout cry joke quip complain predict promise pledge vow urge demand describe call think believe feel "
    "hope agree assert maintain reveal mention testify lament muse concede boast caution counter read".split()
)
SpeakerOf = Callable[[int], int | None]
"""From a token inside a quotation to the token that names its speaker, or null."""

REACH = 40
"""Tokens from a quotation's edge within which a speech verb is taken for its cue."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `[first, last)` between quotation marks, marks left out."""

    first: int
    last: int


def quotations(document: Document) -> list[Quotation]:
    """The quotations of a document, in order; one that is not closed ends with its paragraph."""
    found: list[Quotation] = []
    begun: int | None = None
    block = -1
    for index, token in enumerate(document.tokens):
        here = document.parse.sentences[document.sentence[index]].block
        if here != block:
            if begun is not None:
                found.append(Quotation(begun, index))
            begun, block = None, here
        if token.text not in ('"', "“", "”", "„", "«", "»", "``", "''"):
            continue
        if begun is None and token.text not in ("”", "»", "''"):
            begun = index + 1
        elif begun is not None and token.text not in ("“", "„", "«", "``"):
            found.append(Quotation(begun, index))
            begun = None
    if begun is not None:
        found.append(Quotation(begun, len(document)))
    return [quotation for quotation in found if quotation.first < quotation.last]


class Speakers:
    """The speaker of each quotation, and which quotation a token stands in."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.quotations = quotations(document)
        self.inside: list[int] = [-1] * len(document)
        for number, quotation in enumerate(self.quotations):
            size = quotation.last - quotation.first
            self.inside[quotation.first : quotation.last] = [number] * size
        self._speaker: list[int | None] = []
        last: int | None = None
        for quotation in self.quotations:
            cue = self._cue(quotation)
            last = self._subject(cue) if cue is not None else last
            self._speaker.append(last)

    def of(self, index: int) -> int | None:
        """The token that names the speaker of the quotation which token `index` stands in; null outside quotations."""
        number = self.inside[index]
        return self._speaker[number] if number >= 0 else None

    def _cue(self, quotation: Quotation) -> int | None:
        """The speech verb outside the marks that is nearest to them, behind the quotation before in front of it."""
        document = self.document
        end = document.bounds(quotation.last - 1)[1]
        start = document.bounds(quotation.first)[0]
        behind = range(quotation.last, min(end, quotation.last + REACH))
        before = range(quotation.first - 1, max(start, quotation.first - REACH) - 1, -1)
        for stretch in (behind, before):
            for index in stretch:
                if self.inside[index] >= 0:
                    break
                if document.tokens[index].lemma.lower() in SPEECH and self._subject(index) is not None:
                    return index
        return None

    def _subject(self, cue: int) -> int | None:
        document = self.document
        if document.tokens[cue].upos not in ("VERB", "AUX"):
            return None
        verb = cue
        for _ in range(3):
            subject = document.parse.child(verb, "nsubj")
            if subject is not None:
                return subject if self.inside[subject] < 0 else None
            above = document.tokens[verb].head
            if above < 0 or document.tokens[verb].rel not in ("conj", "xcomp", "advcl"):
                return None
            verb = above
        return None
