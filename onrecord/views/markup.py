"""Builds HTML in which nothing is left unescaped by mistake: a plain string is text, only `Markup` is markup."""

from html import escape

from onrecord.views.visible import visible

VOID = frozenset({"br", "input", "meta"})


class Markup(str):
    """HTML that is written out as it is. Only `element` and `together` make it from text."""

    __slots__ = ()


def together(*parts: str) -> Markup:
    """Parts one after the other, those that are plain text escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(visible(part), quote=False) for part in parts))


def element(name: str, /, *children: str, **attributes: str | bool | None) -> Markup:
    """An element with its children. `class_` stands for `class`, `data_x` for `data-x`; empty ones are left out."""
    written = "".join(
        f" {_attribute(key)}" if value is True else f' {_attribute(key)}="{escape(visible(str(value)))}"'
        for key, value in attributes.items()
        if value
    )
    if name in VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{together(*children)}</{name}>")


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
