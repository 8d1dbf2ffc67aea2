"""Trains the reading model: `python -m training.train --encoder DIR --out DIR`.

One cycle of learning rate, a higher rate for the heads than for the encoder, and a running mean of the weights, which
is what is kept. Writes a checkpoint after every epoch.
"""

import argparse
import copy
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch

from onrecord.language.model import Model, Window
from onrecord.language.pieces import Pieces
from onrecord.language.shapes import shape_id
from training.development import evaluate
from training.hints import hinted
from training.labels import Labels, known_lemmas, lemma_table
from training.losses import losses, total
from training.network import Encoder, Network, Sizes, load_encoder
from training.treebank import Sentence, read
from training.windows import Item, batches, collate, group, items

HERE = Path(__file__).parent


def main() -> None:
    args = _arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    if args.threads:
        torch.set_num_threads(args.threads)
    left_out = {line for line in (HERE / "left_out.txt").read_text().split("\n") if line and line[0] != "#"}
    train = _sentences(args.treebank, "train", left_out, args.small)
    dev = {name: list(read(args.treebank / f"{name}-dev.conllu"))[: 300 if args.small else None]
           for name in ("ewt", "gum_open")}  # fmt: skip
    labels = Labels.of(train)
    labels.save(args.out / "labels.json")
    (args.out / "lemmas.json").write_text(json.dumps(lemma_table(train, labels), ensure_ascii=False))
    (args.out / "known.json").write_text(json.dumps(known_lemmas(train)))
    sizes = labels.sizes()
    sizes.save(args.out / "sizes.json")
    pieces = Pieces(args.encoder / "tokenizer.json")
    if args.hints:
        _hint(train, args.hints)
    found = items(train, labels, pieces)
    found_dev = {name: items(sentences, labels, pieces) for name, sentences in dev.items()}
    network = Network(sizes)
    load_encoder(network.encoder, args.encoder / "model.safetensors")
    _teach(found, pieces, sizes, args.encoder, args.out / "teacher-train.npy")
    for name, part in found_dev.items():
        _teach(part, pieces, sizes, args.encoder, args.out / f"teacher-{name}-dev.npy")
    print(f"{len(train)} sentences, {sum(len(s.forms) for s in train)} words, sizes {sizes}", flush=True)
    fit(network, found, found_dev, pieces, labels, args, rng)


def fit(
    network: Network,
    found: list[Item],
    dev: dict[str, list[Item]],
    pieces: Pieces,
    labels: Labels,
    args: argparse.Namespace,
    rng: random.Random,
) -> None:
    """The training loop."""
    if args.start:
        network.load_state_dict(torch.load(args.start))
    mean = copy.deepcopy(network).eval()
    encoder, heads = [], []
    for name, weight in network.named_parameters():
        fresh = not name.startswith("encoder.") or name == "encoder.shapes.weight"
        (heads if fresh else encoder).append(weight)
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": args.rate}, {"params": heads, "lr": args.rate * args.heads}],
        betas=(0.9, 0.98), weight_decay=0.01, fused=True,
    )  # fmt: skip
    per_epoch = len(list(batches(group(found, random.Random(0)), random.Random(0), args.pieces)))
    steps = per_epoch * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: (
            min((step + 1) / (args.warm * steps), 1.0)
            * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps))))
        ),
    )
    step = 0
    for epoch in range(args.epochs):
        network.train()
        began, sums = time.time(), {}
        for count, windows in enumerate(batches(group(found, rng), rng, args.pieces), start=1):
            batch = collate(windows, pieces, rng)
            with torch.autocast("cpu", torch.bfloat16, enabled=args.bfloat16):
                parts = losses(network, batch)
            loss = total(parts)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 4 == 0:
                decay = min(0.98, step / (step + 40))
                with torch.no_grad():
                    for kept, weight in zip(mean.parameters(), network.parameters(), strict=True):
                        kept.lerp_(weight, 1 - decay)
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
            if count % 25 == 0:
                spent = time.time() - began
                shown = " ".join(f"{name} {value / count:.3f}" for name, value in sums.items())
                print(f"epoch {epoch + 1} {count}/{per_epoch} {spent:.0f}s {shown}", flush=True)
        torch.save(mean.state_dict(), args.out / f"epoch{epoch + 1}.pt")
        for name, part in dev.items():
            figures = evaluate(mean, part, pieces, labels)
            shown = " ".join(f"{key} {100 * value:.2f}" for key, value in figures.items())
            print(f"epoch {epoch + 1} {time.time() - began:.0f}s {name} {shown}", flush=True)


