"""The reader of places: names with their type, country and spot; governments told from cities; people and peoples left out."""

from __future__ import annotations

import math

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.actors import truce_actors
from trucekeeper.reading.gazetteer.folding import key
from trucekeeper.reading.layers import PlaceFound, layers
from trucekeeper.reading.places import truce_places


def read(nlp: Language, text: str) -> Doc:
    return truce_places(truce_actors(nlp(text)))


def places(nlp: Language, text: str) -> dict[str, PlaceFound]:
    return {p.name: p for p in layers(read(nlp, text)).places}


WHERE = [  # (text, name, type, country, latitude, longitude)
    ("Shells fell near Pokrovsk, and Ukraine blamed Russia.", "Pokrovsk", "city", "UA", 48.3, 37.2),
    ("The town of Derry was quiet.", "Derry", "city", "GB", 55.0, -7.3),
    ("Aid reached El-Fasher in Darfur.", "El-Fasher", "city", "SD", 13.6, 25.3),
    ("Aid reached El-Fasher in Darfur.", "Darfur", "region", "SD", 13, 25),
    ("Troops left the Netzarim Corridor in Gaza.", "Netzarim Corridor", "corridor", "PS", 31.5, 34.4),
    ("Trucks waited at Kerem Shalom.", "Kerem Shalom", "crossing", "PS", 31.2, 34.3),
    ("Fighting spread to North Kivu.", "North Kivu", "region", "CD", -0.8, 29),
    ("The rebels hold Goma in eastern Congo.", "Goma", "city", "CD", -1.7, 29.2),
    ("Observers crossed the Golan Heights.", "Golan Heights", "region", "SY", 33, 35.8),
    ("They met in Mekelle, the capital of Tigray.", "Tigray", "region", "ET", 14, 38.5),
    ("Clashes broke out in Marawi, Philippines.", "Marawi", "region", "PH", 8, 124.3),
    ("A blast hit Sana’a on Friday.", "Sana’a", "city", "YE", 15.35, 44.2),
    ("He lives in Paris, Texas.", "Paris", "city", "US", 33.7, -95.6),
    ("He lives in Paris.", "Paris", "city", "FR", 48.9, 2.35),
    ("Patrols in northern Idlib province resumed.", "Idlib", "region", "SY", 35.9, 36.6),
    ("Envoys met in Tripoli as Libya prepared for the vote.", "Tripoli", "city", "LY", 32.9, 13.2),
    ("Peacekeepers patrol the Lachin corridor.", "Lachin corridor", "corridor", "AZ", 39.65, 46.6),
    ("Ships left the Black Sea.", "Black Sea", "sea", None, 43.3, 34),
    ("The governor of Borno in Nigeria spoke.", "Borno", "region", "NG", 11.5, 13),
    ("Villagers fled from Buenaventura in Colombia.", "Buenaventura", "city", "CO", 3.9, -77),
    ("Zimbabwe reopened the road through Manicaland province.", "Manicaland", "province", "ZW", -19, 32.3),
    ("Two men were held in Crawford County, Pennsylvania.", "Crawford County", "district", "US", 41.7, -80.1),
    ("Patrols left the Quneitra Governorate, Syria said.", "Quneitra Governorate", "province", "SY", 33.1, 35.9),
    ("The court sits in Blakely, Georgia.", "Blakely", "city", "US", 31.4, -84.9),
    ("Rains flooded parts of the Punjab province of Pakistan.", "Punjab", "province", "PK", 31, 72.7),
    ("Farms closed in Utah, Virginia, Washington, West Virginia and Wyoming.", "Washington", "state", "US", 47.5, -120.5),
]


@pytest.mark.parametrize(("text", "name", "kind", "country", "lat", "lon"), WHERE)
def test_where(nlp: Language, text: str, name: str, kind: str, country: str | None, lat: float, lon: float) -> None:
    found = places(nlp, text)
    assert name in found
    place = found[name]
    assert (place.type, place.country) == (kind, country)
    assert place.lat is not None
    assert place.lon is not None
    assert math.hypot(place.lat - lat, place.lon - lon) < 1.0


