"""Whole reports: what a user gets from a wire story, from a page, and from what is hardly a report."""

import datetime as dt
from collections.abc import Callable

from onrecord.articles import find_article
from onrecord.records import Article, BlockKind
from onrecord.sources import report_from_text

WIRE = """Advertisement

Fishermen, ministers find common ground in harbour meeting

Fishing minister Astrid Halvorsen (L) and union leader Omar Said speak to reporters in Bergen Tuesday, after a night \
of talks. Photo courtesy of the Harbour Authority
1 of 3 | Fishing minister Astrid Halvorsen (L) and union leader Omar Said speak to reporters in Bergen Tuesday, after \
a night of talks. Photo courtesy of the Harbour Authority | License Photo

March 12 (UPI) -- Norway's fishing minister met Tuesday with the leaders of the fishermen's union in Bergen.

Advertisement

"No coast is closer to us than this one," Halvorsen said at a news conference.

Read More

Storm closes three harbours in the north
Whales return to the fjord

The union had asked for the meeting in January, when the price of cod fell by a third.

Latest Headlines

World News // 2 hours ago

Storm closes three harbours in the north

March 12 (UPI) -- A storm closed three harbours in the north of Norway on Tuesday, officials said.
"""


def texts(article: Article, kind: BlockKind) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind is kind]


def test_a_wire_story_pasted_from_a_page(find: Callable[[str], Article]) -> None:
    article = find(WIRE)
    assert article.title == "Fishermen, ministers find common ground in harbour meeting"
    assert [text[:20] for text in texts(article, BlockKind.PARAGRAPH)] == [
        "Norway's fishing min",
        '"No coast is closer ',
        "The union had asked ",
    ]
    assert len(texts(article, BlockKind.CAPTION)) == 1
    residue = texts(article, BlockKind.RESIDUE)
    assert residue.count("Advertisement") == 2
    assert any(text.startswith("1 of 3 | Fishing minister") for text in residue)
    assert any(text.startswith("March 12 (UPI) -- A storm") for text in residue)
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.date, article.dateline.agency) == (
        None,
        dt.date(2024, 3, 12),
        "UPI",
    )


def test_fields_come_from_the_report(find: Callable[[str], Article]) -> None:
    article = find(
        "Ministers agree to meet again\n\nBy Ruth Amari\n\n12 March 2024\n\n"
        "GENEVA, March 11 (Reuters) - The talks ended.\n"
    )
    assert article.byline == "By Ruth Amari"
    assert article.published is not None
    assert article.published.date == dt.date(2024, 3, 12)
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.date) == ("GENEVA", dt.date(2024, 3, 11))
    assert article.text[slice(*article.dateline.place_span or (0, 0))] == "GENEVA"


def test_a_title_alone(find: Callable[[str], Article]) -> None:
    article = find("Ministers agree to meet again")
    assert article.title == "Ministers agree to meet again"
    assert article.notes == ()


def test_nothing_but_junk_is_said_so(find: Callable[[str], Article]) -> None:
    article = find("Advertisement\n\nShare\n\nRead more\n\nLatest Headlines\n")
    assert {block.kind for block in article.blocks} == {BlockKind.RESIDUE}
    assert article.notes == ("only page junk was found; there is no story in it to read",)


def test_a_page_without_text_is_said_so(find_page: Callable[[str], Article]) -> None:
    article = find_page("<html><body><script>var x = 1;</script></body></html>")
    assert (article.text, article.blocks) == ("", ())
    assert article.notes == ("no text was found in the page",)


def test_another_language_is_labelled_and_said_so(find: Callable[[str], Article]) -> None:
    article = find("Le ministre a rencontré mardi son homologue, et les discussions ont duré trois heures.")
    assert article.language == "fr"
    assert "nothing is coded" in article.notes[0]
    assert article.blocks


def test_the_title_that_the_source_states() -> None:
    text = "Fjord News\nMinisters to meet again\nThe talks in Oslo ended on Tuesday without a treaty, officials said."
    article = find_article(report_from_text(text, title="Ministers to meet again | Fjord News"))
    assert article.title == "Ministers to meet again"


def test_ids_come_from_content(find: Callable[[str], Article]) -> None:
    assert find(WIRE).id == find(WIRE).id != find(WIRE + "x").id


def test_line_ends_change_no_label(find: Callable[[str], Article]) -> None:
    plain = [(block.kind, WIRE[block.start : block.end]) for block in find(WIRE).blocks]
    for line_end in ("\r\n", "\r", "\u2028"):
        text = WIRE.replace("\n", line_end)
        assert [(block.kind, text[block.start : block.end]) for block in find(text).blocks] == plain
