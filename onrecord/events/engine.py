"""From a parse to events: predicates evoke frames, arguments become parties, and words and rules settle the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.codebook import plover
from onrecord.codebook.frames import Frames
from onrecord.events.arguments import Arguments
from onrecord.events.circumstances import Circumstances, innermost
from onrecord.events.clauses import Clauses, Fillers
from onrecord.events.governing import Heirs, governed
from onrecord.events.linking import Linker, Told
from onrecord.events.matching import Coded, Matcher
from onrecord.events.obligations import FRAME as OBLIGATION
from onrecord.events.obligations import Obligations
from onrecord.events.parties import Parties
from onrecord.events.rules import Judged, excluded, shift
from onrecord.events.status import STATUS_WORDS, Judgement, StatusFinder
from onrecord.records import (
    Actor,
    Article,
    BlockKind,
    Entities,
    Event,
    Parse,
    Span,
    Statement,
    Status,
    Time,
    content_id,
)

CONFIDENCE_BASE = 0.55
CONFIDENCE_PARTY = 0.1
CONFIDENCE_CONSTRAINT = 0.05
CONFIDENCE_NEARBY = -0.1
CONFIDENCE_MOST = 0.95
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such"})


@dataclass(frozen=True, slots=True)
class Voice:
    """In whose voice a stretch of text speaks: the innermost statement around it."""

    statement: Statement | None
    actors: tuple[str, ...]


class Engine:
    """Codes one report."""

    def __init__(
        self,
        article: Article,
        parse: Parse,
        entities: Entities,
        times: tuple[Time, ...],
        statements: tuple[Statement, ...],
        frames: Frames,
    ) -> None:
        self.article = article
        self.parse = parse
        self.statements = statements
        self.clauses = Clauses(parse, frames.words | STATUS_WORDS)
        self.arguments = Arguments(self.clauses, frames.light)
        self.parties = Parties(self.clauses, entities)
        self.matcher = Matcher(self.clauses, self.arguments, self.parties, frames)
        self.obligations = Obligations(self.clauses, self.arguments, self.parties)
        self.heirs = Heirs(self.clauses, self.arguments, self.parties)
        self.status = StatusFinder(self.clauses, self.arguments)
        self.circumstances = Circumstances(article, self.clauses, entities, times)
        self.linker = Linker()
        self._actors = {actor.id: actor for actor in entities.actors}
        self._contents = sorted(
            (span, index) for index, statement in enumerate(statements) for span in statement.content
        )
        self._published = article.published.date if article.published is not None else None

    def coded(self, sentence: int) -> list[Coded]:
        """The predicates of a sentence that evoke a frame, in order, before any rule."""
        here = self.parse.sentences[sentence]
        blocks = self.article.blocks
        headline = here.block < len(blocks) and blocks[here.block].kind in (BlockKind.TITLE, BlockKind.HEADING)
        found = [
            coded for index in range(here.first, here.last) for coded in self.matcher.match(index, headline=headline)
        ]
        obliged = [each for index in range(here.first, here.last) if (each := self._obligation(index)) is not None]
        spoken_for = {token for each in found for token in self.matcher.trigger_words(each)}
        spoken_for.update(each.predicate for each in obliged)
        free = [each for each in found if each.predicate not in spoken_for]
        return sorted((*free, *obliged), key=lambda each: each.predicate)

    def _obligation(self, index: int) -> Coded | None:
        speakers = self.voice(self.parse.tokens[index].start).actors
        return self.obligations.at(index, [self._actors[each] for each in speakers if each in self._actors])

    def events(self) -> tuple[Event, ...]:
        """The events of the report, in order."""
        found: list[Event] = []
        for sentence in range(len(self.parse.sentences)):
            for judged in self.judged(sentence):
                event = self._event(judged, sentence, found)
                if event is not None:
                    found.append(event)
        return tuple(found)

    def judged(self, sentence: int) -> list[Judged]:
        """The events of a sentence with type and status, after PLOVER's rules."""
        coded = self.coded(sentence)
        judgements = [self._judge(each) for each in coded]
        dropped = governed(coded, judgements, self.clauses)
        judged = []
        for each, judgement in zip(coded, judgements, strict=True):
            if each.predicate in dropped:
                continue
            deeds = [deed for deed in coded if dropped.get(deed.predicate) == each.predicate]
            whole = self.heirs.completed(each, deeds)
            judged.append(shift(whole, judgement, by_speaker=self._announced(whole)))
        superfluous = excluded(judged)
        return [each for each in judged if each.coded.predicate not in superfluous]

    def _judge(self, coded: Coded) -> Judgement:
        if coded.frame is OBLIGATION:
            return Judgement(Status.ACTUAL, "said by the speaker")
        return self.status.judge(coded.predicate)

    def _announced(self, coded: Coded) -> bool:
        speakers = self.voice(self.parse.tokens[coded.predicate].start).actors
        return any(actor.id in speakers for actor in coded.actors)

    def voice(self, offset: int) -> Voice:
        """Who speaks at a character."""
        index = innermost(self._contents, offset)
        if index is None:
            return Voice(None, ())
        statement = self.statements[index]
        return Voice(statement, statement.speakers)

    # -- one event

    def _event(self, judged: Judged, sentence: int, earlier: Sequence[Event]) -> Event | None:
        coded = judged.coded
        status, why_status = judged.judgement.status, judged.judgement.rule
        voice = self.voice(self.parse.tokens[coded.predicate].start)
        narrative = status is Status.ACTUAL and voice.statement is None
        when = self.circumstances.when(coded.predicate, self._published, narrative=narrative)
        if when.historical and status is Status.ACTUAL:
            status, why_status = Status.HISTORICAL, "dated more than a year before publication"
        first = self.linker.link(
            Told(
                index=len(earlier),
                type=judged.type,
                mode=judged.mode,
                lemma=self.clauses.lemmas[coded.predicate],
                frame=coded.frame.id,
                actors=coded.actors,
                recipients=coded.recipients,
                status=status,
                date=when.date,
                definite=self._definite(coded.predicate),
            )
        )
        actors, recipients = coded.actors, coded.recipients
        linked = ""
        if not actors and not recipients:
            if first is None:
                return None
            actors, recipients = first.actors, first.recipients
            linked = "parties of the first telling"
        span = self._trigger(coded)
        fillers = tuple(filler.token for filler in (*coded.actor_fillers, *coded.recipient_fillers))
        place, how_place = self.circumstances.where(coded.predicate, fillers)
        here = self.parse.sentences[sentence]
        reasons = [
            f"frame {coded.frame.id}",
            *self._slot_reasons(coded),
            *judged.rules,
            f"status: {why_status}",
            f"date: {when.rule}",
            *([f"place: {how_place}"] if place is not None else []),
            *([linked] if linked else []),
            *([f"repeats {earlier[first.index].id}"] if first is not None else []),
        ]
        return Event(
            id=content_id("event", self.article.id, span, judged.type, coded.frame.id),
            type=judged.type,
            mode=judged.mode,
            contexts=plover.contexts(self._words(here.first, here.last)),
            actors=_ids(actors),
            recipients=_ids(recipients),
            trigger=span,
            sentence=here.span,
            status=status,
            attributed_to=voice.actors,
            statement=voice.statement.id if voice.statement is not None else None,
            date=when.date,
            place=place.id if place is not None else None,
            quad=plover.quad(judged.type),
            score=plover.score(judged.type, judged.mode),
            cameo=plover.cameo(judged.type, judged.mode),
            confidence=self._confidence(coded, voice.statement),
            same_as=earlier[first.index].id if first is not None else None,
            why=tuple(reasons),
        )

    def _words(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(self.clauses.lemmas[first:last])

    def _definite(self, index: int) -> bool:
        if self.parse.tokens[index].upos not in ("NOUN", "PROPN"):
            return False
        return any(self.clauses.lemmas[child] in _DEFINITE for child in self.parse.children(index, "det"))

    def _trigger(self, coded: Coded) -> Span:
        """The predicate, with its particle where it follows directly."""
        token = self.parse.tokens[coded.predicate]
        if coded.frame.particle is not None:
            after = coded.predicate + 1
            if after < len(self.parse.tokens) and self.clauses.lemmas[after] == coded.frame.particle:
                return (token.start, self.parse.tokens[after].end)
        return token.span

    def _slot_reasons(self, coded: Coded) -> list[str]:
        return [
            *self._side_reason("actor", coded.actor_slot, coded.actor_fillers),
            *self._side_reason("recipient", coded.recipient_slot, coded.recipient_fillers),
        ]

    def _side_reason(self, side: str, slot: str | None, fillers: Fillers) -> list[str]:
        if slot is None:
            return []
        told = ", ".join(f"{self.parse.tokens[filler.token].text} ({filler.rule})" for filler in fillers)
        return [f"{side}: {slot}: {told}"]

    @staticmethod
    def _confidence(coded: Coded, statement: Statement | None) -> float:
        value = CONFIDENCE_BASE + CONFIDENCE_CONSTRAINT * min(2, len(coded.frame.requires))
        value += CONFIDENCE_PARTY * (bool(coded.actors) + bool(coded.recipients))
        if any("nearby" in filler.rule for filler in (*coded.actor_fillers, *coded.recipient_fillers)):
            value += CONFIDENCE_NEARBY
        if statement is not None:
            value = min(value, statement.confidence)
        return round(min(value, CONFIDENCE_MOST), 3)


def _ids(actors: Sequence[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor.id for actor in actors))
