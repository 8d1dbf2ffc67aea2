"""Finds time expressions and resolves them against the report's date (TIMEX3: DATE, TIME, DURATION, SET).

`rules/*.toml` hold the grammar, each rule with its examples; `items` cuts text into what the rules speak of,
`grammar` compiles them, `cascade` runs them, and `dates`, `relative` and `amounts` are the functions that they mean.
"""

import datetime as dt

from onrecord.entities.times.cascade import run
from onrecord.entities.times.context import Context
from onrecord.entities.times.items import items_of
from onrecord.entities.times.values import Moment
from onrecord.records import Article, BlockKind, Parse, Time

__all__ = ["find_times"]

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


def find_times(article: Article, parse: Parse) -> tuple[Time, ...]:
    """The time expressions of the readable blocks and of the dateline, in the order of the text.

    Values are TIMEX3 (ISO-TimeML): resolved against the date of publication, else the dateline's; where there is
    neither, what is unknown stays X ("XXXX-01-31", "XXXX-WXX-2"). Weekdays and dates without a year look back or
    ahead by the tense of their clause. `why` is the name of the rule.
    """
    today = reference_date(article)
    found: list[Time] = []
    told: Moment | None = None
    for block in article.blocks:
        if block.kind.readable or block.kind is BlockKind.DATELINE:
            items = items_of(article.text, block.start, block.end)
            context = Context(parse, today, items, heading=block.kind in _HEADINGS, before=told)
            found.extend(run(context))
            told = context.reference
    return tuple(found)


def reference_date(article: Article) -> dt.date | None:
    """The date that times are counted from: of publication, else of the dateline, else null."""
    if article.published is not None:
        return article.published.date
    return article.dateline.date if article.dateline else None
