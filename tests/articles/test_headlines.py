"""The headline above a story, and lines that stand there but are none."""

from collections.abc import Callable

import pytest

from onrecord.records import Article, BlockKind

STORY = (
    "\n\nThe ministers met in the harbour on Tuesday and left in the evening without a treaty.\n\nNobody would say why."
)


@pytest.mark.parametrize(
    "title",
    [
        "Ministers agree to meet again",
        "'We will come back,' minister says",
        "Why do the ministers meet?",
        "MINISTERS MEET IN BERGEN",
        "Explainer: what the ministers want",
        "UPDATE 2-Ministers agree to meet again",
        "Talks fail",
    ],
)
def test_the_first_line_of_a_headlines_shape(find: Callable[[str], Article], title: str) -> None:
    assert find(title + STORY).title == title


@pytest.mark.parametrize(
    "above",
    [
        "Advertisement",
        "World News",
        "March 12, 2024",
        "By Ruth Amari",
        "The Harbour Gazette",
        "Reuters",
        "fjord.example.com",
    ],
)
def test_what_stands_above_it(find: Callable[[str], Article], above: str) -> None:
    assert find(f"{above}\n\nMinisters agree to meet again{STORY}").title == "Ministers agree to meet again"


@pytest.mark.parametrize(
    "first",
    ["OSLO, March 12 (Reuters) - The talks ended.", "The talks ended on Tuesday, officials of both countries said."],
)
def test_a_report_without_a_headline(find: Callable[[str], Article], first: str) -> None:
    assert find(first + STORY).title is None


def test_the_headline_again_is_junk(find: Callable[[str], Article]) -> None:
    article = find("Ministers agree to meet again" + STORY + "\n\nMinisters agree to meet again\n")
    assert [block.kind for block in article.blocks if block.why == "the headline again"] == [BlockKind.RESIDUE]
