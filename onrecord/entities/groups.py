"""Descriptions: noun phrases of people and bodies that are not names ("two soldiers", "the ministry", "officials").

Only nouns that the codebook knows as roles, bodies or humans count. A measure in front ("thousands of protesters") is
part of the mention, and so is a nationality ("Russian forces"); phrases behind the noun are not.
"""

from dataclasses import replace

from onrecord.entities import lexicon
from onrecord.entities.document import HYPHENS, Document
from onrecord.entities.found import Found
from onrecord.entities.lexicon import RoleName
from onrecord.entities.roles import phrase_facts, role_ending
from onrecord.entities.spans import Names
from onrecord.entities.together import COUNT
from onrecord.records import ActorKind, How, Token

MEASURES = frozenset(
    "thousand hundred dozen million score ten number group crowd handful couple lot majority minority pair band team "
    "scores dozens hundreds thousands millions tens series wave mob host half third quarter".split()
)
_MEMBERS = ("det", "amod", "compound", "nummod", "nmod:desc", "det:predet", "flat", "goeswith")
_POINTERS = frozenset({"the", "this", "that", "these", "those", "both", "such"})
_ACTING_MODIFIERS = frozenset({"GOV", "MIL", "COP", "REB", "JUD", "LEG"})
SIDES = frozenset({"side", "nation", "state", "country", "neighbour", "neighbor", "rival"})
SIDE = RoleName(sector=None, human=False, body=True)
QUANTIFIERS = frozenset(
    "several many some few other more most numerous various certain all whole entire same such own latter".split()
)
"""Adjectives that do not tell one description from another."""
_BOUNDS = frozenset({"least", "most"})
NP_WIDTH = 12
"""Tokens before a head noun that may belong to it."""


def find_groups(document: Document, names: Names, taken: bytearray) -> list[Found]:
    """Descriptions of people and bodies, in order. `taken[i]` marks tokens of other mentions; those are left alone."""
    found: list[Found] = []
    for index, token in enumerate(document.tokens):
        if not taken[index] and _stands_for_two(document, index):
            found.append(_two(document, index))
        if taken[index] or names.at[index] is not None or not _may_describe(token):
            continue
        one = _description(document, names, taken, index)
        if one is not None:
            found.append(one)
    return found


def is_side(document: Document, left: int, head: int) -> bool:
    """Whether a phrase means parties told before: "both sides", "the two nations"."""
    return document.tokens[head].lemma.lower() in SIDES and document.lower[left] in ("both", "the", "two")


def _may_describe(token: Token) -> bool:
    """Whether a token may be a description's noun; taggers take rare ones for adjectives ("X, undersecretary,")."""
    return token.upos in ("NOUN", "PROPN") or (token.upos == "ADJ" and token.rel in ("appos", "nsubj", "obl", "iobj"))


def _stands_for_two(document: Document, index: int) -> bool:
    """Whether "the two" or "both" is a phrase of its own."""
    token, word = document.tokens[index], document.lower[index]
    if word not in ("two", "both") or token.rel not in ("nsubj", "obj", "iobj", "obl", "nmod"):
        return False
    return word == "both" or (index > 0 and document.lower[index - 1] == "the" and token.head != index + 1)


def _two(document: Document, index: int) -> Found:
    first = index - 1 if document.lower[index] == COUNT else index
    return Found(
        first, index + 1, index, ActorKind.GROUP, How.DESCRIPTION, (COUNT,), COUNT, plural=True, noun=COUNT
    )  # fmt: skip


def _description(document: Document, names: Names, taken: bytearray, head: int) -> Found | None:
    left = _left_edge(document, taken, head)
    reading = role_ending(document, left, head)
    role = reading[0] if reading is not None else SIDE if is_side(document, left, head) else None
    if role is None or not _counts(document, names, head, role):
        return None
    if _denied(document, head) or _measures_something_else(document, head):
        return None
    first, top = _measure(document, taken, left, head)
    facts = phrase_facts(document, names, left, head, role)
    plural = document.tokens[head].feat("Number") == "Plur" or role.collective
    kind = _kind(role, plural)
    pointer = document.lower[left]
    return Found(
        first=first,
        last=head + 1,
        head=top,
        kind=kind,
        how=How.DESCRIPTION,
        words=(document.tokens[head].lemma.lower(),),
        name=_name(document, left, head),
        facts=replace(facts, role=facts.role if kind is ActorKind.PERSON else None),
        plural=plural,
        definite=pointer in _POINTERS or _owned(document, head) or (not plural and _bare(document, left, head)),
        noun=document.tokens[head].lemma.lower(),
        modifiers=modifiers_of(document, left, head),
    )


