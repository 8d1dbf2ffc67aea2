"""Date and place of an event: from its own clause, then its sentence, then the report, and how each was found."""

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.events.clauses import MAX_DEPTH, Clauses
from onrecord.records import (
    ROOT,
    Article,
    BlockKind,
    Entities,
    EventDate,
    Parse,
    Place,
    Precision,
    Span,
    Time,
    TimeType,
)

HISTORICAL_AFTER = dt.timedelta(days=365)
"""Background that ended longer ago than this before publication is history (PLOVER's auxiliary mode)."""

_LOCATING = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "around", "throughout", "on", "off", "within"}
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?\Z")
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_YEAR = re.compile(r"(\d{4})\Z")
_INTERVAL = re.compile(r"\d{4}-(?:W\d{2}(?:-WE)?|Q\d|H\d|SP|SU|FA|WI)\Z|\d{3}\Z|\d{2}\Z")
UNKNOWN = EventDate(None, Precision.UNKNOWN, None)


@dataclass(frozen=True, slots=True)
class When:
    """A date, the rule that found it, and whether it lies so far back that the event is history."""

    date: EventDate
    rule: str
    historical: bool = False
    own: bool = False


def precision_of(value: str) -> tuple[str, Precision] | None:
    """A TIMEX3 value as the date of an event; null for values that name no stretch of the calendar."""
    if day := _DAY.match(value):
        return "-".join(day.groups()), Precision.DAY
    if _MONTH.match(value):
        return value, Precision.MONTH
    if _YEAR.match(value):
        return value, Precision.YEAR
    if _INTERVAL.match(value):
        return value, Precision.INTERVAL
    return None


