"""The reading model: tokens, sentences, tags, lemmas, dependency trees, names and sentence vectors of a text.

`Reader.load()` loads the model that the package ships; `Reader.parse(article)` reads an article.
"""

from onrecord.language.model import model_version
from onrecord.language.reader import Reader
from onrecord.language.tokens import Word, tokenize

__all__ = ["Reader", "Word", "model_version", "tokenize"]
