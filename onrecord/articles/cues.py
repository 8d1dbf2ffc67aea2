"""Says by its words whether a unit is page junk (the reviewed table, and shapes), or a note on the report itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from onrecord.articles.captions import COUNTER, LICENCE
from onrecord.articles.shapes import SHORT, Shape
from onrecord.errors import CodebookError

LONGEST = 90  # words of the longest notice of copyright that agencies print under a story
INVITATION = 30  # words of an invitation to subscribe, follow or write in
_EDGES = " \t\u00a0\"'“”‘’«»*•·|>»<:-–—…_.!?#→›▸►▶↓✕×+[](){}"
_LEADING = " *•·|>»→›▸►▶-–—"
_SPACE = re.compile(r"\s+")
_FIRST_WORD = re.compile(r"\w+|\S")

_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?)"
_TIMES = re.compile(
    r"(?:[\w.&' -]{2,30}(?://|\||•|·|—|-)\s*)?(?:(?:published|updated|posted|last updated|modified)\s*:?\s*)?"
    rf"(?:about |an? |over )?\d*\s*{_UNIT}\s+ago(?:\s*(?://|\||•|·).{{0,40}})?$"
    r"|\d{1,3}[\s-]min(?:ute)?s?\.? (?:read|listen|watch)$"
    r"|updated at \d{1,2}[:.]\d\d(?:\s?[ap]\.?m)?(?:\s[a-z]{2,4})?$",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"(?:view |see |show )?(?:all )?\(?\d[\d,.]*[km]?\)?\s+"
    r"(?:comments?|shares?|likes?|views?|replies|reactions?|retweets?|followers|photos|images|pictures|votes?)"
    r"(?:\s*[|•·].{0,40})?$|(?:comments?|shares?|likes?|views?)\s*[:(]?\s*\d[\d,.]*[km]?\)?$|\d[\d,.]*$"
    r"|list (?:of \d+ items|\d+ of \d+)$",
    re.IGNORECASE,
)
_ADDRESS = r"(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.\w[\w.]*|(?<![\w.])@\w{2,}"
_ONLY_LINK = re.compile(rf"(?:{_ADDRESS})$|pic\.twitter\.com/\S+$|(?:[#@]\w+[\s,]*)+$", re.IGNORECASE)
_ENDS_IN_LINK = re.compile(rf"(?:{_ADDRESS})(?:[\s,]+(?:and|or)\s+(?:{_ADDRESS}))?[\s.)\]]*$", re.IGNORECASE)
_TRAIL = re.compile(r"[^|>»/•·]{1,30}(?:\s[|>»/•·]\s[^|>»/•·]{1,40}){2,}$")
_BREADCRUMB = re.compile(r"home\s*[|>»/›]", re.IGNORECASE)

# An invitation begins with an imperative and names a way to reach the outlet, or speaks to its reader.
_IMPERATIVE = re.compile(
    r"(?:^|[.!?]\s+)(?:please |also |and |or )?(?:follow|read|find|see|visit|e-?mail|contact|reach|click|tap|join"
    r"|download|watch"
    r"|listen|subscribe|sign (?:up|in)|log in|register|get|send|call|tell|let us|support|help|share|discover"
    r"|browse|check out|learn"
    r"|stay|keep up|like|donate|become|enjoy|try|start|submit|write|follow|view|enter|choose|add|tune|scan|buy"
    r"|enable)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    rf"{_ADDRESS}|\b(?:newsletters?|inbox|app|podcasts?|twitter|facebook|instagram|youtube|telegram|whatsapp"
    rf"|linkedin|tiktok|flipboard"
    r"|google news|apple news|push notifications?|alerts|subscriptions?|subscribers?|free trial|membership"
    r"|paywall|journalism"
    r"|full coverage|our (?:website|site|coverage|page|pages|channel|stories|reporting|reporters|live blog"
    r"|cookie policy)"
    r"|website|comments section|the comments)\b",
    re.IGNORECASE,
)
_READER = re.compile(
    r"\b(?:you|you'(?:re|ve|ll|d)|your|yours|our|us|we|we'(?:re|ve|ll)|my|here|now|please|today)\b", re.IGNORECASE
)
_TELLS = re.compile(r"\b(?:said|says|told|adds|added|wrote|asked|tweeted|according to)\b", re.IGNORECASE)
_EDITED = (
    r"corrected|amended|updated|revised|edited to|changed to|clarified|clarif(?:y|ies)|misstated|misspell?ed|misspelt"
)
_NOTE = re.compile(
    r"[(\[]?(?:"
    r"(?:corrections?|clarifications?|editor['’]?s['’]? note|editors['’]? note|ed\.? note|updated?"
    r"|note to (?:readers|editors)"
    r"|(?:corrects?|clarifies|updates?) (?:the )?(?:story|headline|year|name"
    r"|spelling))\b\s*(?:\([^)]{1,30}\)\s*)?[:—–-]"
    r"|(?:this|the|an earlier|an? (?:earlier|previous|original)) [\w ,.]{0,25}?\b(?:story|article|report|version"
    r"|headline|post|item|piece)\b"
    r"[^.]{0,80}?\b(?:" + _EDITED + r"|misidentified|misattributed|incorrectly|wrongly|erroneously|mistakenly"
    r"|gave the wrong)\b"
    r"|this is (?:a )?(?:developing|breaking)(?: news)? story\b"
    r"|(?:corrects|refiles|recasts|releads|rewrites|writethru|new throughout)\b"
    r"|(?:adds|updates|updating|inserts|changes|deletes|removes|clarifies|recasts|rewrites) [^()]{2,120}\)$)",
    re.IGNORECASE,
)  # fmt: skip
NOTE_WORDS = 90  # words of the longest notes of correction seen


@dataclass(frozen=True, slots=True)
class Cues:
    """The table of page junk: whole lines, beginnings by their first word, and words anywhere."""

    line: Mapping[str, str]
    first: Mapping[str, tuple[tuple[str, str], ...]]
    sure: Mapping[str, tuple[tuple[str, str], ...]]
    has: re.Pattern[str]
    tells: re.Pattern[str]
    kinds: Mapping[str, str]


@cache
def cues() -> Cues:
    """The table, read once. Raises CodebookError where a line has another form."""
    line: dict[str, str] = {}
    starts: dict[str, dict[str, list[tuple[str, str]]]] = {"first": {}, "sure": {}}
    anywhere: dict[str, list[str]] = {"has": [], "tells": []}
    kinds: dict[str, str] = {}
    table = resources.files("onrecord.articles").joinpath("data/residue.tsv").read_text(encoding="utf-8")
    for number, row in enumerate(table.splitlines(), start=1):
        if not row or row.startswith("#"):
            continue
        try:
            where, kind, words = row.split("\t")
            if where == "line":
                line[words] = kind
            elif where in starts:
                starts[where].setdefault(_first_word(words), []).append((words, kind))
            else:
                anywhere[where].append(words)
                kinds[words] = kind
        except (KeyError, ValueError):
            raise CodebookError(f"articles/data/residue.tsv, line {number}: not of the table's form") from None
    first, sure = ({word: tuple(found) for word, found in starts[name].items()} for name in ("first", "sure"))
    has, tells = (
        re.compile("|".join(re.escape(words) for words in sorted(anywhere[name], key=len, reverse=True)))
        for name in ("has", "tells")
    )
    return Cues(line, first, sure, has, tells, kinds)


def plain(text: str) -> str:
    """A line as the table writes it: lower case, straight apostrophes, single spaces."""
    return _SPACE.sub(" ", text).replace("’", "'").strip().lower()


def junk(shape: Shape) -> str | None:
    """The kind of page junk that a unit's words say it is, null where they say nothing."""
    if shape.words > LONGEST:
        return None
    text = plain(shape.text)
    table = cues()
    bare = text.strip(_EDGES)
    if bare in table.line:
        return table.line[bare]
    by_shape = _by_shape(text, bare)
    if by_shape is not None:
        return by_shape
    match = table.tells.search(text)
    if match is not None:
        return table.kinds[match.group()]
    if shape.quoted and shape.text[0] not in "([":
        return None
    opening = text.lstrip(_LEADING)
    found = _beginning(opening, table.sure)
    if found is None and _slight(shape, text):
        opening = opening.lstrip("([")
        found = _beginning(opening, table.sure) or _beginning(opening, table.first)
        match = table.has.search(text) if found is None else None
        found = found or (table.kinds[match.group()] if match else None)
    return found or ("invitation" if _invites(shape, text) else None)


