"""Status: whether an event happened, by the words around its predicate.

A predicate's own marks decide first (negation, modal, conditional, purpose); without any it takes over the status of
what governs it, as far as governors pass theirs on: "plans to", "failed to", "called for", "prevented". The classes of
governors are those of the literature on factuality (Karttunen's implicatives; Sauri and Pustejovsky's FactBank).
"""

from dataclasses import dataclass

from onrecord.events.arguments import Arguments
from onrecord.events.clauses import MAX_DEPTH, Clauses
from onrecord.records import ROOT, Status

_NEGATORS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "nt"})
_NOTHING = frozenset({"no", "nobody", "none", "nothing", "neither", "nor"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "ll"})
_VOLITION = _WILL | {"would"}
_MODALS = frozenset({"would", "could", "may", "might", "can", "should", "must", "ought", "'d", "’d", "ca", "need"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "in_case", "provided", "so_that", "until", "even_if"})
_PURPOSE = frozenset({"to", "in_order_to", "so_as_to", "in_order"})
_WITHOUT = frozenset({"without", "instead_of", "rather_than"})

_words = str.split
PLANNING = frozenset(
    _words(
        """plan intend prepare expect schedule set promise vow pledge agree decide aim propose arrange commit resolve
        undertake hope guarantee swear anticipate slate project forecast book invite nominate announce gear"""
    )
)
WISHING = frozenset(
    _words(
        """want wish seek urge ask demand request call consider threaten warn fear suggest discuss advise encourage
        recommend appeal beg propose advocate demand require order tell press push lobby need dream debate mull weigh
        offer insist vote instruct direct command contemplate like prefer desire try attempt struggle await doubt
        dare tempt pressure pray favor favour oppose claim_right"""
    )
)
UNDOING = frozenset(
    _words(
        """fail refuse decline deny avoid prevent stop cancel reject refrain abandon prohibit ban bar block thwart foil
        avert forbid scrap scuttle neglect forget boycott postpone delay suspend oppose veto rule_out call_off
        put_off preclude hinder shelve dismiss disrupt abort lack withhold"""
    )
)
_PASSING = frozenset(
    _words(
        """begin start continue manage help force make let have get proceed keep resume cease appear seem come go
        remain succeed choose allow permit enable use lead cause persuade convince compel oblige hold conduct carry
        take launch stage carry_out sign reach strike occur happen give receive undergo join attend see mount
        perform lend provide impose open wage organize organise host end do be face pay send finish rush
        engage convene adopt place put"""
    )
)
_NOUN_PLANS = frozenset(
    _words(
        """plan promise pledge preparation intention decision agreement commitment proposal vow schedule readiness
        willingness deal vote mandate bid"""
    )
)
_NOUN_WISHES = frozenset(
    _words(
        """threat call demand request appeal hope fear possibility prospect risk chance effort attempt offer wish
        desire need option idea suggestion warning danger likelihood potential ultimatum pressure order permission
        authority right power capability ability invitation goal aim basis condition bid campaign push"""
    )
)
_NOUN_DENIALS = frozenset(_words("refusal denial failure ban absence lack rejection end cancellation prevention"))
_ADJECTIVE_PLANS = frozenset(_words("ready willing prepared set due about poised scheduled committed determined sure"))
_ADJECTIVE_WISHES = frozenset(
    _words("able likely unlikely possible eager keen free capable necessary important essential reluctant hopeful")
)
_ADJECTIVE_DENIALS = frozenset(_words("unable unwilling reluctant"))
_FUTURE_MODIFIERS = frozenset(_words("future upcoming planned next coming forthcoming scheduled expected imminent"))
_DOUBT_MODIFIERS = frozenset(_words("possible potential proposed likely hypothetical would-be feared threatened"))
_SPEECH = frozenset(
    _words(
        """say tell report state add note claim accuse charge allege believe think know reveal confirm explain
        announce describe write argue acknowledge admit learn hear show find recall see"""
    )
)

STATUS_WORDS = PLANNING | WISHING | UNDOING | _PASSING | _SPEECH
"""The verbs that status is read from."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A status and the rule that gave it. `willed`: negated by who would do it ("will not"), so refused."""

    status: Status
    rule: str
    willed: bool = False


_ACTUAL = Judgement(Status.ACTUAL, "nothing says otherwise")


