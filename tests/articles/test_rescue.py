"""Paragraphs that an extractor left out are told by where the kept ones stand."""

from onrecord.articles.html_blocks import PageBlock
from onrecord.articles.rescue import left_out

LINE = "The minister met the leaders of the union in the harbour on Tuesday, and left in the evening."


def block(path: str, tag: str = "p", links: float = 0.0, outside: bool = False, text: str = LINE) -> PageBlock:
    return PageBlock(text, tag, path, links, outside, path.rpartition("/")[2].partition("[")[0])


STORY = [block(f"/html/body[1]/article[1]/div[1]/p[{n}]") for n in range(1, 5)]


def test_paragraphs_in_a_second_container_go_on_with_the_story() -> None:
    second = [block(f"/html/body[1]/article[1]/div[2]/p[{n}]") for n in (1, 2)]
    assert left_out([*STORY, *second], {0, 1, 2, 3}) == {4, 5}


def test_one_between_the_kept_ones() -> None:
    assert left_out(STORY, {0, 1, 3}) == {2}


def test_what_stands_elsewhere_stays_out() -> None:
    others = [
        block("/html/body[1]/article[2]/div[1]/p[1]"),
        block("/html/body[1]/article[1]/div[1]/p[5]", links=0.9),
        block("/html/body[1]/article[1]/div[1]/p[6]", outside=True),
        block("/html/body[1]/article[1]/div[1]/p[7]", text="Sign up"),
        block("/html/body[1]/article[1]/div[2]/p[1]"),  # alone below the last: a biography, a notice
    ]
    assert left_out([*STORY, *others], {0, 1, 2, 3}) == set()


def test_too_few_kept_ones_tell_nothing() -> None:
    assert left_out(STORY, {0, 1}) == set()
    assert left_out([], set()) == set()
