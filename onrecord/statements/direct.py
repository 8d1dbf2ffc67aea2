"""Direct speech: each quotation's cue and speaker, by where the marks stand and what stands beside them.

A quotation is attributed by the words behind it ("…", said X), before it (X said: "…"), or, when it has none of its
own, to whoever spoke last, as English news is punctuated: a comma before the closing mark calls for an attribution
behind it, a comma or colon before the opening mark names one in front, a full stop on both sides means that the
speech runs on. Quotations inside a paraphrase are left to the clause that holds them and make it mixed.
"""

from dataclasses import dataclass, field

from onrecord.codebook.cues import Cue, load_cues
from onrecord.records import StatementKind
from onrecord.statements.drafts import dress, spans
from onrecord.statements.layout import (
    DASHES,
    STOPS,
    Block,
    calls_behind,
    ends_block,
    from_stop,
    is_speech,
    is_title,
    label,
    linked,
    next_speech,
    no_verb,
    read_blocks,
    signature,
    turn,
    until_stop,
)
from onrecord.statements.page import Draft, Page
from onrecord.statements.paraphrase import BEFORE_WORDS, beside, bridged, widened
from onrecord.statements.quotes import Quote
from onrecord.statements.speakers import subject

BEHIND, BEFORE, COLON, SIGNED, RUNNING, UNTOLD, TERM = 0.95, 0.9, 0.85, 0.8, 0.7, 0.3, 0.5
ATTRIBUTION_WORDS = 25  # the longest name and office before a cue
TERM_FRAMES = frozenset({"small", "as", "of", "for", "quote"})  # complements that can be a term in marks
NEAR_WORDS = 8  # words between a cue and a term in quotation marks that it governs


