"""From tokens to drafts: what a cue's clause says besides its content, and the content's characters."""

from bisect import bisect_left

from onrecord.codebook.cues import Cue, CueClass
from onrecord.records import Span, StatementKind
from onrecord.statements.page import Draft, Page, Reach
from onrecord.statements.speakers import subject

DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
DECLINING = frozenset({"decline", "refuse", "fail", "deny", "avoid"})


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
        cue = page.cue(head) if token.upos == "VERB" else None
        if token.rel == "parataxis" and page.finite(head) and (cue is None or not cue.cls.speech):
            break
        head = token.head
    return page.left[head], page.right[head]


def own(page: Page, verb: int, clause: int) -> list[Reach]:
    """What a cue's clause says besides its content: the cue, its subject, adverbs and circumstances."""
    around = page.left[clause] <= verb <= page.right[clause]
    reaches = [(verb, verb)]
    for child in page.parse.children(verb):
        inside = around and page.left[clause] <= child <= page.right[clause]
        if child != clause and (inside or page.tokens[child].rel == "nsubj"):
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


def joined(reaches: list[Reach]) -> list[Reach]:
    """Reaches of tokens in order, those that touch or overlap made one."""
    found: list[Reach] = []
    for first, last in sorted(reaches):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def spans(page: Page, reaches: list[Reach]) -> list[Span]:
    """The characters of pieces of content, without punctuation at their ends and "that" at their start."""
    found: list[Span] = []
    for first, last in reaches:
        first = _past_day(page, first, last)
        while first <= last and (page.tokens[first].upos == "PUNCT" or _is_that(page, first)):
            first += 1
        while last >= first and page.tokens[last].upos == "PUNCT":
            last -= 1
        if first <= last:
            found.append(page.span((first, last)))
    return found


def _to_the_stop(page: Page, reach: Reach, cue: int) -> list[Reach]:
    """The part of a reach on the cue's side of any full stop, where sentences were not told apart."""
    first, last = reach
    stops = page.stops.get(page.quote_of[cue], [])
    begin, end = bisect_left(stops, first), bisect_left(stops, last)
    if begin == end:
        return [reach]
    return [(first, stops[begin])] if cue < first else [(stops[end - 1] + 1, last)]


def _past_day(page: Page, first: int, last: int) -> int:
    """Past the day of speaking, which trees often give to the content: "said on Monday it would appeal"."""
    at = first + 1 if page.low(first) == "on" else first
    named = at < last and page.low(at) in DAYS and page.tokens[at + 1].upos != "PUNCT"
    return at + 1 if named and first > 0 and page.tokens[first - 1].upos == "VERB" else first


def _is_that(page: Page, index: int) -> bool:
    return page.low(index) == "that" and page.tokens[index].rel == "mark"


def cue_span(page: Page, cue: int) -> Span:
    """A cue and its particle where that stands right behind it ("pointed out")."""
    end = page.tokens[cue].end
    for child in page.parse.children(cue, "compound:prt"):
        if child == cue + 1:
            end = page.tokens[child].end
    return (page.tokens[cue].start, end)


def make(page: Page, cue_token: int, content: list[Reach], cue: Cue | None, confidence: float, rule: str) -> Draft:
    """A draft of indirect speech: a cue, its content, and what the cue's clause says besides."""
    kept = [piece for reach in content for piece in _to_the_stop(page, reach, cue_token)]
    draft = Draft(spans(page, kept), StatementKind.INDIRECT, cue_token)
    draft.why = [
        f"cue:{cue.lemma if cue else page.lemma(cue_token)}",
        f"class:{cue.cls}" if cue else "class:by syntax",
        rule,
    ]
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
    entry = page.cue(head)
    if (entry.lemma if entry is not None else page.lemma(head)) in DECLINING:
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
