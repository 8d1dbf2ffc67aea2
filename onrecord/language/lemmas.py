"""Lemmas as edits of the word: "cut two letters, add y" (edit scripts after Chrupała, Dinu and van Genabith 2008).

A script is written `case|cut|add`: the word is put into a case (`L` lower, `K` as it stands, `T` capitalised, `U`
upper), `cut` letters are taken from its end, `add` is put there. `=lemma` gives the lemma whole.
"""

from collections.abc import Mapping, Set
from functools import lru_cache

_CASES = "LKTU"


def apply(script: str, form: str) -> str:
    """The lemma that a script makes of a word; the word itself where the script does not fit it."""
    if script.startswith("="):
        return script[1:]
    case, cut, add = script.split("|", 2)
    drop = int(cut)
    if drop >= len(form):
        return _cased(case, form)
    return _cased(case, form[: len(form) - drop]) + add


def script_of(form: str, lemma: str) -> str:
    """The simplest script that makes `lemma` of `form`."""
    for case in _CASES:
        base = _cased(case, form)
        shared = 0
        while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
            shared += 1
        if shared == 0:
            continue
        script = f"{case}|{len(form) - shared}|{lemma[shared:]}"
        if shared * 2 >= min(len(lemma), len(form)) and apply(script, form) == lemma:
            return script
    return f"={lemma}"


class Lemmatizer:
    """Lemmas in three steps: a table of words whose lemma the training data settles, else the model's script, checked
    against the words that are known.

    The table's keys are `form TAB xpos` with the form in lower case. `known` holds lemmas of verbs and nouns: where the
    script makes no known word of a regular form, but undoing its ending in another way does, that one is taken.
    """

    def __init__(self, scripts: list[str], table: Mapping[str, str], known: Set[str] = frozenset()) -> None:
        self._scripts = scripts
        self._table = table
        self._known = known
        self._applied = lru_cache(maxsize=50_000)(self._apply)

    def lemma(self, form: str, xpos: str, script: int) -> str:
        """The lemma of a word with this tag, for which the model chose script number `script`."""
        return self._table.get(f"{form.lower()}\t{xpos}") or self._applied(form, xpos, script)

    def _apply(self, form: str, xpos: str, script: int) -> str:
        found = apply(self._scripts[script], form)
        if found in self._known:
            return found
        return next((lemma for lemma in stems(form.lower(), xpos) if lemma in self._known), found)


def stems(form: str, xpos: str) -> list[str]:
    """What a regular form may be a form of, by undoing its ending: "stopped" of "stopp", "stoppe" or "stop"."""
    ending = _ENDINGS.get(xpos, "")
    if not ending or not form.endswith(ending):
        return []
    stem = form[: -len(ending)]
    if ending == "s":
        return [stem, *([stem[:-2] + "y"] if stem.endswith("ie") else []), *([stem[:-1]] if stem.endswith("e") else [])]
    found = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        found.append(stem[:-1])
    if stem.endswith("i") and ending == "ed":
        found.append(stem[:-1] + "y")
    return found


_ENDINGS = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s", "NNS": "s"}


def _cased(case: str, form: str) -> str:
    if case == "L":
        return form.lower()
    if case == "T":
        return form[:1].upper() + form[1:].lower()
    return form.upper() if case == "U" else form
