"""The whole record of one report."""

from dataclasses import dataclass, field

from onrecord.records.article import Article
from onrecord.records.findings import Actor, Event, Place, Statement, Time
from onrecord.records.parse import Parse


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the readable text was read (0 to 1), and what was left, in words."""

    read: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """What made the record: program, reading model, codebook."""

    onrecord: str
    model: str
    codebook: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One report on record. `parse` is kept for explanations; it is not part of the public JSON."""

    article: Article
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    coverage: Coverage
    version: Version
    parse: Parse | None = field(default=None, repr=False, compare=False)

    def actor(self, actor_id: str) -> Actor:
        """The actor of this id; KeyError when the reading has none."""
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)

    def to(self, name: str) -> str:
        """This reading in one of the formats that are installed: "json", "jsonl", "html", or a user's own.

        Raises UnknownFormat, which lists those that there are.
        """
        from onrecord.records.formats import render

        return render(self, name)

    def to_json(self, *, indent: int | None = None) -> str:
        """The public JSON (`docs/reference/json.md`)."""
        from onrecord.records.public import to_json

        return to_json(self, indent=indent)

    def _repr_html_(self) -> str:
        return self.to("notebook")
