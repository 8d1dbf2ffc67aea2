"""The nouns: frozen, slotted, typed dataclasses for everything that passes between stages or is stored.

`article` holds what came in and its blocks, `parse` what the model sees, `findings` what is put on record, `reading`
the whole of one report, `public` the JSON that users get, `spans` how records point at evidence and get their ids.
"""

from onrecord.records.article import Article, Block, BlockKind, Dateline, DateSource, Published, Report
from onrecord.records.findings import (
    Actor,
    ActorKind,
    Entities,
    Event,
    EventDate,
    How,
    Mention,
    Place,
    Precision,
    Statement,
    StatementKind,
    Status,
    Time,
    TimeType,
)
from onrecord.records.parse import ROOT, Name, Parse, Sentence, Token
from onrecord.records.reading import Coverage, Reading, Version
from onrecord.records.spans import Span, content_id, covers, inside_any, overlap

__all__ = [
    "ROOT",
    "Actor",
    "ActorKind",
    "Article",
    "Block",
    "BlockKind",
    "Coverage",
    "DateSource",
    "Dateline",
    "Entities",
    "Event",
    "EventDate",
    "How",
    "Mention",
    "Name",
    "Parse",
    "Place",
    "Precision",
    "Published",
    "Reading",
    "Report",
    "Sentence",
    "Span",
    "Statement",
    "StatementKind",
    "Status",
    "Time",
    "TimeType",
    "Token",
    "Version",
    "content_id",
    "covers",
    "inside_any",
    "overlap",
]
