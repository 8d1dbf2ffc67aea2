"""Who did what to whom, and whether it happened: PLOVER 2.0 events from a parsed report.

`find_events` is the front door. `clauses` reads the tree, `arguments` fills the slots of predicates, `parties` turns
fillers into actors, `matching` chooses frames, `status` judges whether it happened, `rules` applies the manual's
decisions, `circumstances` finds date and place, `linking` joins repeats, `engine` puts it together.
"""

from pathlib import Path

from onrecord.records import Article, Entities, Event, Parse, Statement, Time

__all__ = ["find_events"]


def find_events(
    article: Article,
    parse: Parse,
    entities: Entities,
    times: tuple[Time, ...],
    statements: tuple[Statement, ...],
    *,
    folders: tuple[Path, ...] = (),
) -> tuple[Event, ...]:
    """The events of a report in the order of the text, repeats linked by `same_as`.

    `folders` hold frame files of a user's own, which win over ours where both fit equally well. Raises CodebookError
    when a frame file is wrong.
    """
    from onrecord.codebook.frames import load_frames
    from onrecord.events.engine import Engine

    return Engine(article, parse, entities, times, statements, load_frames(*folders)).events()
