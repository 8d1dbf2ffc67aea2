"""Organisations and armed groups that news names, by every name it gives them.

The tables are `data/organisations.tsv` and `data/armed_groups.tsv`, one name a line; facts stand on the line of the
usual name, and the lines of other names point to it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.codebook.tables import NameIndex, Row, doubles, plain, read_table
from onrecord.errors import CodebookError

TABLES = {"organisations.tsv": False, "armed_groups.tsv": True}
"""The tables, and whether those listed there are armed groups."""
COLUMNS = ("word", "means", "country", "sector", "source")
NONE = "-"


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """An organisation of the codebook: its usual name, ISO 3166 alpha-3 country and PLOVER sector (null: not of one).

    `armed` for armed groups and gangs.
    """

    name: str
    country: str | None
    sector: str | None
    armed: bool = False


@cache
def organisation_names() -> NameIndex[OrganisationName]:
    """All names of organisations and armed groups. Raises CodebookError where a table is wrong."""
    return NameIndex(
        entry for name, armed in TABLES.items() for entry in entries(read_table(name, COLUMNS), armed=armed)
    )


def entries(rows: Iterable[Row], *, armed: bool = False) -> list[tuple[str, OrganisationName]]:
    """Each name with what it names. Raises CodebookError where a name points to none of the usual ones."""
    rows = list(rows)
    usual = {
        row.values[0]: OrganisationName(row.values[0], _given(row.values[2]), _given(row.values[3]), armed)
        for row in rows
        if row.values[1] == NONE
    }
    names = []
    for row in rows:
        word, means, country, sector, _ = row.values
        if means == NONE:
            names.append((word, usual[word]))
        elif means not in usual:
            raise CodebookError(f"{row.where}: {word!r} means {means!r}, which has no line of its own")
        elif (country, sector) != (NONE, NONE):
            raise CodebookError(f"{row.where}: country and sector stand on the line of {means!r} only; write - here")
        else:
            names.append((word, usual[means]))
    return names


def _given(value: str) -> str | None:
    return None if value == NONE else value


def lint(
    rows: Sequence[Row], countries: Collection[str], sectors: Collection[str], taken: Collection[str]
) -> list[str]:
    """What is wrong in the tables though they can be read.

    `rows` are those of all tables, `countries` and `sectors` the known codes, `taken` the words of the table of
    countries. Told are unknown codes, bodies without a sector, and names that mean two things.
    """
    problems = [f"{row.where}: {word!r} has another meaning already" for row, word in doubles(rows)]
    words = {plain(word) for word in taken}
    for row in rows:
        word, means, country, sector, _ = row.values
        if plain(word) in words:
            problems.append(f"{row.where}: {word!r} is a word for a country too")
        if country not in countries and country != NONE:
            problems.append(f"{row.where}: no country has the code {country!r}")
        if sector not in sectors and sector != NONE:
            problems.append(f"{row.where}: {sector!r} is no sector")
        if means == NONE and sector == NONE:
            problems.append(f"{row.where}: {word!r} has no sector")
    return problems