def _counts(document: Document, names: Names, head: int, role: RoleName) -> bool:
    """Whether a noun is a phrase of its own: not the first part of a longer one, save for a body that acts."""
    token = document.tokens[head]
    if token.rel in ("compound", "flat", "goeswith", "nmod:desc", "amod") and token.head > head:
        above = document.tokens[token.head]
        if names.at[token.head] is not None or above.upos == "PROPN":
            return False
        if lexicon.role(above.lemma.lower()) is not None:
            return False
        return role.sector in _ACTING_MODIFIERS and not role.human
    return True


def _denied(document: Document, head: int) -> bool:
    """ "No NATO partner", "any soldier": nobody is meant."""
    return any(document.lower[child] in ("no", "any") for child in document.parse.children(head, "det"))


def _measures_something_else(document: Document, head: int) -> bool:
    """ "A number of issues", "a group of islands": the noun counts what stands behind it."""
    if document.tokens[head].lemma.lower() not in MEASURES:
        return False
    return any(document.has_case(child) == "of" for child in document.parse.children(head, "nmod"))


def _left_edge(document: Document, taken: bytearray, head: int) -> int:
    """The first token of the noun phrase: its articles, numbers, adjectives and nouns in front."""
    floor = max(document.bounds(head)[0], head - NP_WIDTH)
    left = head
    for index in range(head - 1, floor - 1, -1):
        token = document.tokens[index]
        if taken[index] or (
            token.upos in ("VERB", "AUX", "ADP", "SCONJ", "PRON", "PART") and token.rel not in _MEMBERS
        ):
            break
        hyphened = token.text in HYPHENS or (document.tokens[index + 1].text in HYPHENS and index + 1 < head)
        if not _below(document, index, head) and not hyphened:
            break
        if token.upos == "PUNCT" and token.text not in HYPHENS and token.text not in (",",):
            break
        left = index
    while left < head and (
        document.tokens[left].upos in ("PUNCT", "CCONJ")
        or (document.tokens[left].upos == "ADV" and document.tokens[left + 1].upos != "NUM")
    ):
        left += 1
    if document.lower[left] in _BOUNDS and left > floor and document.lower[left - 1] == "at":
        return left - 1
    return left


def _below(document: Document, index: int, head: int) -> bool:
    """Whether a token modifies the head noun from the left, directly or through another modifier."""
    for _ in range(4):
        token = document.tokens[index]
        if token.head == head:
            return token.deprel in _MEMBERS or token.rel in ("advmod", "punct", "cc") or token.rel in _MEMBERS
        if token.head < 0 or token.head > head or token.rel in ("nsubj", "acl", "appos"):
            return False
        index = token.head
    return False


def _measure(document: Document, taken: bytearray, left: int, head: int) -> tuple[int, int]:
    """Widen a phrase by its measure: "dozens of" before "the wounded soldiers". Returns first token and top token."""
    above = document.tokens[head].head
    if (
        document.tokens[head].rel == "nmod"
        and 0 <= above < left
        and document.has_case(head) == "of"
        and (
            document.tokens[above].lemma.lower() in MEASURES
            or document.lower[above] in MEASURES
            or _is_number(document, above)
        )
        and document.lower[left - 1] == "of"
    ):
        first = _left_edge(document, taken, above)
        if not any(taken[first:left]):
            return first, above
    return left, head


def _is_number(document: Document, index: int) -> bool:
    return document.tokens[index].upos == "NUM"


def _kind(role: RoleName, plural: bool) -> ActorKind:
    if role.body:
        return ActorKind.ORGANIZATION
    return ActorKind.GROUP if plural else ActorKind.PERSON


def _bare(document: Document, left: int, head: int) -> bool:
    """Whether nothing determines a noun: an office or a headline's word ("Prime minister resigns")."""
    return not any(document.tokens[i].upos in ("DET", "NUM") for i in range(left, head))


def _owned(document: Document, head: int) -> bool:
    return any(True for _ in document.below(head, "nmod:poss"))


def modifiers_of(document: Document, left: int, head: int) -> frozenset[str]:
    """The lemmas of the adjectives and nouns in front of a head noun."""
    return frozenset(
        document.tokens[i].lemma.lower()
        for i in range(left, head)
        if document.tokens[i].upos in ("ADJ", "NOUN", "PROPN", "VERB")
        and document.tokens[i].rel != "advmod"
        and document.lower[i] not in QUANTIFIERS
    )


def _name(document: Document, left: int, head: int) -> str:
    """The description without its article: "the wounded soldiers" is "wounded soldiers"."""
    while left < head and (
        document.tokens[left].upos in ("DET", "NUM", "PUNCT") or document.lower[left] in QUANTIFIERS | _BOUNDS | {"at"}
    ):
        left += 1
    return " ".join(document.text(left, head + 1).split())
