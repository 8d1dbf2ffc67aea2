"""Reads short texts of our own with the shipped model and shows the statements in them by their words."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from onrecord.entities import find_actors
from onrecord.language import Reader
from onrecord.records import Article, Block, BlockKind, Entities, Parse, Statement
from onrecord.statements import find_statements


@dataclass(frozen=True)
class Told:
    """A statement by its words."""

    kind: str
    speaker: str | None
    cue: str | None
    content: tuple[str, ...]
    statement: Statement
    speakers: tuple[str, ...] = ()
    addressee: str | None = None


def article_of(text: str) -> Article:
    """A text whose paragraphs are its lines."""
    spans = [match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    return Article("test", text, tuple(Block(BlockKind.PARAGRAPH, start, end) for start, end in spans))


@pytest.fixture(scope="session")
def parse() -> Callable[[str], tuple[Article, Parse]]:
    reader = Reader.load()

    def run(text: str) -> tuple[Article, Parse]:
        article = article_of(text)
        return article, reader.parse(article)

    return run


@pytest.fixture(scope="session")
def told(parse: Callable[[str], tuple[Article, Parse]]) -> Callable[[str], list[Told]]:
    def run(text: str) -> list[Told]:
        article, parsed = parse(text)
        actors = find_actors(article, parsed)
        names = {actor.id: actor.name for actor in actors}

        def words(span: tuple[int, int] | None) -> str | None:
            return text[span[0] : span[1]] if span is not None else None

        return [
            Told(
                one.kind.value,
                words(one.speaker_span),
                words(one.cue),
                tuple(text[start:end] for start, end in one.content),
                one,
                tuple(names[speaker] for speaker in one.speakers),
                names[one.addressee] if one.addressee else None,
            )
            for one in find_statements(article, parsed, Entities(actors, ()))
        ]

    return run
