"""PLOVER's rules on top of the frames: shifts of type by status, and codings that exclude each other.

`docs/reference/plover-decisions.md` gives each rule with its reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.events.governing import mode_for
from onrecord.events.matching import Coded
from onrecord.events.status import Judgement
from onrecord.records import Status

AGREED_WHEN_FUTURE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
THREATENED_WHEN_ANNOUNCED = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})
REFUSED_WHEN_NEGATED = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
DONE_BY_ANNOUNCING = frozenset({"AGREE", "REQUEST", "THREATEN"})


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
    judged = Judged(coded, frame.type, coded.mode, judgement)
    if judgement.willed and frame.type in REFUSED_WHEN_NEGATED and coded.actors:
        return _become(judged, "REJECT", f"refused {frame.type} is REJECT")
    if judgement.status is not Status.FUTURE:
        return judged
    if frame.type in AGREED_WHEN_FUTURE:
        return _become(judged, "AGREE", f"future {frame.type} is AGREE")
    if frame.type == "RETREAT":
        return _become(judged, "CONCEDE", "announced RETREAT is CONCEDE")
    if frame.type in THREATENED_WHEN_ANNOUNCED and by_speaker:
        return _become(judged, "THREATEN", f"announced {frame.type} is THREATEN")
    if frame.type in DONE_BY_ANNOUNCING and by_speaker:
        return _become(judged, frame.type, f"announced {frame.type} is done by announcing it")
    return judged


def _become(judged: Judged, type_: str, rule: str) -> Judged:
    done = Judgement(Status.ACTUAL, f"{judged.judgement.rule}: {rule}")
    mode = judged.mode if type_ == judged.type else mode_for(type_, judged.type, judged.mode)
    return replace(judged, type=type_, mode=mode, judgement=done, rules=(*judged.rules, rule))


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
