"""Renders a page: finds its main content (trafilatura), puts captions, byline and headline back, and keeps what the
extractor left out between them as residue.

Each piece of the rendering stands in a paragraph of its own, parted by blank lines, and knows the path of the element
that it came from. Where the extractor finds nothing, the page's own blocks outside of navigation are taken.
"""

import datetime as dt
import logging
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from onrecord.articles import cues
from onrecord.articles.html_blocks import PageBlock, page_blocks
from onrecord.articles.html_tree import parse_html
from onrecord.articles.page_dates import page_date
from onrecord.articles.pieces import Piece, piece
from onrecord.articles.rescue import left_out
from onrecord.articles.stamps import stamp_of
from onrecord.records import BlockKind

LARGEST = 10_000_000  # characters of a page that is given to the extractor; larger ones (dumps) take our own blocks
KEY = 40  # letters and digits by which a block of the extractor's is found again in the page
LINKED = 0.6  # share of linked text above which a block is navigation, where we choose blocks ourselves
BREAK = "\n\n"
CELL = " | "  # between the cells of a table's row
_NOT_ALNUM = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")
_ARTICLE = re.compile(r".*?/article\[\d+\]")
_TAGS = {"head": "head", "item": "item", "quote": "quote", "row": "row", "p": "p", "code": "p", "lb": "p"}
_BLOCKS = frozenset({*_TAGS, "body", "list", "table"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is read: its rendering, the pieces of it to label, and what its metadata state."""

    text: str
    pieces: tuple[Piece, ...]
    title: str | None = None
    author: str | None = None
    published: dt.date | None = None
    language: str | None = None
    url: str | None = None


@dataclass(slots=True)
class _Part:
    """A stretch to render: its text, its element, and whether it belongs to the main content."""

    text: str
    tag: str
    path: str | None
    kept: bool = True
    links: float = 0.0


def render(html: str, url: str | None = None) -> Page:
    """Render a page's HTML. Never fails: a page without any text gives an empty rendering."""
    tree = parse_html(html)
    if tree is None:
        return Page("", ())
    language = (tree.get("lang") or tree.get("xml:lang") or "").strip() or None
    blocks = list(page_blocks(tree))
    found = _extract(tree, url) if len(html) <= LARGEST else None
    main = _main_parts(found.body) if found is not None and found.body is not None else []
    parts = _merged(main, blocks)
    if not any(part.path for part in parts):  # nothing found, or all of the page joined into one
        parts = _own(blocks)
    title = _title(found, blocks)
    if title is not None:
        parts = _with_title(parts, title, blocks)
        _other_articles(parts)
    text, pieces = _laid_out(parts)
    return Page(
        text,
        pieces,
        title=title,
        author=found.author if found is not None else None,
        published=page_date(tree, url or (found.url if found is not None else None)),
        language=language,
        url=found.url if found is not None else None,
    )


def _extract(tree: HtmlElement, url: str | None) -> Any:
    """trafilatura's document, null where it finds no content. Its date is not used: it may be any on the page."""
    from trafilatura import bare_extraction

    logger = logging.getLogger("trafilatura")
    if not logger.handlers:  # what it does not find is no news to the user of a program
        logger.addHandler(logging.NullHandler())
    return bare_extraction(
        tree,
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False},
    )


def _main_parts(body: HtmlElement) -> list[_Part]:
    """The extractor's blocks in order, lines of one block apart."""
    parts: list[_Part] = []
    for tag, text in _leaves(body):
        clean = _SPACE.sub(" ", text).strip().removesuffix(CELL.rstrip()).rstrip()
        if clean.strip(" |"):
            parts.append(_Part(clean, tag, None))
    return parts


def _leaves(body: HtmlElement) -> Iterator[tuple[str, str]]:
    """Tag and text of each stretch that no block element of the extractor's XML divides; a table's row is one."""
    buffer: list[str] = []
    tags: list[str] = ["p"]
    stack: list[tuple[HtmlElement, bool | None]] = [(body, None)]  # null: it begins; else it ends, and was a block
    while stack:
        element, block = stack.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        if block is None:
            block = name in _BLOCKS and tags[-1] != "row"
            if block:
                yield tags[-1], "".join(buffer)
                buffer = []
                inside = name in ("p", "lb") and tags[-1] in ("item", "quote")
                tags.append(tags[-1] if inside else _TAGS.get(name, tags[-1]))
            if element.text:
                buffer.append(element.text)
            stack.append((element, block))
            stack.extend((child, None) for child in reversed(element))
            continue
        if block:
            yield tags.pop(), "".join(buffer)
            buffer = []
        if name == "cell":
            buffer.append(CELL)
        if element.tail and element is not body:
            buffer.append(element.tail)
    yield tags[-1], "".join(buffer)


def _key(text: str) -> str:
    return _NOT_ALNUM.sub("", text[: 4 * KEY]).lower()[:KEY]


class _Places:
    """Where each beginning of a text stands among the page's blocks; every block is given out once."""

    def __init__(self, blocks: Sequence[PageBlock]) -> None:
        self._open: dict[str, tuple[list[int], list[int]]] = {}  # of the content, and of the frame or captions
        for index, block in enumerate(blocks):
            lists = self._open.setdefault(_key(block.text), ([], []))
            lists[block.outside or block.tag == "caption"].append(index)

    def take(self, text: str, reached: int) -> int | None:
        """The next block after the one reached that begins like the text, else any; null where none is left."""
        lists = self._open.get(_key(text), ([], []))
        for indices in lists:
            place = bisect_right(indices, reached)
            if place < len(indices):
                return indices.pop(place)
        return next((indices.pop(0) for indices in lists if indices), None)


def _merged(main: list[_Part], blocks: Sequence[PageBlock]) -> list[_Part]:
    """The extractor's blocks with their places in the page, and between them what it left out."""
    places = _Places(blocks)
    taken: dict[int, list[_Part]] = {}
    reached = -1
    for part in main:
        place = places.take(part.text, reached)
        if place is None:
            taken.setdefault(reached, []).append(part)  # not found again: it stays behind the block before it
            continue
        part.path, part.links = blocks[place].path, blocks[place].links
        if blocks[place].tag in ("caption", "item") and part.tag == "p":
            part.tag = blocks[place].tag
        taken.setdefault(place, []).insert(0, part)
        reached = max(reached, place)
    found = [index for index in taken if index >= 0]
    rescued = left_out(blocks, set(found))
    _unseen(main, blocks)
    first, last = _reach(blocks, [*found, *rescued])
    parts = list(taken.get(-1, ()))
    for index in range(first, last + 1):
        if index in taken:
            parts += taken[index]
        elif not _again(blocks, index, taken):
            block = blocks[index]
            kept = index in rescued or (block.tag == "caption" and not block.outside)
            parts.append(_Part(block.text, block.tag, block.path, kept, block.links))
    return parts


def _unseen(main: Sequence[_Part], blocks: Sequence[PageBlock]) -> None:
    """Give up what the extractor took from parts that no reader sees (data for scripts), unless that is most of it."""
    shown = _NOT_ALNUM.sub("", "".join(block.text for block in blocks)).lower()
    unseen = [part for part in main if part.path is None and _key(part.text) not in shown]
    if 2 * sum(len(part.text) for part in unseen) < sum(len(part.text) for part in main):
        for part in unseen:
            part.kept = False


def _reach(blocks: Sequence[PageBlock], found: list[int]) -> tuple[int, int]:
    """The first and last block to render: from the headline above the content, where there is one, to its end."""
    if not found:
        return 0, -1
    first, last = min(found), max(found)
    heads = [index for index in range(first) if blocks[index].level == "h1"]
    return (heads[-1] if heads and first - heads[-1] <= ABOVE else first), last


ABOVE = 30  # blocks between headline and story: byline, stamps, share buttons, a gallery's captions


def _again(blocks: Sequence[PageBlock], index: int, taken: dict[int, list[_Part]]) -> bool:
    """Whether a block says nothing but what the part before it says already (its text was joined by the extractor)."""
    before = taken.get(index - 1)
    if before is None or len(before[-1].text) <= len(blocks[index - 1].text):
        return False
    return blocks[index].text in before[-1].text


def _own(blocks: Sequence[PageBlock]) -> list[_Part]:
    """The page's own blocks, those of its frame left out: for pages in which the extractor finds nothing."""
    chosen = [block for block in blocks if not block.outside and block.links < LINKED] or list(blocks)
    return [_Part(block.text, block.tag, block.path, links=block.links) for block in chosen]


def _title(found: Any, blocks: Sequence[PageBlock]) -> str | None:
    """The page's headline: its only h1 where metadata agree with it or state none, else what metadata state."""
    stated = _SPACE.sub(" ", found.title).strip() if found is not None and found.title else ""
    heads = [block.text for block in blocks if block.level == "h1" and len(block.text) > 1]
    if not stated:
        return heads[0] if len(heads) == 1 else None
    wanted = set(cues.plain(stated).split())
    for head in heads:
        words = set(cues.plain(head).split())
        if len(words) > 2 and 2 * len(words & wanted) > len(words):
            return head
    return stated


def _with_title(parts: list[_Part], title: str, blocks: Sequence[PageBlock]) -> list[_Part]:
    """The parts with the headline among them, put first where the content does not hold it."""
    key = _key(title)
    for part in parts:
        if _key(part.text) == key and part.tag in ("head", "p"):
            part.kept, part.text = True, title
            return parts
    path = next((block.path for block in blocks if _key(block.text) == key), "/html/head/title")
    return [_Part(title, "head", path), *parts]


def _other_articles(parts: Sequence[_Part]) -> None:
    """Give up what stands in another `article` element than the headline does: each holds one story."""
    own = _ARTICLE.match(parts[0].path or "")
    for part in parts if own is not None else ():
        other = _ARTICLE.match(part.path or "")
        if other is not None and own is not None and other.group() != own.group():
            part.kept = False


def _laid_out(parts: Sequence[_Part]) -> tuple[str, tuple[Piece, ...]]:
    """The text of the rendering and its pieces; what the extractor left out is residue, but for bylines and stamps."""
    text = BREAK.join(part.text for part in parts)
    pieces: list[Piece] = []
    start = 0
    for part in parts:
        end = start + len(part.text)
        one = piece(text, start, end, 2, part.tag, part.path)
        if not part.kept and not one.byline and stamp_of(text, start, end) is None:
            one.become(BlockKind.RESIDUE, "left out by the extractor")
            one.junk = one.junk or "frame"
        one.links = part.links
        pieces.append(one)
        start = end + len(BREAK)
    return text, tuple(pieces)
