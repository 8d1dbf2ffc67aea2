"""Who acts in a report: names, titles, roles, short forms and descriptions, by sentences of our own."""

from collections.abc import Callable

import pytest

from onrecord.records import ActorKind, How
from tests.entities.conftest import Read

Reader = Callable[..., Read]


def hows(read: Read, name: str) -> list[str]:
    return [mention.how.value for mention in read.actor(name).mentions]


# -- people


def test_a_title_belongs_to_the_mention_and_its_country_stands_apart(read: Reader) -> None:
    found = read("Norwegian Foreign Minister Astrid Halvorsen arrived in Nairobi on Tuesday.")
    assert found.mentions("Astrid Halvorsen") == ["Foreign Minister Astrid Halvorsen"]
    assert found.mentions("Norway") == ["Norwegian"]
    minister = found.actor("Astrid Halvorsen")
    assert (minister.kind, minister.country, minister.sector) == (ActorKind.PERSON, "NOR", "GOV")
    assert minister.role == "Foreign Minister"


def test_evidence_points_at_the_words_that_say_so(read: Reader) -> None:
    found = read("Norwegian Foreign Minister Astrid Halvorsen arrived in Nairobi on Tuesday.")
    evidence = found.actor("Astrid Halvorsen").evidence
    assert {field: found.text[start:end] for field, (start, end) in evidence.items()} == {
        "country": "Norwegian",
        "sector": "Minister",
        "role": "Foreign Minister",
    }


def test_an_apposition_gives_role_country_and_sector(read: Reader) -> None:
    found = read("Halima Diallo, the defence minister of Senegal, visited the base. Diallo praised the soldiers.")
    minister = found.actor("Halima Diallo")
    assert (minister.country, minister.sector) == ("SEN", "GOV")
    assert found.mentions("Halima Diallo")[-1] == "Diallo"


def test_an_office_parted_from_its_holder_is_his(read: Reader) -> None:
    found = read("The Kenyan ambassador to Chad, Peter Otieno, said on Monday that the road was open.")
    assert found.actor("Peter Otieno").country == "KEN"
    assert "The Kenyan ambassador" in found.mentions("Peter Otieno")


def test_former_holders_of_office_are_elite(read: Reader) -> None:
    found = read("Former Canadian prime minister Paul Tremblay criticised the plan.")
    assert found.actor("Paul Tremblay").sector == "ELI"


def test_a_spokesman_has_the_sector_and_country_of_his_body(read: Reader) -> None:
    found = read("Omar Haddad, a spokesman for the Jordanian army, denied the report.")
    spokesman = found.actor("Omar Haddad")
    assert (spokesman.sector, spokesman.country) == ("MIL", "JOR")


def test_a_spokesman_without_a_name_is_the_body_he_speaks_for(read: Reader) -> None:
    found = read("A spokesman for the Defence Ministry denied the report on Monday.")
    assert [actor.kind for actor in found.actors] == [ActorKind.ORGANIZATION]
    assert found.mentions(found.actors[0].name)[0] == "A spokesman"


def test_a_plural_title_is_shared(read: Reader) -> None:
    found = read("Presidents Ana Costa and Paul Brandt signed the treaty in Lisbon.")
    assert found.actor("Ana Costa").sector == found.actor("Paul Brandt").sector == "GOV"


def test_a_surname_is_the_person_named_in_full(read: Reader) -> None:
    found = read("Ingrid Solberg met Carlos Vega in Oslo. Solberg thanked Vega for the help.")
    assert found.mentions("Ingrid Solberg") == ["Ingrid Solberg", "Solberg"]
    assert found.mentions("Carlos Vega") == ["Carlos Vega", "Vega"]


def test_a_misspelt_surname_is_a_variant_and_stays_as_it_is_written(read: Reader) -> None:
    text = (
        "Minister Henrik Lindqvist opened the talks. Lindqvist said that the talks went well. "
        '"We have a plan," Lindqvst said on Friday.'
    )
    found = read(text)
    assert found.mentions("Henrik Lindqvist")[-1] == "Lindqvst"
    assert hows(found, "Henrik Lindqvist")[-1] == "variant"
    assert found.text == text


def test_two_names_both_given_in_full_are_never_joined(read: Reader) -> None:
    found = read(
        "Maria Johansson met Erik Johanssen in Stockholm. Johansson spoke first. Johanssen answered her. "
        "Johansson then left the room."
    )
    assert found.mentions("Maria Johansson").count("Johansson") == 2
    assert "Johanssen" in found.mentions("Erik Johanssen")


# -- countries


def test_a_country_by_name_adjective_and_capital_is_one_actor(read: Reader) -> None:
    found = read("Egypt accused Ethiopia on Monday. Egyptian officials met in Aswan. Cairo warned that it would act.")
    assert found.mentions("Egypt")[0] == "Egypt"
    metonyms = [m for m in found.actor("Egypt").mentions if m.how is How.METONYM]
    assert [found.text[m.start : m.end] for m in metonyms] == ["Cairo"]


