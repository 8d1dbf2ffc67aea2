"""Patterns over items, compiled to one automaton, and the cascade of rules read from the tables in `rules/`.

A pattern is a row of elements: `last` is a word, `last|past` one of several, `UNIT` a token class, `n=NUM|FEW` keeps
what was matched under a name, `the?` may be missing, `~UNIT` stands without a space before it, and `[ ... ]` marks
the part that is the time expression where the pattern asks for words around it. There is no repetition, so a match
has a bounded length and reading takes time in proportion to the text. Rules come in stages: what one stage finds is
one item for the next (a finite-state cascade, Abney 1996).
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from onrecord.entities.times.items import Item
from onrecord.errors import CodebookError

STAGES = ("calendar", "relative", "clock", "combine", "amounts")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its patterns, the meaning (a function by name) with its settings, and examples that are tests."""

    name: str
    stage: str
    patterns: tuple[str, ...]
    means: str
    settings: Mapping[str, Any]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern."""

    words: frozenset[str]
    classes: tuple[str, ...]
    name: str | None
    optional: bool
    tight: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits: items `[first, last)` are the expression; `got` holds what was kept, by name."""

    rule: Rule
    order: int
    first: int
    last: int
    got: dict[str, Any]
    at: dict[str, int]


@dataclass(slots=True)
class _Pattern:
    elements: list[Element]
    opens: int
    closes: int
    rule: Rule
    order: int


@dataclass(slots=True)
class Stage:
    """The patterns of one stage, found by the words and classes that they may begin with."""

    by_start: dict[str, list[_Pattern]] = field(default_factory=dict)

    def matches(self, items: list[Item], position: int) -> Iterator[Match]:
        """All matches that begin at an item."""
        item = items[position]
        seen: set[int] = set()
        for key in (item.text, *item.of):
            for pattern in self.by_start.get(key, ()):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    yield from _run(pattern, items, position)


def _run(pattern: _Pattern, items: list[Item], position: int) -> Iterator[Match]:
    """The longest match of one pattern from one item: optional elements are taken where they fit."""
    best = _walk(pattern, items, position, 0, {}, {}, position, position)
    if best is not None:
        yield best


def _walk(
    pattern: _Pattern,
    items: list[Item],
    at: int,
    element_index: int,
    got: dict[str, Any],
    where: dict[str, int],
    opens: int,
    closes: int,
) -> Match | None:
    if element_index == pattern.opens:
        opens = at
    if element_index == pattern.closes:
        closes = at
    if element_index == len(pattern.elements):
        return Match(pattern.rule, pattern.order, opens, closes, got, where) if closes > opens else None
    element = pattern.elements[element_index]
    if at < len(items):
        item = items[at]
        fits, value = _fits(element, item, items[at - 1] if at else None)
        if fits:
            kept, places = got, where
            if element.name:
                kept, places = {**got, element.name: value}, {**where, element.name: at}
            found = _walk(pattern, items, at + 1, element_index + 1, kept, places, opens, closes)
            if found is not None:
                return found
    if element.optional:
        return _walk(pattern, items, at, element_index + 1, got, where, opens, closes)
    return None


def _fits(element: Element, item: Item, before: Item | None) -> tuple[bool, Any]:
    if element.tight and before is not None and before.end != item.start:
        return False, None
    for name in element.classes:
        if name in item.of:
            return True, item.of[name]
    if item.text in element.words:
        return True, item.of.get("ART", item.text)
    return False, None


def compile_pattern(text: str, rule: Rule, order: int) -> _Pattern:
    """A pattern from its text. Raises CodebookError where its brackets or elements are wrong."""
    elements: list[Element] = []
    opens, closes = 0, -1
    for part in text.split():
        if part == "[":
            opens = len(elements)
        elif part == "]":
            closes = len(elements)
        else:
            name, _, body = part.rpartition("=")
            optional, tight = body.endswith("?"), body.startswith("~")
            options = body.removesuffix("?").removeprefix("~").split("|")
            classes = tuple(option for option in options if option.isupper())
            literal = frozenset(option for option in options if not option.isupper())
            if not all(options):
                raise CodebookError(f"rule {rule.name!r}: an empty element in {text!r}")
            elements.append(Element(literal, classes, name or None, optional, tight))
    if not elements or all(element.optional for element in elements):
        raise CodebookError(f"rule {rule.name!r}: the pattern {text!r} matches nothing")
    return _Pattern(elements, opens, closes if closes >= 0 else len(elements), rule, order)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order of their stages and tables."""
    found = []
    for stage in STAGES:
        table = resources.files("onrecord.entities.times").joinpath(f"rules/{stage}.toml").read_text(encoding="utf-8")
        for row in tomllib.loads(table)["rule"]:
            settings = {k: v for k, v in row.items() if k not in ("name", "patterns", "means", "examples")}
            found.append(
                Rule(row["name"], stage, tuple(row["patterns"]), row["means"], settings, tuple(row["examples"]))
            )
    return tuple(found)


@cache
def stages() -> tuple[Stage, ...]:
    """The compiled cascade."""
    built = {name: Stage() for name in STAGES}
    for order, rule in enumerate(rules()):
        for text in rule.patterns:
            pattern = compile_pattern(text, rule, order)
            for key in _first_keys(pattern):
                built[rule.stage].by_start.setdefault(key, []).append(pattern)
    return tuple(built[name] for name in STAGES)


def _first_keys(pattern: _Pattern) -> set[str]:
    keys: set[str] = set()
    for element in pattern.elements:
        keys |= element.words | set(element.classes)
        if not element.optional:
            break
    return keys
