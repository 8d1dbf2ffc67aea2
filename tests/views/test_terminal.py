"""The record in a terminal: readable at any width, plain when piped, and safe from what the report holds."""

import dataclasses
import io
import re
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from onrecord.records import Article, Block, BlockKind, Coverage, Event, Reading, Version
from onrecord.views.lookup import Lookup
from onrecord.views.terminal import show

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(reading: Reading, *, text: bool = True, out: io.StringIO | None = None) -> str:
    stream = out or io.StringIO()
    show(reading, stream, text=text)
    return stream.getvalue()


def unread(language: str) -> Reading:
    text = "Der Hafen ist wieder offen."
    notes = (f"written in '{language}'; not coded",)
    article = Article("x", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), language=language, notes=notes)
    return Reading(article, (), (), (), (), (), Coverage(0.0, notes), Version("1", "m", "c"))


def test_the_whole_of_it(reading: Reading, same_as_snapshot: Callable[[str, str], None]) -> None:
    same_as_snapshot("terminal.txt", shown(reading))


def test_piped_it_has_no_colours_and_no_trailing_blanks(reading: Reading) -> None:
    printed = shown(reading)
    assert "\x1b" not in printed
    assert not [line for line in printed.split("\n") if line != line.rstrip()]


@pytest.mark.parametrize("columns", [24, 40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(reading: Reading, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert max(cell_len(line) for line in shown(reading).split("\n")) <= columns


def test_a_screen_gets_the_same_words_in_colours(reading: Reading) -> None:
    coloured = shown(reading, out=Screen())
    assert ESCAPES.search(coloured)
    lines = ESCAPES.sub("", coloured).split("\n")
    assert [line for line in lines if not line.startswith("marked: ")][-40:] == shown(reading).split("\n")[-40:]


def test_without_the_text_the_record_stays(reading: Reading) -> None:
    printed = shown(reading, text=False)
    assert "Report ─" not in printed
    assert "What comes next" not in printed
    assert "“We have stopped seizing boats”" in printed


def test_what_looks_like_markup_is_text(reading: Reading) -> None:
    assert "<b>no</b> ship [red]had[/red]" in shown(reading)


def test_escapes_in_a_report_do_not_reach_the_terminal(reading: Reading) -> None:
    evil = "\x1b]0;owned\x07 [link=http://x]y[/link] :bomb: \x9b31m\u202e end"
    article = dataclasses.replace(
        reading.article, title=evil, byline=evil, text=evil * 40, origin=evil, source=None, dateline=None
    )
    actors = tuple(dataclasses.replace(actor, name=evil, role=evil) for actor in reading.actors)
    events = tuple(dataclasses.replace(event, why=(evil,)) for event in reading.events)
    hostile = dataclasses.replace(reading, article=article, actors=actors, events=events)
    for out in (io.StringIO(), Screen()):
        printed = ESCAPES.sub("", shown(hostile, out=out))
        assert not set(printed) & set("\x1b\x07\x9b\u202e")
        assert "[link=http://x]y[/link] :bomb:" in printed.replace("\n", " ")


def test_junk_is_folded_and_counted(reading: Reading) -> None:
    printed = shown(reading)
    assert "2 pieces of page junk, 57 characters: Advertisement; Read more" in printed
    assert printed.count("Terms of use") == 1


def test_another_language_is_said_clearly() -> None:
    printed = shown(unread("de"))
    assert "not coded: it is written in another language (de)" in printed
    assert "Note: written in 'de'; not coded" in printed
    assert "Events" not in printed


def test_a_report_without_anything_is_shown_too() -> None:
    empty = Reading(Article("x", "", ()), (), (), (), (), (), Coverage(1.0), Version("1", "m", "c"))
    assert "(no title found)" in shown(empty)


def test_repeats_stand_with_their_first_telling_and_none_is_lost(reading: Reading) -> None:
    def chained(event: Event, same_as: str) -> Event:
        return dataclasses.replace(event, same_as=same_as)

    one, two, three, *others = reading.events
    circle = (chained(one, three.id), chained(two, one.id), chained(three, two.id), *others)
    told = Lookup(dataclasses.replace(reading, events=circle)).told()
    assert sorted(event.id for one in told for event in (one.event, *one.again)) == sorted(one.id for one in circle)