def test_a_capital_as_a_place_is_no_government(read: Reader) -> None:
    found = read("The two ministers met in Cairo on Monday.")
    assert "Egypt" not in [actor.name for actor in found.actors]


def test_an_adjective_of_culture_makes_no_country_an_actor(read: Reader) -> None:
    found = read("Visitors admired the ancient Greek temples and tasted Italian cheese.")
    assert not {"Greece", "Italy"} & {actor.name for actor in found.actors}


def test_an_adjective_before_a_deed_of_state_does(read: Reader) -> None:
    assert "Russia" in [actor.name for actor in read("Russian shelling destroyed two bridges.").actors]


def test_the_country_is_the_one_named_last(read: Reader) -> None:
    found = read("Japan published its new strategy. The country also plans to buy missiles.")
    assert found.mentions("Japan") == ["Japan", "its", "The country"]


# -- organisations


def test_a_short_form_in_brackets_names_the_organisation(read: Reader) -> None:
    found = read("The Union of Coastal Pilots (UCP) called a strike. The UCP said that talks had failed.")
    actor = next(a for a in found.actors if "Union of Coastal Pilots" in a.name)
    assert [found.text[m.start : m.end] for m in actor.mentions][-1] == "The UCP"


def test_a_long_name_is_known_by_its_beginning(read: Reader) -> None:
    found = read("The Supreme Court of Justice rejected the appeal. The Supreme Court said that it came too late.")
    courts = [actor for actor in found.actors if "Supreme Court" in actor.name]
    assert len(courts) == 1
    assert courts[0].sector == "JUD"


def test_a_ministry_has_the_country_of_the_adjective_before_it(read: Reader) -> None:
    found = read("The Greek Ministry of Culture closed the site.")
    ministry = next(a for a in found.actors if a.kind is ActorKind.ORGANIZATION)
    assert (ministry.country, ministry.sector) == ("GRC", "GOV")


# -- descriptions and groups


def test_a_measure_belongs_to_the_group(read: Reader) -> None:
    found = read("Thousands of protesters blocked the port of Valparaiso.")
    assert "Thousands of protesters" in found.mentions("protesters")


def test_nobody_is_meant_by_no(read: Reader) -> None:
    found = read("No soldier left the camp.")
    assert not [actor for actor in found.actors if actor.name == "soldier"]


def test_both_men_and_the_two_countries_belong_to_both(read: Reader) -> None:
    found = read(
        "Ingrid Solberg flew home. Carlos Vega met Peter Otieno in Lima. Both men praised the deal. "
        "Peru and Kenya trade little. The two countries signed a pact."
    )
    assert "Both men" in found.mentions("Carlos Vega")
    assert "Both men" in found.mentions("Peter Otieno")
    assert "Both men" not in found.mentions("Ingrid Solberg")
    assert "The two countries" in found.mentions("Peru")
    assert "The two countries" in found.mentions("Kenya")


def test_a_headlines_actor_is_the_one_the_body_introduces(read: Reader) -> None:
    found = read("Greek court frees editor\nA Greek court freed the editor of a weekly on Monday.", title=True)
    courts = [actor for actor in found.actors if actor.sector == "JUD"]
    assert len(courts) == 1
    assert len(courts[0].mentions) == 2


def test_an_office_without_a_holder_is_nobody(read: Reader) -> None:
    found = read("Ana Costa wants to become president.")
    assert [actor.name for actor in found.actors] == ["Ana Costa"]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Carmen Rojas spoke to the crowd. She left before noon.", "She", "Carmen Rojas"),
        ("Anton Rezek resigned on Monday after his party lost the vote.", "his", "Anton Rezek"),
        ('"I will not resign," Anton Rezek said on Monday.', "I", "Anton Rezek"),
    ],
)
def test_pronouns(read: Reader, text: str, pronoun: str, name: str) -> None:
    assert pronoun in read(text).mentions(name)


# -- the country of a report


def test_an_office_of_state_belongs_to_the_only_country_of_the_lead(read: Reader) -> None:
    found = read("Chile raises water prices\nThe government in Chile raised prices. The interior ministry agreed.")
    ministry = next(actor for actor in found.actors if "ministry" in actor.name)
    assert ministry.country == "CHL"
    assert "country of the report" in ministry.why


def test_with_two_countries_in_the_lead_it_belongs_to_none(read: Reader) -> None:
    found = read("Chile and Peru open border\nThe police were ready. The interior ministry agreed.", title=True)
    assert next(actor for actor in found.actors if "ministry" in actor.name).country is None


def test_ministers_of_two_countries_are_of_neither(read: Reader) -> None:
    found = read("Ministers of Norway and Kenya agreed to meet again.")
    assert next(actor for actor in found.actors if actor.name == "Ministers").country is None
