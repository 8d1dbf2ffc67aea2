"""Who has been met in a report so far, and which names are theirs.

Names are settled for the whole report at once (a headline's surname may be explained in the body), by hash maps over
whole names, surnames, given names and short forms; so the time grows with the length of the text only.
"""

from dataclasses import dataclass, field

from onrecord.entities.found import NO_FACTS, Facts, Found
from onrecord.entities.spans import LONGEST_NAME
from onrecord.entities.spelling import PARTICLES, folded
from onrecord.records import ActorKind, How

_LITTLE = frozenset({"of", "the", "and", "for", "on", "in", "de", "des", "du", "la", "le", "al", "to"})
NAMESAKES = 16
"""People of one surname who are told apart; a list of more is a register, not news."""
SHORTEST_SHORT_FORM = 5
"""Letters of the shortest single word of an organisation's name that stands for the whole ("Scientology")."""


@dataclass(slots=True)
class Draft:
    """An actor in the making. `nouns` maps the nouns that describe it to their modifiers."""

    kind: ActorKind
    name: str
    order: int
    words: tuple[str, ...] = ()
    facts: Facts = NO_FACTS
    plural: bool = False
    gender: str | None = None
    mentions: list[tuple[Found, How]] = field(default_factory=list)
    nouns: dict[str, frozenset[str]] = field(default_factory=dict)
    whys: dict[str, None] = field(default_factory=dict)
    named: bool = False

    def take(self, found: Found, how: How | None = None, why: str | None = None) -> None:
        """Add a mention and what it says; the first to say something is believed."""
        self.mentions.append((found, how or found.how))
        self.facts = self.facts.filled(found.facts)
        self.gender = self.gender or found.facts.gender
        if found.noun:
            self.nouns[found.noun] = self.nouns.get(found.noun, frozenset()) | found.modifiers
        if why:
            self.whys[why] = None


class Roster:
    """The drafts of one report, found by name."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.countries: dict[str, Draft] = {}
        self.people: dict[tuple[str, ...], Draft] = {}
        self.by_surname: dict[str, list[Draft]] = {}
        self.by_first: dict[str, list[Draft]] = {}
        self.organisations: dict[str, Draft] = {}
        self.by_word: dict[str, list[Draft]] = {}

    def new(self, kind: ActorKind, name: str, words: tuple[str, ...] = (), *, plural: bool = False) -> Draft:
        draft = Draft(kind, name, len(self.drafts), words, plural=plural)
        self.drafts.append(draft)
        return draft

    def country(self, code: str, name: str) -> Draft:
        """The draft of a country, made on its first mention."""
        draft = self.countries.get(code)
        if draft is None:
            draft = self.countries[code] = self.new(ActorKind.COUNTRY, name)
            draft.facts = Facts(country=code)
            draft.named = True
        return draft

    def full_person(self, found: Found) -> Draft:
        """The draft of a person named by two words or more: the same words, or the same first and last ones."""
        words = found.words
        draft = self.people.get(words) or self.people.get(_ends(words))
        if draft is None:
            draft = self.new(ActorKind.PERSON, found.name, words)
            draft.named = True
            self.by_surname.setdefault(words[-1], []).append(draft)
            self.by_first.setdefault(words[0], []).append(draft)
            for size in range(2, min(len(words), LONGEST_NAME)):
                if words[-size] in PARTICLES:
                    self.by_surname.setdefault(" ".join(words[-size:]), []).append(draft)
        elif len(words) > len(draft.words):
            draft.words, draft.name = words, found.name
        self.people.setdefault(words, draft)
        self.people.setdefault(_ends(words), draft)
        return draft

    def short_person(self, found: Found) -> Draft:
        """The draft of a person named by one word (or a particle and a word): by surname, then by first name."""
        key = " ".join(found.words)
        known = self.by_surname.get(key) or self.by_first.get(key) or []
        known = known[-NAMESAKES:]
        known = [draft for draft in known if _genders_agree(draft, found)] or known
        if known:
            return _nearest(known, found.first)
        draft = self.people.get(found.words)
        if draft is None:
            draft = self.people[found.words] = self.new(ActorKind.PERSON, found.name, found.words)
            draft.named = True
            self.by_surname.setdefault(key, []).append(draft)
        return draft

    def organisation(self, found: Found) -> Draft:
        """The draft of an organisation: by its name in the codebook or its words, by initials, by one telling word."""
        keys = [folded(name) for name in (found.name, *found.aliases)]
        draft = next((self.organisations[key] for key in keys if key in self.organisations), None)
        draft = draft or self.organisations.get(" ".join(found.words))
        if draft is None and len(found.words) == 1:
            telling = self.by_word.get(found.words[0], [])
            draft = telling[0] if len(telling) == 1 and len(found.words[0]) >= SHORTEST_SHORT_FORM else None
        if draft is None:
            draft = self.new(found.kind, found.name, found.words)
            draft.named = True
            for word in set(found.words) - _LITTLE:
                self.by_word.setdefault(word, []).append(draft)
        for key in (*keys, initials(found.words), *heads(found.words)):
            if len(key) > 1:
                self.organisations.setdefault(key, draft)
        return draft


def initials(words: tuple[str, ...]) -> str:
    """The first letters of a name's greater words, if it has three or more: "asia pacific economic cooperation"."""
    letters = "".join(word[0] for word in words if word not in _LITTLE)
    return letters if len(letters) > 2 else ""


def heads(words: tuple[str, ...]) -> list[str]:
    """The shorter names that begin a long one: "supreme court" of "supreme court of cassation"."""
    return [
        " ".join(words[:size]) for size in range(2, min(len(words), LONGEST_NAME)) if words[size] in ("of", "for", "in")
    ]


def _ends(words: tuple[str, ...]) -> tuple[str, ...]:
    """First and last word: middle names and initials come and go."""
    return (words[0], words[-1])


def _genders_agree(draft: Draft, found: Found) -> bool:
    return draft.gender is None or found.facts.gender is None or draft.gender == found.facts.gender


def _nearest(drafts: list[Draft], token: int) -> Draft:
    """Of several people of one surname the one met last before this token, else the first of the report."""
    if len(drafts) == 1:
        return drafts[0]
    before = [(draft.mentions[-1][0].first, draft) for draft in drafts if draft.mentions]
    before = [(first, draft) for first, draft in before if first < token]
    return max(before, key=lambda item: item[0])[1] if before else drafts[0]
