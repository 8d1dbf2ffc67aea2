"""Time stamps hold a date with its year and nothing that tells."""

import datetime as dt

import pytest

from onrecord.articles.stamps import stamp_of


@pytest.mark.parametrize(
    "line",
    [
        "March 12, 2024",
        "Published: March 12, 2024, 5:05 p.m. EDT",
        "12 March 2024 10.05 GMT",
        "2024-03-12T10:00:00Z",
        "2024-03-12 10:00:00 +0100",
        "Updated 2:30 PM ET, Tue March 12, 2024",
        "Published March 12, 2024 | Updated March 13, 2024",
    ],
)
def test_stamps(line: str) -> None:
    found = stamp_of(line, 0, len(line))
    assert found is not None
    assert found.date == dt.date(2024, 3, 12)


@pytest.mark.parametrize(
    "line",
    [
        "March 12",
        "On March 12, 2024 the ministers met",
        "10:05 GMT",
        "Bergen, March 12, 2024",
        "",
        "March 12, 2024 " * 20,
    ],
)
def test_no_stamps(line: str) -> None:
    assert stamp_of(line, 0, len(line)) is None
