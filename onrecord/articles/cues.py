"""Says by its words what a unit is: page junk (by the reviewed table), a caption, a byline, a correction, a time stamp."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from onrecord.articles.shapes import SHORT, Shape
from onrecord.errors import CodebookError

LONGEST = 90  # words of the longest notice of copyright that agencies print under a story
_EDGES = " \t\u00a0\"'“”‘’«»*•·|>»<:-–—…_.!#→›▸►▶↓✕×+[](){}"
_SPACE = re.compile(r"\s+")

COUNTER = re.compile(
    r"(?:(?:photo|image|slide|picture)\s+)?\d{1,3}\s*(?:of|/)\s*\d{1,3}(?:\s*[|:–—-]\s*|\s*$)", re.IGNORECASE
)
LICENCE = re.compile(
    r"\s*[|–—-]?\s*(?:license (?:this )?photo|buy photo|purchase (?:this )?photo|hide caption|enlarge this image|toggle caption)\s*$",
    re.IGNORECASE,
)
_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?)"
_TIMES = re.compile(
    rf"(?:[\w.&' -]{{2,30}}(?://|\||•|·|—|-)\s*)?(?:(?:published|updated|posted|last updated|modified)\s*:?\s*)?"
    rf"(?:about |an? |over )?\d*\s*{_UNIT}\s+ago(?:\s*(?://|\||•|·).{{0,40}})?$|\d{{1,3}}[\s-]min(?:ute)?s?\.? (?:read|listen|watch)$",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\(?\d[\d,.]*[km]?\)?\s+(?:comments?|shares?|likes?|views?|replies|reactions?|retweets?|followers|photos|images|votes?)"
    r"(?:\s*[|•·].{0,40})?$|(?:comments?|shares?|likes?|views?)\s*[:(]?\s*\d[\d,.]*[km]?\)?$|\d[\d,.]*$",
    re.IGNORECASE,
)
_ONLY_LINK = re.compile(
    r"(?:https?://|www\.)\S+$|pic\.twitter\.com/\S+$|(?:[#@]\w+[\s,]*)+$|\S+@\S+\.\w+$", re.IGNORECASE
)
_CONTACT = re.compile(
    r"(?:write to|e-?mail|contact|reach|send (?:an )?e-?mails? to|tips?\b.{0,30}) .{0,80}\S@\S", re.IGNORECASE
)
_TRAIL = re.compile(r"[^|>»/•·]{1,30}(?:\s[|>»/•·]\s[^|>»/•·]{1,40}){2,}$")
_BREADCRUMB = re.compile(r"home\s*[|>»/›]", re.IGNORECASE)

_BYLINE = re.compile(
    r"(?:(?:written|reported|reporting|story|text|words|video|produced|edited|compiled|by and photos)\s+)?by:?\s+(?P<name>[^\W\d_].*)$"
    r"|(?:reporting|writing|editing|additional reporting|compiled)\s+by\s.*$|author:?\s+\S.*$",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"(?:[^\W\d_][\w.'’-]*|and|&|de|van|von|der|al|bin|el|la|,)$")
_CORRECTION = re.compile(
    r"(?:\(?(?:correction|corrections|clarification|editor['’]?s['’]? note|editors['’]? note|ed\.? note|update|note to (?:readers|editors))\b"
    r"\s*(?:\([^)]{1,30}\)\s*)?[:—–-])|\(?\[?(?:this|an earlier version of this|a previous version of this|the) "
    r"(?:story|article|report|version|headline|post|item)\b.{0,60}?\b(?:has been|was|is being|have been|corrects?|corrected|updated|misstated|incorrectly)\b"
    r"|\(corrects\b|\(?refiles\b",
    re.IGNORECASE,
)  # fmt: skip
_CREDIT = re.compile(
    r"(?i:\b(?:photo|photos|photograph|photographs|picture|image|images|credit|screenshot|screen grab|illustration)\s*"
    r"(?:(?:by|via|from|source|credit|courtesy)\b|[:/©]))"
    r"|(?i:\b(?:photo|picture|image)s? courtesy of\b)|\b[Cc]ourtesy (?:of|photo)\b|\b[Cc]ourtesy\s*[:/]"
    r"|\b(?:AFP|AP|EPA|REUTERS|Reuters|UPI|Getty|Xinhua|Shutterstock|iStock|Bloomberg|Anadolu)"
    r"\s?(?:/|via\b|Images\b|Photo\b)[^.]{0,60}\W*$|[/|(-]\s?(?:AFP|AP|EPA|EFE|REUTERS|Reuters|UPI|Getty|Xinhua)\)?\W*$"
    r"|\bvia (?:Getty|AP|Reuters|AFP|Flickr|Wikimedia|Shutterstock|Twitter|Facebook|Zuma)\b"
    r"|(?i:\(file(?: photo| picture| image)?\)|\bfile (?:photo|picture|image)\b)|\bGetty Images\b|©\s?[A-Z]"
)
_SIDES = re.compile(r",\s(?:left|right|center|centre|second left|second right|second from (?:left|right)),\s")
_TELLS = re.compile(r"\b(?:said|says|told|adds|added)\b")
_PHOTO_FIRST = re.compile(
    r"(?:file (?:photo|picture|image)|in this (?:file |aerial |undated |handout )?(?:photo|image|picture)"
    r"|photo|image|picture|caption|pictured|above)\b\s*[:,—–-]"
    r"|(?:a|this|an) (?:file|handout|undated|aerial|general) (?:photo|picture|image|view)\b"
    r"|in this (?:[\w.,]+ ){0,6}(?:file |handout )?(?:photo|image|picture)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\((?:L|C|left|right|center|centre|front|back|pictured|top|bottom|[LRC]-[LRC]|L to R|from left|far left|far right"
    r"|[2-9](?:nd|rd|th) [LR])\)|\bpictured,\s"
)
_STAMP_WORD = re.compile(
    r"(?:published|updated|posted|created|modified|issued|first|last|on|at|am|pm|a\.m|p\.m|noon|est|edt|et|cst|cdt|ct|pst|pdt|pt|gmt|utc|bst|ist|cet|cest|eet|"
    r"msk|local|time|hours|hrs|h|date|of|publication|release|dated|min|mins|minute|minutes|read|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|z|"
    r"\d{1,2}|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:am|pm)?|\d{1,2}(?:am|pm)|[+-]\d{1,2}:?\d\d|\d{4})$",
    re.IGNORECASE,
)


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
                starts[where].setdefault(words.split()[0], []).append((words, kind))
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
    if not shape.quoted:
        found = _beginning(text.lstrip(" *•·|>»→›▸►▶-–—"), table.sure)
        if found is None and _slight(shape):
            found = _beginning(text.lstrip(" *•·|>»→›▸►▶-–—[("), table.first)
        if found is not None:
            return found
    match = table.tells.search(text)
    if match is None and _slight(shape) and not shape.quoted:
        match = table.has.search(text)
    return table.kinds[match.group()] if match else None


def _slight(shape: Shape) -> bool:
    """Whether a unit is short, or of a headline's length without a full stop: a sentence that is long tells a story."""
    return shape.words <= SHORT if shape.stop else shape.words <= 2 * SHORT


