"""The page holds the whole report, is sound HTML whatever it holds, and points at what is there."""

import dataclasses
import re
from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from onrecord.records import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Coverage,
    Event,
    EventDate,
    Mention,
    Precision,
    Reading,
    Statement,
    StatementKind,
    Status,
    Time,
    TimeType,
    Version,
)
from onrecord.views.markup import element
from onrecord.views.page import fragment, page
from onrecord.views.visible import visible

VOID = {"meta", "input", "br"}


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def report_text(written: str) -> str:
    """The characters of the report in a page, read with a browser's eyes: no tags, no summaries of junk."""
    [report] = re.findall(r'<article class="report".*?</article>', written, re.DOTALL)
    report = re.sub(r'<h1 class="given".*?</h1>|<summary>.*?</summary>', "", report, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", report))


def check_tags(written: str) -> None:
    """Every element that is opened is closed, in order."""
    body = re.sub(r"<style>.*?</style>|<!DOCTYPE html>", "", written, flags=re.DOTALL)
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z0-9]+)(?:\s[^<>]*)?>", body):
        if closing:
            assert opened.pop() == name
        elif name not in VOID:
            opened.append(name)
    assert not opened


def ids_and_links(written: str) -> tuple[list[str], set[str]]:
    tree = lxml_html.fromstring(written)
    links = {link.removeprefix("#") for link in tree.xpath("//a/@href")}
    return [str(one) for one in tree.xpath("//@id")], links


def test_the_whole_of_it(reading: Reading, same_as_snapshot: Callable[[str, str], None]) -> None:
    """A line for each block, so that a change can be read; the style is left out."""
    written = re.sub(r"<style>.*?</style>", "<style></style>", page(reading), flags=re.DOTALL)
    same_as_snapshot(
        "page.html", re.sub(r"(?=<(?:header|aside|section|h[12]|ul|li|p|details|blockquote)\b)", "\n", written)
    )


def test_the_report_is_there_whole(reading: Reading) -> None:
    assert squeezed(report_text(page(reading))) == squeezed(reading.article.text)


def test_every_link_leads_somewhere_and_no_anchor_is_there_twice(reading: Reading) -> None:
    for written in (page(reading), f"<div>{fragment(reading)}</div>"):
        ids, links = ids_and_links(written)
        assert len(ids) == len(set(ids))
        assert links <= set(ids)


def test_each_record_links_to_the_characters_that_say_so(reading: Reading) -> None:
    _, links = ids_and_links(page(reading))
    places = {one.rpartition("-")[2] for one in links}
    for event in reading.events:
        assert str(event.trigger[0]) in places
    for statement in reading.statements:
        assert {str(span[0]) for span in statement.content} <= places
    for actor in reading.actors:
        assert {str(mention.start) for mention in actor.mentions} <= places
        assert {str(span[0]) for span in actor.evidence.values()} <= places


def test_the_page_asks_for_nothing_and_runs_nothing(reading: Reading) -> None:
    written = page(reading)
    assert "<script" not in written
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import|https?://""", written)
    assert "default-src 'none'" in unescape(written)


def test_claims_are_apart_from_the_outlets_voice(reading: Reading) -> None:
    tree = lxml_html.fromstring(page(reading))
    claimed = "".join(tree.xpath("//article//*[contains(concat(' ', @class, ' '), ' claim ')]/text()"))
    assert claimed.startswith("We have stopped seizing boats")
    assert "signed a truce" not in claimed
    assert tree.xpath("//article//*[contains(@class, 'claim-2')]/text()") == ["no patrol will fire again"]


def test_a_mention_of_several_actors_names_them_all(reading: Reading) -> None:
    tree = lxml_html.fromstring(page(reading))
    [title] = tree.xpath("//article//*[text()='both ministers']/@title")
    assert "Ada Brandt" in title
    assert "Jonas Weyl" in title


def test_junk_is_folded(reading: Reading) -> None:
    tree = lxml_html.fromstring(page(reading))
    assert [details.findtext("summary") for details in tree.xpath("//details")] == [
        "1 piece of page junk, 13 characters",
        "2 pieces of page junk, 57 characters",
        "1 piece of page junk, 25 characters",
    ]


EVIL = '</style></title><script>alert(1)</script><img src=x onerror=alert(1)>"\' onmouseover="x&amp;\x00\ud800'


