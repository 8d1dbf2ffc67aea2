"""The country of a report: an office or a body of state without a country of its own belongs to it.

News says "the prime minister" where only one country is in question. That country is the only one that the title and
the first paragraph name; where they name none, the one that the report was filed from.
"""

from dataclasses import replace

from onrecord.entities.document import Document
from onrecord.entities.roster import Draft
from onrecord.entities.spans import Names
from onrecord.records import ActorKind, BlockKind, Span

STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"})
"""Sectors whose members serve some state, said or not."""
WHY = "country of the report"


def settle_homes(document: Document, names: Names, drafts: list[Draft], filed: str | None) -> None:
    """Give each body and office of state that has no country the report's one, where there is one."""
    home = _home(document, names)
    if home is None and filed is not None and document.article.dateline is not None:
        where = document.article.dateline.place_span
        home = (filed, where) if where is not None and not _lead_codes(document, names) else None
    if home is None:
        return
    only = len({code for name in names.spans if (code := names.country_of(name)) is not None}) == 1
    for draft in drafts:
        if draft.facts.country is None and draft.kind is not ActorKind.COUNTRY and _serves(draft, only):
            draft.facts = replace(draft.facts, country=home[0], country_span=home[1])
            draft.whys[WHY] = None


def _serves(draft: Draft, only: bool) -> bool:
    return draft.facts.sector in STATE or (only and draft.facts.sector not in (None, "IGO", "NGO", "MNC"))


def _lead_codes(document: Document, names: Names) -> dict[str, Span]:
    """The countries that the title and the first paragraph name or lie in, each with its first mention."""
    blocks = document.article.blocks
    first = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH), -1)
    codes: dict[str, Span] = {}
    for name in names.spans:
        code = names.country_of(name)
        block = document.parse.sentences[document.sentence[name.first]].block
        if code is not None and (block == first or document.block_kind(name.first) is BlockKind.TITLE):
            codes.setdefault(code, document.span(name.first, name.last))
    return codes


def _home(document: Document, names: Names) -> tuple[str, Span] | None:
    codes = _lead_codes(document, names)
    return next(iter(codes.items())) if len(codes) == 1 else None
