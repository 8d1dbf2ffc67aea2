"""From tokens to the lexicon's cues, past lemmas that the model got wrong."""

from onrecord.codebook.cues import Cue, load_cues
from onrecord.records import Token

_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_SHORTEST = 3  # letters that a stem must have


def cue_of(token: Token, part: str = "verb") -> Cue | None:
    """The lexicon's entry for a token as a verb, noun, adjective or adverb, or null.

    Where the model's lemma is not in the lexicon, the lemmas that English endings allow are tried.
    """
    lexicon = load_cues()
    found = lexicon.get((token.lemma.lower(), part))
    if found is not None or part not in ("verb", "noun"):
        return found
    form = token.text.lower()
    for ending, stem in _ENDINGS:
        if form.endswith(ending) and len(form) >= len(ending) + _SHORTEST:
            found = lexicon.get((form[: len(form) - len(ending)] + stem, part))
            if found is not None:
                return found
    return None
