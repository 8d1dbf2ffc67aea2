"""Name spans: the model's names, the codebook's tables and runs of capitalised words, made one.

A name is a stretch of tokens with a kind. Where sources disagree, the longer span wins, and of equal spans the table's
kind: a table knows that "Georgia" may be a country, a span "Georgia Meloni" that here it is not.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from onrecord.entities import lexicon
from onrecord.entities.agreement import agree
from onrecord.entities.brackets import explained, spelled_out
from onrecord.entities.document import HYPHENS, Document
from onrecord.entities.geography import candidates
from onrecord.entities.lexicon import CountryName
from onrecord.entities.metonyms import TAKES_PARTY
from onrecord.entities.spans import LONGEST_NAME, NameKind, NameSpan
from onrecord.entities.speakers import SPEECH
from onrecord.entities.spelling import PARTICLES, SUFFIXES

LONGEST_INITIALS = 4
LONGEST_PORTFOLIO = 3
LONGEST_RUN = 14
"""Tokens in the longest run of capitalised words read as one name; longer ones are lists or headlines."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs "
    "fri sat sun easter christmas ramadan eid".split()
)
_LINKS = frozenset({"of", "for"})
_ARTICLES_OF_NAMES = frozenset({"al", "el", "ul", "an", "ar", "as", "ash", "at", "az", "ni", "anti", "ex"})
"""Beginnings written small before a hyphen, with which names of the tables begin."""
_OCCASIONS = frozenset("day week month year festival war games cup prize award act internet".split())
"""Last words of names that name neither an actor nor a place."""

_MODEL_KINDS = {"PER": NameKind.PERSON, "ORG": NameKind.ORGANIZATION, "LOC": NameKind.PLACE, "GPE": NameKind.PLACE}


def find_names(document: Document) -> list[NameSpan]:
    """All names of a document, in order, none overlapping another."""
    table = _warranted(document, list(_from_tables(document)))
    model = list(_from_model(document, table))
    patterns = [*find_bodies(document, table, model), *spelled_out(document), *_with_article(document, model)]
    firm = [*table, *model, *patterns]
    firm.sort(key=lambda name: (-len(name), name.source != "table", name.first))
    taken = bytearray(len(document))
    kept: list[NameSpan] = []
    for name in (*firm, *_from_runs(document)):
        if not any(taken[name.first : name.last]):
            taken[name.first : name.last] = b"\1" * len(name)
            kept.append(name)
    kept.sort(key=lambda name: name.first)
    return agree(document, explained(document, [_promoted(document, name) for name in kept]))


def _promoted(document: Document, name: NameSpan) -> NameSpan:
    """A name that its use makes an organisation: it speaks ("CEI said"), or a body's noun follows ("the M5S party")."""
    if name.source == "table" or name.kind is NameKind.ORGANIZATION:
        return name
    unknown = name.kind is not NameKind.PLACE or not candidates(document.text(name.first, name.last))
    if unknown and _body_behind(document, name.last):
        return NameSpan(name.first, name.last + 1, NameKind.ORGANIZATION, source="body")
    if name.kind is NameKind.PLACE and unknown and _governs(document, name):
        return replace(name, kind=NameKind.ORGANIZATION, source="use")
    if name.kind is NameKind.OTHER:
        for index in range(name.first, name.last):
            token = document.tokens[index]
            if token.rel == "nsubj" and document.tokens[token.head].lemma.lower() in SPEECH:
                return replace(name, kind=NameKind.ORGANIZATION)
    return name


def _governs(document: Document, name: NameSpan) -> bool:
    """Whether a place that no table knows acts as a state or group would: it accuses, or is accused."""
    token = document.tokens[document.head_of(name.first, name.last)]
    if token.head < 0 or document.tokens[token.head].upos != "VERB":
        return False
    verb = document.tokens[token.head].lemma.lower()
    return (token.deprel == "nsubj" and verb in TAKES_PARTY | SPEECH) or (token.rel == "obj" and verb in TAKES_PARTY)


