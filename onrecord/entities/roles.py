"""Roles read from the text: what a title or a description says of office, sector and country.

The words of a noun phrase are looked up in the codebook's role nouns, longest first. Its country stands in an
adjective ("the Japanese premier"), a possessive ("Japan's premier"), a phrase with "of", "from" or "in", or belongs to
the organisation that the phrase names ("a spokesman for the Kremlin"). "Former" makes a holder of office one of the
elite without office (PLOVER 2.0, sector ELI).
"""

from onrecord.entities import lexicon
from onrecord.entities.document import HYPHENS, Document
from onrecord.entities.found import NO_FACTS, Facts
from onrecord.entities.lexicon import RoleName
from onrecord.entities.spans import NameKind, Names, NameSpan
from onrecord.records import Span

FORMER = frozenset(
    {"former", "ex", "ousted", "deposed", "retired", "onetime", "one-time", "erstwhile", "exiled", "disgraced"}
)
OF_OFFICE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"})
"""Sectors whose former members are ELI; a former teacher or singer keeps no office to lose."""
AFFILIATED = frozenset({"of", "for", "at", "with", "from", "in", "to", "on"})
BACKING = frozenset(
    "backed led allied aligned funded financed sponsored supported trained armed linked friendly dominated controlled "
    "occupied held brokered mediated".split()
)
"""What behind a hyphen makes a country's name say who stands behind an actor, not whose it is: "Norwegian-backed"."""
_COUNTRY_LINKS = frozenset({"of", "from", "in", "for"})
LONGEST_ROLE = 6
"""Words of the longest role noun looked up ("permanent representative to the United Nations")."""


def role_ending(document: Document, first: int, head: int) -> tuple[RoleName, int] | None:
    """The longest role noun that ends with token `head` and begins no earlier than `first`, and where it begins."""
    for begin in range(max(first, head + 1 - LONGEST_ROLE), head + 1):
        words = [document.lower[i] for i in range(begin, head)]
        for last in dict.fromkeys((document.lower[head], document.tokens[head].lemma.lower())):
            role = lexicon.role(_joined([*words, last]))
            if role is not None:
                return role, begin
    return None


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" - ", "-")


def phrase_facts(document: Document, names: Names, first: int, head: int, role: RoleName | None = None) -> Facts:
    """What a noun phrase says of the actor it describes: its words from `first` to `head`, and what depends on it."""
    if role is None:
        found = role_ending(document, first, head)
        role = found[0] if found else None
    apart = role is not None and role.apart
    country, country_span = (
        _nationality(document, names, first, head) if apart else _country(document, names, first, head)
    )
    sector = role.sector if role else None
    sector_span: Span | None = document.tokens[head].span if sector else None
    affiliation = None if apart else affiliated(document, names, first, head)
    if affiliation is not None and affiliation.kind is NameKind.ORGANIZATION:
        organisation = name_facts(document, names, affiliation)
        if organisation.country and country is None:
            country, country_span = organisation.country, organisation.country_span
        if organisation.sector and (sector is None or (role is not None and role.serves)):
            sector, sector_span = organisation.sector, organisation.sector_span
    elif role is not None and role.opens and (sector is None or role.serves):
        told, told_span = _bodies_sector(document, head)
        sector, sector_span = (told, told_span) if told else (sector, sector_span)
    if sector is None and role is not None and role.serves and country is not None:
        sector, sector_span = "GOV", country_span
    if sector in OF_OFFICE and is_former(document, first, head):
        sector = "ELI"
    start = _role_start(document, names, first, head)
    span = document.span(start, head + 1)
    return Facts(
        role=document.text(start, head + 1) if role else None,
        role_span=span if role else None,
        sector=sector,
        sector_span=sector_span,
        country=country,
        country_span=country_span,
        gender=role.gender if role else None,
    )


def _bodies_sector(document: Document, head: int) -> tuple[str | None, Span | None]:
    """The sector of the body that a role belongs to, by its noun: "a spokesman for the army"."""
    for owner in _bodies(document, head):
        found = role_ending(document, max(document.bounds(owner)[0], owner - LONGEST_ROLE), owner)
        if found is not None and not found[0].human and found[0].sector is not None:
            return found[0].sector, document.tokens[owner].span
    return None, None


def is_former(document: Document, first: int, head: int) -> bool:
    """Whether a phrase says that an office is over: "former", "ex-", "ousted"."""
    return any(document.lower[i] in FORMER or document.lower[i].startswith("ex-") for i in range(first, head + 1))


def _role_start(document: Document, names: Names, first: int, head: int) -> int:
    """Where the role's own words begin: after articles, numbers, and the names of countries and organisations."""
    start = first
    for i in range(first, head):
        name = names.at[i]
        if document.tokens[i].upos in ("DET", "NUM", "PART", "PUNCT") or name is not None:
            start = i + 1
    return start


