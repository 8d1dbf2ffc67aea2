"""From drafts to records: ids, names and evidence."""

from onrecord.entities.document import Document
from onrecord.entities.found import Found
from onrecord.entities.roster import Draft
from onrecord.records import Actor, ActorKind, Mention, Span, content_id

CORE = frozenset({"nsubj", "obj", "iobj", "csubj"})
STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "REB", "JUD", "LEG", "SPY", "PRM", "UAF", "CRM"})
TELLING = frozenset({"tell", "inform", "remind", "brief"})
EMPTY_NOUNS = frozenset({"country", "nation", "state", "kingdom", "republic"})
"""Nouns that mean an actor only through another mention."""


def as_actors(document: Document, drafts: list[Draft]) -> tuple[Actor, ...]:
    """One record for each draft that is mentioned, in the order of first mention."""
    actors = [_actor(document, draft) for draft in drafts if draft.mentions and matters(document, draft)]
    actors.sort(key=lambda actor: (actor.mentions[0].start, actor.mentions[0].end))
    return tuple(actors)


def matters(document: Document, draft: Draft) -> bool:
    """Whether an actor belongs on record: all that are named, and described ones that act, are acted on, or speak.

    A generic noun in passing ("a car for young people") is no actor of the report.
    """
    if draft.named:
        return not _passing(document, draft)
    if draft.kind is ActorKind.ORGANIZATION and draft.mentions[0][0].noun in EMPTY_NOUNS:
        return False
    if all(_quantified(document, found.first) for found, _ in draft.mentions):
        return False
    if draft.facts.sector in STATE_SECTORS and not all(_role_only(document, found) for found, _ in draft.mentions):
        return True
    return any(
        _acts(document, found.head) or (found.facts.country is not None and _subject(document, found.head))
        for found, _ in draft.mentions
    )


def _subject(document: Document, head: int) -> bool:
    return document.tokens[document.chain_head(head)].rel == "nsubj"


def _passing(document: Document, draft: Draft) -> bool:
    """A person told by one word only, without an office, who does nothing: a god, a saint, a book's hero."""
    if draft.kind is not ActorKind.PERSON or len(draft.words) > 1 or draft.facts.role is not None:
        return False
    return not any(_acts(document, found.head) for found, _ in draft.mentions)


def _role_only(document: Document, found: Found) -> bool:
    """An office without a holder: "is running for president", "became mayor"."""
    if found.kind is not ActorKind.PERSON or document.headline(found.first):
        return False
    return not any(document.tokens[i].upos == "DET" for i in found.tokens) and found.facts.country is None


def _quantified(document: Document, first: int) -> bool:
    return document.lower[first] in ("every", "each", "any", "no", "either", "neither", "whatever")


def _acts(document: Document, head: int) -> bool:
    """Whether a phrase does or suffers something: a subject or object of a verb, not the one merely told."""
    token = document.tokens[document.chain_head(head)]
    if token.rel not in CORE:
        return token.deprel == "obl:agent"
    above = document.tokens[token.head]
    if token.rel == "nsubj":
        return above.upos == "VERB" or document.parse.child(token.head, "cop") is None
    return above.lemma.lower() not in TELLING


def _actor(document: Document, draft: Draft) -> Actor:
    spans: dict[Span, Mention] = {}
    for found, how in draft.mentions:
        span = document.span(found.first, found.last)
        spans.setdefault(span, Mention(*span, how))
    mentions = tuple(spans[span] for span in sorted(spans))
    facts = draft.facts
    first = mentions[0].span
    evidence: dict[str, Span] = {}
    if facts.country is not None:
        evidence["country"] = facts.country_span or first
    if facts.sector is not None:
        evidence["sector"] = facts.sector_span or first
    if facts.role is not None and facts.role_span is not None:
        evidence["role"] = facts.role_span
    name = draft.name
    return Actor(
        id=content_id(document.article.id, draft.kind.value, name, first[0] if not draft.named else ""),
        name=name,
        kind=draft.kind,
        country=facts.country,
        sector=facts.sector,
        role=facts.role,
        mentions=mentions,
        evidence=evidence,
        why=(*draft.whys, *facts.why),
    )
