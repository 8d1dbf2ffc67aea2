"""The record's half of the page: lists of what is on record, each entry linked to the characters that say so."""

from collections.abc import Iterable

from onrecord.records import Actor, Event, Place, Span, Statement, Status
from onrecord.views.anchors import Anchors
from onrecord.views.lookup import NOBODY, Lookup, Told, code, counted, described, when, where
from onrecord.views.markup import Markup, element, together
from onrecord.views.visible import one_line


class Record:
    """Writes the lists of one reading."""

    def __init__(self, lookup: Lookup, anchors: Anchors) -> None:
        self.lookup = lookup
        self.anchors = anchors

    def write(self) -> Markup:
        """The record as an `aside` element with a section for each kind of finding."""
        reading = self.lookup.reading
        told = self.lookup.told()
        repeats = len(reading.events) - len(told)
        more = counted(repeats, "repeat") if repeats else ""
        times = [self.time(words, found) for words, found in self.lookup.times().items()]
        places = [self.place(place) for place in reading.places]
        sections = [
            self.section("Events", len(told), map(self.event, told), more),
            self.section("Statements", len(reading.statements), map(self.statement, reading.statements)),
            self.section("Actors", len(reading.actors), map(self.actor, reading.actors)),
            self.section("Times and places", len(times) + len(places), [*times, *places]),
        ]
        if not self.lookup.coded:
            sections = []
        return element("aside", *sections, self.coverage(), class_="record", id=self.anchors.part("record"))

    def section(self, title: str, count: int, entries: Iterable[Markup], more: str = "") -> Markup:
        counts = f"{count:,}, {more}" if more else f"{count:,}"
        head = element("h2", title, " ", element("span", counts, class_="count"))
        return element(
            "section", head, element("ul", *entries) if count else element("p", "None found.", class_="faint")
        )

    # entries

    def event(self, told: Told) -> Markup:
        event = told.event
        status = "" if event.status is Status.ACTUAL else element("span", str(event.status), class_="status")
        contexts = element("span", ", ".join(event.contexts), class_="faint") if event.contexts else ""
        head = element("p", self.code(event), " ", status, " ", contexts, class_="head")
        who = element("p", self.parties(event), class_="parties")
        repeats = [self.repeat(repeat) for repeat in told.again]
        evidence = element("blockquote", self.sentence(event))
        return self.entry(
            event.id, head, who, self.circumstances(event), evidence, *repeats, self.why(event.why, event.confidence)
        )

    def code(self, event: Event) -> Markup:
        return element("span", code(event), class_=f"code quad-{event.quad}")

    def parties(self, event: Event) -> Markup:
        actors = self.named(event.actors) if event.actors else element("span", NOBODY, class_="faint")
        if not event.recipients:
            return actors
        return together(actors, element("span", " → ", class_="to", title="towards"), self.named(event.recipients))

    def circumstances(self, event: Event) -> Markup:
        parts = [self.word_of(event)]
        if words := when(event.date):
            parts.append(self.anchors.to_text(event.date.span, words) if event.date.span else element("span", words))
        if event.place:
            parts.append(together("in ", self.anchors.to_record(event.place, self.lookup.place(event.place))))
        return element("p", *_between(parts, " · "), class_="faint")

    def word_of(self, event: Event) -> Markup:
        words = f"on {self.lookup.on_whose_word(event)}"
        return self.anchors.to_record(event.statement, words) if event.statement else element("span", words)

    def sentence(self, event: Event) -> Markup:
        """The sentence that an event is told in, its trigger marked and linked."""
        start, end = event.trigger
        first, last = min(event.sentence[0], start), max(event.sentence[1], end)
        before = self.lookup.text[first:start]
        trigger = element("mark", self.lookup.text[start:end])
        linked = self.anchors.to_text(event.trigger, trigger, class_="trigger")
        return together(before, linked, self.lookup.text[end:last])

    def repeat(self, event: Event) -> Markup:
        link = self.anchors.to_text(event.trigger, f"“{self.lookup.words(event.trigger)}”")
        parts = ["told again: ", link, " · ", self.word_of(event)]
        return element("p", *parts, class_="faint", id=self.anchors.record(event.id))

    def statement(self, one: Statement) -> Markup:
        speaker = (
            self.named(one.speakers) if one.speakers else element("span", self.lookup.speakers(one), class_="faint")
        )
        cue = self.anchors.to_text(one.cue, self.lookup.words(one.cue), class_="cue") if one.cue else ""
        negated = element("span", "denied or not said", class_="status") if one.negated else ""
        head = element(
            "p", speaker, " ", cue, " ", element("span", str(one.kind), class_="faint"), " ", negated, class_="head"
        )
        said = [self.anchors.to_text(span, self.lookup.words(span)) for span in one.content]
        about = element("p", *_between(self.about(one), " · "), class_="faint")
        return self.entry(
            one.id,
            head,
            element("blockquote", *_between(said, " … "), class_="claim"),
            about,
            self.why(one.why, one.confidence),
        )

    def about(self, one: Statement) -> list[Markup]:
        parts = []
        if one.within:
            number = self.lookup.number(one.within)
            outer = self.lookup.statements.get(one.within)
            of = f"told by {self.lookup.speakers(outer)}" if outer else "told within another statement"
            parts.append(self.anchors.to_record(one.within, of, title=f"statement {number}" if number else None))
        if one.addressee:
            parts.append(together("to ", self.named([one.addressee])))
        if one.date:
            parts.append(together(f"on {one.date}"))
        if one.place:
            parts.append(together("in ", self.anchors.to_record(one.place, self.lookup.place(one.place))))
        return parts

    def actor(self, actor: Actor) -> Markup:
        told = " · ".join(described(actor))
        head = element(
            "p", element("strong", one_line(actor.name)), " ", element("span", told, class_="faint"), class_="head"
        )
        evidence = [
            together(f"{field} from “", self.anchors.to_text(span, self.lookup.words(span)), "”")
            for field, span in sorted(actor.evidence.items())
        ]
        grounds = [*evidence, *(together(one_line(reason)) for reason in actor.why)]
        why = element("p", "why: ", *_between(grounds, "; "), class_="why") if grounds else ""
        return self.entry(actor.id, head, self.mentions(mention.span for mention in actor.mentions), why)

    def time(self, words: tuple[str, str], spans: list[Span]) -> Markup:
        told = element("span", words[1], class_="faint")
        return element("li", element("p", element("strong", *self.linked(words[0], spans)), " ", told, class_="head"))

    def place(self, place: Place) -> Markup:
        told = element("span", where(place), class_="faint")
        head = element("p", element("strong", one_line(place.name)), " ", told, class_="head")
        return self.entry(place.id, head, self.mentions(mention.span for mention in place.mentions))

    def coverage(self) -> Markup:
        reading = self.lookup.reading
        read = f"{reading.coverage.read:.0%} of the readable text was read."
        shown = [
            element("p", read)
            if self.lookup.coded
            else element("p", f"This report is {self.lookup.not_coded}.", class_="not-coded")
        ]
        shown += [element("p", one_line(note)) for note in reading.coverage.notes]
        version = reading.version
        made = f"onrecord {version.onrecord}, model {version.model}, codebook {version.codebook}"
        return element("section", element("h2", "Coverage"), *shown, element("p", made, class_="faint"))

    # parts of entries

    def entry(self, record_id: str, *parts: str) -> Markup:
        return element("li", *parts, id=self.anchors.record(record_id))

    def named(self, actor_ids: Iterable[str]) -> Markup:
        links = [self.anchors.to_record(one, self.lookup.name(one), class_="actor") for one in actor_ids]
        return together(*_between(links[:-1], ", "), *([" and "] if len(links) > 1 else []), *links[-1:])

    def mentions(self, spans: Iterable[Span]) -> Markup:
        """Links to mentions: those of the same words together, the later ones by number."""
        by_words: dict[str, list[Span]] = {}
        for span in spans:
            by_words.setdefault(self.lookup.words(span), []).append(span)
        shown = [together(*self.linked(words, found)) for words, found in by_words.items()]
        return element("p", *_between(shown, ", "), class_="mentions")

    def linked(self, words: str, spans: list[Span]) -> list[str]:
        """The words, linked to the first of their spans, and numbers linked to the others."""
        later = [self.anchors.to_text(span, str(number), title=words) for number, span in enumerate(spans[1:], 2)]
        return _between([self.anchors.to_text(spans[0], words), *later], " ")

    def why(self, reasons: tuple[str, ...], confidence: float) -> Markup:
        return element("p", f"why: {one_line('; '.join((*reasons, f'confidence {confidence:.2f}')))}", class_="why")


def _between(parts: Iterable[Markup], separator: str) -> list[str]:
    """The parts with a separator between each two of them."""
    found: list[str] = []
    for part in parts:
        found += [separator, part] if found else [part]
    return found
