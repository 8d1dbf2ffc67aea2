"""A parsed article with what every finder of mentions asks for again and again."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.records import Article, BlockKind, Parse, Span, Token

HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
CAPITAL_SHARE = 0.6
"""A sentence with more than this share of capitalised words is read as a headline: running text of news stays below
.35, title case lies above .7."""
MIN_HEADLINE_WORDS = 3

LONGEST_CHAIN = 32
"""Steps up a chain of coordinated tokens; in UD all hang on the first, so longer ones are errors."""

HYPHENS = frozenset({"-", "–", "‐", "‑"})
OPENERS = frozenset({'"', "“", "‘", "«", "„", "``"})
CLOSERS = frozenset({'"', "”", "’", "»", "''"})


@dataclass(slots=True)
class Document:
    """An article and its parse; `sentence[i]` is the sentence of token i, `lower[i]` its text in lower case."""

    article: Article
    parse: Parse
    sentence: list[int] = field(init=False)
    lower: list[str] = field(init=False)
    shouted: list[bool] = field(init=False)
    titled: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        self.lower = [token.text.lower() for token in self.parse.tokens]
        self.sentence = [0] * len(self.parse.tokens)
        self.shouted, self.titled = [], []
        for index, sentence in enumerate(self.parse.sentences):
            self.sentence[sentence.first : sentence.last] = [index] * (sentence.last - sentence.first)
            words = [t.text for t in self.parse.tokens[sentence.first : sentence.last] if t.text[0].isalpha()]
            long = [word for word in words if len(word) > 3]
            capitals = sum(word[0].isupper() for word in long)
            enough = len(words) >= MIN_HEADLINE_WORDS and bool(long)
            self.shouted.append(enough and all(word.isupper() for word in words))
            self.titled.append(enough and capitals > CAPITAL_SHARE * len(long))

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.parse.tokens

    def __len__(self) -> int:
        return len(self.parse.tokens)

    def bounds(self, index: int) -> tuple[int, int]:
        """The first token of this token's sentence and the one after its last."""
        sentence = self.parse.sentences[self.sentence[index]]
        return sentence.first, sentence.last

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens `[first, last)`."""
        return (self.tokens[first].start, self.tokens[last - 1].end)

    def head_of(self, first: int, last: int) -> int:
        """The token of `[first, last)` whose head lies outside; the first such where the tree is wrong."""
        return next((i for i in range(first, last) if not first <= self.tokens[i].head < last), first)

    def text(self, first: int, last: int) -> str:
        """The words of the tokens `[first, last)` as they stand in the text, line breaks and all."""
        start, end = self.span(first, last)
        return self.parse.text[start:end]

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital that says something: not in a headline all in capitals."""
        return self.tokens[index].text[:1].isupper() and not self.shouted[self.sentence[index]]

    def opens_sentence(self, index: int) -> bool:
        """Whether only punctuation stands before a token in its sentence."""
        first = self.bounds(index)[0]
        return all(self.tokens[i].upos in ("PUNCT", "SYM") for i in range(max(first, index - 3), index)) and (
            index - first <= 3
        )

    def block_kind(self, index: int) -> BlockKind:
        """The kind of block that a token stands in."""
        sentence = self.parse.sentences[self.sentence[index]]
        blocks = self.article.blocks
        return blocks[sentence.block].kind if 0 <= sentence.block < len(blocks) else BlockKind.PARAGRAPH

    def headline(self, index: int) -> bool:
        """Whether a token stands in a title or heading."""
        return self.block_kind(index) in HEADLINES

    def below(self, index: int, *rels: str) -> Iterator[int]:
        """The dependents of a token of these relations."""
        yield from self.parse.children(index, *rels)

    def joined(self, index: int) -> list[int]:
        """A token and those coordinated with it, in order."""
        return [index, *self.parse.children(index, "conj")]

    def chain_head(self, index: int) -> int:
        """The first of the tokens that this one is coordinated with: the one with the true relation."""
        for _ in range(LONGEST_CHAIN):
            if self.tokens[index].rel != "conj" or self.tokens[index].head < 0:
                break
            index = self.tokens[index].head
        return index

    def has_case(self, index: int) -> str | None:
        """The preposition or possessive mark on a token, in lower case, or null."""
        marks = self.parse.children(index, "case")
        return self.lower[marks[0]] if marks else None
