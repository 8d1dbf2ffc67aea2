"""Direct speech: each quotation's cue and speaker, by where the marks stand and what stands beside them.

A quotation is attributed by the words behind it ("…", said X), before it (X said: "…"), or, when it has none of its
own, to whoever spoke last, as English news is punctuated: a comma before the closing mark calls for an attribution
behind it, a comma or colon before the opening mark names one in front, a full stop on both sides means that the
speech runs on. Quotations inside a paraphrase are left to the clause that holds them and make it mixed.
"""

from dataclasses import dataclass, field

from onrecord.codebook.cues import Cue, load_cues
from onrecord.records import BlockKind, Span, StatementKind
from onrecord.statements.clauses import dress, spans
from onrecord.statements.page import Draft, Page
from onrecord.statements.quotes import SURE, Quote
from onrecord.statements.speakers import subject

SPEECH_WORDS = 5  # a quotation of fewer words, without a stop or a verb, is a term or a title unless a cue governs it
BEFORE_WORDS = 2  # so many unquoted words of content in front of a quotation make the statement mixed
SIGNATURE_WORDS = 14  # the longest "— Name, office" that signs a quotation
BEHIND, BEFORE, COLON, SIGNED, RUNNING, UNTOLD, TERM = 0.95, 0.9, 0.85, 0.8, 0.7, 0.3, 0.5
TITLE_WORDS = 8
NEAR_WORDS = 8  # words between a cue and a term in quotation marks that it governs
_DASHES = frozenset({"—", "―", "–", "--", "-", "~"})
_STOPS = frozenset({".", "!", "?", ";", "...", "…"})
_LABEL_WORDS = 6


