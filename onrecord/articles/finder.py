"""Puts the article together: text, blocks, title, byline, dateline, date, language."""

import datetime as dt
from collections.abc import Iterator

from onrecord.articles.datelines import FoundDateline
from onrecord.articles.labels import Labelled, label
from onrecord.articles.languages import ENGLISH, language_of
from onrecord.articles.pieces import Piece, piece
from onrecord.articles.published import near, resolve
from onrecord.articles.units import divide
from onrecord.records import Article, Dateline, DateSource, Published, Report, Span, content_id


def find_article(report: Report, *, reference: dt.date | None = None) -> Article:
    """Find the article in a report: its blocks, title, byline, dateline, date of publication and language.

    Plain text is kept character for character; HTML is rendered block by block, blank lines between. `reference` is
    the day up to which a dateline without a year is understood, today unless given; it is recorded where it was used.
    A field without evidence is null.
    """
    pieces: tuple[Piece, ...]
    page_date: dt.date | None = None
    title, byline, language, url = report.title, None, report.language, report.url
    if report.html is not None:
        from onrecord.articles.pages import render

        page = render(report.html, url=report.url)
        text, pieces, page_date = page.text, page.pieces, page.published
        title, byline, language, url = title or page.title, page.author, language or page.language, url or page.url
    else:
        text = report.text or ""
        pieces = tuple(piece(text, unit.start, unit.end, unit.gap) for unit in divide(text))
    labelled = label(text, pieces, title)
    written = labelled.dateline.date if labelled.dateline is not None else None
    published = resolve(
        text,
        given=report.published,
        page=page_date,
        stamp=labelled.stamp,
        dateline=written,
        lead=labelled.lead,
        reference=reference or dt.date.today(),
    )
    spoken = language_of((text[b.start : b.end] for b in labelled.blocks if b.kind.readable), language)
    return Article(
        id=content_id("article", url or "", text),
        text=text,
        blocks=labelled.blocks,
        language=spoken,
        title=labelled.title or title,
        published=published,
        dateline=_dateline(text, labelled, published),
        byline=labelled.byline or byline,
        given_id=report.given_id,
        url=url,
        source=report.source,
        origin=report.origin,
        notes=(*report.notes, *_notes(labelled, spoken)),
    )


def _notes(labelled: Labelled, language: str) -> Iterator[str]:
    """What a user must know about the article: that there is nothing to read in it, or that it is not read."""
    if not labelled.blocks:
        yield "no text was found in the page"
    elif not any(block.kind.readable for block in labelled.blocks):
        yield "only page junk was found; there is no story in it to read"
    if language != ENGLISH:
        yield f"written in another language ({language}); its parts are labelled, nothing is coded"


def _dateline(text: str, labelled: Labelled, published: Published | None) -> Dateline | None:
    """The dateline with its parts; a time stamp above the story stands in where it has none."""
    found = labelled.dateline
    if found is None:
        stamp = labelled.stamp
        return None if stamp is None else Dateline(None, stamp.date, None, stamp.span, date_span=stamp.span)
    return Dateline(
        place=_words(text, found.place),
        date=_date(found, published),
        agency=_words(text, found.agency),
        span=found.span,
        place_span=found.place,
        date_span=found.date.span if found.date is not None else None,
        agency_span=found.agency,
    )


def _date(found: FoundDateline, published: Published | None) -> dt.date | None:
    if found.date is None:
        return None
    if found.date.date is not None or published is None:
        return found.date.date
    if published.how is DateSource.DATELINE_WEEKDAY:
        return published.date
    return near(found.date, published.date)


def _words(text: str, span: Span | None) -> str | None:
    return None if span is None else " ".join(text[span[0] : span[1]].split())
