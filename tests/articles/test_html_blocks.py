"""A page's stretches of text, in order, with what encloses them."""

from onrecord.articles.html_blocks import PageBlock, page_blocks
from onrecord.articles.html_tree import parse_html


def blocks(body: str) -> list[PageBlock]:
    tree = parse_html(f"<html><head><title>x</title></head><body>{body}</body></html>")
    assert tree is not None
    return list(page_blocks(tree))


def test_block_elements_divide_and_inline_ones_do_not() -> None:
    found = blocks("<h1>Talks</h1>before<p>The <b>ministers</b> met<br>in Oslo.</p>after")
    assert [(block.text, block.tag) for block in found] == [
        ("Talks", "head"),
        ("before", "p"),
        ("The ministers met", "p"),
        ("in Oslo.", "p"),
        ("after", "p"),
    ]
    assert found[0].level == "h1"


def test_paths_count_siblings_of_a_name() -> None:
    assert [block.path for block in blocks("<p>One</p><div><p>Two</p></div><p>Three</p>")] == [
        "/html/body[1]/p[1]",
        "/html/body[1]/div[1]/p[1]",
        "/html/body[1]/p[2]",
    ]


def test_what_no_reader_sees_is_left_out() -> None:
    hidden = (
        "<script>one</script><style>two</style><p hidden>three</p><p style='display: none'>four</p>"
        "<p aria-hidden='true'>five</p><noscript>six</noscript><button>seven</button><!-- eight -->"
    )
    assert [block.text for block in blocks(hidden + "<p>seen</p>")] == ["seen"]


def test_the_pages_frame_is_outside() -> None:
    found = blocks(
        "<nav><a>Home</a></nav><div class='related-stories sidebar'><p>Storm</p></div><p>Talks</p><footer>©</footer>"
    )
    assert [(block.text, block.outside) for block in found] == [
        ("Home", True),
        ("Storm", True),
        ("Talks", False),
        ("©", True),
    ]


def test_captions_lists_quotations_and_links() -> None:
    found = blocks(
        "<figure><figcaption>Boats</figcaption></figure><div class='wp-caption-text'>More boats</div>"
        "<ul><li>cod</li></ul><blockquote><p>We left.</p></blockquote><p><a>half</a> here</p>"
    )
    assert [block.tag for block in found] == ["caption", "caption", "item", "quote", "p"]
    assert [round(block.links, 1) for block in found] == [0.0, 0.0, 0.0, 0.0, 0.4]