@dataclass(slots=True)
class _Block:
    """One block: its quotes by place, its tokens `[first, last)`."""

    quotes: list[int]
    first: int
    last: int
    kind: BlockKind


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
        before: _Block | None = None
        for block in _blocks(page):
            for order, place in enumerate(block.quotes):
                self._quote(block, order, place, before)
            while waiting < len(by_end) and (by_end[waiting].cue_token or 0) < block.last:
                waiting += 1
            told = [draft for draft in by_end[:waiting][-1:] if (draft.cue_token or 0) >= block.first]
            own = [self.of_quote[place] for place in block.quotes if place in self.of_quote]
            last = max([*told, *own], key=lambda draft: draft.end, default=None)
            self.running = last.runs_on or last if last is not None else (self.running if not _narrates(block) else None)
            before = block
        return self.drafts

    def _quote(self, block: _Block, order: int, place: int, before: _Block | None) -> None:
        page, quote = self.page, self.page.quote(place)
        inside = page.parse.tokens_in(quote.inner)
        if not inside:
            return
        earlier = next((one for one in reversed(block.quotes[max(0, order - 3) : order]) if one in self.of_quote), None)
        start = page.parse.tokens_in(page.quote(earlier).span).stop if earlier is not None else block.first
        marks = page.parse.tokens_in(quote.span)
        behind = range(marks.stop, self._next_start(block, order))
        front = [index for index in range(start, marks.start) if page.quote_of[index] < 0]
        if self._inside_paraphrase(place, quote, front):
            return
        if self._transcript(place, inside):
            return
        speech = is_speech(page, quote) and not self._is_title(quote, front)
        if quote.follows is not None and self._follow(place, quote, behind):
            return
        first_behind = self._calls_behind(quote, behind)
        tries = [self._behind, self._in_front] if first_behind else [self._in_front, self._behind]
        for attempt in tries:
            if attempt(place, quote, speech, front, behind, earlier):
                return
        if not speech:
            return
        if self._label(place, quote, front) or self._signature(place, quote, behind):
            return
        if order == 0 and not front and before is not None and self._colon_above(place, before):
            return
        self._run_on(place, quote, front, earlier, block)

    def _transcript(self, place: int, inside: range) -> bool:
        """A quoted transcript: a name in capitals and a colon begin each turn ("SMITH: …")."""
        page = self.page
        colon = next((i for i in inside[: _LABEL_WORDS + 1] if page.low(i) == ":"), None)
        if colon is None or colon == inside.start:
            return False
        label = page.text[page.tokens[inside.start].start : page.tokens[colon].start]
        if not label.isupper() or colon + 1 >= inside.stop:
            return False
        self._name(place, list(range(inside.start, colon)), colon, COLON, "turn of a transcript")
        self.of_quote[place].content = [(page.tokens[colon + 1].start, page.quote(place).inner[1])]
        return True

    def _is_title(self, quote: Quote, front: list[int]) -> bool:
        """Whether a quotation is the title of a work or of a section: capitals on its words, and no pause before it
        or nothing but itself in its block."""
        page = self.page
        words = [i for i in page.parse.tokens_in(quote.inner) if page.tokens[i].upos != "PUNCT"]
        block = page.article.blocks[page.block_numbers[quote.block]]
        alone = block.start == quote.start and block.end == quote.end
        if len(words) > TITLE_WORDS or not (alone or front and page.tokens[front[-1]].upos in ("ADP", "NOUN", "DET")):
            return False
        capital = [i for i in words if page.tokens[i].text[:1].isupper() or page.tokens[i].upos in ("ADP", "DET", "CCONJ")]
        return len(words) > 1 and len(capital) == len(words)

    def _next_start(self, block: _Block, order: int) -> int:
        if order + 1 < len(block.quotes):
            return self.page.parse.tokens_in(self.page.quote(block.quotes[order + 1]).span).start
        return block.last

    def _inside_paraphrase(self, place: int, quote: Quote, front: list[int]) -> bool:
        """Whether a clause told by a cue outside holds this quotation and words of its own before it."""
        page = self.page
        for draft in self._near(place):
            if draft.cue_token is None or page.quote_of[draft.cue_token] >= 0:
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

    def _calls_behind(self, quote: Quote, behind: range) -> bool:
        """Whether the punctuation at a quotation's end calls for an attribution behind it."""
        last = self.page.text[quote.inner[1] - 1]
        if last in ",—-–":
            return True
        return bool(behind) and self.page.text[quote.end : quote.end + 1] == ","

    def _behind(
        self, place: int, quote: Quote, speech: bool, front: list[int], behind: range, earlier: int | None
    ) -> bool:
        """ "…", said X. / "…", X said."""
        page = self.page
        words = _until_stop(page, behind)
        while words and page.tokens[words[0]].upos == "PUNCT" and page.low(words[0]) in (",", "”", '"', "''"):
            words = words[1:]
        if not words:
            return False
        last = page.text[quote.inner[1] - 1]
        if last == "." and not page.text[page.tokens[words[0]].start].islower() and not self._linked(words, place):
            return False
        for cue in words:
            entry = _cue(page, cue)
            if entry is None:
                continue
            who, rule = subject(page, cue)
            begins = words[0] + 1
            if page.low(cue) == "according" and cue <= begins:
                return self._accept(place, cue, entry, front, BEHIND, "attribution behind")
            if who is None and page.tokens[cue].xpos != "VBG":
                continue
            near = cue <= begins + 1 or (who is not None and page.left[who] <= begins + 1 and who < cue)
            near = near or (bool(self._linked([cue], place)) and last not in ".!?")
            linked = self._linked([cue], place)
            if near and (linked or (speech and "quote" in entry.frames)):
                return self._accept(place, cue, entry, front, BEHIND, "attribution behind")
        return False

    def _linked(self, words: "range | list[int]", place: int) -> bool:
        """Whether one of these words governs the quotation, or hangs on it as a parenthesis."""
        page = self.page
        for word in words:
            if page.tokens[word].upos not in ("VERB", "AUX"):
                continue
            head = page.tokens[word].head
            if head >= 0 and page.quote_of[head] == place:
                return True
            if any(page.quote_of[child] == place for child in page.parse.children(word, "ccomp", "parataxis", "obj", "xcomp")):
                return True
        return False

    def _in_front(
        self, place: int, quote: Quote, speech: bool, front: list[int], behind: range, earlier: int | None
    ) -> bool:
        """X said, "…" / X said: "…" / X called him "…"."""
        page = self.page
        words = _from_stop(page, front)
        if not words:
            return False
        last = page.low(words[-1])
        joins = last in (",", ":", "that") or page.tokens[words[-1]].upos in ("VERB",) or last in _DASHES
        taken = self.of_quote.get(earlier) if earlier is not None else None
        if taken is not None and earlier is not None and taken.cue_token in words and last in (",", "but", "and"):
            if page.text[page.quote(earlier).inner[1] - 1] in ",—-–…" and page.text[quote.inner[0]].islower():
                return self._join(place, taken, "split quotation")
        for cue in reversed(words):
            entry = _cue(page, cue)
            if entry is None:
                continue
            if taken is not None and taken.cue_token == cue:
                if last in (",", ":", ".") or joins:
                    return self._join(place, taken, "split quotation")
                return False
            linked = self._linked([cue], place)
            between = [i for i in range(cue + 1, words[-1] + 1) if page.tokens[i].upos != "PUNCT"]
            if speech and not (joins or linked or len(between) <= 1):
                continue
            if not speech and not (linked and entry.frames & {"small", "as", "quote"} and len(between) <= NEAR_WORDS):
                continue
            who, _ = subject(page, cue)
            if who is None and page.tokens[cue].xpos != "VBG" and not linked:
                continue
            if between and not joins and not linked:
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
            who, rule = subject(page, word)
            if who is not None:
                return self._accept(place, word, None, front, COLON, "colon")
        return False

    def _colon_above(self, place: int, before: _Block) -> bool:
        """A paragraph that ends with a colon and the quotation that stands below it."""
        page = self.page
        if before.last <= before.first or page.low(before.last - 1) != ":":
            return False
        front: list[int] = []
        words = _from_stop(page, range(before.first, before.last))
        for cue in reversed(words):
            entry = _cue(page, cue)
            if entry is not None and subject(page, cue)[0] is not None:
                return self._accept(place, cue, entry, front, COLON, "colon above")
        return self._colon(place, words, front)

    def _label(self, place: int, quote: Quote, front: list[int]) -> bool:
        """Blinken: "…"."""
        page = self.page
        words = _from_stop(page, front)
        if len(words) < 2 or page.low(words[-1]) != ":" or len(words) > _LABEL_WORDS + 1:
            return False
        if any(page.tokens[word].upos in ("VERB", "AUX") for word in words):
            return False
        return self._name(place, words[:-1], words[-1], COLON, "label and colon")

    def _signature(self, place: int, quote: Quote, behind: range) -> bool:
        """ "…" — Name, office."""
        page = self.page
        words = _until_stop(page, behind)
        if len(words) < 2 or page.tokens[words[0]].text not in _DASHES or len(words) > SIGNATURE_WORDS:
            return False
        if not page.is_nominal(words[1]) or any(page.tokens[word].upos == "VERB" for word in words):
            return False
        return self._name(place, list(words[1:]), words[0], SIGNED, "signature")

    def _name(self, place: int, words: list[int], cue: int, confidence: float, rule: str) -> bool:
        page = self.page
        names = [word for word in words if page.is_nominal(word)]
        if not names:
            return False
        draft = self._new(place, StatementKind.DIRECT, confidence, rule)
        draft.cue_token, draft.cue = cue, page.tokens[cue].span
        draft.speaker = page.phrase_head(names[0])
        if not words[0] <= draft.speaker <= words[-1]:
            draft.speaker = names[0]
        return True

    def _accept(
        self, place: int, cue: int, entry: Cue | None, front: list[int], confidence: float, rule: str
    ) -> bool:
        """Give a quotation to a cue: to the draft that the cue has, or to a new one."""
        page, quote = self.page, self.page.quote(place)
        draft = self.by_cue.get(cue)
        if draft is not None and draft.kind is not StatementKind.INDIRECT:
            return self._join(place, draft, rule)
        beside = self._beside(place, cue, draft, front, rule)
        if draft is None:
            draft = self._new(place, StatementKind.DIRECT, confidence, rule)
            draft.cue_token = cue
            draft.why = [f"cue:{page.lemma(cue)}", f"class:{entry.cls}" if entry else "class:by syntax", rule]
            dress(page, draft, entry)
            self.by_cue[cue] = draft
        else:
            draft.confidence = confidence * quote.trust
            draft.why.append(rule)
            self.of_quote[place] = draft
        if page.low(cue) == "according" and draft.speaker is None:
            draft.speaker = page.tokens[cue].head if page.tokens[cue].head >= 0 else None
        draft.kind = StatementKind.MIXED if beside else StatementKind.DIRECT
        draft.content = _bridged(page.text, [*beside, quote.inner])
        if beside:
            draft.why.append("quotation beside a paraphrase")
        return True

    def _beside(self, place: int, cue: int, draft: Draft | None, front: list[int], rule: str) -> list[Span]:
        """Words of the content that stand outside a quotation's marks: 'said the "open" border was closed'."""
        page, quote = self.page, self.page.quote(place)
        marks = page.parse.tokens_in(quote.span)
        region = list(draft.content) if draft is not None else self._governed(place, cue)
        found: list[Span] = []
        near = front[-1] if front else -1
        if near >= 0 and near == marks.start - 1 and page.tokens[near].upos != "PUNCT":
            words = [i for i in _from_stop(page, front) if i > cue] if cue < marks.start else _from_stop(page, front)
            if cue < marks.start:
                held = [i for i in words if _within(region, page.tokens[i].span)]
                lower = page.text[quote.inner[0]].islower()
                words = held or (self._after_circumstances(cue, words) if lower else [])
            if words and words[-1] == near and page.low(near) not in ("that", "to") and near != cue:
                found.append((page.tokens[words[0]].start, page.tokens[near].end))
        if cue < marks.start and draft is not None:
            found.extend(
                (start, end) for start, end in draft.content
                if end <= page.tokens[cue].start and self._own_words((start, end)) >= BEFORE_WORDS
            )  # fmt: skip
        behind = marks.stop
        if behind >= len(page.tokens) or page.tokens[behind].upos == "PUNCT" or page.text[quote.inner[1] - 1] in ",.!?":
            return found
        if cue < marks.start:
            last = behind - 1
            while last + 1 < len(page.tokens) and _within(region, page.tokens[last + 1].span):
                last += 1
        else:
            who, _ = subject(page, cue)
            last = (min(cue, page.left[who]) if who is not None else cue) - 1
        while last >= behind and page.tokens[last].upos == "PUNCT":
            last -= 1
        comma = last + 1 < len(page.tokens) and page.tokens[last + 1].upos == "PUNCT"
        if last >= behind and (cue < marks.start or comma):
            found.append((page.tokens[behind].start, page.tokens[last].end))
        return found

    def _after_circumstances(self, cue: int, words: list[int]) -> list[int]:
        """The words between a cue and a fragment in marks, less whom it is told to, by whom, and where."""
        page = self.page
        if not words:
            return []
        apart = [c for c in page.parse.children(cue) if c > cue and page.tokens[c].rel in ("obj", "iobj", "obl", "nsubj", "advmod")]
        last = max((page.right[child] for child in apart if page.right[child] < words[-1]), default=-1)
        return [i for i in words if i > last]

    def _governed(self, place: int, cue: int) -> list[Span]:
        """The characters of the cue's dependent that holds a quotation."""
        page = self.page
        inside = page.parse.tokens_in(page.quote(place).inner)
        head = next((i for i in inside if page.tokens[i].head not in inside), inside[0])
        for child in page.parse.children(cue):
            if page.left[child] <= head <= page.right[child]:
                return [page.span((page.left[child], page.right[child]))]
        return []

    def _own_words(self, span: Span) -> int:
        """How many words of a stretch stand outside quotation marks."""
        page = self.page
        return sum(1 for i in page.parse.tokens_in(span) if page.quote_of[i] < 0 and page.tokens[i].upos != "PUNCT")

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

    def _follow(self, place: int, quote: Quote, behind: range) -> bool:
        """A quotation that carries on one of the paragraph before: one speech, unless it has a cue and that had none."""
        page = self.page
        earlier = next((p for p in range(place - 1, max(-1, place - 4), -1) if page.outer[p] == quote.follows), None)
        draft = self.of_quote.get(earlier) if earlier is not None else None
        if draft is None:
            return False
        if self._calls_behind(quote, behind) and self._behind(place, quote, True, [], behind, None):
            if draft.cue_token is None:
                later = self.of_quote[place]
                later.content = [*draft.content, *later.content]
                self.drafts.remove(draft)
                for key in [key for key, value in list(self.of_quote.items())[-8:] if value is draft]:
                    self.of_quote[key] = later
            return True
        return self._join(place, draft, "carried on in a new paragraph")

    def _run_on(self, place: int, quote: Quote, front: list[int], earlier: int | None, block: _Block) -> None:
        """A quotation without a cue: part of the speech before it, or that speaker's again, or nobody's."""
        page = self.page
        taken = self.of_quote.get(earlier) if earlier is not None else None
        stops = [index for index in front[:-1] if page.tokens[index].text in _STOPS]
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
        whole = not front and self._next_is_empty(block, place)
        if speaker is None and not whole:
            self._in_narrative(place, quote, front)
            return
        draft = self._new(place, StatementKind.DIRECT, RUNNING if speaker else UNTOLD, "running speaker" if speaker else "no speaker")
        if speaker is not None:
            draft.runs_on = speaker.runs_on or speaker

    def _next_is_empty(self, block: _Block, place: int) -> bool:
        end = self.page.parse.tokens_in(self.page.quote(place).span).stop
        return all(self.page.tokens[i].upos == "PUNCT" for i in range(end, min(block.last, end + 3)))

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
            entry = _cue(page, above)
            if entry is not None and entry.cls.speech:
                if above in self.by_cue:
                    self.of_quote[place] = self.by_cue[above]
                    if self.by_cue[above].kind is StatementKind.INDIRECT:
                        self.by_cue[above].kind = StatementKind.MIXED
                    return
                child = next((c for c in page.parse.children(above) if page.left[c] <= head <= page.right[c]), head)
                content = spans(page, [(page.left[child], page.right[child])]) if child > above else [quote.inner]
                draft = self._new(place, StatementKind.MIXED, TERM, "quotation in the object")
                draft.content = _widened(content, quote) or [quote.inner]
                draft.cue_token = above
                draft.why = [f"cue:{page.lemma(above)}", f"class:{entry.cls}", "quotation in the object"]
                dress(page, draft, entry)
                self.by_cue[above] = draft
                return
            if page.tokens[above].upos == "VERB":
                break


