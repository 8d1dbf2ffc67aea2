"""What actors have from those they belong to: "his government", "a spokeswoman for the minister".

A spokesman without a name is nobody of his own: what he says and does is the word and deed of the body he speaks for.
"""

from dataclasses import replace

from onrecord.entities.document import Document
from onrecord.entities.found import NO_FACTS, Facts
from onrecord.entities.homes import STATE
from onrecord.entities.roster import Draft
from onrecord.records import ActorKind

_OF = frozenset({"of", "for"})
SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson"})
WHY = "through a spokesman"
MENTIONS = 4
"""Mentions of an actor that are looked at for what it belongs to."""


def inherit(document: Document, drafts: list[Draft], at_token: dict[int, Draft]) -> None:
    """Fill the country of bodies and offices, and an office's sector, from the actor that they belong to.

    `at_token` gives the actor that a token mentions, pronouns included.
    """
    for draft in drafts:
        body = _spoken_for(document, draft, at_token)
        if body is not None:
            body.mentions.extend((replace(found, facts=NO_FACTS), how) for found, how in draft.mentions)
            body.whys[WHY] = None
            draft.mentions.clear()
            continue
        if draft.facts.country is not None and draft.facts.sector is not None:
            continue
        for found, _ in draft.mentions[:MENTIONS]:
            for child in document.parse.children(found.head, "nmod"):
                owner = _owner(document, at_token, child)
                if owner is not None and owner is not draft:
                    draft.facts = _filled(draft, owner, document.tokens[child].span)


def _spoken_for(document: Document, draft: Draft, at_token: dict[int, Draft]) -> Draft | None:
    """The named body that a spokesman without a name speaks for, or null."""
    if draft.named or draft.plural or draft.kind is not ActorKind.PERSON or not draft.mentions:
        return None
    head = draft.mentions[0][0].head
    if document.tokens[head].lemma.lower() not in SPOKESPEOPLE:
        return None
    for child in document.parse.children(head, "nmod", "compound"):
        owner = at_token.get(child) if document.tokens[child].rel == "compound" else _owner(document, at_token, child)
        if owner is not None and owner.kind is not ActorKind.PERSON and owner is not draft:
            return owner
    return None


def _owner(document: Document, at_token: dict[int, Draft], child: int) -> Draft | None:
    """The one actor that a phrase says something belongs to; null for "of Norway and Kenya", which are two."""
    if document.tokens[child].deprel != "nmod:poss" and document.has_case(child) not in _OF:
        return None
    owner = at_token.get(child)
    joined = [at_token.get(index) for index in document.parse.children(child, "conj")]
    return None if any(other is not None and other is not owner for other in joined) else owner


def _filled(draft: Draft, owner: Draft, span: tuple[int, int]) -> Facts:
    facts = draft.facts
    office = draft.kind is ActorKind.PERSON and facts.role is not None
    if facts.sector is None and office and owner.kind is not ActorKind.COUNTRY:
        facts = replace(facts, sector=owner.facts.sector, sector_span=span if owner.facts.sector else None)
    serves = facts.sector in STATE or draft.kind is ActorKind.ORGANIZATION or office
    if facts.country is None and serves and owner.facts.country is not None:
        facts = replace(facts, country=owner.facts.country, country_span=span)
    return facts
