"""Reads the treebanks into sentences ready for training, with names derived from their layers.

GUM marks mentions in `Entity=`; a mention is kept where its head is a proper noun, and cut down to the name itself:
no determiner, no title or role before a person ("Barack Obama" of "President Barack Obama"), but institutions stay
whole ("University of Portsmouth"). That is the scheme of Universal NER (Mayhew et al. 2024), which measures it.
EWT has no such layer: its tokens only limit what they may be, and the network learns from the sum over what is left.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

NAME_TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
ALL = (1 << len(NAME_TAGS)) - 1
OUTSIDE = 1
BEGIN = sum(1 << index for index, tag in enumerate(NAME_TAGS) if tag[0] == "B")
INSIDE = sum(1 << index for index, tag in enumerate(NAME_TAGS) if tag[0] == "I")

KINDS = {"person": "PER", "animal": "PER", "organization": "ORG", "place": "LOC"}
PROPER = {"NNP", "NNPS"}
TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "president", "vice", "minister", "prime", "secretary",
    "senator", "sen", "rep", "congressman", "governor", "gov", "general", "gen", "lt", "lieutenant", "col", "colonel",
    "capt", "captain", "major", "maj", "sgt", "sergeant", "king", "queen", "prince", "princess", "pope", "ayatollah",
    "sheikh", "shaykh", "imam", "sir", "lord", "lady", "judge", "justice", "chairman", "chancellor", "ambassador",
    "director", "mayor", "sheriff", "officer", "saint", "father", "sister", "brother", "rev", "reverend", "uncle",
    "aunt", "mullah", "emperor", "commander", "admiral", "deputy",
})  # fmt: skip
CALENDAR = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
    "oct", "nov", "dec", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "god",
    "christmas", "easter",
})  # fmt: skip
_ENTITY = re.compile(r"\((\d+)(?:\[\d+/\d+\])?-([a-z]+)-[^()]*(\)?)|(\d+)(?:\[\d+/\d+\])?\)")


@dataclass
class Sentence:
    """One sentence of a treebank; lists run over its words. `heads` are 0 for the root, else 1-based.

    `names` holds for each word the set of name tags it may bear, as bits over `NAME_TAGS`.
    """

    doc: str
    new_paragraph: bool
    forms: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    rels: list[str] = field(default_factory=list)
    names: list[int] = field(default_factory=list)


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file in order. `spaces[i]` says whether a space stands before word i."""
    doc = path.stem
    new_paragraph = True
    rows: list[list[str]] = []
    space = True
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            doc, new_paragraph = line.partition("=")[2].strip() or doc, True
        elif line.startswith("# newpar"):
            new_paragraph = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            sentence, space = _sentence(rows, doc, new_paragraph, space or new_paragraph)
            yield sentence
            rows, new_paragraph = [], False


def _sentence(rows: list[list[str]], doc: str, new_paragraph: bool, space: bool) -> tuple[Sentence, bool]:
    sentence = Sentence(doc, new_paragraph)
    entities: list[str] = []
    until, glued = 0, False
    for row in rows:
        number = row[0]
        if "." in number:
            continue
        after = "SpaceAfter=No" not in row[9].split("|")
        if "-" in number:
            until, glued = int(number.split("-")[1]), not after
            continue
        index = int(number)
        sentence.forms.append(row[1])
        sentence.spaces.append(space)
        sentence.lemmas.append(row[2])
        sentence.upos.append(row[3])
        sentence.xpos.append(row[4])
        sentence.feats.append(row[5])
        sentence.heads.append(int(row[6]))
        sentence.rels.append(row[7])
        if index < until:
            space = False
        elif index == until:
            space = not glued
        else:
            space = after
        misc = dict(pair.partition("=")[::2] for pair in row[9].split("|"))
        entities.append(misc.get("Entity", ""))
    if sentence.doc.startswith("GUM_"):
        sentence.names = names_from_entities(sentence, entities)
    else:
        sentence.names = names_from_tags(sentence)
    return sentence, space


def names_from_entities(sentence: Sentence, entities: list[str]) -> list[int]:
    """Name tags from GUM's mentions, one tag a word."""
    opened: dict[str, list[tuple[int, str]]] = {}
    spans: list[tuple[int, int, str]] = []
    for index, text in enumerate(entities):
        for match in _ENTITY.finditer(text):
            group, kind, closes, ended = match.groups()
            if ended is not None:
                if opened.get(ended):
                    start, kind = opened[ended].pop()
                    spans.append((start, index + 1, kind))
            elif closes:
                spans.append((index, index + 1, kind))
            else:
                opened.setdefault(group, []).append((index, kind))
    names = [
        (*name, KINDS.get(kind, "MISC"))
        for start, end, kind in spans
        if kind != "time" and (name := reduce(sentence, start, end, kind)) is not None
    ]
    tags = [OUTSIDE] * len(entities)
    taken = [False] * len(entities)
    for start, end, kind in sorted(names, key=lambda name: name[0] - name[1]):
        if not any(taken[start:end]):
            for index in range(start, end):
                taken[index] = True
                tags[index] = 1 << NAME_TAGS.index(f"{'B' if index == start else 'I'}-{kind}")
    return tags


