"""Cues that stand apart by punctuation alone: between commas, at a sentence's end, before a headline's colon.

Trees of long sentences often hang such a cue on the wrong word; the commas around it are surer.
"""

from collections.abc import Iterator

from onrecord.codebook.cues import Cue, CueClass
from onrecord.records import BlockKind, StatementKind
from onrecord.statements.drafts import without
from onrecord.statements.layout import LABEL_WORDS
from onrecord.statements.page import Draft, Page, Reach
from onrecord.statements.speakers import RELATIVE

ASIDE_WORDS = 12  # words behind a cue up to the comma that ends its aside: a day, a place, a medium
CONTENT_WORDS = 2
TITLE = 0.6
_NOT_ASIDE = frozenset({"VERB", "SCONJ"})


def beside_commas(page: Page, verb: int, cue: Cue) -> list[Reach] | None:
    """The rest of the sentence around ", the mayor said on Monday," or before ", the mayor said."

    Null where the cue does not stand so, or where quotation marks are near, which tell more.
    """
    if not cue.cls.speech or cue.cls is CueClass.DENY or "quote" not in cue.frames or not page.finite(verb):
        return None
    sentence = page.parse.sentences[page.sentence_of[verb]]
    begin = _begin(page, verb, sentence.first)
    behind = [child for child in page.parse.children(verb, "ccomp", "xcomp") if child > verb]
    if begin is None or behind or page.parse.child(verb, "cc", "mark") is not None:
        return None
    end = verb
    while end + 1 < sentence.last and page.tokens[end + 1].upos != "PUNCT":
        end += 1
        if page.tokens[end].upos in _NOT_ASIDE or page.low(end) in RELATIVE:
            return None
    inverted = begin == verb
    if not inverted and page.parse.child(verb, "obj") is not None:
        return None
    if end - verb > ASIDE_WORDS or (inverted and end == verb):
        return None
    closes = end + 1 >= sentence.last or page.low(end + 1) in (",", ".", "!", "?")
    place = page.quote_of[verb]
    reach = (sentence.first, sentence.last - 1)
    if not closes or any(page.quote_of[i] != place for i in range(reach[0], reach[1] + 1)):
        return None
    if inverted and end + 1 < sentence.last and page.low(end + 1) == ",":
        return None
    if end + 2 < sentence.last and page.low(end + 2) == "according":  # "…, the mayor said, according to the radio"
        reach = (reach[0], end)
    content = without(page, reach, [(begin, end)])
    words = sum(1 for a, b in content for i in range(a, b + 1) if page.tokens[i].upos != "PUNCT")
    return content if words >= CONTENT_WORDS else None


def _begin(page: Page, verb: int, first: int) -> int | None:
    """Where an aside begins: at its subject or at its cue, right behind a comma."""
    own = [child for child in page.parse.children(verb, "nsubj") if child < verb]
    start = verb
    if own:
        near = own[-1]
        start = page.phrase(near)[0]
        if page.low(near) in RELATIVE or any(page.tokens[i].upos in _NOT_ASIDE for i in range(near, verb)):
            return None
    if start - 1 <= first or page.tokens[start - 1].text != ",":
        return None
    return start


def labelled_title(page: Page) -> Iterator[Draft]:
    """A title that begins with a name and a colon: "Minister: Port to reopen in May"."""
    for number, block_number in enumerate(page.block_numbers):
        block = page.article.blocks[block_number]
        if block.kind is not BlockKind.TITLE and number > 0:
            continue
        inside = page.parse.tokens_in(block.span)
        colon = next((i for i in inside[1 : LABEL_WORDS + 1] if page.low(i) == ":"), None)
        if colon is None or colon + CONTENT_WORDS >= inside.stop:
            continue
        name = range(inside.start, colon)
        named = [i for i in name if page.tokens[i].upos in ("PROPN", "NOUN")]
        if not named or any(page.tokens[i].upos in ("VERB", "AUX", "PUNCT", "NUM") for i in name):
            continue
        end = block.end - 1 if page.text[block.end - 1] == "." else block.end
        if any(page.quote(place).span[1] >= end - 1 for place in {page.quote_of[colon + 1]} if place >= 0):
            continue  # the whole of it stands in marks: direct speech
        draft = Draft([(page.tokens[colon + 1].start, end)], StatementKind.INDIRECT, colon, page.tokens[colon].span)
        draft.speaker, draft.confidence, draft.why = page.phrase_head(named[0]), TITLE, ["label of a title"]
        if draft.speaker not in name:
            draft.speaker = named[-1]
        yield draft
