"""Names the places of a page: each stretch of evidence in the report, and each record in the lists beside it.

All names begin with the article's, so that several readings can stand in one notebook.
"""

import re

from onrecord.records import Reading, Span
from onrecord.views.markup import Markup, element

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_LENGTH = 8  # characters of the article's id: enough to tell the readings of one notebook apart


class Anchors:
    """The names of one reading's anchors."""

    def __init__(self, reading: Reading) -> None:
        self.prefix = "r" + _UNSAFE.sub("", reading.article.id)[:_LENGTH]
        ids = {
            "a": [actor.id for actor in reading.actors],
            "s": [statement.id for statement in reading.statements],
            "e": [event.id for event in reading.events],
            "p": [place.id for place in reading.places],
        }
        self._records = {
            record_id: f"{self.prefix}-{letter}{number}"
            for letter, found in ids.items()
            for number, record_id in enumerate(found, 1)
        }

    def place(self, offset: int) -> str:
        """The anchor of the evidence that begins at a character of the article."""
        return f"{self.prefix}-{offset}"

    def record(self, record_id: str) -> str | None:
        """The anchor of a record in the lists; null for an id that the reading does not have."""
        return self._records.get(record_id)

    def part(self, name: str) -> str:
        """The anchor of a part of the page."""
        return f"{self.prefix}-{name}"

    def to_text(self, span: Span, words: str, **attributes: str | None) -> Markup:
        """A link to the evidence at a span."""
        return element("a", words, href=f"#{self.place(span[0])}", **attributes)

    def to_record(self, record_id: str, words: str, **attributes: str | None) -> Markup:
        """A link to a record, or the mere words where there is none of this id."""
        anchor = self.record(record_id)
        return element("a", words, href=f"#{anchor}", **attributes) if anchor else element("span", words)
