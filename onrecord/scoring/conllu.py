"""Reads CoNLL-U (https://universaldependencies.org/format.html) into `Article` and `Parse`.

Each document becomes one article whose text joins its sentences as the treebank's raw text does: `SpaceAfter=No`
decides the space inside a paragraph, and each `# newpar` begins a new block, parted by a blank line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import EvaluationError
from onrecord.records import ROOT, Article, Block, BlockKind, Parse, Sentence, Token


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One document of a treebank: its text in blocks, and the gold tree over it.

    `misc` holds each token's MISC column as a dict, in the order of `parse.tokens`; `meta` the document's comments.
    """

    id: str
    article: Article
    parse: Parse
    misc: tuple[dict[str, str], ...]
    meta: dict[str, str]


@dataclass(slots=True)
class _Row:
    form: str
    columns: list[str]
    space_after: bool
    part_of: int | None = None


def read_conllu(path: Path | str) -> Iterator[GoldDocument]:
    """Read the documents of a CoNLL-U file in order.

    Raises EvaluationError where a line does not have the ten columns.
    """
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    builder: _Builder | None = None
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line.strip():
            columns = line.split("\t")
            if len(columns) != 10:
                raise EvaluationError(f"{path}, line {number}: {len(columns)} columns where CoNLL-U has ten")
            rows.append(columns)
        elif rows:
            if builder is None or "newdoc id" in comments or "newdoc" in comments:
                if builder is not None:
                    yield builder.document()
                builder = _Builder(comments.get("newdoc id") or f"{Path(path).stem}-{number}", dict(comments))
            builder.add(rows, new_paragraph=any(key.startswith("newpar") for key in comments))
            comments, rows = {}, []
    if builder is not None:
        yield builder.document()


class _Builder:
    """Gathers the sentences of one document and the text they stand in."""

    def __init__(self, doc_id: str, meta: dict[str, str]) -> None:
        self.id = doc_id
        self.meta = meta
        self.text = ""
        self.pending = ""
        self.tokens: list[Token] = []
        self.misc: list[dict[str, str]] = []
        self.sentences: list[Sentence] = []
        self.starts: list[int] = []

    def add(self, rows: list[list[str]], *, new_paragraph: bool) -> None:
        if new_paragraph or not self.starts:
            self.pending = "\n\n" if self.text else ""
            self.starts.append(len(self.text) + len(self.pending))
        base = len(self.tokens)
        index_of: dict[str, int] = {}
        spans: dict[str, tuple[int, int]] = {}
        first_start: int | None = None
        for columns in rows:
            number, form, misc = columns[0], columns[1], columns[9]
            if "." in number:
                continue
            if number not in spans:
                self.text += self.pending
                start = len(self.text)
                self.text += form
                self.pending = "" if "SpaceAfter=No" in misc.split("|") else " "
                if "-" in number:
                    spans.update(_share(number, form, rows, start))
                    continue
                spans[number] = (start, len(self.text))
            index_of[number] = base + len(index_of)
            first_start = spans[number][0] if first_start is None else first_start
        words = [columns for columns in rows if columns[0] in index_of]
        for columns in words:
            start, end = spans[columns[0]]
            feats = "" if columns[5] == "_" else columns[5]
            head = index_of.get(columns[6], ROOT)
            self.tokens.append(
                Token(start, end, columns[1], columns[2], columns[3], columns[4], feats, head, columns[7])
            )
            pairs = (pair.partition("=") for pair in columns[9].split("|") if pair != "_")
            self.misc.append({key: value for key, _, value in pairs})
        self.sentences.append(Sentence(first_start or 0, len(self.text), base, len(self.tokens), len(self.starts) - 1))

    def document(self) -> GoldDocument:
        ends = [sentence.end for sentence in self.sentences]
        last_of = {sentence.block: end for sentence, end in zip(self.sentences, ends, strict=True)}
        blocks = tuple(
            Block(BlockKind.PARAGRAPH, start, last_of[index], "treebank paragraph")
            for index, start in enumerate(self.starts)
        )
        article = Article(id=self.id, text=self.text, blocks=blocks, origin=self.id)
        parse = Parse(self.text, tuple(self.tokens), tuple(self.sentences))
        return GoldDocument(self.id, article, parse, tuple(self.misc), self.meta)


def _share(number: str, form: str, rows: list[list[str]], start: int) -> dict[str, tuple[int, int]]:
    """Divide the characters of a multiword token among its words: by their forms where they add up, else by length."""
    first, last = map(int, number.split("-"))
    parts = [columns for columns in rows if columns[0].isdigit() and first <= int(columns[0]) <= last]
    spans, offset = {}, 0
    for position, columns in enumerate(parts):
        rest = len(parts) - position - 1
        length = len(columns[1])
        if position == len(parts) - 1 or offset + length > len(form) - rest:
            length = max(1, len(form) - offset - rest)
        spans[columns[0]] = (start + offset, min(start + offset + length, start + len(form)))
        offset += length
    return spans
