"""Indirect speech and thought: cues over the parse, and the clauses that they introduce.

Each construction of English reported speech (Cambridge Grammar, chapter 17, section 9; Quirk et al. 14.28-35) is one
function from a token to a draft: content clause, parenthetical cue, small clause, infinitive, noun and adjective with
a clause, source preposition, evidential adverb.
"""

from collections.abc import Iterator

from onrecord.codebook.cues import Cue, CueClass
from onrecord.records import Span, StatementKind
from onrecord.statements.page import Draft, Page, Reach
from onrecord.statements.speakers import possessor, subject

# Verbs that take a content clause but tell nobody's speech or thought (Levin 1993: causation, existence, aspect).
_NOT_CUES = (
    "be have do make let help mean ensure cause require seem appear happen get keep allow enable prevent watch turn "
    "come go take give leave become start stop begin work serve follow include involve need try use see look"
)
NOT_CUES = frozenset(_NOT_CUES.split())
_FORWARD = frozenset({CueClass.DEMAND, CueClass.PROMISE, CueClass.THREAT, CueClass.PLAN, CueClass.DENY})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
DECLINING = frozenset({"decline", "refuse", "fail", "deny", "avoid"})
LONG_CLAUSE = 4  # words from which a complement that the tree shows without verb or subject is still a content
LEXICON, SYNTAX, PARENTHETICAL, SOURCE, SMALL, INFINITIVE, NOUN, ADVERB = 0.85, 0.45, 0.85, 0.85, 0.6, 0.55, 0.6, 0.4


def find_clauses(page: Page) -> list[Draft]:
    """All drafts of indirect or mixed statements, in the order of their cues."""
    drafts: list[Draft] = []
    for index, token in enumerate(page.tokens):
        if token.upos in ("VERB", "AUX"):
            drafts.extend(_verb(page, index, page.cue(index, "verb")))
        elif token.upos == "NOUN":
            drafts.extend(_noun(page, index, page.cue(index, "noun")))
        elif token.upos == "ADJ":
            drafts.extend(_adjective(page, index, page.cue(index, "adjective")))
        elif token.upos == "ADV":
            drafts.extend(_adverb(page, index, page.cue(index, "adverb")))
        if page.low(index) == "according":
            drafts.extend(_according(page, index))
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
    if clause is not None:
        content = without(page, (page.left[clause], page.right[clause]), own(page, verb, clause))
        confidence = LEXICON if cue else SYNTAX
        yield _draft(page, verb, content, cue, confidence, "content clause")
        return
    if cue is None:
        return
    host = _host(page, verb, cue)
    if host is not None:
        content = without(page, (page.left[host], page.right[host]), [(page.left[verb], page.right[verb])])
        yield _draft(page, verb, content, cue, PARENTHETICAL, "parenthetical cue")
        return
    if cue.frames & {"small", "as"}:
        yield from _small_clause(page, verb, cue)
        return
    if "inf" in cue.frames:
        yield from _infinitive(page, verb, cue)


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
    if cue is not None and page.parse.child(verb, "expl") is not None:
        return page.parse.child(verb, "csubj")
    return None


def _host(page: Page, verb: int, cue: Cue) -> int | None:
    """The clause that a parenthetical cue stands in: "The talks, he said, had failed"; "as he said"."""
    token = page.tokens[verb]
    if token.head < 0 or not cue.frames & {"that", "quote"}:
        return None
    has_subject = page.parse.child(verb, "nsubj") is not None or subject(page, verb)[1] == "speaker:inverted"
    if token.rel == "parataxis" and has_subject and page.parse.child(verb, "obj", "xcomp") is None:
        return token.head
    if token.rel == "advcl" and cue.cls.speech and has_subject:
        as_clause = any(page.low(mark) == "as" for mark in page.parse.children(verb, "mark", "advmod"))
        if as_clause and page.parse.child(verb, "obj") is None:
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
    if told is None or any(page.low(mark) == "to" for mark in page.parse.children(told, "mark")):
        return
    reaches = [(page.left[told], page.right[told])]
    if thing is not None and page.tokens[thing].upos != "PRON":
        first, last = page.left[thing], page.right[thing]
        if last < reaches[0][0]:
            reaches.insert(0, (first, last))
    yield _draft(page, verb, _joined(reaches), cue, SMALL, "small clause")


def _infinitive(page: Page, verb: int, cue: Cue) -> Iterator[Draft]:
    """ "urged Tehran to return to the talks", "vowed to respond"."""
    if cue.cls not in _FORWARD and "addr" not in cue.frames:
        return
    for child in page.parse.children(verb, "xcomp", "ccomp"):
        if any(page.low(mark) == "to" for mark in page.parse.children(child, "mark")):
            draft = _draft(page, verb, [(page.left[child], page.right[child])], cue, INFINITIVE, "infinitive")
            if draft.speaker is not None:
                yield draft
            return


def _noun(page: Page, noun: int, cue: Cue | None) -> Iterator[Draft]:
    """ "the claim that …", "his warning that …"."""
    if cue is None:
        return
    for child in page.parse.children(noun, "acl", "ccomp"):
        if child < noun or page.tokens[child].deprel == "acl:relcl":
            continue
        marks = [page.low(mark) for mark in page.parse.children(child, "mark")]
        if "that" not in marks or not page.finite(child):
            continue
        draft = _draft(page, noun, [(page.left[child], page.right[child])], cue, NOUN, "noun with clause")
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


