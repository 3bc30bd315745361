"""Sectors of actors (PLOVER's roles): from nouns, the words before them, bodies, and offices."""

from __future__ import annotations

import pytest

from communique.knowledge.tables import read_table
from communique.reading.actors.agents import agents, sector_of_name, sector_of_phrase
from communique.reading.actors.lexicon import HERE
from tests.reading.actors_stage import read

PHRASES = [
    ("farmer", "AGR"), ("a rebel commander", "REB"), ("army spokesman", "MIL"), ("the opposition leader", "OPP"),
    ("an opposition lawmaker", "OPP"), ("police officer", "COP"), ("a retired judge", "ELI"), ("former farmer", "AGR"),
    ("former intelligence chief", "ELI"), ("trade union leader", "LAB"), ("human rights group", "SOC"),
    ("aid worker", "NGO"), ("armed group", "UAF"), ("state news agency", "JRN"), ("oil company", "BUS"),
    ("the group", None), ("a chair leg", None), ("an airline accountant", "BUS"), ("drug cartel", "CRM"),
    ("asylum seeker", "REF"), ("hospital director", "HLH"), ("militia commander", "PRM"),
]  # fmt: skip
NAMES = [
    ("University of Graz", "EDU"), ("Galician Farmers' Union", "AGR"), ("Baltic Trade Union", "LAB"),
    ("Homeland Party", "PTY"), ("Third Marine Battalion", "MIL"), ("Commercial Bank of Malawi", "BUS"),
    ("Coastal Cartel", "CRM"), ("Unity Council", None), ("People's Liberation Front of Nowhere", "REB"),
]  # fmt: skip
TEXTS = [
    ("Polish farmers blocked the road to Medyka.", "unnamed:POL/farmers", "POL", "AGR"),
    ("Thousands of Georgian protesters gathered in the square.", "unnamed:GEO/protesters", "GEO", "OPP"),
    ("A group of tourists said that the border was closed.", "unnamed:/tourists", None, "CVL"),
    ("Hezbollah fighters withdrew from the village.", "unnamed:hezbollah/fighters", "LBN", "REB"),
    ("A Kenya-based aid group said that food had run out.", "unnamed:KEN/aid-group", "KEN", "NGO"),
    ("Sydney police arrested two men.", "organisation:AUS/police", "AUS", "COP"),
    ("The Senegalese parliament adopted the law.", "organisation:SEN/parliament", "SEN", "LEG"),
    ("The Bolivian foreign minister arrived in Lima.", "office:BOL/foreign-minister", "BOL", "GOV"),
    ("NATO praised the agreement.", "organisation:nato", None, "IGO"),
    ("A former CIA official said that the raid had failed.", "unnamed:USA/former-official", "USA", "ELI"),
    ("Mossad officers met envoys of Qatar.", "unnamed:ISR/officers", "ISR", "SPY"),
]


@pytest.mark.parametrize(("phrase", "sector"), PHRASES)
def test_a_phrase_has_the_sector_of_its_noun_or_of_a_word_before_it(phrase: str, sector: str | None) -> None:
    assert sector_of_phrase(phrase.split()) == sector


@pytest.mark.parametrize(("name", "sector"), NAMES)
def test_an_organisation_has_the_sector_that_its_name_says(name: str, sector: str | None) -> None:
    assert sector_of_name(name) == sector


@pytest.mark.parametrize(("text", "actor", "state", "sector"), TEXTS)
def test_people_and_bodies_without_a_name_have_state_and_sector(
    text: str, actor: str, state: str | None, sector: str
) -> None:
    cast = read(text).cast
    assert actor in cast.actors, list(cast.actors)
    assert (cast.actors[actor].state, cast.actors[actor].sector) == (state, sector)


def test_the_office_that_an_article_gives_says_the_sector_of_a_person() -> None:
    cast = read("Bolivian lawmaker Rosa Quispe met former governor Julio Mamani in La Paz.").cast
    assert cast.actors["person:rosa-quispe"].sector == "LEG"
    assert cast.actors["person:julio-mamani"].sector == "ELI"


def test_a_name_of_its_own_is_not_swallowed_by_the_noun_before_it() -> None:
    found = read("The Serbian broadcaster RTS said that talks went on, the daily Danas reported.")
    assert not any(actor.startswith("unnamed:") for actor in found.present)


def test_nouns_that_nobody_acts_by_stay_out() -> None:
    assert read("The plan would help farmers and students.").present == set()


def test_the_table_of_agents_is_large_and_each_noun_stands_once_in_a_kind() -> None:
    table = read_table(HERE / "agents.tsv", ("sector", "kind", "yields", "nouns"))
    seen: list[tuple[str, str]] = [
        ("word" if cells[1] == "word" else "noun", noun) for _, cells in table.rows for noun in cells[3].split("|")
    ]
    nouns = [noun for kind, noun in seen if kind == "noun"]
    assert len(nouns) == len(set(nouns))
    assert len(agents().nouns) > 1000
    assert all(cells[1] in ("person", "body", "word") and cells[2] in ("", "yes") for _, cells in table.rows)
