"""What every step of this package looks at: an article's tokens with their subtrees' extents and quotation marks."""

from dataclasses import dataclass, field, replace

from onrecord.codebook.cues import Cue, CueClass
from onrecord.records import Article, Entities, Parse, Span, StatementKind, Token
from onrecord.statements.lexicon import cue_of
from onrecord.statements.quotes import UNCLOSED, UNOPENED, Quote, find_quotes
from onrecord.statements.repair import repaired

Reach = tuple[int, int]
"""Tokens `[first, last]`, both included."""

_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_BEFORE_HEAD = frozenset({"det", "amod", "compound", "nmod", "nummod", "flat", "goeswith", "advmod", "punct"})
_AFTER_HEAD = frozenset({"flat", "nmod", "appos", "conj", "nummod", "compound", "amod", "goeswith", "fixed", "det"})


@dataclass(slots=True)
class Draft:
    """A statement in the making. Tokens are indexes into the parse; `speaker` is the head of the speaker's phrase."""

    content: list[Span]
    kind: StatementKind
    cue_token: int | None = None
    cue: Span | None = None
    speaker: int | None = None
    speaker_span: Span | None = None
    addressee: int | None = None
    negated: bool = False
    confidence: float = 0.5
    why: list[str] = field(default_factory=list)
    runs_on: "Draft | None" = None
    cls: CueClass | None = None

    @property
    def end(self) -> int:
        return max(end for _, end in self.content)


class Page:
    """An article as this package reads it. Everything is computed once, in time linear in its tokens."""

    def __init__(self, article: Article, parse: Parse, entities: Entities) -> None:
        self.article = article
        self.parse = parse = repaired(parse)
        self.entities = entities
        self.text = article.text
        self.tokens: tuple[Token, ...] = parse.tokens
        self.block_numbers = [i for i, block in enumerate(article.blocks) if block.kind.readable]
        spans = [article.blocks[i].span for i in self.block_numbers]
        self.left, self.right = self._extents()
        self.quotes: tuple[Quote, ...] = tuple(map(self._before_cue, find_quotes(self.text, spans)))
        self.outer = [i for i, quote in enumerate(self.quotes) if quote.depth == 0 and self._trusted(quote)]
        self.quote_of = self._quote_of()
        self.stops = self._stops()
        self.places: dict[int, str] = {
            parse.tokens[index].start: place.id
            for place in entities.places
            for mention in place.mentions
            for index in parse.tokens_in(mention.span)
        }
        self.sentence_of = [0] * len(self.tokens)
        for number, sentence in enumerate(parse.sentences):
            self.sentence_of[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)

    def _extents(self) -> tuple[list[int], list[int]]:
        """The first and the last token below each token, itself included; heads that run in a circle stay alone."""
        tokens = self.tokens
        left, right = list(range(len(tokens))), list(range(len(tokens)))
        waiting = [len(self.parse.children(i)) for i in range(len(tokens))]
        ready = [i for i, count in enumerate(waiting) if not count]
        while ready:
            index = ready.pop()
            head = tokens[index].head
            if head < 0:
                continue
            left[head] = min(left[head], left[index])
            right[head] = max(right[head], right[index])
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
        return left, right

    def _quote_of(self) -> list[int]:
        """For each token, the place in `outer` of the quote that it stands in, or -1; the marks count as inside."""
        found = [-1] * len(self.tokens)
        for place, index in enumerate(self.outer):
            inside = self.parse.tokens_in(self.quotes[index].span)
            found[inside.start : inside.stop] = [place] * len(inside)
        return found

    def _before_cue(self, quote: Quote) -> Quote:
        """A quotation that was never closed ends where its attribution begins: "The port is open, the mayor said."""
        if quote.trust != UNCLOSED:
            return quote
        for index in self.parse.tokens_in(quote.inner):
            entry = self.cue(index) if self.tokens[index].upos == "VERB" else None
            if entry is None or "quote" not in entry.frames or not self.finite(index):
                continue
            who = self.parse.child(index, "nsubj")
            begins = index if who is None else min(index, self.left[who])
            comma = begins - 1
            if comma > 0 and self.tokens[comma].text == "," and self.tokens[comma].start > quote.inner[0]:
                end = self.tokens[comma].end
                return replace(quote, end=end, inner=(quote.inner[0], end))
        return quote

    def _trusted(self, quote: Quote) -> bool:
        """Whether a quotation without an opening mark is one: not where its stretch tells of speech itself."""
        if quote.trust != UNOPENED:
            return True
        inside = self.parse.tokens_in(quote.inner)
        return not any(self.tokens[i].upos == "VERB" and (entry := self.cue(i)) and entry.cls.speech for i in inside)

    def cue(self, index: int, part: str = "verb") -> Cue | None:
        """The lexicon's entry for a token as a verb, noun, adjective or adverb, or null."""
        return cue_of(self.tokens[index], part)

    def _stops(self) -> dict[int, list[int]]:
        """Full stops before a capital, by the quotation that they stand in: sentences end there, told apart or not."""
        found: dict[int, list[int]] = {}
        for index in range(len(self.tokens) - 1):
            token, behind = self.tokens[index], self.tokens[index + 1].start
            if token.text in (".", "?", "!") and behind > token.end and self.text[behind].isupper():
                found.setdefault(self.quote_of[index], []).append(index)
        return found

    def quote(self, place: int) -> Quote:
        """An outermost quote by its place."""
        return self.quotes[self.outer[place]]

    def lemma(self, index: int) -> str:
        return self.tokens[index].lemma.lower()

    def low(self, index: int) -> str:
        return self.tokens[index].text.lower()

    def finite(self, index: int) -> bool:
        """Whether a clause's head, or its auxiliary or copula, is finite."""
        if self.tokens[index].xpos in _FINITE_TAGS:
            return True
        return any(self.tokens[child].xpos in _FINITE_TAGS for child in self.parse.children(index, "aux", "cop"))

    def is_nominal(self, index: int) -> bool:
        return self.tokens[index].upos in _NOMINAL

    def span(self, reach: Reach) -> Span:
        """The characters of a reach of tokens."""
        return (self.tokens[reach[0]].start, self.tokens[reach[1]].end)

    def phrase(self, head: int) -> Reach:
        """The noun phrase of a head: its own words, names, apposition and "of" phrases; no relative clause, no
        preposition before it, no punctuation at its edges."""
        first = last = head
        for child in reversed(self.parse.children(head)):
            if child < head and self.tokens[child].rel in _BEFORE_HEAD and self.right[child] == first - 1:
                first = self.left[child]
        for child in self.parse.children(head):
            token = self.tokens[child]
            if child < head:
                continue
            if token.upos == "PUNCT" and self.left[child] == last + 1:
                continue
            if token.rel not in _AFTER_HEAD or (token.rel == "conj" and token.upos in ("VERB", "AUX")):
                break
            last = self.right[child]
        while last > head and self.tokens[last].upos in ("PUNCT", "CCONJ", "ADP", "SCONJ"):
            last -= 1
        while first < head and self.tokens[first].upos == "PUNCT":
            first += 1
        return first, last

    def phrase_head(self, index: int) -> int:
        """The head of the noun phrase that begins at, or includes, a token."""
        head = index
        for _ in range(12):
            above = self.tokens[head].head
            if above < 0 or self.tokens[head].rel not in _INSIDE_PHRASE or not self.is_nominal(above):
                return head
            head = above
        return head


_INSIDE_PHRASE = frozenset({"det", "amod", "compound", "flat", "nummod", "nmod", "goeswith", "advmod"})
