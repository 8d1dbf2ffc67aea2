"""Words of a content that stand outside the marks, beside a quotation: what makes a statement mixed."""

from onrecord.records import Span
from onrecord.statements.layout import from_stop
from onrecord.statements.page import Draft, Page
from onrecord.statements.quotes import Quote
from onrecord.statements.speakers import subject

_JOINTS = frozenset({"that", "to", "of", "as", "for"})
BEFORE_WORDS = 2  # so many unquoted words of content in front of a quotation make the statement mixed


def beside(page: Page, place: int, cue: int, draft: Draft | None, front: list[int]) -> list[Span]:
    """Words of the content that stand outside a quotation's marks: 'said the "open" border was closed'."""
    quote = page.quote(place)
    marks = page.parse.tokens_in(quote.span)
    region = list(draft.content) if draft is not None else _governed(page, place, cue)
    found: list[Span] = []
    near = front[-1] if front else -1
    if near >= 0 and near == marks.start - 1 and page.tokens[near].upos != "PUNCT":
        words = [i for i in from_stop(page, front) if i > cue] if cue < marks.start else from_stop(page, front)
        if cue < marks.start:
            held = [i for i in words if within(region, page.tokens[i].span)]
            lower = page.text[quote.inner[0]].islower()
            words = held or (_after_circumstances(page, cue, words) if lower else [])
        if words and words[-1] == near and page.low(near) not in _JOINTS and near != cue:
            found.append((page.tokens[words[0]].start, page.tokens[near].end))
    if cue < marks.start and draft is not None:
        found.extend(
            (start, end) for start, end in draft.content
            if end <= page.tokens[cue].start and _own_words(page, (start, end)) >= BEFORE_WORDS
        )  # fmt: skip
    behind = marks.stop
    if behind >= len(page.tokens) or page.tokens[behind].upos == "PUNCT" or page.text[quote.inner[1] - 1] in ",.!?":
        return found
    if cue < marks.start:
        last = behind - 1
        while last + 1 < len(page.tokens) and within(region, page.tokens[last + 1].span):
            last += 1
    else:
        who, _ = subject(page, cue)
        last = (min(cue, page.left[who]) if who is not None else cue) - 1
    while last >= behind and page.tokens[last].upos == "PUNCT":
        last -= 1
    comma = last + 1 < len(page.tokens) and page.tokens[last + 1].upos == "PUNCT"
    if last >= behind and (cue < marks.start or comma):
        found.append((page.tokens[behind].start, page.tokens[last].end))
    return found


def _after_circumstances(page: Page, cue: int, words: list[int]) -> list[int]:
    """The words between a cue and a fragment in marks, less whom it is told to, by whom, and where."""
    if not words:
        return []
    apart = [
        c
        for c in page.parse.children(cue)
        if c > cue and page.tokens[c].rel in ("obj", "iobj", "obl", "nsubj", "advmod")
    ]
    last = max((page.right[child] for child in apart if page.right[child] <= words[-1]), default=-1)
    return [i for i in words if i > last]


def _governed(page: Page, place: int, cue: int) -> list[Span]:
    """The characters of the cue's dependent that holds a quotation."""
    inside = page.parse.tokens_in(page.quote(place).inner)
    head = next((i for i in inside if page.tokens[i].head not in inside), inside[0])
    for child in page.parse.children(cue):
        if page.left[child] <= head <= page.right[child]:
            return [page.span((page.left[child], page.right[child]))]
    return []


def _own_words(page: Page, span: Span) -> int:
    """How many words of a stretch stand outside quotation marks."""
    return sum(1 for i in page.parse.tokens_in(span) if page.quote_of[i] < 0 and page.tokens[i].upos != "PUNCT")


def bridged(text: str, pieces: list[Span]) -> list[Span]:
    """Pieces in order, joined where only marks, spaces and punctuation part them."""
    joined: list[Span] = []
    for start, end in sorted(pieces):
        if joined and (start <= joined[-1][1] or not any(c.isalnum() for c in text[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def within(content: list[Span], span: Span) -> bool:
    """Whether one fragment of the content holds a whole span."""
    return any(start <= span[0] and span[1] <= end for start, end in content)


def widened(content: list[Span], quote: Quote) -> list[Span]:
    """Content with a quotation that it holds in part taken in whole."""
    return [
        (min(start, quote.inner[0]) if end > quote.inner[0] and start < quote.inner[1] else start,
         max(end, quote.inner[1]) if end > quote.inner[0] and start < quote.inner[1] else end)
        for start, end in content
    ]  # fmt: skip
