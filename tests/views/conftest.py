"""A reading made by hand over an invented report: every kind of block, mention, statement and status, and overlaps.

`UPDATE_SNAPSHOTS=1 pytest tests/views` writes the snapshots anew; look at the difference before committing it.
"""

import datetime as dt
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.records import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Coverage,
    Dateline,
    DateSource,
    Event,
    EventDate,
    How,
    Mention,
    Place,
    Precision,
    Published,
    Reading,
    Span,
    Statement,
    StatementKind,
    Status,
    Time,
    TimeType,
    Version,
)

SNAPSHOTS = Path(__file__).parent / "snapshots"

TEXT = """Advertisement

Herring boats return as Norway and Iceland sign harbour truce

By Tom Field

Fishing boats leave the port of Vardo on Monday. Photo by Nils Aas

VARDO, June 4 (Northern Wire) -- Norwegian Foreign Minister Ada Brandt met Iceland's envoy, Jonas Weyl, in Vardo on \
Tuesday, and both ministers signed a truce over the herring grounds.

"We have stopped seizing boats," Brandt told reporters.

Advertisement

Read more: Ten harbours to see before summer

Weyl said Brandt had assured him that "no patrol will fire again". Both ministers said the ban would be lifted in July.

Iceland denied that it had sunk a trawler in May, and warned it would close the strait if patrols return.

What comes next

A coast guard spokesman, Ren 渡辺, said <b>no</b> ship [red]had[/red] blocked the port since the siege of 1976.

Correction: An earlier version misspelt the name of the port.

Terms of use | Contact us
"""

KINDS = (
    BlockKind.RESIDUE,
    BlockKind.TITLE,
    BlockKind.BYLINE,
    BlockKind.CAPTION,
    BlockKind.PARAGRAPH,  # the dateline is cut off it below
    BlockKind.PARAGRAPH,
    BlockKind.RESIDUE,
    BlockKind.RESIDUE,
    BlockKind.PARAGRAPH,
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.CORRECTION,
    BlockKind.RESIDUE,
)
NO_DATE = EventDate(None, Precision.UNKNOWN, None)
DATELINE = "VARDO, June 4 (Northern Wire) --"


