"""Spans and ids: how every record points at its evidence, and how it is named.

A span is `(start, end)` in Unicode code points of `Article.text`, end exclusive. Ids come from content alone, so
that the same input read by the same version gives the same ids on every machine.
"""

import hashlib
from collections.abc import Iterable
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

ID_LENGTH = 16  # hex digits: 64 bits, under one chance in a million of a clash among five million records


def content_id(*parts: object) -> str:
    """Name a record by what it says: 16 hex digits of the SHA-256 over the parts, in order."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def overlap(a: Span, b: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def covers(outer: Span, inner: Span) -> bool:
    """Whether the inner span lies wholly inside the outer one."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def inside_any(outers: Iterable[Span], inner: Span) -> bool:
    """Whether some outer span covers the inner one."""
    return any(covers(outer, inner) for outer in outers)
