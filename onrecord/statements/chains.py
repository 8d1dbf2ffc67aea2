"""Chains: a statement that is told inside another one."""

from onrecord.codebook.cues import CueClass
from onrecord.records import Span
from onrecord.statements.page import Draft, Page

Bounds = tuple[int, int]


def find_parents(drafts: list[Draft]) -> list[int | None]:
    """For each draft, the index of the innermost draft whose content holds its content or its cue, or null.

    A content is taken as the stretch from its first character to its last, so that a statement inside a split
    quotation is found. Ties go to the longer content, then to the earlier cue. One sweep over the sorted stretches.
    """
    extents = [_extent(draft) for draft in drafts]
    order = sorted(range(len(drafts)), key=lambda i: (extents[i][0], -extents[i][1], _place(drafts[i])))
    parents: list[int | None] = [None] * len(drafts)
    stack: list[int] = []
    for index in order:
        while stack and extents[stack[-1]][1] <= extents[index][0]:
            stack.pop()
        for above in reversed(stack[-8:]):
            if _holds(drafts[above], extents[above], drafts[index], extents[index]):
                parents[index] = above
                break
        stack.append(index)
    return parents


def own_voice(page: Page, draft: Draft, parent: Draft | None) -> bool:
    """Whether a draft inside another is that speaker's own turn of phrase and no statement more: "I think …" inside
    a quotation, "said he believed …", what somebody is said to know or to plan, and any infinitive."""
    if parent is None or draft.cue_token is None:
        return False
    if "infinitive" in draft.why:
        return True
    if draft.speaker is None or draft.cls in (CueClass.KNOW, CueClass.PLAN):
        return True
    who = page.low(draft.speaker)
    if who in _FIRST_AND_SECOND and page.quote_of[draft.cue_token] >= 0:
        return True
    return draft.cls is not None and not draft.cls.speech and who in _THIRD


_FIRST_AND_SECOND = frozenset({"i", "we", "you", "let", "us"})
_THIRD = frozenset({"he", "she", "they", "it", "one"})


def _extent(draft: Draft) -> Span:
    return (min(start for start, _ in draft.content), max(end for _, end in draft.content))


def _place(draft: Draft) -> int:
    return draft.cue[0] if draft.cue is not None else -1


def _holds(outer: Draft, outer_extent: Bounds, inner: Draft, inner_extent: Bounds) -> bool:
    if inner_extent[1] > outer_extent[1] or (inner_extent == outer_extent and inner.cue is None):
        return False
    if inner.cue is None:
        return inner.runs_on is not outer and inner_extent != outer_extent
    return any(start <= inner.cue[0] and inner.cue[1] <= end for start, end in outer.content)
