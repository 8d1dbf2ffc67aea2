"""Indirect speech and thought: cues over the parse, and the clauses that they introduce.

Each construction of English reported speech (Cambridge Grammar, chapter 17, section 9; Quirk et al. 14.28-35) is one
function from a token to a draft: content clause, parenthetical cue, small clause, infinitive, noun and adjective with
a clause, source preposition, evidential adverb.
"""

from collections.abc import Iterator

from onrecord.codebook.cues import Cue, CueClass
from onrecord.statements.asides import beside_commas, labelled_title
from onrecord.statements.drafts import joined, make, negated, own, without
from onrecord.statements.page import Draft, Page, Reach
from onrecord.statements.sources import SOURCE_NOUNS, according, adjective_clause, adverb, in_the_words_of, noun_clause
from onrecord.statements.speakers import RELATIVE, subject

# Verbs that take a content clause but tell nobody's speech or thought (Levin 1993: causation, existence, aspect).
_NOT_CUES = (
    "be have do make let help mean ensure cause require seem appear happen get keep allow enable prevent watch turn "
    "come go take give leave become start stop begin work serve follow include involve need try use see look"
)
NOT_CUES = frozenset(_NOT_CUES.split())
_REPORTED = frozenset({CueClass.NEUTRAL, CueClass.ASSERTIVE, CueClass.BELIEVE, CueClass.KNOW})
_FORWARD = frozenset({CueClass.DEMAND, CueClass.PROMISE, CueClass.THREAT, CueClass.DENY})
ANONYMITY = frozenset({"name", "identify", "quote"})
WH_WORDS = frozenset({"when", "where", "why", "how", "whether", "if", "what", "who", "which"})
LONG_CLAUSE = 4  # words from which a complement that the tree shows without verb or subject is still a content
# Confidences: the share of each rule's statements whose content PolNeAR's annotators marked too (evaluation/).
LEXICON, THOUGHT, SYNTAX, PARENTHETICAL, SMALL, INFINITIVE = 0.85, 0.7, 0.45, 0.75, 0.7, 0.7


def find_clauses(page: Page) -> list[Draft]:
    """All drafts of indirect or mixed statements, in the order of their cues."""
    drafts: list[Draft] = []
    for index, token in enumerate(page.tokens):
        if token.upos in ("VERB", "AUX"):
            drafts.extend(_verb(page, index, page.cue(index, "verb")))
        elif token.upos == "NOUN":
            drafts.extend(noun_clause(page, index, page.cue(index, "noun")))
        elif token.upos == "ADJ":
            drafts.extend(adjective_clause(page, index, page.cue(index, "adjective")))
        elif token.upos == "ADV":
            drafts.extend(adverb(page, index, page.cue(index, "adverb")))
        if page.low(index) == "according":
            drafts.extend(according(page, index))
        elif page.low(index) in SOURCE_NOUNS:
            drafts.extend(in_the_words_of(page, index))
    drafts.extend(labelled_title(page))
    for draft in drafts:
        _keep_to_quote(page, draft)
    return [draft for draft in drafts if draft.content]


def _keep_to_quote(page: Page, draft: Draft) -> None:
    """What is told by a cue inside a quotation ends where the quotation does."""
    place = page.quote_of[draft.cue_token] if draft.cue_token is not None else -1
    if place >= 0:
        first, last = page.quote(place).inner
        held = ((max(start, first), min(end, last)) for start, end in draft.content)
        draft.content = [(start, end) for start, end in held if start < end]


def _verb(page: Page, verb: int, cue: Cue | None) -> Iterator[Draft]:
    if cue is None and page.lemma(verb) in NOT_CUES:
        return
    clause = _content_clause(page, verb, cue)
    if clause is not None and clause < verb and cue is not None:
        aside = beside_commas(page, verb, cue)
        if aside is not None:
            yield make(page, verb, aside, cue, LEXICON, "content clause")
            return
    if clause is not None:
        content = without(page, (page.left[clause], page.right[clause]), own(page, verb, clause))
        content.extend(_joined_clauses(page, verb, clause))
        confidence = SYNTAX if cue is None else LEXICON if cue.cls.speech else THOUGHT
        yield make(page, verb, joined(content), cue, confidence, "content clause")
        return
    if cue is None:
        return
    aside = beside_commas(page, verb, cue)
    if aside is not None:
        yield make(page, verb, aside, cue, PARENTHETICAL, "cue between commas")
        return
    host = _host(page, verb, cue)
    if host is not None:
        content = without(page, (page.left[host], page.right[host]), [(page.left[verb], page.right[verb])])
        yield make(page, verb, content, cue, PARENTHETICAL, "parenthetical cue")
        return
    if page.parse.child(verb, "nsubj:pass") is not None and cue.frames & {"that", "small"}:
        yield from _passive(page, verb, cue)
        return
    if cue.frames & {"small", "as"} and cue.cls.speech:
        yield from _small_clause(page, verb, cue)
        return
    if "inf" in cue.frames:
        yield from _infinitive(page, verb, cue)


def _joined_clauses(page: Page, verb: int, clause: int) -> list[Reach]:
    """Clauses with subjects of their own behind the content that a tree joins to the cue: "said the road was shut, and
    the bridge was too". One that is a cue itself tells something else."""
    if clause < verb:
        return []
    found = []
    for child in page.parse.children(verb, "conj", "parataxis"):
        if child < clause or page.parse.child(child, "nsubj") is None or page.parse.child(child, "cc", "mark") is None:
            continue
        cue = page.cue(child)
        if cue is None or not cue.frames & {"that", "quote", "small"}:
            found.append((page.left[child], page.right[child]))
    return found


