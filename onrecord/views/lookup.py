"""Finds the records of a reading by id, and says their fields in words. What a view prints, it asks here."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.pipeline import READ_LANGUAGE
from onrecord.records import (
    Actor,
    ActorKind,
    DateSource,
    Event,
    EventDate,
    Place,
    Precision,
    Published,
    Reading,
    Span,
    Statement,
)
from onrecord.views.visible import one_line

NOBODY = "somebody not named"
OUTLET = "the outlet's own word"

_FOUND = {
    DateSource.GIVEN: "as given by the user or the source",
    DateSource.PAGE: "stated by the page",
    DateSource.DATELINE: "from the dateline",
    DateSource.DATELINE_WEEKDAY: "from the dateline; the year in which its weekday fits",
}
_PLACE_PRECISION = {1: "a point or city", 2: "a region", 3: "a country or wider"}


@dataclass(frozen=True, slots=True)
class Told:
    """An event and its repeats later in the report."""

    event: Event
    again: tuple[Event, ...]


class Lookup:
    """A reading, with its records by id. Ids that it does not know are shown as they are."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.actors: dict[str, Actor] = {actor.id: actor for actor in reading.actors}
        self.places: dict[str, Place] = {place.id: place for place in reading.places}
        self.statements: dict[str, Statement] = {one.id: one for one in reading.statements}
        self.events: dict[str, Event] = {event.id: event for event in reading.events}
        self._numbers = {one.id: number for number, one in enumerate(reading.statements, 1)}

    def words(self, span: Span) -> str:
        """The report's words at a span, on one line."""
        return one_line(self.text[span[0] : span[1]])

    def name(self, actor_id: str) -> str:
        """An actor's name."""
        actor = self.actors.get(actor_id)
        return one_line(actor.name if actor else actor_id)

    def names(self, actor_ids: Iterable[str]) -> str:
        """Several actors' names, joined; empty for none."""
        return joined([self.name(actor_id) for actor_id in actor_ids])

    def place(self, place_id: str) -> str:
        """A place's name."""
        place = self.places.get(place_id)
        return one_line(place.name if place else place_id)

    def number(self, statement_id: str) -> int | None:
        """A statement's number in the order of the reading, from 1; null for an id that is not in it."""
        return self._numbers.get(statement_id)

    def speakers(self, statement: Statement) -> str:
        """Who makes a statement: the actors' names, else the words that stand for the speaker."""
        if statement.speakers:
            return self.names(statement.speakers)
        return self.words(statement.speaker_span) if statement.speaker_span else NOBODY

    def content(self, statement: Statement) -> str:
        """What is said, in the report's words; fragments are joined by an ellipsis."""
        return " … ".join(self.words(span) for span in statement.content)

    @property
    def coded(self) -> bool:
        """Whether the report was read at all, or only its blocks labelled."""
        reading = self.reading
        return bool(reading.coverage.read or reading.actors or reading.statements or reading.events)

    @property
    def not_coded(self) -> str:
        """What to tell the user of a report that is labelled only; empty for one that was read."""
        if self.coded:
            return ""
        language = self.reading.article.language
        if language != READ_LANGUAGE:
            return (
                f"not coded: it is written in another language ({language}) than the one that is read ({READ_LANGUAGE})"
            )
        return "not coded: there is no text in it that a report is made of"

    def parties(self, event: Event) -> str:
        """Who did it, and to whom."""
        actors = self.names(event.actors) or NOBODY
        return f"{actors} → {self.names(event.recipients)}" if event.recipients else actors

    def times(self) -> dict[tuple[str, str], list[Span]]:
        """The spans of times by their words and their meaning ("Tuesday", "DATE 2024-06-04"), in order."""
        found: dict[tuple[str, str], list[Span]] = {}
        for time in self.reading.times:
            found.setdefault((self.words(time.span), f"{time.type} {time.value}"), []).append(time.span)
        return found

    def on_whose_word(self, event: Event) -> str:
        """Who vouches for an event: the speakers it belongs to, or the outlet itself."""
        if event.attributed_to:
            return f"the word of {self.names(event.attributed_to)}"
        statement = self.statements.get(event.statement or "")
        return f"the word of {self.speakers(statement)}" if statement else OUTLET

    def told(self) -> list[Told]:
        """The events in order, each with its repeats; every event of the reading is in it once."""
        firsts: dict[str, Event] = {}
        again: dict[str, list[Event]] = {}
        for event in self.reading.events:
            first = firsts.get(event.same_as or "")
            firsts.setdefault(event.id, first or event)
            if first is None:
                again.setdefault(event.id, [])
            else:
                again[first.id].append(event)
        return [Told(self.events[first], tuple(repeats)) for first, repeats in again.items()]


def joined(words: list[str]) -> str:
    """Words as a list in a sentence: "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun: "1 mention", "2 mentions", "1,200 stories"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def how_found(published: Published) -> str:
    """How a date of publication was found, and up to which day a missing year was looked for."""
    found = _FOUND[published.how]
    return f"{found}, up to {published.reference}" if published.reference else found


def code(event: Event) -> str:
    """An event's type and mode: "CONSULT/visit"."""
    return f"{event.type}/{event.mode}" if event.mode else event.type


def when(date: EventDate) -> str:
    """An event's date, with its precision where that is not plain from the value; empty when unknown."""
    if date.value is None:
        return ""
    return f"{date.value} (interval)" if date.precision is Precision.INTERVAL else date.value


def described(actor: Actor) -> list[str]:
    """What the report says of an actor: kind (where it is not plain), role, country and sector."""
    plain = actor.kind is ActorKind.PERSON and actor.role is not None
    known = ["" if plain else str(actor.kind), one_line(actor.role or ""), actor.country or "", actor.sector or ""]
    return [words for words in known if words]


def where(place: Place) -> str:
    """What is known of a place: country, precision, and latitude and longitude in degrees."""
    known = [place.country or "", _PLACE_PRECISION.get(place.precision, "")]
    if place.lat is not None and place.lon is not None:
        known.append(f"{place.lat:.2f}, {place.lon:.2f}")
    return ", ".join(words for words in known if words)
