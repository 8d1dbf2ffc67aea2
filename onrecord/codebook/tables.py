"""Tables of the codebook: tab-separated text, one fact a line, and the index that names are looked up in.

A table begins with notes (`#`) and a line of column names. Its lines are sorted and none repeats another.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Generic, TypeVar

from onrecord.errors import CodebookError

T = TypeVar("T")

LONGEST_STRICT = 3
"""Letters of the longest abbreviation that must be written as it is; "Nato" and "Unicef" are usual, "Who" is not."""

PARTICLES = frozenset("al el ul an ar as ash at az and de du for in of on the to".split())
"""Words that may be written small in any name: "al-Shabaab" for "Al-Shabaab"."""

_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"})
_SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", ".": None, "-": " ", "‐": " ", "‑": " ", "–": " "}
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: where it stands ("countries.tsv, line 12"), and its values."""

    where: str
    values: tuple[str, ...]


def read_table(name: str, columns: Sequence[str], text: str | None = None) -> list[Row]:
    """The lines of a table in `codebook/data`, or of `text` in its stead.

    Raises CodebookError, naming the line, where the columns are others, a line stands out of order or repeats another.
    """
    if text is None:
        try:
            text = (files("onrecord.codebook") / "data" / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise CodebookError(f"codebook/data/{name} is missing; install the package again") from None
    return list(_rows(name, tuple(columns), text))


def _rows(name: str, columns: tuple[str, ...], text: str) -> Iterator[Row]:
    header: tuple[str, ...] | None = None
    last: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{name}, line {number}"
        values = tuple(line.split("\t"))
        if header is None:
            header = values
            if header != columns:
                raise CodebookError(f"{where}: the columns must be {', '.join(columns)}")
            continue
        if len(values) != len(columns):
            raise CodebookError(f"{where}: {len(values)} columns where there must be {len(columns)}")
        if values <= last:
            raise CodebookError(f"{where}: {values[0]!r} is repeated or out of order")
        if not values[0] or not values[-1]:
            raise CodebookError(f"{where}: the first column and the source must not be empty")
        last = values
        yield Row(where, values)


def plain(text: str) -> str:
    """A name as it is compared, with its capitals: no accents, no dots, hyphens as spaces, straight apostrophes."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(text.translate(_SIGNS).split())


class NameIndex(Generic[T]):
    """Finds what a written name names; capitals count.

    A name must have a capital wherever the table has one, save on particles, and may have more ("ISRAEL").
    Abbreviations of up to three letters must stand as they are: "US" is a country, "Us" and "us" are none.
    """

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._found: dict[str, list[tuple[str, T]]] = {}
        for name, value in names:
            written = plain(name)
            self._found.setdefault(written.casefold(), []).append((written, value))

    def get(self, text: str) -> T | None:
        """What this text names, or null."""
        written = plain(text)
        for name, value in self._found.get(written.casefold(), ()):
            if name == written or _as_written(written.split(), name.split()):
                return value
        return None

    def words(self) -> frozenset[str]:
        """All words of all names, in lower case."""
        return frozenset(word for name in self._found for word in name.split())

    def keys(self) -> Mapping[str, Sequence[tuple[str, T]]]:
        """The names by their lower-case form, each as written with what it names."""
        return self._found


def _as_written(given: list[str], known: list[str]) -> bool:
    return all(_word_as_written(mine, theirs) for mine, theirs in zip(given, known, strict=True))


def _word_as_written(given: str, known: str) -> bool:
    if given == known or given in PARTICLES:
        return True
    if len(known) <= LONGEST_STRICT and any(letter.isupper() for letter in known[1:]):
        return False
    return given[0].isupper() if known[0].isupper() else True


def doubles(rows: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    """The rows whose first column is compared as one before it is, with that column."""
    seen: set[str] = set()
    for row in rows:
        key = plain(row.values[0])
        if key in seen:
            yield row, row.values[0]
        seen.add(key)
