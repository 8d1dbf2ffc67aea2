"""Figures on development data with gold words and sentences, straight from the network (greedy arcs)."""

import torch

from onrecord.language.pieces import Pieces
from training.labels import Labels
from training.losses import gold_labels, mask_arcs, sentence_vectors
from training.network import Network
from training.windows import Item, batches, collate


@torch.no_grad()
def evaluate(network: Network, found: list[Item], pieces: Pieces, labels: Labels) -> dict[str, float]:
    """Shares of words with the right tag, head and label; mean cosine of the sentence vectors."""
    network.eval()
    right: dict[str, float] = {}
    words = sentences = 0
    for windows in batches([[item] for item in found], None, 4096):
        batch = collate(windows, pieces, None)
        out = network(batch.ids, batch.shapes, batch.first, batch.last)
        heads = mask_arcs(out["arcs"], batch).argmax(-1)
        rels = gold_labels(network, out, heads).argmax(-1)[batch.words]
        real = batch.words
        words += int(real.sum())
        sentences += len(windows)
        hit = heads[real] == batch.heads[real]
        part = {
            name: (out[name].argmax(-1) == getattr(batch, name))[real] for name in ("upos", "xpos", "feats", "lemma")
        }
        part |= {"uas": hit, "las": hit & (rels == batch.rels[real])}
        best = out["names"].float().argmax(-1)[real]
        part["names_fit"] = (batch.names[real] >> best & 1).bool()
        for name, value in part.items():
            right[name] = right.get(name, 0.0) + float(value.sum())
        cosine = (sentence_vectors(network, out["hidden"], batch) * batch.vectors).sum()
        right["cosine"] = right.get("cosine", 0.0) + float(cosine)
    return {name: value / (sentences if name == "cosine" else words) for name, value in right.items()}
