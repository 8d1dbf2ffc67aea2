"""Text into syntactic words as Universal Dependencies' English treebanks divide them, each with its characters.

Rules in one regular expression, tried at each place in order, then a second look at the few words that divide again
("don't" into "do" and "n't", "Japan's" into "Japan" and "'s"). Hyphens part words ("well|-|known") save after
prefixes ("co-founder"). Every repeated part of the expression is possessive or bounded, so that time grows with the
text's length, whatever the text.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Word(NamedTuple):
    """One syntactic word: characters `[start, end)` of the text, and whether a space (or nothing) stands before it."""

    start: int
    end: int
    space: bool


_PREFIXES = (
    "re|co|pre|post|non|anti|pro|ex|mid|multi|semi|sub|un|inter|intra|neo|counter|cross|mini|micro|macro|socio|psycho"
    "|pseudo|arch|ultra|trans|bi|tri|de|dis|hyper|meta|proto|quasi|super|vice|over|under|mis|extra|infra|auto|geo|e"
)
# Abbreviations that keep their stop wherever they stand.
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Mlle|Mme|Messrs|Dr|Drs|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Capt|Cpt|Cmdr|Cdr|Maj|Sgt|Cpl|Pvt|Adm"
    "|Brig|Rev|Fr|Hon|Pres|Amb|Supt|Insp|Det|Jr|Sr|Esq|St|Ste|Mt|Ft|Rd|Ave|Blvd|Dept|Inc|Corp|Ltd|Co|Cos|Bros|Assn|Univ"
    "|Jan|Feb|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Thu|Thur|Thurs|Fri"
    "|etc|vs|v|al|cf|viz|approx|esp|est|ca|Ph\\.D|M\\.Sc|B\\.Sc|Ph|Attn|Ext|ext|Tel|tel"
    "|Calif|Fla|Conn|Mich|Minn|Ariz|Colo|Okla|Tenn|Wis|Neb|Nev|Va|Pa|Md|Ga|La|Ky|Tex"
)
# Those that are words as well, or stand for a number's name: with a stop only before a digit.
_BEFORE_NUMBER = (
    "No|Nos|no|nos|Fig|Figs|fig|p|pp|c|vol|Vol|Art|art|Sec|Ch|ch|Sun|Sat|Wed|Mar|para|Para|Op|op|Res|m|b|d|r"
)
_UNITS = (
    "am|pm|AM|PM|mm|cm|km|kg|mg|ml|kb|mb|gb|tb|MB|GB|KB|TB|Hz|kHz|MHz|GHz|kW|MW|GW|mph|kph|ft|sq"
    "|hrs|hr|min|mins|sec|lbs|lb|oz|bn|tn|mn|m|k|K|M|B|b|x|hh|watt|C|F"
)
_NUMBER = r"\d{1,3}(?:,\d{3})++"
_PARTED = r"\d++(?:[.:]\d++)*+"
_CLITIC = "(?i:s|re|ve|ll|d|m)"
_ENDINGS = (
    "com|org|net|gov|edu|mil|int|info|biz|tv|eu|uk|us|ca|de|fr|ru|cn|jp|au|nz|in|br|mx|za|ch|at|nl|se|no|it|es|pl|ir|il|ua|kr"
    "|doc|pdf|xls|txt|html?|DOC|XLS|PDF|jpg|mp3|exe"
)

_TOKEN: Final = re.compile(
    rf"""
    (?P<url>(?:https?|ftp)://[^\s<>"“”«»]++ | www\d?\.[^\s<>"“”«»]++)
  | (?P<mail>(?:mailto:)?[A-Za-z0-9][\w.+%\-]{{0,63}}@[A-Za-z0-9][\w.\-]{{0,100}}[A-Za-z0-9])
  | (?P<domain>[A-Za-z0-9][A-Za-z0-9_\-]{{0,62}}(?:\.[A-Za-z0-9_\-]{{1,62}}){{0,4}}\.(?:{_ENDINGS})(?![\w\-]|\.\w)
        (?:/[^\s<>"“”«»]*+)?)
  | (?P<tag>[@\#][A-Za-z_]\w*+)
  | (?P<smile>[:;=]-?[)(DPp](?!\w) | <3(?!\w))
  | (?P<phone>\+?\d{{1,4}}(?:[\-.]\d{{3,4}}){{2,3}}(?!\w) | (?<!\d-)\d{{3}}-\d{{4}}(?![\w\-]))
  | (?P<date>\d{{1,4}}/\d{{1,2}}/\d{{2,4}}(?!\w) | \d{{1,2}}-\d{{1,2}}-\d{{2,4}}(?![\w\-])
        | \d{{4}}-\d{{2}}-\d{{2}}(?![\w\-]) | \d{{1,4}}/\d{{1,4}}(?![\w/]))
  | (?P<unit>(?:{_NUMBER}(?:\.\d++)?|{_PARTED})(?=(?:{_UNITS})(?!\w)))
  | (?P<number>(?:{_NUMBER}(?!\d)(?:\.\d++)?|{_PARTED}|\.\d++)
        (?:(?:st|nd|rd|th|ST|ND|RD|TH|s)(?!\w)|(?<=0)['’]s(?!\w))?+(?![^\W\d_]))
  | (?P<year>(?<!\w)['’]\d\ds?(?!\w))
  | (?P<dotted>[A-Za-z](?:\.[A-Za-z]){{1,10}}(?!\w)\.? | [A-Za-z](?:\.-?[A-Za-z]){{1,10}}\.)
  | (?P<short>(?:{_ABBREVIATIONS})\.(?![\w.]))
  | (?P<shortnumber>(?:{_BEFORE_NUMBER})\.(?=[ \u00a0]?\d))
  | (?P<initial>[A-Z]\.(?![.\w]|\s*$))
  | (?P<money>(?:US|AU|NZ|HK|CA|C|A|U|R|S|NT)\$)
  | (?P<clitic>(?<=[\w.)\]"”%])['’`]{_CLITIC}(?!\w))
  | (?P<elided>(?<!\w)['’](?i:em|til|till|cause|bout|n|round|cuz)(?!\w))
  | (?P<oclock>(?i:o['’]clock)(?!\w))
  | (?P<slashed>(?i:w/o|w/|b/c|c/o|n/a|24/7|s/he|km/h)(?![\w/]))
  | (?P<prefixed>(?i:{_PREFIXES})-[^\W_]\w*+(?:['’][^\W\d_]++)?)
  | (?P<rule>_{{2,}}+|-{{2,}}+|={{2,}}+|\*{{2,}}+|~{{2,}}+|\.{{2,}}+|[!?]{{2,}}+|\+{{2,}}+|—{{2,}}+|\#{{2,}}+|\${{2,}}+
        |''|``|’’|‘‘|<<|>>)
  | (?P<word>[^\W_](?:\w|[\u00ad\u0300-\u036f])*+
        (?:['’`´][^\W\d_](?:\w|[\u0300-\u036f])*+|(?<=[A-Z])&(?=[A-Z])[A-Z]++)*+)
  | (?P<other>\S)
    """,
    re.VERBOSE,
)
_FREE = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]")
_CLITICS = re.compile(r"(?:[nN]['’`´][tT]|['’`´](?:[sS]|[rR][eE]|[vV][eE]|[lL][lL]|[dD]|[mM]))$")
_TRAILING: Final = ".,;:!?'\"’”)]}*"
_APOSTROPHES: Final = frozenset("'’`´")

_CONTRACTED: Final[dict[str, int]] = {
    "cannot": 3, "cant": 2, "dont": 2, "wont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "arent": 3,
    "werent": 4, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3, "hadnt": 3, "aint": 2,
    "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "ive": 1, "youre": 3, "theyre": 4, "thats": 4,
    "whats": 4, "theres": 5, "youve": 3, "theyve": 4, "im": 1,
}  # fmt: skip
"""Contractions written without an apostrophe, with the length of their first word."""

_STARTERS: Final = frozenset({
    "The", "A", "An", "It", "He", "She", "They", "We", "I", "You", "This", "That", "These", "Those", "There", "In",
    "On", "At", "But", "And", "So", "If", "When", "Then", "For", "As", "My", "Our", "His", "Her", "Its", "Their",
    "What", "How", "Why", "No", "Not",
})  # fmt: skip
"""Words that open a sentence: after a single capital and a stop they mean that a sentence ended ("Plan B. The …")."""


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`; spans count in the whole text.

    Words stand in order, never overlap, are never empty, and cover every character that is neither white space nor
    an invisible format character.
    """
    end = len(text) if end is None else end
    words: list[Word] = []
    last = -1
    for match in _TOKEN.finditer(text, start, end):
        first, stop = match.span()
        for a, b in _divide(match, text, first, stop, end):
            words.append(Word(a, b, a != last))
            last = b
    return words


def _divide(match: re.Match[str], text: str, first: int, stop: int, end: int) -> Iterator[tuple[int, int]]:
    kind = match.lastgroup
    if kind == "word":
        yield from _divide_word(text, first, stop)
    elif kind == "other":
        if not _FREE.match(text, first, stop):
            yield first, stop
    elif kind in ("url", "domain"):
        yield from _trimmed(text, first, stop)
    elif kind == "initial":
        if _is_initial(text, first, stop, end):
            yield first, stop
        else:
            yield first, stop - 1
            yield stop - 1, stop
    elif kind == "prefixed":
        cut = _CLITICS.search(text, first, stop)
        if cut and cut.start() > first:
            yield first, cut.start()
            yield cut.start(), stop
        else:
            yield first, stop
    else:
        yield first, stop


def _divide_word(text: str, first: int, stop: int) -> Iterator[tuple[int, int]]:
    length = stop - first
    if length <= 8 and text[first:stop] != "IM":
        known = _CONTRACTED.get(text[first:stop].lower())
        if known:
            yield first, first + known
            yield first + known, stop
            return
    tail = text[max(first, stop - 4) : stop]
    if length > 2 and not _APOSTROPHES.isdisjoint(tail):
        cut = _CLITICS.search(text, max(first + 1, stop - 3), stop)
        if cut:
            yield from _divide_word(text, first, cut.start())
            yield cut.start(), stop
            return
    yield first, stop


def _trimmed(text: str, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """An address without the punctuation that follows it; brackets opened inside it stay."""
    cut = stop
    while cut > first + 1 and text[cut - 1] in _TRAILING:
        if text[cut - 1] == ")" and text.count("(", first, cut) >= text.count(")", first, cut):
            break
        cut -= 1
        if stop - cut > 20:
            break
    yield first, cut
    position = cut
    while position < stop:
        after = position + 1
        while after < stop and text[after] == text[position] == ".":
            after += 1
        yield position, after
        position = after


def _is_initial(text: str, first: int, stop: int, end: int) -> bool:
    """Whether a capital and a stop begin a name ("J. Smith") rather than end a sentence ("vitamin C.")."""
    following = re.compile(r"\s*([\w'’]*)").match(text, stop, min(end, stop + 40))
    word = following.group(1) if following else ""
    if not word:
        return text[stop : stop + 1] == ","
    if not word[:1].isupper() or word in _STARTERS:
        return False
    return text[first] != "I" or not text[max(0, first - 4) : first].strip().islower()
