"""Whether a time expression looks back or ahead, by the verb that it goes with.

"said Tuesday" is the last Tuesday, "will meet on Tuesday" the next. The governing verb is looked up in the tree; a
finite verb right before the expression goes first, because parsers attach "said Tuesday the talks will resume" to
either verb and news writes it only in one sense.
"""

from enum import Enum

from onrecord.records import Parse

PLANNED = frozenset(
    (
        "schedule expect plan slate set due aim intend hope prepare vow pledge promise propose anticipate forecast "
        "project postpone delay reschedule defer"
    ).split()
)
MODALS = frozenset("will shall 'll wo would may might can could should must sha ’ll".split())
SAYING = frozenset(
    "say tell announce report confirm warn claim state add note deny declare reveal reiterate condemn call".split()
)
PREPOSITIONS = frozenset("on in at by late early from since until during".split())
LONGEST_CLIMB = 40  # trees of news sentences are seldom deeper; bounds the work on a broken tree


class Direction(Enum):
    """Which way to look from the date of the report; PRESENT for a present-tense verb, NONE where no verb is found."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    NONE = "none"


def direction(parse: Parse, start: int, end: int) -> Direction:
    """The direction of the expression at characters `[start, end)`."""
    inside = list(parse.tokens_in((start, end)))
    if not inside:
        return Direction.NONE
    before = inside[0] - 1
    if before >= 0 and parse.tokens[before].lemma.lower() in PREPOSITIONS:
        before -= 1
    first = parse.sentences[parse.sentence_of(inside[0])].first if parse.sentences else 0
    if before >= first and parse.tokens[before].xpos == "VBD" and parse.tokens[before].upos == "VERB":
        return _of_verb(parse, before)
    head = _top(parse, inside)
    for node in _upwards(parse, head):
        found = _of_node(parse, node)
        if found is not None:
            return found
    return Direction.NONE


def _top(parse: Parse, inside: list[int]) -> int:
    """The token of the expression that hangs outside of it."""
    members = set(inside)
    for index in inside:
        if parse.tokens[index].head not in members:
            return index
    return inside[0]


def _upwards(parse: Parse, index: int) -> list[int]:
    path: list[int] = []
    node = parse.tokens[index].head
    while node >= 0 and len(path) < LONGEST_CLIMB:
        path.append(node)
        node = parse.tokens[node].head
    return path


def _of_node(parse: Parse, node: int) -> Direction | None:
    token = parse.tokens[node]
    if token.upos in ("VERB", "AUX") or parse.children(node, "cop"):
        found = _of_verb(parse, node)
        return None if found is Direction.NONE else found
    if token.upos == "ADJ" and token.lemma.lower() in PLANNED:
        return Direction.FUTURE
    return None


def _of_verb(parse: Parse, node: int) -> Direction:
    token = parse.tokens[node]
    helpers = [parse.tokens[child] for child in parse.children(node, "aux", "cop")]
    lemmas = {helper.lemma.lower() for helper in helpers} | {helper.text.lower() for helper in helpers}
    if lemmas & MODALS:
        perfect = "have" in lemmas and not lemmas & {"will", "shall", "'ll", "wo"}
        return Direction.PAST if perfect else Direction.FUTURE
    if token.lemma.lower() in PLANNED and token.xpos in ("VBN", "JJ", "VBD") and token.deprel != "root":
        return Direction.FUTURE
    if token.lemma.lower() in PLANNED and {"be"} & lemmas:
        return Direction.FUTURE
    if "have" in lemmas or any(helper.xpos == "VBD" for helper in helpers):
        return Direction.PAST
    return _of_form(parse, node, lemmas)


def _of_form(parse: Parse, node: int, helpers: set[str]) -> Direction:
    """By the verb's own form where its helpers do not tell."""
    token = parse.tokens[node]
    if token.xpos == "VBD":
        return Direction.PAST
    if token.xpos == "VBN":
        return Direction.FUTURE if "be" in helpers else Direction.PAST
    if token.xpos == "VBG":
        return Direction.FUTURE if "be" in helpers else Direction.NONE
    if token.xpos == "VB":
        return Direction.FUTURE if parse.children(node, "mark") or not helpers else Direction.PRESENT
    if token.xpos in ("VBZ", "VBP"):
        return Direction.PAST if token.lemma.lower() in SAYING else Direction.PRESENT
    return Direction.PRESENT if helpers else Direction.NONE
