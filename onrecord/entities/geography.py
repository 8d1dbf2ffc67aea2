"""Which place a name means: the gazetteer's entry that the report's own words and countries speak for.

Words beside the name decide first ("Tripoli, Lebanon", "the Syrian city of Homs", "Ukraine's Kharkiv"). Otherwise each
candidate is weighed by its inhabitants (logarithm) and by whether the report names its country; a name that no
candidate fits stays without coordinates.
"""

from dataclasses import dataclass, field
from math import cos, hypot, log10, radians

from onrecord.codebook.gazetteer import GazetteerEntry, cities, place_key, regions
from onrecord.entities import lexicon
from onrecord.entities.document import Document
from onrecord.entities.spans import NameKind, Names, NameSpan

COUNTRY_NAMED = 1.0
"""Weight of a country that the report names, or a region of which it names: as much as ten times the inhabitants.

"Birmingham" in a report on the United States is the one in Alabama, but "London" in a report on Canada that says no
more is the capital of England."""
NEAR = 0.5
"""Further weight of the country that the report was filed from, and of those that places before lie in."""
FIRST_NAME = 0.7
"""Weight of a place's first name over its other ones in the gazetteer."""
REGION = 6.0
"""Weight of a region of this name, as of a city of a million."""
REGION_SIZE = 6.0
"""Degrees from a region's middle within which its towns lie; 600 km is the reach of Texas."""
NAMESAKES = {"GEO": "USA"}
"""The country in which a state bears the name of another country: Georgia."""
MARGIN = 0.7
"""Where no country of the report speaks for it, the best candidate must lead those in other countries by this (five
times the inhabitants), or the name stays unresolved."""

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_STATES = frozenset({"name", "adjective", "demonym"})
LIST_WORDS = frozenset({"and", "or", "&"})


@dataclass(frozen=True, slots=True)
class Location:
    """What is known of a named place; `country` may come from the report where the gazetteer does not know it."""

    name: str
    country: str | None
    entry: GazetteerEntry | None