def _by_shape(text: str, bare: str) -> str | None:
    if not any(character.isalnum() for character in text):
        return "signs"
    if _TIMES.match(bare):
        return "times"
    if len(text) < 80 and _COUNTS.match(bare):
        return "counter"
    if COUNTER.fullmatch(text) or LICENCE.fullmatch(text):
        return "counter"
    if _ONLY_LINK.match(text) or (len(text) < 250 and _CONTACT.match(bare)):
        return "link"
    if _BREADCRUMB.match(text) or (len(text) < 200 and _TRAIL.match(bare) and not text.endswith(".")):
        return "navigation"
    return None


def _beginning(text: str, table: Mapping[str, tuple[tuple[str, str], ...]]) -> str | None:
    word = text.split(" ", 1)[0]
    return next(
        (kind for words, kind in table.get(word, ()) if text.startswith(words) and _ends_word(text, words)), None
    )


def _ends_word(text: str, words: str) -> bool:
    return not words[-1].isalnum() or words[-1].isdigit() or not text[len(words) : len(words) + 1].isalnum()


def caption(shape: Shape) -> str | None:
    """Which sign of a picture's caption a unit holds: a credit at its end, its first words, or who stands where."""
    if shape.words > 80:
        return None
    tail = shape.text[-160:]
    credit = next((c for c in _CREDIT.finditer(tail) if len(tail) - c.end() <= 70 and _stands_apart(tail, c)), None)
    if credit is not None and not shape.quoted:
        return "credit"
    if _PHOTO_FIRST.match(shape.text):
        return "picture"
    if shape.quoted or _TELLS.search(shape.text):
        return None
    return "pointing" if _POINTING.search(shape.text) or _SIDES.search(shape.text) else None


def _stands_apart(text: str, credit: re.Match[str]) -> bool:
    """Whether a credit begins the line, follows a sentence's end or a sign, or is itself one in capitals or brackets."""
    before = text[: credit.start()].rstrip()
    return (
        not before
        or before[-1] in '.!?|/()[]—–-"”:,©'
        or credit.group()[0] in "/|(-©"
        or not credit.group()[0].islower()
    )


def byline(shape: Shape) -> bool:
    """Whether a unit names who wrote the report ("By Ruth Amari and Paul Strand, Harbour Gazette")."""
    if shape.words > 2 * SHORT or shape.words < 2:
        return False
    match = _BYLINE.match(shape.text)
    if match is None:
        return False
    name = match["name"]
    return name is None or (not shape.finite and _is_names(name))


def names_only(shape: Shape) -> bool:
    """Whether a unit is a bare name or two: two to four capitalised words."""
    return (
        2 <= shape.words <= 4
        and not shape.stop
        and not shape.finite
        and shape.text[0].isupper()
        and _is_names(shape.text)
    )


def _is_names(text: str) -> bool:
    words = text.replace(",", " , ").replace("|", " , ").split()
    named = [word for word in words if word[0].isupper()]
    return len(named) >= 1 and all(
        _NAME_WORD.match(word) and (word[0].isupper() or len(word) <= 3) for word in words[:5]
    )


def correction(shape: Shape) -> bool:
    """Whether a unit corrects or annotates the report itself."""
    return _CORRECTION.match(shape.text) is not None


def stamp_words(text: str) -> bool:
    """Whether a text, a date taken out of it, holds only what time stamps hold ("Published at 3:12 PM EST")."""
    return all(
        _STAMP_WORD.match(word.strip(".")) for word in re.split(r"[\s,|/•·()@–—-]+|:(?=\s|$)", text) if word.strip(".")
    )
