"""Quotation marks as structure: what is opened is closed, apostrophes are no quotes, and no text is too odd to read."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.statements.quotes import SURE, UNCLOSED, UNOPENED, Quote, find_quotes


def quotes(text: str) -> list[Quote]:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append((start, start + len(line)))
        start += len(line) + 1
    return list(find_quotes(text, blocks))


def inner(text: str) -> list[str]:
    return [text[quote.inner[0] : quote.inner[1]] for quote in quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The port is shut," he said. "Go home."', ["The port is shut,", "Go home."]),
        ("“The port is shut,” he said.", ["The port is shut,"]),
        ("„The port is shut”, he said.", ["The port is shut"]),
        ("«The port is shut», he said.", ["The port is shut"]),
        ("``The port is shut,'' he said.", ["The port is shut,"]),
        ("'The port won't open,' he said.", ["The port won't open,"]),
        ("‘The port won’t open,’ he said.", ["The port won’t open,"]),
        ("'The dockers' pay won't rise,' he said.", ["The dockers' pay won't rise,"]),
        ('“Mixed up marks," he said.', ["Mixed up marks,"]),
        ('("Yes," he said.)', ["Yes,"]),
    ],
)
def test_pairs_of_every_kind_are_found(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dockers' strike and the ships' crews.",
        "It's the crew's third day, isn't it?",
        "In the '90s and the ’80s they fished 'til dawn.",
        "He is 6'2\" tall and she is 5'11\" tall.",
        "A plank 12′ 6″ long.",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert inner(text) == []


def test_a_quotation_inside_another_has_depth_one() -> None:
    text = "“He called it ‘a farce’ twice,” she said."
    assert [(text[q.inner[0] : q.inner[1]], q.depth) for q in quotes(text)] == [
        ("He called it ‘a farce’ twice,", 0),
        ("a farce", 1),
    ]


def test_marks_of_one_kind_nest_when_both_are_closed() -> None:
    assert inner('"He said "no" to me," she said.') == ['He said "no" to me,', "no"]


def test_an_opening_mark_on_each_paragraph_is_one_speech() -> None:
    first, second = quotes('"We will stay.\n"We will fish," he said.')
    assert (first.follows, second.follows) == (None, 0)
    assert first.trust == second.trust == SURE


def test_an_unclosed_quotation_ends_with_its_paragraph_and_is_trusted_less() -> None:
    (quote,) = quotes('He said: "We will stay.\nThe port was quiet.')
    assert quote.trust == UNCLOSED
    assert quote.inner == (10, 23)


def test_a_closing_mark_alone_closes_its_sentence() -> None:
    text = 'Rain fell. We will stay," he said.'
    (quote,) = quotes(text)
    assert quote.trust == UNOPENED
    assert text[quote.inner[0] : quote.inner[1]] == "We will stay,"


def test_a_missing_closing_mark_does_not_swallow_the_next_quotation() -> None:
    assert inner("“We stay. “We fish,” he said.") == ["We stay.", "We fish,"]


marks = st.text(alphabet="ab.,s5 \n-—\"'`“”‘’«»„′″", max_size=80)


@given(marks)
def test_whatever_the_marks_quotations_stay_inside_their_blocks_and_nest(text: str) -> None:
    found = quotes(text)
    assert found == sorted(found, key=lambda quote: quote.start)
    for quote in found:
        assert 0 <= quote.start <= quote.inner[0] < quote.inner[1] <= quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]
    outermost = [quote for quote in found if quote.depth == 0]
    assert all(one.end <= two.start for one, two in pairwise(outermost))


@pytest.mark.parametrize("unit", ['"', "“", '"a ', "'a ", "s' b", "‘a “b "])
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * size
        start = time.process_time()
        find_quotes(text, [(0, len(text))])
        return time.process_time() - start

    seconds(1000)
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.002)