@dataclass(slots=True)
class Geography:
    """The places of one report: its countries, found once, speak for the places in them."""

    document: Document
    names: Names
    named: frozenset[str] = field(init=False)
    near: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        codes = {name.country.code for name in self.names.spans if name.country is not None}
        for name in self.names.spans:
            if name.kind is NameKind.PLACE:
                known = regions().get(place_key(self.document.text(name.first, name.last)), ())
                codes.update(entry.country for entry in known[:1] if entry.country is not None)
        self.named = frozenset(codes)

    def filed_from(self) -> Location | None:
        """The place of the dateline: "TOKYO", "TRIPOLI, Lebanon"; its country speaks for the places of the report."""
        dateline = self.document.article.dateline
        if dateline is None or dateline.place is None:
            return None
        place, _, country = (part.strip() for part in dateline.place.partition(","))
        known = lexicon.country(country) if country else None
        text = place.title() if place.isupper() else place
        location = self.named_place(text, known.code if known is not None else None)
        if location.country is not None:
            self.near.add(location.country)
        return location

    def countries(self) -> dict[int, str]:
        """The country of each place, and of each organisation named after one, by the name's first token."""
        found: dict[int, str] = {}
        for name in self.names.spans:
            country = self._country(name)
            if country is not None:
                found[name.first] = country
        return found

    def _country(self, name: NameSpan) -> str | None:
        if name.country is not None or name.organisation is not None:
            return None
        if name.kind is NameKind.PLACE:
            return self.locate(name).country
        if name.kind is NameKind.ORGANIZATION:
            for index in range(name.last - 2, name.first, -1):
                if self.document.lower[index] in ("of", "in"):
                    return self.named_place(self.document.text(index + 1, name.last)).country
        return None

    def locate(self, name: NameSpan) -> Location:
        """The place that a name means, by the words beside it and the countries of the report."""
        text = " ".join(self.document.text(name.first, name.last).split())
        country, point = self._qualified(name)
        if country is None and name.country is not None:
            country = name.country.code
        location = self.named_place(text, country, point)
        if location.country is not None:
            self.near.add(location.country)
        return location

    def named_place(self, text: str, country: str | None = None, point: tuple[float, float] | None = None) -> Location:
        """The place of this name, in a country where one is told, and nearest to a region's point where one is."""
        entry = self._best(candidates(text), country, point)
        return Location(text, entry.country if entry is not None else country, entry)

    def qualifier(self, name: NameSpan) -> NameSpan | None:
        """The country or region told behind a place and a comma: "Mosul, Iraq"; not the next item of a list."""
        document, last = self.document, name.last
        if last + 1 >= len(document) or document.tokens[last].text != ",":
            return None
        other = self.names.at[last + 1]
        if other is None or other.first != last + 1 or document.tokens[other.last - 1].rel == "conj":
            return None
        follows = document.lower[other.last] if other.last < len(document) else ""
        if follows in LIST_WORDS or any(True for _ in document.below(name.first, "conj")):
            return None
        if other.kind is NameKind.COUNTRY:
            return other
        if other.kind is NameKind.SEAT and other.country is not None:  # a capital's name may be a region's: Washington
            here = candidates(document.text(name.first, name.last))
            return other if any(entry.country == other.country.code for entry in here) else None
        return other if regions().get(place_key(document.text(other.first, other.last))) else None

    def _qualified(self, name: NameSpan) -> tuple[str | None, tuple[float, float] | None]:
        """Country, and the point of a region, that the words beside a name tell."""
        behind = self.qualifier(name)
        if behind is not None and behind.country is not None:
            return behind.country.code, None
        if behind is not None:
            known = regions()[place_key(self.document.text(behind.first, behind.last))][0]
            return known.country, (known.lat, known.lon)
        for beside in self._beside(name):
            if beside.country is not None and beside.country.use in _STATES:
                return beside.country.code, None
        return None, None

    def _beside(self, name: NameSpan) -> list[NameSpan]:
        """Names of countries that qualify a place: possessors, adjectives of it or its kind, "in" phrases below it."""
        document, found = self.document, []
        before = name.first - 1
        if before > 0 and document.lower[before] in _POSSESSIVE:
            found.append(self.names.at[before - 1])
        head = document.head_of(name.first, name.last)
        above = document.tokens[head].head
        heads = [head]
        if above >= 0 and document.has_case(head) == "of" and document.tokens[above].upos == "NOUN":
            heads.append(above)  # "the Syrian city of Homs"
        if above > head and document.tokens[head].rel in ("compound", "amod", "nmod:desc"):
            heads.append(above)  # "Syria's Homs province"
        for top in heads:
            for child in document.parse.children(top, "amod", "nmod", "compound"):
                case = document.has_case(child)
                if case in (None, "in", "of", *_POSSESSIVE) and not name.first <= child < name.last:
                    found.append(self.names.at[child])
        return [one for one in found if one is not None]

    def _best(
        self, entries: tuple[GazetteerEntry, ...], country: str | None, point: tuple[float, float] | None
    ) -> GazetteerEntry | None:
        if country is not None:
            there = tuple(entry for entry in entries if entry.country == country)
            other = NAMESAKES.get(country)
            entries = there or tuple(entry for entry in entries if other is not None and entry.country == other)
        if not entries:
            return None
        if point is not None:
            near = min(entries, key=lambda entry: _apart(entry, point))
            return near if _apart(near, point) <= REGION_SIZE else None
        best, *others = sorted(entries, key=self._weight, reverse=True)
        rival = next((entry for entry in others if entry.country != best.country), None)
        if country is None and rival is not None and best.country not in self.named | self.near:
            return best if self._weight(best) - self._weight(rival) >= MARGIN else None
        return best

    def _weight(self, entry: GazetteerEntry) -> float:
        weight = log10(max(entry.population, 1)) if entry.precision == 1 else REGION
        weight += 0 if entry.alternate else FIRST_NAME
        weight += COUNTRY_NAMED if entry.country in self.named else 0
        return weight + (NEAR if entry.country in self.near else 0)


def _apart(entry: GazetteerEntry, point: tuple[float, float]) -> float:
    """Degrees between a place and a point, the longitudes shortened as they are at that latitude."""
    return hypot(entry.lat - point[0], (entry.lon - point[1]) * cos(radians(point[0])))


def candidates(text: str) -> tuple[GazetteerEntry, ...]:
    """The gazetteer's regions and cities of a name."""
    return (*regions().get(place_key(text), ()), *cities(text))
