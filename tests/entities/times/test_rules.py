"""Each rule of the grammar does what its examples say, on its own and without a parse."""

import datetime as dt

import pytest

from onrecord.entities.times import find_times
from onrecord.entities.times.cascade import meanings
from onrecord.entities.times.grammar import STAGES, Rule, compile_pattern, rules
from onrecord.errors import CodebookError
from onrecord.records import Article, Block, BlockKind, DateSource, Parse, Published

FRIDAY = dt.date(2017, 7, 21)


def _article(text: str, published: dt.date | None = FRIDAY) -> Article:
    told = Published(published, DateSource.GIVEN) if published else None
    return Article("x", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), published=told)


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule.name, example) for rule in rules() for example in rule.examples],
)
def test_example_of_rule(rule: str, example: str) -> None:
    marked, _, wanted = example.rpartition(" => ")
    kind, value = wanted.split()
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "", 1).replace("]", "", 1)
    times = find_times(_article(text), Parse(text, (), ()))
    assert (start, end, kind, value) in [(t.start, t.end, t.type.value, t.value) for t in times]


def test_every_rule_has_examples_and_a_known_meaning() -> None:
    for rule in rules():
        assert rule.examples, rule.name
        assert rule.means in meanings(), rule.name


def test_rule_names_are_unique_and_stages_in_order() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))
    assert [stage for stage in STAGES if any(rule.stage == stage for rule in rules())] == list(STAGES)


@pytest.mark.parametrize("pattern", ["", "the?", "UNIT||NUM", "a=| b"])
def test_a_wrong_pattern_is_named(pattern: str) -> None:
    rule = Rule("broken", "amounts", (pattern,), "length", {}, ())
    with pytest.raises(CodebookError, match="broken"):
        compile_pattern(pattern, rule, 0)


def test_why_is_a_rule_name() -> None:
    text = "It closed last week and opens on 3 May 2018."
    times = find_times(_article(text), Parse(text, (), ()))
    assert [t.why for t in times] == ["last-week", "full-date"]
