"""Whether a capital or a palace stands for its government: "Tokyo warned", not "in Tokyo"."""

from onrecord.entities.document import Document
from onrecord.entities.lexicon import CountryName

_BEING_THERE = frozenset(
    "lie sit be stand become host see experience wake celebrate grow sprawl burn flood sleep swelter face".split()
)
"""Verbs whose subject is the town itself as often as its government; they prove nothing."""
TAKES_PARTY = frozenset(
    "urge accuse warn tell ask call condemn criticize criticise threaten pressure press blame thank support back defy "
    "provoke sanction force persuade assure inform invite challenge anger irk alarm reassure appease isolate".split()
)
_OF_THE_TOWN = frozenset(
    "street airport suburb outskirt mayor resident centre center district neighborhood neighbourhood university "
    "station embassy downtown skyline weather hospital museum stadium zoo metro subway market hotel police population "
    "court city port time bureau office river square church mosque school bridge restaurant club exchange".split()
)
_PARTY_LINKS = frozenset({"by", "with", "against", "between", "toward", "towards"})


def stands_for_government(document: Document, first: int, last: int, head: int, country: CountryName) -> bool:
    """Whether the name of a seat of government is used for those who govern. `head` is its head token."""
    before = document.lower[first - 1] if first > document.bounds(first)[0] else ""
    palace = country.use == "metonym"
    case = document.has_case(head)
    top = document.chain_head(head)
    case = case or document.has_case(top)
    token = document.tokens[top]
    if _goes_on_as_place(document, last):
        return False
    if token.rel == "nsubj" and token.head >= 0 and case is None:
        verb = document.tokens[token.head]
        return verb.upos == "VERB" and verb.lemma.lower() not in _BEING_THERE
    if case in ("'s", "’s", "'", "’"):
        return token.head >= 0 and document.tokens[token.head].lemma.lower() not in _OF_THE_TOWN
    if case in _PARTY_LINKS or before in _PARTY_LINKS:
        return True
    if token.rel in ("obj", "iobj") and token.head >= 0:
        return document.tokens[token.head].lemma.lower() in TAKES_PARTY
    return palace and case is None and token.rel in ("nsubj", "obj", "iobj", "compound", "nmod")


def _goes_on_as_place(document: Document, last: int) -> bool:
    """ "Washington, D.C." or "Washington state": the town or region is meant."""
    following = document.lower[last : last + 2]
    if following and following[0] in ("d.c.", "dc", "state", "city"):
        return True
    return len(following) > 1 and following[0] == "," and following[1] in ("d.c.", "dc")
