"""Governing acts: a request, promise, threat or refusal, and the deed that it is about.

The deed is not told as done, so the governing act is the event (one event for "agreed to meet", by PLOVER's manual).
It takes from the deed what it does not say itself: whom it concerns, and of what kind it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.events.arguments import Arguments
from onrecord.events.clauses import Clauses, Fillers
from onrecord.events.matching import Coded
from onrecord.events.parties import Parties
from onrecord.events.status import Judgement
from onrecord.records import Status

GOVERNING = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE", "SUPPORT"})
_SLOTS = ("clause", "object", "for", "to", "on", "of", "against", "with", "about")
_NOT_DONE = frozenset({Status.FUTURE, Status.HYPOTHETICAL, Status.NEGATED})
_DENIALS = frozenset({"deny", "denial"})
_CONCERNED = ("object", "iobject", "to", "with", "against", "from", "on")
"""The slots of a deed that no frame knows, in which whom it concerns is looked for."""

_WISHED = {
    "AID": "assist",
    "CONCEDE": "yield",
    "CONSULT": "meet",
    "COOPERATE": "assist",
    "RETREAT": "yield",
    "SUPPORT": "assist",
}
_FEARED = {"ASSAULT": "violence", "COERCE": "restrict", "PROTEST": "restrict", "SANCTION": "relations"}
_FEARED_MODES = {"arrest": "arrest", "deport": "expel", "expel": "expel"}


def mode_for(type_: str, deed: str, mode: str | None) -> str | None:
    """The mode of a request, refusal or threat by the type and mode of the deed that it is about."""
    if type_ in ("REQUEST", "REJECT"):
        return _WISHED.get(deed)
    if type_ == "THREATEN":
        return _FEARED_MODES.get(mode or "", _FEARED.get(deed))
    return None


def governed(coded: Sequence[Coded], judgements: Sequence[Judgement], clauses: Clauses) -> dict[int, int]:
    """The predicates that are only asked for, agreed on, threatened or refused, each with the act that governs it."""
    predicates = {each.predicate: judgement for each, judgement in zip(coded, judgements, strict=True)}
    found: dict[int, int] = {}
    for each in coded:
        if each.frame.type not in GOVERNING or clauses.lemmas[each.predicate] in _DENIALS:
            continue
        for token in _scope(each, clauses, predicates):
            if token != each.predicate and predicates[token].status in _NOT_DONE:
                found.setdefault(token, each.predicate)
    return found


def _scope(coded: Coded, clauses: Clauses, predicates: Mapping[int, Judgement]) -> list[int]:
    """The predicates in the complement of a governing act, not looking into the relative clauses below it."""
    start = [filler.token for slot in _SLOTS for filler in coded.slots.get(slot, ()) if filler.token != coded.predicate]
    found: list[int] = []
    seen: set[int] = set()
    while start:
        token = start.pop()
        if token in seen or token == coded.predicate:
            continue
        seen.add(token)
        if token in predicates:
            found.append(token)
        for child in clauses.parse.children(token):
            if clauses.tokens[child].deprel not in ("acl:relcl", "parataxis", "appos", "nsubj", "punct"):
                start.append(child)
    return sorted(found)


class Heirs:
    """Gives governing acts the parties and the mode of their deeds."""

    def __init__(self, clauses: Clauses, arguments: Arguments, parties: Parties) -> None:
        self.clauses = clauses
        self.arguments = arguments
        self.parties = parties

    def completed(self, act: Coded, deeds: Sequence[Coded]) -> Coded:
        """A governing act with the recipients and the mode that only its deed tells."""
        if act.frame.type not in GOVERNING - {"SUPPORT"}:
            return act
        if act.frame.mode is None and deeds:
            mode = mode_for(act.frame.type, deeds[0].frame.type, deeds[0].mode)
            act = replace(act, mode=act.mode or mode)
        if act.recipients or not act.actors:
            return act
        slot, fillers = self._concerned(act, {deed.predicate: deed for deed in deeds})
        mine = {actor.id for actor in act.actors}
        recipients = tuple(actor for actor in self.parties.of(fillers) if actor.id not in mine)
        if not recipients:
            return act
        return replace(act, recipients=recipients, recipient_slot=slot, recipient_fillers=fillers)

    def _concerned(self, act: Coded, deeds: Mapping[int, Coded]) -> tuple[str, Fillers]:
        """Whom the deed of a governing act concerns: who shall do it, or else to whom it is done."""
        for filler in act.slots.get("clause", ()):
            token = filler.token
            if act.frame.type == "REQUEST" and self.clauses.is_finite(token):
                return "subject of the clause", self.clauses.subject(token)
            deed = deeds.get(token)
            if deed is not None:
                return "parties of the deed", deed.recipient_fillers or deed.actor_fillers
            if self.clauses.tokens[token].upos != "VERB":
                continue
            slots = self.arguments.slots(token, "verb")
            for name in _CONCERNED:
                if self.parties.of(slots.get(name, ())):
                    return f"{name} of the clause", slots[name]
        return "", ()