def _body_behind(document: Document, index: int) -> bool:
    """Whether the token at `index` is a noun of a body, written small, that a name in front of it qualifies."""
    if index >= len(document) or document.tokens[index].upos != "NOUN" or index == document.bounds(index)[0]:
        return False
    token, before = document.tokens[index], document.tokens[index - 1]
    role = lexicon.role(token.lemma.lower())
    joined = before.head == index or document.tokens[before.head].head == index or before.head == token.head
    return role is not None and role.body and token.text[0].islower() and joined and token.feat("Number") != "Plur"


def _with_article(document: Document, model: list[NameSpan]) -> Iterator[NameSpan]:
    """Titles of two parts whose article is written large within a sentence: "of The Star and Herald"."""
    for a, b in pairwise(model):
        if a.kind is b.kind is NameKind.ORGANIZATION and b.first == a.last + 1 and a.first > 0:
            article = document.tokens[a.first - 1].text
            if article == "The" and document.lower[a.last] in ("and", "&") and not document.opens_sentence(a.first - 1):
                yield NameSpan(a.first, b.last, NameKind.ORGANIZATION, source="pattern")


def _from_tables(document: Document) -> Iterator[NameSpan]:
    """The longest names that the codebook knows, left to right."""
    index, size = 0, len(document)
    while index < size:
        name = _table_name(document, index) if _may_begin(document, index) else None
        if name is None:
            index += 1
        else:
            yield name
            index = name.last


def _may_begin(document: Document, index: int) -> bool:
    text = document.tokens[index].text
    if text in _ARTICLES_OF_NAMES:  # "al-Shabaab"
        return index + 1 < len(document) and document.tokens[index + 1].text in HYPHENS
    return text[0].isupper() or (text[0].isalpha() and any(char.isupper() for char in text)) or text[0].isdigit()


def _table_name(document: Document, index: int) -> NameSpan | None:
    stop = min(index + LONGEST_NAME, document.bounds(index)[1])
    for last in range(stop, index, -1):
        if document.tokens[last - 1].upos == "PUNCT" and last - 1 > index:
            continue
        text = document.text(index, last)
        text = text if "\n" not in text else " ".join(text.split())
        if document.shouted[document.sentence[index]]:
            text = text.title() if len(text) > 3 and "." not in text else text
        if last - index == 1 and _no_name(document, index):
            return None
        organisation = lexicon.organisation(text)
        if organisation is not None:
            return NameSpan(index, last, NameKind.ORGANIZATION, organisation=organisation, source="table")
        country = lexicon.country(text)
        if country is not None:
            return NameSpan(index, last, _country_kind(document, index, last, country), country, source="table")
        if lexicon.names_no_country(text):
            return NameSpan(index, last, NameKind.OTHER, source="table")
    return None


def _warranted(document: Document, table: list[NameSpan]) -> list[NameSpan]:
    """The names without initials of armed groups and parties whose country the report does not name."""
    codes = {name.country.code for name in table if name.country is not None}

    def doubtful(name: NameSpan) -> bool:
        body = name.organisation
        if body is None or body.country is None or not (body.armed or body.sector == "PTY"):
            return False
        text = document.text(name.first, name.last)
        return text.isupper() and len(text) <= LONGEST_INITIALS and body.country not in codes

    return [name for name in table if not doubtful(name)]


def _no_name(document: Document, index: int) -> bool:
    """A single capitalised word that grammar, not naming, made so: "Us" or "Who" or "May" at a sentence's beginning."""
    token = document.tokens[index]
    ordinary = token.upos in ("PRON", "AUX", "DET", "ADP", "CCONJ", "SCONJ", "ADV", "PART", "NUM")
    return ordinary and not (
        token.text.isupper() and len(token.text) > 1 and not document.shouted[document.sentence[index]]
    )


def _country_kind(document: Document, first: int, last: int, country: CountryName) -> NameKind:
    use = country.use
    if use == "name":
        return NameKind.COUNTRY
    if use == "metonym" or use == "capital":
        return NameKind.SEAT
    head = document.tokens[last - 1]
    if use == "demonym" or head.upos == "NOUN" or (head.upos == "PROPN" and head.feat("Number") == "Plur"):
        modifies = head.rel in ("amod", "compound") and not head.text.endswith("s")
        return NameKind.NATION if modifies and use == "adjective" else NameKind.PEOPLE
    return NameKind.NATION


