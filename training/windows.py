"""Packs sentences into windows and windows into batches, with the variations that news brings."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from onrecord.language.lemmas import script_of
from onrecord.language.pieces import Pieces
from onrecord.language.shapes import shape_id
from training.labels import Labels
from training.treebank import Sentence

IGNORE = -100
FINAL = {".", "!", "?"}


@dataclass
class Item:
    """A sentence in numbers; `vector` is the original encoder's embedding of it."""

    source: Sentence
    pieces: list[tuple[int, ...]]
    upos: list[int]
    xpos: list[int]
    feats: list[int]
    lemma: list[int]
    rels: list[int]
    length: int
    vector: np.ndarray = field(default_factory=lambda: np.zeros(384, np.float32))


def items(sentences: list[Sentence], labels: Labels, pieces: Pieces) -> list[Item]:
    """Sentences in numbers. Labels that training does not know are ignored by the losses."""
    index = {name: {label: i for i, label in enumerate(getattr(labels, name))}
             for name in ("upos", "xpos", "feats", "lemma", "deprel")}  # fmt: skip
    found = []
    for s in sentences:
        told = [pieces.of(form) for form in s.forms]
        scripts = [script_of(form, lemma) for form, lemma in zip(s.forms, s.lemmas, strict=True)]
        found.append(
            Item(
                s, told,
                [index["upos"].get(x, IGNORE) for x in s.upos],
                [index["xpos"].get(x, IGNORE) for x in s.xpos],
                [index["feats"].get(x, IGNORE) for x in s.feats],
                [index["lemma"].get(x, IGNORE) for x in scripts],
                [index["deprel"].get(x, IGNORE) for x in s.rels],
                sum(map(len, told)),
            )
        )  # fmt: skip
    return found


@dataclass
class Batch:
    """Tensors of a batch. `first` and `last` are flat indexes into batch x pieces; `words` masks real words.

    `sentence` numbers the sentence of each word over the batch (-1 for padding), `piece_sentence` of each piece.
    """

    ids: Tensor
    shapes: Tensor
    first: Tensor
    last: Tensor
    words: Tensor
    sentence: Tensor
    piece_sentence: Tensor
    upos: Tensor
    xpos: Tensor
    feats: Tensor
    lemma: Tensor
    rels: Tensor
    heads: Tensor
    start: Tensor
    names: Tensor
    vectors: Tensor


Window = list[Item]


def group(found: list[Item], rng: random.Random, limit: int = 190) -> list[Window]:
    """Consecutive sentences of a document packed into windows of random lengths, often a single sentence."""
    windows: list[Window] = []
    current: Window = []
    room = 0
    for item in found:
        new_doc = bool(current) and item.source.doc != current[-1].source.doc
        cut = item.source.new_paragraph and rng.random() < 0.7
        if current and (new_doc or cut or sum(x.length for x in current) + item.length > room):
            windows.append(current)
            current = []
        if not current:
            room = 0 if rng.random() < 0.3 else rng.randint(40, limit)
        current.append(item)
    if current:
        windows.append(current)
    return windows


def batches(windows: list[Window], rng: random.Random | None, pieces: int = 2048) -> Iterator[list[Window]]:
    """Windows of like length together, about `pieces` padded pieces a batch, in random order (with `rng`)."""

    def size(window: Window) -> int:
        return _rounded(sum(item.length for item in window) + 2)

    order = sorted(windows, key=lambda w: (size(w), rng.random() if rng else 0.0))
    found: list[list[Window]] = []
    current: list[Window] = []
    longest = 0
    for window in order:
        longest = max(longest, size(window))
        if current and longest * (len(current) + 1) > pieces:
            found.append(current)
            current, longest = [], size(window)
        current.append(window)
    found.append(current)
    if rng:
        rng.shuffle(found)
    yield from found


