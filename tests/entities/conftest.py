"""Reads short texts of our own with the shipped model and shows who and what was found by their words."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from onrecord.entities import find_actors
from onrecord.entities.places import find_places
from onrecord.language import Reader
from onrecord.records import Actor, Article, Block, BlockKind, Dateline, Parse, Place


@dataclass(frozen=True)
class Read:
    """A text with its actors and places."""

    text: str
    parse: Parse
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]

    def actor(self, name: str) -> Actor:
        """The one actor of this name."""
        found = [actor for actor in self.actors if actor.name == name]
        assert len(found) == 1, f"{name!r} among {[actor.name for actor in self.actors]}"
        return found[0]

    def mentions(self, name: str) -> list[str]:
        """The words of all mentions of the one actor of this name, in order."""
        return [self.text[mention.start : mention.end] for mention in self.actor(name).mentions]

    def place(self, name: str) -> Place:
        """The one place of this name."""
        found = [place for place in self.places if place.name == name]
        assert len(found) == 1, f"{name!r} among {[place.name for place in self.places]}"
        return found[0]

    @property
    def place_names(self) -> list[str]:
        return [place.name for place in self.places]


def article_of(text: str, *, title: bool = False, dateline: Dateline | None = None) -> Article:
    """A text whose paragraphs are its lines; the first is the title where `title` says so."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = BlockKind.TITLE if title and not blocks else BlockKind.PARAGRAPH
            blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    return Article("test", text, tuple(blocks), dateline=dateline)


def read_text(text: str, *, title: bool = False, dateline: Dateline | None = None) -> Read:
    article = article_of(text, title=title, dateline=dateline)
    parse = Reader.load().parse(article)
    actors = find_actors(article, parse)
    return Read(text, parse, actors, find_places(article, parse, actors))


@pytest.fixture(scope="session")
def read() -> Callable[..., Read]:
    return read_text
