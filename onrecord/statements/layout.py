"""How quotations lie in blocks and sentences, and what their punctuation calls for."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import BlockKind
from onrecord.statements.page import Page
from onrecord.statements.quotes import SURE, Quote

SPEECH_WORDS = 5  # a quotation of fewer words, without a stop or a verb, is a term or a title unless a cue governs it
TITLE_WORDS = 8
TERM_WORDS, PASSED_TERMS = 3, 2  # the longest nickname in marks, and how many stand inside one attribution
LABEL_WORDS = 6  # the longest name before a colon
SIGNATURE_WORDS = 14  # the longest "— Name, office" that signs a quotation
DASHES = frozenset({"—", "―", "–", "--", "-", "~"})
STOPS = frozenset({".", "!", "?", ";", "...", "…"})

_BEFORE_TITLE = frozenset({"ADP", "NOUN", "DET", "PART"})
_SMALL = frozenset({"ADP", "DET", "CCONJ", "PART"})  # words that titles write small
_OPENS, _CLOSES = frozenset("(["), frozenset(")]")


@dataclass(slots=True)
class Block:
    """One block: its quotes by place, its tokens `[first, last)`."""

    quotes: list[int]
    first: int
    last: int
    kind: BlockKind


def read_blocks(page: Page) -> list[Block]:
    """The readable blocks with their tokens and outermost quotes."""
    quotes: dict[int, list[int]] = {}
    for place, index in enumerate(page.outer):
        quotes.setdefault(page.quotes[index].block, []).append(place)
    found = []
    for number, block_number in enumerate(page.block_numbers):
        block = page.article.blocks[block_number]
        tokens = page.parse.tokens_in(block.span)
        found.append(Block(quotes.get(number, []), tokens.start, tokens.stop, block.kind))
    return found


def next_speech(page: Page, block: Block, order: int) -> int:
    """Where the next quotation begins; terms and nicknames in marks are passed over."""
    for place in block.quotes[order + 1 : order + 1 + PASSED_TERMS]:
        quote = page.quote(place)
        inside = page.parse.tokens_in(quote.inner)
        if len(inside) > TERM_WORDS or is_speech(page, quote):
            return page.parse.tokens_in(quote.span).start
    later = block.quotes[order + 1 + PASSED_TERMS :]
    return page.parse.tokens_in(page.quote(later[0]).span).start if later else block.last


def until_stop(page: Page, behind: Sequence[int]) -> list[int]:
    """The tokens behind a quotation up to the end of the sentence; stops inside brackets end none."""
    found: list[int] = []
    depth = 0
    for index in behind:
        text = page.tokens[index].text
        depth += (text in _OPENS) - (text in _CLOSES and depth > 0)
        if text in STOPS and not depth:
            break
        found.append(index)
    return found


def from_stop(page: Page, front: Sequence[int]) -> list[int]:
    """The tokens in front of a quotation from the start of the sentence; the colon or comma before it included."""
    found: list[int] = []
    depth = 0
    for index in reversed(front):
        text = page.tokens[index].text
        depth += (text in _CLOSES) - (text in _OPENS and depth > 0)
        if text in STOPS and not depth:
            break
        found.append(index)
    return found[::-1]


def is_speech(page: Page, quote: Quote) -> bool:
    """Whether a quotation can stand as speech by itself: long enough, a stop or comma inside its marks, or a verb."""
    inside = page.parse.tokens_in(quote.inner)
    words = [index for index in inside if page.tokens[index].upos != "PUNCT"]
    if len(words) >= SPEECH_WORDS:
        return True
    if quote.trust < SURE and len(words) < 2:
        return False
    if page.text[quote.inner[1] - 1] in ",.!?…—":
        return True
    return any(page.finite(index) for index in words)


def is_title(page: Page, quote: Quote, front: list[int]) -> bool:
    """Whether a quotation is the title of a work or of a section: capitals on its words, and no pause before it
    or nothing but itself in its block."""
    words = [i for i in page.parse.tokens_in(quote.inner) if page.tokens[i].upos != "PUNCT"]
    block = page.article.blocks[page.block_numbers[quote.block]]
    alone = block.start == quote.start and block.end == quote.end
    if len(words) > TITLE_WORDS or not (alone or (front and page.tokens[front[-1]].upos in _BEFORE_TITLE)):
        return False
    capital = [i for i in words if page.tokens[i].text[:1].isupper() or page.tokens[i].upos in _SMALL]
    return len(words) > 1 and len(capital) == len(words)


def calls_behind(page: Page, quote: Quote, behind: Sequence[int]) -> bool:
    """Whether the punctuation at a quotation's end calls for an attribution behind it."""
    last = page.text[quote.inner[1] - 1]
    if last in ",—-–":
        return True
    return bool(behind) and page.text[quote.end : quote.end + 1] == ","