def _from_model(document: Document, table: list[NameSpan]) -> Iterator[NameSpan]:
    """The model's names, trimmed of articles, possessive marks, dates, and of nationality words before a person."""
    nations = {name.first: name for name in table if name.kind is NameKind.NATION}
    known = {(name.first, name.last) for name in table}
    for name in document.parse.names:
        kind = _MODEL_KINDS.get(name.kind, NameKind.OTHER)
        first, last = _trim(document, name.first, name.last, kind)
        if first < last and kind is not NameKind.PERSON and _no_bearer(document, last - 1):
            kind = NameKind.OTHER
        if kind is NameKind.PERSON:
            while first in nations and nations[first].last < last:
                first = nations[first].last
            last = _through_flat(document, first, last)
        last = _before_office(document, first, last)
        if first < last and (first, last) not in known and not _no_name_at_all(document, first, last):
            yield NameSpan(first, last, kind)


def _no_name_at_all(document: Document, first: int, last: int) -> bool:
    """A letter, an affiliation in brackets ("R-Ohio"), or one adjective before its noun."""
    text = document.text(first, last)
    if len(text) < 2 or (
        text[1] in "-–" and text[0].isupper() and first > 0 and document.tokens[first - 1].text == "("
    ):
        return True
    token = document.tokens[first]
    return last - first == 1 and token.upos == "ADJ" and token.rel == "amod"


def _before_office(document: Document, first: int, last: int) -> int:
    """Where a name ends whose last words are the first ones of an office: "Defence" of "Defence Minister"."""
    if first < last < document.bounds(first)[1] and document.capital(last):
        for begin in range(max(first, last - LONGEST_PORTFOLIO), last):
            if lexicon.role(" ".join(document.lower[begin : last + 1])) is not None:
                return begin
    return last


def _given(document: Document, index: int) -> bool:
    """Whether a title is a given name here: "Dean Novak" at first mention, but not "the dean Novak"."""
    before = document.lower[index - 1] if index > document.bounds(index)[0] else ""
    return lexicon.given_name(document.lower[index]) is not None and before != "the"


def _no_bearer(document: Document, last: int) -> bool:
    """Whether a name's last token says that it names neither an actor nor a place: an occasion, or a web address."""
    return document.lower[last] in _OCCASIONS or document.lower[last].startswith("www.")


def _trim(document: Document, first: int, last: int, kind: NameKind) -> tuple[int, int]:
    while first < last and (
        (
            document.tokens[first].upos in ("DET", "PUNCT", "ADP", "CCONJ")
            and not (first + 1 < last and document.lower[first] in PARTICLES)
        )
        or (document.lower[first] in CALENDAR and last - first > 1)
    ):
        first += 1
    while first < last and (
        document.tokens[last - 1].upos in ("PUNCT", "PART", "DET", "ADP", "CCONJ")
        or document.lower[last - 1] in CALENDAR
    ):
        if document.tokens[last - 1].text in (".", ")") and kind is not NameKind.PERSON:
            break
        last -= 1
    if kind is NameKind.PERSON:
        while last - first > 1 and lexicon.is_title(document.lower[first]) and not _given(document, first):
            first += 1
    return first, last


def _through_flat(document: Document, first: int, last: int) -> int:
    """Where a person's name ends when the tree goes on where the model's span stops ("Suleiman al" + "-Amr")."""
    _, stop = document.bounds(first)
    while last < stop:
        token = document.tokens[last]
        if token.upos == "PROPN" and token.rel == "flat" and first <= token.head < last and token.text[0].isupper():
            last += 1
        elif (
            token.text in HYPHENS
            and last + 1 < stop
            and token.start == document.tokens[last - 1].end
            and document.tokens[last + 1].start == token.end
            and document.tokens[last + 1].text[0].isupper()
        ):
            last += 2
        elif document.lower[last].strip(".") in SUFFIXES and document.capital(last):
            last += 1
        else:
            break
    return last