def _slight(shape: Shape, text: str) -> bool:
    """Whether a unit may be a label or a call: of a headline's length without a stop, or a short one to its reader."""
    if not shape.stop:
        return shape.words <= 2 * SHORT
    return shape.words <= SHORT and _TELLS.search(text) is None and (
        shape.text[-1] == "!" or _READER.search(text) is not None
    )  # fmt: skip


def _invites(shape: Shape, text: str) -> bool:
    """Whether a unit invites to subscribe, follow, write in or read elsewhere ("Follow our coverage at …")."""
    if shape.words > INVITATION or _TELLS.search(text):
        return False
    if _ENDS_IN_LINK.search(text) and shape.words <= SHORT:
        return True
    if not _IMPERATIVE.search(text) or not _MEANS.search(text):
        return False
    return _READER.search(text) is not None or _IMPERATIVE.match(text) is not None


def _by_shape(text: str, bare: str) -> str | None:
    if not any(character.isalnum() for character in text):
        return "signs"
    if _TIMES.match(bare):
        return "times"
    if len(text) < 80 and _COUNTS.match(bare):
        return "counter"
    if COUNTER.fullmatch(text) or LICENCE.fullmatch(text):
        return "counter"
    if _ONLY_LINK.match(text):
        return "link"
    if _BREADCRUMB.match(text) or (len(text) < 200 and _TRAIL.match(bare) and not text.endswith(".")):
        return "navigation"
    return None


def _first_word(words: str) -> str:
    found = _FIRST_WORD.search(words)
    return found.group() if found else ""


def _beginning(text: str, table: Mapping[str, tuple[tuple[str, str], ...]]) -> str | None:
    return next(
        (
            kind
            for words, kind in table.get(_first_word(text), ())
            if text.startswith(words) and _ends_word(text, words)
        ),
        None,
    )


def _ends_word(text: str, words: str) -> bool:
    return not words[-1].isalnum() or words[-1].isdigit() or not text[len(words) : len(words) + 1].isalnum()


def is_note(shape: Shape) -> bool:
    """Whether a unit corrects or annotates the report itself."""
    return shape.words <= NOTE_WORDS and _NOTE.match(shape.text) is not None