@dataclass(slots=True)
class Direct:
    """Attributes the quotations of a page; `drafts` begins with the clauses' and ends with all."""

    page: Page
    drafts: list[Draft]
    of_quote: dict[int, Draft] = field(default_factory=dict)
    by_cue: dict[int, Draft] = field(default_factory=dict)
    running: Draft | None = None

    def attribute(self) -> list[Draft]:
        """Attribute every quotation, in order of the text."""
        page = self.page
        self.by_cue = {draft.cue_token: draft for draft in reversed(self.drafts) if draft.cue_token is not None}
        by_end = sorted(
            (draft for draft in self.drafts if draft.cue_token is not None and page.quote_of[draft.cue_token] < 0),
            key=lambda draft: draft.cue_token or 0,
        )
        waiting = 0
        before: Block | None = None
        for block in read_blocks(page):
            for order, place in enumerate(block.quotes):
                self._quote(block, order, place, before)
            while waiting < len(by_end) and (by_end[waiting].cue_token or 0) < block.last:
                waiting += 1
            told = [draft for draft in by_end[:waiting][-1:] if (draft.cue_token or 0) >= block.first]
            own = [self.of_quote[place] for place in block.quotes if place in self.of_quote]
            last = max([*told, *own], key=lambda draft: draft.end, default=None)
            if last is not None:
                self.running = last.runs_on or last
            elif block.last > block.first:  # narrative ends a speech that runs on
                self.running = None
            before = block
        return self.drafts

    def _quote(self, block: Block, order: int, place: int, before: Block | None) -> None:
        page, quote = self.page, self.page.quote(place)
        inside = page.parse.tokens_in(quote.inner)
        if not inside:
            return
        earlier = next((one for one in reversed(block.quotes[max(0, order - 3) : order]) if one in self.of_quote), None)
        start = page.parse.tokens_in(page.quote(earlier).span).stop if earlier is not None else block.first
        marks = page.parse.tokens_in(quote.span)
        after = range(marks.stop, next_speech(page, block, order))
        behind = [index for index in after if page.quote_of[index] < 0]
        front = [index for index in range(start, marks.start) if page.quote_of[index] < 0]
        if self._inside_paraphrase(place, quote, front):
            return
        named = turn(page, inside)
        if named is not None:
            self._name(place, named, COLON, "turn of a transcript")
            self.of_quote[place].content = [(page.tokens[named[1] + 1].start, quote.inner[1])]
            return
        speech = is_speech(page, quote) and not is_title(page, quote, front)
        if quote.follows is not None and self._follow(place, quote, behind):
            return
        announced = bool(front) and page.low(front[-1]) == ":"
        first_behind = calls_behind(page, quote, behind) and not announced
        tries = [self._behind, self._in_front] if first_behind else [self._in_front, self._behind]
        for attempt in tries:
            if attempt(place, quote, speech, front, behind, earlier):
                return
        if not speech:
            return
        for named, confidence, rule in (
            (label(page, front), COLON, "label and colon"),
            (signature(page, behind), SIGNED, "signature"),
        ):
            if named is not None:
                self._name(place, named, confidence, rule)
                return
        if order == 0 and not front and before is not None and self._colon_above(place, before):
            return
        self._run_on(place, quote, front, earlier, block)

    def _inside_paraphrase(self, place: int, quote: Quote, front: list[int]) -> bool:
        """Whether a clause told by a cue outside holds this quotation and words of its own before it."""
        page = self.page
        for draft in self._near(place):
            if draft.kind is StatementKind.DIRECT or draft.cue_token is None or page.quote_of[draft.cue_token] >= 0:
                continue
            for number, (start, end) in enumerate(draft.content):
                touches = start < quote.start and end >= quote.start - 1 and end > start
                words = page.parse.tokens_in((start, min(end, quote.start)))
                own = [i for i in words if page.tokens[i].upos != "PUNCT" and page.quote_of[i] != place]
                if touches and len(own) >= BEFORE_WORDS and not (own and page.low(words.stop - 1) in (":",)):
                    draft.content[number] = (start, max(end, quote.inner[1]))
                    draft.kind = StatementKind.MIXED
                    draft.why.append("quotation in a paraphrase")
                    self.of_quote[place] = draft
                    return True
        return False

    def _near(self, place: int) -> list[Draft]:
        """The drafts whose cue is a token above a quotation's words, nearest first."""
        page, quote = self.page, self.page.quote(place)
        found: dict[int, Draft] = {}
        inside = page.parse.tokens_in(quote.inner)
        heads = [i for i in inside if page.tokens[i].head not in inside][:4]
        for head in heads:
            for count, above in enumerate(page.parse.ancestors(head)):
                if count > 24:
                    break
                if above in self.by_cue:
                    found[above] = self.by_cue[above]
                for child in page.parse.children(above, "parataxis", "advcl", "case", "obl"):
                    if child in self.by_cue:
                        found[child] = self.by_cue[child]
        return list(found.values())

    def _behind(
        self, place: int, quote: Quote, speech: bool, front: list[int], behind: list[int], earlier: int | None
    ) -> bool:
        """ "…", said X. / "…", X said."""
        page = self.page
        words = until_stop(page, behind)
        while words and page.tokens[words[0]].upos == "PUNCT" and page.low(words[0]) in (",", "”", '"', "''"):
            words = words[1:]
        if not words:
            return False
        last = page.text[quote.inner[1] - 1]
        if last == "." and not page.text[page.tokens[words[0]].start].islower() and not linked(page, words, place):
            return False
        for cue in words:
            entry = self._entry(cue)
            if entry is None:
                continue
            who, _ = subject(page, cue)
            begins = words[0] + 1
            if page.low(cue) == "according" and cue <= begins:
                return self._accept(place, cue, entry, front, BEHIND, "attribution behind")
            if who is None or page.tokens[cue].xpos == "VBG":  # "…", adding that: something more is told
                continue
            near = cue <= begins + 1 or (who is not None and page.left[who] <= begins + 1 and who < cue)
            governs = linked(page, [cue], place)
            near = near or (governs and last not in ".!?")
            plain = cue - words[0] <= ATTRIBUTION_WORDS and no_verb(page, words, cue)
            near = near or (plain and last == "," and who is not None)
            if near and (governs or (speech and "quote" in entry.frames)):
                return self._accept(place, cue, entry, front, BEHIND, "attribution behind")
        return False

    def _in_front(
        self, place: int, quote: Quote, speech: bool, front: list[int], behind: list[int], earlier: int | None
    ) -> bool:
        """X said, "…" / X said: "…" / X called him "…"."""
        page = self.page
        words = from_stop(page, front)
        if not words:
            return False
        last = page.low(words[-1])
        joins = last in (",", ":", "that") or page.tokens[words[-1]].upos in ("VERB",) or last in DASHES
        taken = self.of_quote.get(earlier) if earlier is not None else None
        if taken is not None and earlier is not None and taken.cue_token in words and last in (",", "but", "and"):
            goes_on = page.text[page.quote(earlier).inner[1] - 1] in ",—-–…" and page.text[quote.inner[0]].islower()
            if goes_on:
                return self._join(place, taken, "split quotation")
        for cue in reversed(words):
            entry = self._entry(cue)
            if entry is None:
                continue
            if taken is not None and taken.cue_token == cue:
                if last in (",", ":", ".") or joins:
                    return self._join(place, taken, "split quotation")
                return False
            governs = linked(page, [cue], place)
            between = [i for i in range(cue + 1, words[-1] + 1) if page.tokens[i].upos != "PUNCT"]
            if speech and not (joins or governs or len(between) <= 1):
                continue
            if not speech and not (
                governs and entry.frames & {"small", "as", "of", "for", "quote"} and len(between) <= NEAR_WORDS
            ):
                continue
            sourced = cue in self.by_cue and "source preposition" in self.by_cue[cue].why
            who = subject(page, cue)[0] if not sourced else cue
            if who is None and page.tokens[cue].xpos != "VBG" and not (governs and speech):
                continue
            if between and not joins and not governs:
                continue
            return self._accept(place, cue, entry, front, BEFORE if speech else TERM, "attribution in front")
        if last == ":" and speech:
            return self._colon(place, words, front)
        return False

    def _colon(self, place: int, words: list[int], front: list[int]) -> bool:
        """A sentence that ends with a colon: its main verb is the cue, whatever it is."""
        page = self.page
        for word in words:
            token = page.tokens[word]
            if token.upos != "VERB" or page.quote_of[word] >= 0 or not page.finite(word):
                continue
            who, _ = subject(page, word)
            if who is not None:
                return self._accept(place, word, None, front, COLON, "colon")
        return False

    def _colon_above(self, place: int, before: Block) -> bool:
        """A paragraph that ends with a colon and the quotation that stands below it."""
        page = self.page
        if before.last <= before.first or page.low(before.last - 1) != ":":
            return False
        front: list[int] = []
        words = from_stop(page, range(before.first, before.last))
        for cue in reversed(words):
            entry = self._entry(cue)
            if entry is not None and subject(page, cue)[0] is not None:
                return self._accept(place, cue, entry, front, COLON, "colon above")
        return self._colon(place, words, front)

    def _name(self, place: int, named: tuple[list[int], int], confidence: float, rule: str) -> None:
        """Give a quotation to the name in a label, a signature or a turn; the mark beside the name is the cue."""
        page = self.page
        names, cue = named
        draft = self._new(place, StatementKind.DIRECT, confidence, rule)
        draft.cue_token, draft.cue = cue, page.tokens[cue].span
        draft.speaker = page.phrase_head(names[0])
        if not names[0] <= draft.speaker <= names[-1]:
            draft.speaker = names[0]

    def _accept(self, place: int, cue: int, entry: Cue | None, front: list[int], confidence: float, rule: str) -> bool:
        """Give a quotation to a cue: to the draft that the cue has, or to a new one."""
        page, quote = self.page, self.page.quote(place)
        draft = self.by_cue.get(cue)
        if draft is not None and draft.kind is not StatementKind.INDIRECT:
            return self._join(place, draft, rule)
        if draft is not None and front and page.low(front[-1]) == ":" and draft.end <= page.tokens[cue].start:
            draft = None  # "The port is shut, he said: "…"" tells two things
        around = beside(page, place, cue, draft, front)
        if draft is None:
            draft = self._new(place, StatementKind.DIRECT, confidence, rule)
            draft.cue_token = cue
            draft.why = [
                f"cue:{entry.lemma if entry else page.lemma(cue)}",
                f"class:{entry.cls}" if entry else "class:by syntax",
                rule,
            ]
            dress(page, draft, entry)
            self.by_cue[cue] = draft
        else:
            draft.confidence = confidence * quote.trust
            draft.why.append(rule)
            self.of_quote[place] = draft
        if page.low(cue) == "according" and draft.speaker is None:
            draft.speaker = page.tokens[cue].head if page.tokens[cue].head >= 0 else None
        draft.kind = StatementKind.MIXED if around else StatementKind.DIRECT
        draft.content = bridged(page.text, [*around, quote.inner])
        if around:
            draft.why.append("quotation beside a paraphrase")
        return True

    def _entry(self, index: int) -> Cue | None:
        """The lexicon's entry for a token used as a cue of speech: a verb, or a source preposition found before."""
        page, draft = self.page, self.by_cue.get(index)
        if page.low(index) == "according" or (draft is not None and "source preposition" in draft.why):
            return load_cues().get(("according to", "preposition"))
        return page.cue(index) if page.tokens[index].upos in ("VERB", "AUX") else None

    def _new(self, place: int, kind: StatementKind, confidence: float, rule: str) -> Draft:
        quote = self.page.quote(place)
        draft = Draft([quote.inner], kind, confidence=confidence * quote.trust, why=[rule])
        self.drafts.append(draft)
        self.of_quote[place] = draft
        return draft

    def _join(self, place: int, draft: Draft, rule: str) -> bool:
        draft.content.append(self.page.quote(place).inner)
        if rule not in draft.why:
            draft.why.append(rule)
        self.of_quote[place] = draft
        return True

    def _follow(self, place: int, quote: Quote, behind: list[int]) -> bool:
        """A quotation that carries on one of the paragraph before: one speech, unless both have cues of their own."""
        page = self.page
        earlier = next((p for p in range(place - 1, max(-1, place - 4), -1) if page.outer[p] == quote.follows), None)
        draft = self.of_quote.get(earlier) if earlier is not None else None
        if draft is None:
            return False
        if calls_behind(page, quote, behind) and self._behind(place, quote, True, [], behind, None):
            if draft.cue_token is None:
                later = self.of_quote[place]
                later.content = [*draft.content, *later.content]
                self.drafts.remove(draft)
                for key in [key for key, value in list(self.of_quote.items())[-8:] if value is draft]:
                    self.of_quote[key] = later
            return True
        return self._join(place, draft, "carried on in a new paragraph")

    def _run_on(self, place: int, quote: Quote, front: list[int], earlier: int | None, block: Block) -> None:
        """A quotation without a cue: part of the speech before it, or that speaker's again, or nobody's."""
        page = self.page
        taken = self.of_quote.get(earlier) if earlier is not None else None
        stops = [index for index in front[:-1] if page.tokens[index].text in STOPS]
        closed = not front or page.text[page.tokens[front[-1]].end - 1] in ".!?:,…"
        if taken is not None and closed and not stops and self._only_attribution(taken, front):
            self._join(place, taken, "split quotation")
            return
        if front and not closed:
            self._in_narrative(place, quote, front)
            return
        told = self._told_in(front)
        if taken is not None and closed and told in (None, taken):
            self._join(place, taken, "speech goes on")
            return
        speaker = told or taken or (self.running if not front else None)
        whole = not front and ends_block(page, block, quote)
        if speaker is None and not whole:
            self._in_narrative(place, quote, front)
            return
        confidence, rule = (RUNNING, "running speaker") if speaker is not None else (UNTOLD, "no speaker")
        draft = self._new(place, StatementKind.DIRECT, confidence, rule)
        if speaker is not None:
            draft.runs_on = speaker.runs_on or speaker

    def _only_attribution(self, taken: Draft, front: list[int]) -> bool:
        """Whether the words between two quotations are the first one's attribution and nothing else."""
        page = self.page
        if taken.cue_token is None:
            return not any(page.tokens[index].upos in ("VERB", "AUX") for index in front)
        return taken.cue_token in front or not any(page.tokens[index].upos == "VERB" for index in front)

    def _told_in(self, front: list[int]) -> Draft | None:
        """The last draft whose cue stands in a stretch of narrative."""
        for index in reversed(front):
            if index in self.by_cue and self.by_cue[index].cue_token == index:
                return self.by_cue[index]
        return None

    def _in_narrative(self, place: int, quote: Quote, front: list[int]) -> None:
        """A quotation in the object of some verb: mixed, told by that verb's subject, when the verb is a cue."""
        page = self.page
        inside = page.parse.tokens_in(quote.inner)
        if not inside:
            return
        head = next((i for i in inside if page.tokens[i].head not in inside), inside[0])
        for count, above in enumerate(page.parse.ancestors(head)):
            if count > 6 or page.quote_of[above] >= 0:
                break
            entry = self._entry(above)
            if entry is not None and entry.cls.speech:
                if above in self.by_cue:
                    self.of_quote[place] = self.by_cue[above]
                    if self.by_cue[above].kind is StatementKind.INDIRECT:
                        self.by_cue[above].kind = StatementKind.MIXED
                    return
                child = next((c for c in page.parse.children(above) if page.left[c] <= head <= page.right[c]), head)
                content = spans(page, [(page.left[child], page.right[child])]) if child > above else [quote.inner]
                draft = self._new(place, StatementKind.MIXED, TERM, "quotation in the object")
                draft.content = widened(content, quote) or [quote.inner]
                draft.cue_token = above
                draft.why = [f"cue:{entry.lemma}", f"class:{entry.cls}", "quotation in the object"]
                dress(page, draft, entry)
                self.by_cue[above] = draft
                return
            if page.tokens[above].upos == "VERB":
                break
