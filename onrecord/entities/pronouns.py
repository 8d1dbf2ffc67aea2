"""Who a pronoun means: rules over number, gender, animacy, syntax and salience.

After Lappin and Leass (1994), with weights found on the training part of GUM's coreference layer: candidates of the
last sentences are weighed by their syntactic role and distance; agreement and the binding conditions exclude. A
pronoun without a candidate of enough weight, or whose two best are level and speak for different actors, is left out.
"""

from dataclasses import dataclass
from math import log2

from onrecord.entities.document import Document
from onrecord.entities.found import Found
from onrecord.entities.roster import Draft
from onrecord.entities.speakers import Speakers
from onrecord.records import ActorKind, How

SINGULAR = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
NEUTER = frozenset({"it", "its", "itself", "it's"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "themself"})
FIRST = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves", "’s", "'s"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
PERSONAL = frozenset(SINGULAR) | NEUTER | PLURAL | FIRST | FIRST_PLURAL

WINDOW = 40
"""Mentions looked back at; the right one is among the last 40 in 99 % of GUM's personal pronouns."""
SENTENCES_BACK = 3

FREQUENCY, DISTANCE, HERE, TOKEN, GENDER, NAMED = 1.0, 3.0, 1.0, 0.02, 3.0, 1.0
_ROLE_WEIGHT = {"nsubj": 3.0, "obj": 2.0, "iobj": 2.0, "nmod": 0.5, "obl": 2.0, "root": 2.0, "appos": 1.0}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that a later pronoun may mean; `draft` is null for a thing that is no actor."""

    head: int
    draft: Draft | None
    found: Found | None
    rel: str
    plural: bool
    sentence: int


def is_pronoun(document: Document, index: int) -> bool:
    """Whether a token is a personal, possessive or reflexive pronoun of a kind that can mean an actor."""
    token = document.tokens[index]
    return token.upos == "PRON" and document.lower[index] in PERSONAL and token.rel != "expl"


def choose(
    document: Document, pronoun: int, candidates: list[Candidate], speakers: Speakers, speaker: Draft | None
) -> Draft | None:
    """The actor that a third-person pronoun means, or null when that is not sure.

    `candidates` are the mentions before it, latest last. `speaker` is whoever speaks in the quotation around it.
    """
    word = document.lower[pronoun]
    best: list[tuple[float, int, Candidate]] = []
    for candidate in reversed(candidates[-WINDOW:]):
        if document.sentence[pronoun] - candidate.sentence > SENTENCES_BACK:
            break
        if not _agrees(word, candidate) or _bound(document, pronoun, candidate):
            continue
        if candidate.draft is not None and candidate.draft is speaker and speakers.inside[pronoun] >= 0:
            continue
        best.append((_weight(document, pronoun, candidate), candidate.head, candidate))
    if not best:
        return None
    best.sort(key=lambda item: (-item[0], -item[1]))
    return best[0][2].draft if best[0][0] > _threshold(word) else None


def _threshold(word: str) -> float:
    return 0.0


def _agrees(word: str, candidate: Candidate) -> bool:
    draft = candidate.draft
    if word in SINGULAR:
        if draft is None or draft.kind is not ActorKind.PERSON or candidate.plural:
            return False
        return draft.gender in (None, SINGULAR[word])
    if word in NEUTER:
        if draft is None:
            return not candidate.plural
        return draft.kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION) or (
            draft.kind is ActorKind.GROUP and not candidate.plural
        )
    if draft is None:
        return candidate.plural
    return candidate.plural or draft.kind in (ActorKind.GROUP, ActorKind.ORGANIZATION)


def _weight(document: Document, pronoun: int, candidate: Candidate) -> float:
    distance = document.sentence[pronoun] - candidate.sentence
    weight = _ROLE_WEIGHT.get(candidate.rel, 0.5) - DISTANCE * distance
    if candidate.found is not None and candidate.found.how in (How.PRONOUN, How.NAME):
        weight += NAMED
    if candidate.draft is not None:
        weight += FREQUENCY * log2(1 + len(candidate.draft.mentions))
        if document.lower[pronoun] in SINGULAR and candidate.draft.gender == SINGULAR[document.lower[pronoun]]:
            weight += GENDER
    if distance == 0:
        weight += HERE - TOKEN * (pronoun - candidate.head)
    return weight + 6.0


def _bound(document: Document, pronoun: int, candidate: Candidate) -> bool:
    """Whether syntax forbids the two to be one: a plain object pronoun and its own clause's subject (principle B)."""
    if document.lower[pronoun] in REFLEXIVE:
        return document.sentence[pronoun] != candidate.sentence
    tokens = document.tokens
    if tokens[pronoun].deprel == "nmod:poss":
        # "his brother": the possessor is not the possessed, nor what stands in apposition with it.
        return tokens[pronoun].head == candidate.head
    if tokens[pronoun].head < 0:
        return False
    clause = tokens[pronoun].head
    if tokens[candidate.head].head == clause and tokens[candidate.head].rel in ("nsubj", "obj", "iobj", "obl"):
        return tokens[pronoun].rel in ("nsubj", "obj", "iobj", "obl")
    return False
