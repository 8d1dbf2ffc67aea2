"""Parses a page's HTML into a tree, whatever its state: broken, nested thousands deep, or many megabytes long."""

import re
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

DEEPEST = 120  # elements kept inside each other in a page that the parser finds too deep (its own limit is 256)
_NESTING = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?=[\s/>])[^<>]*>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")  # characters that no tree can hold
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|</?[a-zA-Z][^<>]*>", re.DOTALL | re.IGNORECASE)


def parse_html(html: str) -> HtmlElement | None:
    """The page's tree, null where nothing in it can be parsed. Content that is nested too deep is lifted, not lost."""
    clean = _CONTROL.sub(" ", html)
    tree, limited = _parse(clean, huge=False)
    if limited:
        tree, limited = _parse(_flattened(clean), huge=True)
    if limited:
        tree, _ = _parse(_TAG.sub("\n<p>", clean), huge=True)
    return tree


def _parse(html: str, *, huge: bool) -> tuple[HtmlElement | None, bool]:
    """The tree, and whether the parser stopped at one of its limits and so lost a part of the page."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=huge)
    try:
        tree = document_fromstring(html.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError):  # nothing but comments, or nothing left at all
        tree = None
    limited = any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in _errors(parser))
    return tree, limited


def _errors(parser: Any) -> Any:
    return parser.error_log


def _flattened(html: str) -> str:
    """The page without the tags of elements that lie too deep; their text stays where it is."""
    depth = 0
    dropped: list[str] = []  # names of open elements whose tags were left out
    parts: list[str] = []
    position = 0
    for match in _NESTING.finditer(html):
        name = match[2].lower()
        if name in _VOID or match[0].endswith("/>"):
            continue
        if not match[1]:
            if depth < DEEPEST:
                depth += 1
                continue
            dropped.append(name)
        elif dropped:
            if dropped[-1] == name:
                dropped.pop()
        else:
            depth = max(0, depth - 1)
            continue
        parts += (html[position : match.start()], " " if name in _INLINE else "\n<br>")
        position = match.end()
    return "".join((*parts, html[position:]))


_INLINE = frozenset("a abbr b big cite em font i mark s small span strong sub sup tt u".split())
