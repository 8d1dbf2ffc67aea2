"""From an article and its parse to its statements."""

from onrecord.records import Article, Entities, Parse, Span, Statement, StatementKind, content_id
from onrecord.statements.chains import find_parents, own_voice
from onrecord.statements.clauses import find_clauses
from onrecord.statements.direct import Direct
from onrecord.statements.page import Draft, Page
from onrecord.statements.speakers import actors_of

PLACE_WORDS = 10  # how far behind its cue a place of speech is looked for
SHORTEST = 3  # characters of content: less is a stray mark


def find_statements(article: Article, parse: Parse, entities: Entities) -> tuple[Statement, ...]:
    """Everything that anyone is reported to have said or thought, in the order of the text.

    Spans count in `article.text`. `speakers` are ids of `entities`' actors, empty where the speaker's phrase names
    none of them or the text has no speaker; `speaker_span` is the phrase without its relative clauses. Nothing is
    raised for any text: what cannot be read is left out. Time is linear in the length of the text, but for sorting.
    """
    page = Page(article, parse, entities)
    drafts = [draft for draft in Direct(page, find_clauses(page)).attribute() if _worth(draft)]
    drafts.sort(key=lambda draft: (draft.content[0], draft.cue or (0, 0)))
    drafts = _distinct(drafts)
    drafts = _without_own_voice(page, drafts)
    parents = find_parents(drafts)
    ids = [content_id(article.id, draft.kind, draft.cue, *draft.content) for draft in drafts]
    return tuple(
        _statement(page, draft, ids[index], ids[parent] if parent is not None else None)
        for index, (draft, parent) in enumerate(zip(drafts, parents, strict=True))
    )


def _worth(draft: Draft) -> bool:
    draft.content = _tidy(draft.content)
    return sum(end - start for start, end in draft.content) >= SHORTEST


def _tidy(content: list[Span]) -> list[Span]:
    """Fragments in order, those that overlap or touch joined."""
    tidy: list[Span] = []
    for start, end in sorted(content):
        if start >= end:
            continue
        if tidy and start <= tidy[-1][1]:
            tidy[-1] = (tidy[-1][0], max(tidy[-1][1], end))
        else:
            tidy.append((start, end))
    return tidy


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Drafts less those that repeat another's content: the surer one stays."""
    best: dict[tuple[Span, ...], Draft] = {}
    for draft in drafts:
        key = tuple(draft.content)
        if key not in best or best[key].confidence < draft.confidence:
            best[key] = draft
    return [draft for draft in drafts if best[tuple(draft.content)] is draft]


def _without_own_voice(page: Page, drafts: list[Draft]) -> list[Draft]:
    parents = find_parents(drafts)
    kept = []
    for draft, parent in zip(drafts, parents, strict=True):
        if not own_voice(page, draft, drafts[parent] if parent is not None else None):
            kept.append(draft)
    return kept


def _statement(page: Page, draft: Draft, own_id: str, within: str | None) -> Statement:
    speakers: tuple[str, ...] = ()
    span: Span | None = None
    why = list(draft.why)
    source = draft.runs_on or draft
    if source.speaker is not None:
        phrase = page.span(page.phrase(source.speaker))
        speakers, rule = actors_of(page, source.speaker, phrase)
        if source is draft:
            span = phrase
            why.append(rule)
    addressee = None
    if draft.addressee is not None:
        named, _ = actors_of(page, draft.addressee, page.span(page.phrase(draft.addressee)))
        addressee = named[0] if named else None
    return Statement(
        id=own_id,
        kind=draft.kind if draft.kind is not StatementKind.INDIRECT else _kind(page, draft),
        speakers=speakers,
        speaker_span=span,
        cue=draft.cue,
        content=tuple(draft.content),
        within=within,
        addressee=addressee,
        place=_place(page, draft),
        negated=draft.negated,
        confidence=round(draft.confidence, 3),
        why=tuple(why),
    )


def _place(page: Page, draft: Draft) -> str | None:
    """The place that an "in" or "at" behind the cue names, before any content: "said in Oslo".

    By order, for trees often hang such a phrase on a verb of the quotation.
    """
    if draft.cue_token is None:
        return None
    placed = False
    for index in range(draft.cue_token + 1, min(draft.cue_token + 1 + PLACE_WORDS, len(page.tokens))):
        token = page.tokens[index]
        content = any(start <= token.start < end for start, end in draft.content)
        if content or token.upos in ("PUNCT", "VERB", "SCONJ"):
            return None
        if token.upos == "ADP":
            placed = page.low(index) in ("in", "at", "from")
        elif placed and token.start in page.places:
            return page.places[token.start]
    return None


def _kind(page: Page, draft: Draft) -> StatementKind:
    """Mixed where some of an indirect statement's words stand in quotation marks that its cue stands outside of."""
    inside_cue = page.quote_of[draft.cue_token] if draft.cue_token is not None else -1
    for span in draft.content:
        for index in page.parse.tokens_in(span):
            if page.quote_of[index] >= 0 and page.quote_of[index] != inside_cue:
                return StatementKind.MIXED
    return StatementKind.INDIRECT
