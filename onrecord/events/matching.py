"""Matching: which frame a predicate evokes, and who its actors and recipients are.

Among the frames of a lemma those fit whose particle is there, whose required slots are filled as required and whose
excluded fillers are absent. The most demanding wins: most requirements met, then a particle over none, then the order
of the files.
"""

from dataclasses import dataclass, replace

from onrecord.codebook.frames import Constraint, Frame, Frames
from onrecord.events.arguments import Arguments, Slots
from onrecord.events.clauses import Clauses, Filler, Fillers
from onrecord.events.parties import Parties
from onrecord.records import Actor

_NOT_TRIGGER = frozenset({"subject", "verb", "modifier", "possessor"})
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
    mode: str | None = None


def _demands(frame: Frame) -> tuple[int, bool, int]:
    return (len(frame.requires), frame.particle is not None, -frame.order)


class Matcher:
    """Finds frames for the predicates of one parse."""

    def __init__(self, clauses: Clauses, arguments: Arguments, parties: Parties, frames: Frames) -> None:
        self.clauses = clauses
        self.arguments = arguments
        self.parties = parties
        self.frames = frames
        self.tokens = clauses.tokens

    def match(self, index: int, *, headline: bool = False) -> tuple[Coded, ...]:
        """The frame that the predicate at a token evokes, with its parties, and what is coded beside it."""
        for kind in self._kinds(index, headline):
            candidates = self.frames.of(kind, self.clauses.lemmas[index])
            if not candidates:
                continue
            slots = self.arguments.slots(index, kind)
            fitting = [(frame, read) for frame in candidates if (read := self._read(frame, index, slots)) is not None]
            if fitting:
                best, read = max(fitting, key=lambda pair: _demands(pair[0]))
                coded = self._coded(index, best, read)
                beside = (replace(best, type=type_, mode=mode) for type_, mode in best.also)
                return (coded, *(replace(coded, frame=frame, mode=frame.mode) for frame in beside))
        return ()

    def trigger_words(self, coded: Coded) -> frozenset[int]:
        """The nouns and verbs that a frame asks for by their words: they tell of its event and evoke no frame."""
        return frozenset(
            filler.token
            for constraint in coded.frame.requires
            for slot in constraint.slots
            for filler in coded.slots.get(slot, ())
            if slot not in _NOT_TRIGGER and self.parties.named_words(constraint.accepted, filler.token)
        )

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

    def _read(self, frame: Frame, index: int, slots: Slots) -> Slots | None:
        """The slots of a predicate as this frame reads them, or null when it does not fit."""
        if frame.particle is not None and self.arguments.particle(index) != frame.particle:
            found = self._particle_as_preposition(frame.particle, slots)
            if found is None:
                return None
            slots = found
        fits = all(self._holds(each, slots) for each in frame.requires) and not any(
            self._holds(each, slots) for each in frame.excludes
        )
        return slots if fits else None

    def _particle_as_preposition(self, particle: str, slots: Slots) -> Slots | None:
        """ "Handed over a suspect" read with "over" as a preposition, and "pulled out of" with "out of" as one."""
        if f"{particle}_of" in slots:
            return slots
        if particle in slots and "object" not in slots:
            return {**slots, "object": slots[particle]}
        return None

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
            index,
            frame,
            slots,
            actor_slot,
            recipient_slot,
            actor_fillers,
            recipient_fillers,
            actors,
            recipients,
            frame.mode or self._mode(frame, slots),
        )

    def _mode(self, frame: Frame, slots: Slots) -> str | None:
        """The first of the frame's modes that a word in the arguments, or directly before one, tells."""
        if not frame.modes:
            return None
        words = set()
        for filler in {filler for fillers in slots.values() for filler in fillers}:
            words.add(self.clauses.lemmas[filler.token])
            for child in self.clauses.parse.children(filler.token, "compound", "amod"):
                words.add(self.clauses.lemmas[child])
        return next((mode for mode, telling in frame.modes.items() if words & telling), None)

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
