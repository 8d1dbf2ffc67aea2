"""Names of those who wrote a report, and sentences that only begin with "by"."""

import pytest

from onrecord.articles.bylines import is_byline, names_only
from onrecord.articles.shapes import shape_of


@pytest.mark.parametrize(
    "line",
    [
        "By RUTH AMARI, Associated Press",
        "By Ruth Amari and Paul Strand in Bergen",
        "By the Fjord News desk",
        "Reporting by Ruth Amari in Oslo and Tom Reed in London; Editing by Ana Cruz and Paul Strand",
        "Ruth Amari reported from Oslo. Mei Lin contributed to this report.",
        "Reuters",
        "— AFP",
        "ra/ps (AFP, dpa)",
    ],
)
def test_bylines(line: str) -> None:
    assert is_byline(shape_of(line, 0, len(line)))


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the boats were out again.",
        "By then, Halvorsen had left for Bergen.",
        "By far the largest fleet is that of Bergen",
        "By sea and by air",
        "By",
        "Editing the treaty took three days, the ministry said.",
        "Reuters reported the talks first.",
        "The company contributed 3 million crowns to the harbour.",
        "Sources close to the talks said so.",
        "Source of the trouble was the price of cod.",
        "In Oslo",
    ],
)
def test_no_bylines(line: str) -> None:
    assert not is_byline(shape_of(line, 0, len(line)))


@pytest.mark.parametrize(
    ("line", "name"), [("Ruth Amari", True), ("Ruth van den Berg", False), ("Ruth", False), ("Ruth left Oslo", False)]
)
def test_bare_names(line: str, name: bool) -> None:
    assert names_only(shape_of(line, 0, len(line))) is name
