"""The reviewed table of page junk is sound, and what it says is weighed against what a line is."""

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import cues
from onrecord.articles.shapes import shape_of

KINDS = frozenset(
    "ad comments cookies copyright counter credit follow label more navigation other page section share subscribe tags"
    " times".split()
)


def rows() -> list[list[str]]:
    table = resources.files("onrecord.articles").joinpath("data/residue.tsv").read_text(encoding="utf-8")
    return [row.split("\t") for row in table.splitlines() if row and not row.startswith("#")]


def junk(line: str) -> str | None:
    return cues.junk(shape_of(line, 0, len(line)))


def test_the_table_is_sorted_whole_and_without_repeats() -> None:
    order = ["line", "first", "sure", "has", "tells"]
    table = rows()
    assert all(len(row) == 3 and row[0] in order and row[1] in KINDS for row in table)
    assert table == sorted(table, key=lambda row: (order.index(row[0]), row[1], row[2]))
    assert len({(row[0], row[2]) for row in table}) == len(table)


def test_the_table_is_written_as_lines_are_compared() -> None:
    for where, kind, words in rows():
        assert words == cues.plain(words), words
        if where == "line":
            assert junk(words) == kind


@pytest.mark.parametrize(
    "line", ["ADVERTISEMENT", "• Advertisement •", "Advertisement:", "  Read more »", "[Advertisement]"]
)
def test_case_and_outer_signs_do_not_matter(line: str) -> None:
    assert junk(line.strip()) is not None


def test_a_long_sentence_is_no_label() -> None:
    assert junk("Sign up here") == "subscribe"
    assert (
        junk("Sign up sheets hung in every harbour of the north, and by noon three hundred names stood on them.")
        is None
    )


@pytest.mark.parametrize(
    "line",
    [
        "Follow our coverage of the fjords at https://fjord.example/north",
        "Send your photos of the storm to news@fjord.example",
        "Want more stories like this? Sign up for our newsletter.",
        "You can reach the author at ruth@fjord.example.",
        "Listen and subscribe to our podcast wherever you are.",
        "Download our app for alerts about storms near you.",
    ],
)
def test_invitations(line: str) -> None:
    assert junk(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Follow the fleet, and you will find the herring, an old fisherman said.",
        "The ministry runs a website, www.fjord.example, on which fishermen must report what they caught each day.",
        '"Read our newsletter," the union said.',
        "Call it a treaty, call it a truce: the boats are out again.",
        "Tell the truth and the fishermen will follow you, he wrote.",
    ],
)
def test_sentences_that_are_no_invitations(line: str) -> None:
    assert junk(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Correction: The union has 300 members.",
        "This story was corrected on March 13 to give the right number of boats.",
        "Editors' note: names were changed.",
        "(Updates with comment by the ministry)",
    ],
)
def test_notes(line: str) -> None:
    assert cues.is_note(shape_of(line, 0, len(line)))


@pytest.mark.parametrize(
    "line",
    [
        "This story begins in a harbour.",
        "The report said that the boats were old.",
        "Updates on the storm were sent every hour.",
        "The correction of the chart took a year.",
    ],
)
def test_no_notes(line: str) -> None:
    assert not cues.is_note(shape_of(line, 0, len(line)))


@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_line_has_an_answer(line: str) -> None:
    line = line.strip()
    assert junk(line) == junk(line)