def _adjective(page: Page, adjective: int, cue: Cue | None) -> Iterator[Draft]:
    """ "Kyiv is confident that …"."""
    if cue is None:
        return
    for child in page.parse.children(adjective, "ccomp", "advcl"):
        if child > adjective and page.finite(child) and page.parse.child(child, "nsubj") is not None:
            marks = [page.low(mark) for mark in page.parse.children(child, "mark")]
            if page.tokens[child].rel == "advcl" and "that" not in marks:
                continue
            yield _draft(page, adjective, [(page.left[child], page.right[child])], cue, NOUN, "adjective with clause")
            return


def _adverb(page: Page, adverb: int, cue: Cue | None) -> Iterator[Draft]:
    """ "The army allegedly opened fire": the clause, on nobody's word."""
    head = page.tokens[adverb].head
    if cue is None or head < 0 or page.tokens[adverb].rel != "advmod":
        return
    content = without(page, clause_reach(page, head), [(adverb, adverb)])
    draft = _draft(page, adverb, content, cue, ADVERB, "evidential adverb")
    draft.speaker, draft.negated = None, False
    yield draft


def _according(page: Page, index: int) -> Iterator[Draft]:
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


def clause_reach(page: Page, index: int) -> Reach:
    """The tokens of the clause that a token belongs to: up to the nearest predicate, and all below it."""
    head = index
    for _ in range(12):
        token = page.tokens[head]
        if token.head < 0 or token.upos in ("VERB", "AUX") or page.parse.child(head, "cop", "nsubj") is not None:
            break
        head = token.head
    return page.left[head], page.right[head]


def told_reach(page: Page, index: int) -> Reach:
    """The tokens that a source stands for: up to the main clause, or to the content clause of another cue."""
    head = index
    for _ in range(24):
        token = page.tokens[head]
        if token.head < 0 or token.rel in ("ccomp", "csubj"):
            break
        if token.rel == "parataxis" and page.finite(head):
            break
        head = token.head
    return page.left[head], page.right[head]


def own(page: Page, verb: int, clause: int) -> list[Reach]:
    """What a cue's clause says besides its content: the cue, its subject, adverbs and circumstances."""
    if not page.left[clause] <= verb <= page.right[clause]:
        return []
    reaches = [(verb, verb)]
    for child in page.parse.children(verb):
        if child != clause and page.left[clause] <= child <= page.right[clause]:
            reaches.append((page.left[child], page.right[child]))
    return reaches


def without(page: Page, reach: Reach, cut: list[Reach]) -> list[Reach]:
    """A reach of tokens less some others: the pieces that are left, in order."""
    pieces, position = [], reach[0]
    for first, last in sorted(cut):
        if first > reach[1] or last < position:
            continue
        if first > position:
            pieces.append((position, first - 1))
        position = max(position, last + 1)
    if position <= reach[1]:
        pieces.append((position, reach[1]))
    return pieces


def _joined(reaches: list[Reach]) -> list[Reach]:
    joined: list[Reach] = []
    for first, last in sorted(reaches):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def spans(page: Page, reaches: list[Reach]) -> list[Span]:
    """The characters of pieces of content, without punctuation at their ends and "that" at their start."""
    found: list[Span] = []
    for first, last in reaches:
        while first <= last and (page.tokens[first].upos == "PUNCT" or _is_that(page, first)):
            first += 1
        while last >= first and page.tokens[last].upos == "PUNCT":
            last -= 1
        if first <= last:
            found.append(page.span((first, last)))
    return found


def _is_that(page: Page, index: int) -> bool:
    return page.low(index) == "that" and page.tokens[index].rel == "mark"


def cue_span(page: Page, cue: int) -> Span:
    """A cue and its particle where that stands right behind it ("pointed out")."""
    end = page.tokens[cue].end
    for child in page.parse.children(cue, "compound:prt"):
        if child == cue + 1:
            end = page.tokens[child].end
    return (page.tokens[cue].start, end)


def _draft(page: Page, cue_token: int, content: list[Reach], cue: Cue | None, confidence: float, rule: str) -> Draft:
    draft = Draft(spans(page, content), StatementKind.INDIRECT, cue_token)
    draft.why = [f"cue:{page.lemma(cue_token)}", f"class:{cue.cls}" if cue else "class:by syntax", rule]
    draft.confidence = confidence
    dress(page, draft, cue)
    return draft


def dress(page: Page, draft: Draft, cue: Cue | None) -> None:
    """Give a draft with a cue its cue span, speaker, addressee and negation."""
    verb = draft.cue_token
    assert verb is not None
    draft.cue = cue_span(page, verb)
    draft.speaker, rule = subject(page, verb)
    if rule:
        draft.why.append(rule)
    draft.addressee = _addressee(page, verb, cue)
    draft.cls = cue.cls if cue is not None else None
    draft.negated = negated(page, verb) or (cue is not None and cue.cls is CueClass.DENY)


def negated(page: Page, verb: int) -> bool:
    """Whether it is denied that the words were said: "did not say", "declined to say"."""
    if any(page.low(child) in NEGATIONS for child in page.parse.children(verb, "advmod", "cc")):
        return True
    head = page.tokens[verb].head
    if head < 0 or page.tokens[verb].rel != "xcomp":
        return False
    if page.lemma(head) in DECLINING:
        return True
    return any(page.low(child) in NEGATIONS for child in page.parse.children(head, "advmod"))


def _addressee(page: Page, verb: int, cue: Cue | None) -> int | None:
    if cue is None:
        return None
    if "addr" in cue.frames:
        found = page.parse.child(verb, "iobj")
        found = page.parse.child(verb, "obj") if found is None else found
        return page.parse.child(verb, "nsubj:pass") if found is None else found
    for child in page.parse.children(verb, "obl"):
        if any(page.low(case) == "to" for case in page.parse.children(child, "case")):
            return child
    return None
