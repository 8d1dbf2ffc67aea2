"""Scores pronouns against GUM's coreference layer (the `Entity=` column of its CoNLL-U files).

A personal pronoun is right when the nearest mention before it by name or description, of the actor that it was given
to, is a mention of the same entity in the gold layer. Pronouns that the gold layer never ties to a name or a
description are not counted.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import EvaluationError
from onrecord.records import Actor, Article, How, Mention, Parse, Span
from onrecord.scoring.conllu import GoldDocument, read_conllu

SINGULAR = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
ACTING = frozenset({"person", "organization", "place"})
"""Gold types that actors are made of; "it" of an object or an event is no task of ours, only a chance to err."""

_PIECE = re.compile(r"\((\d+)(?:\[\d+/\d+\])?-([a-z]+)[^()]*|(\d+)(?:\[\d+/\d+\])?\)|\)")

ParseOf = Callable[[Article], Parse]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Tokens `[first, last)` that mention a gold entity of a type."""

    entity: int
    type: str
    first: int
    last: int


def gold_mentions(document: GoldDocument) -> Iterator[GoldMention]:
    """The mentions of a document's coreference layer. Raises EvaluationError where the brackets do not match."""
    begun: dict[int, list[tuple[int, str]]] = {}
    for index, misc in enumerate(document.misc):
        stack: list[int] = []
        for piece in _PIECE.finditer(misc.get("Entity", "")):
            if piece[1]:
                begun.setdefault(int(piece[1]), []).append((index, piece[2]))
                stack.append(int(piece[1]))
                continue
            entity = int(piece[3]) if piece[3] else stack.pop()
            if not begun.get(entity):
                raise EvaluationError(f"{document.id}: entity {entity} ends at token {index} and never began")
            first, kind = begun[entity].pop()
            yield GoldMention(entity, kind, first, index + 1)


def score(path: Path | str, parse_of: ParseOf | None = None) -> dict[str, float]:
    """Score the pronouns of a CoNLL-U file with GUM's `Entity=` layer.

    `parse_of` reads an article; by default the program's own reading model does. Returns fractions: `pronouns` (share
    of all singular personal pronouns that are right), `pronouns_precision` (of those resolved), and the same for `it`
    and `they`.
    """
    if parse_of is None:
        from onrecord.language import Reader

        parse_of = Reader.load().parse
    rows: dict[str, list[bool | None]] = {"pronouns": [], "it": [], "they": []}
    found_any = False
    for document in read_conllu(path):
        found_any = True
        for row, judged in judge(document, parse_of):
            rows[row].append(judged)
    if not found_any:
        raise EvaluationError(f"{path}: no documents in this file")
    figures: dict[str, float] = {}
    for row, judged_all in rows.items():
        tried = [judged for judged in judged_all if judged is not None]
        if judged_all:
            figures[row] = sum(tried) / len(judged_all)
        if tried:
            figures[f"{row}_precision"] = sum(tried) / len(tried)
    return figures


def judge(document: GoldDocument, parse_of: ParseOf | None = None) -> Iterator[tuple[str, bool | None]]:
    """Each counted pronoun's row and whether it was right; null when it was left out."""
    for _, row, judged in judged_pronouns(document, parse_of):
        yield row, judged


def judged_pronouns(document: GoldDocument, parse_of: ParseOf | None = None) -> Iterator[tuple[int, str, bool | None]]:
    """As `judge`, each with the pronoun's token."""
    from onrecord.entities import find_actors

    parse = parse_of(document.article) if parse_of else document.parse
    actors = find_actors(document.article, parse)
    gold = list(gold_mentions(document))
    by_head = _by_head(document.parse, gold)
    told = {
        mention.entity
        for mention in gold
        if any(document.parse.tokens[i].upos in ("NOUN", "PROPN", "NUM") for i in range(mention.first, mention.last))
    }
    owner = {mention.span: actor for actor in actors for mention in actor.mentions if mention.how is How.PRONOUN}
    for mention in gold:
        row = _row(document.parse.tokens[mention.first].text.lower())
        if row is None or mention.last - mention.first != 1 or mention.entity not in told:
            continue
        if row != "pronouns" and mention.type not in ACTING:
            continue
        actor = owner.get(document.parse.tokens[mention.first].span)
        if actor is None:
            yield mention.first, row, None
        else:
            yield mention.first, row, mention.entity in _entities(document.parse, actor, mention.first, by_head)


def _row(word: str) -> str | None:
    if word in SINGULAR:
        return "pronouns"
    if word in NEUTER:
        return "it"
    return "they" if word in PLURAL else None


def _by_head(parse: Parse, gold: list[GoldMention]) -> dict[int, set[int]]:
    """The gold entities that a token is the head of a mention of."""
    heads: dict[int, set[int]] = {}
    for mention in gold:
        for index in range(mention.first, mention.last):
            if not mention.first <= parse.tokens[index].head < mention.last:
                heads.setdefault(index, set()).add(mention.entity)
                break
    return heads


def _entities(parse: Parse, actor: Actor, pronoun: int, by_head: dict[int, set[int]]) -> set[int]:
    """The gold entities of the nearest mention that is no pronoun: before the pronoun, else behind it."""
    start = parse.tokens[pronoun].start
    told = [mention for mention in actor.mentions if mention.how is not How.PRONOUN]
    before = [mention for mention in told if mention.start < start]
    nearest = before[-1] if before else next(iter(told), None)
    if nearest is None:
        return set()
    return {entity for index in _tokens(parse, nearest) for entity in by_head.get(index, ())}


def _tokens(parse: Parse, mention: Mention) -> list[int]:
    """The tokens of a mention that may be its head: those whose own head lies outside it."""
    span: Span = mention.span
    inside = parse.tokens_in(span)
    return [i for i in inside if parse.tokens[i].head not in inside]
