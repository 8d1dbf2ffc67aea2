"""Scores tokens, sentences, tags, lemmas and trees against a CoNLL-U file, by the measures of the CoNLL 2018 task.

With gold words and sentences every figure is an accuracy over words. From raw text it is the F1 of spans: a word
counts where system and gold give it the same characters, a tag where it is right on such a word, an arc where its
head is the same word too (Zeman et al. 2018, with words of multiword tokens told apart by their characters).
"""

from collections.abc import Iterable
from pathlib import Path

from onrecord.errors import EvaluationError
from onrecord.language import Reader
from onrecord.records import ROOT, Parse, Span
from onrecord.scoring.conllu import GoldDocument, read_conllu

FIELDS = ("upos", "xpos", "feats", "lemma", "uas", "las", "las_universal")


def score(path: Path, raw: bool = False, reader: Reader | None = None) -> dict[str, float]:
    """Figures from 0 to 1: tokens, sentences, upos, xpos, feats, lemma, uas, las (labels with their subtypes) and
    las_universal (without). With `raw` everything is read from the text, otherwise words and sentences are given.

    Raises EvaluationError where the file is missing or of another form.
    """
    if not path.is_file():
        raise EvaluationError(f"{path}: there is no such file; name a CoNLL-U file")
    reader = reader or Reader.load()
    count = _Count()
    for document in read_conllu(path):
        if raw:
            count.add_raw(document.parse, reader.parse(document.article))
        else:
            count.add_given(document.parse, read_given(reader, document))
    if not count.gold_words:
        raise EvaluationError(f"{path}: there are no words in it; name a CoNLL-U file")
    return count.figures()


def read_given(reader: Reader, document: GoldDocument) -> Parse:
    """The model's reading of a document's gold words in its gold sentences, with the treebank's spaces."""
    gold = document.parse
    words = [[token.text for token in gold.tokens[s.first : s.last]] for s in gold.sentences]
    spaces = [
        [index == 0 or gold.tokens[index - 1].end != gold.tokens[index].start for index in range(s.first, s.last)]
        for s in gold.sentences
    ]
    return reader.parse_words(words, spaces)


class _Count:
    """Counts of what gold and system have, and of what agrees."""

    def __init__(self) -> None:
        self.gold_words = self.words = self.same_words = 0
        self.gold_sentences = self.sentences = self.same_sentences = 0
        self.right = dict.fromkeys(FIELDS, 0)

    def add_given(self, gold: Parse, found: Parse) -> None:
        pairs = [(index, index) for index in range(len(gold.tokens))]
        self._add(gold, found, pairs)
        self._add_sentences(
            [(s.first, s.last) for s in gold.sentences],
            [(s.first, s.last) for s in found.sentences],
        )

    def add_raw(self, gold: Parse, found: Parse) -> None:
        where = {token.span: index for index, token in enumerate(gold.tokens)}
        pairs = [(where[token.span], index) for index, token in enumerate(found.tokens) if token.span in where]
        self._add(gold, found, pairs)
        self._add_sentences([s.span for s in gold.sentences], [s.span for s in found.sentences])

    def _add(self, gold: Parse, found: Parse, pairs: list[tuple[int, int]]) -> None:
        self.gold_words += len(gold.tokens)
        self.words += len(found.tokens)
        self.same_words += len(pairs)
        gold_of = {index: number for number, index in pairs}
        for number, index in pairs:
            a, b = gold.tokens[number], found.tokens[index]
            head = ROOT if b.head == ROOT else gold_of.get(b.head, ROOT - 1)
            right = head == a.head
            self.right["upos"] += a.upos == b.upos
            self.right["xpos"] += a.xpos == b.xpos
            self.right["feats"] += a.feats == b.feats
            self.right["lemma"] += a.lemma in (b.lemma, "_")
            self.right["uas"] += right
            self.right["las"] += right and a.deprel == b.deprel
            self.right["las_universal"] += right and a.rel == b.rel

    def _add_sentences(self, gold: Iterable[Span], found: Iterable[Span]) -> None:
        gold_set, found_set = set(gold), set(found)
        self.gold_sentences += len(gold_set)
        self.sentences += len(found_set)
        self.same_sentences += len(gold_set & found_set)

    def figures(self) -> dict[str, float]:
        both = self.gold_words + self.words
        figures = {
            "tokens": 2 * self.same_words / both,
            "sentences": 2 * self.same_sentences / max(self.gold_sentences + self.sentences, 1),
        }
        return figures | {name: 2 * right / both for name, right in self.right.items()}
