"""Event frames: which predicate, with which arguments, codes which PLOVER type.

Frames are data, one TOML file a type (`docs/reference/frames.md` gives the form). This module loads them into typed
records, indexes them by part of speech and lemma, and lints them. Frames of a user's own are read from any folder of
the same form and stand before ours.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from onrecord.errors import CodebookError

FOLDER = Path(__file__).parent / "frames"
CLASSES_FILE = "classes.toml"

ANY = "@ANY"
ENTITY_CLASSES = frozenset(
    ["@ACTOR", "@PERSON", "@COUNTRY", "@ORGANIZATION", "@GROUP", "@PLACE", "@ARMED", "@CIVIL", "@POLITICAL", ANY]
)
SECTOR_PREFIX = "@SECTOR:"

KINDS = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
STATUSES = frozenset({"actual", "negated", "future", "hypothetical", "historical"})
_CLAUSE_SLOTS = frozenset({"clause", "infinitive", "finite"})
_VERB_SLOTS = _CLAUSE_SLOTS | {"subject", "object", "iobject", "modifier"}
_NOUN_SLOTS = _CLAUSE_SLOTS | {"possessor", "modifier", "subject", "object", "verb"}
_ADJECTIVE_SLOTS = _CLAUSE_SLOTS | {"subject", "modifier"}
NAMED_SLOTS = {"verb": _VERB_SLOTS, "noun": _NOUN_SLOTS, "adjective": _ADJECTIVE_SLOTS}
_PREPOSITIONS = """
    about above across after against ahead_of along alongside amid among around as as_part_of at because_of before
    behind below between beyond by concerning despite due_to during following for from in in_front_of in_response_to
    inside instead_of into like near of off on on_behalf_of onto out out_of outside over regarding since through
    throughout to together_with toward towards under until upon via with within without
"""
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
_KEYS = frozenset([*KINDS, *"id particle actor recipient mutual requires excludes mode status also examples".split()])


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in which a frame must fire, with a head word of each expected actor and recipient."""

    text: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Accepted:
    """What may fill a slot: lemmas, and entity classes such as `@COUNTRY` or `@SECTOR:MIL`."""

    lemmas: frozenset[str]
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Constraint:
    """What must, or must not, fill one of some slots."""

    slots: tuple[str, ...]
    accepted: Accepted


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame. `actor` and `recipient` are slots in order of preference; `kind` is verb, noun or adjective.

    Of `requires` each must hold, of `excludes` none may. `also` are types with modes that the manual codes beside the
    first, from the same words. `modes` are the modes that words in the arguments tell, for a
    frame without a `mode` of its own. `file` is the name of its file and `order` its place in the order of loading.
    """

    id: str
    type: str
    kind: str
    lemmas: tuple[str, ...]
    particle: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    mutual: bool = False
    requires: tuple[Constraint, ...] = ()
    excludes: tuple[Constraint, ...] = ()
    mode: str | None = None
    modes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    status: str | None = None
    also: tuple[tuple[str, str | None], ...] = ()
    examples: tuple[Example, ...] = ()
    file: str = ""
    order: int = 0


@dataclass(frozen=True)
class Frames:
    """All frames, the light verbs, and the index that the engine asks."""

    frames: tuple[Frame, ...]
    light: frozenset[str]
    classes: Mapping[str, frozenset[str]]

    @cached_property
    def _index(self) -> dict[tuple[str, str], tuple[Frame, ...]]:
        index: dict[tuple[str, str], list[Frame]] = {}
        for frame in self.frames:
            for lemma in frame.lemmas:
                index.setdefault((frame.kind, lemma), []).append(frame)
        return {key: tuple(found) for key, found in index.items()}

    @cached_property
    def words(self) -> frozenset[str]:
        """All lemmas of frames, classes and light verbs."""
        found = {lemma for frame in self.frames for lemma in frame.lemmas} | set(self.light)
        return frozenset(found.union(*self.classes.values()))

    def of(self, kind: str, lemma: str) -> tuple[Frame, ...]:
        """The frames of a lemma as a `verb`, `noun` or `adjective`, in order."""
        return self._index.get((kind, lemma), ())

    def frame(self, frame_id: str) -> Frame:
        """The frame of this id; KeyError when there is none."""
        for frame in self.frames:
            if frame.id == frame_id:
                return frame
        raise KeyError(frame_id)


@cache
def load_frames(*folders: Path) -> Frames:
    """The frames of the codebook, after those of a user's own `folders` (which so win where both fit equally well).

    A folder's `classes.toml` adds classes and light verbs. Raises CodebookError, which names file, frame and reason.
    """
    sources = (*folders, FOLDER)
    tables = [(path, _read(path)) for folder in sources for path in sorted(Path(folder).glob("*.toml"))]
    classes: dict[str, set[str]] = {}
    light: set[str] = set()
    for path, table in tables:
        if path.name == CLASSES_FILE:
            light.update(_strings(table.get("light", {}).get("verbs", []), f"{path.name}: light"))
            for name, members in table.get("classes", {}).items():
                classes.setdefault(name, set()).update(_strings(members, f"{path.name}: {name}"))
    expanded = {name: frozenset(_expand(name, classes, ())) for name in classes}
    frames: list[Frame] = []
    for path, table in tables:
        if path.name != CLASSES_FILE:
            modes = _modes(table.get("modes", {}), path, expanded)
            for entry in table.get("frame", []):
                frames.append(_frame(entry, table.get("type"), path, expanded, modes, len(frames)))
    return Frames(tuple(frames), frozenset(light), expanded)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CodebookError(f"{path}: not readable as TOML: {error}") from error


def _strings(value: Any, where: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise CodebookError(f"{where}: expected a list of words, found {json.dumps(value, default=str)}")
    return value


def _expand(name: str, classes: Mapping[str, set[str]], above: tuple[str, ...]) -> set[str]:
    """The lemmas of a class, with those of the classes that it names."""
    if name in above:
        raise CodebookError(f"{CLASSES_FILE}: class {name!r} contains itself")
    found: set[str] = set()
    for member in classes.get(name, ()):
        found |= _expand(member[1:], classes, (*above, name)) if member.startswith("@") else {member}
    return found


def _modes(table: Mapping[str, Any], path: Path, classes: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The words that tell each mode of a file."""
    where = f"{path.name}: modes"
    return {mode: _accepted(_strings(words, where), where, classes).lemmas for mode, words in table.items()}


