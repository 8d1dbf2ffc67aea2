"""Tells who wrote a report: bylines above it ("By Ruth Amari"), credits and sign-offs below ("Editing by …")."""

import re

from onrecord.articles.calendar import find_date
from onrecord.articles.datelines import agencies
from onrecord.articles.shapes import SHORT, Shape
from onrecord.articles.stamps import stamp_words

LONGEST = 45  # words: credits of a report by a whole bureau
_ROLE = (
    r"written|reported|reporting|story|text|words|video|edited|editing|writing|compiled|translated|translation|produced"
    r"|production|interview|research|graphics?|illustrations?"
)
_BY = re.compile(
    rf"[(\[]?(?:(?:additional|further|with|original|by)\s+)?(?:(?:{_ROLE})(?:\s*(?:,|and|&)\s*(?:{_ROLE}"
    rf"|photos?))*\s+)?"
    r"by:?\s+(?P<names>\S.*)$",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    rf"[(\[]?(?:(?:additional |further |with |original )?(?:{_ROLE})(?:\s*(?:,|and|&)\s*(?:{_ROLE}))*\s+by:?\s\S"
    r"|(?:with )?(?:files|inputs?|material|reports?|reporting|contributions?)\s+(?:from|by)\s+[A-Za-z]"
    r"|(?:contributing|contributors?|authors?|reporters?|editors?|edited by|written by):\s+\S)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\bcontributed(?:\s+\w+)?\s+(?:to|from)\s+(?:this|the)\s+(?:report|story|article|piece)\b"
    r"|\bcontributed\s+reporting\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[a-z]{2,4}(?:[/,]\s?[a-z]{2,4})*\s*\((?P<agencies>[\w, ]{2,60})\)$")  # "jk/ab (AFP, dpa)"
_SOURCE = re.compile(r"(?:sources?|agenc(?:y|ies)):?\s", re.IGNORECASE)
_SIGN_OFF = " \t-–—―/([])|.:"
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*$|@\w+$")
_LINKS = frozenset("and in of the for at with & de da van von der den al bin ibn el la le du dos to".split())
_JOBS = frozenset(
    "correspondent reporter writer editor bureau chief staff columnist contributor producer journalist"
    " photographer agency news"
    " political diplomatic senior foreign chief sports business science special guest freelance national international"
    " desk team service world economics security defence defense digital deputy associate video web".split()
)  # fmt: skip
_DIVIDE = re.compile(r"[\s,|/•·;()–—]+|\s-\s")


def is_byline(shape: Shape) -> bool:
    """Whether a unit names who wrote the report, and does nothing else."""
    return _credits(shape) or _by(shape)


def _by(shape: Shape) -> bool:
    """A byline with "by": names, places, jobs and a date may follow, but no sentence ("By Tuesday, they had gone")."""
    match = _BY.match(shape.text) if 2 <= shape.words <= 2 * SHORT else None
    return match is not None and not shape.finite and _is_names(match["names"])


def _credits(shape: Shape) -> bool:
    """Credits of reporters and editors, a source, initials, or an agency that signs off."""
    if shape.words > LONGEST or (shape.quoted and shape.text[0] not in "(["):
        return False
    text = shape.text
    if _CREDITS.match(text) and not shape.finite:
        return True
    if _CONTRIBUTED.search(text) and text[0].isupper():
        return True
    initials = _INITIALS.match(text)
    if initials is not None and not agencies().isdisjoint(initials["agencies"].split(", ")):
        return True
    source = _SOURCE.match(text)
    bare = text.strip(_SIGN_OFF)
    return bare in agencies() or (source is not None and shape.words <= SHORT and not shape.stop and not shape.finite)


def names_only(shape: Shape) -> bool:
    """Whether a unit is a bare name: two to four capitalised words."""
    words = shape.text.split()
    return 2 <= len(words) <= 4 and not shape.stop and not shape.finite and all(_is_name(word) for word in words)


def _is_name(word: str) -> bool:
    return word[0].isupper() and _NAME_WORD.match(word) is not None


def _is_names(text: str) -> bool:
    """Whether a text, a date taken out of it, holds names, the words that join them, places and jobs alone."""
    date = find_date(text, 0, len(text))
    if date is not None:
        before, after = text[: date.span[0]], text[date.span[1] :]
        if not stamp_words(after):
            return False
        text = before.rstrip(" ,|•·-–—") or before
    words = [word.strip(":.") for word in _DIVIDE.split(text)]
    words = [word for word in words if word and not word.isdigit()]
    named = [word for word in words if word[0].isupper() or word[0] == "@"]
    if not named or (words[0] in _LINKS and len(named) == 1):
        return False
    return all(word in named or (_NAME_WORD.match(word) and _beside_names(word)) for word in words)


def _beside_names(word: str) -> bool:
    """Whether a word in lower case may stand in a byline: "and", "in", "van", "al-", a job, a site's address."""
    return word.split("-")[0] in _LINKS or word in _JOBS or "." in word
