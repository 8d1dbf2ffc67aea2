"""Finds the places of a report: towns, regions, sites, and countries where their syntax makes them a place.

A country is a place behind a preposition of place ("in Ukraine", "across Sudan"), as goal or origin of a movement
("flew to Japan", "left Iraq"), and behind a part of it ("the north of Syria"); elsewhere it is an actor only. What an
actor's name covers ("Tokyo" for its government, "the Paris Club") is no place.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from onrecord.codebook.gazetteer import country_points, place_key
from onrecord.entities.document import Document
from onrecord.entities.geography import Geography, Location, candidates
from onrecord.entities.names import find_names
from onrecord.entities.spans import NameKind, Names, NameSpan
from onrecord.records import Actor, ActorKind, Article, How, Mention, Parse, Place, Span, content_id

LOCATIVE = frozenset(
    "in inside within at near around across throughout outside off along beyond over above under beneath amid".split()
)
"""Prepositions behind which a name is a place."""
DIRECTIONAL = frozenset({"to", "into", "from", "through", "via", "toward", "towards", "onto", "for"})
"""Prepositions behind which a name is a place where the word above tells of a movement."""
_MOVEMENTS = frozenset(
    "go come travel fly return arrive visit trip journey flight tour move head drive walk run sail flee escape leave "
    "depart departure arrival cross march withdraw withdrawal retreat pull evacuate evacuation deport deportation send "
    "bring take deploy deployment advance enter entry land road route exile extradite extradition migrate emigrate "
    "immigrate pilgrimage smuggle transfer relocate ship fire launch spill spread retire border close access way "
    "mission".split()
)
_REACHING = frozenset("visit enter leave reach tour flee cross exit".split())
"""Verbs whose object is a place."""
_PARTS = frozenset(
    "north south east west northeast northwest southeast southwest centre center border coast capital city town "
    "village region province district area part territory airspace soil waters shore interior outskirts suburb edge "
    "island state county governorate municipality port coastline frontier".split()
)
"""Nouns of parts and kinds of places: what stands behind them with "of" is a place."""
_SITES = frozenset(
    "airport base bay beach bridge camp canal castle cemetery channel cove dam desert gulf harbor harbour highway hill "
    "hospital hotel island islands lake mosque mount mountain mountains ocean palace park peninsula plains plaza port "
    "prison reef river road sea square stadium station strait street temple tower valley".split()
)
"""Last or first words of a site's name: a place with or without a preposition."""
_DIVISIONS = frozenset("province region state district county governorate prefecture oblast territory valley".split())
POINT, REGION, WIDE = 1, 2, 3


def find_places(article: Article, parse: Parse, actors: tuple[Actor, ...]) -> tuple[Place, ...]:
    """The places that a report names, in the order of first mention, the dateline's among them.

    Spans count characters of `article.text`. Latitude and longitude are null where the gazetteer does not know the
    place or the report leaves open which one of that name it means; so is the country of a sea or an unknown place.
    `precision` is 1 for a town or site, 2 for a region, 3 for a country or a wider region.
    """
    document = Document(article, parse)
    names = Names.of(document, find_names(document))
    geography = Geography(document, names)
    register = _Register(article)
    filed = geography.filed_from()
    if filed is not None and article.dateline is not None and article.dateline.place_span is not None:
        register.add(filed, article.dateline.place_span, POINT)
    taken = _Taken(actors)
    qualifiers: set[int] = set()
    for name in names.spans:
        if name.first in qualifiers or taken.overlaps(document.span(name.first, name.last)):
            continue
        location = _located(document, geography, name)
        if location is None:
            continue
        register.add(location, document.span(name.first, name.last), _precision(location, name))
        behind = geography.qualifier(name)
        if behind is not None:
            qualifiers.add(behind.first)
    return register.places()


def _located(document: Document, geography: Geography, name: NameSpan) -> Location | None:
    """The place that a name means where it is used as one, else null."""
    if name.kind is NameKind.COUNTRY and name.country is not None:
        return Location(name.country.name, name.country.code, None) if _is_where(document, name) else None
    if name.kind is NameKind.SEAT:
        return geography.locate(name)
    if name.kind not in (NameKind.PLACE, NameKind.OTHER) or name.country is not None:
        return None
    text = document.text(name.first, name.last)
    if not text[0].isalpha() or ("." in text.strip(".") and " " not in text):
        return None
    known = bool(candidates(text))
    if name.kind is NameKind.OTHER:
        return geography.locate(name) if known and _is_where(document, name) else None
    words = place_key(text).split()
    site = len(words) > 1 and bool({words[-1], words[0]} & (_SITES | _DIVISIONS))
    return geography.locate(name) if known or site or _is_where(document, name) else None


def _is_where(document: Document, name: NameSpan) -> bool:
    """Whether syntax makes a name a place: see the head of this module."""
    head = document.head_of(name.first, name.last)
    top = document.chain_head(head)
    token = document.tokens[top]
    above = document.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    cases = {document.lower[i] for one in {head, top} for i in document.below(one, "case")}
    if cases & LOCATIVE:
        return True
    if cases & DIRECTIONAL:
        return above in _MOVEMENTS
    if "of" in cases or token.deprel == "nmod:poss":
        return above in _PARTS
    return token.rel == "obj" and above in _REACHING


def _precision(location: Location, name: NameSpan) -> int:
    if name.kind is NameKind.COUNTRY:
        return WIDE
    if location.entry is not None:
        return location.entry.precision
    return REGION if set(place_key(location.name).split()) & _DIVISIONS else POINT


class _Taken:
    """The characters of actors' names other than countries' own; two spans of them never overlap."""

    def __init__(self, actors: tuple[Actor, ...]) -> None:
        spans = {
            mention.span
            for actor in actors
            for mention in actor.mentions
            if actor.kind is not ActorKind.COUNTRY or mention.how is not How.NAME
        }
        self.spans: list[Span] = sorted(spans)

    def overlaps(self, span: Span) -> bool:
        index = bisect_right(self.spans, (span[1], -1)) - 1
        return index >= 0 and self.spans[index][1] > span[0]


@dataclass(slots=True)
class _Register:
    """Places by what they are: the gazetteer's entry, a country, or an unknown name in a country."""

    article: Article
    found: dict[tuple[str, str | None, float | None], tuple[Location, int, list[Mention]]] = field(default_factory=dict)

    def add(self, location: Location, span: Span, precision: int) -> None:
        entry = location.entry
        key = (
            entry.name if entry is not None else place_key(location.name),
            location.country,
            entry.lat if entry is not None else None,
        )
        _, _, mentions = self.found.setdefault(key, (location, precision, []))
        mentions.append(Mention(*span, How.NAME))

    def places(self) -> tuple[Place, ...]:
        places = [self._place(*one) for one in self.found.values()]
        return tuple(sorted(places, key=lambda place: place.mentions[0].span))

    def _place(self, location: Location, precision: int, mentions: list[Mention]) -> Place:
        entry = location.entry
        point = (entry.lat, entry.lon) if entry is not None else None
        if point is None and precision == WIDE and location.country is not None:
            point = country_points().get(location.country)
        lat, lon = point if point is not None else (None, None)
        return Place(
            id=content_id(self.article.id, "place", location.name, location.country, lat, lon),
            name=location.name,
            country=location.country,
            lat=lat,
            lon=lon,
            precision=precision,
            mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        )
