"""Which description names the same actor as which name: appositions, copulas, relative clauses, "named X chairman"."""

from onrecord.entities.document import Document
from onrecord.entities.found import Found
from onrecord.records import ActorKind, How

_MAKING = frozenset({"name", "appoint", "elect", "make", "crown", "nominate", "swear", "reelect", "re-elect", "choose"})
_BECOMING = frozenset({"become", "remain", "stay"})
_SERVING = frozenset({"serve", "work", "act", "resign", "retire", "return", "continue", "step", "begin", "train"})
LONGEST_ASIDE = 12
"""Tokens in the longest bracket between an office's organisation and its holder."""
LONGEST_PHRASE = 24
"""Tokens in the longest phrase between an office and its holder."""
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"})
_COUNTRY_NOUNS = frozenset({"country", "nation", "state", "kingdom", "republic", "monarchy", "island"})


def link(document: Document, found: list[Found], by_head: dict[int, Found]) -> None:
    """Set `same_as` on each description that the tree says is the same actor as another mention."""
    starts = {one.first: one for one in found if one.how is How.NAME}
    ends = {one.last: one for one in found if one.how is How.NAME}
    for one in found:
        if one.how is not How.DESCRIPTION or one.same_as is not None:
            continue
        for other in (*_partners(document, one, by_head), _neighbour(document, one, starts, ends)):
            if other is not None and other is not one and _agree(one, other) and not _loops(one, other):
                one.same_as = other
                break


def _loops(one: Found, other: Found) -> bool:
    for _ in range(8):
        if other.same_as is None:
            return False
        other = other.same_as
        if other is one:
            return True
    return True


def _partners(document: Document, one: Found, by_head: dict[int, Found]) -> list[Found]:
    """The mentions that the tree ties a description to: what it is in apposition with, or predicated of."""
    token = document.tokens[one.head]
    tied = [token.head] if token.rel == "appos" else []
    apart = [by_head[child] for child in document.parse.children(one.head, "appos") if child in by_head]
    subject = _predicated_of(document, one.head)
    if subject is not None:
        tied.append(subject)
    return [
        *(by_head[index] for index in tied if index in by_head),
        *(other for other in apart if other.how is How.NAME),
    ]


def _neighbour(document: Document, one: Found, starts: dict[int, Found], ends: dict[int, Found]) -> Found | None:
    """The person beside a description, by words alone, where the tree says nothing: "X, chair of N," or "N of Y, X,".

    An office may be parted from its holder by what it is an office of ("Ambassador to Chad Nora Dahl").
    """
    if one.kind is not ActorKind.PERSON or one.plural:
        return None
    lower, stop = document.lower, document.bounds(one.head)[1]
    first = _with_owner(document, one)
    before = ends.get(first - 1) if lower[first - 1 : first] == [","] else None
    behind = _past_phrase(document, one.last, stop, starts)
    if before is not None and (behind >= stop or lower[behind] in (",", ".", ";", "-", "—", "–", ")")):
        return before
    if behind < stop and lower[behind] == ",":
        return starts.get(behind + 1)
    return starts.get(behind) if behind > one.last and document.capital(one.head) else None


def _with_owner(document: Document, one: Found) -> int:
    """Where a description begins together with its possessor: "the bank's chairman"."""
    owner = document.parse.child(one.head, "nmod:poss")
    return min(one.first, min(document.parse.subtree(owner))) if owner is not None else one.first


def _past_phrase(document: Document, index: int, stop: int, starts: dict[int, Found]) -> int:
    """Where a phrase with "of", "for", "to", "at" or "in" that begins at a token ends; that token if none does.

    A person's name ends it."""
    stop = min(stop, index + LONGEST_PHRASE)
    while index < stop and document.lower[index] in ("of", "for", "to", "at", "in"):
        last = index + 1
        while last < stop and _nominal(document, last) and not _begins_person(starts, last):
            last += 1
        index = last
        if index < stop and document.lower[index] == "(":
            closing = next(
                (i for i in range(index, min(stop, index + LONGEST_ASIDE)) if document.lower[i] == ")"), None
            )
            index = closing + 1 if closing is not None else index
    return index


def _nominal(document: Document, index: int) -> bool:
    return document.tokens[index].upos in _NOMINAL or document.capital(index)


def _begins_person(starts: dict[int, Found], index: int) -> bool:
    return index in starts and starts[index].kind is ActorKind.PERSON


def _predicated_of(document: Document, head: int) -> int | None:
    """The token of which a noun is predicated: "X is the N", "X, who became N", "X served as N", "named X N"."""
    parse, token = document.parse, document.tokens[head]
    if parse.children(head, "cop"):
        if _denied(document, head):
            return None
        return _subject(document, head)
    above = token.head
    if above < 0:
        return None
    lemma = document.tokens[above].lemma.lower()
    if token.rel in ("xcomp", "obj") and lemma in _BECOMING:
        return None if _denied(document, above) else _subject(document, above)
    if token.rel == "obl" and lemma in _SERVING and document.has_case(head) == "as":
        return _subject(document, above)
    if token.rel in ("xcomp", "obj") and lemma in _MAKING:
        if _passive(document, above):
            return _subject(document, above)
        named = parse.child(above, "obj")
        return named if named is not None and named != head else None
    return None


def _denied(document: Document, head: int) -> bool:
    return any(document.lower[i] in ("not", "n't", "n’t", "never", "no") for i in document.below(head, "advmod", "det"))


def _passive(document: Document, verb: int) -> bool:
    return any(document.tokens[i].deprel in ("nsubj:pass", "aux:pass") for i in document.below(verb))


def _subject(document: Document, head: int) -> int | None:
    """The subject of a predicate; for a relative pronoun, the noun that its clause describes."""
    subject = document.parse.child(head, "nsubj")
    if subject is None:
        above = document.tokens[head].head
        if document.tokens[head].rel in ("conj", "xcomp") and above >= 0:
            subject = document.parse.child(above, "nsubj")
        elif document.tokens[head].rel == "acl" and above >= 0:
            return above
    if subject is None:
        return None
    if document.lower[subject] in ("who", "which", "that", "whom"):
        for above in (head, document.tokens[head].head):
            if above >= 0 and document.tokens[above].rel == "acl":
                return document.tokens[above].head if document.tokens[above].head >= 0 else None
        return None
    return subject


def _agree(one: Found, other: Found) -> bool:
    """Whether a description may be predicated of a mention: people of people, bodies of bodies, as many of as many."""
    if other.kind is ActorKind.COUNTRY:
        return one.noun in _COUNTRY_NOUNS
    if other.how is How.PRONOUN:
        return True
    people = (ActorKind.PERSON, ActorKind.GROUP)
    if one.kind in people and other.kind in people:
        return one.plural == other.plural
    if one.kind is ActorKind.PERSON and other.kind is ActorKind.ORGANIZATION:
        return one.facts.sector == "BUS"  # "aircraft manufacturer Avio", "the retailer"
    return one.kind is other.kind or {one.kind, other.kind} == {ActorKind.ORGANIZATION, ActorKind.GROUP}