def at(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """The characters of the nth place where these words stand."""
    start = [match.start() for match in re.finditer(re.escape(words), text)][nth]
    return (start, start + len(words))


def blocks(text: str = TEXT) -> tuple[Block, ...]:
    found = []
    for kind, match in zip(KINDS, re.finditer(r"\S[^\n]*", text), strict=True):
        start = match.start()
        if match.group().startswith(DATELINE):
            found.append(Block(BlockKind.DATELINE, start, start + len(DATELINE), "dateline"))
            start += len(DATELINE) + 1
        found.append(Block(kind, start, match.end(), "made by hand"))
    return tuple(found)


def mention(words: str, nth: int = 0, how: How = How.NAME) -> Mention:
    return Mention(*at(words, nth), how)


def article() -> Article:
    return Article(
        id="00aa11bb22cc33dd",
        text=TEXT,
        blocks=blocks(),
        title="Herring boats return as Norway and Iceland sign harbour truce",
        published=Published(dt.date(2024, 6, 4), DateSource.DATELINE_WEEKDAY, dt.date(2024, 12, 31), at("June 4")),
        dateline=Dateline(
            "VARDO",
            dt.date(2024, 6, 4),
            "Northern Wire",
            at(DATELINE),
            at("VARDO"),
            at("June 4"),
            at("Northern Wire"),
        ),
        byline="By Tom Field",
        origin="truce.txt",
    )


def actors() -> tuple[Actor, ...]:
    both = (mention("both ministers", how=How.DESCRIPTION), mention("Both ministers", how=How.DESCRIPTION))
    return (
        Actor(
            "actor-norway",
            "Norway",
            ActorKind.COUNTRY,
            country="NOR",
            mentions=(mention("Norway"), mention("Norwegian")),
            evidence={"country": at("Norway")},
        ),
        Actor(
            "actor-iceland",
            "Iceland",
            ActorKind.COUNTRY,
            country="ISL",
            mentions=(
                mention("Iceland"),
                mention("Iceland", 1),
                mention("Iceland", 2),
                Mention(at("it had")[0], at("it had")[0] + 2, How.PRONOUN),
            ),
            evidence={"country": at("Iceland")},
        ),
        Actor(
            "actor-brandt",
            "Ada Brandt",
            ActorKind.PERSON,
            country="NOR",
            sector="GOV",
            role="Foreign Minister",
            mentions=(
                mention("Foreign Minister Ada Brandt", how=How.TITLE),
                both[0],
                mention("Brandt", 1),
                mention("Brandt", 2),
                both[1],
            ),
            evidence={"country": at("Norwegian"), "role": at("Foreign Minister"), "sector": at("Foreign Minister")},
            why=("title before a name",),
        ),
        Actor(
            "actor-weyl",
            "Jonas Weyl",
            ActorKind.PERSON,
            country="ISL",
            role="envoy",
            mentions=(mention("Jonas Weyl"), both[0], mention("Weyl", 1), mention("him", 0, How.PRONOUN), both[1]),
            evidence={"country": at("Iceland", 1), "role": at("envoy")},
        ),
        Actor(
            "actor-ren",
            "Ren 渡辺",
            ActorKind.PERSON,
            sector="MIL",
            role="coast guard spokesman",
            mentions=(mention("Ren 渡辺"),),
            evidence={"role": at("coast guard spokesman"), "sector": at("coast guard")},
        ),
    )


def statements() -> tuple[Statement, ...]:
    return (
        Statement(
            "statement-1",
            StatementKind.DIRECT,
            ("actor-brandt",),
            at("Brandt", 1),
            at("told"),
            (at("We have stopped seizing boats"),),
            confidence=0.95,
            why=("cue told (neutral)", "quotation marks"),
        ),
        Statement(
            "statement-2",
            StatementKind.INDIRECT,
            ("actor-weyl",),
            at("Weyl", 1),
            at("said"),
            (at('Brandt had assured him that "no patrol will fire again"'),),
            confidence=0.9,
        ),
        Statement(
            "statement-3",
            StatementKind.MIXED,
            ("actor-brandt",),
            at("Brandt", 2),
            at("assured"),
            (at("no patrol will fire again"),),
            within="statement-2",
            addressee="actor-weyl",
            confidence=0.8,
        ),
        Statement(
            "statement-4",
            StatementKind.INDIRECT,
            ("actor-brandt", "actor-weyl"),
            at("Both ministers"),
            at("said", 1),
            (at("the ban would be lifted in July"),),
            date=dt.date(2024, 6, 4),
            place="place-vardo",
        ),
        Statement(
            "statement-5",
            StatementKind.INDIRECT,
            ("actor-iceland",),
            at("Iceland", 2),
            at("denied"),
            (at("it had sunk a trawler in May"),),
            negated=True,
        ),
        Statement(
            "statement-6",
            StatementKind.INDIRECT,
            (),
            None,
            None,
            (at("it would close the strait"), at("patrols return")),
        ),
    )


def event(
    number: int,
    type: str,
    trigger: str,
    sentence: Span,
    *,
    nth: int = 0,
    mode: str | None = None,
    contexts: tuple[str, ...] = (),
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
    status: Status = Status.ACTUAL,
    attributed_to: tuple[str, ...] = (),
    statement: str | None = None,
    date: EventDate = NO_DATE,
    place: str | None = None,
    quad: int = 1,
    same_as: str | None = None,
) -> Event:
    return Event(
        f"event-{number}",
        type,
        mode,
        contexts,
        actors,
        recipients,
        at(trigger, nth),
        sentence,
        status,
        attributed_to,
        statement,
        date,
        place,
        quad,
        1.0,
        None,
        0.8,
        same_as,
        (f"frame {trigger}", "subject and object"),
    )


def events() -> tuple[Event, ...]:
    both = ("actor-brandt", "actor-weyl")
    tuesday = EventDate("2024-06-04", Precision.DAY, at("Tuesday"))
    may = EventDate("2024-05", Precision.MONTH, at("May"))
    lead = (at("Norwegian")[0], at("herring grounds.")[1])
    denial = (at("Iceland denied")[0], at("patrols return.")[1])
    siege = (at("A coast guard")[0], at("1976.")[1])
    title = at("Herring boats return as Norway and Iceland sign harbour truce")
    countries = ("actor-norway", "actor-iceland")
    return (
        event(1, "AGREE", "sign", title, actors=countries),
        event(2, "CONSULT", "met", lead, mode="visit", actors=both, date=tuesday, place="place-vardo"),
        event(
            3,
            "AGREE",
            "signed a truce",
            lead,
            contexts=("environment",),
            actors=both,
            date=tuesday,
            same_as="event-1",
        ),
        event(
            4,
            "COERCE",
            "seizing",
            at('"We have stopped seizing boats," Brandt told reporters.'),
            mode="seize",
            actors=("actor-norway",),
            recipients=("actor-iceland",),
            status=Status.NEGATED,
            attributed_to=("actor-brandt",),
            statement="statement-1",
            quad=4,
        ),
        event(
            5,
            "CONCEDE",
            "lifted",
            at("Both ministers said the ban would be lifted in July."),
            actors=both,
            status=Status.FUTURE,
            attributed_to=both,
            statement="statement-4",
            date=EventDate("2024-07", Precision.MONTH, at("July")),
        ),
        event(
            6,
            "ASSAULT",
            "sunk",
            denial,
            actors=("actor-iceland",),
            status=Status.NEGATED,
            attributed_to=("actor-iceland",),
            statement="statement-5",
            date=may,
            quad=4,
        ),
        event(
            7,
            "THREATEN",
            "close",
            denial,
            mode="restrict",
            actors=("actor-iceland",),
            recipients=("actor-norway",),
            status=Status.HYPOTHETICAL,
            attributed_to=("actor-iceland",),
            statement="statement-6",
            quad=3,
        ),
        event(
            8,
            "ASSAULT",
            "siege",
            siege,
            status=Status.HISTORICAL,
            date=EventDate("1976", Precision.YEAR, at("1976")),
            quad=4,
        ),
    )


@pytest.fixture(scope="session")
def reading() -> Reading:
    """The whole of it."""
    vardo = Place(
        "place-vardo", "Vardo", "NOR", 70.37, 31.11, 1, (mention("Vardo"), mention("VARDO"), mention("Vardo", 1))
    )
    times = (
        Time(*at("Monday"), TimeType.DATE, "2024-06-03", "weekday before the report"),
        Time(*at("Tuesday"), TimeType.DATE, "2024-06-04", "weekday of the report"),
        Time(*at("July"), TimeType.DATE, "2024-07", "next month of this name"),
        Time(*at("May"), TimeType.DATE, "2024-05", "last month of this name"),
        Time(*at("1976"), TimeType.DATE, "1976", "year"),
    )
    return Reading(
        article(),
        actors(),
        (vardo,),
        times,
        statements(),
        events(),
        Coverage(0.97, ("1 sentence longer than the window was read in parts",)),
        Version("0.1.0", "model-of-the-test", "codebook-of-test"),
    )


@pytest.fixture
def same_as_snapshot() -> Callable[[str, str], None]:
    """Compare a text with the snapshot of this name, or renew it."""

    def compare(name: str, text: str) -> None:
        path = SNAPSHOTS / name
        if os.environ.get("UPDATE_SNAPSHOTS"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8"), "run UPDATE_SNAPSHOTS=1 pytest tests/views if this is meant"

    return compare
