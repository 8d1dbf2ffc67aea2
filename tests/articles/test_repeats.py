"""What a page says twice is kept once, but for what is repeated on purpose."""

from collections.abc import Callable

import pytest

from onrecord.records import Article, BlockKind

HEAD = "Ministers agree to meet again\n\n"
BODY = "\n\nThe ministers met in the harbour on Tuesday and left in the evening without a treaty.\n\n"
CAPTION = "Fishermen wait for the ministers in the harbour of Bergen on Tuesday"


def kinds(article: Article, line: str) -> list[BlockKind]:
    return [block.kind for block in article.blocks if line in article.text[block.start : block.end]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (CAPTION, f"1 of 3 | {CAPTION} | License Photo"),
        (f"1 of 3 | {CAPTION} | License Photo", f"{CAPTION}."),
        (f"{CAPTION}. Photo by Nils Aker/FNP", f"{CAPTION}. Photo by Nils Aker/FNP"),
    ],
)
def test_a_caption_is_kept_once(find: Callable[[str], Article], first: str, second: str) -> None:
    assert kinds(find(HEAD + first + "\n" + second + BODY), CAPTION) == [BlockKind.CAPTION, BlockKind.RESIDUE]


def test_a_long_paragraph_is_kept_once(find: Callable[[str], Article]) -> None:
    long = "The union had asked for the meeting in January, when the price of cod fell by a third within a week."
    assert kinds(find(HEAD + BODY + long + BODY.replace("met", "sat") + long), long) == [
        BlockKind.PARAGRAPH,
        BlockKind.RESIDUE,
    ]


def test_questions_and_short_answers_may_come_twice(find: Callable[[str], Article]) -> None:
    question = "What would you say to the fishermen of the north who have had to leave their boats and homes behind?"
    text = f"{HEAD}{question}\n\nI would say that I am sorry.{BODY}{question}\n\nI would say that I am sorry.\n"
    assert kinds(find(text), question) == [BlockKind.PARAGRAPH] * 2
    assert kinds(find(text), "I am sorry") == [BlockKind.PARAGRAPH] * 2
