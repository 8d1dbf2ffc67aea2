"""Words before and in the names of people: titles, forms of address, given names, and the gender that they tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onrecord.codebook.tables import read_table
from onrecord.errors import CodebookError

TITLES = "titles.tsv"
TITLE_COLUMNS = ("word", "use", "gender", "source")
USES = frozenset({"title", "honorific"})
NAMES = "given_names.tsv"
NAME_COLUMNS = ("name", "gender", "source")
GENDERS = {"m": "m", "f": "f", "-": None}


@dataclass(frozen=True, slots=True)
class Title:
    """A word before a name. An honorific ("Mr") says nothing of office; `gender` is m, f or null."""

    honorific: bool
    gender: str | None


@cache
def titles() -> Mapping[str, Title]:
    """Titles and honorifics, in lower case without dots. Raises CodebookError where the table is wrong."""
    return MappingProxyType(read_titles())


def read_titles(text: str | None = None) -> dict[str, Title]:
    """As `titles`, from another text where one is given."""
    found: dict[str, Title] = {}
    for row in read_table(TITLES, TITLE_COLUMNS, text):
        word, use, gender, _ = row.values
        if use not in USES or gender not in GENDERS or word in found:
            raise CodebookError(f"{row.where}: {word!r} must stand once, as one of {sorted(USES)}, with m, f or -")
        found[word] = Title(use == "honorific", GENDERS[gender])
    return found


@cache
def given_names() -> Mapping[str, str]:
    """Frequent given names, in lower case without accents, and their gender. Raises CodebookError on a wrong table."""
    return MappingProxyType(read_given_names())


def read_given_names(text: str | None = None) -> dict[str, str]:
    """As `given_names`, from another text where one is given."""
    found: dict[str, str] = {}
    for row in read_table(NAMES, NAME_COLUMNS, text):
        name, gender, _ = row.values
        if gender not in ("m", "f") or name in found:
            raise CodebookError(f"{row.where}: {name!r} must stand once, with m or f")
        found[name] = gender
    return found
