"""Trees put right where coordination tells better than the parser what belongs together."""

from dataclasses import replace

from onrecord.records import Parse, Token
from onrecord.statements.lexicon import cue_of

_FORMS = frozenset({"VBD", "VBZ", "VBP"})


def repaired(parse: Parse) -> Parse:
    """The parse with second cues hung on the first: "denied that jets had crossed the border, and accused its rival".

    Coordination joins like with like. A cue of speech that is joined to the verb of a content, without a subject of
    its own, in the very form of the cue that governs the content and not in that of the content's verb, is joined to
    the cue. Sentences and all else stay as they are.
    """
    moved = {index: above for index in range(len(parse.tokens)) if (above := _better_head(parse, index)) is not None}
    if not moved:
        return parse
    tokens = tuple(
        replace(token, head=moved[index]) if index in moved else token for index, token in enumerate(parse.tokens)
    )
    return Parse(parse.text, tokens, parse.sentences, parse.names, parse.vectors, parse.read, parse.notes)


def _better_head(parse: Parse, index: int) -> int | None:
    token = parse.tokens[index]
    if token.rel != "conj" or token.upos != "VERB" or token.xpos not in _FORMS or token.head < 0:
        return None
    content = parse.tokens[token.head]
    if content.rel != "ccomp" or content.head < 0 or not content.head < token.head < index:
        return None
    cue = parse.tokens[content.head]
    if cue.xpos != token.xpos or not _is_cue(cue) or not _is_cue(token):
        return None
    if content.xpos == token.xpos and parse.child(token.head, "aux") is None:
        return None
    own = parse.child(index, "nsubj", "aux", "mark")
    return content.head if own is None else None


def _is_cue(token: Token) -> bool:
    cue = cue_of(token)
    return cue is not None and cue.cls.speech
