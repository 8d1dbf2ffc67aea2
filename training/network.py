"""The network: a small BERT encoder with a word's shape as further input, and one head for each question.

The encoder is all-MiniLM-L6-v2 (6 layers, 384 wide, uncased; Apache-2.0). Arcs are scored by a biaffine product
(Dozat and Manning 2017). Labels of arcs are scored from two projections of each word, which are cheap to combine
outside the graph, once the heads are known.
"""

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.language.shapes import SHAPE_IDS


@dataclass(frozen=True)
class Sizes:
    """The sizes of the network; the counts of labels come from the training data."""

    vocab: int = 30522
    positions: int = 512
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    arc: int = 256
    label: int = 192
    upos: int = 17
    xpos: int = 50
    feats: int = 300
    lemma: int = 400
    names: int = 9
    deprel: int = 52

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self)))

    @classmethod
    def load(cls, path: Path) -> "Sizes":
        return cls(**json.loads(path.read_text()))


class Dropout(nn.Module):
    """Dropout whose masks are slices of one drawn pool: on a CPU, drawing them costs as much as an encoder layer."""

    pool = 1 << 23

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate
        self.masks: dict[torch.dtype, Tensor] = {}

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.rate == 0:
            return x
        if x.dtype not in self.masks:
            key = (self.rate, x.dtype)
            if key not in _POOLS:
                _POOLS[key] = (torch.rand(self.pool) >= self.rate).to(x.dtype) / (1 - self.rate)
            self.masks[x.dtype] = _POOLS[key]
        size = x.numel()
        if size >= self.pool:
            return functional.dropout(x, self.rate)
        begin = int(torch.randint(self.pool - size, ()))
        return x * self.masks[x.dtype][begin : begin + size].view(x.shape)


_POOLS: dict[tuple[float, torch.dtype], Tensor] = {}


