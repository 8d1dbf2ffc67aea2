"""How a reading is written out: formats by name.

Formats are entry points of the group `onrecord.formats`, ours and a user's alike: a function from a `Reading` to a
string. A package that declares

    [project.entry-points."onrecord.formats"]
    csv = "my_package:to_csv"

adds `--format csv` to the command line.
"""

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING

from onrecord.errors import BrokenFormat, UnknownFormat

if TYPE_CHECKING:
    from onrecord.records.reading import Reading

GROUP = "onrecord.formats"
OURS = "onrecord."


def formats() -> dict[str, EntryPoint]:
    """The formats that are installed, by name. A name of ours cannot be taken over by another package."""
    ranked = sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value.startswith(OURS), one.value))
    return {entry.name: entry for entry in ranked}


def render(reading: "Reading", name: str) -> str:
    """A reading in the format of this name.

    Raises UnknownFormat, which lists those that there are, and BrokenFormat where a package's function is not there.
    """
    known = formats()
    if name not in known:
        raise UnknownFormat(name, list(known))
    try:
        write: Callable[[Reading], str] = known[name].load()
    except (ImportError, AttributeError) as error:
        raise BrokenFormat(name, known[name].value, str(error)) from error
    return write(reading)