class StatusFinder:
    """Judges the predicates of one parse by their words; time expressions are judged elsewhere."""

    def __init__(self, clauses: Clauses, arguments: Arguments) -> None:
        self.clauses = clauses
        self.arguments = arguments
        self.parse = clauses.parse
        self.tokens = clauses.tokens
        self.lemmas = clauses.lemmas
        self._known: dict[int, Judgement] = {}

    def judge(self, index: int) -> Judgement:
        """The status of the predicate at a token."""
        return self._judge(index, 0)

    def _judge(self, index: int, depth: int) -> Judgement:
        if index not in self._known:
            self._known[index] = _ACTUAL
            if depth < MAX_DEPTH:
                self._known[index] = self._own(index) or self._inherited(index, depth + 1) or _ACTUAL
        return self._known[index]

    # -- a predicate's own marks

    def _own(self, index: int) -> Judgement | None:
        for marks in (self._negation, self._modality, self._clause_mark, self._modifiers):
            found = marks(index)
            if found is not None:
                return found
        return None

    def _negation(self, index: int) -> Judgement | None:
        for child in self.parse.children(index, "advmod", "det", "cc", "cc:preconj", "discourse", "aux"):
            lemma = self.lemmas[child]
            if (lemma in _NEGATORS or (lemma == "no" and self.tokens[child].rel == "det")) and not self._only(child):
                willed = any(self.lemmas[aux] in _VOLITION for aux in self.clauses.auxiliaries(index))
                return Judgement(Status.NEGATED, f"negated by {self.tokens[child].text!r}", willed)
        if self.tokens[index].upos in ("VERB", "ADJ", "AUX"):
            for argument in self.parse.children(index, "nsubj", "obj"):
                if self.lemmas[argument] in _NOTHING or any(
                    self.lemmas[child] in ("no", "neither") for child in self.parse.children(argument, "det")
                ):
                    return Judgement(Status.NEGATED, f"negated by {self.tokens[argument].text!r}")
        case = self.clauses.case(index)
        if case in _WITHOUT:
            return Judgement(Status.NEGATED, f"after {case!r}")
        return None

    def _only(self, negator: int) -> bool:
        """Whether "not" belongs to "not only", which denies nothing."""
        after = negator + 1
        return after < len(self.tokens) and self.lemmas[after] in ("only", "just", "merely", "least")

    def _modality(self, index: int) -> Judgement | None:
        for auxiliary in self.clauses.auxiliaries(index):
            lemma, text = self.lemmas[auxiliary], self.tokens[auxiliary].text.lower()
            if lemma in _WILL or text in _WILL:
                return Judgement(Status.FUTURE, f"after {text!r}")
            if lemma in _MODALS or text in _MODALS:
                if text in ("'d", "’d") and lemma == "have":
                    continue
                if lemma == "would" and self._reported(index):
                    return Judgement(Status.FUTURE, "'would' in reported speech")
                return Judgement(Status.HYPOTHETICAL, f"after {text!r}")
        return None

    def _reported(self, index: int) -> bool:
        """Whether a clause is what somebody said: "said it would" is "will", moved to the past."""
        current = index
        for _ in range(3):
            token = self.tokens[current]
            if token.head == ROOT or self._conditional_beside(current):
                return False
            if token.rel in ("ccomp", "parataxis"):
                return self.lemmas[token.head] in _SPEECH | PLANNING
            if token.rel == "ccomp" or token.rel != "conj":
                return any(self.lemmas[child] in _SPEECH for child in self.parse.children(current, "parataxis"))
            current = token.head
        return False

    def _conditional_beside(self, index: int) -> bool:
        return any(self.clauses.case(child) in ("if", "unless") for child in self.parse.children(index, "advcl"))

    def _clause_mark(self, index: int) -> Judgement | None:
        token = self.tokens[index]
        marks = [self.lemmas[child] for child in self.parse.children(index, "mark", "advmod")]
        for mark in marks:
            if mark in _CONDITIONS and token.rel in ("advcl", "ccomp", "acl", "xcomp", "root", "conj"):
                return Judgement(Status.HYPOTHETICAL, f"after {mark!r}")
        if token.deprel == "advcl" and "to" in marks and token.xpos == "VB":
            return Judgement(Status.HYPOTHETICAL, "purpose")
        if self._is_to(index):
            return Judgement(Status.FUTURE, "'is to'")
        return None

    def _is_to(self, index: int) -> bool:
        """ "The minister is to visit": an infinitive under the copula, however the parse draws it."""
        token = self.tokens[index]
        if token.xpos != "VB" or not any(self.lemmas[child] == "to" for child in self.parse.children(index, "mark")):
            return False
        if any(self.lemmas[child] == "be" for child in self.parse.children(index, "cop", "aux")):
            return self.parse.child(index, "aux:pass") is None or token.rel == "root"
        if token.rel in ("xcomp", "ccomp", "csubj") and self.lemmas[token.head] == "be":
            return True
        if token.rel in ("xcomp", "ccomp") and self.lemmas[token.head] == "go":
            return self.tokens[token.head].xpos == "VBG"
        return token.rel == "root" and self.parse.child(index, "nsubj") is not None  # headline: "Envoy to visit"

    def _modifiers(self, index: int) -> Judgement | None:
        for child in self.parse.children(index, "amod", "compound", "advmod"):
            lemma = self.lemmas[child]
            if lemma in _FUTURE_MODIFIERS and self.tokens[index].upos != "VERB":
                return Judgement(Status.FUTURE, f"modified by {lemma!r}")
            if lemma in _DOUBT_MODIFIERS or lemma in ("possibly", "potentially"):
                return Judgement(Status.HYPOTHETICAL, f"modified by {lemma!r}")
        return None

    # -- what governs it

    def _inherited(self, index: int, depth: int) -> Judgement | None:
        token = self.tokens[index]
        if token.head == ROOT:
            return None
        if token.rel == "conj":
            return self._from_conjunct(index, depth)
        if token.upos in ("NOUN", "PROPN"):
            return self._of_noun(index, depth)
        if token.rel in ("xcomp", "ccomp"):
            return self._of_complement(index, depth)
        if token.rel == "acl" and token.deprel != "acl:relcl":
            return self._of_infinitive(index, depth)
        if token.rel == "advcl":
            return self._of_gerund(index, depth)
        return None

    def _from_conjunct(self, index: int, depth: int) -> Judgement | None:
        """A later conjunct without marks and subject of its own shares those of the first."""
        head = self.tokens[index].head
        own = self.parse.child(index, "nsubj", "aux", "mark") is not None
        if own and self.tokens[index].upos == "VERB":
            marks = [self.lemmas[child] for child in self.parse.children(index, "mark")]
            if "to" not in marks or self.parse.child(index, "nsubj", "aux") is not None:
                return None
        if self.tokens[index].feat("VerbForm") == "Fin" and self.tokens[index].feat("Tense") == "Past":
            return None
        return self._judge(head, depth)

    def _of_complement(self, index: int, depth: int) -> Judgement | None:
        head = self.tokens[index].head
        lemma = self._name(head)
        finite = self.tokens[index].rel == "ccomp" and not self._bare(index)
        above = self._judge(head, depth)
        if self.tokens[head].upos == "ADJ":
            return self._of_adjective(lemma, above)
        if finite:
            if lemma in WISHING and self.tokens[index].xpos in ("VB", "VBP"):
                return Judgement(Status.HYPOTHETICAL, f"under {lemma!r}")
            if lemma == "deny":
                return Judgement(Status.NEGATED, "under 'deny'")
            return None
        if lemma in UNDOING:
            status = Status.ACTUAL if above.status is Status.NEGATED else Status.NEGATED
            return Judgement(status, f"under {lemma!r}")
        if self.tokens[index].xpos == "VBG" and lemma not in WISHING | PLANNING:
            return self._pass_on(above, head)
        if lemma in PLANNING:
            return self._unless_negated(above, Status.FUTURE, lemma)
        if lemma in WISHING:
            return self._unless_negated(above, Status.HYPOTHETICAL, lemma)
        return self._pass_on(above, head)

    def _of_adjective(self, lemma: str, above: Judgement) -> Judgement | None:
        if lemma in _ADJECTIVE_DENIALS:
            return Judgement(Status.NEGATED, f"under {lemma!r}")
        if lemma in _ADJECTIVE_PLANS:
            return self._unless_negated(above, Status.FUTURE, lemma)
        if lemma in _ADJECTIVE_WISHES:
            return self._unless_negated(above, Status.HYPOTHETICAL, lemma)
        return above if above.status is not Status.ACTUAL else None

    @staticmethod
    def _unless_negated(above: Judgement, status: Status, lemma: str) -> Judgement:
        if above.status is Status.NEGATED:
            return Judgement(Status.NEGATED, f"not {lemma!r}")
        return Judgement(status, f"under {lemma!r}")

    @staticmethod
    def _pass_on(above: Judgement, head: int) -> Judgement | None:
        return above if above.status is not Status.ACTUAL else None

    def _bare(self, index: int) -> bool:
        """Whether a clause is an infinitive or participle."""
        token = self.tokens[index]
        if token.xpos in ("VBG", "VBN") and not self.clauses.auxiliaries(index):
            return True
        return token.xpos == "VB" and any(
            self.lemmas[child] == "to" for child in self.parse.children(index, "mark", "aux")
        )

    def _of_infinitive(self, index: int, depth: int) -> Judgement | None:
        """ "A plan to attack", "calls to leave"; participles tell of facts ("the man arrested")."""
        token, head = self.tokens[index], self.tokens[index].head
        noun = self.lemmas[head]
        if token.xpos in ("VBN", "VBG") and self.clauses.case(index) is None:
            return None
        if noun in _NOUN_DENIALS:
            return Judgement(Status.NEGATED, f"under {noun!r}")
        if noun in _NOUN_PLANS:
            return Judgement(Status.FUTURE, f"under {noun!r}")
        if noun in _NOUN_WISHES or token.xpos == "VB":
            return Judgement(Status.HYPOTHETICAL, f"under {noun!r}")
        return None

    def _of_gerund(self, index: int, depth: int) -> Judgement | None:
        """Gerunds behind a preposition: "banned from entering", "plans for holding"."""
        head, case = self.tokens[index].head, self.clauses.case(index)
        lemma = self._name(head)
        if case == "from" and lemma in UNDOING | {"discourage", "dissuade", "exclude", "keep"}:
            return Judgement(Status.NEGATED, f"under {lemma!r}")
        if case in ("of", "about", "on") and lemma in WISHING:
            return Judgement(Status.HYPOTHETICAL, f"under {lemma!r}")
        if case is None and self.tokens[index].xpos == "VBG":
            above = self._judge(head, depth)
            return above if above.status in (Status.FUTURE, Status.HYPOTHETICAL) else None
        return None

    # -- event nouns

    def _of_noun(self, index: int, depth: int) -> Judgement | None:
        token, head = self.tokens[index], self.tokens[index].head
        if token.rel in ("nmod", "compound"):
            return self._of_noun_phrase(index, depth)
        if self.tokens[head].upos not in ("VERB", "AUX", "ADJ"):
            return None
        lemma, above, case = self._name(head), self._judge(head, depth), self.clauses.case(index)
        if lemma in UNDOING and (token.rel == "obj" or token.deprel == "nsubj:pass"):
            status = Status.ACTUAL if above.status is Status.NEGATED else Status.NEGATED
            return None if self._settled(index) else Judgement(status, f"under {lemma!r}")
        if lemma in WISHING | PLANNING and self._wanted(token.deprel, case) and not self._settled(index):
            status = Status.FUTURE if lemma in PLANNING else Status.HYPOTHETICAL
            return self._unless_negated(above, status, lemma)
        if above.status is Status.ACTUAL or not self._carries(index, head, lemma, token.deprel):
            return None
        return above

    @staticmethod
    def _wanted(deprel: str, case: str | None) -> bool:
        return deprel in ("obj", "nsubj:pass") or case in ("for", "to", "about", "of", "with")

    def _settled(self, index: int) -> bool:
        """Whether a noun phrase points at something that is there already ("the war", "his arrest", "this visit")."""
        return (
            any(
                self.lemmas[child] in ("the", "this", "that", "these", "those")
                for child in self.parse.children(index, "det")
            )
            and self.lemmas[index] in _STANDING
        )

    def _carries(self, index: int, head: int, lemma: str, deprel: str) -> bool:
        """Whether the status of the verb is that of its noun: the verb only says that the event takes place."""
        if self._settled(index):
            return False
        if deprel in ("obj", "nsubj:pass"):
            return self.arguments.is_light(head) or lemma in _PASSING
        if deprel == "nsubj":
            return lemma in (
                "occur",
                "happen",
                "begin",
                "start",
                "take",
                "open",
                "resume",
                "follow",
                "come",
                "go",
                "be",
            )
        return self.arguments.is_light(head)

    def _of_noun_phrase(self, index: int, depth: int) -> Judgement | None:
        head, case = self.tokens[index].head, self.clauses.case(index)
        noun = self.lemmas[head]
        if case in ("for", "of", "to", "about", "on", "against") or self.tokens[index].rel == "compound":
            if noun in _NOUN_DENIALS and not self._settled(index):
                return Judgement(Status.NEGATED, f"under {noun!r}")
            if noun in _NOUN_PLANS - {"deal", "agreement"} and case in ("for", "to"):
                return Judgement(Status.FUTURE, f"under {noun!r}")
            if noun in _NOUN_WISHES and not self._settled(index):
                return Judgement(Status.HYPOTHETICAL, f"under {noun!r}")
        if noun in _PARTS:
            return self._judge(head, depth)
        return None

    def _name(self, verb: int) -> str:
        """A verb's lemma, with its particle where the two together are in the classes."""
        particle = self.arguments.particle(verb) if self.tokens[verb].upos == "VERB" else None
        joined = f"{self.lemmas[verb]}_{particle}"
        return joined if joined in UNDOING else self.lemmas[verb]


_STANDING = frozenset(_words("war conflict invasion occupation crisis blockade siege aggression ban embargo sanction"))
_PARTS = frozenset(_words("round series day wave number set new"))
