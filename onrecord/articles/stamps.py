"""Reads time stamps: units that hold a date with its year, words such as "Published at 3:12 PM EST", nothing else."""

import re

from onrecord.articles.calendar import CalendarDate, find_date

LONGEST = 120  # characters: two stamps in one line, published and updated, come to about 90
_WORD = re.compile(
    r"(?:published|updated?|posted|created|modified|issued|released|first|last|latest|on|at|by|admin|am|pm|a\.m"
    r"|p\.m|noon"
    r"|midnight|local|time|hours|hrs|hr|h|date|of|publication|release|dated|min|mins|minutes?|read|z|t"
    r"|(?:e|c|p|m|ak|h|b|i|ce|ee|we|ms|as|sg|hk|j|k)(?:s|d)?t|cest|eest|gmt|utc|msk|eat|wat|wib|pht|npt|pkt|gst"
    r"|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|\d{1,2}(?:[:.]\d\d){0,2}(?:[ap]m)?|\d{1,2}h\d\d|[+-]\d{1,2}:?\d\d|\d{4}"
    r"|t?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)$",
    re.IGNORECASE,
)
_DIVIDE = re.compile(r"[\s,|/•·()@–—-]+|:(?=\s|$)")


def stamp_of(text: str, start: int, end: int) -> CalendarDate | None:
    """The date of the unit `[start, end)` where it is a time stamp, else null. A date without its year is none."""
    if end - start > LONGEST:
        return None
    date = find_date(text, start, end)
    if date is None or date.year is None:
        return None
    rest = text[start : date.span[0]] + " " + text[date.span[1] : end]
    other = find_date(rest, 0, len(rest))  # "Published March 12, 2024, updated March 13, 2024"
    if other is not None and other.year is not None:
        rest = rest[: other.span[0]] + " " + rest[other.span[1] :]
    return date if stamp_words(rest) else None


def stamp_words(text: str) -> bool:
    """Whether a text, its dates taken out, holds only what time stamps hold."""
    return all(_WORD.match(word.strip(".")) for word in _DIVIDE.split(text) if word.strip("."))
