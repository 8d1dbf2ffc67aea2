"""Who speaks: from a cue to the phrase that names its speaker, and from the phrase to actors."""

from onrecord.records import Actor, ActorKind, Span
from onrecord.statements.page import Page

CLIMB = 5  # verbs passed on the way to a subject; deeper control chains do not occur in news
LOOK_BACK = 40  # tokens before a cue in which the subject of its sentence is looked for
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_OBJECT_CONTROL = (
    "urge ask tell order force allow get lead cause prompt push encourage persuade convince invite expect want see hear"
)
OBJECT_CONTROL = frozenset(_OBJECT_CONTROL.split())  # "urged Iran to admit that …": the object speaks
DOCUMENTS = frozenset(
    {"letter", "tweet", "post", "email", "memo", "note", "text", "video", "decree", "order", "resolution"}
)
_HANGING = frozenset({"xcomp", "advcl", "conj", "acl", "parataxis", "dep"})


def subject(page: Page, verb: int) -> tuple[int | None, str]:
    """The head of the phrase that does what a verb says, and the rule that found it.

    Null, with the rule's name, where the verb is passive without an agent or has nobody.
    """
    current = verb
    for _ in range(CLIMB):
        found, rule = _own_subject(page, current)
        if found is not None or rule:
            return found, rule
        token = page.tokens[current]
        above = token.head
        if above < 0 or token.rel not in _HANGING:
            break
        if token.rel == "acl" and page.is_nominal(above):
            return _whose_words(page, current, above), "speaker:noun"
        if token.rel == "xcomp" and page.lemma(above) in OBJECT_CONTROL:
            controller = page.parse.child(above, "obj", "iobj")
            if controller is not None:
                return controller, "speaker:controller"
        if token.rel in ("parataxis", "dep") and current == verb:
            break
        if page.quote_of[above] >= 0 and page.quote_of[verb] < 0:  # the tree leads into the words quoted
            return _before(page, verb)
        current = above
    joined = page.tokens[verb].rel == "conj" and page.tokens[verb].head >= 0
    return _neighbour(page, page.tokens[verb].head if joined else verb)


def _own_subject(page: Page, verb: int) -> tuple[int | None, str]:
    for child in sorted(page.parse.children(verb, "nsubj"), key=lambda one: abs(one - verb)):
        token = page.tokens[child]
        if page.low(child) in RELATIVE and page.tokens[verb].rel == "acl" and page.tokens[verb].head >= 0:
            return page.tokens[verb].head, "speaker:relative"
        if token.deprel in ("nsubj:pass", "nsubj:outer"):
            continue
        if page.quote_of[child] >= 0 and page.quote_of[verb] < 0:  # nobody outside the marks speaks from inside them
            continue
        if page.parse.child(child, "case") is not None and child < verb:  # a preposition's noun is no subject
            told = page.parse.child(child, "appos", "parataxis", "list")
            if told is not None and page.is_nominal(told):
                return told, "speaker:subject"
            continue
        if page.low(child) in RELATIVE and child > 0:
            before = child - 2 if page.low(child - 1) == "," and child > 1 else child - 1
            if page.is_nominal(before):
                return page.phrase_head(before), "speaker:relative"
        return child, "speaker:subject"
    for content in page.parse.children(verb, "ccomp"):
        if page.quote_of[content] >= 0 and page.quote_of[verb] < 0:  # a subject outside the marks is the cue's own
            outside = [one for one in page.parse.children(content, "nsubj") if page.quote_of[one] < 0]
            if outside:
                return outside[-1], "speaker:subject"
    if page.tokens[verb].feat("Voice") == "Pass" or page.parse.child(verb, "nsubj:pass", "aux:pass") is not None:
        return agent(page, verb), "speaker:agent"
    if page.parse.child(verb, "expl") is not None:
        return None, "speaker:none"
    return None, ""


def _whose_words(page: Page, verb: int, noun: int) -> int:
    """Who speaks in "a statement saying that …": the noun, or whoever issued it, or the name right before the cue."""
    before = verb - 1
    if before > noun and page.tokens[before].upos == "PROPN":  # "footage of Kuleba saying that …"
        return page.phrase_head(before)
    token = page.tokens[noun]
    issued = token.rel in ("obj", "obl") and token.head >= 0 and page.tokens[token.head].upos == "VERB"
    purpose = any(page.low(mark) == "to" for mark in page.parse.children(verb, "mark"))
    if issued and (purpose or page.cue(noun, "noun") is not None or page.lemma(noun) in DOCUMENTS):
        for child in page.parse.children(token.head, "nsubj"):
            if page.low(child) not in RELATIVE and page.tokens[child].deprel == "nsubj":
                return child
    return noun


def agent(page: Page, verb: int) -> int | None:
    """The "by" phrase of a passive verb or of a noun."""
    for child in page.parse.children(verb, "obl", "nmod"):
        if any(page.low(case) == "by" for case in page.parse.children(child, "case")):
            return child
    return None


