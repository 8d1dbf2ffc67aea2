"""A page's article: its story whole, its parts labelled, and the junk of a news site around them."""

from collections.abc import Callable

import pytest

from onrecord.records import Article, BlockKind

PARAGRAPHS = (
    "BERGEN, March 12 (Fjord News) - Norway's fishing minister met the leaders of the union in the harbour on Tuesday.",
    '"No coast is closer to us than this one," the minister said at a news conference after the three hours of talks.',
    "The union had asked for the meeting in January, when the price of cod fell by a third within a single week.",
    "Fishermen of the north want the state to buy what they cannot sell, as it did for some months in the year 2019.",
    "The talks will go on in Oslo next week, and the minister has promised to bring a plan that both sides can sign.",
)
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Minister meets fishermen | Fjord News</title>
<meta property="og:title" content="Minister meets fishermen">
<meta property="article:published_time" content="2024-03-12T18:00:00+01:00"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to improve your experience on this site.</p></div>
<article><h1>Minister meets fishermen</h1><p class="byline">By Ruth Amari</p><p>March 12, 2024 / 6:12 PM</p>
<figure><img src="a.jpg"><figcaption>1 of 3 | Boats lie in the harbour of Bergen on Tuesday. Photo by Nils Aker/FNP | \
License Photo</figcaption></figure>
<div class="share"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
<p>{0}</p><div class="ad">Advertisement</div><p>{1}</p><p>Read more: <a href="/w">Whales return to the fjord</a></p>
<p>{2}</p><h2>What the north wants</h2><p>{3}</p><p>{4}</p>
<p>Sign up for our newsletter and never miss a story.</p></article>
<section class="related"><h3>Latest Headlines</h3><ul><li><a href="/s">Storm closes harbours</a></li></ul></section>
<footer><p>Copyright © 2024 Fjord News. All rights reserved.</p></footer></body></html>"""


def texts(article: Article, kind: BlockKind) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind is kind]


@pytest.fixture(scope="module")
def article(find_page: Callable[[str], Article]) -> Article:
    return find_page(PAGE.format(*PARAGRAPHS))


def test_the_story_is_whole_and_nothing_else_is_in_it(article: Article) -> None:
    lead = PARAGRAPHS[0].partition(" - ")[2]
    assert texts(article, BlockKind.PARAGRAPH) == [lead, *PARAGRAPHS[1:]]
    assert texts(article, BlockKind.HEADING) == ["What the north wants"]
    assert texts(article, BlockKind.DATELINE)[-1] == "BERGEN, March 12 (Fjord News) -"


def test_the_caption_gives_up_counter_and_licence(article: Article) -> None:
    caption = "Boats lie in the harbour of Bergen on Tuesday. Photo by Nils Aker/FNP"
    assert texts(article, BlockKind.CAPTION) == [caption]


def test_the_fields(article: Article) -> None:
    assert article.title == "Minister meets fishermen"
    assert article.byline == "By Ruth Amari"
    assert article.published is not None
    assert article.published.date.isoformat() == "2024-03-12"
    assert article.language == "en"


def test_blocks_know_their_elements(article: Article) -> None:
    assert all(block.path for block in article.blocks)
    title = next(block for block in article.blocks if block.kind is BlockKind.TITLE)
    assert (title.path or "").endswith("/article[1]/h1[1]")


def test_a_page_in_which_the_extractor_finds_little(find_page: Callable[[str], Article]) -> None:
    article = find_page("<html><body><nav>Home</nav><p>Talks end in Bergen.</p></body></html>")
    assert article.text == "Talks end in Bergen."


def test_cells_of_a_row_stay_together(find_page: Callable[[str], Article]) -> None:
    table = "<table><tr><td>Cod</td><td>31</td></tr><tr><td>Herring</td><td>7</td></tr></table>"
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS[1:])
    article = find_page(f"<html><body><article><h1>Minister meets fishermen</h1>{body}{table}</article></body></html>")
    assert texts(article, BlockKind.LIST) == ["Cod | 31", "Herring | 7"]


def test_many_paragraphs_that_are_alike(find_page: Callable[[str], Article]) -> None:
    body = "<p>The minister met the leaders of the union in the harbour on Tuesday, and left in the evening.</p>" * 3000
    assert find_page(f"<html><body><article>{body}</article></body></html>").text
