"""The lexicon of cues: the words that introduce what somebody said, thought, promised or denied.

The table is `data/cues.tsv`, reviewed by hand, one cue a line with its class, its complement frames and its source.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from onrecord.errors import CodebookError

TABLE = "cues.tsv"
COLUMNS = ("lemma", "part", "class", "frames", "source")
PARTS = frozenset({"verb", "noun", "adjective", "adverb", "preposition"})
FRAMES = frozenset({"that", "wh", "quote", "inf", "np", "small", "as", "for", "of", "with", "addr", "to", "clause"})


class CueClass(StrEnum):
    """What a cue says about the stance of whoever speaks."""

    NEUTRAL = "neutral"
    ASSERTIVE = "assertive"
    DEMAND = "demand"
    PRAISE = "praise"
    BLAME = "blame"
    PROMISE = "promise"
    THREAT = "threat"
    DENY = "deny"
    DOUBT = "doubt"
    BELIEVE = "believe"
    KNOW = "know"
    PLAN = "plan"

    @property
    def speech(self) -> bool:
        """Whether cues of this class tell of speech rather than of thought."""
        return self not in _THOUGHT


_THOUGHT = frozenset({CueClass.DOUBT, CueClass.BELIEVE, CueClass.KNOW, CueClass.PLAN})


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: a lemma (lower case; several words for prepositions), its part of speech, class and frames."""

    lemma: str
    part: str
    cls: CueClass
    frames: frozenset[str]
    source: str


@cache
def load_cues() -> Mapping[tuple[str, str], Cue]:
    """The cues by lemma and part of speech. Raises CodebookError where the table is wrong."""
    return MappingProxyType(read_cues((files("onrecord.codebook") / "data" / TABLE).read_text(encoding="utf-8")))


def read_cues(table: str, name: str = TABLE) -> dict[tuple[str, str], Cue]:
    """Read a table of cues; lines that begin with # are notes.

    Raises CodebookError, naming the line, where a line has other columns, an unknown part, class or frame, stands out
    of order, or repeats another.
    """
    found: dict[tuple[str, str], Cue] = {}
    last: tuple[str, str] | None = None
    header: tuple[str, ...] | None = None
    for number, line in enumerate(table.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        values = tuple(line.split("\t"))
        if header is None:
            header = values
            if header != COLUMNS:
                raise CodebookError(f"{name}, line {number}: the columns must be {', '.join(COLUMNS)}")
            continue
        cue = _cue(values, f"{name}, line {number}")
        place = (cue.part, cue.lemma)
        if last is not None and place <= last:
            raise CodebookError(f"{name}, line {number}: {cue.lemma!r} is repeated or out of order")
        last = place
        found[cue.lemma, cue.part] = cue
    return found


def _cue(values: tuple[str, ...], where: str) -> Cue:
    if len(values) != len(COLUMNS):
        raise CodebookError(f"{where}: {len(values)} columns where there must be {len(COLUMNS)}")
    lemma, part, cls, frames, source = values
    known = frozenset(frames.split(","))
    if part not in PARTS:
        raise CodebookError(f"{where}: {part!r} is no part of speech of this table; use one of {sorted(PARTS)}")
    if cls not in set(CueClass):
        raise CodebookError(f"{where}: {cls!r} is no class; use one of {[str(one) for one in CueClass]}")
    if not known <= FRAMES:
        raise CodebookError(f"{where}: unknown frames {sorted(known - FRAMES)}; use {sorted(FRAMES)}")
    if not source or lemma != lemma.lower():
        raise CodebookError(f"{where}: a lemma is in lower case and names its source")
    return Cue(lemma, part, CueClass(cls), known, source)
