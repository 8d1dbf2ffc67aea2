"""Nouns for people and bodies: "minister", "spokesman", "rebels", "court", "army chief".

The table is `data/roles.tsv`. Three rules spare it long lists: a noun may be deputy or acting; an open noun ("chief",
"group") takes the sector of the word before it ("police chief", "rebel group"); and plurals are those of English.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from onrecord.codebook.tables import Row, read_table
from onrecord.errors import CodebookError

TABLE = "roles.tsv"
COLUMNS = ("role", "sector", "kind", "marks", "source")
KINDS = frozenset({"person", "body", "many", "before"})
MARKS = frozenset({"open", "serving", "bound", "apart", "m", "f"})
NONE = "-"
GRADES = frozenset(
    "deputy vice acting interim assistant associate senior junior chief top caretaker outgoing incoming joint honorary "
    "provisional transitional alternate under co".split()
)
"""Words before a role that leave its sector as it is."""
LONGEST = 6
"""Words in the longest phrase that is looked up."""
_SIGNS = str.maketrans({"-": " ", ".": None, "’": "'"})


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role noun: its PLOVER sector; whether it names people; whether a body; whether one such noun means many.

    `serves` says that those in it act for a state or body, which decides the sector when it is named ("spokesman").
    `apart` says that they stand to it from outside, so that its sector and country are not theirs ("critic").
    `gender` is m or f where the noun itself says so. `opens` and `bound` are marks of the table for its rules.
    """

    sector: str | None
    human: bool
    body: bool
    serves: bool = False
    collective: bool = False
    gender: str | None = None
    apart: bool = False
    opens: bool = False
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Roles:
    """The table as read: roles by their words, and the sectors of words before an open noun."""

    nouns: Mapping[str, RoleName]
    before: Mapping[str, str]

    def get(self, phrase: str) -> RoleName | None:
        """The role that a phrase in lower case names from its first word to its last, or null."""
        words = phrase.translate(_SIGNS).replace(" '", "'").split()
        if not 0 < len(words) <= LONGEST:
            return None
        for last in singulars(words[-1]):
            found = self._of([*words[:-1], last])
            if found is not None:
                return found
        return None

    def _of(self, words: list[str]) -> RoleName | None:
        found = self.nouns.get(" ".join(words))
        if found is not None and not found.bound:
            return found
        return self.by_rule(words)

    def by_rule(self, words: list[str]) -> RoleName | None:
        """What the rules say of words that no line lists: a grade before a role, a body before an open noun."""
        if len(words) == 1:
            return None
        if words[0] in GRADES:
            return self._of(words[1:])
        return self._opened(words)

    def _opened(self, words: list[str]) -> RoleName | None:
        """An open noun with the sector of what stands before it: "police" + "chief", "aid group" + "member"."""
        for cut in range(1, len(words)):
            head = self.nouns.get(" ".join(words[cut:]))
            sector = self._sector_before(words[:cut]) if head is not None and head.opens else None
            if head is not None and sector is not None:
                return replace(head, sector=sector, serves=True, bound=False)
        return None

    def _sector_before(self, words: list[str]) -> str | None:
        """The sector that words before an open noun tell: a line of their own, or a body that they name."""
        told = self.before.get(" ".join(words))
        if told is not None:
            return told
        body = self._of(words)
        return body.sector if body is not None and not body.human else None


@cache
def roles() -> Roles:
    """The roles of the codebook. Raises CodebookError where the table is wrong."""
    return read_roles(read_table(TABLE, COLUMNS))


def read_roles(rows: list[Row]) -> Roles:
    """Roles from the rows of a table. Raises CodebookError, naming the line, where a kind or mark is unknown."""
    nouns: dict[str, RoleName] = {}
    before: dict[str, str] = {}
    for row in rows:
        role, sector, kind, marks, _ = row.values
        key = role.replace("-", " ")
        known = frozenset(() if marks == NONE else marks.split(","))
        if kind not in KINDS:
            raise CodebookError(f"{row.where}: {kind!r} is no kind; use one of {sorted(KINDS)}")
        if not known <= MARKS:
            raise CodebookError(f"{row.where}: unknown marks {sorted(known - MARKS)}; use {sorted(MARKS)}")
        if kind == "before":
            if sector == NONE:
                raise CodebookError(f"{row.where}: a word before an open noun must have a sector")
            before[key] = sector
        elif key in nouns:
            raise CodebookError(f"{row.where}: {role!r} has a line already")
        else:
            nouns[key] = _role(sector, kind, known)
    return Roles(MappingProxyType(nouns), MappingProxyType(before))


def _role(sector: str, kind: str, marks: frozenset[str]) -> RoleName:
    return RoleName(
        sector=None if sector == NONE else sector,
        human=kind == "person",
        body=kind == "body",
        serves="serving" in marks,
        collective=kind == "many",
        gender=next((mark for mark in ("m", "f") if mark in marks), None),
        apart="apart" in marks,
        opens="open" in marks,
        bound="bound" in marks,
    )


def singulars(word: str) -> list[str]:
    """A noun as it stands, then what it may be the plural of: "agencies" gives "agency", "gunmen" "gunman"."""
    forms = [word]
    if word.endswith("men") and len(word) > 3:
        forms.append(word[:-3] + "man")
    if word.endswith("ies") and len(word) > 4:
        forms.append(word[:-3] + "y")
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        forms.append(word[:-1])
        if word.endswith("es"):
            forms.append(word[:-2])
    return forms


def lint(rows: Sequence[Row], sectors: Collection[str]) -> list[str]:
    """What is wrong in the table though it can be read: unknown sectors, marks at odds, what the rules give anyway."""
    problems = []
    table = read_roles(list(rows))
    for row in rows:
        role, sector, kind, marks, _ = row.values
        if sector not in sectors and sector != NONE:
            problems.append(f"{row.where}: {sector!r} is no sector")
        if role != role.lower() or "." in role:
            problems.append(f"{row.where}: {role!r} is written small and without dots")
        if ("bound" in marks and "open" not in marks) or {"m", "f"} <= set(marks.split(",")):
            problems.append(f"{row.where}: the marks {marks} do not go together")
        if kind == "before" and marks != NONE:
            problems.append(f"{row.where}: a word before an open noun has no marks")
        if _body_anyway(table, role.replace("-", " ")) if kind == "before" else _given_anyway(table, role):
            problems.append(f"{row.where}: {role!r} need not be listed, as the rules say the same of it")
    return problems


def _given_anyway(table: Roles, role: str) -> bool:
    words = role.replace("-", " ").split()
    listed, ruled = table.nouns[" ".join(words)], table.by_rule(words)
    if ruled is None or listed.bound:
        return False
    return replace(listed, serves=True, opens=True) == replace(ruled, serves=True, opens=True)


def _body_anyway(table: Roles, words: str) -> bool:
    body = table.get(words)
    return body is not None and not body.human and body.sector == table.before[words]
