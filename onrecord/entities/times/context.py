"""What a meaning may look at: the report's date, the items around a match, what was told before, and the parse."""

import datetime as dt
from dataclasses import dataclass

from onrecord.entities.times.grammar import Match
from onrecord.entities.times.items import Item
from onrecord.entities.times.tense import Direction, direction
from onrecord.entities.times.values import Moment
from onrecord.records import Parse

Found = tuple[int, int, Moment]  # items [first, last) and what they mean

BACKWARD = frozenset({"since", "after"})
FORWARD = frozenset({"until", "till", "by"})


@dataclass(slots=True)
class Context:
    """One block in work: its items, the date of the report or null, and the last date told before this place.

    `before` is the last date of the blocks above; `reference_end` where the last date told ends in this block, else
    -1.
    """

    parse: Parse
    today: dt.date | None
    items: list[Item]
    heading: bool = False
    before: Moment | None = None
    reference: Moment | None = None
    reference_end: int = -1

    def text_at(self, index: int) -> str:
        """The text of an item, empty outside the block."""
        return self.items[index].text if 0 <= index < len(self.items) else ""

    def item_at(self, index: int) -> Item | None:
        return self.items[index] if 0 <= index < len(self.items) else None

    def direction(self, match: Match) -> Direction:
        """Which way to look for a date without a year, or a weekday."""
        before = self.text_at(match.first - 1)
        if before in BACKWARD:
            return Direction.PAST
        found = direction(self.parse, self.items[match.first].start, self.items[match.last - 1].end)
        if before in FORWARD and found in (Direction.PRESENT, Direction.NONE):
            return Direction.FUTURE
        if self.heading and found is Direction.PRESENT:
            return Direction.NONE  # headlines tell the past in the present tense
        return found

    def in_block(self) -> bool:
        """Whether the last date told stands in this block."""
        return bool(self.items) and self.reference_end > self.items[0].start

    def in_sentence(self, match: Match) -> bool:
        """Whether the last date told stands in the sentence of the match."""
        at = self.items[match.first].start
        here = self.parse.token_at(at)
        there = self.parse.token_at(self.reference_end - 1) if self.reference_end > 0 else None
        if here is None or there is None:
            return not any(i.text in ".?!" for i in self.items if self.reference_end <= i.start < at)
        return self.parse.sentence_of(here) == self.parse.sentence_of(there)

    def xpos(self, index: int) -> str:
        """The part of speech (Penn) of the token that an item lies in, empty where there is none."""
        item = self.item_at(index)
        token = self.parse.token_at(item.start) if item else None
        return self.parse.tokens[token].xpos if token is not None else ""

    def named(self, index: int, *kinds: str) -> bool:
        """Whether an item lies in a name of one of these kinds."""
        item = self.item_at(index)
        return item is not None and any(
            name.kind in kinds and name.start <= item.start and item.end <= name.end for name in self.parse.names
        )
