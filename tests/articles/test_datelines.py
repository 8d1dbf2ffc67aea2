"""Datelines of all agencies and styles are read; sentences that hold a dash or a bracket are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.datelines import LONGEST, agencies, find_dateline

# The dateline, then its place, its date as month-day or year-month-day, and its agency; empty where it has none.
DATELINES = (
    ("GENEVA, March 4 (Reuters) - The talks", "GENEVA", "03-04", "Reuters"),
    ("Jan. 31 (UPI) -- The talks", "", "01-31", "UPI"),
    ("MOSCOW (Sputnik) — Russia said", "MOSCOW", "", "Sputnik"),
    ("Tokyo, Jan 31 IRNA – Iran said", "Tokyo", "01-31", "IRNA"),
    ("Tehran, Jan 31, IRNA - Iran said", "Tehran", "01-31", "IRNA"),
    ("BEIJING, Jan. 31 (Xinhua) -- China said", "BEIJING", "01-31", "Xinhua"),
    ("MOSCOW, January 31. /TASS/. The talks", "MOSCOW", "01-31", "TASS"),
    ("WASHINGTON (AP) — The talks", "WASHINGTON", "", "AP"),
    ("KYIV, Ukraine (AP) — The talks", "KYIV, Ukraine", "", "AP"),
    ("ST. PETERSBURG, Fla. (AP) — The talks", "ST. PETERSBURG, Fla.", "", "AP"),
    ("PORT-AU-PRINCE, Haiti — The talks", "PORT-AU-PRINCE, Haiti", "", ""),
    ("LONDON — The talks", "LONDON", "", ""),
    ("Washington, DC – The talks", "Washington, DC", "", ""),
    ("Gaza City – The talks", "Gaza City", "", ""),
    ("SEOUL, Jan. 31 (Yonhap) -- The talks", "SEOUL", "01-31", "Yonhap"),
    ("New Delhi, Jan 31 (PTI) The talks", "New Delhi", "01-31", "PTI"),
    ("New Delhi [India], January 31 (ANI): The talks", "New Delhi [India]", "01-31", "ANI"),
    ("DUBAI: The talks", "DUBAI", "", ""),
    ("RIYADH — The talks", "RIYADH", "", ""),
    ("ISLAMABAD: Prime Minister", "ISLAMABAD", "", ""),
    ("PARIS, Jan 31, 2023 (AFP) - The talks", "PARIS", "2023-01-31", "AFP"),
    ("AFP - The talks", "", "", "AFP"),
    ("JERUSALEM, Jan. 31 (JTA) — The talks", "JERUSALEM", "01-31", "JTA"),
    ("UNITED NATIONS (Reuters) - The talks", "UNITED NATIONS", "", "Reuters"),
    ("BRUSSELS/WASHINGTON, March 4 (Reuters) - The talks", "BRUSSELS/WASHINGTON", "03-04", "Reuters"),
    ("Havana, Jan 31 (Prensa Latina) The talks", "Havana", "01-31", "Prensa Latina"),
    ("(CNN) — The talks", "", "", "CNN"),
    ("(CNN)The talks", "", "", "CNN"),
    ("(Reuters) - The talks", "", "", "Reuters"),
    ("KUALA LUMPUR, Jan 31 (Bernama) -- The talks", "KUALA LUMPUR", "01-31", "Bernama"),
    ("CAIRO - 31 January 2023: The talks", "CAIRO", "2023-01-31", ""),
    ("Addis Ababa, January 31/2023 (ENA) The talks", "Addis Ababa", "2023-01-31", "ENA"),
    ("Addis Ababa, 31 January 2023 (FBC) - The talks", "Addis Ababa", "2023-01-31", "FBC"),
    ("KABUL (Pajhwok): The talks", "KABUL", "", "Pajhwok"),
    ("Nairobi — The talks", "Nairobi", "", ""),
    ("Nairobi - The talks", "Nairobi", "", ""),
    ("Geneva, 31 January 2023 – The talks", "Geneva", "2023-01-31", ""),
    ("GENEVA (31 January 2023) – UN experts today", "GENEVA", "2023-01-31", ""),
    ("NEW YORK, January 31, 2023 /PRNewswire/ -- The talks", "NEW YORK", "2023-01-31", "PRNewswire"),
    ("January 31, 2023 (JUBA) – The talks", "JUBA", "2023-01-31", ""),
    ("DAMASCUS, (SANA)- The talks", "DAMASCUS", "", "SANA"),
    ("Damascus, SANA- The talks", "Damascus", "", "SANA"),
    ("RAMALLAH, Tuesday, January 31, 2023 (WAFA) - The talks", "RAMALLAH", "2023-01-31", "WAFA"),
    ("GAZA, January 31, 2023 (WAFA) – The talks", "GAZA", "2023-01-31", "WAFA"),
    ("SANA'A, Jan. 31 (Saba) - The talks", "SANA'A", "01-31", "Saba"),
    ("YEREVAN, JANUARY 31, ARMENPRESS. The talks", "YEREVAN", "01-31", "ARMENPRESS"),
    ("Baku, January 31, AZERTAC", "Baku", "01-31", "AZERTAC"),
    ("BAKU, Azerbaijan, January 31. The talks", "BAKU, Azerbaijan", "01-31", ""),
    ("MOSCOW. Jan 31 (Interfax) - The talks", "MOSCOW", "01-31", "Interfax"),
    ("Pyongyang, January 31 (KCNA) -- The talks", "Pyongyang", "01-31", "KCNA"),
    ("Hanoi (VNA) – The talks", "Hanoi", "", "VNA"),
    ("PHNOM PENH, Jan 31 — The talks", "PHNOM PENH", "01-31", ""),
    ("MANILA, Philippines – The talks", "MANILA, Philippines", "", ""),
    ("SINGAPORE - The talks", "SINGAPORE", "", ""),
    ("SYDNEY, Jan 31 AAP - The talks", "SYDNEY", "01-31", "AAP"),
    ("BERLIN (dpa) - The talks", "BERLIN", "", "dpa"),
    ("(ANSA) - ROME, JAN 31 - The talks", "ROME", "01-31", "ANSA"),
    ("Rome Newsroom, Jan 31, 2023 / 09:00 am - The talks", "Rome Newsroom", "2023-01-31", ""),
    ("AMMAN, Jan. 31 (Petra)--The talks", "AMMAN", "01-31", "Petra"),
    ("WASHINGTON, D.C. — The talks", "WASHINGTON, D.C.", "", ""),
    ("EAGLE PASS, Texas (Border Report) — The talks", "EAGLE PASS, Texas", "", "Border Report"),
    ("NEW YORK (TNND) — The talks", "NEW YORK", "", "TNND"),
    ("Tuesday, January 31, 2023", "", "2023-01-31", ""),
    ('JERUSALEM, Israel - "The talks', "JERUSALEM, Israel", "", ""),
    ("LOS ANGELES, CALIFORNIA (KABC) -- The talks", "LOS ANGELES, CALIFORNIA", "", "KABC"),
    ("31 January 2023, Geneva – The talks", "Geneva", "2023-01-31", ""),
    ("Kyiv – January 31 – The talks", "Kyiv", "01-31", ""),
    ("Kyiv. January 31. UNN. The talks", "Kyiv", "01-31", "UNN"),
    ("JAKARTA, KOMPAS — The talks", "JAKARTA", "", "KOMPAS"),
    ("TEMPO.CO, Jakarta - The talks", "Jakarta", "", "TEMPO.CO"),
    ("Jakarta (ANTARA) - The talks", "Jakarta", "", "ANTARA"),
    ("Lima, Jan. 31. The talks", "Lima", "01-31", ""),
    ("THE HAGUE, Netherlands (AP) — The talks", "THE HAGUE, Netherlands", "", "AP"),
    ("ABOARD THE USS MIDWAY (AP) — The talks", "ABOARD THE USS MIDWAY", "", "AP"),
    ("VIENNA, 31 January 2023 - The talks", "VIENNA", "2023-01-31", ""),
    ("N'DJAMENA, Feb 2 (Reuters) - Chad", "N'DJAMENA", "02-02", "Reuters"),
    ("SAO PAULO, Feb 2 (Reuters) - Brazil", "SAO PAULO", "02-02", "Reuters"),
    ("ISTANBUL, Feb. 2 — Turkey", "ISTANBUL", "02-02", ""),
    ("BAGHDAD, Thursday, Feb. 2 — Iraq", "BAGHDAD", "02-02", ""),
    ("Feb 2 (Reuters) - Canada", "", "02-02", "Reuters"),
    ("CHICAGO, Feb. 2, 2023 (GLOBE NEWSWIRE) -- Firm", "CHICAGO", "2023-02-02", "GLOBE NEWSWIRE"),
)
SENTENCES = (
    "The talks — held in Geneva — failed, he said.",
    "ANALYSIS: The talks failed.",
    "BREAKING — The talks failed.",
    "WATCH: The talks failed",
    "UPDATE 1-The talks failed",
    "China - The country - said no.",
    "MR. AMARI: I think so.",
    "AMARI: I think so.",
    "Q: What happened?",
    "QUESTION – How did it start?",
    "FACT: The talks failed.",
    "NATO – The alliance said no.",
    "UNICEF — The agency said so.",
    "Peace — It is all we want.",
    "Smith (Reuters) said so.",
    "The minister (AP) said so.",
    "On Jan. 31 – The day of the vote – he left.",
    "In May – The month of the vote.",
    "March 4 was the day.",
    "January 31, 2023 was the day the war ended.",
    "May 5 — The day of the vote.",
    "Amari (L) - The minister",
    "Paris Saint-Germain - The club won.",
    "Turkey: The government said no.",
    "Ukraine: The war goes on.",
    "Washington: The first president",
    "Mr Amari - The minister - said.",
    "First: The talks failed.",
    "Lima, Peru, is the capital.",
    "Updated Feb. 2, 2023 – The talks",
)


@pytest.mark.parametrize(("text", "place", "date", "agency"), DATELINES)
def test_datelines(text: str, place: str, date: str, agency: str) -> None:
    found = find_dateline(text, 0, len(text))
    assert found is not None
    assert (text[slice(*found.place)] if found.place else "") == place
    assert (text[slice(*found.agency)] if found.agency else "") == agency
    written = f"{found.date.month:02}-{found.date.day:02}" if found.date else ""
    assert (f"{found.date.year}-" if found.date and found.date.year else "") + written == date


@pytest.mark.parametrize("text", [line[0] for line in DATELINES])
def test_the_lead_begins_after_the_dateline(text: str) -> None:
    found = find_dateline(text, 0, len(text))
    assert found is not None
    assert found.span[0] == 0
    assert found.span[1] <= found.rest
    assert text[found.span[1] : found.rest].strip(" .,") == ""
    assert found.rest == len(text) or text[found.rest] in '"TRICPUBF'


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_are_no_datelines(text: str) -> None:
    assert find_dateline(text, 0, len(text)) is None


def test_a_place_that_is_on_no_map_must_be_told_of() -> None:
    lead = "ZELNIK — The bridge was closed."
    assert find_dateline(lead, 0, len(lead)) is None
    told = lead + " It is the only one in Zelnik."
    found = find_dateline(told, 0, len(lead))
    assert found is not None
    assert told[slice(*found.place or (0, 0))] == "ZELNIK"


def test_only_the_unit_is_read() -> None:
    text = "OSLO, March 4 (Reuters) - The talks"
    inner = find_dateline(f"x {text}", 2, 2 + len(text))
    assert inner is not None
    assert inner.span == (2, 27)
    assert find_dateline(text, 0, 4) is None


def test_agencies_are_a_reviewed_table() -> None:
    assert {"AP", "AFP", "Reuters", "UPI", "Xinhua", "TASS"} <= agencies()
    assert all(name == name.strip() for name in agencies())


@given(st.text(alphabet="ABab. ,()/[]-–—:1234JanMarch\n ", max_size=200))
def test_any_text_gives_spans_in_it(text: str) -> None:
    found = find_dateline(text, 0, len(text))
    if found is not None:
        assert 0 == found.span[0] < found.span[1] <= found.rest <= len(text)
        assert found.span[1] <= 2 * LONGEST
        for part in (found.place, found.agency, found.date.span if found.date else None):
            assert part is None or (0 <= part[0] < part[1] <= found.rest)
