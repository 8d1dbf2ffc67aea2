"""Words into the encoder's pieces (WordPiece, Schuster and Nakajima 2012), each word remembered once."""

from pathlib import Path
from typing import Final

from onrecord.errors import ModelError
from onrecord.language.shapes import plain

MAX_PIECES: Final = 12
"""Pieces kept of one word: a longer one (a web address, a string of code) is told by its two ends."""
MAX_CHARS: Final = 100
"""Characters of a word looked at, half from each end; a longer "word" is no word."""
CACHE: Final = 50_000
"""Words remembered before the memory is emptied; a report has a few hundred, a language some ten thousand."""


class Pieces:
    """Turns words into piece ids. `cls`, `sep`, `unk` and `mask` are the ids of the encoder's own signs."""

    def __init__(self, tokenizer: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.cls, self.sep, self.unk, self.mask = map(self._sign, ("[CLS]", "[SEP]", "[UNK]", "[MASK]"))
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, form: str) -> tuple[int, ...]:
        """The piece ids of one word: at least one, at most `MAX_PIECES`."""
        found = self._known.get(form)
        if found is None:
            if len(self._known) >= CACHE:
                self._known.clear()
            found = self._known[form] = self._encode(form)
        return found

    def _sign(self, name: str) -> int:
        number = self._tokenizer.token_to_id(name)
        if number is None:
            raise ModelError(f"the reading model's vocabulary has no {name}")
        return number

    def _encode(self, form: str) -> tuple[int, ...]:
        if len(form) > MAX_CHARS:
            form = form[: MAX_CHARS // 2] + form[-MAX_CHARS // 2 :]
        readable = plain(form).encode("utf-8", "replace").decode("utf-8")  # without lone surrogates
        ids = self._tokenizer.encode(readable, add_special_tokens=False).ids
        if not ids:
            return (self.unk,)
        if len(ids) > MAX_PIECES:
            ids = ids[: MAX_PIECES // 2] + ids[-MAX_PIECES // 2 :]
        return tuple(ids)
