"""Cuts a block of text into items: words, numbers, clock times and written dates, each with its token classes.

Items are finer than the tokens of the parse ("12-year" is three), so that the grammar does not depend on how a
tokenizer treats hyphens, dots and apostrophes. Each is found by its offset again when the parse is asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.entities.times import words

# Alternatives are tried in order and none can run back over text that another has eaten: one pass, linear time.
_LEXEME = re.compile(
    r"""
      (?P<ISO>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-]))
    | (?P<SLASH>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/]))
    | (?P<CLOCK>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
    | (?P<DECADE>['’‘]?(?:\d{2}|\d{4})s\b)
    | (?P<ORDINAL>\d{1,3}(?:st|nd|rd|th)\b)
    | (?P<APOYEAR>['’‘]\d{2}(?!\w))
    | (?P<NUMBER>\d+(?:,\d{3})*(?:\.\d+)?)
    | (?P<AMPM>(?<![^\W\d_])(?:[aApP]\.\ ?[mM]\.?|[aApP][mM])(?!\w))
    | (?P<ABBREVIATION>(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec
        |Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.(?!\w))
    | (?P<WORD>[^\W\d_]+)
    | (?P<SIGN>\S)
    """,
    re.VERBOSE,
)
_DASHES = dict.fromkeys("‐‑‒–—−", "-")
_APOSTROPHES = dict.fromkeys("’‘`´", "'")
CURRENCY = frozenset("$€£¥#%")

EARLIEST_YEAR, LATEST_YEAR = 1500, 2100  # bare numbers outside are rarely years in news
LATEST_DAY = 31
CENTURY_TURN = 30  # "'29" is 2029, "'30" is 1930: half-way between the reports of today and the oldest living memory


@dataclass(frozen=True, slots=True)
class Item:
    """Characters `[start, end)`: their lower-cased text and the value that they have in each token class."""

    start: int
    end: int
    text: str
    of: dict[str, Any]
    capital: bool = False


def items_of(text: str, start: int, end: int) -> list[Item]:
    """The items of the characters `[start, end)` in order: phrases and number words already put together."""
    return _join_numbers(_join_phrases([_item(match) for match in _LEXEME.finditer(text, start, end)]))


def _item(match: re.Match[str]) -> Item:
    kind, raw = str(match.lastgroup), match.group()
    text = raw.lower()
    of: dict[str, Any] = {}
    if kind == "WORD":
        of = _word_classes(text, raw)
    elif kind == "SIGN":
        text = _DASHES.get(text, _APOSTROPHES.get(text, text))
    elif kind == "NUMBER":
        of = _number_classes(text)
    elif kind == "ORDINAL":
        of = {"ORD": int(text[:-2])}
        if of["ORD"] <= LATEST_DAY:
            of["DAY"] = of["ORD"]
    elif kind == "DECADE":
        of = {"DECADE": _decade(text.strip("'’‘s"))}
    elif kind == "APOYEAR":
        of = {"SHORTYEAR": _full_year(int(text[1:]))}
    elif kind == "ABBREVIATION":
        of = _abbreviation_classes(text[:-1])
    elif kind == "AMPM":
        of = {"AMPM": text[0]}
    elif kind == "CLOCK":
        hours, minutes = map(int, text.split(":")[:2])
        of = {"CLOCK": f"{hours:02}:{minutes:02}"} if hours <= 24 and minutes < 60 else {}
    else:
        of = {kind: raw}
    return Item(match.start(), match.end(), text, of, raw[0].isupper())


def _word_classes(text: str, raw: str) -> dict[str, Any]:
    of = dict(_lexicon().get(text, {}))
    if "MONTH" in of and not raw[0].isupper() and text in words.AMBIGUOUS_MONTHS:
        del of["MONTH"]
    if ("MONTHABBR" in of or "DAYABBR" in of) and not raw[0].isupper():
        of.pop("MONTHABBR", None)
        of.pop("DAYABBR", None)
    if "ZONE" in of and not raw.isupper():
        del of["ZONE"]
    return of


@cache
def _lexicon() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for name, table in (
        ("MONTH", words.MONTHS),
        ("MONTHABBR", words.MONTH_ABBREVIATIONS),
        ("WEEKDAY", words.WEEKDAYS),
        ("WEEKDAYS", {day + "s": number for day, number in words.WEEKDAYS.items()}),
        ("DAYABBR", words.WEEKDAY_ABBREVIATIONS),
        ("UNIT", words.UNITS),
        ("UNITS", words.PLURAL_UNITS),
        ("SEASON", words.SEASONS),
        ("PART", words.PARTS),
        ("NUM", {**words.CARDINALS, **words.TENS}),
        ("MULTIPLIER", words.MULTIPLIERS),
        ("ORD", words.ORDINALS),
        ("DECADE", {word: f"19{digit}" for word, digit in words.DECADE_WORDS.items()}),
        ("CLOCK", words.CLOCK_WORDS),
        ("ZONE", words.ZONES),
        ("ART", {"a": 1, "an": 1}),
    ):
        for word, value in table.items():
            found.setdefault(word, {})[name] = value
    return found


def _number_classes(text: str) -> dict[str, Any]:
    plain = text.replace(",", "")
    if len(plain) > 9:
        return {}
    of: dict[str, Any] = {"NUM": float(plain) if "." in plain else int(plain)}
    if text.isdigit():
        number = int(text)
        if len(text) == 4:
            if EARLIEST_YEAR <= number <= LATEST_YEAR:
                of["YEAR"] = number
            if number // 100 <= 24 and number % 100 < 60:
                of["MILITARY"] = f"{text[:2]}:{text[2:]}"
        elif len(text) <= 2 and 1 <= number <= LATEST_DAY:
            of["DAY"] = number
            if number <= 24:
                of["HOUR"] = number
    elif "." in text and len(text) <= 5:
        hours, _, minutes = text.partition(".")
        if len(minutes) == 2 and int(hours) <= 24 and int(minutes) < 60:
            of["DOTCLOCK"] = f"{int(hours):02}:{minutes}"
    return of


def _abbreviation_classes(text: str) -> dict[str, Any]:
    if text in words.MONTH_ABBREVIATIONS:
        month = words.MONTH_ABBREVIATIONS[text]
        return {"MONTH": month, "MONTHABBR": month}
    day = words.WEEKDAY_ABBREVIATIONS[text]
    return {"WEEKDAY": day, "DAYABBR": day}


def _full_year(short: int) -> int:
    return (2000 if short < CENTURY_TURN else 1900) + short


def _decade(digits: str) -> str:
    return digits[:3] if len(digits) == 4 else str(_full_year(int(digits)))[:3]


@cache
def _phrases() -> dict[str, list[tuple[list[str], str, object]]]:
    """Phrases by first word, longest first."""
    table: dict[str, list[tuple[list[str], str, object]]] = {}
    entries = [(phrase, name, value) for phrase, (name, value) in words.PHRASES.items()]
    entries += [(phrase, "HOLIDAY", value) for phrase, value in words.HOLIDAYS.items()]
    for phrase, name, value in entries:
        parts = phrase.split(" ")
        table.setdefault(parts[0], []).append((parts, name, value))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def _join_phrases(items: list[Item]) -> list[Item]:
    joined, position = [], 0
    while position < len(items):
        item = items[position]
        for parts, name, value in _phrases().get(item.text, ()):
            run = items[position : position + len(parts)]
            if len(run) == len(parts) and all(a.text == b for a, b in zip(run, parts, strict=True)):
                if name == "HOLIDAY" and not item.capital and parts[0] != "the":
                    continue
                of = {**(item.of if len(run) == 1 else {}), name: value}
                item = Item(item.start, run[-1].end, " ".join(parts), of, item.capital)
                position += len(parts) - 1
                break
        joined.append(item)
        position += 1
    return joined


def _join_numbers(items: list[Item]) -> list[Item]:
    """Put number words together: "twenty-five", "two hundred", "three and a half", "twenty-first"."""
    joined: list[Item] = []
    position = 0
    while position < len(items):
        run, of = _number_at(items, position)
        if run > 1:
            first, last = items[position], items[position + run - 1]
            joined.append(Item(first.start, last.end, " ".join(i.text for i in items[position : position + run]), of))
        else:
            joined.append(items[position])
        position += run
    return joined


def _number_at(items: list[Item], position: int) -> tuple[int, dict[str, Any]]:
    """How many items from here make one number, and its classes."""
    first = items[position]
    total, used = first.of.get("NUM"), 1
    if total is None and "ART" in first.of and _text(items, position + 1) in words.MULTIPLIERS:
        total = 1
    if total is None:
        return 1, first.of
    for unit, text in _rest(items, position + 1):
        if first.text in words.TENS and used == 1 and text in words.CARDINALS and 0 < words.CARDINALS[text] < 10:
            total, used = total + words.CARDINALS[text], unit - position + 1
        elif first.text in words.TENS and used == 1 and text in words.ORDINALS and words.ORDINALS[text] < 10:
            return unit - position + 1, {"ORD": total + words.ORDINALS[text], "DAY": total + words.ORDINALS[text]}
        else:
            break
    if (text := _text(items, position + used)) in words.MULTIPLIERS:
        total, used = total * words.MULTIPLIERS[text], used + 1
    tail = [_text(items, position + used + k) for k in range(2)]
    if tail == ["and", "a half"]:
        return used + 2, {"NUM": total + 0.5}
    return used, {"NUM": total}


def _rest(items: list[Item], position: int) -> Iterator[tuple[int, str]]:
    """The item after a tens word, over a hyphen or none."""
    if _text(items, position) == "-":
        position += 1
    if position < len(items):
        yield position, items[position].text


def _text(items: list[Item], position: int) -> str:
    return items[position].text if position < len(items) else ""