def _sentences(folder: Path, part: str, left_out: set[str], small: bool) -> list[Sentence]:
    sentences = [s for name in ("ewt", "gum_open") for s in read(folder / f"{name}-{part}.conllu")]
    sentences = [s for s in sentences if s.doc not in left_out and len(s.forms) <= 200]
    return sentences[::40] if small else sentences


def _hint(sentences: list[Sentence], folder: Path) -> None:
    """Narrow down the names of sentences without a name layer, with the help of a model made before."""
    model = Model(folder, threads=2)

    def belief(sentences: list[Sentence]) -> list[np.ndarray]:
        told = (
            Window(
                [model.pieces.of(form) for form in sentence.forms],
                [shape_id(form, space) for form, space in zip(sentence.forms, sentence.spaces, strict=True)],
            )
            for sentence in sentences
        )
        return [np.exp(model.run(window).names) for window in told]

    plain = [sentence for sentence in sentences if not sentence.doc.startswith("GUM_")]
    hinted(plain, belief)
    typed = sum(bits.bit_count() == 1 and bits != 1 for sentence in plain for bits in sentence.names)
    print(f"hints: {typed} words with one name tag, of {sum(bits != 1 for s in plain for bits in s.names)}", flush=True)


def _teach(found: list[Item], pieces: Pieces, sizes: Sizes, folder: Path, cache: Path) -> None:
    """Give each item the original encoder's embedding of its sentence (mean over all pieces, unit length)."""
    if cache.exists():
        vectors = np.load(cache)
    else:
        teacher = Encoder(sizes).eval()
        load_encoder(teacher, folder / "model.safetensors")
        vectors = np.zeros((len(found), sizes.width), np.float32)
        where = {id(item): index for index, item in enumerate(found)}
        for windows in batches([[item] for item in found], None, 6000):
            batch = collate(windows, pieces, None)
            with torch.no_grad():
                hidden = teacher(batch.ids, torch.zeros_like(batch.shapes))
            real = (batch.ids != 0)[..., None]
            means = torch.nn.functional.normalize((hidden * real).sum(1) / real.sum(1), dim=-1)
            for window, vector in zip(windows, means.numpy(), strict=True):
                vectors[where[id(window[0])]] = vector
        np.save(cache, vectors)
    for item, vector in zip(found, vectors, strict=True):
        item.vector = vector


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, default=Path("../shared/treebank"))
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and labels")
    parser.add_argument("--start", type=Path, help="checkpoint to start from")
    parser.add_argument(
        "--hints", type=Path, help="folder of a model made before, whose belief completes the hints on names"
    )
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=2.5e-4, help="peak learning rate of the encoder")
    parser.add_argument("--heads", type=float, default=4.0, help="how many times higher the rate of the heads is")
    parser.add_argument("--warm", type=float, default=0.08, help="share of the steps in which the rate rises")
    parser.add_argument("--pieces", type=int, default=2048, help="pieces a batch, padding included")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bfloat16", action="store_true", help="where the processor has it: on others it is slower")
    parser.add_argument("--small", action="store_true", help="a fortieth of the data, to try the code")
    return parser.parse_args()


if __name__ == "__main__":
    main()
