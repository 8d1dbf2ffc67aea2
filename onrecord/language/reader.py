"""The reader: articles, texts or words in, `Parse` out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from onrecord.language.model import FOLDER, Floats, Model, Window
from onrecord.language.names import spans
from onrecord.language.pieces import MAX_CHARS
from onrecord.language.sentences import find_starts, sure_starts
from onrecord.language.shapes import shape_id
from onrecord.language.tokens import Word, tokenize
from onrecord.language.trees import decode
from onrecord.language.windows import Joined, plan
from onrecord.records import ROOT, Article, Name, Parse, Sentence, Span, Token


@dataclass(slots=True)
class _Unit:
    """A stretch that is read as one: the words of a block; with `starts` where its sentences are known."""

    words: Sequence[Word]
    forms: list[str]
    block: int
    starts: list[int] | None = None


class Reader:
    """Reads texts with one model. What it says of a block depends on that block alone, so the order of blocks, and
    of articles, changes nothing."""

    def __init__(self, model: Model) -> None:
        self.model = model

    @staticmethod
    @cache
    def load(folder: Path = FOLDER) -> "Reader":
        """A reader with the model that the package ships; loaded once a process. Raises ModelError."""
        return Reader(Model.load(folder))

    def parse(self, article: Article) -> Parse:
        """Read an article's title, paragraphs, captions, headings, lists and corrections.

        Spans count in `article.text`, sentences name their block by its index in `article.blocks`. Nothing is cut:
        long blocks are read in windows.
        """
        spans = [(i, block.span) for i, block in enumerate(article.blocks) if block.kind.readable]
        return self._parse(article.text, spans)

    def parse_texts(self, texts: Iterable[str]) -> list[Parse]:
        """Read bare texts, each as one block a paragraph (paragraphs end at blank lines)."""
        return [self._parse(text, list(enumerate(_paragraphs(text)))) for text in texts]

    def parse_words(self, sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]] | None = None) -> Parse:
        """Read words that are divided already, in sentences that are known; `text` joins them.

        `spaces[s][i]` says whether a space stands before the word; without it there is one before every word.
        """
        words: list[Word] = []
        forms: list[str] = []
        starts: list[int] = []
        text: list[str] = []
        position = 0
        for number, sentence in enumerate(sentences):
            if not sentence:
                continue
            starts.append(len(words))
            for index, form in enumerate(sentence):
                space = spaces[number][index] if spaces is not None else True
                if words and space:
                    text.append(" ")
                    position += 1
                words.append(Word(position, position + len(form), space or not words))
                forms.append(form)
                text.append(form)
                position += len(form)
        units = [_Unit(words, forms, 0, starts)] if words else []
        return self._read("".join(text), units)

    def _parse(self, text: str, blocks: Sequence[tuple[int, Span]]) -> Parse:
        units = []
        for block, (start, end) in blocks:
            words = tokenize(text, start, end)
            if words:
                units.append(_Unit(words, [text[word.start : word.end] for word in words], block))
        return self._read(text, units)

    def _read(self, text: str, units: Sequence[_Unit]) -> Parse:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        names: list[Name] = []
        vectors: list[Floats] = []
        for unit in units:
            vectors.append(self._read_unit(unit, tokens, sentences, names))
        seen = sum(min(len(form), MAX_CHARS) for unit in units for form in unit.forms)
        whole = sum(len(form) for unit in units for form in unit.forms)
        notes = () if seen == whole else (f"of words longer than {MAX_CHARS} characters only the ends were read",)
        return Parse(
            text, tuple(tokens), tuple(sentences), tuple(names),
            np.concatenate(vectors) if vectors else None, seen / whole if whole else 1.0, notes,
        )  # fmt: skip

    def _read_unit(self, unit: _Unit, tokens: list[Token], sentences: list[Sentence], names: list[Name]) -> Floats:
        """Read one stretch, append what is found, and return its sentences' vectors."""
        model, words, forms = self.model, unit.words, unit.forms
        pieces = [model.pieces.of(form) for form in forms]
        shapes = [shape_id(form, word.space) for form, word in zip(forms, words, strict=True)]
        lengths = [len(told) for told in pieces]
        known = unit.starts
        sure = _flags(known, len(words)) if known else sure_starts(forms, [word.space for word in words])
        cuts = plan(lengths, sure)
        joined = Joined(
            cuts, [model.run(Window(pieces[cut.first : cut.last], shapes[cut.first : cut.last])) for cut in cuts]
        )
        parted = [cut.first for cut in cuts if cut.first == cut.taken_from]
        starts = known or find_starts(joined.start, parted)
        ends = [*starts[1:], len(words)]
        heads = np.full(len(words), ROOT, np.int64)
        base = len(tokens)
        for first, last in zip(starts, ends, strict=True):
            found = decode(joined.arcs(first, last))
            heads[first:last] = np.where(found < 0, ROOT, found + first)
            sentences.append(Sentence(words[first].start, words[last - 1].end, base + first, base + last, unit.block))
            for a, b, kind in spans(joined.names[first:last], model.names):
                a, b = a + first, b + first
                names.append(Name(words[a].start, words[b - 1].end, base + a, base + b, kind))
        labels = model.label_arcs(joined.label_dep, joined.label_head, heads).tolist()
        lemma = model.lemmatizer.lemma
        for word, form, (upos, xpos, feats, script), head, label in zip(
            words, forms, joined.tags, heads.tolist(), labels, strict=True
        ):
            tag = model.xpos[xpos]
            tokens.append(
                Token(
                    word.start, word.end, form, lemma(form, tag, script), model.upos[upos], tag, model.feats[feats],
                    head + base if head >= 0 else ROOT, model.deprel[label],
                )
            )  # fmt: skip
        counts = np.add.reduceat(np.array(lengths, np.float32), starts)
        means: Floats = (np.add.reduceat(joined.sums, starts, axis=0) / counts[:, None]).astype(np.float32)
        return model.sentence_vectors(means)


def _flags(starts: Sequence[int], count: int) -> list[bool]:
    flags = [False] * count
    for start in starts:
        flags[start] = True
    return flags


def _paragraphs(text: str) -> list[Span]:
    """The stretches between blank lines."""
    found: list[Span] = []
    start = end = -1
    position = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            start = position if start < 0 else start
            end = position + len(line)
        elif start >= 0:
            found.append((start, end))
            start = -1
        position += len(line)
    if start >= 0:
        found.append((start, end))
    return found
