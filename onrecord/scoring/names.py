"""Scores names of people, organisations and places against files of IOB tags, by exact spans and kinds.

Reads Universal NER's `.iob2` (number, word, tag, separated by tabs) and re3d's `.conll` (word and tag), whose types
`Person`, `Organisation` and `Location` are taken for PER, ORG and LOC; every other kind is left out on both sides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import EvaluationError
from onrecord.language import Reader
from onrecord.records import Parse

KINDS = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC", "Person": "PER", "Organisation": "ORG", "Location": "LOC",
}  # fmt: skip
Found = set[tuple[int, int, str]]


@dataclass(slots=True)
class TaggedSentence:
    """Words, their IOB tags, whether a space stands before each, and the document they are of."""

    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    document: str = ""


def score(path: Path, reader: Reader | None = None) -> dict[str, float]:
    """Figures from 0 to 1 over a file, or all such files below a folder: precision, recall and f1 (micro, exact spans
    and kinds), f1 of each kind, f1 of spans alone, and precision and recall where sharing a word suffices.

    Raises EvaluationError where there is no such file or it is of another form.
    """
    reader = reader or Reader.load()
    gold: Found = set()
    found: Found = set()
    base = 0
    for document in _documents(path):
        parse = reader.parse_words([s.words for s in document], [s.spaces for s in document])
        tags = [tag for sentence in document for tag in sentence.tags]
        gold |= {(first + base, last + base, kind) for first, last, kind in tagged(tags)}
        found |= {(first + base, last + base, kind) for first, last, kind in _of_interest(parse)}
        base += len(tags)
    if not base:
        raise EvaluationError(f"{path}: there are no tagged words in it; name an .iob2 or .conll file")
    figures = {
        "f1": f1(gold, found),
        "precision": len(gold & found) / max(len(found), 1),
        "recall": len(gold & found) / max(len(gold), 1),
    }
    for kind in ("PER", "ORG", "LOC"):
        figures[f"f1_{kind}"] = f1({name for name in gold if name[2] == kind}, {n for n in found if n[2] == kind})
    figures["f1_spans"] = f1({(a, b, "") for a, b, _ in gold}, {(a, b, "") for a, b, _ in found})
    figures["precision_touching"] = _touching(found, gold)
    figures["recall_touching"] = _touching(gold, found)
    return figures


def f1(gold: Found, found: Found) -> float:
    """Twice what both have over the sum of what each has; 1 where both have nothing."""
    return 2 * len(gold & found) / (len(gold) + len(found)) if gold or found else 1.0


def _touching(of: Found, among: Found) -> float:
    """The share of `of` that shares a word with one of `among` of the same kind (schemes differ in what a name takes
    in: re3d's takes in articles, titles and descriptions)."""
    places = {(index, kind) for first, last, kind in among for index in range(first, last)}
    hits = sum(any((index, kind) in places for index in range(first, last)) for first, last, kind in of)
    return hits / len(of) if of else 1.0


def tagged(tags: list[str]) -> Found:
    """The spans `(first, last, kind)` of IOB tags; an I that continues nothing begins a name."""
    spans: list[tuple[int, int, str]] = []
    before = "O"
    for index, tag in enumerate([*tags, "O"]):
        mark, _, kind = tag.partition("-")
        if mark == "I" and before[2:] == kind and spans:
            spans[-1] = (spans[-1][0], index + 1, kind)
        elif mark in ("B", "I"):
            spans.append((index, index + 1, kind))
        before = tag
    return {(first, last, KINDS[kind]) for first, last, kind in spans if kind in KINDS}


def read_tagged(path: Path) -> Iterator[TaggedSentence]:
    """The sentences of a tagged file in order. Raises EvaluationError for a line without a tag."""
    sentence = TaggedSentence()
    document = text = ""
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], start=1):
        if line.startswith("# "):
            key, _, value = line[2:].partition(" = ")
            document = value if key.startswith("newdoc") else document
            text = value if key == "text" else text
        elif line.strip():
            columns = re.split(r"[\t ]+", line.strip())
            if columns[0] == "-DOCSTART-":
                document = f"{path.name}-{number}"
                continue
            if len(columns) < 2:
                raise EvaluationError(f"{path}, line {number}: a word without a tag")
            # UNER has number, word, tag and two columns more; other files end with the tag.
            word, tag = (
                (columns[1], columns[2]) if len(columns) >= 5 and columns[0].isdigit() else (columns[0], columns[-1])
            )
            sentence.words.append(word)
            sentence.tags.append(tag)
        elif sentence.words:
            sentence.document = document
            sentence.spaces = spaces_of(sentence.words, text)
            yield sentence
            sentence, text = TaggedSentence(), ""


def spaces_of(words: list[str], text: str) -> list[bool]:
    """Whether a space stands before each word, by the sentence's text; everywhere where the text does not fit."""
    spaces: list[bool] = []
    position = 0
    for word in words:
        found = text.find(word, position)
        if found < 0 or text[position:found].strip():
            return [True] * len(words)
        spaces.append(found > position or not spaces)
        position = found + len(word)
    return spaces


def _documents(path: Path) -> Iterator[list[TaggedSentence]]:
    if path.is_dir():
        files = sorted(file for ending in ("*.iob2", "*.conll") for file in path.rglob(ending))
    else:
        files = [path]
    if not files or not all(file.is_file() for file in files):
        raise EvaluationError(f"{path}: there is no such file; name an .iob2 or .conll file, or a folder of them")
    for file in files:
        gathered: list[TaggedSentence] = []
        for sentence in read_tagged(file):
            if gathered and sentence.document != gathered[-1].document:
                yield gathered
                gathered = []
            gathered.append(sentence)
        if gathered:
            yield gathered


def _of_interest(parse: Parse) -> Found:
    return {(name.first, name.last, name.kind) for name in parse.names if name.kind in KINDS}
