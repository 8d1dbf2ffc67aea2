"""The table of contents: how a report becomes a record, stage by stage.

`STAGES` is the order of the house; each stage says what it needs and what it gives. `read()` is the front door.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.records import Article, Coverage, Entities, Parse, Reading, Report, Version


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: the package that does it, the things it needs, the thing it gives, and what it is for."""

    package: str
    needs: tuple[str, ...]
    gives: str
    purpose: str


STAGES = (
    Stage("sources", (), "report", "opens what the user names and decodes it"),
    Stage("articles", ("report",), "article", "labels title, dateline, paragraphs, captions and page junk"),
    Stage("language", ("article",), "parse", "tokens, sentences, tags, trees and names, by one small model"),
    Stage("entities.times", ("article", "parse"), "times", "resolves times against the report's date"),
    Stage("entities", ("article", "parse"), "actors", "people, countries, organisations and groups, with their roles"),
    Stage("entities.places", ("article", "parse", "actors"), "places", "the places that the report names"),
    Stage("statements", ("article", "parse", "actors", "places"), "statements", "who said what"),
    Stage(
        "events",
        ("article", "parse", "actors", "places", "times", "statements"),
        "events",
        "who did what to whom, whether it happened, and on whose word",
    ),
)

READ_LANGUAGE = "en"


def _unwatched(package: str) -> None:
    """The watcher of those who do not watch."""


def read(
    source: str | Path,
    *,
    published: dt.date | str | None = None,
    reference: dt.date | str | None = None,
) -> Reading:
    """Read one report from a text or HTML file, or from standard input (`-`).

    `published` is the date of publication where it is known (a date, or "YYYY-MM-DD"); otherwise it is looked for in
    the report. `reference` is the day up to which a date without a year is understood, today unless given.

    Raises SourceError when the file cannot be opened as text, ModelError when the reading model is damaged.
    """
    from onrecord.sources import open_report

    return read_report(open_report(source, published=_date(published)), reference=_date(reference))


def read_text(
    text: str,
    *,
    title: str | None = None,
    published: dt.date | str | None = None,
    reference: dt.date | str | None = None,
) -> Reading:
    """Read a report that is already in memory. All spans count in `text`, which is kept as it is."""
    report = Report(origin="text", text=text, title=title, published=_date(published))
    return read_report(report, reference=_date(reference))


def read_report(
    report: Report,
    *,
    reference: dt.date | None = None,
    watch: Callable[[str], None] = _unwatched,
) -> Reading:
    """Put one report on record. `watch` is called with a stage's package when that stage is done."""
    from onrecord.articles import find_article

    article = find_article(report, reference=reference)
    watch("articles")
    if article.language != READ_LANGUAGE:
        return _unread(article)
    return read_article(article, watch=watch)


def read_article(article: Article, *, watch: Callable[[str], None] = _unwatched) -> Reading:
    """Put an article on record whose blocks are labelled already."""
    from onrecord.language import Reader

    parse = Reader.load().parse(article)
    watch("language")
    return code(article, parse, watch=watch)


def code(article: Article, parse: Parse, *, watch: Callable[[str], None] = _unwatched) -> Reading:
    """Put a parsed article on record: everything after the reading model."""
    from onrecord.entities import find_actors
    from onrecord.entities.places import find_places
    from onrecord.entities.times import find_times
    from onrecord.events import find_events
    from onrecord.statements import find_statements

    times = find_times(article, parse)
    watch("entities.times")
    actors = find_actors(article, parse)
    watch("entities")
    places = find_places(article, parse, actors)
    watch("entities.places")
    entities = Entities(actors, places)
    statements = find_statements(article, parse, entities)
    watch("statements")
    events = find_events(article, parse, entities, times, statements)
    watch("events")
    coverage = Coverage(parse.read, (*article.notes, *parse.notes))
    return Reading(article, actors, places, times, statements, events, coverage, version(), parse)


@cache
def version() -> Version:
    """What makes the record: the versions of program, reading model and codebook."""
    from onrecord import __version__
    from onrecord.codebook import codebook_version
    from onrecord.language import model_version

    return Version(__version__, model_version(), codebook_version())


def _unread(article: Article) -> Reading:
    """The record of a report in a language that the program does not read: labelled, not coded."""
    return Reading(article, (), (), (), (), (), Coverage(0.0, article.notes), version())


def _date(value: dt.date | str | None) -> dt.date | None:
    if not isinstance(value, str):
        return value
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{value!r} is not a date; write it as YYYY-MM-DD, for example 2023-01-31") from None
