"""Finds paragraphs of the story that the extractor left out: those that stand in the page exactly as the kept ones do.

Pages divide a story by advertisements into several containers, of which extractors at times take the first alone. A
paragraph belongs to the story when its element path, numbers apart, is that of several kept paragraphs, and both lie
in one `article` or in containers that are neighbours.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from onrecord.articles.html_blocks import PageBlock
from onrecord.articles.shapes import shape_of

ALIKE = 3  # kept paragraphs of one pattern of path: fewer may be a summary or a biography
GOES_ON = 2  # paragraphs in a container below the last kept one
LINKED = 0.4  # share of linked text above which a paragraph is a list of links
_NUMBER = re.compile(r"\[\d+\]")
_ARTICLE = re.compile(r".*/article\[\d+\]")


def left_out(blocks: Sequence[PageBlock], kept: Collection[int]) -> set[int]:
    """Indices of blocks that belong to the story although they are not among the kept ones."""
    patterns: Counter[str] = Counter()
    homes: set[tuple[str, str]] = set()
    parents: Counter[str] = Counter()
    outside = 0
    for index in kept:
        block = blocks[index]
        if block.tag != "p" or not _reads(block):
            continue
        pattern = _NUMBER.sub("", block.path)
        patterns[pattern] += 1
        homes.add((pattern, _home(block.path)))
        parents[_parent(block.path)] += 1
        outside += block.outside
    framed = 2 * outside > sum(patterns.values())  # the story itself stands in an element that looks like a frame
    found = set()
    for index, block in enumerate(blocks):
        if index in kept or (block.outside and not framed) or block.links > LINKED or not _reads(block):
            continue
        if block.tag == "p":
            pattern = _NUMBER.sub("", block.path)
            if patterns[pattern] >= ALIKE and (pattern, _home(block.path)) in homes:
                found.add(index)
        elif block.tag == "quote" and any(parents[home] >= ALIKE for home in _above(block.path)):
            found.add(index)
    return _joined(blocks, kept, found)


def _joined(blocks: Sequence[PageBlock], kept: Collection[int], found: set[int]) -> set[int]:
    """Those found that go on with the story: below its last kept block, one alone in its container is a boilerplate."""
    last = max(kept, default=-1)
    below = Counter(_parent(blocks[index].path) for index in found if index > last)
    return {index for index in found if index < last or below[_parent(blocks[index].path)] >= GOES_ON}


def _above(path: str) -> list[str]:
    """The three elements around an element: a quotation stands in one or two of its own inside the story's."""
    first = _parent(path)
    second = _parent(first)
    return [first, second, _parent(second)]


def _reads(block: PageBlock) -> bool:
    return shape_of(block.text, 0, len(block.text)).body


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _home(path: str) -> str:
    """The `article` that an element lies in, else the element two above its own."""
    article = _ARTICLE.match(path)
    return article.group() if article is not None else _parent(_parent(_parent(path)))
