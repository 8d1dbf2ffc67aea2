"""Organisations and countries as mentions, with the short forms that a report introduces in brackets."""

from dataclasses import replace

from onrecord.entities import lexicon
from onrecord.entities.brackets import explains, short_form
from onrecord.entities.document import Document
from onrecord.entities.found import Facts, Found
from onrecord.entities.metonyms import stands_for_government
from onrecord.entities.roles import name_facts
from onrecord.entities.spans import NameKind, Names, NameSpan
from onrecord.entities.spelling import words_of
from onrecord.records import ActorKind, How


def find_organisations(document: Document, names: Names) -> list[Found]:
    """One mention for each name of an organisation or armed group; "(APEC)" behind it is part of the mention."""
    found: list[Found] = []
    bracketed: set[int] = set()
    for name in names.spans:
        if name.kind is not NameKind.ORGANIZATION or name.first in bracketed:
            continue
        short = short_form(document, name.last)
        one = _organisation(document, names, name, short)
        if short is not None:
            bracketed.update(range(short, short + 1))
        found.append(one)
    return found


def _organisation(document: Document, names: Names, name: NameSpan, short: int | None) -> Found:
    text = " ".join(document.text(name.first, name.last).split())
    words = words_of(text)
    words = words[1:] if words[0] == "the" and len(words) > 1 else words
    known = name.organisation
    head = document.head_of(name.first, name.last)
    last = name.last if short is None else short + 2
    nation = _nation_before(names, name)
    facts = name_facts(document, names, name)
    if nation is not None and nation.country is not None and facts.country is None:
        facts = replace(facts, country=nation.country.code, country_span=document.span(nation.first, nation.last))
    return Found(
        first=_with_article(document, nation.first if nation else name.first, head),
        last=last,
        head=head,
        kind=ActorKind.GROUP if known is not None and known.armed else ActorKind.ORGANIZATION,
        how=How.NAME,
        words=words,
        name=known.name if known is not None else text,
        facts=facts,
        noun=lexicon.body_noun(list(words)),
        aliases=(text, *(document.tokens[i].text for i in (short, explains(document, name)) if i is not None)),
        core=(name.first, name.last),
    )


def _nation_before(names: Names, name: NameSpan) -> NameSpan | None:
    """The nationality that stands right before an organisation's name: "the Greek Ministry of Culture"."""
    before = names.at[name.first - 1] if name.first else None
    if before is None or before.country is None or before.last != name.first:
        return None
    return before if before.kind in (NameKind.NATION, NameKind.COUNTRY) else None


def _with_article(document: Document, first: int, head: int) -> int:
    """A name's first token, or that of the article in front of it, unless this belongs to a noun behind the name."""
    if document.tokens[head].rel in ("compound", "amod", "nmod:desc") and document.tokens[head].head > head:
        return first
    if first > document.bounds(first)[0] and document.lower[first - 1] == "the":
        return first - 1
    return first


def find_countries(document: Document, names: Names) -> list[Found]:
    """Countries by name, nationality word, and capital or palace where these stand for a government."""
    found: list[Found] = []
    for name in names.spans:
        if name.country is None:
            continue
        country = name.country
        head = document.head_of(name.first, name.last)
        span = document.span(name.first, name.last)
        facts = Facts(country=country.code, country_span=span)
        if name.kind is NameKind.PEOPLE:
            found.append(_people(document, name, head, facts))
            continue
        if name.kind is NameKind.SEAT and not stands_for_government(document, name.first, name.last, head, country):
            continue
        found.append(
            Found(
                first=_with_article(document, name.first, head) if name.kind is not NameKind.NATION else name.first,
                last=name.last,
                head=head,
                kind=ActorKind.COUNTRY,
                how=How.METONYM if name.kind is NameKind.SEAT else How.NAME,
                words=words_of(country.name),
                name=country.name,
                facts=facts,
                noun="country",
                core=(name.first, name.last),
            )
        )
    return found


def _people(document: Document, name: NameSpan, head: int, facts: Facts) -> Found:
    """Inhabitants: "Russians", "an Afghan"."""
    text = document.text(name.first, name.last)
    plural = document.tokens[head].feat("Number") != "Sing"
    return Found(
        first=_with_article(document, name.first, head),
        last=name.last,
        head=head,
        kind=ActorKind.GROUP if plural else ActorKind.PERSON,
        how=How.DESCRIPTION,
        words=words_of(text),
        name=text,
        facts=facts,
        plural=plural,
        definite=False,
        noun=document.tokens[head].lemma.lower(),
        core=(name.first, name.last),
    )