def last_day(value: str) -> dt.date | None:
    """The last day that a value can mean, or null where it is too vague."""
    try:
        if day := _DAY.match(value):
            return dt.date(int(day[1]), int(day[2]), int(day[3]))
        if month := _MONTH.match(value):
            year, number = int(month[1]), int(month[2])
            return dt.date(year + number // 12, number % 12 + 1, 1) - dt.timedelta(days=1)
        if year_only := _YEAR.match(value):
            return dt.date(int(year_only[1]), 12, 31)
        if re.match(r"\d{3}\Z", value):
            return dt.date(int(value) * 10 + 9, 12, 31)
        if re.match(r"\d{4}-", value):
            return dt.date(int(value[:4]), 12, 31)
    except ValueError:
        return None
    return None


class Circumstances:
    """Finds dates and places for the predicates of one report."""

    def __init__(self, article: Article, clauses: Clauses, entities: Entities, times: tuple[Time, ...]) -> None:
        self.article = article
        self.clauses = clauses
        self.parse: Parse = clauses.parse
        self.tokens = clauses.tokens
        self._clause_of: dict[int, int] = {}
        self._times = self._by_sentence_times(times)
        self._places = self._by_sentence_places(entities.places)
        self._lead = _lead_blocks(article)

    def _by_sentence_times(self, times: tuple[Time, ...]) -> dict[int, list[tuple[int, Time]]]:
        found: dict[int, list[tuple[int, Time]]] = {}
        for time in times:
            if time.type not in (TimeType.DATE, TimeType.TIME) or precision_of(time.value) is None:
                continue
            head = self._head_in(time.span)
            if head is not None:
                found.setdefault(self.parse.sentence_of(head), []).append((head, time))
        return found

    def _by_sentence_places(self, places: tuple[Place, ...]) -> dict[int, list[tuple[int, Place]]]:
        found: dict[int, list[tuple[int, Place]]] = {}
        for place in places:
            for mention in place.mentions:
                head = self._head_in(mention.span)
                if head is not None:
                    found.setdefault(self.parse.sentence_of(head), []).append((head, place))
        return {sentence: sorted(items, key=lambda item: item[0]) for sentence, items in found.items()}

    def _head_in(self, span: Span) -> int | None:
        """The token of a span whose head lies outside it."""
        inside = self.parse.tokens_in(span)
        for index in inside:
            if self.tokens[index].head not in inside:
                return index
        return None

    def clause_of(self, index: int) -> int:
        """The predicate of the clause that a token stands in."""
        if index in self._clause_of:
            return self._clause_of[index]
        current = index
        for _ in range(4 * MAX_DEPTH):
            token = self.tokens[current]
            if (token.upos in ("VERB", "AUX") and token.rel != "amod") or token.head == ROOT:
                break
            if self.parse.child(current, "cop") is not None:
                break
            current = token.head
        self._clause_of[index] = current
        return current

    def _below(self, index: int, top: int) -> bool:
        """Whether a token hangs on another one without a clause between."""
        current = index
        for _ in range(MAX_DEPTH):
            if current == top:
                return True
            if (current != index and self.tokens[current].upos == "VERB") or self.tokens[current].head == ROOT:
                return False
            current = self.tokens[current].head
        return current == top

    def when(self, predicate: int, published: dt.date | None, *, narrative: bool) -> When:
        """The date of the event at a predicate. `narrative`: it is told as the news of this report."""
        sentence = self.parse.sentence_of(predicate)
        there = self._times.get(sentence, [])
        noun = self.tokens[predicate].upos != "VERB"
        ranked: list[tuple[int, int, Time, str]] = []
        for head, time in there:
            if self.clauses.case(head) in ("since", "until", "till") and not (noun and self._below(head, predicate)):
                continue
            if noun and self._below(head, predicate):
                ranked.append((0, head, time, "clause"))
            elif self.clause_of(head) == self.clause_of(predicate):
                ranked.append((1, head, time, "clause"))
            else:
                ranked.append((2, head, time, "sentence"))
        if ranked:
            best = min(ranked, key=lambda item: (item[0], abs(item[1] - predicate)))
            if best[0] < 2 or (len({item[2].value for item in ranked}) == 1 and self._near(best[1], predicate)):
                return self._dated(best[2], best[3], published)
        return self._of_report(sentence, published) if narrative else When(UNKNOWN, "none")

    def _near(self, time: int, predicate: int) -> bool:
        """Whether the sentence's only time is that of the clause above, not that of another one."""
        top = self.clause_of(time)
        return top in self.parse.ancestors(predicate) if self.tokens[predicate].head != ROOT else False

    @staticmethod
    def _dated(time: Time, how: str, published: dt.date | None) -> When:
        found = precision_of(time.value)
        assert found is not None, "only dated times are kept"
        end = last_day(time.value)
        past = published is not None and end is not None and end < published - HISTORICAL_AFTER
        return When(EventDate(found[0], found[1], time.span), f"{how}: {time.value}", past and how == "clause", True)

    def _of_report(self, sentence: int, published: dt.date | None) -> When:
        if published is None or self.parse.sentences[sentence].block not in self._lead:
            return When(UNKNOWN, "none")
        told = self.article.published
        span = told.span if told is not None else None
        return When(EventDate(published.isoformat(), Precision.UNKNOWN, span), "report's date, told as its news")

    def where(self, predicate: int, fillers: tuple[int, ...]) -> tuple[Place | None, str]:
        """The place of the event at a predicate, and how it was found. `fillers` are the tokens of its parties."""
        sentence = self.parse.sentence_of(predicate)
        there = self._places.get(sentence, [])
        if not there:
            return None, ""
        own: list[tuple[int, Place]] = []
        for head, place in there:
            if self.clauses.case(head) not in _LOCATING:
                continue
            if self._below(head, predicate) or self.clause_of(head) == self.clause_of(predicate):
                own.append((head, place))
        if own:
            finest = min(own, key=lambda item: (item[1].precision, abs(item[0] - predicate)))
            return finest[1], "clause"
        for head, place in there:
            if head in fillers:
                return place, "party"
        located = [place for head, place in there if self.clauses.case(head) in _LOCATING]
        if located and len({place.id for place in located}) == 1:
            return located[0], "sentence"
        return None, ""


def _lead_blocks(article: Article) -> frozenset[int]:
    """The blocks that tell the report's own news: its title, captions, and first paragraph."""
    found = {index for index, block in enumerate(article.blocks) if block.kind in (BlockKind.TITLE, BlockKind.CAPTION)}
    paragraphs = [index for index, block in enumerate(article.blocks) if block.kind is BlockKind.PARAGRAPH]
    return frozenset(found | set(paragraphs[:1]))


def innermost(spans: list[tuple[Span, int]], offset: int) -> int | None:
    """The index that goes with the shortest of the sorted spans around an offset, or null.

    Only the spans that begin before it are looked at, nearest first; statements nest a few levels at most.
    """
    position = bisect_left(spans, ((offset, 1 << 62), -1))
    best: tuple[int, int] | None = None
    for (start, end), owner in reversed(spans[max(0, position - NESTING) : position]):
        if start <= offset < end and (best is None or end - start < best[0]):
            best = (end - start, owner)
    return best[1] if best else None


NESTING = 24
"""Fragments looked back over for the one around a trigger; reports nest statements three deep at most."""
