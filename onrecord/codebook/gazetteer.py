"""Places by name: cities (an extract of GeoNames, CC BY 4.0), regions and seas (reviewed by hand), country points.

`cities.tsv` is sorted by key and searched by bisection in a memory map: nothing is loaded but the pages touched.
`regions.tsv` and `country_points.tsv` are small and read on first use.
"""

import mmap
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from onrecord.errors import CodebookError

_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A place of this name: its ISO3 country (null for seas and regions of several), degrees, and inhabitants.

    `precision` is 1 for a city, 2 for a region, 3 for a country. `division` is the first-order division's code in
    GeoNames, empty where it is not known. `alternate` marks a name that is not the place's first one.
    """

    name: str
    country: str | None
    lat: float
    lon: float
    precision: int
    division: str = ""
    population: int = 0
    alternate: bool = False


def place_key(name: str) -> str:
    """A name as it is looked up: lower case, no accents, words parted by single spaces, no signs."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    kept = "".join(
        character if character.isalnum() else " " if character in " -–/" else ""
        for character in plain
        if not unicodedata.combining(character)
    )
    return " ".join(kept.lower().split())


def cities(name: str) -> tuple[GazetteerEntry, ...]:
    """The cities of this name, the most populous first; empty when there is none."""
    key = place_key(name)
    if not key:
        return ()
    table, wanted = _cities(), key.encode() + b"\t"
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", start)
        if table[start:end] < wanted:
            low = end + 1
        else:
            high = start
    found = []
    while table[low : low + len(wanted)] == wanted:
        end = table.find(b"\n", low)
        found.append(_city(table[low:end].decode("utf-8")))
        low = end + 1
    return tuple(sorted(found, key=lambda city: (city.alternate, -city.population)))


@cache
def _cities() -> "mmap.mmap | bytes":
    path = resources.files("onrecord.codebook").joinpath("data/cities.tsv")
    try:
        with resources.as_file(path) as real, real.open("rb") as stream:
            return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except FileNotFoundError:
        raise CodebookError("codebook/data/cities.tsv is missing; install the package again") from None


def _city(line: str) -> GazetteerEntry:
    key, name, country, division, lat, lon, population, mark = line.split("\t")
    return GazetteerEntry(
        name or key.title(), country, float(lat), float(lon), 1, division, int(population), mark == "a"
    )


@cache
def regions() -> Mapping[str, tuple[GazetteerEntry, ...]]:
    """Regions, seas and disputed areas by key; aliases lead to the same entry. Largest use in news first."""
    table: dict[str, list[GazetteerEntry]] = {}
    for names, country, lat, lon in _rows("regions.tsv", 4):
        first, *others = names.split("|")
        entry = GazetteerEntry(first, country or None, float(lat), float(lon), 2 if country else 3)
        for name in (first, *others):
            table.setdefault(place_key(name), []).append(entry)
    return {key: tuple(entries) for key, entries in table.items()}


@cache
def country_points() -> Mapping[str, tuple[float, float]]:
    """Latitude and longitude of the middle of each country, by ISO3 code."""
    return {code: (float(lat), float(lon)) for code, lat, lon in _rows("country_points.tsv", 3)}


def _rows(file: str, columns: int) -> list[list[str]]:
    path = resources.files("onrecord.codebook").joinpath(f"data/{file}")
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != columns:
            raise CodebookError(f"{file}, line {number}: {len(row)} columns instead of {columns}")
        rows.append(row)
    return rows