METONYMS = [
    ("Washington has refused to attend.", "Washington", True),
    ("The sides met in Washington.", "Washington", False),
    ("Eritrea rejected the ruling.", "Eritrea", True),
    ("Prisoners held in Eritrea were freed.", "Eritrea", False),
    ("Beirut accused Damascus of delay.", "Damascus", True),
    ("The road to Damascus is open.", "Damascus", False),
    ("Norway have agreed to wait.", "Norway", True),
    ("Norway and Sweden are large.", "Norway", False),
]


@pytest.mark.parametrize(("text", "name", "metonym"), METONYMS)
def test_governments(nlp: Language, text: str, name: str, metonym: bool) -> None:
    assert places(nlp, text)[name].metonym is metonym


NO_PLACES = [
    "President Jordan Malik said so.",
    "Minister Florence Achol and Colonel Israel Mutombo met.",
    "Israeli and Palestinian delegates met.",
    "On Monday, in March, talks resumed.",
    "The leader, Chad Brown, resigned.",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_people_are_no_places(nlp: Language, text: str) -> None:
    assert places(nlp, text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Act says so, and Israel agreed.", "Act"),
        ("He spoke on Telegram from Damascus.", "Telegram"),
        ("UGA scientists met in Athens.", "UGA"),
        ("It begins with Permanent Ceasefire and Security Arrangements in Juba.", "Permanent Ceasefire"),
    ],
)
def test_what_is_no_place(nlp: Language, text: str, name: str) -> None:
    assert name not in places(nlp, text)


def test_a_name_that_fits_nowhere_else_in_the_report_stays_open(nlp: Language) -> None:
    text = "Syria's army left Homs. Shells hit Anjar, Damascus said, and convoys from Hama, Aleppo and Latakia turned back."
    assert places(nlp, text)["Anjar"].country != "IN"


def test_a_village_that_no_gazetteer_knows(nlp: Language) -> None:
    found = places(nlp, "Gunmen raided the village of Kordofele in Sudan.")["Kordofele"]
    assert (found.type, found.country, found.lat) == ("city", "SD", None)


def test_a_geonames_id_for_a_town(nlp: Language) -> None:
    assert places(nlp, "They met in Nairobi.")["Nairobi"].geonames == "184745"


def test_one_spelling_one_place(nlp: Language) -> None:
    found = layers(read(nlp, "The bus left Tripoli. Lebanon sent help to Tripoli, Lebanon.")).places
    assert {p.country for p in found if p.name == "Tripoli"} == {"LB"}


def test_offsets(nlp: Language) -> None:
    doc = read(nlp, "“Peace” 🕊 in Bamako — and in Ménaka, Mali.")
    assert layers(doc).places
    for place in layers(doc).places:
        assert doc.text[place.start : place.end] == place.name


@pytest.mark.parametrize(("one", "other"), [("al-Hasakah", "Hasakah"), ("Sana'a", "Sanaa"), ("Khān Yūnis", "khan yunis"), ("Deir ez-Zor", "Deir Ez Zor")])
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Derry", "Delhi"), ("Goma", "Gao"), ("Mali", "Malé city"), ("Aleppo", "Lepo")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_works_without_the_readers_before_it(nlp: Language) -> None:
    assert {p.name for p in layers(truce_places(nlp("They met in Nairobi."))).places} == {"Nairobi"}


@pytest.mark.shared
def test_geovirus_floor(nlp: Language, shared: object) -> None:
    import json
    from pathlib import Path

    path = Path(str(shared)) / "bench" / "places" / "geovirus.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:40]]
    gold = made = both = 0
    for row in rows:
        wanted = row["toponyms"]
        got = layers(read(nlp, row["text"])).places
        gold, made = gold + len(wanted), made + len(got)
        both += sum(any(p.start < t["end"] and t["start"] < p.end for p in got) for t in wanted)
    assert 2 * both / (gold + made) > 0.85
