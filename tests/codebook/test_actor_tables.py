"""The tables of actors are well formed, and hold as much as they promise."""

from collections import Counter

import pytest

from onrecord.codebook import body_nouns, countries, organisations, roles, titles
from onrecord.codebook.plover import plover
from onrecord.codebook.tables import Row, read_table
from onrecord.errors import CodebookError

SECTORS = frozenset(plover().sectors) | frozenset(plover().nonstate)
ISO_COUNTRIES = 249
GONE = {"ANT", "CSK", "DDR", "SCG", "SUN", "YUG"}


def rows_of(module: object) -> list[Row]:
    return read_table(module.TABLE, module.COLUMNS)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def bodies() -> list[Row]:
    return [row for name in organisations.TABLES for row in read_table(name, organisations.COLUMNS)]


def test_no_table_has_problems(bodies: list[Row]) -> None:
    words = [row.values[0] for row in rows_of(countries)]
    assert countries.lint(rows_of(countries)) == []
    assert organisations.lint(bodies, countries.countries(), SECTORS, words) == []
    assert roles.lint(rows_of(roles), SECTORS) == []
    assert body_nouns.lint(rows_of(body_nouns), SECTORS) == []
    assert titles.titles()
    assert titles.given_names()


def test_every_country_of_iso_is_listed_with_kosovo_and_states_that_are_gone() -> None:
    codes = set(countries.countries())
    assert len(codes - GONE - {"XKX"}) == ISO_COUNTRIES
    assert {*GONE, "XKX", "PSE", "TWN", "ESH"} <= codes


def test_the_tables_hold_enough(bodies: list[Row]) -> None:
    usual = [row for row in bodies if row.values[1] == organisations.NONE]
    armed = [row for row in usual if row.where.startswith("armed_groups")]
    assert len(usual) - len(armed) >= 500
    assert len(armed) >= 200
    kinds = Counter(row.values[2] for row in rows_of(roles))
    assert kinds["person"] >= 1000
    assert kinds["body"] >= 300


def test_every_sector_but_the_unidentified_is_told_by_some_role() -> None:
    told = {row.values[1] for row in rows_of(roles)}
    assert frozenset(plover().sectors) - told == {"UNK"}


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("word\tcountry\tuse\nX\tX\tname\n", "columns must be"),
        ("word\tcountry\tuse\tsource\nB\tBBB\tusual\ts\nA\tAAA\tusual\ts\n", "line 3: 'A' is repeated or out of order"),
        ("word\tcountry\tuse\tsource\nA\tAAA\tusual\n", "line 2: 3 columns"),
        ("word\tcountry\tuse\tsource\nA\tAAA\tnick\ts\n", "'nick' is no use"),
        ("word\tcountry\tuse\tsource\nA\tAAA\tname\ts\n", "no line with its usual name"),
        ("word\tcountry\tuse\tsource\nA\tAAA\tusual\t\n", "source must not be empty"),
        ("word\tcountry\tuse\tsource\nA\tAAA\tusual\ts\nB\tAAA\tusual\ts\n", "usually called 'A'"),
    ],
)
def test_a_wrong_table_of_countries_is_told_with_its_line(table: str, reason: str) -> None:
    with pytest.raises(CodebookError, match=reason) as told:
        countries.index(read_table("mine.tsv", countries.COLUMNS, table))
    assert "mine.tsv, line" in str(told.value)


def test_a_name_that_points_nowhere_is_told() -> None:
    table = "word\tmeans\tcountry\tsector\tsource\nHB\tHarbour Board\t-\t-\ts\n"
    with pytest.raises(CodebookError, match="'HB' means 'Harbour Board'"):
        organisations.entries(read_table("mine.tsv", organisations.COLUMNS, table))


def test_facts_stand_on_the_line_of_the_usual_name_only() -> None:
    table = "word\tmeans\tcountry\tsector\tsource\nA\tB\tNOR\t-\ts\nB\t-\tNOR\tGOV\ts\n"
    with pytest.raises(CodebookError, match="line of 'B' only"):
        organisations.entries(read_table("mine.tsv", organisations.COLUMNS, table))


@pytest.mark.parametrize(
    ("line", "reason"),
    [("mayor\tGOV\thuman\t-\ts", "'human' is no kind"), ("mayor\tGOV\tperson\tshy\ts", "unknown marks")],
)
def test_a_wrong_table_of_roles_is_told(line: str, reason: str) -> None:
    table = f"role\tsector\tkind\tmarks\tsource\n{line}\n"
    with pytest.raises(CodebookError, match=reason):
        roles.read_roles(read_table("mine.tsv", roles.COLUMNS, table))


def test_linters_find_what_loaders_let_pass() -> None:
    table = "role\tsector\tkind\tmarks\tsource\nchief\t-\tperson\topen\ts\npolice\tXXX\tmany\t-\ts\n"
    rows = read_table("mine.tsv", roles.COLUMNS, table + "police chief\tXXX\tperson\topen\ts\n")
    problems = roles.lint(rows, SECTORS)
    assert any("'XXX' is no sector" in problem for problem in problems)
    assert any("'police chief' need not be listed" in problem for problem in problems)
