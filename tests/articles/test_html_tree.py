"""Pages of any state are parsed, and no text in them is lost."""

import pytest

from onrecord.articles.html_tree import parse_html


@pytest.mark.parametrize(
    "html",
    [
        "<p>The end",
        "The end",
        "<div><p>The <b>end</div></p></b>",
        "</p></div>The end",
        "<html><html><body><body>The end",
        "\0<p>The\0 end\x08</p>",
        "<div>" * 20_000 + "The end",
        "<b>" * 20_000 + "The end",
        "<p>" + "x" * 11_000_000 + "</p><p>The end</p>",
        "<table><tr><td>The end",
        "<p \0\x07a=1>The end</p>",
    ],
)
def test_text_is_kept(html: str) -> None:
    tree = parse_html(html)
    assert tree is not None
    assert " ".join(tree.text_content().split()).endswith("end")


@pytest.mark.parametrize("html", ["<!-- nothing -->", " ", "<!DOCTYPE html>"])
def test_pages_without_anything(html: str) -> None:
    tree = parse_html(html)
    assert tree is None or not tree.text_content().strip()


def test_lone_surrogates_do_not_raise() -> None:
    tree = parse_html("<p>The \ud800 end</p>")
    assert tree is not None
    assert tree.text_content().split()[-1] == "end"
