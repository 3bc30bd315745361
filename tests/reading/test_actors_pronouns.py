"""Pronouns and "both sides": nearest fitting one, subjects first, never two parts of one clause."""

from __future__ import annotations

import pytest

from tests.reading.actors_stage import read

ONE = [
    ("Estonian Prime Minister Kaja Kallas met Olaf Scholz. She thanked Berlin.", "She", "person:kaja-kallas"),
    ("Mexican President Claudia Sheinbaum called Donald Trump. He thanked Mexico.", "He", "person:donald-trump"),
    ("Tsai Ing-wen met House Speaker Kevin McCarthy. Tsai thanked him.", "him", "person:kevin-mccarthy"),
    ("Spokeswoman Marta Ruiz met Pavel Novak. She thanked the Czechs.", "She", "person:marta-ruiz"),
    ("Angela Merkel met Francois Hollande, and later Barack Obama dined with him.", "him", "person:francois-hollande"),
    ("Beijing condemned the visit. It recalled an envoy.", "It", "state:CHN"),
    ("Iran and Oman signed. Iran said its ships were safe.", "its", "state:IRN"),
]


QUOTED = [
    ("Somalia's foreign ministry rejected the charge. \"Not one of our soldiers set foot in Kenya,\" it said.", "it",
     "organisation:SOM/foreign-ministry"),
    ("Kenya's foreign ministry rejected the charge. It said Somalia was wrong.", "It",
     "organisation:KEN/foreign-ministry"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pronoun", "actor"), QUOTED)
def test_whom_a_quotation_names_is_not_who_speaks_it(text: str, pronoun: str, actor: str) -> None:
    assert read(text).who(pronoun) == (actor,)


@pytest.mark.parametrize(("text", "pronoun", "actor"), ONE)
def test_a_pronoun_is_the_best_that_fits(text: str, pronoun: str, actor: str) -> None:
    assert read(text).who(pronoun) == (actor,)


SPOKEN = [
    ("Minister Marko Saar told parliament that Taavi Kukk wanted a port. The port is large. He said it was a symbol.",
     "person:marko-saar"),
    ("Deputy Jaan Tamm stressed that Mart Kask had won twice. He added that Kask would win again.", "person:jaan-tamm"),
    ('Envoy Ivo Horn met Ants Laar and Rein Laar. Horn said it went well. "It was fast," he told reporters.',
     "person:ivo-horn"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actor"), SPOKEN)
def test_who_spoke_last_is_likely_to_speak_on(text: str, actor: str) -> None:
    assert read(text).who("he" if '" he' in text or '," he' in text else "He") == (actor,)


SHIPS = [
    "The Benson sailed past the island. Shi Yinhong said the ship was slow. He laughed.",
    "Troops boarded the Marlowe on Monday. Shi Yinhong said it was empty. He laughed.",
    "The crew of the Harlow had left. Shi Yinhong said so in Lima. He laughed.",
]


@pytest.mark.parametrize("text", SHIPS)
def test_a_lone_name_with_an_article_is_no_person(text: str) -> None:
    assert read(text).who("He") == ("person:shi-yinhong",)


def test_a_gender_that_was_guessed_gives_way_where_nobody_else_fits() -> None:
    text = "Shi Yinhong said it would deter her. Beijing was calm.\n\nIt rained. He laughed."
    assert read(text).who("He") == ("person:shi-yinhong",)


def test_an_object_is_not_the_subject_of_its_own_clause_under_another_name() -> None:
    text = "Ukrainian President Volodymyr Zelensky hosted Antony Blinken. The Ukrainian leader praised him."
    assert read(text).who("him") == ("person:antony-blinken",)


MANY = [
    ("Vladimir Putin and Xi Jinping met. They signed a pact.", "They", {"person:vladimir-putin", "person:xi-jinping"}),
    ("Iran and Saudi Arabia agreed. The two countries thanked Iraq.", "The two countries", {"state:IRN", "state:SAU"}),
    ("Iran and Saudi Arabia agreed. Both sides thanked Iraq.", "Both sides", {"state:IRN", "state:SAU"}),
    ("S. Jaishankar met Wang Yi in Goa. The two ministers agreed.", "The two ministers",
     {"person:s-jaishankar", "person:wang-yi"}),
    ("S. Jaishankar met Wang Yi in Goa.\n\nWang smiled.\n\nThe two ministers agreed.", "The two ministers",
     {"person:s-jaishankar", "person:wang-yi"}),
    ("Wang Yi met S. Jaishankar. Both governments welcomed it.", "Both governments", {"state:CHN", "state:IND"}),
    ("Iranian President Ebrahim Raisi rang Azeri President Ilham Aliyev. The presidents agreed.", "The presidents",
     {"person:ebrahim-raisi", "person:ilham-aliyev"}),
    ("The prime ministers of Estonia, Latvia and Lithuania met. The three leaders agreed.", "The three leaders",
     {"office:EST/head-of-government", "office:LVA/head-of-government", "office:LTU/head-of-government"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "actors"), MANY)
def test_several_told_of_together(text: str, phrase: str, actors: set[str]) -> None:
    assert set(read(text).who(phrase) or ()) == actors


def test_expletive_it_is_nobody() -> None:
    found = read("Kenya left the talks. It was reported that they failed.")
    assert found.who("It") is None


def test_one_unnamed_person_is_not_they() -> None:
    found = read("The Danish envoy hailed the talks. Observers said they would go on.")
    assert found.who("they") != ("office:DNK/special-envoy",)


def test_the_same_text_gives_the_same_cast() -> None:
    text = MANY[0][0]
    first = read(text).cast
    read.cache_clear()
    assert read(text).cast == first
