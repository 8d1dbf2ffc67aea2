"""Quotation marks as structure over characters: which stretches of a block stand in quotes, and how they nest.

Marks are read block by block, once from left to right, with a stack of those that stand open. What a mark can be
(opener, closer, apostrophe, inch mark) is decided by the characters beside it; what it is, by what stands open. The
conventions are those of English print: an opening mark on each paragraph of a longer speech and one closing mark at
its end; double inside single or single inside double; the comma or stop before the closing mark.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.records import Span

LOOK_BACK = 4  # open quotes looked through for a partner: print nests two deep, and hostile input must stay linear
SURE, UNCLOSED, UNOPENED, REOPENED = 1.0, 0.6, 0.5, 0.7  # how far to trust a stretch, by how its ends were found

_OPENING = {"“": "curly", "„": "curly", "‟": "curly", "«": "guillemet", "‹": "guillemet", "‚": "single", "‛": "single"}
_CLOSING = {"”": "curly", "»": "guillemet", "›": "guillemet"}
_DOUBLE = frozenset({"straight", "curly", "penn"})  # families that close one another where marks are mixed up
_MARK = re.compile("``|''|‘‘|’’|[\"'`“”„‟«»‹›‘’‚‛′″]")
_OPENERS_BEFORE = frozenset("([{<—–-/…\"'“‘«‹`=:")
_ENDS_SPEECH = frozenset(",.!?…;—–-")
_ELISION = re.compile(r"(?:\d\ds?\b|em\b|til\b|till\b|cause\b|bout\b|tis\b|twas\b|n\b|round\b|cuz\b)", re.IGNORECASE)
_SENTENCE_BREAK = re.compile(r"[.!?]\s+(?=[A-Z])")
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch in quotation marks.

    `start` and `end` include the marks, `inner` leaves them out. `depth` is 0 for the outermost. `block` is the index
    in the blocks given. `follows` is the index of the quote in an earlier paragraph that this one carries on, else
    null. `trust` is below 1 where a mark is missing.
    """

    start: int
    end: int
    inner: Span
    depth: int
    block: int
    family: str
    trust: float = SURE
    follows: int | None = None

    @property
    def span(self) -> Span:
        return (self.start, self.end)


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    family: str
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Open:
    mark: _Mark
    depth: int


def find_quotes(text: str, blocks: Sequence[Span]) -> tuple[Quote, ...]:
    """The quoted stretches of a text, in order of their start. `blocks` are the spans to read, in order.

    A stretch never leaves its block: one that is open at the end of a block is carried on by the next block when that
    begins with an opening mark of the same family, and otherwise ends with the block, with less trust. Time is linear
    in the length of the text.
    """
    found: list[Quote] = []
    carried: int | None = None  # index of the quote that stood open at the end of the block before
    for number, (start, end) in enumerate(blocks):
        quotes, left_open = _read_block(text, start, end, number)
        base = len(found)
        if carried is not None:
            last = found[carried]
            first = next((i for i, quote in enumerate(quotes) if quote.depth == 0), None)
            if first is not None and quotes[first].start == start and quotes[first].family == last.family:
                found[carried] = replace(last, trust=SURE)
                quotes[first] = replace(quotes[first], follows=carried)
        found.extend(quotes)
        carried = base + left_open if left_open is not None else None
    return tuple(_kept(found))


def _kept(found: list[Quote]) -> list[Quote]:
    """Drop unclosed single quotes that nothing carries on (they are apostrophes), keeping `follows` right."""
    followed = {quote.follows for quote in found if quote.follows is not None}
    keep = [
        index
        for index, quote in enumerate(found)
        if quote.family != "single" or quote.trust != UNCLOSED or index in followed or quote.follows is not None
    ]
    place = {old: new for new, old in enumerate(keep)}
    return [
        replace(found[old], follows=place.get(found[old].follows) if found[old].follows is not None else None)  # type: ignore[arg-type]
        for old in keep
    ]


def _read_block(text: str, start: int, end: int, number: int) -> tuple[list[Quote], int | None]:
    """The quotes of one block, in order, and the index of the outermost one that is left open."""
    marks = _marks(text, start, end)
    stack: list[_Open] = []
    quotes: list[Quote] = []

    def add(opened: _Open, inner_end: int, outer_end: int, trust: float) -> None:
        quotes.append(
            Quote(opened.mark.start, outer_end, _trim(text, opened.mark.end, inner_end), opened.depth, number,
                  opened.mark.family, trust)
        )  # fmt: skip

    for index, mark in enumerate(marks):
        at = _partner(stack, mark)
        if at is not None and mark.closes and not (mark.opens and mark.start == stack[at].mark.end):
            for opened in reversed(stack[at + 1 :]):
                if opened.mark.family != "single":
                    add(opened, mark.start, mark.start, UNCLOSED)
            add(stack[at], mark.start, mark.end, SURE)
            del stack[at:]
        elif mark.opens and at is not None and not _nests(marks, index):
            for opened in reversed(stack[at:]):
                if opened.mark.family != "single":
                    add(opened, mark.start, mark.start, REOPENED)
            del stack[at:]
            stack.append(_Open(mark, len(stack)))
        elif mark.opens:
            stack.append(_Open(mark, len(stack)))
        elif not stack and not quotes and mark.family != "single" and text[mark.start - 1] in _ENDS_SPEECH:
            begin = _sentence_start(text, start, mark.start)
            opened = _Open(_Mark(begin, begin, mark.family, True, False), 0)
            add(opened, mark.start, mark.end, UNOPENED)
    left: _Open | None = None
    for opened in reversed(stack):
        add(opened, end, end, UNCLOSED)
        left = opened
    quotes = [quote for quote in quotes if quote.inner[0] < quote.inner[1]]
    quotes.sort(key=lambda quote: (quote.start, -quote.end))
    left_open = next((i for i, q in enumerate(quotes) if left is not None and q.start == left.mark.start), None)
    return quotes, left_open


