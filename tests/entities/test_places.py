"""Which names are places, and which places they are."""

from collections.abc import Callable

from onrecord.records import Dateline
from tests.entities.conftest import Read

Reader = Callable[..., Read]


def test_a_country_is_a_place_by_its_syntax_alone(read: Reader) -> None:
    found = read("Fighting went on in Sudan. Chad accused Libya on Monday.")
    assert found.place_names == ["Sudan"]
    assert found.place("Sudan").precision == 3
    assert {"Sudan", "Chad", "Libya"} <= {actor.name for actor in found.actors}


def test_goals_and_origins_of_movements_are_places(read: Reader) -> None:
    found = read("The minister flew to Kenya on Monday. Thousands of people left Sudan. He explained it to Norway.")
    assert found.place_names == ["Kenya", "Sudan"]


def test_a_city_has_its_point_and_country(read: Reader) -> None:
    nairobi = read("The delegates met in Nairobi on Monday.").place("Nairobi")
    assert (nairobi.country, nairobi.precision) == ("KEN", 1)
    assert nairobi.lat is not None
    assert nairobi.lon is not None
    assert abs(nairobi.lat + 1.29) < 0.1
    assert abs(nairobi.lon - 36.82) < 0.1


def test_words_beside_a_name_decide_which_one_is_meant(read: Reader) -> None:
    assert read("A bomb exploded in Tripoli, Lebanon.").place("Tripoli").country == "LBN"
    assert read("A bomb exploded in Tripoli, Libya.").place("Tripoli").country == "LBY"
    assert read("Residents of the Pakistani city of Hyderabad left.").place("Hyderabad").country == "PAK"


def test_countries_of_the_report_decide_else(read: Reader) -> None:
    assert read("The governor of Alabama spoke in Birmingham.").place("Birmingham").country == "USA"
    assert read("Officials in Britain met in Birmingham.").place("Birmingham").country == "GBR"


def test_a_name_of_many_places_stays_open_without_a_hint(read: Reader) -> None:
    found = read("Two people were hurt in Concepcion on Sunday.")
    place = found.place("Concepcion")
    assert (place.country, place.lat, place.lon) == (None, None, None)


def test_a_site_is_a_place_without_a_point(read: Reader) -> None:
    base = read("Soldiers left Japan's Sakura Air Base on Monday.").place("Sakura Air Base")
    assert (base.country, base.lat, base.precision) == ("JPN", None, 1)


def test_people_organisations_and_governments_are_no_places(read: Reader) -> None:
    found = read(
        "Victoria Paris met Sydney Morgan. The University of Lisbon opened. Moscow warned that it would answer."
    )
    assert found.place_names == []


def test_the_datelines_place_comes_first_and_speaks_for_the_others(read: Reader) -> None:
    text = "SANTIAGO, Sept. 3 (Andes Wire) -- A bridge fell in Concepcion on Tuesday."
    found = read(text, dateline=Dateline("SANTIAGO", None, "Andes Wire", (0, 37), place_span=(0, 8)))
    assert found.place_names[0] == "Santiago"
    assert found.place("Concepcion").country == "CHL"
    assert [text[m.start : m.end] for m in found.place("Santiago").mentions] == ["SANTIAGO"]


def test_two_names_of_one_city_are_one_place(read: Reader) -> None:
    found = read("Envoys met in Kyiv on Monday. Others stayed in Kiev until Friday.")
    assert len(found.places) == 1
    assert len(found.places[0].mentions) == 2