def _frame(
    entry: Mapping[str, Any],
    type_: Any,
    path: Path,
    classes: Mapping[str, frozenset[str]],
    modes: Mapping[str, frozenset[str]],
    order: int,
) -> Frame:
    where = f"{path.name}: frame {entry.get('id', '?')!r}"
    kinds = [key for key in KINDS if key in entry]
    unknown = sorted(set(entry) - _KEYS)
    if not isinstance(type_, str) or not isinstance(entry.get("id"), str) or len(kinds) != 1 or unknown:
        detail = f"unknown keys: {', '.join(unknown)}" if unknown else "it takes a file's type, an id, and one of "
        raise CodebookError(f"{where}: {detail}" + ("" if unknown else "verbs, nouns or adjectives"))
    return Frame(
        id=entry["id"],
        type=type_,
        kind=KINDS[kinds[0]],
        lemmas=tuple(_strings(entry[kinds[0]], where)),
        particle=entry.get("particle"),
        actor=tuple(_strings(entry.get("actor", []), where)),
        recipient=tuple(_strings(entry.get("recipient", []), where)),
        mutual=bool(entry.get("mutual", False)),
        requires=_constraints(entry.get("requires", {}), where, classes),
        excludes=_constraints(entry.get("excludes", {}), where, classes),
        mode=entry.get("mode"),
        modes=modes if "mode" not in entry else {},
        status=entry.get("status"),
        also=tuple((each["type"], each.get("mode")) for each in entry.get("also", [])),
        examples=tuple(_example(example, where) for example in entry.get("examples", [])),
        file=path.name,
        order=order,
    )


def _constraints(entry: Any, where: str, classes: Mapping[str, frozenset[str]]) -> tuple[Constraint, ...]:
    if not isinstance(entry, Mapping):
        raise CodebookError(f"{where}: requires and excludes are tables of slots, each with a list of words")
    return tuple(
        Constraint(tuple(slots.split("|")), _accepted(_strings(fillers, where), where, classes))
        for slots, fillers in entry.items()
    )


def _accepted(fillers: Iterable[str], where: str, classes: Mapping[str, frozenset[str]]) -> Accepted:
    lemmas: set[str] = set()
    entities: list[str] = []
    for filler in fillers:
        if not filler.startswith("@"):
            lemmas.add(filler)
        elif filler in ENTITY_CLASSES or filler.startswith(SECTOR_PREFIX):
            entities.append(filler)
        elif filler[1:] in classes:
            lemmas |= classes[filler[1:]]
        else:
            raise CodebookError(f"{where}: there is no class {filler!r} in {CLASSES_FILE}")
    return Accepted(frozenset(lemmas), tuple(entities))


