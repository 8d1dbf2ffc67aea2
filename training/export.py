"""Turns a checkpoint into the model that the package ships: `python -m training.export --run DIR --checkpoint FILE`.

The graph answers each word's tags itself, so that little has to be copied out of it; arcs, names and the projections
for labels come out as scores, because trees and name spans are decided over whole sentences. Weights of matrix
products are stored in 8 bits, one scale a column, and so is the table of pieces, one scale a row.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
import warnings
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.language.shapes import SHAPE_IDS
from training.labels import Labels
from training.network import Network, Sizes

OUTPUTS = ["tags", "start", "names", "arcs", "label_dep", "label_head", "hidden"]


class SmallTable(nn.Module):
    """An embedding table in 8 bits with one scale a row."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("values", (weight / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        return self.values[ids].to(torch.float32) * self.scale[ids]


class Graph(nn.Module):
    """The network as it is exported: tags are chosen inside."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        out = self.network(ids, shapes, first, last)
        tags = torch.stack([out[name].argmax(-1) for name in ("upos", "xpos", "feats", "lemma")], -1)
        names = out["names"].log_softmax(-1)
        return (
            tags.to(torch.int32),
            out["start"],
            names,
            out["arcs"],
            out["label_dep"],
            out["label_head"],
            out["hidden"],
        )


def main() -> None:
    args = _arguments()
    sizes = Sizes.load(args.run / "sizes.json")
    network = Network(sizes).eval()
    network.load_state_dict(torch.load(args.run / args.checkpoint))
    args.out.mkdir(parents=True, exist_ok=True)
    network.encoder.words = SmallTable(network.encoder.words)  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        _export(network, whole)
        if args.float32:
            shutil.copy(whole, args.out / "model.onnx")
        else:
            _quantize(whole, args.out / "model.onnx", args.reduce_range)
    heads = {
        "label_root": network.label_root,
        "label_weight": network.label_out.weight,
        "label_bias": network.label_out.bias,
        "sentence_weight": network.sentence.weight,
        "sentence_bias": network.sentence.bias,
    }
    np.savez(args.out / "heads.npz", **{name: _half(weight) for name, weight in heads.items()})
    _write_labels(args.run, args.out)
    shutil.copy(args.encoder / "tokenizer.json", args.out / "tokenizer.json")
    write_manifest(args.out, args.version)


def _export(network: Network, path: Path) -> None:
    ids = torch.tensor([[101, 2054, 2003, 102], [101, 2054, 102, 0]])
    shapes = torch.zeros_like(ids) % SHAPE_IDS
    first = torch.tensor([[1, 2], [5, 0]])
    axes = {"ids": {0: "windows", 1: "pieces"}, "shapes": {0: "windows", 1: "pieces"},
            "first": {0: "windows", 1: "words"}, "last": {0: "windows", 1: "words"}}  # fmt: skip
    for name in OUTPUTS:
        axes[name] = {0: "windows", 1: "pieces" if name == "hidden" else "words"}
    axes["arcs"][2] = "heads"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Graph(network), (ids, shapes, first, first), str(path), dynamo=False, opset_version=17,
            input_names=["ids", "shapes", "first", "last"], output_names=OUTPUTS, dynamic_axes=axes,
        )  # fmt: skip


def _quantize(source: Path, target: Path, reduce_range: bool) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        source, target, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=reduce_range,
        weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def _write_labels(run: Path, out: Path) -> None:
    """Labels, settled lemmas and known ones; the table's tags are kept once, its words in one line a tag."""
    labels = Labels.load(run / "labels.json")
    table: dict[str, list[str]] = {}
    for key, lemma in json.loads((run / "lemmas.json").read_text()).items():
        form, xpos = key.split("\t")
        table.setdefault(xpos, []).append(f"{form}\t{lemma}")
    data = {name: getattr(labels, name) for name in ("upos", "xpos", "feats", "deprel", "names")}
    data["scripts"] = labels.lemma
    data["lemmas"] = {xpos: "\n".join(rows) for xpos, rows in sorted(table.items())}
    data["known"] = " ".join(json.loads((run / "known.json").read_text()))
    (out / "labels.json").write_text(json.dumps(data, ensure_ascii=False, indent=0), encoding="utf-8")


def write_manifest(folder: Path, version: str) -> None:
    """The manifest: the model's version and every file's SHA-256."""
    names = ("model.onnx", "heads.npz", "labels.json", "tokenizer.json")
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    (folder / "manifest.json").write_text(json.dumps({"version": version, "files": files}, indent=2) + "\n")


def _half(weight: Tensor) -> np.ndarray:
    return weight.detach().numpy().astype(np.float16)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="folder that training wrote")
    parser.add_argument("--checkpoint", required=True, help="name of a checkpoint in it")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2, for its tokenizer")
    parser.add_argument("--out", type=Path, default=Path("onrecord/language/model"))
    parser.add_argument("--version", required=True, help="version string of the model")
    parser.add_argument("--float32", action="store_true", help="leave the weights unquantised, to compare")
    parser.add_argument("--reduce-range", action="store_true", help="7-bit weights")
    return parser.parse_args()


if __name__ == "__main__":
    main()