class Layer(nn.Module):
    """One encoder layer, post-norm as in BERT (Devlin et al. 2019)."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.query_key_value = nn.Linear(sizes.width, 3 * sizes.width)
        self.attended = nn.Linear(sizes.width, sizes.width)
        self.norm1 = nn.LayerNorm(sizes.width, eps=1e-12)
        self.widen = nn.Linear(sizes.width, sizes.inner)
        self.narrow = nn.Linear(sizes.inner, sizes.width)
        self.norm2 = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape
        qkv = self.query_key_value(x).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        # Written out: on a CPU the fused kernel's backward pass is slower at these lengths.
        weights = query @ key.transpose(-1, -2) / math.sqrt(width // self.heads) + bias.to(query.dtype)
        mixed = weights.softmax(-1, dtype=query.dtype) @ value
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.dropout(self.attended(mixed)))
        return self.norm2(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Pieces and shapes in, one vector a piece out."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(sizes.vocab, sizes.width, padding_idx=0)
        self.positions = nn.Embedding(sizes.positions, sizes.width)
        self.shapes = nn.Embedding(SHAPE_IDS, sizes.width)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes, dropout) for _ in range(sizes.layers))
        self.dropout = Dropout(dropout)

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(place) + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        bias = (ids == 0).to(x.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def load_encoder(encoder: Encoder, path: Path) -> None:
    """Fill an encoder with the weights of a BERT checkpoint (`model.safetensors`)."""
    from safetensors.torch import load_file

    old = load_file(path)
    new = {
        "words.weight": old["embeddings.word_embeddings.weight"],
        "positions.weight": old["embeddings.position_embeddings.weight"],
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
        "shapes.weight": torch.zeros_like(encoder.shapes.weight),
    }
    # BERT adds the embedding of "first sentence" to every piece: fold it into the positions.
    new["positions.weight"] = new["positions.weight"] + old["embeddings.token_type_embeddings.weight"][0]
    renamed = {
        "attended": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for number in range(len(encoder.layers)):
        base = f"encoder.layer.{number}."
        for part in ("weight", "bias"):
            parts = [old[f"{base}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            new[f"layers.{number}.query_key_value.{part}"] = torch.cat(parts)
            for ours, theirs in renamed.items():
                new[f"layers.{number}.{ours}.{part}"] = old[f"{base}{theirs}.{part}"]
    encoder.load_state_dict(new)


class Network(nn.Module):
    """The encoder and its heads. `forward` gives scores for each word; `arc_labels` scores given arcs."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1, head_dropout: float = 0.25) -> None:
        super().__init__()
        self.sizes = sizes
        width = sizes.width
        self.encoder = Encoder(sizes, dropout)
        self.first = nn.Linear(width, width)
        self.last = nn.Linear(width, width, bias=False)
        self.word_shapes = nn.Embedding(SHAPE_IDS, width)
        nn.init.normal_(self.word_shapes.weight, std=0.02)
        self.norm = nn.LayerNorm(width)
        self.tags = nn.Linear(width, sizes.upos + sizes.xpos + sizes.feats + sizes.lemma)
        self.marks = nn.Linear(width, 1 + sizes.names)
        self.arc_dep = nn.Linear(width, sizes.arc)
        self.arc_head = nn.Linear(width, sizes.arc)
        self.root = nn.Parameter(torch.randn(sizes.arc) * 0.02)
        self.bilinear = nn.Parameter(torch.zeros(sizes.arc, sizes.arc))
        self.head_bias = nn.Linear(sizes.arc, 1, bias=False)
        self.label_dep = nn.Linear(width, 2 * sizes.label)
        self.label_head = nn.Linear(width, 2 * sizes.label)
        self.label_root = nn.Parameter(torch.randn(2 * sizes.label) * 0.02)
        self.label_out = nn.Linear(2 * sizes.label, sizes.deprel)
        self.sentence = nn.Linear(width, width)
        self.dropout = Dropout(head_dropout)
        nn.init.eye_(self.sentence.weight)
        nn.init.zeros_(self.sentence.bias)

    def words(self, hidden: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Word vectors `[batch, words, width]`; `first` and `last` are flat indexes into batch x pieces."""
        flat = hidden.reshape(-1, hidden.shape[-1])
        shape = self.word_shapes(shapes.reshape(-1)[first])
        return self.norm(functional.gelu(self.first(flat[first]) + self.last(flat[last]) + shape))

    def arcs(self, words: Tensor) -> Tensor:
        """Arc scores `[batch, dependents, 1 + heads]`; column 0 is the root."""
        dep = self.dropout(functional.gelu(self.arc_dep(words)))
        head = self.dropout(functional.gelu(self.arc_head(words)))
        root = self.root.expand(head.shape[0], 1, -1)
        head = torch.cat([root.to(head.dtype), head], dim=1)
        scores = (dep @ self.bilinear) @ head.transpose(1, 2) / math.sqrt(self.sizes.arc)
        return scores + self.head_bias(head).transpose(1, 2)

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> dict[str, Tensor]:
        sizes = self.sizes
        hidden = self.encoder(ids, shapes)
        words = self.words(hidden, shapes, first, last)
        dropped = self.dropout(words)
        upos, xpos, feats, lemma = self.tags(dropped).split([sizes.upos, sizes.xpos, sizes.feats, sizes.lemma], -1)
        start, names = self.marks(dropped).split([1, sizes.names], -1)
        return {
            "hidden": hidden,
            "upos": upos,
            "xpos": xpos,
            "feats": feats,
            "lemma": lemma,
            "start": start.squeeze(-1),
            "names": names,
            "arcs": self.arcs(dropped),
            "label_dep": self.label_dep(dropped),
            "label_head": self.label_head(dropped),
        }

    def arc_labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """Label scores of arcs from the projections of their two ends `[arcs, 2 * label]`."""
        size = self.sizes.label
        added = functional.relu(dep[..., :size] + head[..., :size])
        product = dep[..., size:] * head[..., size:]
        return self.label_out(torch.cat([self.dropout(added), product], -1))

    def sentence_vectors(self, means: Tensor) -> Tensor:
        """Sentence vectors from the mean of their pieces' hidden vectors."""
        return functional.normalize(self.sentence(means), dim=-1)
