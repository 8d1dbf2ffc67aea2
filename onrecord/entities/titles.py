"""People's names with their titles: "Prime Minister Ana Costa", "the mayor Paul Brandt", "Dr. Amara Okafor".

A mention takes the title in and leaves countries and organisations before it out: they are mentions of their own.
"""

from dataclasses import replace

from onrecord.entities import lexicon
from onrecord.entities.document import HYPHENS, Document
from onrecord.entities.found import NO_FACTS, Facts, Found
from onrecord.entities.groups import modifiers_of
from onrecord.entities.names import CALENDAR
from onrecord.entities.roles import name_facts, phrase_facts, role_ending
from onrecord.entities.spans import NameKind, Names, NameSpan
from onrecord.entities.spelling import words_of
from onrecord.records import ActorKind, How

LONGEST_TITLE = 8
"""Tokens in a title before a name; "Deputy Permanent Representative to" reaches seven."""
_REACH = frozenset({NameKind.NATION, NameKind.COUNTRY, NameKind.ORGANIZATION, NameKind.SEAT, NameKind.PLACE})


def find_people(document: Document, names: Names) -> list[Found]:
    """One mention for each name of a person, widened by its title, with what the title says."""
    found = [_person(document, names, name) for name in names.spans if name.kind is NameKind.PERSON]
    _share_titles(document, found)
    return found


def _share_titles(document: Document, people: list[Found]) -> None:
    """Give a title in the plural to all who are joined behind it: "Ministers Ana Costa and Paul Brandt"."""
    titled: dict[int, Found] = {}
    for one in people:
        top = document.chain_head(one.head)
        if one.plural:
            titled[top] = one
            one.plural = False
        elif top in titled and not one.noun:
            one.facts = one.facts.filled(replace(titled[top].facts, gender=None))


def _person(document: Document, names: Names, name: NameSpan) -> Found:
    words = words_of(document.text(name.first, name.last))
    first, head = _title(document, names, name)
    facts = NO_FACTS
    if head is not None:
        facts = phrase_facts(document, names, _reach(document, names, first), head)
    else:
        facts = _affiliation(document, names, document.head_of(name.first, name.last))
    honorific = _honorific(document, first, name.first)
    gender = (lexicon.honorific_gender(honorific) if honorific else None) or facts.gender
    if gender is None and len(words) > 1:
        gender = lexicon.given_name(words[0])
    return Found(
        first=first,
        last=name.last,
        head=document.head_of(name.first, name.last),
        kind=ActorKind.PERSON,
        how=How.NAME,
        words=words,
        name=" ".join(document.text(name.first, name.last).split()),
        facts=replace(facts, gender=gender),
        plural=head is not None and document.tokens[head].feat("Number") == "Plur",
        noun=document.tokens[head].lemma.lower() if head is not None else "",
        modifiers=modifiers_of(document, _reach(document, names, first), head) if head is not None else frozenset(),
        core=(name.first, name.last),
    )


def _affiliation(document: Document, names: Names, head: int) -> Facts:
    """What the body behind a name says of a person without a title: "Ana Costa of the Harbour Times"."""
    for child in document.parse.children(head, "nmod"):
        name = names.at[child]
        if name is not None and name.kind is NameKind.ORGANIZATION and document.has_case(child) in ("of", "from", "at"):
            return name_facts(document, names, name)
    return NO_FACTS


def _honorific(document: Document, first: int, stop: int) -> str | None:
    for index in range(first, stop):
        if lexicon.is_honorific(document.lower[index]):
            return document.lower[index]
    return None


def _title(document: Document, names: Names, name: NameSpan) -> tuple[int, int | None]:
    """Where the title before a name begins (the name's own beginning if there is none), and its role noun."""
    floor = max(document.bounds(name.first)[0], name.first - LONGEST_TITLE)
    honorifics = name.first
    while honorifics > floor and (
        lexicon.is_honorific(document.lower[honorifics - 1])
        or (document.tokens[honorifics - 1].text == "." and lexicon.is_honorific(document.lower[honorifics - 2]))
    ):
        honorifics -= 1
    window = honorifics
    while window > floor and _may_stand_in_title(document, names, window - 1):
        window -= 1
    for head in range(honorifics - 1, window - 1, -1):
        found = role_ending(document, window, head)
        if found is None or not found[0].human or not _leads_to(document, head, honorifics, name):
            continue
        first = found[1]
        while first > window and document.tokens[first - 1].upos in ("NOUN", "PROPN", "ADJ", "PUNCT", "NUM"):
            first -= 1
        while document.tokens[first].text in HYPHENS:
            first += 1
        if first > document.bounds(first)[0] and document.lower[first - 1] in ("the", "a", "an"):
            first -= 1
        return first, _noun_of(document, found[1], head)
    return honorifics, None


def _noun_of(document: Document, first: int, last: int) -> int:
    """The noun that a role's words are built on: "minister" of "minister of education"."""
    return next((i - 1 for i in range(first + 1, last) if document.lower[i] in ("of", "for", "to")), last)


def _may_stand_in_title(document: Document, names: Names, index: int) -> bool:
    token = document.tokens[index]
    if names.at[index] is not None or document.lower[index] in CALENDAR:
        return False
    if token.text in HYPHENS:
        return True
    return token.upos in ("NOUN", "PROPN", "ADJ") or document.lower[index] in ("of", "for", "and", "&")


def _leads_to(document: Document, head: int, stop: int, name: NameSpan) -> bool:
    """Whether a role noun belongs to the name after it: next to it, or with only "of …" or "for …" between them."""
    token = document.tokens[head]
    between = range(head + 1, stop)
    if between and document.lower[head + 1] not in ("of", "for"):
        return False
    if any(document.lower[i] == "and" for i in between) and not token.text[0].isupper():
        return False
    if token.text[0].isupper():
        return True
    return token.head in range(name.first, name.last) or any(
        document.tokens[i].head == head for i in range(name.first, name.last)
    )


def _reach(document: Document, names: Names, first: int) -> int:
    """How far left the words reach that qualify a title: "former Japanese", "the bank's", "NATO"."""
    floor = max(document.bounds(first)[0], first - LONGEST_TITLE)
    while first > floor:
        name = names.at[first - 1]
        token = document.tokens[first - 1]
        if name is not None and name.kind in _REACH:
            first = max(name.first, floor)
        elif token.upos in ("PART", "ADJ") or token.text in HYPHENS or document.lower[first - 1] in ("then", "ex"):
            first -= 1
        else:
            break
    return first
