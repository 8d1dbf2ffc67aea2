"""Lemmas as edits of the word: "cut two letters, add y" (edit scripts after Chrupała, Dinu and van Genabith 2008).

A script is written `case|cut|add`: the word is put into a case (`L` lower, `K` as it stands, `T` capitalised, `U`
upper), `cut` letters are taken from its end, `add` is put there. `=lemma` gives the lemma whole.
"""

from collections.abc import Mapping
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
    """Lemmas from the model's scripts, after a table of the words whose lemma the training data settles.

    The table's keys are `form TAB xpos` with the form in lower case.
    """

    def __init__(self, scripts: list[str], table: Mapping[str, str]) -> None:
        self._scripts = scripts
        self._table = table
        self._applied = lru_cache(maxsize=50_000)(self._apply)

    def lemma(self, form: str, xpos: str, script: int) -> str:
        """The lemma of a word with this tag, for which the model chose script number `script`."""
        return self._table.get(f"{form.lower()}\t{xpos}") or self._applied(form, script)

    def _apply(self, form: str, script: int) -> str:
        return apply(self._scripts[script], form)


def _cased(case: str, form: str) -> str:
    if case == "L":
        return form.lower()
    if case == "T":
        return form[:1].upper() + form[1:].lower()
    return form.upper() if case == "U" else form
