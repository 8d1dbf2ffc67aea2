"""Countries: what news calls them, their people, their capitals and the houses that their governments sit in.

The table is `data/countries.tsv`, one name a line. Codes are ISO 3166-1 alpha-3; states that are gone keep the code
they had (ISO 3166-3), and Kosovo has the user-assigned XKX.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onrecord.codebook.tables import NameIndex, Row, doubles, read_table
from onrecord.errors import CodebookError

TABLE = "countries.tsv"
COLUMNS = ("word", "country", "use", "source")
USES = {
    "usual": "name",
    "name": "name",
    "former": "name",
    "adjective": "adjective",
    "demonym": "demonym",
    "capital": "capital",
    "metonym": "metonym",
}
"""The uses of the table, and what each is for whoever asks."""
OTHER = "other"
"""The use of a name that holds a word for a country and names something else ("Latin American", "South China Sea")."""


@dataclass(frozen=True, slots=True)
class CountryName:
    """A word for a country: its code, its usual name, and its use: name, adjective, demonym, capital or metonym."""

    code: str
    name: str
    use: str


@cache
def country_names() -> NameIndex[CountryName]:
    """All words for countries. Raises CodebookError where the table is wrong."""
    return index(read_table(TABLE, COLUMNS))


@cache
def other_names() -> NameIndex[str]:
    """Names that hold a word for a country and mean none: "Latin American", "Korean War", "Gulf of Mexico"."""
    return NameIndex((row.values[0], row.values[0]) for row in read_table(TABLE, COLUMNS) if row.values[2] == OTHER)


@cache
def countries() -> Mapping[str, str]:
    """The usual name of each country by its code."""
    return MappingProxyType(usual_names(read_table(TABLE, COLUMNS)))


def index(rows: list[Row]) -> NameIndex[CountryName]:
    """The words of some rows. Raises CodebookError where a use is unknown or a country has no usual name."""
    usual = usual_names(rows)
    names = []
    for row in rows:
        word, code, use, _ = row.values
        if use == OTHER:
            continue
        if use not in USES:
            raise CodebookError(f"{row.where}: {use!r} is no use of a word; use one of {sorted([*USES, OTHER])}")
        if code not in usual:
            raise CodebookError(f"{row.where}: the country {code!r} has no line with its usual name")
        names.append((word, CountryName(code, usual[code], USES[use])))
    return NameIndex(names)


def usual_names(rows: list[Row]) -> dict[str, str]:
    """The usual name of each country by its code. Raises CodebookError where a country has two."""
    found: dict[str, str] = {}
    for row in rows:
        word, code, use, _ = row.values
        if use == "usual" and found.setdefault(code, word) != word:
            raise CodebookError(f"{row.where}: {code} is usually called {found[code]!r} already")
    return found


def lint(rows: Sequence[Row]) -> list[str]:
    """What is wrong in the table though it can be read: bad codes, doubles, words without capitals."""
    problems = [f"{row.where}: {word!r} has another meaning already" for row, word in doubles(rows)]
    for row in rows:
        word, code, use, _ = row.values
        if use == OTHER and code != "-":
            problems.append(f"{row.where}: a name that means no country has - as its country")
        if use != OTHER and not re.fullmatch("[A-Z]{3}", code):
            problems.append(f"{row.where}: {code!r} is no ISO 3166 alpha-3 code")
        if not any(letter.isupper() for letter in word) or word.lower().startswith("the "):
            problems.append(f"{row.where}: {word!r} is written with a capital and without its article")
    return problems
