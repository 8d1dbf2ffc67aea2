"""Makes text safe to show: characters that control a terminal or have no glyph become ones that can be seen.

One character becomes one character, so spans still count.
"""

import re

REPLACEMENT = "\ufffd"
_KEPT = "\t\n\r"
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in _KEPT} | {0x7F: 0x2421}
_C1 = dict.fromkeys(range(0x80, 0xA0), ord(REPLACEMENT))
_DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], ord(REPLACEMENT))
_SPACES = {code: " " for code in range(0xA0) if chr(code).isspace() and chr(code) not in _KEPT}
_TABLE = _CONTROLS | _C1 | _DIRECTIONS | _SPACES
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """The text with control characters as their pictures (␛ for escape).

    Controls that are white space (a form feed) become spaces; tabs and line ends stay. C1 controls, orders that turn
    the direction of writing, and lone surrogates become U+FFFD.
    """
    return _SURROGATE.sub(REPLACEMENT, text.translate(_TABLE))


def one_line(text: str) -> str:
    """The visible text with every run of white space as one space."""
    return _SPACE.sub(" ", visible(text)).strip()