def _bridged(text: str, pieces: list[Span]) -> list[Span]:
    """Pieces in order, joined where only marks, spaces and punctuation part them."""
    joined: list[Span] = []
    for start, end in sorted(pieces):
        if joined and (start <= joined[-1][1] or not any(c.isalnum() for c in text[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _within(content: list[Span], span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in content)


def _widened(content: list[Span], quote: Quote) -> list[Span]:
    """Content with a quotation that it holds in part taken in whole."""
    return [
        (min(start, quote.inner[0]) if end > quote.inner[0] and start < quote.inner[1] else start,
         max(end, quote.inner[1]) if end > quote.inner[0] and start < quote.inner[1] else end)
        for start, end in content
    ]  # fmt: skip


def _blocks(page: Page) -> list[_Block]:
    """The readable blocks with their tokens and outermost quotes."""
    quotes: dict[int, list[int]] = {}
    for place, index in enumerate(page.outer):
        quotes.setdefault(page.quotes[index].block, []).append(place)
    found = []
    for number, block_number in enumerate(page.block_numbers):
        block = page.article.blocks[block_number]
        tokens = page.parse.tokens_in(block.span)
        found.append(_Block(quotes.get(number, []), tokens.start, tokens.stop, block.kind))
    return found


def _narrates(block: _Block) -> bool:
    """Whether a block without statements is long enough to end a speech that runs on."""
    return block.last - block.first > 0


def _cue(page: Page, index: int) -> Cue | None:
    """The lexicon's entry for a token used as a cue of speech."""
    if page.low(index) == "according":
        return load_cues().get(("according to", "preposition"))
    return page.cue(index) if page.tokens[index].upos in ("VERB", "AUX") else None


def _until_stop(page: Page, behind: range) -> list[int]:
    """The tokens behind a quotation up to the end of the sentence."""
    found = []
    for index in behind:
        if page.tokens[index].text in _STOPS:
            break
        found.append(index)
    return found


def _from_stop(page: Page, front: list[int]) -> list[int]:
    """The tokens in front of a quotation from the start of the sentence; the colon or comma before it included."""
    found: list[int] = []
    for index in reversed(front):
        if page.tokens[index].text in _STOPS:
            break
        found.append(index)
    return found[::-1]


def is_speech(page: Page, quote: Quote) -> bool:
    """Whether a quotation can stand as speech by itself: long enough, a stop or comma inside its marks, or a verb."""
    inside = page.parse.tokens_in(quote.inner)
    words = [index for index in inside if page.tokens[index].upos != "PUNCT"]
    if len(words) >= SPEECH_WORDS:
        return True
    if quote.trust < SURE and len(words) < 2:
        return False
    if page.text[quote.inner[1] - 1] in ",.!?…—":
        return True
    return any(page.finite(index) for index in words)
