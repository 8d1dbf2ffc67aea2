"""Who and what a report speaks of, and when: actors, places and times, each mention known by one name.

`find_actors` unifies the model's names with the codebook, reads titles and roles from the text, and settles who a
pronoun or a description means. `onrecord.entities.places` finds places, `onrecord.entities.times` time expressions.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.entities.actors import find_actors

__all__ = ["find_actors"]


def __getattr__(name: str) -> object:
    if name == "find_actors":
        from onrecord.entities.actors import find_actors

        return find_actors
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
