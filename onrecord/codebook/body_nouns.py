"""The nouns that names of bodies are built on ("Ministry", "Union", "Herald"), and the sector that they tell.

The table is `data/body_nouns.tsv`. A line with a word in its second column holds only for names in which that word
stands too, and goes before the plain line of its noun: a "Liberation Army" is no army of a state.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onrecord.codebook.tables import Row, read_table
from onrecord.errors import CodebookError

TABLE = "body_nouns.tsv"
COLUMNS = ("noun", "with", "sector", "source")
NONE = "-"
LINKS = frozenset({"of", "for", "in", "on", "to", "and", "&", "against", "de", "del", "des", "du"})
"""Words after which a name goes on to say what the body is for."""


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """A noun of bodies: its sector where nothing else is said (null: none), and its sector beside certain words."""

    sector: str | None
    beside: Mapping[str, str]


@cache
def body_nouns() -> Mapping[str, BodyNoun]:
    """The nouns of the codebook, in lower case. Raises CodebookError where the table is wrong."""
    return MappingProxyType(read_body_nouns(read_table(TABLE, COLUMNS)))


def read_body_nouns(rows: Iterable[Row]) -> dict[str, BodyNoun]:
    """Nouns from the rows of a table. Raises CodebookError where a noun is told with a word twice."""
    plain: dict[str, str | None] = {}
    beside: dict[str, dict[str, str]] = {}
    for row in rows:
        noun, word, sector, _ = row.values
        beside.setdefault(noun, {})
        if word == NONE:
            if noun in plain:
                raise CodebookError(f"{row.where}: {noun!r} has a line already")
            plain[noun] = None if sector == NONE else sector
        elif sector == NONE or beside[noun].setdefault(word, sector) != sector:
            raise CodebookError(f"{row.where}: {noun!r} with {word!r} must have one sector")
    return {noun: BodyNoun(plain.get(noun), MappingProxyType(words)) for noun, words in beside.items()}


def head_noun(words: Sequence[str]) -> str:
    """The noun that a body's name is built on, in lower case; empty where none is known.

    It is the last known one before "of", "for" and the like, else the last known one of the name.
    """
    return next(_heads(words), "")


def sector_of_name(words: Sequence[str]) -> str | None:
    """The sector that the words of a body's name tell, in lower case, or null.

    The head noun is asked first, then the other nouns from the right.
    """
    known, present = body_nouns(), set(words)
    for noun in _heads(words):
        told = [known[noun].beside[word] for word in sorted(present - {noun}) if word in known[noun].beside]
        sector = told[0] if told else known[noun].sector
        if sector is not None:
            return sector
    return None


def _heads(words: Sequence[str]) -> Iterator[str]:
    known = body_nouns()
    stop = next((index for index, word in enumerate(words) if word in LINKS and index), len(words))
    for index in (*range(stop - 1, -1, -1), *range(len(words) - 1, stop - 1, -1)):
        if words[index] in known:
            yield words[index]


def lint(rows: Iterable[Row], sectors: Collection[str]) -> list[str]:
    """What is wrong in the table though it can be read: unknown sectors, capitals, a noun beside itself."""
    problems = []
    for row in rows:
        noun, word, sector, _ = row.values
        if sector not in sectors and sector != NONE:
            problems.append(f"{row.where}: {sector!r} is no sector")
        if (noun + word) != (noun + word).lower() or noun == word:
            problems.append(f"{row.where}: nouns are written small, and none stands beside itself")
    return problems
