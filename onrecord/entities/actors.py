"""Finds the actors of a report: all mentions, then whom each one means, then one record for each actor."""

from collections.abc import Callable

from onrecord.entities.document import Document
from onrecord.entities.found import Found
from onrecord.entities.geography import Geography
from onrecord.entities.groups import find_groups
from onrecord.entities.homes import settle_homes
from onrecord.entities.links import link
from onrecord.entities.names import find_names
from onrecord.entities.organisations import find_countries, find_organisations
from onrecord.entities.pronouns import is_pronoun
from onrecord.entities.records import as_actors
from onrecord.entities.resolve import resolve
from onrecord.entities.spans import NameKind, Names
from onrecord.entities.speakers import Speakers
from onrecord.entities.titles import find_people
from onrecord.records import Actor, ActorKind, Article, How, Parse

DEEDS = frozenset(
    "accusation action aggression agreement aid airstrike alliance annexation approval assault assistance attack "
    "attempt ban blockade bombardment bombing claim conflict counteroffensive criticism deal decision defence defense "
    "demand denial deployment drill embargo exercise help incursion influence intervention invasion involvement "
    "missile mission negotiation occupation offensive offer operation plan policy presence pressure proposal "
    "provocation raid refusal rejection request response retaliation rocket rule ruling sanction shelling siege "
    "statement strike support talk threat trade troop veto vote war warning warship withdrawal".split()
)
"""Nouns of what states do, have and say: a nationality in front of one is the state's."""

SpeakerFinder = Callable[[int], int | None]


def find_actors(article: Article, parse: Parse, speaker_of: SpeakerFinder | None = None) -> tuple[Actor, ...]:
    """Who acts or speaks in a report: people, countries, organisations and groups, in the order of first mention.

    Spans count characters of `article.text`. `speaker_of` maps the index of a token inside a quotation to the index
    of the token that names its speaker (null when not known); without it, the subject of the nearest speech verb is
    taken. Mentions never nest, but several actors may share one ("both men").
    """
    document = Document(article, parse)
    if not len(document):
        return ()
    names = Names.of(document, find_names(document))
    geography = Geography(document, names)
    filed = geography.filed_from()
    names.where = geography.countries()
    mentions = find_mentions(document, names)
    speakers = Speakers(document)
    drafts = resolve(document, names, mentions, speakers, speaker_of or speakers.of)
    settle_homes(document, names, drafts, filed.country if filed is not None else None)
    return as_actors(document, drafts)


def find_mentions(document: Document, names: Names) -> list[Found]:
    """Everything in a document that may mention an actor, in order; no two share a token."""
    named = [*find_people(document, names), *find_organisations(document, names)]
    countries = find_countries(document, names)
    taken = bytearray(len(document))
    for one in named:
        _mark(taken, one)
    countries = [one for one in countries if not any(taken[one.first : one.last])]
    for one in countries:
        if one.how is not How.NAME or _stands_alone(document, one):
            _mark(taken, one)
    for name in names.spans:
        if name.kind in (NameKind.PLACE, NameKind.OTHER):
            taken[name.first : name.last] = b"\1" * len(name)
    groups = find_groups(document, names, taken)
    for one in groups:
        _mark(taken, one)
    inside = {index for one in groups for index in one.tokens}
    countries = [one for one in countries if one.first not in inside and one.last - 1 not in inside]
    countries = _warranted(document, names, countries, named)
    pronouns = [_pronoun(document, i) for i in range(len(document)) if is_pronoun(document, i) and not taken[i]]
    mentions = _apart(sorted([*named, *countries, *groups, *pronouns], key=lambda one: (one.first, -one.last)))
    by_head = {one.head: one for one in mentions}
    for one in mentions:
        if one.core is not None:
            for index in range(*one.core):
                by_head.setdefault(index, one)
    link(document, mentions, by_head)
    return mentions


def _warranted(document: Document, names: Names, countries: list[Found], named: list[Found]) -> list[Found]:
    """The countries without those told only by an adjective that says nothing of the state ("ancient Greek temples").

    An adjective in front of a title, an organisation or a deed of state ("Russian shelling") means the country; any
    other does so only where the report names the country besides.
    """
    begins = {one.first for one in named}
    firm: set[str | None] = set()
    for one in countries:
        if one.kind is not ActorKind.COUNTRY:
            continue
        name = names.at[one.head]
        weak = name is not None and name.kind is NameKind.NATION
        above = document.tokens[one.head].head
        if not weak or one.last in begins or (above >= 0 and document.tokens[above].lemma.lower() in DEEDS):
            firm.add(one.facts.country)
    return [one for one in countries if one.kind is not ActorKind.COUNTRY or one.facts.country in firm]


def _mark(taken: bytearray, one: Found) -> None:
    taken[one.first : one.last] = b"\1" * (one.last - one.first)


def _stands_alone(document: Document, one: Found) -> bool:
    """Whether a country's name is a phrase of its own, not the first part of one ("U.S. officials")."""
    token = document.tokens[one.head]
    return not (token.rel in ("compound", "amod", "nmod:desc") and token.head > one.head)


def _apart(mentions: list[Found]) -> list[Found]:
    """The mentions without those that overlap an earlier, longer one."""
    kept: list[Found] = []
    end = 0
    for one in mentions:
        if one.first >= end:
            kept.append(one)
            end = one.last
    return kept


def _pronoun(document: Document, index: int) -> Found:
    word = document.lower[index]
    return Found(
        first=index,
        last=index + 1,
        head=index,
        kind=ActorKind.PERSON,
        how=How.PRONOUN,
        words=(word,),
        name=document.tokens[index].text,
    )
