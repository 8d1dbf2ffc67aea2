"""One name, one kind in a report: names that the model missed or took for something else agree with the others.

A report uses a name for one bearer (Gale, Church and Yarowsky 1992, "One sense per discourse"). So occurrences of one
name take the kind of most of them, and a capitalised word that is the surname of a person named in full is that person.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from onrecord.entities.document import Document
from onrecord.entities.spans import LONGEST_NAME, NameKind, NameSpan
from onrecord.entities.spelling import PARTICLES, folded, words_of

_VOTING = (NameKind.PERSON, NameKind.ORGANIZATION, NameKind.PLACE)
FIRM = 5
"""Votes of a kind that the name's use shows, not its looks."""
SHORTEST_SURNAME = 3
"""Letters of the shortest untagged word that is taken for a surname met elsewhere."""


def agree(document: Document, names: list[NameSpan]) -> list[NameSpan]:
    """The names with kinds that agree, and with those added that are known from elsewhere in the report."""
    keys = [words_of(document.text(name.first, name.last)) for name in names]
    kinds = _kinds(names, keys)
    people = [key for name, key in zip(names, keys, strict=True) if name.kind is NameKind.PERSON and len(key) > 1]
    surnames = {key[-1] for key in people} - PARTICLES
    agreed = [
        _agreed(name, NameKind.PERSON if len(key) == 1 and key[0] in surnames else kinds.get(key))
        for name, key in zip(names, keys, strict=True)
    ]
    agreed.extend(_missed(document, agreed, kinds, surnames))
    return sorted(agreed, key=lambda name: name.first)


def _kinds(names: list[NameSpan], keys: list[tuple[str, ...]]) -> dict[tuple[str, ...], NameKind]:
    """The kind that most occurrences of a name have; of equals, a person before an organisation before a place."""
    votes: dict[tuple[str, ...], Counter[NameKind]] = {}
    for name, key in zip(names, keys, strict=True):
        if name.source != "table" and name.kind in _VOTING:
            votes.setdefault(key, Counter())[name.kind] += FIRM if name.source == "use" else 1
    return {key: max(_VOTING, key=lambda kind: (count[kind], -_VOTING.index(kind))) for key, count in votes.items()}


def _agreed(name: NameSpan, kind: NameKind | None) -> NameSpan:
    if kind is None or name.source == "table" or name.kind is kind:
        return name
    return replace(name, kind=kind)


def _missed(
    document: Document, names: list[NameSpan], kinds: dict[tuple[str, ...], NameKind], surnames: set[str]
) -> Iterator[NameSpan]:
    """Capitalised words outside all names that are a name, or the surname of one, met elsewhere."""
    covered = bytearray(len(document))
    for name in names:
        covered[name.first : name.last] = b"\1" * len(name)
    lengths: dict[str, set[int]] = {}
    for key in kinds:
        lengths.setdefault(key[0], set()).add(len(key))
    index = 0
    while index < len(document):
        found = None if covered[index] else _known(document, index, covered, lengths, kinds, surnames)
        if found is not None:
            yield found
        index = found.last if found is not None else index + 1


def _known(
    document: Document,
    index: int,
    covered: bytearray,
    lengths: dict[str, set[int]],
    kinds: dict[tuple[str, ...], NameKind],
    surnames: set[str],
) -> NameSpan | None:
    """The known name or surname that begins at a token, or null."""
    token = document.tokens[index]
    if not document.capital(index) or token.upos not in ("PROPN", "NOUN", "ADJ"):
        return None
    word = folded(token.text)
    proper = token.upos == "PROPN" or (
        not document.opens_sentence(index) and not document.titled[document.sentence[index]]
    )
    if proper and word in surnames and len(word) >= SHORTEST_SURNAME:
        return NameSpan(index, index + 1, NameKind.PERSON, source="agreement")
    for size in sorted(lengths.get(word, ()), reverse=True):
        stop = index + size
        if size > LONGEST_NAME or stop > document.bounds(index)[1] or any(covered[index:stop]):
            continue
        kind = kinds.get(words_of(document.text(index, stop)))
        if kind is not None and (size > 1 or token.upos == "PROPN"):
            return NameSpan(index, stop, kind, source="agreement")
    return None
