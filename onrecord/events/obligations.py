"""Obligations as requests: what a speaker says that somebody else must do.

"The minister said that Chile must open its border" is a REQUEST in PLOVER, by the minister of Chile, though no verb of
asking tells it. The speaker and the obliged party must both be known, and differ.
"""

from collections.abc import Sequence

from onrecord.codebook.frames import Frame
from onrecord.events.arguments import Arguments
from onrecord.events.clauses import Clauses
from onrecord.events.matching import Coded
from onrecord.events.parties import Parties, is_political
from onrecord.records import Actor

FRAME = Frame("request.obligation", "REQUEST", "verb", (), actor=("speaker",), recipient=("subject",))
_MODALS = frozenset({"must", "should", "ought"})
_SEMI_MODALS = frozenset({"have", "need"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "NOUN"})


class Obligations:
    """Finds obligations in one parse."""

    def __init__(self, clauses: Clauses, arguments: Arguments, parties: Parties) -> None:
        self.clauses = clauses
        self.arguments = arguments
        self.parties = parties

    def at(self, index: int, speakers: Sequence[Actor]) -> Coded | None:
        """The request that a speaker makes by the clause whose predicate stands at a token, or null."""
        if not speakers or self.clauses.tokens[index].upos not in _PREDICATES or not self._obliged(index):
            return None
        subject = self.clauses.subject(index)
        if self.clauses.is_passive(index) or not subject:
            return None
        obliged = tuple(actor for actor in self.parties.of(subject) if is_political(actor))
        theirs = {actor.id for actor in speakers}
        if not obliged or any(actor.id in theirs for actor in obliged):
            return None
        slots = dict(self.arguments.slots(index, "verb"))
        return Coded(index, FRAME, slots, "speaker", "subject", (), subject, tuple(speakers), obliged)

    def _obliged(self, index: int) -> bool:
        """Whether a predicate stands under "must", or under "has to" or "needs to", which are verbs to the parser."""
        if any(self.clauses.lemmas[aux] in _MODALS for aux in self.clauses.parse.children(index, "aux")):
            return not self._negated(index)
        token = self.clauses.tokens[index]
        if token.rel != "xcomp" or self.clauses.lemmas[token.head] not in _SEMI_MODALS:
            return False
        marked = any(self.clauses.lemmas[child] == "to" for child in self.clauses.parse.children(index, "mark"))
        return marked and not self._negated(token.head) and not self.clauses.parse.children(token.head, "aux")

    def _negated(self, index: int) -> bool:
        return any(
            self.clauses.lemmas[child] in ("not", "n't") for child in self.clauses.parse.children(index, "advmod")
        )
