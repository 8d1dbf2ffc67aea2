"""The losses of the heads, each a mean over the words it knows."""

import torch
from torch import Tensor
from torch.nn import functional

from training.network import Network
from training.windows import IGNORE, Batch

WEIGHTS = {"arc": 1.0, "rel": 1.0, "upos": 0.5, "xpos": 0.5, "feats": 0.5, "lemma": 0.4, "start": 1.0, "names": 1.0,
           "vector": 2.0}  # fmt: skip
_BITS = torch.arange(9)


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """Every head's loss on a batch."""
    out = network(batch.ids, batch.shapes, batch.first, batch.last)
    found = {name: _classes(out[name], getattr(batch, name)) for name in ("upos", "xpos", "feats", "lemma")}
    arcs = mask_arcs(out["arcs"].float(), batch)
    found["arc"] = functional.cross_entropy(arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=IGNORE)
    found["rel"] = _classes(gold_labels(network, out, batch.heads), batch.rels)
    known = batch.start != IGNORE
    found["start"] = functional.binary_cross_entropy_with_logits(
        out["start"].float()[known], batch.start[known].float()
    )
    logs = out["names"].float().log_softmax(-1)
    allowed = (batch.names[..., None] >> _BITS & 1).bool()
    fit = -logs.masked_fill(~allowed, -1e9).logsumexp(-1)
    found["names"] = (fit * batch.words).sum() / batch.words.sum()
    found["vector"] = (1 - (sentence_vectors(network, out["hidden"], batch) * batch.vectors).sum(-1)).mean()
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum that training lowers."""
    return sum((WEIGHTS[name] * value for name, value in found.items()), torch.zeros(()))


def mask_arcs(arcs: Tensor, batch: Batch) -> Tensor:
    """Arc scores with heads outside the word's own sentence, and itself, ruled out."""
    same = batch.sentence[:, :, None] == batch.sentence[:, None, :]
    same &= ~torch.eye(same.shape[1], dtype=torch.bool)
    root = torch.ones_like(same[:, :, :1])
    return arcs.masked_fill(~torch.cat([root, same], 2), -1e9)


def gold_labels(network: Network, out: dict[str, Tensor], heads: Tensor) -> Tensor:
    """Label scores of the given arcs, one row a word."""
    head = out["label_head"]
    root = network.label_root.to(head.dtype).expand(head.shape[0], 1, -1)
    head = torch.cat([root, head], 1)
    index = heads.clamp(min=0)[..., None].expand(-1, -1, head.shape[-1])
    return network.arc_labels(out["label_dep"], head.gather(1, index))


def sentence_vectors(network: Network, hidden: Tensor, batch: Batch) -> Tensor:
    """One vector a sentence: the mean over its pieces, projected."""
    real = batch.piece_sentence >= 0
    where = batch.piece_sentence[real]
    count = batch.vectors.shape[0]
    sums = torch.zeros(count, hidden.shape[-1]).index_add_(0, where, hidden[real].float())
    sizes = torch.zeros(count).index_add_(0, where, torch.ones(where.shape[0]))
    return network.sentence_vectors(sums / sizes[:, None]).float()


def _classes(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, -2).float(), gold.flatten(), ignore_index=IGNORE)