def test_scripts_are_text_wherever_they_stand(reading: Reading) -> None:
    article = dataclasses.replace(
        reading.article, title=EVIL, byline=EVIL, origin=EVIL, source=EVIL, url=EVIL, id=EVIL, language=EVIL
    )
    actors = tuple(dataclasses.replace(one, name=EVIL, role=EVIL, country=EVIL, why=(EVIL,)) for one in reading.actors)
    events = tuple(dataclasses.replace(one, type=EVIL, mode=EVIL, why=(EVIL,)) for one in reading.events)
    places = tuple(dataclasses.replace(one, name=EVIL) for one in reading.places)
    coverage = Coverage(0.5, (EVIL,))
    hostile = dataclasses.replace(
        reading, article=article, actors=actors, events=events, places=places, coverage=coverage
    )
    for written in (page(hostile), fragment(hostile)):
        assert "<script" not in written
        assert "<img" not in written
        check_tags(written)
        assert not lxml_html.fromstring(f"<div>{written}</div>").xpath("//@onerror | //@onmouseover")
        written.encode("utf-8")


def test_another_language_is_said_clearly() -> None:
    article = Article("x", "Der Hafen ist offen.", (Block(BlockKind.PARAGRAPH, 0, 20),), language="de")
    written = page(Reading(article, (), (), (), (), (), Coverage(0.0, ("written in 'de'",)), Version("", "", "")))
    assert "not coded: it is written in another language (de)" in written
    assert "Events" not in written.partition("<aside")[2]
    assert "written in &#x27;de&#x27;" in written or "written in 'de'" in written


@pytest.mark.parametrize("kind", list(BlockKind))
def test_every_kind_of_block_has_its_text_on_the_page(kind: BlockKind) -> None:
    article = Article("x", "words", (Block(kind, 0, 5),))
    written = page(Reading(article, (), (), (), (), (), Coverage(1.0), Version("", "", "")))
    assert report_text(written) == "words"


def test_only_markup_is_markup() -> None:
    assert element("p", "<b>", element("i", "&"), title='"', hidden=False, lang=None) == (
        '<p title="&quot;">&lt;b&gt;<i>&amp;</i></p>'
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Readings with any text and any spans in it, sound or not."""
    text = draw(st.text(st.characters(codec=None), max_size=60) | st.text("<>&\"' \nab/", max_size=60))
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    kinds = st.sampled_from(BlockKind)
    blocks = tuple(Block(draw(kinds), a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))
    span = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: (min(pair), max(pair)))
    spans = st.lists(span, max_size=3).map(tuple)
    ids = st.lists(st.sampled_from(["a0", "a1", "a2", "unknown"]), max_size=2).map(tuple)
    actors = tuple(
        Actor(f"a{number}", draw(st.text(max_size=5)), ActorKind.PERSON, mentions=tuple(Mention(*one) for one in found))
        for number, found in enumerate(draw(st.lists(spans, max_size=3)))
    )
    statements = tuple(
        Statement(
            f"s{number}", StatementKind.DIRECT, draw(ids), draw(st.none() | span), draw(st.none() | span), content
        )
        for number, content in enumerate(draw(st.lists(spans, max_size=3)))
    )
    events = tuple(
        Event(
            f"e{number}",
            "AID",
            None,
            (),
            draw(ids),
            draw(ids),
            trigger,
            draw(span),
            draw(st.sampled_from(Status)),
            draw(ids),
            draw(st.sampled_from([None, "s0", "s9"])),
            EventDate("2020", Precision.YEAR, draw(st.none() | span)),
            None,
            2,
            1.0,
            None,
            same_as=draw(st.sampled_from([None, "e0", "e1"])),
        )
        for number, trigger in enumerate(draw(st.lists(span, max_size=3)))
    )
    times = tuple(Time(*one, TimeType.DATE, "2020") for one in draw(spans))
    article = Article("x", text, blocks)
    return Reading(article, actors, (), times, statements, events, Coverage(1.0), Version("", "", ""))


@settings(deadline=None)
@given(readings())
def test_any_spans_in_any_text_give_a_sound_page_with_all_of_the_text(any_reading: Reading) -> None:
    written = page(any_reading)
    check_tags(written)
    assert squeezed(report_text(written)) == squeezed(visible(any_reading.article.text))
    ids, _ = ids_and_links(written.encode("utf-8").decode("utf-8"))
    assert len(ids) == len(set(ids))