def _content_clause(page: Page, verb: int, cue: Cue | None) -> int | None:
    """The clause that a verb has as its content, or null."""
    for child in page.parse.children(verb, "ccomp"):
        if page.low(child) in ("so", "not"):
            continue
        if cue is None:
            marked = any(page.low(mark) == "that" for mark in page.parse.children(child, "mark"))
            if marked and page.finite(child) and page.parse.child(verb, "nsubj") is not None:
                return child
        elif (
            page.finite(child)
            or page.parse.child(child, "nsubj")
            or page.right[child] - page.left[child] >= LONG_CLAUSE
        ):
            return child
    if cue is None:
        return None
    if "wh" in cue.frames or negated(page, verb):  # "did not say when the bridge would open"
        for child in page.parse.children(verb, "advcl"):
            if page.left[child] == verb + 1 and page.low(verb + 1) in WH_WORDS and page.finite(child):
                return child
    return _extraposed(page, verb)


def _extraposed(page: Page, verb: int) -> int | None:
    """The clause that "it" stands for: "it was reported that the dam had broken"; parsers tag "it" in several ways."""
    clause = page.parse.child(verb, "csubj")
    if clause is None or page.left[clause] < verb:
        return None
    holders = page.parse.children(verb, "expl", "nsubj")
    return clause if any(page.low(holder) == "it" for holder in holders) else None


def _host(page: Page, verb: int, cue: Cue) -> int | None:
    """The clause that a parenthetical cue stands in: "The talks, he said, had failed"; "as he said"."""
    token = page.tokens[verb]
    if token.head < 0 or not cue.frames & {"that", "quote"} or cue.cls is CueClass.DENY:
        return None
    before = page.left[verb] - 1
    if before >= 0 and page.tokens[before].text in (";", ":", ".") and verb > token.head:
        return None
    has_subject = page.parse.child(verb, "nsubj") is not None or subject(page, verb)[1] == "speaker:inverted"
    if token.rel == "parataxis" and has_subject and page.parse.child(verb, "obj", "xcomp") is None:
        return token.head
    if token.rel == "advcl" and cue.cls.speech and has_subject:
        as_clause = any(page.low(mark) == "as" for mark in page.parse.children(verb, "mark", "advmod"))
        thing = page.parse.child(verb, "obj")
        if as_clause and (thing is None or page.low(thing) == "it"):
            return token.head
    return None


def _small_clause(page: Page, verb: int, cue: Cue) -> Iterator[Draft]:
    """ "called the ruling dangerous", "described the talks as frank": the object and what is said of it."""
    thing = page.parse.child(verb, "obj", "nsubj:pass")
    told = page.parse.child(verb, "xcomp")
    if told is None:
        told = next(
            (
                child
                for child in page.parse.children(verb, "obl", "advcl")
                if any(page.low(case) == "as" for case in page.parse.children(child, "case", "mark"))
            ),
            None,
        )
    if (
        page.tokens[verb].rel == "acl"
        and page.tokens[verb].feat("VerbForm") == "Part"
        and page.tokens[verb].xpos == "VBN"
    ):
        return  # "a ship called Aurora": a name, told by nobody
    if told is None or any(page.low(mark) == "to" for mark in page.parse.children(told, "mark")):
        return
    reaches = [(page.left[told], page.right[told])]
    if thing is not None and page.tokens[thing].upos != "PRON":
        first, last = page.left[thing], page.right[thing]
        if last < reaches[0][0]:
            reaches.insert(0, (first, last))
    yield make(page, verb, joined(reaches), cue, SMALL, "small clause")


def _passive(page: Page, verb: int, cue: Cue) -> Iterator[Draft]:
    """ "The general is believed to have left": what is told has its subject outside; nobody tells it."""
    thing, told = page.parse.child(verb, "nsubj:pass"), page.parse.child(verb, "xcomp", "ccomp")
    if thing is None or told is None or told < verb or cue.cls not in _REPORTED or page.low(thing) in RELATIVE:
        if cue.frames & {"small", "as"}:
            yield from _small_clause(page, verb, cue)
        return
    reaches = [(page.left[thing], page.right[thing]), (page.left[told], page.right[told])]
    yield make(page, verb, joined(reaches), cue, INFINITIVE, "passive with infinitive")


def _infinitive(page: Page, verb: int, cue: Cue) -> Iterator[Draft]:
    """ "urged Tehran to return to the talks", "vowed to respond"."""
    if cue.cls not in _FORWARD and "addr" not in cue.frames:
        return
    for child in page.parse.children(verb, "xcomp", "ccomp"):
        if any(page.low(mark) == "to" for mark in page.parse.children(child, "mark")):
            if page.lemma(child) in ANONYMITY and negated(page, child):
                return  # "asked not to be named" is how the reporter came by the words
            inner = page.cue(child)
            if inner is not None and cue.cls is CueClass.DENY and _content_clause(page, child, inner) is not None:
                return  # "declined to say whether …" is told once, by "say"
            draft = make(page, verb, [(page.left[child], page.right[child])], cue, INFINITIVE, "infinitive")
            if draft.speaker is not None:
                yield draft
            return
