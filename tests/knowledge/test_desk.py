"""Questions to the reference desk: who is meant, who held what when, what things are called."""

from __future__ import annotations

from datetime import date

import pytest

from communique.errors import KnowledgeError
from communique.knowledge import Knowledge, load


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Sergey Lavrov", "sergey-lavrov"),
        ("Sergei Lavrov", "sergey-lavrov"),
        ("Volodymyr Zelenskyy", "volodymyr-zelensky"),
        ("Vladimir Zelenskiy", "volodymyr-zelensky"),
        ("Mevlüt Çavuşoğlu", "mevlut-cavusoglu"),
        ("Donald J. Trump", "donald-trump"),
        ("Kim Jong Un", "kim-jong-un"),
        ("Fumio Kishida", "fumio-kishida"),
        ("Kishida Fumio", "fumio-kishida"),
        ("Mohamed bin Salman", "mohammed-bin-salman"),
        ("Abbas Araqchi", "abbas-araghchi"),
        ("Mohammad Yunus", "muhammad-yunus"),
        ("Hossein Amirabdollahian", "hossein-amir-abdollahian"),
        ("Luiz Inácio Lula da Silva", "luiz-inacio-lula-da-silva"),
        ("Aleksandr Lukashenko", "alexander-lukashenko"),
    ],
)
def test_find_persons(known: Knowledge, name: str, key: str) -> None:
    assert [person.key for person in known.find_persons(name)] == [key]


def test_a_surname_gives_all_who_bear_it(known: Knowledge) -> None:
    keys = {person.key for person in known.persons_with_surname("Wang")}
    assert {"wang-yi", "wang-wenbin"} <= keys
    assert keys == {person.key for person in known.find_persons("Wang")}
    assert "lee-jae-myung" not in {person.key for person in known.persons_with_surname("Li")}


def test_a_stranger_is_nobody(known: Knowledge) -> None:
    assert known.find_persons("Zebulon Quartermaine") == ()
    assert known.find_persons("") == ()


def test_holders_meet_the_closed_interval(known: Knowledge) -> None:
    held = known.holders("CHN/foreign-minister", date(2022, 12, 1), date(2023, 8, 1))
    assert [tenure.person for tenure in held] == ["wang-yi", "qin-gang", "wang-yi"]
    assert [t.person for t in known.holders("CHN/foreign-minister", date(2023, 3, 1), date(2023, 3, 1))] == ["qin-gang"]
    assert known.holders("CHN/foreign-minister", date(1950, 1, 1), date(1950, 1, 2)) == ()


@pytest.mark.parametrize(
    ("person", "day", "office"),
    [
        ("wang-yi", date(2023, 2, 21), "CHN/party-foreign-policy-head"),
        ("wang-yi", date(2024, 4, 9), "CHN/foreign-minister"),
        ("sergei-shoigu", date(2023, 6, 1), "RUS/defence-minister"),
        ("sergei-shoigu", date(2025, 3, 1), "RUS/security-council-secretary"),
        ("zhang-guoqing", date(2023, 9, 12), "CHN/deputy-head-of-government"),
        ("kaja-kallas", date(2023, 1, 1), "EST/head-of-government"),
        ("kaja-kallas", date(2025, 1, 1), "european-union/high-representative"),
        ("sergey-lavrov", date(2024, 4, 9), "RUS/foreign-minister"),
    ],
)
def test_office_on(known: Knowledge, person: str, day: date, office: str) -> None:
    held = known.office_on(person, day)
    assert held is not None
    assert held.key == office


def test_office_on_a_day_without_office(known: Knowledge) -> None:
    assert known.office_on("donald-trump", date(2022, 6, 1)) is None


@pytest.mark.parametrize(
    ("owner", "role", "name"),
    [
        ("USA", "foreign-minister", "Secretary of State"),
        ("GBR", "foreign-minister", "Foreign Secretary"),
        ("IND", "foreign-minister", "External Affairs Minister"),
        ("CHN", "head-of-government", "Premier"),
        ("CHN", "deputy-head-of-government", "Vice Premier"),
        ("KAZ", "foreign-minister", "Foreign Minister"),
        ("VAT", "foreign-minister", "Secretary for Relations with States"),
        ("nato", "secretary-general", "Secretary General of NATO"),
    ],
)
def test_offices_have_their_own_names(known: Knowledge, owner: str, role: str, name: str) -> None:
    office = known.office(owner, role)
    assert office.name == name
    assert office.key == f"{owner}/{role}"
    assert office.titles


def test_an_office_of_nobody_is_refused(known: Knowledge) -> None:
    with pytest.raises(KnowledgeError, match="no state or organisation"):
        known.office("XXX", "foreign-minister")
    with pytest.raises(KnowledgeError, match="no role"):
        known.office("USA", "foreign-wizard")


def test_titles_of_several_roles(known: Knowledge) -> None:
    keys = {role.key for role in known.roles_titled("Secretary of State")}
    assert {"foreign-minister", "state-secretary"} <= keys
    assert "deputy-head-of-government" in {role.key for role in known.roles_titled("Vice-Premier")}
    assert all(role.speaks for role in known.roles_titled("foreign ministry spokesperson"))


def test_states_by_name(known: Knowledge) -> None:
    for text, iso3 in [
        ("the Netherlands", "NLD"),
        ("Côte d'Ivoire", "CIV"),
        ("U.S.", "USA"),
        ("DPRK", "PRK"),
        ("KAZ", "KAZ"),
        ("Türkiye", "TUR"),
    ]:
        state = known.state_named(text)
        assert state is not None
        assert state.iso3 == iso3
    assert known.state_named("Atlantis") is None


def test_outlets_by_url(known: Knowledge) -> None:
    outlet = known.outlet_for_url("https://edition.cnn.com/2024/04/09/world/story")
    assert outlet is not None
    assert outlet.key == "cnn"
    assert known.outlet_for_url("tass.com/politics/1") is known.outlets["tass"]
    assert known.outlet_for_url("https://example.org/") is None
    assert known.outlet_for_url("") is None


def test_places_lie_in_states(known: Knowledge) -> None:
    state = known.place_state("vladivostok")
    assert state is not None
    assert state.iso3 == "RUS"
    assert known.place_state("south-china-sea") is None


def test_occasions_in_order(known: Knowledge) -> None:
    editions = known.occasions_of("belt-and-road-forum")
    assert [edition.start.year for edition in editions] == [2017, 2019, 2023]
    won = [o.start for o in known.occasions_with("vladimir-putin") if o.kind == "election"]
    assert date(2018, 3, 18) in won
    assert won == sorted(won)


def test_sectors_of_offices_and_bodies() -> None:
    sectors = load().sectors
    assert sectors.of_office("KEN/foreign-minister") == "GOV"
    assert sectors.of_office("KEN/speaker-of-parliament") == "LEG"
    assert sectors.of_office("hezbollah/organisation-leader") == "REB"
    assert sectors.of_body("nato") == "IGO"
    assert sectors.of_body("mossad") == "SPY"
    assert sectors.of_body("xinhua") == "JRN"
    assert sectors.of_body("no-such-body") is None