def reduce(sentence: Sentence, start: int, end: int, kind: str) -> tuple[int, int] | None:
    """The name inside a mention `[start, end)`, or null where its head is no proper noun."""
    heads = [i for i in range(start, end) if not start < sentence.heads[i] <= end]
    if not heads or sentence.upos[heads[0]] != "PROPN":
        return None
    first = heads[0]
    while first > start and _joins_left(sentence, first - 1, start, kind):
        first -= 1
    last = heads[0] + 1
    while last < end and (more := _joins_right(sentence, heads[0], last, end, kind)):
        last += more
    words = [sentence.forms[i].lower().strip(".") for i in range(first, last)]
    if all(word in TITLES or word in CALENDAR for word in words):
        return None
    if kind == "person" and sentence.xpos[heads[0]] == "NNPS":
        return None
    return first, last


def _joins_left(sentence: Sentence, index: int, start: int, kind: str) -> bool:
    if sentence.forms[index] == "-":
        return index > start and sentence.xpos[index - 1] in PROPER
    if sentence.xpos[index] not in PROPER:
        return False
    title = sentence.forms[index].lower().strip(".") in TITLES or sentence.rels[index] == "nmod:desc"
    return not (kind == "person" and title)


def _joins_right(sentence: Sentence, head: int, index: int, end: int, kind: str) -> int:
    """How many words from `index` on still belong to the name."""
    rel, xpos = sentence.rels[index], sentence.xpos[index]
    base = rel.partition(":")[0]
    if xpos in PROPER and base in {"flat", "compound", "goeswith", "fixed"}:
        return 1
    if sentence.forms[index] == "-" and index + 1 < end and sentence.xpos[index + 1] in PROPER:
        return 2
    if kind == "person":
        return 1 if xpos in PROPER and sentence.heads[index] == head + 1 and base in {"nmod", "list"} else 0
    if xpos == "CD" and base in {"nummod", "nmod", "flat", "compound"} and sentence.heads[index] == head + 1:
        return 1
    joiners = {"of", "for", "de", "del", "la", "on", "in", "&"} | ({"and"} if kind == "organization" else set())
    if sentence.forms[index].lower() in joiners:
        offset = index + 1
        while offset < end and sentence.forms[offset].lower() in {"the", "la"}:
            offset += 1
        if offset < end and sentence.xpos[offset] in PROPER and base in {"case", "cc"}:
            while offset < end and sentence.xpos[offset] in PROPER:
                offset += 1
            return offset - index
    return 0


def names_from_tags(sentence: Sentence) -> list[int]:
    """What the tags and the tree alone say of names: proper nouns begin or continue one, the rest is outside."""
    allowed = []
    inside = False
    for index, (form, xpos) in enumerate(zip(sentence.forms, sentence.xpos, strict=True)):
        word = form.lower().strip(".")
        proper = sentence.upos[index] == "PROPN"
        if xpos not in PROPER and not proper:
            following = sentence.xpos[index + 1 : index + 2]
            joiners = {"of", "for", "&", "and", "-", "de", "'s"}
            joins = inside and following and following[0] in PROPER | {"DT"} and word in joiners
            bits = OUTSIDE | INSIDE if joins or (inside and (xpos == "CD" or word == "the")) else OUTSIDE
            inside = bits != OUTSIDE
        elif word in CALENDAR or word in TITLES or sentence.rels[index] == "nmod:desc":
            bits, inside = (ALL if inside else OUTSIDE | BEGIN) if word in TITLES else OUTSIDE, False
            if word in CALENDAR and sentence.rels[index] in {"compound", "flat"}:
                bits = ALL
        elif not proper or xpos == "NNPS" or "@" in word or "/" in word:
            bits, inside = ALL, True
        elif inside:
            linked = sentence.rels[index] in {"flat", "compound"} or sentence.heads[index] - 1 == index - 1
            before = sentence.rels[index - 1]
            linked = linked or (sentence.heads[index - 1] - 1 == index and before in {"compound", "amod"})
            bits = INSIDE if linked and sentence.xpos[index - 1] in PROPER else INSIDE | BEGIN
        else:
            bits, inside = BEGIN, True
        allowed.append(bits)
    return allowed
