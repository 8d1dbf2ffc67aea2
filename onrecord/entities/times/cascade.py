"""Runs the stages of the grammar over one block, left to right, the longest expression first at each place."""

from collections.abc import Callable, Mapping
from functools import cache

from onrecord.entities.times import amounts, dates, relative
from onrecord.entities.times.context import Context, Found
from onrecord.entities.times.grammar import Match, Stage, stages
from onrecord.entities.times.items import Item
from onrecord.entities.times.values import Moment
from onrecord.records import Time, TimeType

Meaning = Callable[[Match, Context], Moment | list[Found] | None]


@cache
def meanings() -> Mapping[str, Meaning]:
    """What the rules' `means` may name."""
    functions: tuple[Meaning, ...] = (
        dates.written, dates.date, dates.date_range, dates.month, dates.year, dates.short_year, dates.decade,
        dates.century, dates.feast, dates.season, dates.quarter, dates.fiscal, dates.clock,
        relative.deictic, relative.weekday, relative.unit_step, relative.month_step, relative.told_step, relative.ago,
        relative.later, relative.weekend, relative.part, relative.part_told,
        relative.since_start, relative.same_period,
        amounts.length, amounts.ordinal_length, amounts.two_lengths, amounts.repeated, amounts.weekdays,
        amounts.reference, amounts.widened, amounts.part_of_day, amounts.clock_on,
    )  # fmt: skip
    return {function.__name__: function for function in functions}


def run(context: Context) -> list[Time]:
    """The time expressions of a block, in order. `context.items` are reduced stage by stage."""
    for stage in stages():
        _run_stage(stage, context)
    return [
        Time(item.start, item.end, item.of["T"].type, item.of["T"].value, item.of["RULE"])
        for item in context.items
        if "T" in item.of
    ]


def _run_stage(stage: Stage, context: Context) -> None:
    """Replace each run of items that a rule of this stage fits by one item that carries its meaning."""
    context.reference, context.reference_end = context.before, -1
    reduced: list[Item] = []
    position = 0
    while position < len(context.items):
        found = _at(stage, context, position)
        if not found:
            item = context.items[position]
            _remember(context, item)
            reduced.append(item)
            position += 1
            continue
        for first, last, item in found:
            reduced.extend(context.items[position:first])
            _remember(context, item)
            reduced.append(item)
            position = last
    context.items = reduced


def _at(stage: Stage, context: Context, position: int) -> list[tuple[int, int, Item]]:
    """What the longest rule that has a meaning here makes of the items from this one on."""
    candidates = sorted(
        stage.matches(context.items, position), key=lambda match: (match.first - match.last, match.first, match.order)
    )
    for match in candidates:
        meant = meanings()[match.rule.means](match, context)
        if meant is None:
            continue
        if isinstance(meant, Moment):
            meant = [(match.first, match.last, meant)]
        return [(first, last, _reduced(context, match, first, last, moment)) for first, last, moment in meant]
    return []


def _reduced(context: Context, match: Match, first: int, last: int, moment: Moment) -> Item:
    start, end = context.items[first].start, context.items[last - 1].end
    of = {"T": moment, "RULE": match.rule.name, **dict.fromkeys(_classes(moment), moment)}
    return Item(start, end, "", of, context.items[first].capital)


def _classes(moment: Moment) -> list[str]:
    if moment.type is TimeType.DATE and moment.unit:
        return ["DATE", f"DATE_{moment.unit}"]
    if moment.type is TimeType.TIME:
        return ["CLOCKTIME" if ":" in moment.clock else "PARTTIME"]
    return []


def _remember(context: Context, item: Item) -> None:
    """Keep the last date told, for "two days later" and "that year"."""
    told = item.of.get("T")
    if isinstance(told, Moment) and told.day is not None and told.unit:
        context.reference, context.reference_end = told, item.end
