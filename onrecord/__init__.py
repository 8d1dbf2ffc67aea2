"""onrecord puts the news on record: who did what to whom, and who said what, when and where, on whose word.

    >>> import onrecord
    >>> reading = onrecord.read("report.txt")
    >>> reading.statements, reading.events, reading.actors

Nothing is loaded until it is used: `import onrecord` costs next to nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.errors import OnrecordError
    from onrecord.pipeline import read, read_text
    from onrecord.records import Reading

__version__ = "0.1.0"
__all__ = ["OnrecordError", "Reading", "__version__", "read", "read_text"]

_HOMES = {
    "OnrecordError": "onrecord.errors",
    "Reading": "onrecord.records",
    "read": "onrecord.pipeline",
    "read_text": "onrecord.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
