"""Clauses: voice, prepositions and the understood subject, read off the tree.

The questions that every later step asks of a predicate: is it passive, by which preposition is a noun attached, and
who is its subject when the clause itself names none (infinitives, participles, relative clauses, shared subjects).
Control follows the usual generalisation: the object of the governing verb if it has one, else its subject.
"""

from dataclasses import dataclass

from onrecord.language.lemmas import stems
from onrecord.records import ROOT, Parse, Token

MAX_DEPTH = 12  # links followed upwards for an understood subject; deeper chains occur in damaged parses only

_RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
_SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "swear", "use", "offer"})
_OBJECT_GERUND = frozenset({"for", "of", "from", "against"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
_QUANTITY = frozenset(
    [
        *("number", "group", "dozen", "hundred", "thousand", "million", "score", "majority", "minority", "series"),
        *("handful", "couple", "string", "wave", "crowd", "team", "pair", "part", "lot", "total", "round", "bout"),
        *("most", "many", "some", "several", "all", "none", "half", "two", "three", "four", "five", "one", "few"),
        *("member", "ten", "rest", "bulk", "percent", "%", "type", "kind", "form", "act", "spate", "each", "both"),
    ]
)


@dataclass(frozen=True, slots=True)
class Filler:
    """A token that fills a slot, and the rule that found it."""

    token: int
    rule: str


Fillers = tuple[Filler, ...]


def _lemma(token: Token, known: frozenset[str]) -> str:
    lemma = token.lemma.lower()
    if lemma in known:
        return lemma
    return next((stem for stem in stems(token.text.lower(), token.xpos) if stem in known), lemma)


class Clauses:
    """Answers about the clauses of one parse; remembers what it worked out."""

    def __init__(self, parse: Parse, known: frozenset[str] = frozenset()) -> None:
        """`known` are the words that frames know, to which regular forms with a doubtful lemma are led back."""
        self.parse = parse
        self.tokens = parse.tokens
        self.lemmas = [_lemma(token, known) for token in parse.tokens]
        self._passive: dict[int, bool] = {}
        self._subjects: dict[int, Fillers] = {}

    # -- small questions

    def case(self, index: int) -> str | None:
        """The preposition that a nominal or gerund hangs on, multiword ones joined by "_", or null."""
        words = []
        for child in self.parse.children(index, "case", "mark"):
            if child > index or self.lemmas[child] in ("'s", "that", "if", "whether"):
                continue
            words.append(self.lemmas[child])
            words.extend(self.lemmas[part] for part in self.parse.children(child, "fixed"))
        return "_".join(words) or None

    def is_participle(self, index: int) -> bool:
        """Whether a token is a past participle by its tag."""
        return self.tokens[index].xpos == "VBN"

    def is_passive(self, index: int) -> bool:
        """Whether a verb is passive: by its dependents, or a bare participle that modifies, or shares an auxiliary."""
        if index not in self._passive:
            self._passive[index] = False
            self._passive[index] = self._find_passive(index)
        return self._passive[index]

    def _find_passive(self, index: int) -> bool:
        token = self.tokens[index]
        rels = {self.tokens[child].deprel for child in self.parse.children(index)}
        if rels & {"nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"}:
            return True
        if not self.is_participle(index) or rels & {"aux", "obj"}:
            return False
        if token.deprel in ("acl", "amod"):
            return True
        if token.deprel == "advcl":
            return "nsubj" not in rels
        if token.deprel == "xcomp":
            return True
        return token.deprel == "conj" and "nsubj" not in rels and self.is_passive(token.head)

    def auxiliaries(self, index: int) -> tuple[int, ...]:
        """The auxiliaries and copulas of a predicate, those that it shares as a later conjunct included."""
        own = self.parse.children(index, "aux", "cop")
        token = self.tokens[index]
        if own or token.rel != "conj" or self.parse.child(index, "nsubj", "csubj") is not None:
            return own
        head = token.head
        if self.tokens[head].upos not in ("VERB", "AUX", "ADJ", "NOUN"):
            return own
        return self.auxiliaries(head)

    def is_nominal(self, index: int) -> bool:
        return self.tokens[index].upos in _NOMINAL

    # -- coordination, quantities and antecedents

    def expand(self, index: int, rule: str) -> Fillers:
        """A filler with those that are coordinated with it, relative pronouns replaced by what they stand for."""
        found: list[Filler] = []
        for token in (index, *self._conjuncts(index)):
            found.extend(self._resolve(token, rule if token == index else f"{rule}, coordinated"))
        return tuple(found)

    def _conjuncts(self, index: int) -> list[int]:
        own_case = self.case(index)
        return [
            child
            for child in self.parse.children(index, "conj")
            if (self.is_nominal(child) or self.tokens[child].upos == "ADJ")
            and self.parse.child(child, "nsubj", "cop") is None
            and self.case(child) in (None, own_case)
        ]

    def _resolve(self, index: int, rule: str) -> Fillers:
        if self.is_relative(index):
            antecedent = self.antecedent(index)
            if antecedent is not None:
                return tuple(Filler(each.token, f"{rule}, relative") for each in self.expand(antecedent, rule))
        return (Filler(index, rule),)

    def is_relative(self, index: int) -> bool:
        """Whether a token is a relative pronoun."""
        if self.tokens[index].xpos in _RELATIVE_TAGS:
            return True
        return self.lemmas[index] in ("that", "which", "who") and self.tokens[index].feat("PronType") == "Rel"

    def antecedent(self, index: int) -> int | None:
        """The noun that the relative clause around a token modifies, or null."""
        current = index
        for _ in range(MAX_DEPTH):
            token = self.tokens[current]
            if token.head == ROOT:
                return None
            if token.deprel == "acl:relcl":
                return token.head
            current = token.head
        return None

    def inner(self, index: int) -> tuple[int, ...]:
        """A token, and where it only measures ("hundreds of", "a group of") the nouns that it measures."""
        found = [index]
        if self.lemmas[index] in _QUANTITY or self.tokens[index].upos in ("NUM", "DET"):
            for child in self.parse.children(index, "nmod"):
                if self.case(child) in ("of", "out_of"):
                    found.extend(filler.token for filler in self.expand(child, ""))
        return tuple(found)

    # -- subjects

    def subject(self, index: int) -> Fillers:
        """The grammatical subject of a predicate, its own or the understood one; empty when there is none."""
        return self._subject(index, 0)

    def _subject(self, index: int, depth: int) -> Fillers:
        if index in self._subjects:
            return self._subjects[index]
        found = self._own_subject(index)
        if not found and depth < MAX_DEPTH and self.tokens[index].head != ROOT:
            found = self._understood(index, depth + 1)
        self._subjects[index] = found
        return found

    def _own_subject(self, index: int) -> Fillers:
        children = self.parse.children(index, "nsubj")
        plain = [child for child in children if self.tokens[child].deprel != "nsubj:outer"] or list(children)
        if not plain:
            return ()
        subject = plain[0]
        if self.lemmas[subject] == "there":
            return ()
        return self.expand(subject, "subject")

    def _understood(self, index: int, depth: int) -> Fillers:
        token, head = self.tokens[index], self.tokens[index].head
        if token.rel == "conj":
            return self._shared(index, head, depth)
        if token.rel in ("xcomp", "ccomp"):
            return self._controlled(index, head, depth)
        if token.deprel == "acl:relcl":
            # the pronoun left out can only be the object ("the man they met"), unless the parse lost it
            return ()
        if token.deprel == "advcl":
            return self._adverbial(index, head, depth)
        if token.rel == "acl":
            return self._of_noun(index, head, depth)
        if token.rel == "amod" and self.tokens[head].upos in ("NOUN", "PROPN"):
            return self.expand(head, "modified noun")
        return ()

    def _shared(self, index: int, head: int, depth: int) -> Fillers:
        if self.is_nominal(head) and self.parse.child(head, "nsubj", "cop") is None:
            return ()
        return self._retell(self._subject(head, depth), "shared")

    def _controlled(self, index: int, head: int, depth: int) -> Fillers:
        if self.tokens[index].rel == "ccomp" and self.is_finite(index):
            return ()
        if not self.is_passive(head) and self.lemmas[head] not in _SUBJECT_CONTROL:
            for child in self.parse.children(head, "obj", "iobj"):
                if child < index:
                    return self.expand(child, "object control")
        return self._retell(self._subject(head, depth), "control")

    def is_finite(self, index: int) -> bool:
        """Whether a clause is finite: it has a subject or a finite auxiliary of its own."""
        if self.parse.child(index, "nsubj", "csubj", "expl") is not None:
            return True
        return any(self.tokens[aux].feat("VerbForm") == "Fin" for aux in self.parse.children(index, "aux", "cop"))

    def _adverbial(self, index: int, head: int, depth: int) -> Fillers:
        mark = self.case(index)
        if mark in _OBJECT_GERUND and not self.is_passive(head):
            child = self.parse.child(head, "obj")
            if child is not None and child < index:
                return self.expand(child, "object control")
        if mark == "by" and self.is_passive(head):
            agent = self.agent(head)
            if agent:
                return agent
        return self._retell(self._subject(head, depth), "participle" if mark is None else f"{mark} clause")

    def _of_noun(self, index: int, head: int, depth: int) -> Fillers:
        if self.tokens[index].xpos in ("VBG", "VBN"):
            return self.expand(head, "modified noun")
        owner = self.owner(head)
        if owner:
            return owner
        above = self.tokens[head].head
        if above != ROOT and self.tokens[head].rel in ("obj", "obl", "xcomp") and self.tokens[above].upos == "VERB":
            return self._retell(self._subject(above, depth), "noun's infinitive")
        return ()

    def owner(self, index: int) -> Fillers:
        """Whose a noun is: its possessor or its by-phrase."""
        for child in self.parse.children(index, "nmod:poss"):
            return self.expand(child, "possessor")
        for child in self.parse.children(index, "nmod"):
            if self.case(child) == "by":
                return self.expand(child, "by-phrase")
        return ()

    def agent(self, index: int) -> Fillers:
        """The by-phrase of a passive verb."""
        for child in self.parse.children(index, "obl"):
            if self.case(child) == "by" and self.is_nominal(child):
                return self.expand(child, "by-agent")
        return ()

    @staticmethod
    def _retell(fillers: Fillers, rule: str) -> Fillers:
        return tuple(Filler(filler.token, f"{rule} {filler.rule}") for filler in fillers)
