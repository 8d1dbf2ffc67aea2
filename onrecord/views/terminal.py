"""Prints a reading in a terminal: the report with its marks, then the record.

Paragraphs are numbered, and each statement and event names its own, so that the record can be followed without
colours too. Everything that comes from the report is handed to Rich as `Text`, which it never takes for markup.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from onrecord.records import BlockKind, Event, Reading, Span, Statement, StatementKind, Status
from onrecord.views.layers import Layer, Layers, Piece, Stretch, paragraphs
from onrecord.views.lookup import NOBODY, Lookup, Told, code, counted, described, how_found, when, where
from onrecord.views.visible import one_line, visible

WIDEST = 100  # columns; longer lines of prose are hard to read
NARROW = 50  # columns; below it the space beside names is worth more than the alignment
MARGIN = 6  # columns kept free for an entry's number where a line is cut
NAME_SHARE = 3  # names get at most a third of the line

_STYLES = {
    Layer.CLAIM: "italic green",
    Layer.TIME: "underline",
    Layer.PLACE: "underline",
    Layer.CUE: "green",
    Layer.ACTOR: "bold cyan",
    Layer.EVENT: "bold underline magenta",
}
_QUADS = {1: "bold blue", 2: "bold green", 3: "bold yellow", 4: "bold red"}
_FAINT = "dim"
_UNLIKE_PROSE = {BlockKind.TITLE: "bold", BlockKind.HEADING: "bold", BlockKind.CAPTION: "italic"}


def show(reading: Reading, out: TextIO, text: bool = True) -> None:
    """Print a reading to a stream; with colours when it is a terminal, as wide as the terminal but at most 100 columns.

    `text` says whether the report itself is printed above its record.
    """
    console = Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=False)
    console.width = max(20, min(console.width, WIDEST))
    _Printer(reading, console).print(text)


class _Printer:
    def __init__(self, reading: Reading, console: Console) -> None:
        self.reading = reading
        self.console = console
        self.lookup = Lookup(reading)
        self.paragraphs = list(paragraphs(reading.article))
        self.starts = [group[0].start for group in self.paragraphs]
        self.numbers = _numbered(self.paragraphs)

    def print(self, text: bool) -> None:
        self.head()
        if text:
            self.section("Report")
            self.report()
        if self.lookup.coded:
            self.actors()
            self.statements()
            self.events()
            self.times_and_places()
        self.coverage()

    def section(self, title: str, count: int | None = None, more: str = "") -> None:
        line = Text(title, "bold")
        if count is not None:
            line.append(f" ({count:,}{', ' + more if more else ''})", "not bold")
        self.console.print()
        self.console.print(Rule(line, align="left", style=_FAINT))

    # head

    def head(self) -> None:
        article = self.reading.article
        self.console.print(Text(one_line(article.title or "(no title found)"), "bold"))
        if article.byline:
            self.console.print(Text(one_line(article.byline)))
        for name, value in self.facts():
            self.hung(Text(name, _FAINT), Text(value), len("published"))

    def facts(self) -> Iterator[tuple[str, str]]:
        article = self.reading.article
        if article.dateline:
            yield "dateline ", self.lookup.words(article.dateline.span)
        if article.published:
            yield "published", f"{article.published.date} ({how_found(article.published)})"
        else:
            yield "published", "not known; --published YYYY-MM-DD gives it"
        source = article.source or article.url or article.origin
        if source:
            yield "source   ", one_line(source)

    # the report

    def report(self) -> None:
        if self.console.is_terminal:
            self.console.print(_legend())
            self.console.print()
        layers = Layers(self.reading)
        margin = len(str(len(self.numbers)))
        for position, group in enumerate(self.paragraphs):
            if position:
                self.console.print()
            if group[0].kind is BlockKind.RESIDUE:
                self.hung("", self.folded(group, self.console.width - margin - 1), margin)
            else:
                number = self.numbers.get(group[0].start)
                self.hung(str(number or ""), self.paragraph(group, layers), margin)

    def paragraph(self, group: tuple[Stretch, ...], layers: Layers) -> Text:
        line = Text()
        for stretch in group:
            line.append(" " if line else "")
            prose = _UNLIKE_PROSE.get(stretch.kind, "") if stretch.kind else ""
            faint = stretch.kind is None or not stretch.kind.readable
            for piece in layers.within(stretch.span):
                style = _FAINT if faint else " ".join([prose, *(_STYLES[layer] for layer in _drawn(piece))]).strip()
                line.append(visible(self.lookup.text[piece.start : piece.end]).replace("\r", ""), style)
        return line

    def folded(self, group: tuple[Stretch, ...], room: int) -> Text:
        size = sum(stretch.end - stretch.start for stretch in group)
        words = "; ".join(
            self.lookup.words((stretch.start, min(stretch.end, stretch.start + room))) for stretch in group
        )
        line = Text(f"{counted(len(group), 'piece')} of page junk, {counted(size, 'character')}: {words}", _FAINT)
        line.truncate(room, overflow="ellipsis")
        return line

    # the record

    def actors(self) -> None:
        self.section("Actors", len(self.reading.actors))
        rows = []
        for actor in self.reading.actors:
            told = Text(", ".join(described(actor)))
            told.append(f" · {counted(len(actor.mentions), 'mention')}", _FAINT)
            rows.append((Text(one_line(actor.name), _STYLES[Layer.ACTOR]), told))
        self.listed(rows)

    def statements(self) -> None:
        self.section("Statements", len(self.reading.statements))
        self.numbered([self.statement(one) for one in self.reading.statements])

    def statement(self, statement: Statement) -> Text:
        speaker = self.lookup.speakers(statement)
        line = Text.assemble((speaker, _FAINT if speaker == NOBODY else _STYLES[Layer.ACTOR]))
        if statement.cue:
            line.append(" · ").append(self.lookup.words(statement.cue), _STYLES[Layer.CUE])
        line.append(f" · {statement.kind}")
        if statement.negated:
            line.append(" · ").append("denied or not said", "bold red")
        span = statement.cue or (statement.content[0] if statement.content else None)
        line.append(self.paragraph_of(span), _FAINT)
        marks = (
            "“”" if statement.kind is StatementKind.DIRECT else ("", "")
        )  # quoted only where these are the very words
        line.append("\n" + marks[0]).append(self.lookup.content(statement), _STYLES[Layer.CLAIM]).append(marks[1])
        if more := " · ".join(self.about(statement)):
            line.append("\n").append(more, _FAINT)
        return line

    def about(self, statement: Statement) -> Iterator[str]:
        if statement.within is not None:
            number = self.lookup.number(statement.within)
            yield f"told within statement {number}" if number else "told within another statement"
        if statement.addressee:
            yield f"to {self.lookup.name(statement.addressee)}"
        if statement.date:
            yield f"on {statement.date}"
        if statement.place:
            yield f"in {self.lookup.place(statement.place)}"

    def events(self) -> None:
        told = self.lookup.told()
        repeats = len(self.reading.events) - len(told)
        self.section("Events", len(told), f"{counted(repeats, 'repeat')}" if repeats else "")
        self.numbered([self.event(one) for one in told])

    def event(self, told: Told) -> Text:
        event = told.event
        line = Text.assemble((code(event), _QUADS.get(event.quad, "bold")))
        line.append(f" ({', '.join(event.contexts)})" if event.contexts else "")
        line.append(" · ").append(str(event.status), "" if event.status is Status.ACTUAL else "bold")
        line.append(f" · on {self.lookup.on_whose_word(event)}")
        line.append("\n").append_text(self.parties(event))
        line.append("\n“").append(self.lookup.words(event.trigger), _STYLES[Layer.EVENT]).append("”")
        place = f"in {self.lookup.place(event.place)}" if event.place else ""
        circumstances = " · ".join(words for words in (when(event.date), place) if words)
        line.append(f" · {circumstances}" if circumstances else "").append(self.paragraph_of(event.trigger), _FAINT)
        for words in self.again(told):
            line.append("\n").append(words, _FAINT)
        if event.why:
            why = Text(f"why: {one_line('; '.join(event.why))}", _FAINT)
            why.truncate(self.console.width - MARGIN, overflow="ellipsis")
            line.append("\n").append_text(why)
        return line

    def parties(self, event: Event) -> Text:
        line = Text(self.lookup.names(event.actors) or NOBODY, _STYLES[Layer.ACTOR] if event.actors else _FAINT)
        if event.recipients:
            line.append(" → ", "bold").append(self.lookup.names(event.recipients), _STYLES[Layer.ACTOR])
        return line

    def again(self, told: Told) -> Iterator[str]:
        """The places where an event is told again, those on the same word together."""
        places: dict[str, list[str]] = {}
        for repeat in told.again:
            place = f"“{self.lookup.words(repeat.trigger)}”{self.paragraph_of(repeat.trigger)}".replace(" · ", " ")
            places.setdefault(self.lookup.on_whose_word(repeat), []).append(place)
        first = self.lookup.on_whose_word(told.event)
        for word, found in places.items():
            yield f"again: {', '.join(found)}" + ("" if word == first else f" · on {word}")

    def times_and_places(self) -> None:
        reading = self.reading
        self.section("Times and places", len(reading.times) + len(reading.places))
        times = self.lookup.times().items()
        rows = [(Text(words), Text(meaning + _times(len(spans)))) for (words, meaning), spans in times]
        for place in reading.places:
            rows.append((Text(one_line(place.name)), Text(where(place) + _times(len(place.mentions)))))
        self.listed(rows)

    def coverage(self) -> None:
        reading = self.reading
        self.section("Coverage")
        if self.lookup.coded:
            self.console.print(Text(f"{reading.coverage.read:.0%} of the readable text was read."))
        else:
            self.console.print(Text(f"This report is {self.lookup.not_coded}.", "bold"))
        for note in reading.coverage.notes:
            self.console.print(Text(f"Note: {one_line(note)}"))
        version = reading.version
        made = f"onrecord {version.onrecord}, model {version.model}, codebook {version.codebook}"
        self.console.print(Text(made, _FAINT))

    # layout

    def listed(self, rows: list[tuple[Text, Text]]) -> None:
        """Names in a column, what is known of them beside it; one below the other where the terminal is narrow."""
        width = self.console.width
        column = min(max((cell_len(name.plain) for name, _ in rows), default=0), width // NAME_SHARE)
        for name, told in rows:
            if width >= NARROW and cell_len(name.plain) <= column:
                self.hung(name.append(" " * (column - cell_len(name.plain) + 1)), told, column + 1)
            else:
                self.console.print(name)
                self.hung("", told, column + 1 if width >= NARROW else 1)

    def numbered(self, entries: list[Text]) -> None:
        margin = len(str(len(entries)))
        for number, entry in enumerate(entries, 1):
            self.hung(str(number), entry, margin)

    def hung(self, key: str | Text, body: Text, margin: int) -> None:
        """A text with a key in the margin, right-aligned; its further lines hang below its first."""
        head = key if isinstance(key, Text) else Text(key.rjust(margin), _FAINT)
        lines = []
        for line in body.wrap(self.console, max(1, self.console.width - margin - 1), tab_size=1) or [Text()]:
            line.rstrip()
            lines.append(Text.assemble(head, " ", line) if line else Text())
            head = Text(" " * margin)
        self.console.print(Text("\n").join(lines), soft_wrap=True)

    def paragraph_of(self, span: Span | None) -> str:
        """Where a span stands, as a paragraph's number or a kind of block; empty for none."""
        if span is None or not self.paragraphs:
            return ""
        group = self.paragraphs[max(0, bisect_right(self.starts, span[0]) - 1)]
        number = self.numbers.get(group[0].start)
        return f" · ¶{number}" if number else f" · {group[0].kind or 'text'}"


def _numbered(found: list[tuple[Stretch, ...]]) -> dict[int, int]:
    """The numbers of the paragraphs (everything that is read but the title), by where they begin."""
    read = [group for group in found if group[-1].kind and group[-1].kind.readable]
    prose = [group for group in read if group[-1].kind is not BlockKind.TITLE]
    return {group[0].start: number for number, group in enumerate(prose, 1)}


def _drawn(piece: Piece) -> list[Layer]:
    """The layers to draw: a claim's slant stays under what is marked inside it."""
    layers = {mark.layer for mark in piece.marks if mark.layer in _STYLES}
    return sorted(layers)


def _times(count: int) -> str:
    return f" · {counted(count, 'time')}" if count > 1 else ""


def _legend() -> Text:
    line = Text("marked: ", _FAINT)
    shown = (
        ("actors", Layer.ACTOR),
        ("claims", Layer.CLAIM),
        ("events", Layer.EVENT),
        ("times and places", Layer.TIME),
    )
    for index, (words, layer) in enumerate(shown):
        line.append(", " if index else "", _FAINT).append(words, _STYLES[layer])
    return line