def find_bodies(document: Document, table: list[NameSpan], model: list[NameSpan]) -> list[NameSpan]:
    """Organisations by their head noun: "Union of Free Teachers", "Ministry of Trade and Industry", "Harbour Board"."""
    people = {index for name in model if name.kind is NameKind.PERSON for index in range(name.first, name.last)}
    nations = {index for name in table if name.country is not None for index in range(name.first, name.last)}
    found: list[NameSpan] = []
    reached = 0
    for index in range(len(document)):
        if index < reached or not _body_noun(document, index) or index in people:
            continue
        first = index
        floor = max(reached, document.bounds(index)[0])
        while first > floor and _name_word(document, first - 1) and not (first - 1 in people or first - 1 in nations):
            first -= 1
        last = _through_links(document, index + 1, people)
        if last - first > 1:
            found.append(NameSpan(first, last, NameKind.ORGANIZATION, source="pattern"))
            reached = last
    return found


def _body_noun(document: Document, index: int) -> bool:
    """A capitalised noun of bodies ("Ministry", "Union") outside headlines, where capitals say nothing."""
    return (
        document.capital(index)
        and not document.titled[document.sentence[index]]
        and document.tokens[index].upos in ("PROPN", "NOUN")
        and lexicon.is_organisation_noun(document.lower[index])
    )


def _name_word(document: Document, index: int) -> bool:
    token = document.tokens[index]
    return (
        document.capital(index)
        and token.upos in ("PROPN", "ADJ", "NOUN")
        and document.lower[index] not in CALENDAR
        and not lexicon.is_title(document.lower[index])
        and not lexicon.is_honorific(document.lower[index])
    )


def _through_links(document: Document, last: int, people: set[int]) -> int:
    """Where a name goes on: through capitalised words, and "of", "for" or "and" between them."""
    stop = document.bounds(last - 1)[1]
    linked = False
    while last < stop:
        if _name_word(document, last) and last not in people:
            if not linked and not lexicon.is_organisation_noun(document.lower[last]):
                break
            last += 1
            continue
        word = document.lower[last]
        step = last + 1
        if word in _LINKS and step < stop and document.lower[step] in ("the", "a", "an"):
            step += 1
        allowed = word in _LINKS or (word in ("and", "&") and linked)
        if not allowed or step >= stop or not _name_word(document, step) or step in people:
            break
        if word in ("and", "&") and lexicon.is_organisation_noun(document.lower[step]):
            break
        linked = True
        last = step + 1
    return last


def _from_runs(document: Document) -> Iterator[NameSpan]:
    """Runs of capitalised proper nouns that are people by a title, a given name or a flat tree."""
    for first, last in _runs(document):
        yield from _read_run(document, first, last)


def _runs(document: Document) -> Iterator[tuple[int, int]]:
    index, size = 0, len(document)
    while index < size:
        if not _in_run(document, index):
            index += 1
            continue
        first = index
        stop = document.bounds(index)[1]
        while index < stop and _in_run(document, index):
            index += 1
        if index - first <= LONGEST_RUN and not document.titled[document.sentence[first]]:
            yield first, index


def _in_run(document: Document, index: int) -> bool:
    token = document.tokens[index]
    if token.upos == "PROPN" and token.text[0].isupper():
        return document.lower[index] not in CALENDAR
    if document.lower[index] in PARTICLES and token.upos == "PROPN":
        return True
    if token.text in HYPHENS:
        return (
            index + 1 < len(document)
            and token.start == document.tokens[index - 1].end
            and token.end == document.tokens[index + 1].start
            and document.tokens[index + 1].upos == "PROPN"
        )
    return False


def _read_run(document: Document, first: int, last: int) -> Iterator[NameSpan]:
    """A run may hold a title, then a name: "Defence Minister Anna Berg"."""
    begin = first
    while begin < last and (lexicon.is_title(document.lower[begin]) or lexicon.is_honorific(document.lower[begin])):
        begin += 1
    if begin == last:
        return
    flat = sum(document.tokens[i].rel == "flat" for i in range(begin, last))
    given = lexicon.given_name(document.lower[begin]) is not None
    titled = begin > first and lexicon.is_title(document.lower[begin - 1])
    if last - begin > 1 and (flat or given):
        start = begin
        while start < last - 1 and not any(document.tokens[i].rel == "flat" for i in range(start, last)) and not given:
            start += 1
        yield NameSpan(start, last, NameKind.PERSON, source="run")
    elif titled and last - begin == 1:
        yield NameSpan(begin, last, NameKind.PERSON, source="run")
