"""Repeats: which events of a report are one happening told again.

A repeat has the type of the first telling, parties that can be the same, and no other date. A definite noun without
parties of its own ("the attack") takes those of the happening that it points back to.
"""

from dataclasses import dataclass, replace

from onrecord.records import Actor, EventDate, Precision, Status

LOOK_BACK = 40
"""Happenings of a type that are compared at most; keeps the cost linear in long reports."""

_TOGETHER = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT"})
_DONE = frozenset({Status.ACTUAL, Status.HISTORICAL})


@dataclass(frozen=True, slots=True)
class Told:
    """What linking needs to know of an event."""

    index: int
    type: str
    mode: str | None
    lemma: str
    frame: str
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    status: Status
    date: EventDate
    definite: bool
    attributed: bool = False


@dataclass(slots=True)
class _Happening:
    first: Told
    told: Told
    lemmas: set[str]


class Linker:
    """Takes a report's events in order and says of each which earlier one it repeats."""

    def __init__(self) -> None:
        self._happenings: dict[str, list[_Happening]] = {}

    def link(self, told: Told) -> Told | None:
        """The first telling of the same happening, with all parties known so far; null for a new one."""
        known = self._happenings.setdefault(told.type, [])
        for happening in reversed(known[-LOOK_BACK:]):
            if self._same(happening, told):
                merged = happening.told
                happening.told = replace(
                    merged,
                    actors=merged.actors or told.actors,
                    recipients=merged.recipients or told.recipients,
                    mode=merged.mode or told.mode,
                )
                happening.lemmas.add(told.lemma)
                return replace(happening.told, index=happening.first.index)
        if told.actors or told.recipients:
            known.append(_Happening(told, told, {told.lemma}))
        return None

    def _same(self, happening: _Happening, told: Told) -> bool:
        known = happening.told
        if not _status_fits(known.status, told.status) or not _dates_fit(known.date, told.date):
            return False
        if known.mode and told.mode and known.mode != told.mode:
            return False
        if not told.actors and not told.recipients:
            return told.definite
        actors = _compare(known.actors, told.actors)
        recipients = _compare(known.recipients, told.recipients)
        if actors is False or recipients is False:
            return False
        if actors and recipients:
            return True
        if actors and told.type in _TOGETHER and not known.recipients and not told.recipients:
            return told.type == "CONSULT" or told.lemma in happening.lemmas
        return bool(actors or recipients) and (told.lemma in happening.lemmas or told.definite)


def _status_fits(one: Status, other: Status) -> bool:
    return one is other or {one, other} <= _DONE


def _dates_fit(one: EventDate, other: EventDate) -> bool:
    if one.value is None or other.value is None or Precision.UNKNOWN in (one.precision, other.precision):
        return True
    if {one.precision, other.precision} & {Precision.INTERVAL}:
        return True
    short = min(len(one.value), len(other.value))
    return one.value[:short] == other.value[:short]


def _compare(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool | None:
    """Whether two sides can be the same parties; null when one of them is not told."""
    if not one or not other:
        return None
    few, more = sorted((one, other), key=len)
    return all(any(_alike(actor, candidate) for candidate in more) for actor in few[:8])


def _alike(one: Actor, other: Actor) -> bool:
    if one.id == other.id:
        return True
    return one.country is not None and one.country == other.country and one.sector in (None, "GOV", other.sector)
