"""Arguments: which tokens fill the slots of a predicate.

Slots are those of the frame files (`docs/reference/frames.md`): grammatical functions after undoing passives, relative
clauses and control, and every preposition by its own name. Prepositional phrases are the parser's hardest choice, so a
phrase that hangs on the neighbouring noun or verb is used where the predicate's own slot is empty.
"""

from onrecord.codebook.frames import PREPOSITIONS
from onrecord.events.clauses import Clauses, Filler, Fillers
from onrecord.records import ROOT

Slots = dict[str, Fillers]

_LED = frozenset({"led", "run", "headed", "lead"})
_OTHER_MODIFIERS = frozenset({"backed", "brokered", "mediated", "sponsored", "funded", "based", "born", "owned"})


class Arguments:
    """Finds the slots of verbs, nouns and adjectives of one parse."""

    def __init__(self, clauses: Clauses, light: frozenset[str]) -> None:
        self.clauses = clauses
        self.parse = clauses.parse
        self.tokens = clauses.tokens
        self._light = light
        self._found: dict[tuple[int, str], Slots] = {}

    def slots(self, index: int, kind: str) -> Slots:
        """The slots of the predicate at a token, read as a verb, noun or adjective."""
        key = (index, kind)
        if key not in self._found:
            find = {"verb": self._of_verb, "noun": self._of_noun, "adjective": self._of_adjective}[kind]
            self._found[key] = {slot: fillers for slot, fillers in find(index).items() if fillers}
        return self._found[key]

    # -- verbs

    def _of_verb(self, index: int) -> Slots:
        clauses, slots = self.clauses, Slots()
        passive = clauses.is_passive(index)
        subject = clauses.subject(index)
        objects = [child for child in self.parse.children(index, "obj") if not self._is_tense(child)]
        if passive:
            slots["subject"] = clauses.agent(index)
            slots["iobject" if objects else "object"] = subject
        else:
            slots["subject"] = subject
        for child in objects[:1]:
            slots["object"] = clauses.expand(child, "object")
        for child in self.parse.children(index, "iobj"):
            slots["iobject"] = clauses.expand(child, "indirect object")
            if not objects:
                slots["object"] = slots["iobject"]  # "urged Chile to leave": who is told is the object, by either name
        if not passive and not objects:
            self._gap(index, slots)
        self._shared_object(index, passive, slots)
        self._complements(index, slots)
        slots["modifier"] = self._adverbs(index)
        self._phrases(index, slots, passive)
        self._phrases_nearby(index, slots, passive)
        return slots

    def _is_tense(self, index: int) -> bool:
        return self.tokens[index].deprel in ("obl:unmarked", "obl:tmod")

    def _gap(self, index: int, slots: Slots) -> None:
        """An object relative without its pronoun: "the envoy they expelled"."""
        token = self.tokens[index]
        own = self.parse.children(index, "nsubj")
        if token.deprel == "acl:relcl" and own and not self.clauses.is_relative(own[0]):
            pronouns = [child for child in self.parse.children(index) if self.clauses.is_relative(child)]
            if not pronouns:
                slots["object"] = self.clauses.expand(token.head, "object relative")

    def _shared_object(self, index: int, passive: bool, slots: Slots) -> None:
        """The first of two coordinated verbs takes the object of the second: "arrested and charged three men"."""
        if passive or slots.get("object") or self.parse.child(index, "obl", "ccomp", "xcomp") is not None:
            return
        for child in self.parse.children(index, "conj"):
            if self.tokens[child].upos == "VERB" and child - index <= 3 and not self.parse.children(child, "nsubj"):
                for shared in self.parse.children(child, "obj"):
                    slots["object"] = self.clauses.expand(shared, "shared object")
                return

    def _complements(self, index: int, slots: Slots) -> None:
        """Clauses that complete the predicate; without any, an infinitive that the parser takes for a purpose."""
        heads = self.parse.children(index, "xcomp", "ccomp")
        if not heads:
            heads = tuple(c for c in self.parse.children(index, "advcl") if self._marked_to(c))
        every = [(head, self.tokens[head].rel) for head in heads]
        every += [(other, "coordinated clause") for head in heads for other in self._conjoined(head)]
        infinitive = tuple(Filler(token, rule) for token, rule in every if self._marked_to(token))
        finite = tuple(Filler(token, rule) for token, rule in every if self.clauses.is_finite(token))
        nouns = tuple(noun for token, _ in every for noun in self._light_noun(token))
        slots["infinitive"] = (*infinitive, *(noun for noun in nouns if infinitive))
        slots["finite"] = (*finite, *(noun for noun in nouns if finite))
        slots["clause"] = (*(Filler(token, rule) for token, rule in every), *nouns)

    def _marked_to(self, index: int) -> bool:
        return any(self.clauses.lemmas[child] == "to" for child in self.parse.children(index, "mark"))

    def _light_noun(self, verb: int) -> Fillers:
        """The noun that says what a clause with a light verb is about: "agreed to hold talks"."""
        if self.tokens[verb].upos != "VERB" or not self.is_light(verb):
            return ()
        return tuple(Filler(child, "noun of the clause") for child in self.parse.children(verb, "obj"))

    def _conjoined(self, index: int) -> tuple[int, ...]:
        return tuple(
            child
            for child in self.parse.children(index, "conj")
            if self.tokens[child].upos in ("VERB", "ADJ", "AUX", "NOUN") and not self.parse.children(child, "nsubj")
        )

    def _adverbs(self, index: int) -> Fillers:
        children = self.parse.children(index, "advmod", "obl:unmarked", "obl:tmod", "compound:prt")
        return tuple(Filler(child, "modifier") for child in children)

    def _phrases(self, index: int, slots: Slots, passive: bool) -> None:
        """Prepositional phrases and gerunds that hang on the predicate."""
        for child in self.parse.children(index, "obl", "nmod", "advcl"):
            token = self.tokens[child]
            if token.deprel in ("nmod:poss", "obl:unmarked", "nmod:unmarked", "nmod:desc"):
                continue
            name = self.clauses.case(child)
            if name is None and self.clauses.lemmas[child] == "use" and token.rel == "advcl":
                self._means(child, slots)
            if name is None or (passive and name == "by" and self.clauses.is_nominal(child)):
                continue
            if token.rel == "advcl" and token.xpos != "VBG":
                continue
            if name == "by" and token.rel == "advcl":
                self._means(child, slots)
            for slot in _names(name):
                fillers = self.clauses.expand(child, f"{name}-phrase")
                slots[slot] = (*slots.get(slot, ()), *fillers)
            for conjunct in self.parse.children(child, "conj"):
                other = self.clauses.case(conjunct)
                if other not in (None, name):
                    for slot in _names(str(other)):
                        fillers = self.clauses.expand(conjunct, f"{other}-phrase")
                        slots[slot] = (*slots.get(slot, ()), *fillers)

    def _means(self, gerund: int, slots: Slots) -> None:
        """ "Dispersed them by firing tear gas": what is used is the instrument, as after "with"."""
        for child in self.parse.children(gerund, "obj"):
            slots["with"] = (*slots.get("with", ()), *self.clauses.expand(child, "means"))

    def _phrases_nearby(self, index: int, slots: Slots, passive: bool) -> None:
        """Phrases attached to the nouns beside the predicate, for the slots that are still empty."""
        nearby: Slots = {}
        for noun in self.parse.children(index, "obj", "obl", *(["nsubj"] if passive else [])):
            if noun > index or self.tokens[noun].rel == "nsubj":
                self._below(noun, nearby, 2)
        if passive and not slots.get("subject"):
            slots["subject"] = nearby.pop("by", ())
        for slot, fillers in nearby.items():
            if not slots.get(slot):
                slots[slot] = fillers

    def _below(self, noun: int, found: Slots, levels: int) -> None:
        for child in self.parse.children(noun, "nmod"):
            name = self.clauses.case(child)
            if name is None or self.tokens[child].deprel == "nmod:poss":
                continue
            for slot in _names(name):
                found.setdefault(slot, self.clauses.expand(child, f"{name}-phrase nearby"))
            if levels > 1:
                self._below(child, found, levels - 1)

    # -- nouns

    def _of_noun(self, index: int) -> Slots:
        slots = Slots()
        slots["possessor"] = self._possessors(index)
        slots["modifier"] = self._modifiers(index)
        clauses = [child for child in self.parse.children(index, "acl", "ccomp") if not self._is_relative(child)]
        slots["clause"] = tuple(Filler(child, "clause") for child in clauses)
        slots["infinitive"] = tuple(Filler(child, "infinitive") for child in clauses if self._marked_to(child))
        slots["finite"] = tuple(Filler(child, "clause") for child in clauses if self.clauses.is_finite(child))
        self._phrases(index, slots, passive=False)
        governor, rel = self.governor(index)
        if governor is not None:
            slots["verb"] = (Filler(governor, f"verb above ({rel})"),)
            self._from_governor(index, governor, rel, slots)
        if self.parse.child(index, "cop") is not None:
            slots["subject"] = self.clauses.subject(index)
        self._from_clauses_below(index, slots)
        nested: Slots = {}
        for child in self.parse.children(index, "nmod"):
            if self.tokens[child].deprel != "nmod:poss":
                self._below(child, nested, 1)
        for slot, fillers in nested.items():
            if not slots.get(slot):
                slots[slot] = fillers
        return slots

    def _is_relative(self, index: int) -> bool:
        return self.tokens[index].deprel == "acl:relcl"

    def _possessors(self, index: int) -> Fillers:
        for child in self.parse.children(index, "nmod:poss"):
            return self.clauses.expand(child, "possessor")
        return ()

    def _modifiers(self, index: int) -> Fillers:
        found: list[Filler] = []
        for child in self.parse.children(index, "compound", "amod", "nmod:desc", "nmod:unmarked", "flat", "nummod"):
            if child > index:
                continue
            text = self.clauses.lemmas[child]
            led = self._led(child)
            if led is not None:
                found.extend(led)
            elif text.rpartition("-")[2] not in _OTHER_MODIFIERS:
                found.extend(self._flattened(child, 2))
        return tuple(sorted(set(found), key=lambda filler: filler.token))

    def _flattened(self, index: int, levels: int) -> list[Filler]:
        """A modifier with the modifiers inside it: "US-China" and "Israeli-Palestinian" hang together in many ways."""
        found = [Filler(index, "modifier")]
        if levels:
            for child in self.parse.children(index, "compound", "amod", "conj", "flat", "dep", "nmod"):
                found.extend(self._flattened(child, levels - 1))
        return found

    def _led(self, index: int) -> list[Filler] | None:
        """Who leads in "Saudi-led strikes"; null when the modifier is not of that kind."""
        if self.tokens[index].text.lower() not in _LED | _OTHER_MODIFIERS:
            return None
        if self.tokens[index].text.lower() in _OTHER_MODIFIERS:
            return []
        children = [
            child for child in self.parse.children(index) if child < index and self.tokens[child].rel != "punct"
        ]
        return [Filler(child, "led by") for child in children]

    def governor(self, index: int) -> tuple[int | None, str]:
        """The verb that a noun is an argument of, and as what; coordinated nouns share it."""
        current = index
        for _ in range(4):
            token = self.tokens[current]
            if token.head == ROOT:
                return None, ""
            head = self.tokens[token.head]
            if (token.rel == "conj" and self.clauses.is_nominal(token.head)) or (
                token.rel == "nmod" and self.clauses.lemmas[token.head] in _CHAIN and self.clauses.case(current) == "of"
            ):
                current = token.head
            elif head.upos in ("VERB", "AUX") or token.rel in ("obj", "obl", "nsubj"):
                return token.head, token.deprel
            else:
                return None, ""
        return None, ""

    def is_light(self, verb: int) -> bool:
        """Whether a verb lends its arguments to its noun: "hold talks", "carry out an attack"."""
        lemma = self.clauses.lemmas[verb]
        if lemma in self._light:
            return True
        particle = self.particle(verb)
        return particle is not None and f"{lemma}_{particle}" in self._light

    def particle(self, verb: int) -> str | None:
        """The particle of a verb, or an adverb that stands where particles stand; null when it has none."""
        for child in self.parse.children(verb, "compound:prt"):
            return self.clauses.lemmas[child]
        for child in self.parse.children(verb, "advmod"):
            if self.clauses.lemmas[child] in _ADVERBIAL_PARTICLES and child > verb:
                return self.clauses.lemmas[child]
        return None

    def _from_governor(self, index: int, verb: int, rel: str, slots: Slots) -> None:
        """What a noun takes from the verb that governs it: a light verb's arguments, any verb's later phrases."""
        argument = rel in ("obj", "nsubj:pass", "obl", "nsubj", "xcomp")
        if argument and self.is_light(verb) and rel != "nsubj":
            of_verb = self.slots(verb, "verb")
            slots["subject"] = of_verb.get("subject", ()) if rel != "obl" or not self.clauses.is_passive(verb) else ()
            others = [f for name in ("iobject", "object") for f in of_verb.get(name, ()) if f.token != index]
            if rel == "obl" or "iobject" in of_verb:
                slots["object"] = tuple(others)
            if not slots.get("by"):
                slots["by"] = self.clauses.agent(verb) if self.clauses.is_passive(verb) else ()
            self._take(verb, slots, index, everything=True)
        elif rel in ("obj", "nsubj:pass", "nsubj", "obl"):
            if rel == "obl" and self.clauses.case(index) in _ACCOMPANYING:
                slots["subject"] = self.clauses.subject(verb)
            self._take(verb, slots, index, everything=False)

    def _take(self, verb: int, slots: Slots, noun: int, *, everything: bool) -> None:
        borrowed: Slots = {}
        for child in self.parse.children(verb, "obl"):
            name = self.clauses.case(child)
            if name is None or child == noun or (not everything and not child - noun > 0):
                continue
            if self.tokens[child].deprel == "obl:unmarked" or not self.clauses.is_nominal(child):
                continue
            for slot in _names(name):
                rule = f"{name}-phrase of the verb"
                borrowed.setdefault(slot, self.clauses.expand(child, rule))
            if everything:
                self._below(child, borrowed, 1)
        for slot, fillers in borrowed.items():
            if not slots.get(slot) and not (slot == "by" and self.clauses.is_passive(verb) and not everything):
                slots[slot] = fillers

    def _from_clauses_below(self, index: int, slots: Slots) -> None:
        """ "talks held by A and B", "the attack that A launched"."""
        for child in self.parse.children(index, "acl"):
            if self.tokens[child].upos != "VERB" or not self.is_light(child):
                continue
            of_verb = self.slots(child, "verb")
            subject = tuple(f for f in of_verb.get("subject", ()) if f.token != index)
            for slot, fillers in {**of_verb, "subject": subject}.items():
                if slot in PREPOSITIONS | {"subject"} and not slots.get(slot):
                    slots[slot] = tuple(f for f in fillers if f.token != index)

    # -- adjectives

    def _of_adjective(self, index: int) -> Slots:
        slots = Slots()
        token = self.tokens[index]
        if token.rel == "amod" and token.head != ROOT:
            slots["subject"] = self.clauses.expand(token.head, "modified noun")
        else:
            slots["subject"] = self.clauses.subject(index)
        self._complements(index, slots)
        slots["modifier"] = self._adverbs(index)
        self._phrases(index, slots, passive=False)
        self._phrases_nearby(index, slots, passive=False)
        return slots


_ACCOMPANYING = frozenset({"during", "on", "after", "before", "ahead_of", "following"})
"""Prepositions whose noun is something that the subject of the clause does too: "said during a visit to Oslo"."""
_CHAIN = frozenset({"round", "series", "day", "week", "hour", "wave", "number", "set", "new"})
_ADVERBIAL_PARTICLES = frozenset(
    ["up", "out", "down", "off", "back", "away", "over", "in", "on", "through", "aside", "together", "forward", "home"]
)


def _names(name: str) -> tuple[str, ...]:
    """The slots that a preposition fills: its own, and for several in a row ("from behind") the first one's too."""
    if name in PREPOSITIONS:
        return (name,)
    parts = [part for part in name.split("_") if part in PREPOSITIONS]
    return tuple(dict.fromkeys(parts[:1]))
