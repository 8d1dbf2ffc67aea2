"""What a unit of text looks like: how long it is, how it ends, whether it may be a headline or a sentence of a story.

All of it is read from the first and last few hundred characters, so that a line of a million costs no more than one
of a hundred.
"""

import re
from dataclasses import dataclass

from onrecord.articles.verbs import FINITE

HEAD, TAIL = 1200, 40  # characters looked at: a paragraph of more is body whatever else it is
SHORT = 12  # words: of 60 lines of page junk listed by hand, 57 have fewer
HEADLINE_WORDS = 26  # words of the longest headlines of broadsheets and of Wikinews
BODY_WORDS = 9  # a sentence of so many words is story rather than furniture
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_FINAL_STOP = re.compile(r"[.!?…。！？](?:[\"'”’»)\]]|\s|\(\(\w+\)\)|\[\d+\])*$")
_BULLET = re.compile(r"(?:[•·‣◦▪●■□►▶*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
_OPENING = "\"'“‘«‹„("


@dataclass(frozen=True, slots=True)
class Shape:
    """Measures of one unit. `words` counts those of its first characters; `stop` is whether it ends like a sentence."""

    text: str
    words: int
    stop: bool
    colon: bool
    quoted: bool
    bullet: int
    capitals: int
    finite: bool

    @property
    def headline(self) -> bool:
        """Whether it may be a headline: of a headline's length, without a full stop or a comma at its end."""
        return self.heading and self.words >= 2

    @property
    def heading(self) -> bool:
        """Whether it may be a heading between paragraphs, which may have one word."""
        return (
            1 <= self.words <= HEADLINE_WORDS
            and not self.colon
            and (not self.stop or self.text[-1] in "?!" or (self.closed_quote and self.words <= SHORT))
            and self.text[-1] not in ",;"
            and not self.text[0].islower()
        )

    @property
    def body(self) -> bool:
        """Whether it reads as a sentence of a story."""
        return (self.words >= BODY_WORDS and self.stop) or self.words > HEADLINE_WORDS or (self.quoted and self.stop)

    @property
    def closed_quote(self) -> bool:
        """Whether it ends in a quotation mark that no stop or comma stands before."""
        return self.text[-1] in "\"'”’»" and self.text[-2:-1] not in ".!?…,"


def shape_of(text: str, start: int, end: int) -> Shape:
    """Measure the unit that stands between two positions."""
    whole = end - start <= HEAD + TAIL
    head = text[start:end] if whole else text[start : start + HEAD]
    tail = text[max(start, end - TAIL) : end]
    words = _WORD.findall(head)
    bullet = _BULLET.match(head)
    return Shape(
        text=head if whole else head + tail,
        words=len(words),
        stop=_FINAL_STOP.search(tail) is not None,
        colon=tail.endswith(":"),
        quoted=head[0] in _OPENING[:-1],
        bullet=bullet.end() if bullet else 0,
        capitals=sum(1 for word in words if word[0].isupper()),
        finite=any(word.lower().replace("’", "'") in FINITE for word in words),
    )
