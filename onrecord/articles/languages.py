"""Tells the language of a text: by a count of English function words, by the py3langid library where they are few."""

import re
from collections.abc import Iterable

ENGLISH = "en"
FUNCTION_WORDS = frozenset(
    "the of and to in a is that for it on was as with be by at he his from are this an had not have has but were which"
    " they their will who said been its or she her after would we about also when than there you i one no more"
    " him if".split()
)
SURE_SHARE = 0.22  # of words; English news has .30 to .45, other languages in Latin script below .10
FEWEST_WORDS = 12  # below this a language cannot be told: a line of names looks like any
SAMPLE_WORDS = 400
_WORD = re.compile(r"[^\W\d_]+")


def language_of(parts: Iterable[str], stated: str | None = None) -> str:
    """The ISO 639-1 code of the language that the parts are written in.

    Where there is too little text to tell, the language that the source states, else English. Reads a sample of the
    parts' words, not more.
    """
    words: list[str] = []
    sample: list[str] = []
    for part in parts:
        room = 12 * SAMPLE_WORDS
        words += _WORD.findall(part[:room].lower())
        sample.append(part[:room])
        if len(words) >= SAMPLE_WORDS:
            break
    if len(words) >= FEWEST_WORDS:
        share = sum(word in FUNCTION_WORDS for word in words) / len(words)
        if share >= SURE_SHARE:
            return ENGLISH
        return _told_by_library(" ".join(sample))
    letters = sum(len(word) for word in words)
    if letters > FEWEST_WORDS and sum(_foreign(word) for word in words) > letters / 2:
        return _told_by_library(" ".join(sample))  # scripts without spaces, or other scripts, in a few words
    return _code(stated) or ENGLISH


def _foreign(word: str) -> int:
    return sum(1 for character in word if character > "\u024f")


def _code(stated: str | None) -> str | None:
    """The primary subtag of a language tag: "en" of "en-GB"."""
    return stated.replace("_", "-").split("-")[0].lower() or None if stated else None


def _told_by_library(text: str) -> str:
    import py3langid

    code, _ = py3langid.classify(text)
    return str(code)
