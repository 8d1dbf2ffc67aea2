"""Other stories' headlines and leads are junk; lists, headings and the story itself are not."""

from collections.abc import Callable

from onrecord.records import Article, BlockKind

STORY = (
    "Ministers agree to meet again\n\n"
    "OSLO, March 12 (Reuters) - The ministers met in the harbour and left in the evening.\n\n"
    "Nobody would say afterwards what the talks had been about, or when they would end.\n\n"
)
END = "The two ministers last met in Oslo in 2019, and signed a treaty on whales and herring.\n\n"


def kind(article: Article, line: str) -> BlockKind:
    return next(block.kind for block in article.blocks if line in article.text[block.start : block.end])


def test_headlines_and_leads_under_a_head(find: Callable[[str], Article]) -> None:
    text = (
        f"{STORY}{END}Latest Headlines\n\nStorm closes three harbours in the north\n"
        "A storm closed three harbours on Monday.\n"
        "Whales return to the fjord\nMore whales than ever have been counted in the fjord this spring.\n"
    )
    article = find(text)
    for line in ("Storm closes", "A storm closed", "Whales return", "More whales"):
        assert kind(article, line) is BlockKind.RESIDUE


def test_the_story_goes_on_after_a_link(find: Callable[[str], Article]) -> None:
    article = find(f"{STORY}Read more\n\nStorm closes three harbours in the north\n\n{END}")
    assert kind(article, "Storm closes") is BlockKind.RESIDUE
    assert kind(article, "last met in Oslo") is BlockKind.PARAGRAPH


def test_headlines_in_a_row(find: Callable[[str], Article]) -> None:
    links = "Storm closes three harbours in the north\nWhales return to the fjord\nPrice of cod falls again\n\n"
    article = find(STORY + links + END)
    assert kind(article, "Whales return") is BlockKind.RESIDUE
    assert kind(article, "last met in Oslo") is BlockKind.PARAGRAPH


def test_a_list_is_no_row_of_headlines(find: Callable[[str], Article]) -> None:
    announced = "They agreed:\n\nMore cod for the north\nFewer whales for Bergen\nNo herring for anyone else\n\n"
    assert kind(find(STORY + announced + END), "More cod") is not BlockKind.RESIDUE
    numbered = "1. More cod for the north\n2. Fewer whales for Bergen\n3. No herring for anyone\n\n"
    assert kind(find(STORY + numbered + END), "Fewer whales") is BlockKind.LIST


def test_links_of_a_page(find_page: Callable[[str], Article]) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY.split("\n\n")[1:-1])
    html = (
        f"<html><body><article><h1>Ministers agree to meet again</h1>{paragraphs}"
        '<p><a href="/storm">Storm closes three harbours in the north</a></p>'
        f"<p>{END.strip()}</p></article></body></html>"
    )
    article = find_page(html)
    assert kind(article, "last met in Oslo") is BlockKind.PARAGRAPH
    assert all(
        block.kind is BlockKind.RESIDUE for block in article.blocks if "Storm" in article.text[block.start : block.end]
    )
