"""PLOVER's rules on top of the frames: shifts of type by status, governing acts, and codings that exclude each other.

`docs/reference/plover-decisions.md` gives each rule with its reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.events.arguments import Slots
from onrecord.events.clauses import Clauses
from onrecord.events.matching import Coded
from onrecord.events.status import Judgement
from onrecord.records import Status

AGREED_WHEN_FUTURE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
GOVERNING = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE", "SUPPORT"})
_GOVERNED_SLOTS = ("clause", "object", "for", "to", "on", "of", "against", "with", "about")
_NOT_DONE = frozenset({Status.FUTURE, Status.HYPOTHETICAL, Status.NEGATED})
_DENIALS = frozenset({"deny", "denial"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A coded predicate with its type, mode and status after PLOVER's rules, and the rules that were applied."""

    coded: Coded
    type: str
    mode: str | None
    judgement: Judgement
    rules: tuple[str, ...] = ()


def shift(coded: Coded, judgement: Judgement, *, by_speaker: bool) -> Judged:
    """Apply the shifts of type. `by_speaker`: the actor announces the act himself."""
    frame = coded.frame
    if frame.status is not None and judgement.status is Status.ACTUAL:
        judgement = Judgement(Status(frame.status), "frame")
    judged = Judged(coded, frame.type, frame.mode, judgement)
    if judgement.status is not Status.FUTURE:
        return judged
    if frame.type in AGREED_WHEN_FUTURE:
        return _become(judged, "AGREE", None, f"future {frame.type} is AGREE")
    if frame.type == "RETREAT":
        return _become(judged, "CONCEDE", None, "announced RETREAT is CONCEDE")
    if frame.type == "ASSAULT" and by_speaker:
        return _become(judged, "THREATEN", "violence", "announced ASSAULT is THREATEN")
    if frame.type in ("AGREE", "REQUEST", "THREATEN") and by_speaker:
        return _become(judged, frame.type, frame.mode, f"announced {frame.type} is done by announcing it")
    return judged


def _become(judged: Judged, type_: str, mode: str | None, rule: str) -> Judged:
    done = Judgement(Status.ACTUAL, f"{judged.judgement.rule}: {rule}")
    return replace(judged, type=type_, mode=mode, judgement=done, rules=(*judged.rules, rule))


def governed(coded: Sequence[Coded], judgements: Sequence[Judgement], clauses: Clauses) -> set[int]:
    """The predicates that are only asked for, agreed on, threatened or refused: their governing act is the event."""
    predicates = {each.predicate: judgement for each, judgement in zip(coded, judgements, strict=True)}
    dropped: set[int] = set()
    for each in coded:
        if each.frame.type not in GOVERNING or clauses.lemmas[each.predicate] in _DENIALS:
            continue
        for token in _scope(each, clauses, predicates):
            if token != each.predicate and predicates[token].status in _NOT_DONE:
                dropped.add(token)
    return dropped


def _scope(coded: Coded, clauses: Clauses, predicates: dict[int, Judgement]) -> set[int]:
    """The predicates in the complement of a governing act, not looking into finite clauses below it."""
    start = [f.token for slot in _governed(coded.slots) for f in coded.slots[slot] if f.token != coded.predicate]
    found: set[int] = set()
    seen: set[int] = set()
    while start:
        token = start.pop()
        if token in seen or token == coded.predicate:
            continue
        seen.add(token)
        if token in predicates:
            found.add(token)
        for child in clauses.parse.children(token):
            if clauses.tokens[child].deprel not in ("acl:relcl", "parataxis", "appos", "nsubj", "punct"):
                start.append(child)
    return found


def _governed(slots: Slots) -> list[str]:
    return [slot for slot in _GOVERNED_SLOTS if slot in slots]


def excluded(judged: Sequence[Judged]) -> set[int]:
    """Codings of one sentence that another one makes superfluous, by their predicates.

    A conviction drops the allegation that it confirms; ASSAULT drops the MOBILIZE that leads up to it; of two tellings
    of one act in a sentence ("held talks … to discuss") the first stays.
    """
    dropped: set[int] = set()
    for later in judged:
        for other in judged:
            if other is later or other.coded.predicate in dropped:
                continue
            if (
                later.type == "ACCUSE"
                and later.mode == "allege"
                and (other.type, other.mode) == ("SANCTION", "convict")
            ):
                if _meet(later.coded.recipients, other.coded.recipients):
                    dropped.add(later.coded.predicate)
            elif later.type == "MOBILIZE" and other.type == "ASSAULT" and other.judgement.status is Status.ACTUAL:
                if _meet(later.coded.actors, other.coded.actors):
                    dropped.add(later.coded.predicate)
            elif other.coded.predicate < later.coded.predicate and _retells(other, later):
                dropped.add(later.coded.predicate)
    return dropped


def _meet(one: Sequence[object], other: Sequence[object]) -> bool:
    return any(each in other for each in one)


def _retells(first: Judged, second: Judged) -> bool:
    if (first.type, first.judgement.status) != (second.type, second.judgement.status):
        return False
    if first.mode and second.mode and first.mode != second.mode:
        return False
    parties = [*first.coded.actors, *first.coded.recipients]
    theirs = [*second.coded.actors, *second.coded.recipients]
    return first.type in ("CONSULT", "AGREE", "COOPERATE") and bool(theirs) and all(each in parties for each in theirs)
