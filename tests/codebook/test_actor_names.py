"""What names and nouns mean to whoever asks the codebook."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codebook.tables import NameIndex, plain
from onrecord.entities import lexicon


@pytest.mark.parametrize(
    ("word", "code", "use"),
    [
        ("US", "USA", "name"),
        ("U.S.", "USA", "name"),
        ("UK", "GBR", "name"),
        ("UAE", "ARE", "name"),
        ("DRC", "COD", "name"),
        ("Congo", "COD", "name"),
        ("Republic of the Congo", "COG", "name"),
        ("NORWAY", "NOR", "name"),
        ("Trinidad And Tobago", "TTO", "name"),
        ("Côte d’Ivoire", "CIV", "name"),
        ("Cote d'Ivoire", "CIV", "name"),
        ("Türkiye", "TUR", "name"),
        ("Soviet Union", "SUN", "name"),
        ("Burma", "MMR", "name"),
        ("Niger", "NER", "name"),
        ("Nigeria", "NGA", "name"),
        ("Nigerien", "NER", "adjective"),
        ("Nigerian", "NGA", "adjective"),
        ("Chinese", "CHN", "adjective"),
        ("Finns", "FIN", "demonym"),
        ("Swedes", "SWE", "demonym"),
        ("Reykjavík", "ISL", "capital"),
        ("Washington", "USA", "capital"),
        ("Kremlin", "RUS", "metonym"),
        ("Elysée", "FRA", "metonym"),
        ("Downing Street", "GBR", "metonym"),
    ],
)
def test_words_for_countries(word: str, code: str, use: str) -> None:
    found = lexicon.country(word)
    assert found is not None
    assert (found.code, found.use) == (code, use)


@pytest.mark.parametrize("word", ["us", "Us", "turkey", "china", "chad", "jordan", "", ".", "Brussels", "CAR"])
def test_words_that_are_no_country(word: str) -> None:
    assert lexicon.country(word) is None


@pytest.mark.parametrize("name", ["Latin American", "South China Sea", "Korean War", "New Mexico"])
def test_names_that_hold_a_country_and_mean_none(name: str) -> None:
    assert lexicon.names_no_country(name)
    assert lexicon.country(name) is None


@pytest.mark.parametrize(
    ("word", "name", "country", "sector", "armed"),
    [
        ("NATO", "NATO", None, "IGO", False),
        ("Nato", "NATO", None, "IGO", False),
        ("U.N.", "United Nations", None, "UNO", False),
        ("EU", "European Union", None, "EUR", False),
        ("FBI", "Federal Bureau of Investigation", "USA", "COP", False),
        ("World Health Organisation", "World Health Organization", None, "UNO", False),
        ("al-Qaida", "Al-Qaeda", None, "REB", True),
        ("al‑Shabaab", "Al-Shabaab", "SOM", "REB", True),
        ("Reuters", "Reuters", "GBR", "JRN", False),
        ("Labour Party", "Labour Party", None, "PTY", False),
    ],
)
def test_names_of_organisations(word: str, name: str, country: str | None, sector: str, armed: bool) -> None:
    found = lexicon.organisation(word)
    assert found is not None
    assert (found.name, found.country, found.sector, found.armed) == (name, country, sector, armed)


@pytest.mark.parametrize("word", ["Who", "who", "Is", "Ice", "Let", "apple", "The Australian", "guardian"])
def test_words_that_are_no_organisation(word: str) -> None:
    assert lexicon.organisation(word) is None


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("prime minister", "GOV"),
        ("deputy prime minister", "GOV"),
        ("acting defence minister", "GOV"),
        ("army chief", "MIL"),
        ("police spokeswoman", "COP"),
        ("union leader", "LAB"),
        ("rebel group", "REB"),
        ("aid agency spokesman", "NGO"),
        ("finance ministry official", "GOV"),
        ("news agency director", "JRN"),
        ("gunmen", "UAF"),
        ("agencies", None),
        ("lt. gen.", "MIL"),
        ("secretary-general", None),
        ("prosecutor 's office", "JUD"),
        ("workers’ union", "LAB"),
        ("protesters", "CVL"),
        ("asylum-seekers", "REF"),
        ("opposition leader", "OPP"),
    ],
)
def test_sectors_of_roles(phrase: str, sector: str | None) -> None:
    found = lexicon.role(phrase)
    assert found is not None
    assert found.sector == sector


def test_what_a_role_says_beside_its_sector() -> None:
    spokeswoman, court, police, force = (lexicon.role(word) for word in ("spokeswoman", "court", "police", "force"))
    assert spokeswoman is not None
    assert (spokeswoman.human, spokeswoman.serves, spokeswoman.gender) == (True, True, "f")
    assert court is not None
    assert (court.human, court.body, court.collective) == (False, True, False)
    assert police is not None
    assert (police.human, police.body, police.collective) == (False, False, True)
    assert force is None, "bound: a force of what?"
    assert lexicon.role("peacekeeping force") is not None


@pytest.mark.parametrize("phrase", ["", "table", "-", "the", "minister of", "chief chief chief of a very long phrase"])
def test_phrases_that_are_no_role(phrase: str) -> None:
    assert lexicon.role(phrase) is None


@pytest.mark.parametrize(
    ("name", "sector", "noun"),
    [
        ("ministry of trade", "GOV", "ministry"),
        ("supreme court of norway", "JUD", "court"),
        ("union of dairy workers", "LAB", "union"),
        ("christian democratic union", "PTY", "union"),
        ("harbour liberation army", "REB", "army"),
        ("harbour press agency", "JRN", "agency"),
        ("university of the north", "EDU", "university"),
        ("bishops conference", "REL", "conference"),
        ("harbour board", None, "board"),
        ("anna berg", None, ""),
        ("", None, ""),
    ],
)
def test_names_of_bodies_by_their_nouns(name: str, sector: str | None, noun: str) -> None:
    assert lexicon.organisation_sector(name.split()) == sector
    assert lexicon.body_noun(name.split()) == noun


def test_titles_honorifics_and_given_names() -> None:
    assert lexicon.is_title("gen.")
    assert lexicon.is_title("minister")
    assert not lexicon.is_title("justice"), "begins names of bodies: Justice Ministry"
    assert lexicon.is_honorific("mr.")
    assert not lexicon.is_title("mr")
    assert [lexicon.honorific_gender(word) for word in ("mrs", "sir", "dr")] == ["f", "m", None]
    assert [lexicon.given_name(word) for word in ("angela", "boris", "table")] == ["f", "m", None]


def test_known_words() -> None:
    assert all(lexicon.known_word(word) for word in ("minister", "norway", "reuters", "olga"))
    assert not lexicon.known_word("fredrikson")


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for(text: str) -> None:
    lexicon.country(text)
    lexicon.organisation(text)
    lexicon.names_no_country(text)
    lexicon.role(text.lower())
    lexicon.organisation_sector(text.lower().split())
    lexicon.body_noun(text.lower().split())
    assert plain(plain(text)) == plain(text)


@given(st.text(alphabet="abcÉç .-'’", min_size=1, max_size=12))
def test_a_name_is_found_as_it_is_written(name: str) -> None:
    index = NameIndex([(name, 1)])
    assert not plain(name) or index.get(name) == 1
