"""States, capitals, bodies, groups and unnamed people."""

from __future__ import annotations

import pytest

from tests.reading.actors_stage import read


@pytest.mark.parametrize(
    ("text", "capital", "state"),
    [
        ("Tehran said it would wait.", "Tehran", "IRN"),
        ("Talks between Baku and Yerevan went well.", "Yerevan", "ARM"),
        ("Hanoi's position is unchanged.", "Hanoi", "VNM"),
        ("Moscow urged Ankara to wait.", "Ankara", "TUR"),
        ("The Kremlin declined to comment.", "Kremlin", "RUS"),
        ("Tokyo lodged a protest with Seoul.", "Seoul", "KOR"),
    ],
)
def test_a_capital_or_metonym_that_acts_is_its_state(text: str, capital: str, state: str) -> None:
    assert read(text).who(capital) == (f"state:{state}",)


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("The ministers met in Tehran on Monday.", "Tehran"),
        ("The delegation flew to Baku at dawn.", "Baku"),
        ("NAIROBI, May 4 (Xinhua) -- Ministers met on Monday.", "NAIROBI"),
        ("The envoy visited Kabul twice.", "Kabul"),
        ("ISLAMABAD: The premier left on Monday.", "ISLAMABAD"),
    ],
)
def test_a_capital_where_something_happens_is_only_a_place(text: str, capital: str) -> None:
    assert read(text).who(capital) is None


def test_brussels_is_the_union_unless_the_article_speaks_of_belgium() -> None:
    assert read("Brussels said sanctions would stay.").who("Brussels") == ("organisation:european-union",)
    assert read("Belgium recalled its envoy. Brussels said ties would suffer.").who("Brussels") == ("state:BEL",)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Sino-Indian talks resumed.", {"state:CHN", "state:IND"}),
        ("Russo-Japanese ties froze.", {"state:RUS", "state:JPN"}),
        ("The Franco-German summit ended.", {"state:FRA", "state:DEU"}),
        ("An Indo-Pacific strategy was drafted.", set()),
    ],
)
def test_combined_adjectives_are_both_states(text: str, states: set[str]) -> None:
    assert {actor for actor in read(text).present if actor.startswith("state:")} == states


@pytest.mark.parametrize(
    ("text", "phrase", "actor"),
    [
        ("A senior Israeli security official denied it.", "official", "unnamed:ISR/senior-security-official"),
        ("US officials denied it.", "officials", "unnamed:USA/officials"),
        ("Officials in Amman denied it.", "Officials", "unnamed:JOR/officials"),
        ("A top aide to Benjamin Netanyahu denied it.", "aide", "unnamed:ISR/top-aide"),
        ("A senior Gulf diplomat denied it.", "diplomat", "unnamed:/senior-gulf-diplomat"),
        ("Western leaders denied it.", "leaders", "group:the-west"),
        ("Gulf states denied it.", "states", "group:gulf-states"),
        ("The Chinese side denied it.", "side", "state:CHN"),
        ("Hamas denied it.", "Hamas", "organisation:hamas"),
        ("Leaders of ECOWAS met. The regional bloc imposed sanctions.", "The regional bloc", "organisation:ecowas"),
        ("The news was reported by Reuters.", "Reuters", "organisation:reuters"),
    ],
)
def test_people_without_names_and_bodies(text: str, phrase: str, actor: str) -> None:
    assert read(text).who(phrase) == (actor,)


def test_an_apposition_describes_the_person_before_it() -> None:
    found = read("Laura Vella, a senior Maltese diplomat, chaired the talks.")
    assert found.present == {"person:laura-vella"}


def test_a_plain_office_in_the_predicate_makes_no_actor() -> None:
    assert not [actor for actor in read("He is also finance minister.").present if actor.startswith("unnamed:")]


def test_every_reference_has_its_actors_and_a_head_inside() -> None:
    text = (
        "Omani Foreign Minister Badr Albusaidi hosted US envoy Steve Witkoff and Iran's Abbas Araghchi. "
        "Both sides praised Muscat. Officials in Tehran said their talks would go on, while Washington kept silent."
    )
    found = read(text)
    for reference in found.cast.references:
        assert reference.actors
        assert reference.start <= reference.head < reference.end
        assert set(reference.actors) <= found.present


def test_a_spokesman_for_someone_speaks_for_whom_they_serve() -> None:
    text = (
        "Josep Borrell, the European Union's foreign policy chief, met Robert Fico in Bratislava. Talks will go on, "
        "a spokesman for Borrell said."
    )
    assert [actor.partition("/")[0] for actor in read(text).who("spokesman") or ()] == ["office:european-union"]


def test_the_minister_of_a_land_is_who_was_named_as_one() -> None:
    text = (
        "The foreign ministers of Kenya and Somalia, Musalia Mudavadi and Ahmed Moalim Fiqi, met in Nairobi. Kenya's "
        "security adviser Monica Juma was there. The Kenyan minister said the border would reopen."
    )
    assert read(text).who("Kenyan minister") == ("person:musalia-mudavadi",)
