"""What the reading model sees in an article: tokens, sentences, dependency trees and names.

Universal Dependencies conventions throughout (https://universaldependencies.org). Token indexes count over the whole
article; a root's `head` is -1. Trees never cross sentences, sentences never cross blocks.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.records.spans import Span

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

ROOT = -1


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word, with the characters `[start, end)` it stands for.

    `feats` is the UD string ("Number=Sing|Person=3"), empty when there are none; `head` is a token index or -1.
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str

    @property
    def span(self) -> Span:
        return (self.start, self.end)

    @property
    def rel(self) -> str:
        """The relation without its subtype: `nsubj` for `nsubj:pass`."""
        return self.deprel.partition(":")[0]

    def feat(self, name: str) -> str | None:
        """The value of one feature, or null: `token.feat("Tense")`."""
        for pair in self.feats.split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: characters `[start, end)`, tokens `[first, last)`, and the index of its block in the article."""

    start: int
    end: int
    first: int
    last: int
    block: int

    @property
    def span(self) -> Span:
        return (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the model tags it: characters `[start, end)`, tokens `[first, last)`, kind PER, ORG, LOC or MISC."""

    start: int
    end: int
    first: int
    last: int
    kind: str

    @property
    def span(self) -> Span:
        return (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Parse:
    """The reading of one article.

    `vectors` holds one row a sentence (float32) or is null. `read` is the share of the readable characters that the
    model saw; `notes` say what was left and why.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()
    vectors: "npt.NDArray[np.float32] | None" = field(default=None, compare=False, repr=False)
    read: float = 1.0
    notes: tuple[str, ...] = ()
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _firsts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head >= 0:
                children[token.head].append(index)
        object.__setattr__(self, "_children", tuple(map(tuple, children)))
        object.__setattr__(self, "_starts", tuple(token.start for token in self.tokens))
        object.__setattr__(self, "_firsts", tuple(sentence.first for sentence in self.sentences))

    def children(self, index: int, *rels: str) -> tuple[int, ...]:
        """Dependents of a token in order; with `rels`, only those of these relations (subtypes included)."""
        if not rels:
            return self._children[index]
        return tuple(
            child
            for child in self._children[index]
            if self.tokens[child].deprel in rels or self.tokens[child].rel in rels
        )

    def child(self, index: int, *rels: str) -> int | None:
        """The first dependent of these relations, or null."""
        found = self.children(index, *rels)
        return found[0] if found else None

    def subtree(self, index: int) -> list[int]:
        """A token and all below it, in the order of the text."""
        found, stack = [], [index]
        while stack:
            current = stack.pop()
            found.append(current)
            stack.extend(self._children[current])
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        head = self.tokens[index].head
        while head >= 0:
            yield head
            head = self.tokens[head].head

    def span_of(self, indexes: list[int] | tuple[int, ...]) -> Span:
        """The characters from the first to the last of these tokens; they may skip some between."""
        return (
            min(self.tokens[index].start for index in indexes),
            max(self.tokens[index].end for index in indexes),
        )

    def token_at(self, offset: int) -> int | None:
        """The token whose characters include this offset, or null."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.tokens[index].end else None

    def tokens_in(self, span: Span) -> range:
        """The tokens that begin inside a span of characters."""
        first = bisect_right(self._starts, span[0] - 1)
        last = bisect_right(self._starts, span[1] - 1)
        return range(first, max(first, last))

    def sentence_of(self, index: int) -> int:
        """The index of the sentence that a token belongs to."""
        return bisect_right(self._firsts, index) - 1
