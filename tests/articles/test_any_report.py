"""What holds for every report: blocks in order and apart, slices that are the text, nothing lost, nothing raised."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Article, BlockKind

LINES = st.sampled_from(
    [
        "Ministers agree to widen fisheries talks",
        "OSLO, March 12 (Reuters) - The ministers met on Tuesday and left in the evening without a treaty.",
        "1 of 5 | Fishermen wait in the harbour. Photo by Nils Aker/FNP | License Photo",
        "Fishermen wait in the harbour. Photo by Nils Aker/FNP",
        '"We have listened to each other carefully, and we leave with a plan," the minister told reporters.',
        "By Ruth Amari",
        "March 12, 2024",
        "Advertisement",
        "Latest Headlines",
        "Storm closes three harbours",
        "Read more: Storm closes three harbours",
        "Correction: An earlier version of this story misstated the year.",
        "- cod and herring",
        "Background",
        "***",
        "\u200b",
    ]
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", " \n\t\n", "\x0c"])


@st.composite
def reports(draw: st.DrawFn) -> str:
    """Lines of reports in any order, with any line ends, and any text between them."""
    parts = draw(st.lists(st.one_of(LINES, st.text(max_size=60)), min_size=1, max_size=15))
    return "".join(part + draw(BREAKS) for part in parts)


def check(article: Article) -> None:
    assert all(0 <= block.start < block.end <= len(article.text) for block in article.blocks)
    assert all(before.end <= after.start for before, after in pairwise(article.blocks))
    covered = set()
    for block in article.blocks:
        piece = article.text[block.start : block.end]
        assert piece == piece.strip()
        assert block.why
        covered.update(range(block.start, block.end))
    assert all(character.isspace() for at, character in enumerate(article.text) if at not in covered)
    titles = [block for block in article.blocks if block.kind is BlockKind.TITLE]
    assert len(titles) <= 1
    assert not titles or article.title == " ".join(article.text[titles[0].start : titles[0].end].split())
    dateline = article.dateline
    if dateline is not None:
        for words, span in ((dateline.place, dateline.place_span), (dateline.agency, dateline.agency_span)):
            assert (words is None) == (span is None)
            assert span is None or " ".join(article.text[slice(*span)].split()) == words


@settings(max_examples=300, deadline=None)
@given(reports())
def test_plain_text(find: Callable[[str], Article], text: str) -> None:
    if text.strip():
        article = find(text)
        assert article.text == text
        check(article)
        assert article == find(text)


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=300).filter(str.strip))
def test_any_text_at_all(find: Callable[[str], Article], text: str) -> None:
    article = find(text)
    assert article.text == text
    check(article)


TAGS = (
    "html body div p span a h1 h2 ul li table tr td blockquote figure figcaption article section nav aside br b script"
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Tags in any order, open or closed, with lines of reports, entities and broken markup between them."""
    pieces = draw(
        st.lists(
            st.one_of(
                LINES,
                st.sampled_from([f"<{tag}>" for tag in TAGS.split()]),
                st.sampled_from([f"</{tag}>" for tag in TAGS.split()]),
                st.sampled_from(
                    ["<", ">", "&amp;", "&#0;", "&#xD800;", "<!--", "-->", "<p class='caption'>", "<a href=x>", "\0"]
                ),
                st.text(max_size=20),
            ),
            min_size=1,
            max_size=40,
        )
    )
    return "".join(pieces)


@settings(max_examples=300, deadline=None)
@given(pages().filter(str.strip))
def test_any_page(find_page: Callable[[str], Article], html: str) -> None:
    article = find_page(html)
    check(article)
    assert article == find_page(html)
    article.text.encode("utf-8", "surrogatepass")


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, min_size=3, max_size=12))
def test_a_page_of_paragraphs_loses_none_of_its_lines(find_page: Callable[[str], Article], lines: list[str]) -> None:
    html = "<html><body><article>" + "".join(f"<p>{line}</p>" for line in lines) + "</article></body></html>"
    check(find_page(html))
