"""Names one slip of the pen away from a name that the report itself writes: a mention, marked as a variant.

All must hold: one letter added, dropped, changed, or two neighbours exchanged; eight letters or more (six where a
given name or title agrees); the same first letter; one candidate only; the string itself no name or word known to the
codebook; and support: the exact name elsewhere in the report. At a distance of one, 24 % of the six-letter surnames
of office-holders meet another surname, at ten letters 8 %; hence the length, and the support.
"""

from onrecord.entities import lexicon
from onrecord.entities.document import Document
from onrecord.entities.found import Found
from onrecord.entities.roster import Draft, Roster
from onrecord.entities.spelling import one_edit_apart

LONG_ENOUGH = 8
LONG_ENOUGH_WITH_SUPPORT = 6
TOO_LONG = 40
"""Letters of a word that is no surname any more."""


def settle_variants(document: Document, roster: Roster, people: list[Found]) -> dict[int, Draft]:
    """The people whose name is a variant of another person's, by the first token of the mention."""
    known: dict[str, list[Draft]] = {}
    for surname, drafts in roster.by_surname.items():
        if LONG_ENOUGH_WITH_SUPPORT <= len(surname) <= TOO_LONG:
            for key in _deletions(surname):
                known.setdefault(key, []).extend(drafts[:2])
    settled: dict[int, Draft] = {}
    times: dict[str, int] = {}
    for one in people:
        times[one.words[-1]] = times.get(one.words[-1], 0) + 1
    for one in people:
        if len(one.words) == 1 and one.words[0] in roster.by_surname:
            continue  # a surname that somebody bears is no slip of the pen
        draft = _variant_of(one, known, times)
        if draft is not None:
            settled[one.first] = draft
    return settled


def _deletions(word: str) -> set[str]:
    """A word and all that one dropped letter makes of it: words one edit apart share one of these (SymSpell)."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _variant_of(one: Found, known: dict[str, list[Draft]], times: dict[str, int]) -> Draft | None:
    word = one.words[-1]
    if not LONG_ENOUGH_WITH_SUPPORT <= len(word) <= TOO_LONG or lexicon.known_word(word):
        return None
    near: dict[int, Draft] = {}
    for key in _deletions(word):
        for draft in known.get(key, []):
            other = draft.words[-1]
            if other[0] == word[0] and one_edit_apart(word, other):
                near[draft.order] = draft
    if len(near) != 1:
        return None
    draft = next(iter(near.values()))
    if times.get(word, 0) >= times.get(draft.words[-1], 0):
        return None
    if len(one.words) > 1:
        return draft if one.words[0] == draft.words[0] else None
    if len(word) >= LONG_ENOUGH:
        return draft
    titled = bool(one.noun) and one.noun in draft.nouns
    return draft if titled else None
