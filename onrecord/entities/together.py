"""Several actors under one mention: "both men", "the two", "the pair", "the two countries", "they" of two people.

Two actors of a kind that stood together are a pair until a third of their kind is met; where none stood together, the
only two of the report so far are.
"""

from dataclasses import dataclass

from onrecord.entities.document import Document
from onrecord.entities.found import Found
from onrecord.entities.pronouns import PLURAL
from onrecord.entities.roster import Draft
from onrecord.records import ActorKind, How

_PEOPLE = frozenset({"man", "woman", "leader", "minister", "president", "politician", "official", "candidate", "rival"})
_STATES = frozenset(
    {"country", "nation", "side", "state", "neighbor", "neighbour", "government", "power", "ally", "party"}
)
_SIDES = frozenset({"side", "party"})
_COUNTERS = frozenset({"both", "two"})
SENTENCES_BACK = 3
"""Sentences for which a pair stays one although a third of its kind is met."""
COUNT = "two"
"""The noun of "the two" and "both", which have none of their own."""
_WITH = frozenset({"with", "and", "to"})


@dataclass(slots=True)
class _Pair:
    first: Draft
    second: Draft
    sentence: int
    alone: bool = True


class Together:
    """Remembers which two actors last stood together: coordinated, or one the subject and one behind "with"."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.pairs: dict[str, _Pair] = {}
        self.last: dict[str, tuple[Draft, Found]] = {}
        self.met: dict[str, list[Draft]] = {}

    def note(self, one: Found, draft: Draft) -> None:
        """Remember a mention; two of a kind in one sentence that act together are a pair."""
        kind = _class(draft, one)
        if kind is None:
            return
        before = self.last.get(kind)
        self.last[kind] = (draft, one)
        met = self.met.setdefault(kind, [])
        if len(met) < 3 and draft.named and draft not in met:
            met.append(draft)
        pair = self.pairs.get(kind)
        if pair is not None and draft.named and draft is not pair.first and draft is not pair.second:
            pair.alone = False
        if before is None or before[0] is draft:
            return
        other, earlier = before
        sentence = self.document.sentence[one.head]
        if self.document.sentence[earlier.head] == sentence and self._joined(earlier, one):
            self.pairs[kind] = _Pair(other, draft, sentence)

    def _joined(self, a: Found, b: Found) -> bool:
        """Whether two mentions are coordinated, or are the two parties of one verb."""
        tokens = self.document.tokens
        tops = [self.document.chain_head(a.head), self.document.chain_head(b.head)]
        if tops[0] == tops[1]:
            return True
        if tokens[tops[0]].rel == "nsubj" and tokens[tops[1]].head == tokens[tops[0]].head:
            return tokens[tops[1]].rel == "obj" or self.document.has_case(tops[1]) in _WITH
        return False

    def described(self, one: Found) -> list[Draft]:
        """The two that a description such as "both men" or "the two countries" means, else none."""
        document = self.document
        words = {document.lower[i] for i in one.tokens}
        counted = bool(words & _COUNTERS)
        definite = document.lower[one.first] in ("the", "both", "these", "those")
        if one.noun == COUNT or (one.noun == "pair" and definite):
            return self._recent("person", one) or self._recent("state", one)
        if one.noun in _PEOPLE and one.plural and (counted or (one.noun in ("man", "woman") and definite)):
            return self._recent("person", one)
        if one.noun in _STATES and one.plural and (counted or (one.noun in _SIDES and definite)):
            found = self._recent("state", one)
            alike = len({draft.kind for draft in found}) == 1
            return found if alike or one.noun != "party" else []
        return []

    def plural_pronoun(self, one: Found) -> list[Draft]:
        """The two people that a "they" without another antecedent means, else none."""
        return self._recent("person", one) if self.document.lower[one.first] in PLURAL else []

    def just_met(self, one: Found) -> list[Draft]:
        """The two people who stand together in a pronoun's sentence or in the one before, else none."""
        pair = self.pairs.get("person")
        if pair is None or self.document.sentence[one.head] - pair.sentence > 1:
            return []
        return [pair.first, pair.second]

    def _recent(self, kind: str, one: Found) -> list[Draft]:
        pair = self.pairs.get(kind)
        if pair is None:
            met = self.met.get(kind, [])
            return list(met) if len(met) == 2 else []
        if pair.alone or self.document.sentence[one.head] - pair.sentence <= SENTENCES_BACK:
            return [pair.first, pair.second]
        return []


def _class(draft: Draft, one: Found) -> str | None:
    if one.how is How.PRONOUN:
        return None
    if draft.kind is ActorKind.PERSON and not one.plural:
        return "person"
    if draft.kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION):
        return "state"
    return None