def ends_block(page: Page, block: Block, quote: Quote) -> bool:
    """Whether nothing but punctuation stands behind a quotation in its block."""
    end = page.parse.tokens_in(quote.span).stop
    return all(page.tokens[i].upos == "PUNCT" for i in range(end, min(block.last, end + 3)))


def no_verb(page: Page, words: Sequence[int], cue: int) -> bool:
    """Whether the words up to a cue are a name and an office, with no clause among them."""
    return not any(page.tokens[i].upos in ("VERB", "AUX", "SCONJ") for i in words if i < cue)


def linked(page: Page, words: Sequence[int], place: int) -> bool:
    """Whether one of these words governs the quotation, or hangs on it as a parenthesis."""
    for word in words:
        if page.tokens[word].upos not in ("VERB", "AUX"):
            continue
        head = page.tokens[word].head
        if head >= 0 and page.quote_of[head] == place:
            return True
        if any(page.quote_of[child] == place and _governs(page, child) for child in page.parse.children(word)):
            return True
    return False


def _governs(page: Page, child: int) -> bool:
    """Whether a dependent is what its verb tells: an object or clause, or what "of", "as" or "for" brings in."""
    if page.tokens[child].rel in ("ccomp", "parataxis", "obj", "xcomp"):
        return True
    marks = page.parse.children(child, "case", "mark")
    return page.tokens[child].rel in ("advcl", "obl") and any(page.low(mark) in ("of", "as", "for") for mark in marks)


Named = tuple[list[int], int]
"""The words of a name, and the mark that makes it a label."""


def label(page: Page, front: Sequence[int]) -> Named | None:
    """The name in a label before a quotation: Blinken: "…"."""
    words = from_stop(page, front)
    if not 2 <= len(words) <= LABEL_WORDS + 1 or page.low(words[-1]) != ":":
        return None
    if any(page.tokens[word].upos in ("VERB", "AUX") for word in words):
        return None
    names = [word for word in words[:-1] if page.is_nominal(word)]
    return (names, words[-1]) if names else None


def signature(page: Page, behind: Sequence[int]) -> Named | None:
    """The name that signs a quotation: "…" — Name, office."""
    words = until_stop(page, behind)
    if not 2 <= len(words) <= SIGNATURE_WORDS or page.tokens[words[0]].text not in DASHES:
        return None
    if not page.is_nominal(words[1]) or any(page.tokens[word].upos == "VERB" for word in words):
        return None
    return [word for word in words[1:] if page.is_nominal(word)], words[0]


def turn(page: Page, inside: range) -> Named | None:
    """The name in capitals and the colon that begin a turn of a transcript ("SMITH: …")."""
    colon = next((i for i in inside[: LABEL_WORDS + 1] if page.low(i) == ":"), None)
    if colon is None or colon == inside.start or colon + 1 >= inside.stop:
        return None
    name = page.text[page.tokens[inside.start].start : page.tokens[colon].start]
    names = [i for i in range(inside.start, colon) if page.is_nominal(i)]
    return (names, colon) if name.isupper() and names else None