def _sentence_start(text: str, start: int, end: int) -> int:
    """Where the sentence begins that a closing mark without an opening one ends."""
    begin = start
    for stop in _SENTENCE_BREAK.finditer(text, start, end):
        begin = stop.end()
    return begin


def _partner(stack: list[_Open], mark: _Mark) -> int | None:
    """The open quote that a mark would close: one of its own family, or, for a closing mark, of a kindred one."""
    near = range(len(stack) - 1, max(-1, len(stack) - 1 - LOOK_BACK), -1)
    own = next((i for i in near if stack[i].mark.family == mark.family), None)
    if own is not None or mark.opens or mark.family not in _DOUBLE:
        return own
    return next((i for i in near if stack[i].mark.family in _DOUBLE), None)


def _nests(marks: list[_Mark], index: int) -> bool:
    """Whether an opener inside an open quote of its own family is closed by itself: the next two marks both close."""
    family, closers = marks[index].family, 0
    for mark in marks[index + 1 : index + 8]:
        if mark.family != family:
            continue
        if mark.closes and not mark.opens:
            closers += 1
            if closers == 2:
                return True
        else:
            return False
    return False


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """The marks of a block that can be quotation marks. Apostrophes and inch marks are left out."""
    found: list[_Mark] = []
    singles: list[tuple[int, _Mark]] = []
    for match in _MARK.finditer(text, start, end):
        mark = _mark(text, match.group(), match.start(), match.end(), start, end)
        if mark is None:
            continue
        found.append(mark)
        if mark.family == "single":
            singles.append((len(found) - 1, mark))
    dropped = _possessives(text, singles, end)
    return [mark for index, mark in enumerate(found) if index not in dropped]


def _mark(text: str, form: str, at: int, after: int, start: int, end: int) -> _Mark | None:
    before = text[at - 1] if at > start else " "
    behind = text[after] if after < end else " "
    free_before = before.isspace() or before in _OPENERS_BEFORE
    free_behind = behind.isspace() or not behind.isalnum()
    if form in ("``", "‘‘"):
        return _Mark(at, after, "penn", True, False)
    if form in ("''", "’’"):
        return _Mark(at, after, "penn", free_before and not behind.isspace(), not before.isspace())
    if form in ("′", "″"):
        return None
    if form in _OPENING:
        backwards = not free_before and behind.isspace()
        return _Mark(at, after, _OPENING[form], not backwards, backwards or form == "„")
    if form in _CLOSING:
        backwards = free_before and behind.isalnum()
        return _Mark(at, after, _CLOSING[form], backwards, not backwards)
    if form == '"':
        if before.isdigit() and _FEET_AND_INCHES.search(text[max(start, at - 6) : at]):
            return None
        opens = free_before and not behind.isspace()
        closes = not before.isspace() and not (opens and before in _OPENERS_BEFORE - frozenset("—–-…\"'”’"))
        if before.isdigit() and behind.isspace() and not opens:
            return _Mark(at, after, "straight", False, True)
        if before.isspace() and behind.isspace():  # set apart on both sides: whatever is needed
            return _Mark(at, after, "straight", True, True)
        return _Mark(at, after, "straight", opens or (not before.isalnum() and behind.isalnum()), closes)
    return _single(text, form, at, after, before, behind, free_before, free_behind)


def _single(
    text: str, form: str, at: int, after: int, before: str, behind: str, free_before: bool, free_behind: bool
) -> _Mark | None:
    if before.isalnum() and behind.isalnum():
        return None
    if free_before and not behind.isspace() and form != "’":
        if _ELISION.match(text, after):
            return None
        if behind.isalnum() or behind in '“"[($€£.…':
            return _Mark(at, after, "single", True, form == "'" and before in '—–-…"”')
    if free_behind and not before.isspace() and form in "'’`":
        return _Mark(at, after, "single", False, True)
    return None


def _possessives(text: str, singles: list[tuple[int, _Mark]], end: int) -> set[int]:
    """Marks after an s that are plural possessives: another mark, after a stop or comma, still closes the quote."""
    dropped: set[int] = set()
    closer_ahead = False
    for index, mark in reversed(singles):
        if mark.opens and not mark.closes:
            closer_ahead = False
            continue
        before = text[mark.start - 1]
        follows = text[mark.end : mark.end + 2]
        if before in "sS" and closer_ahead and follows[:1].isspace() and follows[1:].isalnum():
            dropped.add(index)
            continue
        closer_ahead = True
    return dropped


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end)
