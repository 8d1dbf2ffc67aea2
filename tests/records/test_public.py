"""The public JSON: what is written is read back the same, fits its schema, and is the same bytes every time."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import TypeVar

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Coverage,
    Dateline,
    DateSource,
    Event,
    EventDate,
    How,
    Mention,
    Place,
    Precision,
    Published,
    Reading,
    Span,
    Statement,
    StatementKind,
    Status,
    Time,
    TimeType,
    Version,
    content_id,
)
from onrecord.records.public import from_public, json_schema, to_json, to_public

TEXTS = st.text(max_size=12)
NAMES = st.text("abcdef0123456789", min_size=1, max_size=8)
DATES = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
SPANS = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda pair: (min(pair), max(pair)))
FRACTIONS = st.integers(0, 100).map(lambda share: share / 100)
CODES = st.sampled_from([None, "USA", "GOV", "FRA"])


T = TypeVar("T")


def several(values: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=3).map(tuple)


def evidence() -> st.SearchStrategy[Mapping[str, Span]]:
    return st.dictionaries(st.sampled_from(["country", "sector", "role"]), SPANS)


MENTIONS = st.builds(lambda span, how: Mention(*span, how), SPANS, st.sampled_from(How))
ACTORS = st.builds(
    Actor, NAMES, TEXTS, st.sampled_from(ActorKind), CODES, CODES, st.none() | TEXTS, several(MENTIONS), evidence(),
    several(TEXTS),
)  # fmt: skip
PLACES = st.builds(
    Place, NAMES, TEXTS, CODES, st.none() | FRACTIONS, st.none() | FRACTIONS, st.integers(1, 3), several(MENTIONS)
)
TIMES = st.builds(lambda span, kind, value: Time(*span, kind, value), SPANS, st.sampled_from(TimeType), TEXTS)
STATEMENTS = st.builds(
    Statement, NAMES, st.sampled_from(StatementKind), several(NAMES), st.none() | SPANS, st.none() | SPANS,
    several(SPANS), st.none() | NAMES, st.none() | NAMES, st.none() | DATES, st.none() | NAMES, st.booleans(),
    FRACTIONS, several(TEXTS),
)  # fmt: skip
EVENT_DATES = st.builds(EventDate, st.none() | TEXTS, st.sampled_from(Precision), st.none() | SPANS)
EVENTS = st.builds(
    Event, id=NAMES, type=TEXTS, mode=st.none() | TEXTS, contexts=several(TEXTS), actors=several(NAMES),
    recipients=several(NAMES), trigger=SPANS, sentence=SPANS, status=st.sampled_from(Status),
    attributed_to=several(NAMES), statement=st.none() | NAMES, date=EVENT_DATES, place=st.none() | NAMES,
    quad=st.integers(1, 4), score=FRACTIONS, cameo=CODES, confidence=FRACTIONS, same_as=st.none() | NAMES,
    why=several(TEXTS),
)  # fmt: skip
BLOCKS = st.builds(lambda kind, span, why: Block(kind, *span, why), st.sampled_from(BlockKind), SPANS, TEXTS)
DATELINES = st.builds(Dateline, st.none() | TEXTS, st.none() | DATES, st.none() | TEXTS, SPANS)
PUBLISHED = st.builds(Published, DATES, st.sampled_from(DateSource), st.none() | DATES, st.none() | SPANS)
ARTICLES = st.builds(
    Article, NAMES, TEXTS, several(BLOCKS), st.sampled_from(["en", "fr"]), st.none() | TEXTS, st.none() | PUBLISHED,
    st.none() | DATELINES, st.none() | TEXTS,
)  # fmt: skip
READINGS = st.builds(
    Reading, ARTICLES, several(ACTORS), several(PLACES), several(TIMES), several(STATEMENTS), several(EVENTS),
    st.builds(Coverage, FRACTIONS, several(TEXTS)), st.builds(Version, TEXTS, TEXTS, TEXTS),
)  # fmt: skip


@given(READINGS)
def test_a_round_trip_loses_nothing(reading: Reading) -> None:
    assert from_public(json.loads(to_json(reading))) == reading


@given(READINGS)
def test_every_reading_fits_the_schema(reading: Reading) -> None:
    jsonschema.validate(json.loads(to_json(reading)), json_schema())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


@given(READINGS)
def test_the_same_reading_gives_the_same_bytes(reading: Reading) -> None:
    assert to_json(reading) == to_json(from_public(to_public(reading)))


@given(READINGS)
def test_keys_of_later_versions_are_passed_over(reading: Reading) -> None:
    public = to_public(reading)
    public["article"]["mood"] = "grave"
    public["later"] = 1
    assert from_public(public) == reading


def test_the_parse_is_not_public() -> None:
    article = Article("a", "", ())
    reading = Reading(article, (), (), (), (), (), Coverage(1.0), Version("1", "2", "3"))
    assert "parse" not in to_public(reading)


def test_a_missing_field_is_an_error() -> None:
    with pytest.raises((KeyError, TypeError)):
        from_public({"article": {"id": "a"}})


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_ids_come_from_content_alone(parts: list[str]) -> None:
    assert content_id(*parts) == content_id(*parts)
    assert len(content_id(*parts)) == 16
    assert content_id(*parts) != content_id(*parts, "more")