def _rounded(length: int) -> int:
    """Lengths are padded to multiples of 16: the library prepares its kernels anew for every shape it meets."""
    return -(-length // 16) * 16


def _case(style: str, forms: list[str], upos: list[str]) -> list[str]:
    if style == "upper":
        return [form.upper() for form in forms]
    if style == "lower":
        return [form.lower() for form in forms]
    small = {"ADP", "DET", "CCONJ", "PART"}
    return [form if len(form) <= 4 and tag in small and i else form[:1].upper() + form[1:]
            for i, (form, tag) in enumerate(zip(forms, upos, strict=True))]  # fmt: skip


def collate(windows: list[Window], pieces: Pieces, rng: random.Random | None) -> Batch:
    """One batch in tensors; with `rng` varied at random: capitals, missing final stops, unknown words, no spaces."""
    rows = [_row(window, pieces, rng) for window in windows]
    longest = _rounded(max(len(row["ids"]) for row in rows))
    wide = _rounded(max(len(row["first"]) for row in rows))
    count = len(rows)

    def fill(key: str, width: int, value: int) -> Tensor:
        array = np.full((count, width), value, np.int64)
        for i, row in enumerate(rows):
            array[i, : len(row[key])] = row[key]
        return torch.from_numpy(array)

    tensors = {key: fill(key, wide, IGNORE) for key in ("upos", "xpos", "feats", "lemma", "rels", "start")}
    offset = 0
    for i, row in enumerate(rows):
        row["first"] = [x + i * longest for x in row["first"]]
        row["last"] = [x + i * longest for x in row["last"]]
        row["sentence"] = [x + offset for x in row["sentence"]]
        row["piece_sentence"] = [x + offset if x >= 0 else -1 for x in row["piece_sentence"]]
        offset += len(row["vectors"])
    return Batch(
        ids=fill("ids", longest, 0), shapes=fill("shapes", longest, 0), first=fill("first", wide, 0),
        last=fill("last", wide, 0), words=fill("one", wide, 0).bool(), sentence=fill("sentence", wide, -1),
        piece_sentence=fill("piece_sentence", longest, -1), heads=fill("heads", wide, IGNORE),
        names=fill("names", wide, (1 << 9) - 1),
        vectors=torch.from_numpy(np.stack([v for row in rows for v in row["vectors"]])),
        **tensors,
    )  # fmt: skip


def _row(window: Window, pieces: Pieces, rng: random.Random | None) -> dict[str, list]:
    row: dict[str, list] = {key: [] for key in (
        "ids", "shapes", "first", "last", "one", "sentence", "piece_sentence", "upos", "xpos", "feats", "lemma",
        "rels", "heads", "start", "names", "vectors")}  # fmt: skip

    def put(piece: int, shape: int, sentence: int) -> None:
        row["ids"].append(piece)
        row["shapes"].append(shape)
        row["piece_sentence"].append(sentence)

    put(pieces.cls, 0, -1)
    chance = rng.random() if rng else 1.0
    whole = ""
    if chance < 0.07:
        whole = "upper" if chance < 0.02 else "lower" if chance < 0.05 else "title" if len(window) == 1 else ""
    spaced = rng is not None and rng.random() < 0.05
    noise = 0.0 if rng is None or rng.random() < 0.5 else 0.06
    for number, item in enumerate(window):
        s = item.source
        style = whole or ("upper" if rng and rng.random() < 0.015 else "")
        forms = _case(style, s.forms, s.upos) if style else s.forms
        count = len(forms)
        stop = 0.15 if len(window) == 1 else 0.015
        if rng and count > 2 and s.forms[-1] in FINAL and s.heads.count(count) == 0 and rng.random() < stop:
            count -= 1
        base = len(row["first"])
        for i in range(count):
            told = item.pieces[i]
            if noise and rng and rng.random() < noise:
                told = (pieces.unk,) if rng.random() < 0.7 else (pieces.mask,)
            mark = shape_id(forms[i], True if spaced else s.spaces[i])
            row["first"].append(len(row["ids"]))
            for piece in told:
                put(piece, mark, number)
            row["last"].append(len(row["ids"]) - 1)
            row["lemma"].append(IGNORE if style or told in ((pieces.unk,), (pieces.mask,)) else item.lemma[i])
            row["heads"].append(0 if s.heads[i] == 0 else s.heads[i] + base)
            row["start"].append(int(i == 0) if i + base else IGNORE)
        row["one"] += [1] * count
        row["sentence"] += [number] * count
        for key, values in (("upos", item.upos), ("xpos", item.xpos), ("feats", item.feats), ("rels", item.rels),
                            ("names", s.names)):  # fmt: skip
            row[key] += values[:count]
        row["vectors"].append(item.vector)
    put(pieces.sep, 0, -1)
    return row
