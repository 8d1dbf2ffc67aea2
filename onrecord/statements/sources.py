"""Indirect speech without a verb of saying: nouns, adjectives, source prepositions and evidential adverbs."""

from collections.abc import Iterator

from onrecord.codebook.cues import Cue
from onrecord.records import StatementKind
from onrecord.statements.drafts import clause_reach, make, spans, told_reach, without
from onrecord.statements.page import Draft, Page
from onrecord.statements.speakers import possessor, subject

SOURCE, NOUN, ADVERB = 0.85, 0.6, 0.4
SOURCE_NOUNS = frozenset({"words", "view", "opinion", "eyes"})


def noun_clause(page: Page, noun: int, cue: Cue | None) -> Iterator[Draft]:
    """ "the claim that …", "his warning that …"."""
    if cue is None:
        return
    for child in page.parse.children(noun, "acl", "ccomp"):
        if child < noun or page.tokens[child].deprel == "acl:relcl":
            continue
        marks = [page.low(mark) for mark in page.parse.children(child, "mark")]
        if "that" not in marks or not page.finite(child):
            continue
        draft = make(page, noun, [(page.left[child], page.right[child])], cue, NOUN, "noun with clause")
        owner = possessor(page, noun)
        if owner is None:
            draft.speaker = _subject_over(page, noun)
        else:
            draft.speaker = owner
        yield draft


def _subject_over(page: Page, noun: int) -> int | None:
    """The subject of the verb whose object a noun is: "Kyiv issued a warning that …"."""
    token = page.tokens[noun]
    if token.head >= 0 and token.rel in ("obj", "obl", "xcomp") and page.tokens[token.head].upos == "VERB":
        return subject(page, token.head)[0]
    return None


def adjective_clause(page: Page, adjective: int, cue: Cue | None) -> Iterator[Draft]:
    """ "Kyiv is confident that …"."""
    if cue is None:
        return
    for child in page.parse.children(adjective, "ccomp", "advcl"):
        if child > adjective and page.finite(child) and page.parse.child(child, "nsubj") is not None:
            marks = [page.low(mark) for mark in page.parse.children(child, "mark")]
            if page.tokens[child].rel == "advcl" and "that" not in marks:
                continue
            yield make(page, adjective, [(page.left[child], page.right[child])], cue, NOUN, "adjective with clause")
            return


def adverb(page: Page, adverb: int, cue: Cue | None) -> Iterator[Draft]:
    """ "The army allegedly opened fire": the clause, on nobody's word."""
    head = page.tokens[adverb].head
    if cue is None or head < 0 or page.tokens[adverb].rel != "advmod":
        return
    content = without(page, clause_reach(page, head), [(adverb, adverb)])
    draft = make(page, adverb, content, cue, ADVERB, "evidential adverb")
    draft.speaker, draft.negated = None, False
    yield draft


def according(page: Page, index: int) -> Iterator[Draft]:
    """ "Twelve people were hurt, according to the police": the clause, on the word of what follows."""
    if index + 2 >= len(page.tokens) or page.low(index + 1) != "to":
        return
    source = _source(page, index)
    if source is None:
        return
    host = page.tokens[source].head
    attribution = (min(index, page.left[source]), max(page.right[source], index + 1))
    if host < 0 or host in (index, index + 1):
        host = page.tokens[index].head
    sentence = page.parse.sentences[page.sentence_of[index]]
    if host < 0 or attribution[0] <= host <= attribution[1]:
        reach = (sentence.first, sentence.last - 1)
    else:
        reach = told_reach(page, host)
    content = without(page, reach, [attribution])
    if not content:
        return
    draft = Draft(spans(page, content), StatementKind.INDIRECT, index)
    draft.cue = (page.tokens[index].start, page.tokens[index + 1].end)
    draft.speaker, draft.confidence = source, SOURCE
    draft.why = ["cue:according to", "class:neutral", "source preposition"]
    yield draft


def in_the_words_of(page: Page, noun: int) -> Iterator[Draft]:
    """ "In the words of the minister, …": the clause, on the minister's word."""
    if noun < 2 or [page.low(noun - 2), page.low(noun - 1)] != ["in", "the"]:
        return
    of = [child for child in page.parse.children(noun, "nmod") if child > noun]
    host = page.tokens[noun].head
    if not of or host < 0:
        return
    content = without(page, told_reach(page, host), [(page.left[noun], page.right[noun])])
    draft = Draft(spans(page, content), StatementKind.INDIRECT, noun)
    draft.cue, draft.speaker, draft.confidence = (
        page.span((noun - 2, noun + 1 if page.low(min(noun + 1, len(page.tokens) - 1)) == "of" else noun)),
        of[0],
        SOURCE,
    )
    draft.why = [f"cue:in the {page.low(noun)} of", "class:neutral", "source preposition"]
    yield draft


def _source(page: Page, index: int) -> int | None:
    """The head of the noun phrase after "according to"."""
    head = page.tokens[index].head
    if head > index + 1 and page.is_nominal(head):
        return head
    for child in page.parse.children(index, "obl", "nmod", "obj"):
        if child > index + 1:
            return child
    first = index + 2
    if not page.is_nominal(first):
        return None
    head = first
    for _ in range(8):
        above = page.tokens[head].head
        if above <= head or not page.is_nominal(above):
            return head
        head = above
    return head
