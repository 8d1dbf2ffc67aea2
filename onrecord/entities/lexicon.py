"""What the codebook knows of names and nouns, in the form that the finders of mentions ask for.

Names are asked for as written: capitals count ("US" is a country, "us" is none). Nouns are asked for in lower case.
"""

from functools import cache

from onrecord.codebook.body_nouns import body_nouns, head_noun, sector_of_name
from onrecord.codebook.countries import CountryName, country_names, other_names
from onrecord.codebook.organisations import OrganisationName, organisation_names
from onrecord.codebook.roles import RoleName, roles
from onrecord.codebook.titles import given_names, titles

__all__ = ["CountryName", "OrganisationName", "RoleName"]


def country(text: str) -> CountryName | None:
    """The country that a name, adjective, demonym, capital or seat of government is a word for, or null."""
    return country_names().get(text)


def names_no_country(text: str) -> bool:
    """Whether a name holds a word for a country and means none: "Latin American", "South China Sea"."""
    return other_names().get(text) is not None


def organisation(text: str) -> OrganisationName | None:
    """The organisation or armed group of this name, or null."""
    return organisation_names().get(text)


def role(phrase: str) -> RoleName | None:
    """The role that a phrase in lower case names from its first word to its last ("deputy army chief"), or null."""
    return roles().get(phrase)


def is_title(word: str) -> bool:
    """Whether a word names an office or a rank before a name ("minister", "gen.")."""
    title = titles().get(word.rstrip("."))
    return title is not None and not title.honorific


def is_honorific(word: str) -> bool:
    """Whether a word is a form of address ("mr.", "dr"), which says nothing of office."""
    title = titles().get(word.rstrip("."))
    return title is not None and title.honorific


def honorific_gender(word: str) -> str | None:
    """The gender that a form of address or a title tells: m, f or null."""
    title = titles().get(word.rstrip("."))
    return title.gender if title is not None else None


def given_name(word: str) -> str | None:
    """The gender of a frequent given name (lower case, no accents), m or f; null for other words."""
    return given_names().get(word)


def is_organisation_noun(word: str) -> bool:
    """Whether names of bodies are built on this noun ("ministry", "herald")."""
    return word in body_nouns()


def organisation_sector(words: list[str]) -> str | None:
    """The sector that the words of a body's name tell, in lower case, or null."""
    return sector_of_name(words)


def body_noun(words: list[str]) -> str:
    """The noun that later mentions may call a body by ("the ministry"); empty where the name has none."""
    return head_noun(words)


def known_word(word: str) -> bool:
    """Whether a word in lower case is part of some name or role of the codebook, or a given name."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    known = {word for phrase in roles().nouns for word in phrase.split()}
    return (
        country_names().words() | organisation_names().words() | known | frozenset(given_names()) | frozenset(titles())
    )