def _example(entry: Any, where: str) -> Example:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("text"), str):
        raise CodebookError(f"{where}: an example takes text, actors and recipients")
    return Example(
        entry["text"],
        tuple(_strings(entry.get("actors", []), where)),
        tuple(_strings(entry.get("recipients", []), where)),
    )


def lint_frames(frames: Frames, modes: Mapping[str, Iterable[str]] | None = None) -> tuple[str, ...]:
    """What is wrong with a set of frames, a line a finding, empty when nothing is.

    `modes` maps each PLOVER type to its modes; without it, types and modes are not checked.
    """
    found = [f"{frame.file}: {frame.id}: {problem}" for frame in frames.frames for problem in _problems(frame, modes)]
    seen: dict[str, str] = {}
    for frame in frames.frames:
        if frame.id in seen:
            found.append(f"{frame.file}: {frame.id}: the id is taken already, in {seen[frame.id]}")
        seen.setdefault(frame.id, frame.file)
    return (*found, *_unreachable(frames))


MINIMUM_EXAMPLES = 2


def _problems(frame: Frame, modes: Mapping[str, Iterable[str]] | None) -> Iterable[str]:
    if not frame.id.startswith(frame.type.lower() + "."):
        yield f"the id should start with {frame.type.lower() + '.'!r}"
    if modes is not None:
        for type_, mode in ((frame.type, frame.mode), *frame.also, *((frame.type, mode) for mode in frame.modes)):
            if type_ not in modes:
                yield f"there is no type {type_!r}"
            elif mode is not None and mode not in modes[type_]:
                yield f"{type_} has no mode {mode!r}"
    if not frame.lemmas:
        yield "it names no lemma"
    for lemma in frame.lemmas:
        if lemma != lemma.lower().strip() or " " in lemma:
            yield f"lemma {lemma!r}: write single words in lower case, particles as `particle`"
    if len(set(frame.lemmas)) < len(frame.lemmas):
        yield "a lemma stands twice"
    known = NAMED_SLOTS[frame.kind] | PREPOSITIONS
    constrained = [slot for constraint in (*frame.requires, *frame.excludes) for slot in constraint.slots]
    for slot in (*frame.actor, *frame.recipient, *constrained):
        if slot not in known:
            yield f"a {frame.kind} has no slot {slot!r}"
    if not frame.actor and not frame.recipient:
        yield "it names no slot for actors or recipients"
    for constraint in frame.requires:
        if not constraint.accepted.lemmas and not constraint.accepted.entities:
            yield f"nothing can fill {'|'.join(constraint.slots)!r}"
    if frame.particle is not None and frame.kind != "verb":
        yield "only verbs take particles"
    if frame.status is not None and frame.status not in STATUSES:
        yield f"there is no status {frame.status!r}"
    if len(frame.examples) < MINIMUM_EXAMPLES:
        yield f"it has {len(frame.examples)} examples; write at least {MINIMUM_EXAMPLES}"


def _unreachable(frames: Frames) -> Iterable[str]:
    """Frames that an earlier one shadows for some lemma: as much is asked, and whatever fits this one fits that."""
    keys = sorted({(frame.kind, lemma) for frame in frames.frames for lemma in frame.lemmas})
    for kind, lemma in keys:
        same = frames.of(kind, lemma)
        for position, later in enumerate(same):
            for earlier in same[:position]:
                if earlier is not later and _shadows(earlier, later):
                    yield f"{later.file}: {later.id}: for {lemma!r} it is never reached, {earlier.id} comes first"


def _shadows(earlier: Frame, later: Frame) -> bool:
    if earlier.particle != later.particle:
        return False
    asked, barred = _by_slots(earlier.requires), _by_slots(earlier.excludes)
    asked_later, barred_later = _by_slots(later.requires), _by_slots(later.excludes)
    return (
        set(asked) == set(asked_later)
        and all(_wider(asked[slots], inner) for slots, inner in asked_later.items())
        and all(slots in barred_later and _wider(barred_later[slots], inner) for slots, inner in barred.items())
    )


def _by_slots(constraints: Iterable[Constraint]) -> dict[frozenset[str], Accepted]:
    return {frozenset(constraint.slots): constraint.accepted for constraint in constraints}


def _wider(outer: Accepted, inner: Accepted) -> bool:
    return ANY in outer.entities or (outer.lemmas >= inner.lemmas and set(outer.entities) >= set(inner.entities))
