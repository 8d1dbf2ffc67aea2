"""The public JSON: a `Reading` as users, the ledger and other programs get it, and back.

One walk over the types of the records writes, reads and describes them, so the three cannot drift apart. Only
the article differs from its dataclass: its date of publication is a plain string with its companions beside it.
Fields may be added, never renamed or dropped.
"""

import datetime as dt
import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from onrecord.records.article import Article, DateSource, Published
from onrecord.records.reading import Reading

_NOT_PUBLIC = frozenset({"parse"})


def to_public(reading: Reading) -> dict[str, Any]:
    """A reading as plain dicts, lists, strings and numbers, in a fixed order of keys."""
    public = _plain(reading)
    assert isinstance(public, dict)
    return public


def to_json(reading: Reading, *, indent: int | None = None) -> str:
    """The public JSON of a reading: one line, or indented. The same reading always gives the same bytes."""
    return json.dumps(to_public(reading), ensure_ascii=False, indent=indent)


def indented(reading: Reading) -> str:
    """The public JSON of a reading, indented for people."""
    return to_json(reading, indent=2)


def from_public(public: Mapping[str, Any]) -> Reading:
    """The reading that `to_public` wrote. Keys that this version does not know are passed over.

    Raises KeyError or ValueError where a required field is missing or of another form.
    """
    reading = _build(Reading, public)
    assert isinstance(reading, Reading)
    return reading


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the public JSON, made from the records themselves."""
    definitions: dict[str, Any] = {}
    root = _describe(Reading, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "onrecord reading",
        "description": "One report on record. Spans are [start, end) in Unicode code points of article.text.",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


@cache
def _public_fields(cls: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a record that users see, in order, with their types."""
    hints = get_type_hints(cls)
    return tuple((item.name, hints[item.name]) for item in fields(cls) if item.init and item.name not in _NOT_PUBLIC)


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Article):
        return _plain_article(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name, _ in _public_fields(type(value))}
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in sorted(value.items())}
    if isinstance(value, float):
        return round(value, 6)
    return value


def _plain_article(article: Article) -> dict[str, Any]:
    plain = {name: _plain(getattr(article, name)) for name, _ in _public_fields(Article) if name != "published"}
    published = article.published
    plain["published"] = _plain(published.date) if published else None
    plain["published_how"] = _plain(published.how) if published else None
    plain["published_reference"] = _plain(published.reference) if published else None
    plain["published_span"] = _plain(published.span) if published else None
    return plain


def _build(kind: Any, value: Any) -> Any:
    if kind is Any or value is None:
        return value
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _build(next(item for item in arguments if item is not type(None)), value)
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            return tuple(_build(arguments[0], item) for item in value)
        return tuple(_build(item, part) for item, part in zip(arguments, value, strict=True))
    if origin is not None and issubclass(origin, Mapping):
        return {key: _build(arguments[1], item) for key, item in value.items()}
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    if kind is Article:
        return _build_article(value)
    if is_dataclass(kind):
        known = {name: hint for name, hint in _public_fields(kind) if name in value}  # type: ignore[arg-type]
        return kind(**{name: _build(hint, value[name]) for name, hint in known.items()})  # type: ignore[operator]
    return kind(value)


def _build_article(value: Mapping[str, Any]) -> Article:
    known = {name: hint for name, hint in _public_fields(Article) if name in value and name != "published"}
    published = None
    if value.get("published") is not None:
        published = Published(
            date=dt.date.fromisoformat(value["published"]),
            how=DateSource(value.get("published_how") or DateSource.GIVEN),
            reference=_build(dt.date, value.get("published_reference")),
            span=_build(tuple[int, int], value.get("published_span")),
        )
    return Article(published=published, **{name: _build(hint, value[name]) for name, hint in known.items()})


_SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
}


def _describe(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = next(item for item in arguments if item is not type(None))
        return {"anyOf": [_describe(inner, definitions), {"type": "null"}]}
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            return {"type": "array", "items": _describe(arguments[0], definitions)}
        return {
            "type": "array",
            "prefixItems": [_describe(item, definitions) for item in arguments],
            "minItems": len(arguments),
            "maxItems": len(arguments),
        }
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _describe(arguments[1], definitions)}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [item.value for item in kind]}
    return _describe_record(kind, definitions)


def _describe_record(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        properties = {field: _describe(hint, definitions) for field, hint in _public_fields(kind)}
        if kind is Article:
            optional = {"type": "null"}
            properties["published"] = {"anyOf": [_SIMPLE[dt.date], optional]}
            properties["published_how"] = {"anyOf": [_describe(DateSource, definitions), optional]}
            properties["published_reference"] = {"anyOf": [_SIMPLE[dt.date], optional]}
            properties["published_span"] = {"anyOf": [_describe(tuple[int, int], definitions), optional]}
        summary = (kind.__doc__ or "").strip().split("\n")[0]
        definitions[name] = {
            "type": "object",
            "description": summary,
            "properties": properties,
            "required": sorted(properties),
        }
    return {"$ref": f"#/$defs/{name}"}
