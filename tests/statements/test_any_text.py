"""No document may raise: mutated marks on real trees, and trees that no parser would make."""

import random
import re
import time
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.records import ROOT, Article, Block, BlockKind, Entities, Parse, Sentence, Statement, Token
from onrecord.statements import find_statements

NOBODY = Entities((), ())
REPORT = (
    'The harbour reopened on Monday. "We are glad," Anna Lindqvist said. "It took a year."\n'
    "Karim Haddad, who runs the port, told reporters that it was “a disgrace” that the city's pilots' union\n"
    'had not been asked. "He called me ‘a liar,’" Haddad said, adding: "I won\'t forget it.\n'
    '"Not next week, not next year," he went on.\n'
    "According to the ministry, two ships had left; officials warned that ''more would follow''."
)
MARKS = "\"'“”‘’«»`"


def check(article: Article, statements: tuple[Statement, ...]) -> None:
    ids = [one.id for one in statements]
    assert len(set(ids)) == len(ids)
    for one in statements:
        assert one.content
        ends = [0]
        for start, end in one.content:
            assert ends[-1] <= start < end <= len(article.text)
            ends.append(end)
        for span in (one.speaker_span, one.cue):
            assert span is None or 0 <= span[0] < span[1] <= len(article.text)
        assert one.within is None or (one.within in ids and one.within != one.id)
        assert 0 < one.confidence <= 1


def mutated(rng: random.Random) -> str:
    text = REPORT
    for _ in range(rng.randint(1, 4)):
        places = [match.start() for match in re.finditer(f"[{MARKS}]", text)]
        at = rng.choice(places) if places else 0
        change = rng.randrange(4)
        if change == 0:
            text = text[:at] + text[at + 1 :]
        elif change == 1:
            text = text[:at] + text[at : at + 1] * 2 + text[at + 1 :]
        elif change == 2:
            text = text[:at] + rng.choice(MARKS) + text[at + 1 :]
        else:
            text = text[: rng.randrange(len(text))]
    return text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32))
def test_reports_with_broken_marks_are_read(parse: Callable[[str], tuple[Article, Parse]], seed: int) -> None:
    article, parsed = parse(mutated(random.Random(seed)))
    check(article, find_statements(article, parsed, NOBODY))


_WORDS = (
    "said told denied called claim according to that he Haddad who by as not put it in the words of allegedly "
    "confident \" “ ” ' , . : —"
)
WORDS = _WORDS.split()
TAGS = ["VERB", "AUX", "NOUN", "PROPN", "PRON", "ADJ", "ADV", "ADP", "PUNCT", "SCONJ"]
_RELATIONS = (
    "nsubj nsubj:pass obj iobj ccomp xcomp parataxis advcl acl acl:relcl obl nmod nmod:poss case mark conj appos punct "
    "advmod expl csubj flat"
)
RELATIONS = _RELATIONS.split()


@st.composite
def wild_parses(draw: st.DrawFn) -> tuple[Article, Parse]:
    """Any words under any heads, circles included, in any sentences and blocks."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
    cuts = sorted(draw(st.sets(st.integers(1, len(words)), max_size=4)) | {len(words)})
    text, tokens, sentences, blocks, first = "", [], [], [], 0
    for number, last in enumerate(cuts):
        start = len(text)
        for index in range(first, last):
            begin = len(text)
            text += words[index]
            head = draw(st.integers(first, last - 1))
            tokens.append(
                Token(begin, len(text), words[index], words[index].lower(), draw(st.sampled_from(TAGS)),
                      draw(st.sampled_from(["VBD", "VBG", "NN", "IN"])), "", head if head != index else ROOT,
                      draw(st.sampled_from(RELATIONS)))
            )  # fmt: skip
            text += " "
        blocks.append(Block(BlockKind.PARAGRAPH, start, len(text) - 1))
        sentences.append(Sentence(start, len(text) - 1, first, last, number))
        text += "\n"
        first = last
    return Article("wild", text, tuple(blocks)), Parse(text, tuple(tokens), tuple(sentences))


@settings(max_examples=300, deadline=None)
@given(wild_parses())
def test_trees_of_any_shape_are_read(read: tuple[Article, Parse]) -> None:
    article, parsed = read
    check(article, find_statements(article, parsed, NOBODY))


def nested(depth: int) -> tuple[Article, Parse]:
    """He said he said he said …: each clause inside the one before, in one sentence."""
    text, tokens = "", []
    for index in range(depth):
        for form, tag, xpos, head, rel in (
            ("He", "PRON", "PRP", 2 * index + 1, "nsubj"),
            ("said", "VERB", "VBD", 2 * index - 1 if index else ROOT, "ccomp" if index else "root"),
        ):
            lemma = "say" if tag == "VERB" else "he"
            tokens.append(Token(len(text), len(text) + len(form), form, lemma, tag, xpos, "", head, rel))
            text += form + " "
    article = Article("deep", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    return article, Parse(text, tuple(tokens), (Sentence(0, len(text), 0, len(tokens), 0),))


def test_time_grows_with_the_text_and_no_faster() -> None:
    def seconds(depth: int) -> float:
        article, parsed = nested(depth)
        start = time.process_time()
        find_statements(article, parsed, NOBODY)
        return time.process_time() - start

    seconds(200)
    assert seconds(8000) < 60 * max(seconds(800), 0.005)
