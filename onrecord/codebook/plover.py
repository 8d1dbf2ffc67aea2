"""PLOVER 2.0: event types, modes, contexts, sectors, quad classes, scores, and their CAMEO codes.

The ontology is that of the Open Event Data Alliance (manual, draft 2.0, CC BY-SA 4.0); `data/plover.toml` holds it with
definitions in our own words. `docs/reference/plover-decisions.md` lists where the manual errs and how it is read here.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files

from onrecord.codebook.tables import read_table
from onrecord.errors import CodebookError


class Quad(IntEnum):
    """The four classes of events, by their number in the public JSON."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of a type: its score from -10 (conflict) to 10 (cooperation), its CAMEO code, and what it means."""

    name: str
    score: float
    cameo: str
    means: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type. `needs_recipient`: the manual codes it only where a recipient is told."""

    name: str
    quad: Quad
    score: float
    cameo: str
    needs_recipient: bool
    means: str
    modes: Mapping[str, Mode]


@dataclass(frozen=True, slots=True)
class Plover:
    """The ontology. `contexts`, `sectors` and `nonstate` map codes to what they mean."""

    types: Mapping[str, EventType]
    contexts: Mapping[str, str]
    sectors: Mapping[str, str]
    nonstate: Mapping[str, str]

    @property
    def modes(self) -> dict[str, tuple[str, ...]]:
        """The modes of each type, as `lint_frames` asks for them."""
        return {name: tuple(type_.modes) for name, type_ in self.types.items()}


@cache
def plover() -> Plover:
    """PLOVER 2.0, read on first use."""
    table = tomllib.loads((files("onrecord.codebook") / "data" / "plover.toml").read_text(encoding="utf-8"))
    types = {}
    for name, entry in table["types"].items():
        modes = {
            mode: Mode(mode, row.get("score", entry["score"]), row.get("cameo", entry["cameo"]), row["means"])
            for mode, row in entry.get("modes", {}).items()
        }
        types[name] = EventType(
            name,
            Quad(entry["quad"]),
            entry["score"],
            entry["cameo"],
            entry.get("recipient", False),
            entry["means"],
            modes,
        )
    return Plover(types, table["contexts"], table["sectors"], table["nonstate"])


def event_type(name: str) -> EventType:
    """The type of this name. Raises CodebookError, which lists the types."""
    try:
        return plover().types[name]
    except KeyError:
        raise CodebookError(f"there is no PLOVER type {name!r}; use one of: {', '.join(plover().types)}") from None


def mode_of(type_: str, mode: str) -> Mode:
    """A mode of a type. Raises CodebookError, which lists the modes of the type."""
    modes = event_type(type_).modes
    if mode not in modes:
        raise CodebookError(f"{type_} has no mode {mode!r}; it has: {', '.join(modes) or 'none'}")
    return modes[mode]


def quad(type_: str) -> int:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    return int(event_type(type_).quad)


def score(type_: str, mode: str | None = None) -> float:
    """Where an event of this type and mode lies between conflict (-10) and cooperation (10), after Goldstein (1992)."""
    return event_type(type_).score if mode is None else mode_of(type_, mode).score


def cameo(type_: str, mode: str | None = None) -> str:
    """The CAMEO code that comes nearest to a type and mode; a root code ends in 0."""
    return event_type(type_).cameo if mode is None else mode_of(type_, mode).cameo


@cache
def _context_words() -> Mapping[str, tuple[str, ...]]:
    """The contexts that a lemma, or two lemmas in a row, tell."""
    known = plover().contexts
    found: dict[str, list[str]] = {}
    for row in read_table("plover_contexts.tsv", ("word", "context", "source")):
        word, context, _ = row.values
        if context not in known:
            raise CodebookError(f"{row.where}: there is no context {context!r}; use one of: {', '.join(known)}")
        found.setdefault(word, []).append(context)
    return {word: tuple(contexts) for word, contexts in found.items()}


def contexts(lemmas: Sequence[str]) -> tuple[str, ...]:
    """The contexts that some lemmas in a row (in lower case) tell, in the ontology's order; empty where none does."""
    table = _context_words()
    told: set[str] = set()
    for first, second in zip(lemmas, (*lemmas[1:], ""), strict=True):
        told.update(table.get(first, ()))
        told.update(table.get(f"{first} {second}", ()))
    return tuple(context for context in plover().contexts if context in told)
