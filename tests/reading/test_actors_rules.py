"""The rules by which a phrase becomes an actor, one sentence for each, over many dyads; every text is our own."""

from __future__ import annotations

import pytest

from tests.reading.actors_stage import read

NAMES = [
    # One person in several transliterations.
    ("Russian Foreign Minister Sergei Lavrov landed in Baku.", "Sergei Lavrov", "person:sergey-lavrov"),
    ("Russian Foreign Minister Sergey Lavrov landed in Baku.", "Sergey Lavrov", "person:sergey-lavrov"),
    ("Ukrainian President Volodymyr Zelenskiy flew to Madrid.", "Volodymyr Zelenskiy", "person:volodymyr-zelensky"),
    ("Ukrainian President Volodymyr Zelenskyy flew to Madrid.", "Volodymyr Zelenskyy", "person:volodymyr-zelensky"),
    ("Iranian Foreign Minister Abbas Araqchi left for Muscat.", "Abbas Araqchi", "person:abbas-araghchi"),
    ("Serbian President Aleksandar Vučić stayed in Ohrid.", "Aleksandar Vučić", "person:aleksandar-vucic"),
    ("Turkish President Recep Tayyip Erdoğan spoke in Ankara.", "Tayyip Erdoğan", "person:recep-tayyip-erdogan"),
    # The surname alone, after the full name and where the state is spoken of.
    ("Albin Kurti met Aleksandar Vucic in Ohrid. Later Kurti left.", "Kurti", "person:albin-kurti"),
    ("Moroccan minister Nasser Bourita went to Madrid. Bourita stayed a day.", "Bourita", "person:nasser-bourita"),
    # Leaders need no introduction.
    ("Trump said that talks would go on.", "Trump", "person:donald-trump"),
    # The family name comes first in East Asia, and is the one used alone.
    ("Chinese Foreign Minister Wang Yi met Vietnam's envoys. Wang spoke of trade.", "Wang", "person:wang-yi"),
    ("North Korean leader Kim Jong Un received the guests. Kim smiled.", "Kim", "person:kim-jong-un"),
    ("Japan's premier Shigeru Ishiba called. Ishiba spoke of rice.", "Ishiba", "person:shigeru-ishiba"),
    # Titles before a name are no part of it; deputy is a rank.
    ("Field Marshal Asim Munir of Pakistan met Ana Lee.", "Asim Munir", "person:asim-munir"),
    ("Sheikh Mohammed bin Abdulrahman Al Thani of Qatar met envoys of Chad.", "Al Thani",
     "person:mohammed-bin-abdulrahman-al-thani"),
    # Nobody whom knowledge holds: kept by name, with the state of the title.
    ("Chilean deputy trade minister Rosa Quispe flew to Lima.", "Rosa Quispe", "person:rosa-quispe"),
    ("Ghana's ambassador to Chad, Kwame Darko, spoke on Monday.", "Kwame Darko", "person:kwame-darko"),
]  # fmt: skip
ROLES = [
    # Offices without a name, whatever says whose they are.
    ("The Kenyan foreign minister flew to Addis Ababa.", "The Kenyan foreign minister", "office:KEN/foreign-minister"),
    ("Peru's defence minister resigned.", "Peru 's defence minister", "office:PER/defence-minister"),
    ("The president of Ghana opened the road.", "The president of Ghana", "office:GHA/head-of-state"),
    # A rank below: no minister.
    ("Vietnam's deputy prime minister opened the fair.", "Vietnam 's deputy prime minister",
     "office:VNM/deputy-head-of-government"),
    # The counterpart holds the same office elsewhere.
    ("Bolivian Foreign Minister Celinda Sosa met her Chilean counterpart.", "her Chilean counterpart",
     "office:CHL/foreign-minister"),
    ("Indian Defence Minister Rajnath Singh hosted his Kenyan counterpart.", "his Kenyan counterpart",
     "office:KEN/defence-minister"),
    ("Ghanaian Foreign Minister Shirley Botchwey phoned her Togolese colleague.", "her Togolese colleague",
     "office:TGO/foreign-minister"),
    # A spokesperson speaks for an institution.
    ("A spokesman for the Egyptian Foreign Ministry said that talks went on.", "the Egyptian Foreign Ministry",
     "office:EGY/foreign-ministry-spokesperson"),
]  # fmt: skip
UNNAMED = [
    ("Senior US officials briefed reporters in Doha.", "Senior US officials", "USA"),
    ("A Saudi diplomat said that the road was open.", "A Saudi diplomat", "SAU"),
    ("Botchwey wrote to two Togolese colleagues.", "two Togolese colleagues", "TGO"),
    ("Two Armenian lawmakers crossed the border.", "Two Armenian lawmakers", "ARM"),
    ("The Sudanese delegation left Jeddah.", "The Sudanese delegation", "SDN"),
    ("An aide to Albin Kurti said that talks went on.", "An aide", "XKX"),
]
PARTIES = [
    # A capital that acts is its government.
    ("Washington said that it would send envoys.", "Washington", "state:USA"),
    ("Talks between Nairobi and Mogadishu went on.", "Nairobi", "state:KEN"),
    ("Belgrade accused Pristina of stalling.", "Pristina", "state:XKX"),
    ("The Kremlin denied the report.", "Kremlin", "state:RUS"),
    # A body of many states is a party of its own.
    ("The African Union sent observers to Chad.", "African Union", "organisation:african-union"),
]
PLACES = [
    # Where something happens is no party, nor is a dateline or a host city.
    ("The envoys met in Washington on Monday.", "Washington"),
    ("NAIROBI (Wire) - The envoys met on Monday.", "NAIROBI"),
    ("Envoys of Chad flew to Cairo.", "Cairo"),
    ("The talks hosted at Geneva ended.", "Geneva"),
]
TOGETHER = [
    (
        "Albin Kurti and Aleksandar Vucic met in Ohrid. The two leaders shook hands.", "The two leaders",
        ("person:albin-kurti", "person:aleksandar-vucic"),
    ),
    ("Kenya and Somalia signed a deal. Both sides praised it.", "Both sides", ("state:KEN", "state:SOM")),
    ("Peru and Chile met on Monday. The two countries trade.", "The two countries", ("state:PER", "state:CHL")),
    (
        "The foreign ministers of Armenia and Azerbaijan met.", "The foreign ministers",
        ("office:ARM/foreign-minister", "office:AZE/foreign-minister"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "actor"), [*NAMES, *PARTIES])
def test_names_and_parties(text: str, phrase: str, actor: str) -> None:
    found = read(text)
    assert (actor,) in [actors for shown, actors in _shown(text) if phrase in shown], sorted(found.present)


@pytest.mark.parametrize(("text", "phrase", "actor"), ROLES)
def test_roles_without_a_name(text: str, phrase: str, actor: str) -> None:
    assert (actor,) in [actors for shown, actors in _shown(text) if phrase in shown], _shown(text)


@pytest.mark.parametrize(("text", "phrase", "state"), UNNAMED)
def test_people_without_a_name_have_a_state(text: str, phrase: str, state: str) -> None:
    cast = read(text).cast
    found = [actors[0] for shown, actors in _shown(text) if phrase.rsplit(maxsplit=1)[-1] in shown]
    assert [cast.actors[actor].state for actor in found] == [state], sorted(cast.actors)


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_place_is_no_party(text: str, place: str) -> None:
    assert [shown for shown, _ in _shown(text) if place in shown] == []


@pytest.mark.parametrize(("text", "phrase", "actors"), TOGETHER)
def test_those_told_of_together(text: str, phrase: str, actors: tuple[str, ...]) -> None:
    assert [set(found) for shown, found in _shown(text) if phrase in shown] == [set(actors)]


def test_two_people_of_one_surname_stay_apart() -> None:
    found = read(
        "Chinese Foreign Minister Wang Yi arrived in Hanoi. Spokesman Wang Wenbin said in Beijing that Wang Yi would "
        "stay two days."
    )
    assert {"person:wang-yi", "person:wang-wenbin"} <= found.present


def test_unknown_people_keep_the_state_of_their_title() -> None:
    cast = read("Chilean deputy trade minister Rosa Quispe met Kwame Darko, Ghana's ambassador to Chad.").cast
    assert cast.actors["person:rosa-quispe"].state == "CHL"
    assert cast.actors["person:kwame-darko"].state == "GHA"


def _shown(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The words of every reference, with its actors."""
    found = read(text)
    return [(" ".join(found.document.words[r.start : r.end]), r.actors) for r in found.cast.references]
