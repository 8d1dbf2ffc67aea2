"""Weekdays, dates and months look back or ahead by the tense of their clause."""

import datetime as dt

import pytest

from onrecord.entities.times import find_times
from onrecord.entities.times.tense import Direction, direction
from onrecord.records import ROOT, Article, Block, BlockKind, DateSource, Parse, Published, Sentence, Time, Token

WEDNESDAY = dt.date(2019, 3, 13)


def parse_of(*rows: tuple[str, str, str, str, int, str]) -> Parse:
    """A parse from rows of text, lemma, upos, xpos, head (token index) and relation; words parted by one space."""
    tokens, offset = [], 0
    for text, lemma, upos, xpos, head, rel in rows:
        tokens.append(Token(offset, offset + len(text), text, lemma, upos, xpos, "", head, rel))
        offset += len(text) + 1
    text = " ".join(row[0] for row in rows)
    return Parse(text, tuple(tokens), (Sentence(0, len(text), 0, len(tokens), 0),))


def times_of(parse: Parse, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Time, ...]:
    article = Article(
        "x",
        parse.text,
        (Block(kind, 0, len(parse.text)),),
        published=Published(WEDNESDAY, DateSource.GIVEN),
    )
    return find_times(article, parse)


def simple(verb: tuple[str, str, str], word: str, *helpers: tuple[str, str, str], preposition: str = "on") -> Parse:
    """ "They HELPERS VERB PREPOSITION WORD"."""
    at = 1 + len(helpers)
    rows = [("They", "they", "PRON", "PRP", at, "nsubj")]
    rows += [(text, lemma, "AUX", xpos, at, "aux") for text, lemma, xpos in helpers]
    text, lemma, xpos = verb
    rows += [
        (text, lemma, "VERB", xpos, ROOT, "root"),
        (preposition, preposition, "ADP", "IN", at + 2, "case"),
        (word, word, "PROPN", "NNP", at, "obl"),
    ]
    return parse_of(*rows)


@pytest.mark.parametrize(
    ("parse", "value"),
    [
        (simple(("met", "meet", "VBD"), "Tuesday"), "2019-03-12"),
        (simple(("met", "meet", "VBD"), "Wednesday"), "2019-03-13"),
        (simple(("met", "meet", "VBD"), "Friday"), "2019-03-08"),
        (simple(("meet", "meet", "VB"), "Friday", ("will", "will", "MD")), "2019-03-15"),
        (simple(("meet", "meet", "VB"), "Tuesday", ("would", "would", "MD")), "2019-03-19"),
        (simple(("meet", "meet", "VB"), "Wednesday", ("will", "will", "MD")), "2019-03-13"),
        (simple(("meet", "meet", "VBP"), "Friday"), "2019-03-15"),
        (simple(("met", "meet", "VBN"), "Friday", ("have", "have", "VBP")), "2019-03-08"),
        (simple(("meeting", "meet", "VBG"), "Friday", ("are", "be", "VBP")), "2019-03-15"),
        (simple(("meeting", "meet", "VBG"), "Friday", ("were", "be", "VBD")), "2019-03-08"),
        (simple(("scheduled", "schedule", "VBN"), "Friday", ("are", "be", "VBP")), "2019-03-15"),
    ],
)
def test_weekday_by_tense(parse: Parse, value: str) -> None:
    assert [t.value for t in times_of(parse)] == [value]


def test_a_finite_verb_right_before_wins_over_a_wrong_attachment() -> None:
    parse = parse_of(
        ("He", "he", "PRON", "PRP", 1, "nsubj"),
        ("said", "say", "VERB", "VBD", ROOT, "root"),
        ("Monday", "Monday", "PROPN", "NNP", 6, "obl"),
        ("the", "the", "DET", "DT", 4, "det"),
        ("talks", "talk", "NOUN", "NNS", 6, "nsubj"),
        ("will", "will", "AUX", "MD", 6, "aux"),
        ("resume", "resume", "VERB", "VB", 1, "ccomp"),
    )
    assert [t.value for t in times_of(parse)] == ["2019-03-11"]


def test_an_infinitive_looks_ahead() -> None:
    parse = parse_of(
        ("They", "they", "PRON", "PRP", 1, "nsubj"),
        ("agreed", "agree", "VERB", "VBD", ROOT, "root"),
        ("to", "to", "PART", "TO", 3, "mark"),
        ("meet", "meet", "VERB", "VB", 1, "xcomp"),
        ("on", "on", "ADP", "IN", 5, "case"),
        ("Friday", "Friday", "PROPN", "NNP", 3, "obl"),
    )
    assert [t.value for t in times_of(parse)] == ["2019-03-15"]


def test_a_planned_thing_looks_ahead() -> None:
    parse = parse_of(
        ("Leaders", "leader", "NOUN", "NNS", 1, "nsubj"),
        ("cancelled", "cancel", "VERB", "VBD", ROOT, "root"),
        ("talks", "talk", "NOUN", "NNS", 1, "obj"),
        ("planned", "plan", "VERB", "VBN", 2, "acl"),
        ("for", "for", "ADP", "IN", 5, "case"),
        ("Friday", "Friday", "PROPN", "NNP", 3, "obl"),
    )
    assert [t.value for t in times_of(parse)] == ["2019-03-15"]


@pytest.mark.parametrize(
    ("verb", "helpers", "month", "value"),
    [
        (("left", "leave", "VBD"), (), "May", "2018-05"),
        (("leave", "leave", "VB"), (("will", "will", "MD"),), "May", "2019-05"),
        (("left", "leave", "VBD"), (), "December", "2018-12"),
    ],
)
def test_month_by_tense(
    verb: tuple[str, str, str], helpers: tuple[tuple[str, str, str], ...], month: str, value: str
) -> None:
    parse = simple(verb, month, *helpers, preposition="in")
    assert [t.value for t in times_of(parse)] == [value]


def test_without_a_verb_a_weekday_is_the_last_one() -> None:
    parse = parse_of(("Blast", "blast", "NOUN", "NN", ROOT, "root"), ("Friday", "Friday", "PROPN", "NNP", 0, "nmod"))
    assert [t.value for t in times_of(parse, BlockKind.TITLE)] == ["2019-03-08"]


def test_no_tokens_no_direction() -> None:
    assert direction(Parse("on Friday", (), ()), 3, 9) is Direction.NONE
