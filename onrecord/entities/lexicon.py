"""What the codebook knows of names and nouns, in the form that the finders of mentions ask for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountryName:
    """A word for a country: its code, its usual name, and its use: name, adjective, demonym, capital or metonym."""

    code: str
    name: str
    use: str


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """An organisation of the codebook; `armed` for armed groups."""

    name: str
    country: str | None
    sector: str | None
    armed: bool = False


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role noun: its sector; whether it names people; whether a body; whether those in it serve some organisation
    that decides the sector ("spokesman"); whether one such noun means many ("police")."""

    sector: str | None
    human: bool
    body: bool
    serves: bool = False
    collective: bool = False
    gender: str | None = None


def country(text: str) -> CountryName | None: ...
def organisation(text: str) -> OrganisationName | None: ...
def role(phrase: str) -> RoleName | None: ...
def is_title(word: str) -> bool: ...
def is_honorific(word: str) -> bool: ...
def honorific_gender(word: str) -> str | None: ...
def given_name(word: str) -> str | None: ...
def is_organisation_noun(word: str) -> bool: ...
def organisation_sector(words: list[str]) -> str | None: ...
def body_noun(words: list[str]) -> str: ...
def known_word(word: str) -> bool: ...
