"""Whom each mention means: names for the whole report at once, then descriptions and pronouns in reading order."""

from collections.abc import Callable
from dataclasses import replace

from onrecord.entities.descriptions import Descriptions
from onrecord.entities.document import Document
from onrecord.entities.found import NO_FACTS, Found
from onrecord.entities.owners import inherit
from onrecord.entities.pronouns import FIRST, FIRST_PLURAL, PLURAL, SINGULAR, Candidate, choose
from onrecord.entities.roster import Draft, Roster
from onrecord.entities.spans import Names
from onrecord.entities.speakers import Speakers
from onrecord.entities.spelling import PARTICLES
from onrecord.entities.together import COUNT, Together
from onrecord.entities.variants import settle_variants
from onrecord.records import ActorKind, How


def resolve(
    document: Document,
    names: Names,
    mentions: list[Found],
    speakers: Speakers,
    speaker_of: Callable[[int], int | None],
) -> list[Draft]:
    """The drafts of all actors of a document, each with its mentions."""
    roster = Roster()
    owner = settle_names(document, roster, mentions)
    reader = _Reader(document, roster, owner, speakers, speaker_of)
    things = _things(document, mentions)
    position = 0
    for one in mentions:
        while position < len(things) and things[position] < one.head:
            reader.pass_thing(things[position])
            position += 1
        reader.read(one)
    inherit(document, roster.drafts, reader.at_token)
    return roster.drafts


def settle_names(document: Document, roster: Roster, mentions: list[Found]) -> dict[int, Draft]:
    """Give each named mention its draft: full names first, so that a surname anywhere finds its person."""
    owner: dict[int, Draft] = {}
    named = [one for one in mentions if one.how in (How.NAME, How.METONYM)]
    people = [one for one in named if one.kind is ActorKind.PERSON]
    for one in named:
        if one.kind is ActorKind.COUNTRY and one.facts.country is not None:
            owner[one.first] = roster.country(one.facts.country, one.name)
    for one in sorted((one for one in people if len(one.words) > 1), key=lambda one: -len(one.words)):
        if not _is_short(one):
            owner[one.first] = roster.full_person(one)
    organisations = [one for one in named if one.kind in (ActorKind.ORGANIZATION, ActorKind.GROUP)]
    for one in sorted(organisations, key=lambda one: (-len(one.words), one.first)):
        owner[one.first] = roster.organisation(one)
    variants = settle_variants(document, roster, people)
    for one in people:
        if one.first in variants:
            owner[one.first] = variants[one.first]
            one.how = How.VARIANT
        elif one.first not in owner:
            owner[one.first] = roster.short_person(one)
    return owner


def _is_short(one: Found) -> bool:
    return all(word in PARTICLES for word in one.words[:-1])


def _things(document: Document, mentions: list[Found]) -> list[int]:
    """Head nouns that are no actors: they compete with actors for "it" and "they"."""
    covered = bytearray(len(document))
    for one in mentions:
        covered[one.first : one.last] = b"\1" * (one.last - one.first)
    return [
        index
        for index, token in enumerate(document.tokens)
        if token.upos in ("NOUN", "PROPN")
        and not covered[index]
        and token.rel not in ("compound", "flat", "amod", "nmod:desc", "goeswith")
    ]


class _Reader:
    """Reads mentions in order and remembers what was mentioned."""

    def __init__(
        self,
        document: Document,
        roster: Roster,
        owner: dict[int, Draft],
        speakers: Speakers,
        speaker_of: Callable[[int], int | None],
    ) -> None:
        self.document = document
        self.roster = roster
        self.owner = owner
        self.speakers = speakers
        self.speaker_of = speaker_of
        self.candidates: list[Candidate] = []
        self.descriptions = Descriptions(document, roster)
        self.together = Together(document)
        self.at_token: dict[int, Draft] = {}
        self.waiting: dict[int, list[Found]] = {}

    def pass_thing(self, head: int) -> None:
        """Remember a thing that is no actor."""
        token = self.document.tokens[head]
        plural = token.feat("Number") == "Plur"
        self.candidates.append(Candidate(head, None, None, self._relation(head), plural, self.document.sentence[head]))

    def read(self, one: Found) -> None:
        """Settle one mention."""
        if one.how is How.PRONOUN:
            self._pronoun(one)
            return
        draft = self.owner.get(one.first)
        if draft is None:
            shared = self.together.described(one)
            if shared:
                for each in shared:
                    each.take(replace(one, facts=NO_FACTS, noun=""), why="counted")
                self._remember(one, None)
                return
            if one.noun == COUNT:
                return
            draft = self._linked(one) or self.descriptions.resolve(one, self.candidates)
        draft.take(one)
        self.descriptions.note(draft, one)
        self._remember(one, draft)

    def _linked(self, one: Found) -> Draft | None:
        """The draft of what the tree says is the same: named anywhere, or already read."""
        other = one.same_as
        for _ in range(4):
            if other is None:
                return None
            draft = self.owner.get(other.first) or self.at_token.get(other.first)
            if draft is not None:
                return draft
            other = other.same_as
        return None

    def _remember(self, one: Found, draft: Draft | None) -> None:
        plural = one.plural or (draft is not None and draft.plural)
        if draft is not None:
            self.at_token[one.first] = draft
            for index in one.tokens:
                self.at_token.setdefault(index, draft)
        sentence = self.document.sentence[one.head]
        self.candidates.append(Candidate(one.head, draft, one, self._relation(one.head), plural, sentence))
        if draft is not None:
            self.together.note(one, draft)

    def _relation(self, head: int) -> str:
        return self.document.tokens[self.document.chain_head(head)].rel

    def _pronoun(self, one: Found) -> None:
        word = self.document.lower[one.first]
        speaker_token = self.speaker_of(one.first)
        if word in FIRST or word in FIRST_PLURAL:
            self._first_person(one, word, speaker_token)
            return
        speaker = self.at_token.get(speaker_token) if speaker_token is not None else None
        speaker = speaker or self._named_at(speaker_token)
        draft = choose(self.document, one.first, self.candidates, self.speakers, speaker)
        if word in PLURAL and draft is not None and draft.kind is ActorKind.ORGANIZATION and not draft.plural:
            pair = self.together.just_met(one)
            if pair:
                for each in pair:
                    each.take(one, How.PRONOUN)
                return
        if draft is None:
            for each in self.together.plural_pronoun(one):
                each.take(one, How.PRONOUN)
            return
        one.kind = draft.kind
        draft.take(one, How.PRONOUN)
        if draft.kind is ActorKind.PERSON and draft.gender is None:
            draft.gender = SINGULAR.get(word)
        self._remember(one, draft)

    def _first_person(self, one: Found, word: str, speaker_token: int | None) -> None:
        speaker = self._named_at(speaker_token)
        if speaker is None or self.speakers.inside[one.first] < 0:
            return
        if word in FIRST and (speaker.plural or speaker.kind is ActorKind.COUNTRY):
            return
        if word in FIRST_PLURAL and not speaker.plural and speaker.kind is ActorKind.PERSON:
            return
        speaker.take(one, How.PRONOUN)

    def _named_at(self, token: int | None) -> Draft | None:
        if token is None:
            return None
        return self.at_token.get(token) or self._owner_covering(token)

    def _owner_covering(self, token: int) -> Draft | None:
        for first in range(token, max(-1, token - 9), -1):
            draft = self.owner.get(first)
            if draft is not None:
                return draft
        return None