def _nationality(document: Document, names: Names, first: int, head: int) -> tuple[str | None, Span | None]:
    """The country that an adjective of a phrase tells ("a Kenyan critic of …"), and no other."""
    for i in range(head - 1, first - 1, -1):
        name = names.at[i]
        if (
            name is not None
            and name.country is not None
            and name.kind is NameKind.NATION
            and not _backs(document, name)
        ):
            return name.country.code, document.span(name.first, name.last)
    return None, None


def _backs(document: Document, name: NameSpan) -> bool:
    """Whether a name says who stands behind an actor: "Norwegian-backed"."""
    behind = document.lower[name.last : name.last + 2]
    return len(behind) == 2 and behind[0] in HYPHENS and behind[1] in BACKING


def _country(document: Document, names: Names, first: int, head: int) -> tuple[str | None, Span | None]:
    for i in range(head - 1, first - 1, -1):
        name = names.at[i]
        code = names.country_of(name)
        if name is not None and code is not None and name.kind is not NameKind.SEAT and not _backs(document, name):
            return code, document.span(name.first, name.last)
    for child in document.parse.children(head, "nmod", "compound", "amod"):
        name = names.at[child]
        code = names.country_of(name)
        if name is None or code is None:
            continue
        case = document.has_case(child)
        owner = document.tokens[child].deprel == "nmod:poss"
        if owner or (case in _COUNTRY_LINKS and child > head) or (case is None and child < head):
            return _unless_joined(names, document, child, name, code)
    return _owners_country(document, names, head)


def _unless_joined(
    names: Names, document: Document, child: int, name: NameSpan, code: str
) -> tuple[str | None, Span | None]:
    """A country, unless it is joined with another one ("ministers of Norway and Kenya"): then no one country."""
    if any(names.country_of(names.at[i]) not in (None, code) for i in document.parse.children(child, "conj")):
        return None, None
    return code, document.span(name.first, name.last)


def _owners_country(document: Document, names: Names, head: int) -> tuple[str | None, Span | None]:
    """The country of the body that a role belongs to: "a spokesman for the Syrian army", "the Afghan team's coach"."""
    for owner in _bodies(document, head):
        for child in document.parse.children(owner, "amod", "compound", "nmod:poss"):
            name = names.at[child]
            code = names.country_of(name)
            if name is not None and code is not None and child < owner:
                return code, document.span(name.first, name.last)
    return None, None


def _bodies(document: Document, head: int) -> list[int]:
    """The nouns that say what a role is a role in: its possessor, and those behind "of" or "for"."""
    return [
        child
        for child in document.parse.children(head, "nmod")
        if document.tokens[child].deprel == "nmod:poss" or document.has_case(child) in ("of", "for")
    ]


def affiliated(document: Document, names: Names, first: int, head: int) -> NameSpan | None:
    """The organisation that a role belongs to: "NATO spokesman", "the bank's chief", "spokesman for the ministry"."""
    for i in range(head - 1, first - 1, -1):
        name = names.at[i]
        if name is not None and name.kind is NameKind.ORGANIZATION:
            return name
    for child in document.parse.children(head, "nmod", "compound"):
        name = names.at[child]
        if name is not None and name.kind in (NameKind.ORGANIZATION, NameKind.SEAT):
            case = document.has_case(child)
            if case in AFFILIATED or case in ("'s", "’s", "'", "’") or child < head:
                return name
    return None


def name_facts(document: Document, names: Names, name: NameSpan) -> Facts:
    """What a name itself says: a table's entry, or a nationality and a head noun in it ("Greek Defence Ministry")."""
    span = document.span(name.first, name.last)
    if name.country is not None:
        return Facts(country=name.country.code, country_span=span)
    if name.organisation is not None:
        organisation = name.organisation
        return Facts(
            sector=organisation.sector,
            sector_span=span if organisation.sector else None,
            country=organisation.country,
            country_span=span if organisation.country else None,
        )
    if name.kind is not NameKind.ORGANIZATION:
        return NO_FACTS
    sector = lexicon.organisation_sector([document.lower[i] for i in range(name.first, name.last)])
    country, where = None, None
    for i in range(name.first, name.last):
        for last in range(min(name.last, i + 3), i, -1):
            known = lexicon.country(document.text(i, last)) if document.tokens[i].text[0].isupper() else None
            if known is not None and known.use in ("name", "adjective"):
                country, where = known.code, document.span(i, last)
                break
        if country:
            break
    if country is None and names.country_of(name) is not None:
        country, where = names.country_of(name), span
    return Facts(sector=sector, sector_span=span if sector else None, country=country, country_span=where)
