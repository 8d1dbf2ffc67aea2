"""The model's files: loaded once, checked against their manifest, run on windows of words."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError
from onrecord.language.lemmas import Lemmatizer
from onrecord.language.pieces import Pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

FOLDER: Final = Path(__file__).parent / "model"
_ADVICE: Final = "install onrecord again, for example with: pip install --force-reinstall onrecord"


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of one window of `n` words told in `p` pieces.

    tags `[n, 4]`: numbers of UPOS, XPOS, features, lemma script; start `[n]`: log odds that a sentence begins here;
    names `[n, 9]`: log probabilities; arcs `[n, 1 + n]`: column 0 is the root; label_dep and label_head `[n, d]`;
    sums `[n, width]`: the sum of each word's piece vectors.
    """

    tags: npt.NDArray[np.int32]
    start: Floats
    names: Floats
    arcs: Floats
    label_dep: Floats
    label_head: Floats
    sums: Floats


@dataclass(frozen=True, slots=True)
class Window:
    """Words as the network is told them: piece ids of each word, and the number of its shape."""

    pieces: Sequence[tuple[int, ...]]
    shapes: Sequence[int]


class Model:
    """A loaded reading model. Use `Model.load()`; a model reads the same words the same way, every time."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        """Load the model of a folder; raises ModelError where files are missing or damaged."""
        manifest = read_manifest(folder)
        _check(folder, manifest)
        self.version: str = manifest["version"]
        self.pieces = Pieces(folder / "tokenizer.json")
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.upos: list[str] = labels["upos"]
        self.xpos: list[str] = labels["xpos"]
        self.feats: list[str] = ["" if label == "_" else label for label in labels["feats"]]
        self.deprel: list[str] = labels["deprel"]
        self.names: list[str] = labels["names"]
        table = {
            f"{form}\t{xpos}": lemma
            for xpos, rows in labels["lemmas"].items()
            for form, _, lemma in (row.partition("\t") for row in rows.split("\n"))
        }
        self.lemmatizer = Lemmatizer(labels["scripts"], table, frozenset(labels["known"].split()))
        with np.load(folder / "heads.npz") as heads:
            self._label_root = heads["label_root"].astype(np.float32)
            self._label_weight = np.ascontiguousarray(heads["label_weight"].astype(np.float32).T)
            self._label_bias = heads["label_bias"].astype(np.float32)
            self._sentence_weight = np.ascontiguousarray(heads["sentence_weight"].astype(np.float32).T)
            self._sentence_bias = heads["sentence_bias"].astype(np.float32)
        self._root_label = self.deprel.index("root")
        self._session = _session(folder / "model.onnx", threads)

    @staticmethod
    @cache
    def load(folder: Path = FOLDER) -> "Model":
        """The model of a folder, by default the one that the package ships; loaded once a process."""
        return Model(folder)

    def run(self, window: Window) -> Scores:
        """Read one window. Windows are run one by one: 8-bit products share one scale over all that is run together,
        so a window's reading would otherwise depend on its company."""
        ids = [self.pieces.cls]
        shapes = [0]
        first = []
        for told, shape in zip(window.pieces, window.shapes, strict=True):
            first.append(len(ids))
            ids.extend(told)
            shapes.extend([shape] * len(told))
        last = [*(index - 1 for index in first[1:]), len(ids) - 1]
        ids.append(self.pieces.sep)
        shapes.append(0)
        tags, start, names, arcs, label_dep, label_head, hidden = self._session.run(
            None,
            {
                "ids": np.array([ids], np.int64),
                "shapes": np.array([shapes], np.int64),
                "first": np.array([first], np.int64),
                "last": np.array([last], np.int64),
            },
        )
        sums = np.add.reduceat(hidden[0, : len(ids) - 1], first, axis=0)
        return Scores(tags[0], start[0], names[0], arcs[0], label_dep[0], label_head[0], sums)

    def label_arcs(self, dep: Floats, head: Floats, heads: Ints) -> Ints:
        """The labels of arcs: `dep` and `head` `[n, d]` are the words' projections, `heads` `[n]` their heads or -1."""
        ends = head[heads]
        ends[heads < 0] = self._label_root
        size = dep.shape[1] // 2
        added = np.maximum(dep[:, :size] + ends[:, :size], 0.0)
        product = dep[:, size:] * ends[:, size:]
        scores = np.concatenate([added, product], axis=1) @ self._label_weight + self._label_bias
        scores[:, self._root_label] = -np.inf
        labels: Ints = scores.argmax(axis=1)
        labels[heads < 0] = self._root_label
        return labels

    def sentence_vectors(self, means: Floats) -> Floats:
        """Unit vectors `[sentences, width]` from the mean piece vectors of sentences."""
        vectors = means @ self._sentence_weight + self._sentence_bias
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: Floats = (vectors / np.maximum(norms, 1e-9)).astype(np.float32)
        return unit


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a model folder; raises ModelError where it is missing or unreadable."""
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the reading model's manifest in {folder} cannot be read ({error}); {_ADVICE}") from error
    return manifest


def model_version() -> str:
    """The version of the model that the package ships."""
    version: str = read_manifest(FOLDER)["version"]
    return version


def _check(folder: Path, manifest: dict[str, Any]) -> None:
    for name, expected in manifest["files"].items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise ModelError(f"the reading model's file {folder / name} is missing; {_ADVICE}") from error
        if found != expected:
            raise ModelError(f"the reading model's file {folder / name} is damaged; {_ADVICE}")


def _session(path: Path, threads: int) -> "InferenceSession":
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
