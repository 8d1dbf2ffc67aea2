"""Matching: which frame a predicate evokes, and who its actors and recipients are.

Among the frames of a lemma those fit whose particle is there, whose required slots are filled as required and whose
excluded fillers are absent. The most demanding wins: most requirements met, then a particle over none, then the order
of the files.
"""

from dataclasses import dataclass

from onrecord.codebook.frames import Constraint, Frame, Frames
from onrecord.events.arguments import Arguments, Slots
from onrecord.events.clauses import Clauses, Filler, Fillers
from onrecord.events.parties import Parties
from onrecord.records import Actor

KIND_OF = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True)
class Coded:
    """A predicate with its frame: the fillers of both sides, and the actors behind them."""

    predicate: int
    frame: Frame
    slots: Slots
    actor_slot: str | None
    recipient_slot: str | None
    actor_fillers: Fillers
    recipient_fillers: Fillers
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]


class Matcher:
    """Finds frames for the predicates of one parse."""

    def __init__(self, clauses: Clauses, arguments: Arguments, parties: Parties, frames: Frames) -> None:
        self.clauses = clauses
        self.arguments = arguments
        self.parties = parties
        self.frames = frames
        self.tokens = clauses.tokens

    def match(self, index: int, *, headline: bool = False) -> Coded | None:
        """The frame that the predicate at a token evokes, with its parties; null when none fits."""
        for kind in self._kinds(index, headline):
            candidates = self.frames.of(kind, self.clauses.lemmas[index])
            if not candidates:
                continue
            slots = self.arguments.slots(index, kind)
            particle = self.arguments.particle(index) if kind == "verb" else None
            fitting = [frame for frame in candidates if self._fits(frame, slots, particle)]
            if fitting:
                best = max(fitting, key=lambda frame: (len(frame.requires), frame.particle is not None, -frame.order))
                return self._coded(index, best, slots)
        return None

    def _kinds(self, index: int, headline: bool) -> tuple[str, ...]:
        """How a token may be read as a predicate; in headlines nouns in capitals look like names."""
        token = self.tokens[index]
        if token.upos == "PROPN" and headline:
            return ("noun",)
        kind = KIND_OF.get(token.upos)
        if kind is None:
            return ()
        if (kind == "noun" and token.xpos == "VBG") or (kind == "adjective" and token.xpos in ("VBN", "VBG", "VBD")):
            return (kind, "verb")
        if kind == "verb" and token.rel in ("obj", "nmod", "compound"):
            return ("verb", "noun")
        return (kind,)

    def _fits(self, frame: Frame, slots: Slots, particle: str | None) -> bool:
        if frame.particle is not None and frame.particle != particle:
            return False
        return all(self._holds(each, slots) for each in frame.requires) and not any(
            self._holds(each, slots) for each in frame.excludes
        )

    def _holds(self, constraint: Constraint, slots: Slots) -> bool:
        return any(self.parties.accepts(constraint.accepted, slots.get(slot, ())) for slot in constraint.slots)

    def _coded(self, index: int, frame: Frame, slots: Slots) -> Coded:
        actor_slot, actor_fillers, actors = self._side(frame.actor, slots, frozenset())
        together = frozenset(filler.token for filler in actor_fillers)
        recipient_slot, recipient_fillers, recipients = self._side(
            tuple(slot for slot in frame.recipient if slot != actor_slot), slots, together
        )
        if frame.mutual:
            actors = _union(actors, recipients)
            actor_fillers = tuple(dict.fromkeys((*actor_fillers, *recipient_fillers)))
            recipients, recipient_fillers = (), ()
        ids = {actor.id for actor in actors}
        recipients = tuple(actor for actor in recipients if actor.id not in ids)
        return Coded(
            index, frame, slots, actor_slot, recipient_slot, actor_fillers, recipient_fillers, actors, recipients
        )

    def _side(
        self, wanted: tuple[str, ...], slots: Slots, taken: frozenset[int]
    ) -> tuple[str | None, Fillers, tuple[Actor, ...]]:
        """The first wanted slot that resolves to actors, else the first that is filled at all."""
        first: tuple[str, Fillers] | None = None
        for slot in wanted:
            fillers: tuple[Filler, ...] = tuple(filler for filler in slots.get(slot, ()) if filler.token not in taken)
            if not fillers:
                continue
            actors = self.parties.of(fillers)
            if slot == "modifier":
                fillers = tuple(filler for filler in fillers if self.parties.named(filler.token))
                actors = self.parties.of(fillers)
            if actors:
                return slot, fillers, actors
            if first is None and fillers:
                first = (slot, fillers)
        return (*first, ()) if first else (None, (), ())


def _union(first: tuple[Actor, ...], second: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple({actor.id: actor for actor in (*first, *second)}.values())
