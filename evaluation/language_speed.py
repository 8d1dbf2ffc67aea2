"""How fast the reading model reads: `python evaluation/language_speed.py [FILE.conllu | FILE.txt]`.

Compares, on one thread and in one run, text to `Parse` with the bare 8-bit encoder: the same pieces through the same
encoder, without heads, tokenizer or trees. The encoder runs twice, window by window and in padded batches of windows
of like length; the faster is what the reader is held against. Prints words a second and the share as JSON.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.language import Reader, tokenize
from onrecord.language.model import Model
from onrecord.language.sentences import sure_starts
from onrecord.language.windows import plan
from onrecord.records import Article, Block, BlockKind
from onrecord.scoring.conllu import read_conllu

BATCH = 8


def articles(path: Path, words: int) -> list[Article]:
    """About `words` words of articles from a treebank or a text file."""
    if path.suffix != ".conllu":
        text = path.read_text(encoding="utf-8")
        blocks, start = [], 0
        for part in text.split("\n"):
            blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(part)))
            start += len(part) + 1
        return [Article(path.stem, text, tuple(blocks))]
    found, count = [], 0
    for document in read_conllu(path):
        found.append(document.article)
        count += len(document.parse.tokens)
        if count >= words:
            break
    return found


def windows_of(model: Model, found: list[Article]) -> list[list[int]]:
    """The piece ids of every window that the reader would run."""
    windows = []
    for article in found:
        for block in article.readable_blocks():
            words = tokenize(article.text, block.start, block.end)
            forms = [article.text[word.start : word.end] for word in words]
            pieces = [model.pieces.of(form) for form in forms]
            sure = sure_starts(forms, [word.space for word in words])
            for cut in plan([len(told) for told in pieces], sure):
                ids = [piece for told in pieces[cut.first : cut.last] for piece in told]
                windows.append([model.pieces.cls, *ids, model.pieces.sep])
    return windows


def encoder(model: Model) -> Callable[[list[list[int]]], None]:
    """A function that runs the encoder alone over a batch of windows."""
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.only_execute_path_to_fetches = True
    session: Any = model._session

    def run(batch: list[list[int]]) -> None:
        ids = np.zeros((len(batch), max(map(len, batch))), np.int64)
        for row, window in zip(ids, batch, strict=True):
            row[: len(window)] = window
        nothing = np.zeros((len(batch), 1), np.int64)
        session.run(["hidden"], {"ids": ids, "shapes": np.zeros_like(ids), "first": nothing, "last": nothing}, options)

    return run


def seconds(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, nargs="?", default=Path("../shared/treebank/gum_open-dev.conllu"))
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    reader = Reader.load()
    found = articles(args.path, args.words)
    words = sum(len(reader.parse(article).tokens) for article in found)
    windows = windows_of(reader.model, found)
    ordered = sorted(windows, key=len)
    batches = [ordered[i : i + BATCH] for i in range(0, len(ordered), BATCH)]
    run = encoder(reader.model)
    run(batches[0])
    times: dict[str, list[float]] = {"language": [], "encoder, one by one": [], "encoder, in batches": []}
    for _ in range(args.rounds):
        times["language"].append(seconds(lambda: [reader.parse(article) for article in found]))
        times["encoder, one by one"].append(seconds(lambda: [run([window]) for window in windows]))
        times["encoder, in batches"].append(seconds(lambda: [run(batch) for batch in batches]))
    speeds = {name: round(words / statistics.median(spent)) for name, spent in times.items()}
    bare = max(speeds["encoder, one by one"], speeds["encoder, in batches"])
    figures = {"words": words, "words a second": speeds, "share of the encoder": round(speeds["language"] / bare, 3)}
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
