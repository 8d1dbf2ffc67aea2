"""The country of a report: an office or a body of state without a country of its own belongs to it.

News says "the prime minister" where only one country is in question. That country is the only one that the title and
the first paragraph name; where they name none, the one that the report was filed from. A report in which an office
belongs to a state that the codebook does not know has none.
"""

from dataclasses import replace

from onrecord.entities.document import Document
from onrecord.entities.roster import Draft
from onrecord.entities.spans import NameKind, Names
from onrecord.records import ActorKind, BlockKind, Span

STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"})
"""Sectors whose members serve some state, said or not."""
WORLDWIDE = frozenset({"IGO", "NGO", "MNC"})
"""Sectors of bodies that no one country need be home to."""
MENTIONS = 4
"""Mentions of an actor that are looked at for what it belongs to."""
WHY = "country of the report"


def settle_homes(document: Document, names: Names, drafts: list[Draft], filed: str | None) -> None:
    """Give each office and body of state that has no country the report's one, where there is one.

    `filed` is the country of the dateline. Where a report names one country only, from beginning to end, its other
    bodies ("the union", "private schools") are taken to be there too.
    """
    homeless = [draft for draft in drafts if draft.facts.country is None and draft.mentions]
    if any(_claimed(document, names, draft) for draft in homeless if draft.facts.sector in STATE):
        return
    codes = {code for name in names.spans if (code := names.country_of(name)) is not None}
    home = _home(document, names, filed)
    if home is None:
        return
    only = len(codes) <= 1
    for draft in homeless:
        if (draft.facts.sector in STATE and not _of_a_person(names, draft)) or (only and _is_local(names, draft)):
            draft.facts = replace(draft.facts, country=home[0], country_span=home[1])
            draft.whys[WHY] = None


def _home(document: Document, names: Names, filed: str | None) -> tuple[str, Span] | None:
    codes = _lead_codes(document, names)
    if codes:
        return next(iter(codes.items())) if len(codes) == 1 else None
    dateline = document.article.dateline
    if filed is None or dateline is None or dateline.place_span is None:
        return None
    return filed, dateline.place_span


def _lead_codes(document: Document, names: Names) -> dict[str, Span]:
    """The countries that the title and the first paragraph name or lie in, each with its first mention."""
    blocks = document.article.blocks
    lead = {i for i, block in enumerate(blocks) if block.kind is BlockKind.TITLE}
    lead.update([i for i, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH][:1])
    codes: dict[str, Span] = {}
    for name in names.spans:
        code = names.country_of(name)
        if code is not None and document.parse.sentences[document.sentence[name.first]].block in lead:
            codes.setdefault(code, document.span(name.first, name.last))
    return codes


def _is_local(names: Names, draft: Draft) -> bool:
    """Whether an organisation may be a country's own: described, or named by a name that the codebook does not know."""
    name = names.at[draft.mentions[0][0].head]
    known = name is not None and name.organisation is not None
    local = draft.facts.sector is not None and draft.facts.sector not in WORLDWIDE
    return draft.kind is ActorKind.ORGANIZATION and local and not known


def _of_a_person(names: Names, draft: Draft) -> bool:
    """Whether a body is named after a person, whose country it has: "the Novak government"."""
    name = names.at[draft.mentions[0][0].head]
    return name is not None and name.source == "body"


def _claimed(document: Document, names: Names, draft: Draft) -> bool:
    """Whether an office belongs to a state or place that the codebook does not know."""
    return any(
        _unknown_owner(document, names, found.head, child)
        for found, _ in draft.mentions[:MENTIONS]
        for child in document.parse.children(found.head, "nmod", "amod")
    )


def _unknown_owner(document: Document, names: Names, head: int, child: int) -> bool:
    """Whether a word that qualifies an office is a place without a country, or a nationality that is not known."""
    name = names.at[child]
    if name is not None:
        return name.kind is NameKind.PLACE and names.country_of(name) is None
    foreign = document.tokens[child].rel == "amod" and document.capital(child) and not document.opens_sentence(child)
    return foreign and not document.capital(head)
