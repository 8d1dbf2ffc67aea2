"""Walks a page's tree and gives its stretches of text in order, each with its element path and what encloses it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

_SPACE = re.compile(r"\s+")
_SKIPPED = frozenset(
    "applet area audio base button canvas datalist embed frame frameset head iframe input link map math meta"
    " noembed noframes"
    " noscript object optgroup option param script select source style svg template textarea track video".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp rt ruby s samp"
    " small span strike"
    " strong sub sup time tt u var wbr img picture".split()
)
_TAGS = {
    "li": "item", "dd": "item", "dt": "item", "figcaption": "caption", "caption": "caption", "td": "row", "th": "row",
    "h1": "head", "h2": "head", "h3": "head", "h4": "head", "h5": "head", "h6": "head",
    "blockquote": "quote", "pre": "line",
}  # fmt: skip
_OUTSIDE = frozenset("nav footer aside form menu dialog".split())
_FRAME_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer|sidebar|breadcrumbs?|cookie|consent|newsletter|subscribe"
    r"|subscription"
    r"|related|recommended|recirc|trending|popular|promo|advert|advertisement|ads?|sponsor(?:ed)?|share|sharing"
    r"|social|comments?"
    r"|disqus|taboola|outbrain|teaser|modal|popup|paywall|widget)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:caption|wp-caption-text|photo-?credit|image-?credit|cutline)(?:$|[\s_-])", re.IGNORECASE
)


@dataclass(slots=True)
class PageBlock:
    """A stretch of a page's text that no block element divides. `links` is the share of it that is linked."""

    text: str
    tag: str
    path: str
    links: float
    outside: bool
    level: str  # the element's own name: h1, p, div…


@dataclass(slots=True)
class _Open:
    """An element whose end has not come: what it says of the text in it."""

    element: HtmlElement
    name: str
    path: str
    tag: str
    outside: bool
    linked: bool
    children: dict[str, int]


def page_blocks(tree: HtmlElement) -> Iterator[PageBlock]:
    """The page's text in order, without scripts, styles, controls and hidden parts. Linear in the page's size."""
    body = tree.find("body")
    root = body if body is not None else tree
    walk = _Walk()
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, ended = stack.pop()
        if ended:
            yield from walk.end(element)
            continue
        if not isinstance(element.tag, str) or element.tag.lower() in _SKIPPED or _hidden(element):
            walk.count(element)
            if element.tail and element is not root:
                walk.add(element.tail)
            continue
        yield from walk.begin(element)
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    yield from walk.flush()


def _hidden(element: HtmlElement) -> bool:
    style = element.get("style") or ""
    return (
        "hidden" in element.attrib or element.get("aria-hidden") == "true" or "display:none" in style.replace(" ", "")
    )


class _Walk:
    """The state of the walk: what is open, and the text since the last block element began or ended."""

    def __init__(self) -> None:
        self.open: list[_Open] = []
        self.parts: list[str] = []
        self.linked = 0
        self.root_children: dict[str, int] = {}

    def add(self, text: str) -> None:
        self.parts.append(text)
        if self.open and self.open[-1].linked:
            self.linked += len(text)

    def count(self, element: HtmlElement) -> int:
        """The element's number among its siblings of the same name."""
        name = element.tag.lower() if isinstance(element.tag, str) else ""
        siblings = self.open[-1].children if self.open else self.root_children
        siblings[name] = siblings.get(name, 0) + 1
        return siblings[name]

    def begin(self, element: HtmlElement) -> Iterator[PageBlock]:
        name = element.tag.lower()
        inline = name in _INLINE
        if not inline:
            yield from self.flush()
        number = self.count(element)
        above = self.open[-1] if self.open else None
        mark = f"{element.get('class') or ''} {element.get('id') or ''}"
        tag = _TAGS.get(name) or (
            above.tag if above is not None and (inline or above.tag in ("item", "caption", "row", "quote")) else "p"
        )
        if not inline and _CAPTION_CLASSES.search(mark):
            tag = "caption"
        self.open.append(
            _Open(
                element,
                name,
                f"{above.path if above is not None else '/html'}/{name}[{number}]",
                tag,
                (above is not None and above.outside)
                or name in _OUTSIDE
                or (
                    not inline
                    and name not in ("body", "html", "main", "article")
                    and _FRAME_CLASSES.search(mark) is not None
                ),
                (above is not None and above.linked) or name == "a",
                {},
            )
        )
        if name == "br":
            return
        if element.text:
            self.add(element.text)

    def end(self, element: HtmlElement) -> Iterator[PageBlock]:
        if self.open[-1].name not in _INLINE:
            yield from self.flush()
        self.open.pop()
        if self.open and element.tail:
            self.add(element.tail)

    def flush(self) -> Iterator[PageBlock]:
        """The text since the last boundary, as a block of the innermost block element."""
        raw = "".join(self.parts)
        text = _SPACE.sub(" ", raw).strip()
        share = self.linked / len(raw) if raw else 0.0
        self.parts, self.linked = [], 0
        if text:
            owner = next((one for one in reversed(self.open) if one.name not in _INLINE and one.name != "br"), None)
            if owner is not None:
                yield PageBlock(text, owner.tag, owner.path, share, owner.outside, owner.name)
