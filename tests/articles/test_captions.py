"""Signs of a caption, and sentences of a story that hold the same words."""

import pytest

from onrecord.articles.captions import COUNTER, LICENCE, caption_sign
from onrecord.articles.shapes import shape_of


def sign(line: str) -> str | None:
    return caption_sign(shape_of(line, 0, len(line)))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Boats lie in the harbour of Bergen. Photo by Nils Aker/FNP", "credit"),
        ("Boats lie in the harbour of Bergen on Tuesday. (AP Photo/Nils Aker, File)", "credit"),
        ("Boats lie in the harbour of Bergen. — REUTERS", "credit"),
        ("Photo: Nils Aker", "credit alone"),
        ("Image source, Getty Images", "credit alone"),
        ("FILE - Boats lie in the harbour of Bergen.", "picture"),
        ("Screengrab of a video of boats in Bergen", "picture"),
        ("Astrid Halvorsen, left, and Omar Said shake hands.", "pointing"),
        ("Minister Astrid Halvorsen (R) greets Omar Said.", "pointing"),
        ("Sen. Ruth Amari (R) left the room.", None),
        ('"The photo by Aker shows it," she said.', None),
        ("Getty Images said that it would appeal.", None),
        ("The minister took a photo of the boats.", None),
        ("The left, she said, had lost.", None),
    ],
)
def test_signs(line: str, expected: str | None) -> None:
    assert sign(line) == expected


def test_counters_and_licence_tags() -> None:
    for counter in ("1 of 5 | ", "Photo 2 of 12: ", "3/7 - "):
        assert COUNTER.match(counter + "Boats")
    assert COUNTER.match("1 of 5 boats sank") is None
    assert LICENCE.search("Photo by Nils Aker/FNP | License Photo")
    assert LICENCE.search("He has a license photo of it") is None
