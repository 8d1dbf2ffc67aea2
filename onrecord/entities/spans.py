"""A name in a report: a stretch of tokens with a kind, and what the codebook knows of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.entities.document import Document
from onrecord.entities.lexicon import CountryName, OrganisationName

LONGEST_NAME = 10
"""Words in the longest name looked up in the tables."""


class NameKind(StrEnum):
    """What a name names. `NATION` is a country's adjective, `PEOPLE` its inhabitants, `SEAT` a capital or palace."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    NATION = "nation"
    PEOPLE = "people"
    SEAT = "seat"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens `[first, last)` that name something; with what a table knows of it."""

    first: int
    last: int
    kind: NameKind
    country: CountryName | None = None
    organisation: OrganisationName | None = None
    source: str = "model"

    def __len__(self) -> int:
        return self.last - self.first


@dataclass(slots=True)
class Names:
    """The names of a document by token: `at[i]` is the name that covers token i, or null.

    `where` gives the country of a place, or of an organisation named after one, by the name's first token.
    """

    spans: list[NameSpan]
    at: list[NameSpan | None]
    where: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, spans: list[NameSpan]) -> "Names":
        at: list[NameSpan | None] = [None] * len(document)
        for name in spans:
            at[name.first : name.last] = [name] * len(name)
        return cls(spans, at)

    def country_of(self, name: NameSpan | None) -> str | None:
        """The ISO3 code of the country that a name says or lies in, or null."""
        if name is None:
            return None
        return name.country.code if name.country is not None else self.where.get(name.first)
