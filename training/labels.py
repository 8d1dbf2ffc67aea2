"""The label sets of the heads, and the table of settled lemmas."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from onrecord.language.lemmas import apply, script_of
from training.network import Sizes
from training.treebank import NAME_TAGS, Sentence

MIN_SCRIPT = 3
"""Occurrences from which a lemma script is a label of its own; rarer ones are left to the table."""


@dataclass
class Labels:
    """The names of each head's labels, in the order of its scores."""

    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=lambda: list(NAME_TAGS))

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> "Labels":
        """The labels that the training data bear, most frequent first."""
        counts: dict[str, Counter[str]] = {name: Counter() for name in ("upos", "xpos", "feats", "lemma", "deprel")}
        for sentence in sentences:
            counts["upos"].update(sentence.upos)
            counts["xpos"].update(sentence.xpos)
            counts["feats"].update(sentence.feats)
            counts["deprel"].update(sentence.rels)
            counts["lemma"].update(map(script_of, sentence.forms, sentence.lemmas))
        order = {name: [label for label, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))]
                 for name, count in counts.items()}  # fmt: skip
        order["lemma"] = [script for script in order["lemma"] if counts["lemma"][script] >= MIN_SCRIPT]
        return cls(**order)

    def sizes(self) -> Sizes:
        """The sizes of a network with these labels."""
        return Sizes(
            upos=len(self.upos), xpos=len(self.xpos), feats=len(self.feats), lemma=len(self.lemma),
            deprel=len(self.deprel), names=len(self.names),
        )  # fmt: skip

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0))

    @classmethod
    def load(cls, path: Path) -> "Labels":
        return cls(**json.loads(path.read_text()))


def lemma_table(sentences: Iterable[Sentence], labels: Labels, least: int = 2, share: float = 0.9) -> dict[str, str]:
    """Words whose lemma is settled: seen `least` times with a tag, `share` of them with one lemma.

    Words whose lemma any common script of their tag gives at once are left out, to keep the table small.
    """
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for form, xpos, lemma in zip(sentence.forms, sentence.xpos, sentence.lemmas, strict=True):
            if not xpos.startswith("NNP"):
                seen[form.lower(), xpos][lemma] += 1
    table = {}
    usual = {"NNS": "L|1|", "VBZ": "L|1|", "VBD": "L|2|", "VBN": "L|2|", "VBG": "L|3|"}
    for (form, xpos), lemmas in seen.items():
        lemma, count = lemmas.most_common(1)[0]
        total = sum(lemmas.values())
        if total >= least and count >= share * total and apply(usual.get(xpos, "L|0|"), form) != lemma:
            table[f"{form}\t{xpos}"] = lemma
    return dict(sorted(table.items()))


def known_lemmas(sentences: Iterable[Sentence]) -> list[str]:
    """The lemmas of verbs and nouns in the data, sorted: what a lemma script's result is checked against."""
    found = {
        lemma
        for sentence in sentences
        for lemma, upos in zip(sentence.lemmas, sentence.upos, strict=True)
        if upos in ("VERB", "NOUN") and lemma.isalpha() and lemma.islower()
    }
    return sorted(found)
