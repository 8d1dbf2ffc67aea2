"""Parties: the actors behind the tokens that fill a slot.

A filler's actors are those mentioned at its token. Where the noun itself names nobody ("the court's decision",
"Iranian policies"), the party responsible for it stands in: its possessor, its modifier, or its by- or of-phrase.
"""

from collections.abc import Iterable

from onrecord.codebook.frames import ANY, SECTOR_PREFIX, Accepted
from onrecord.events.clauses import Clauses, Filler
from onrecord.records import Actor, ActorKind, Entities

ARMED_SECTORS = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "SPY", "CRM"})
CIVIL_SECTORS = frozenset({"CVL", "REF", "EDU", "MED", "JRN", "AGR", "LAB", "REL", "SOC", "BUS", "OPP", "ELI"})
_KINDS = {
    "@PERSON": ActorKind.PERSON,
    "@COUNTRY": ActorKind.COUNTRY,
    "@ORGANIZATION": ActorKind.ORGANIZATION,
    "@GROUP": ActorKind.GROUP,
}
_PRIVATE = frozenset({"JRN", "BUS", "EDU", "MED", "AGR", "LAB", "CVL", "UNK"})
_MODIFIERS = ("compound", "amod", "nmod:desc", "flat", "nmod:unmarked")
_RESPONSIBLE = ("by", "of", "from")


class Parties:
    """Resolves fillers to actors for one parse."""

    def __init__(self, clauses: Clauses, entities: Entities) -> None:
        self.clauses = clauses
        self.parse = clauses.parse
        self.tokens = clauses.tokens
        self.entities = entities
        self._named: dict[int, tuple[Actor, ...]] = {}
        self._responsible: dict[int, tuple[Actor, ...]] = {}
        self._places = sorted(mention.span for place in entities.places for mention in place.mentions)

    def of(self, fillers: Iterable[Filler]) -> tuple[Actor, ...]:
        """The actors behind some fillers, each once, in order."""
        found: dict[str, Actor] = {}
        for filler in fillers:
            for actor in self.responsible(filler.token):
                found.setdefault(actor.id, actor)
        return tuple(found.values())

    def named(self, token: int) -> tuple[Actor, ...]:
        """The actors that a noun phrase itself names: at its head, in what it measures, or in its apposition."""
        if token not in self._named:
            self._named[token] = self._find_named(token)
        return self._named[token]

    def _find_named(self, token: int) -> tuple[Actor, ...]:
        found: list[Actor] = []
        for inner in self.clauses.inner(token):
            found.extend(self.entities.at(self.tokens[inner].start))
        if found:
            return tuple(found)
        for child in self.parse.children(token, "flat", "appos", "nmod:desc"):
            apart = self.entities.at(self.tokens[child].start)
            if apart:
                return apart
        return ()

    def responsible(self, token: int) -> tuple[Actor, ...]:
        """The actors that a noun phrase names, else the party whose deed or thing the noun is."""
        if token not in self._responsible:
            self._responsible[token] = self.named(token) or self._find_responsible(token)
        return self._responsible[token]

    def _find_responsible(self, token: int) -> tuple[Actor, ...]:
        if self.tokens[token].upos not in ("NOUN", "PROPN", "VERB", "ADJ"):
            return ()
        for child in self.parse.children(token, "nmod:poss"):
            if self.named(child):
                return self.named(child)
        for child in self.parse.children(token, *_MODIFIERS):
            if child < token and self.entities.at(self.tokens[child].start):
                return self.entities.at(self.tokens[child].start)
        for child in self.parse.children(token, "nmod"):
            if self.clauses.case(child) in _RESPONSIBLE and self.named(child):
                return self.named(child)
        return ()

    # -- constraints

    def accepts(self, accepted: Accepted, fillers: Iterable[Filler]) -> bool:
        """Whether some filler is of an accepted lemma or entity class."""
        return any(self._fits(accepted, filler.token) for filler in fillers)

    def _fits(self, accepted: Accepted, token: int) -> bool:
        if ANY in accepted.entities:
            return True
        if accepted.lemmas and self._lemma_fits(accepted.lemmas, token):
            return True
        return any(self._is(kind, token) for kind in accepted.entities)

    def _lemma_fits(self, lemmas: frozenset[str], token: int) -> bool:
        return any(
            self.clauses.lemmas[inner] in lemmas or self.tokens[inner].text.lower() in lemmas
            for inner in self.clauses.inner(token)
        )

    def named_words(self, accepted: Accepted, token: int) -> bool:
        """Whether a filler is accepted for its word, not for who it is."""
        return bool(accepted.lemmas) and self._lemma_fits(accepted.lemmas, token)

    def _is(self, kind: str, token: int) -> bool:
        if kind == "@PLACE":
            return self.is_place(token)
        actors = self.named(token)
        if kind == "@ACTOR":
            return bool(actors)
        if kind.startswith(SECTOR_PREFIX):
            return any(actor.sector == kind.removeprefix(SECTOR_PREFIX) for actor in actors)
        if kind == "@ARMED":
            return any(actor.sector in ARMED_SECTORS for actor in actors)
        if kind == "@POLITICAL":
            return any(is_political(actor) for actor in actors)
        if kind == "@CIVIL":
            return any(actor.sector in CIVIL_SECTORS for actor in actors)
        return any(actor.kind is _KINDS[kind] for actor in actors)

    def is_place(self, token: int) -> bool:
        """Whether a place is mentioned at a token; a country is one too."""
        start = self.tokens[token].start
        index = _last_before(self._places, start)
        if index >= 0 and start < self._places[index][1]:
            return True
        return any(actor.kind in (ActorKind.PLACE, ActorKind.COUNTRY) for actor in self.named(token))


def is_political(actor: Actor) -> bool:
    """Whether an actor has a part in public life: any state, body or group, and persons with a public role."""
    if actor.kind is not ActorKind.PERSON:
        return actor.sector not in _PRIVATE
    return actor.sector is not None and actor.sector not in _PRIVATE


def _last_before(spans: list[tuple[int, int]], start: int) -> int:
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][0] <= start:
            low = middle + 1
        else:
            high = middle
    return low - 1
