"""Whom a description means: "the protesters" those already met, "the minister" the one named before, "the country".

Descriptions are kept by their noun. A definite one joins the latest of its noun whose modifiers and country do not
speak against it; an indefinite one is someone new.
"""

from onrecord.entities.document import Document
from onrecord.entities.found import Found
from onrecord.entities.pronouns import Candidate
from onrecord.entities.roster import Draft, Roster
from onrecord.records import ActorKind

LOOK_BACK = 8
"""Earlier actors of one noun that a description is compared with."""
RECENT = 40
"""Mentions looked back at for "the country" or "the alliance"."""

_COUNTRY = frozenset({"country", "nation", "kingdom", "republic"})
_BODY = frozenset(
    "organization organisation alliance bloc group agency company institution body union association firm federation "
    "committee commission council coalition party movement".split()
)
_ANYONE = frozenset({"man", "woman"})


class Descriptions:
    """The described actors of a report by noun."""

    def __init__(self, document: Document, roster: Roster) -> None:
        self.document = document
        self.roster = roster
        self.by_noun: dict[str, list[Draft]] = {}

    def note(self, draft: Draft, one: Found) -> None:
        """Remember that a noun described an actor; the latest comes last."""
        if not one.noun:
            return
        known = self.by_noun.setdefault(one.noun, [])
        if draft in known[-LOOK_BACK:]:
            known.remove(draft) if len(known) <= LOOK_BACK else None
        known.append(draft)

    def resolve(self, one: Found, candidates: list[Candidate]) -> Draft:
        """The draft that a description means; a new one where it means no earlier one."""
        draft = self._earlier(one)
        draft = draft or (self._by_class(one, candidates) if one.definite else None)
        if draft is not None:
            return draft
        return self.roster.new(one.kind, one.name, one.words, plural=one.plural)

    def _points_back(self, one: Found) -> bool:
        """Definite phrases do, and bare plurals ("protesters"); counted and singular indefinite ones do not."""
        if one.definite:
            return True
        opening = self.document.tokens[one.first]
        return one.plural and opening.upos not in ("DET", "NUM") and one.last - one.first <= 3

    def _earlier(self, one: Found) -> Draft | None:
        points_back = self._points_back(one)
        for draft in reversed(self.by_noun.get(one.noun, [])[-LOOK_BACK:]):
            announced = self._announced(draft)
            if (points_back or announced) and self._fits(one, draft, loosely=announced):
                return draft
        return None

    def _announced(self, draft: Draft) -> bool:
        """Whether a headline told of an actor last: then the first sentence introduces it anew."""
        return self.document.headline(draft.mentions[-1][0].first)

    def _fits(self, one: Found, draft: Draft, *, loosely: bool) -> bool:
        """Whether nothing speaks against a description meaning an actor; `loosely` lets either say more."""
        if one.plural != draft.plural and draft.kind is not ActorKind.ORGANIZATION:
            return False
        mine, theirs = one.facts.country, draft.facts.country
        if mine is not None and theirs is not None and mine != theirs:
            return False
        known = draft.nouns.get(one.noun, frozenset())
        if loosely and (one.modifiers <= known or known <= one.modifiers or (mine is not None and mine == theirs)):
            return True
        if one.definite:
            return one.modifiers <= known or (mine is not None and mine == theirs and not known - one.modifiers)
        return one.modifiers == known

    def _by_class(self, one: Found, candidates: list[Candidate]) -> Draft | None:
        """The latest country for "the country", the latest organisation for "the alliance".

        A noun written large, or with a phrase of its own behind it, is a body told anew ("the Commission on Ports").
        """
        new = self.document.capital(one.head) or self.document.parse.child(one.head, "nmod", "acl") is not None
        if new and not self.document.opens_sentence(one.head):
            return None
        if one.noun in _COUNTRY and not one.plural and not one.modifiers:
            return self._latest(candidates, ActorKind.COUNTRY)
        if one.noun in _BODY and not one.plural and not one.modifiers:
            return self._latest(candidates, ActorKind.ORGANIZATION)
        return None

    def _latest(self, candidates: list[Candidate], kind: ActorKind) -> Draft | None:
        for candidate in reversed(candidates[-RECENT:]):
            if candidate.draft is not None and candidate.draft.kind is kind and candidate.draft.named:
                return candidate.draft
        return None