def _before(page: Page, verb: int) -> tuple[int | None, str]:
    """The subject of the last finite verb before a cue, outside quotation marks, in its sentence."""
    first = page.parse.sentences[page.sentence_of[verb]].first
    for index in range(verb - 1, max(first, verb - LOOK_BACK) - 1, -1):
        if page.quote_of[index] < 0 and page.tokens[index].upos == "VERB" and page.finite(index):
            found, rule = _own_subject(page, index)
            if found is not None:
                return found, rule
    return _neighbour(page, verb)


def _neighbour(page: Page, verb: int) -> tuple[int | None, str]:
    """The noun phrase beside a cue whose subject the tree has lost: "…," said X; or X said."""
    block = page.parse.sentences[page.sentence_of[verb]].block
    after, before = verb + 1, verb - 1
    if _stands_free(page, after, block) and page.tokens[after].upos in ("PROPN", "NOUN", "DET", "PRON", "ADJ", "NUM"):
        head = _head_between(page, after)
        cue = page.cue(verb)
        inverts = cue is not None and "quote" in cue.frames  # "…, said X", but never "accused X"
        can = page.tokens[head].xpos not in ("PRP$", "WP", "WDT") and page.low(head) not in (
            "it",
            "that",
            "him",
            "them",
        )
        if can and inverts and (verb == 0 or not page.is_nominal(before) or page.tokens[before].upos == "ADJ"):
            return head, "speaker:inverted"
    while before > 0 and page.tokens[before].upos in ("AUX", "ADV", "PART") and _stands_free(page, before, block):
        before -= 1
    if _stands_free(page, before, block) and page.tokens[before].upos in ("PROPN", "PRON", "NOUN"):
        return page.phrase_head(before), "speaker:beside"
    return None, ""


def _stands_free(page: Page, index: int, block: int) -> bool:
    return (
        0 <= index < len(page.tokens)
        and page.quote_of[index] < 0
        and page.parse.sentences[page.sentence_of[index]].block == block
    )


def _head_between(page: Page, first: int) -> int:
    """The head of the phrase that begins with a token, found forwards."""
    head = first
    for _ in range(8):
        above = page.tokens[head].head
        if above <= head or not page.is_nominal(above):
            return head
        head = above
    return head


def possessor(page: Page, noun: int) -> int | None:
    """Whose a noun is: "Lavrov's claim", "their warning", "a statement by the ministry", "a letter from Kuleba"."""
    owner = page.parse.child(noun, "nmod:poss")
    if owner is not None:
        return owner
    by = agent(page, noun)
    if by is not None:
        return by
    for child in page.parse.children(noun, "nmod"):
        if child > noun and any(page.low(case) in ("from", "of") for case in page.parse.children(child, "case")):
            return child
    return None


def actors_of(page: Page, head: int, span: Span) -> tuple[tuple[str, ...], str]:
    """The ids of the actors that a speaker's phrase names, and the rule: by its heads, or by what it includes."""
    found: dict[str, Actor] = {}
    for one in (head, *(child for child in page.parse.children(head, "conj") if page.is_nominal(child))):
        for actor in page.entities.at(page.tokens[one].start) or _named_beside(page, one):
            if one == head or not _parts_a_name(page, head, one) or _alike(actor, found):
                found[actor.id] = actor
    inside = page.entities.within(span)
    if not page.entities.at(page.tokens[head].start):  # "the envoy of the league (EL), Nora Dahl"
        for (start, _), actors in inside:
            if page.text[start - 2 : start] == ", " and actors[0].kind is ActorKind.PERSON:
                return tuple(actor.id for actor in actors), "actor:apposition"
    if found:
        return tuple(found), "actor:head"
    if inside:  # "a spokesman for the ministry": the word of those spoken for
        return tuple(actor.id for actor in inside[0][1]), "actor:affiliation"
    return (), "actor:none"


def _parts_a_name(page: Page, head: int, joined: int) -> bool:
    """Whether what is joined by "and" may belong to an "of" phrase before it: "Ann of the Star and Herald"."""
    return any(head < child < joined for child in page.parse.children(head, "nmod"))


def _alike(actor: Actor, found: dict[str, Actor]) -> bool:
    return any(one.kind is actor.kind for one in found.values())


def _named_beside(page: Page, head: int) -> tuple[Actor, ...]:
    """The actors that a head's name or apposition mentions, a person before an organisation."""
    named: tuple[Actor, ...] = ()
    for part in page.parse.children(head, "flat", "appos", "compound"):
        actors = page.entities.at(page.tokens[part].start)
        if any(actor.kind is ActorKind.PERSON for actor in actors):
            return actors
        if page.tokens[part].rel != "compound":
            named = named or actors
    return named
