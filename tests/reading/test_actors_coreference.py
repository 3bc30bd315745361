"""Who a pronoun, a role or a noun is, over articles of many dyads; every text is our own."""

from __future__ import annotations

import pytest

from tests.reading.actors_stage import read

HE = [
    # A given name tells a woman from a man.
    ("Marta Ruiz met Pedro Vidal in Quito on Monday. She said that the border would open.", "She", "person:marta-ruiz"),
    ("Marta Ruiz met Pedro Vidal in Quito on Monday. He said that the border would open.", "He", "person:pedro-vidal"),
    # What stands above a pronoun in its sentence: the subject, the owner.
    ("Nasser Bourita said that he would travel to Madrid.", "he", "person:nasser-bourita"),
    (
        "The visit of Henk Visser follows Tomas Novak's promise of opening an office for his deputy.",
        "his", "person:tomas-novak",
    ),
    # What is put before the sentence points forward to its subject.
    ("Talks with Piet Maas ended on Monday. During his stay in Oslo, Henk Visser visited a school.", "his",
     "person:henk-visser"),
    # Over a paragraph that names nobody.
    (
        ("Minister Henk Visser landed in Accra on Monday, his office said.\nThe trip had been put off twice.\n"
        "He will stay until Friday, according to the programme."),
        "He", "person:henk-visser",
    ),
    # Binding: the object of a clause is not its subject.
    ("Henk Visser met Piet Maas. Maas thanked him for the visit.", "him", "person:henk-visser"),
    # One unnamed person may be meant, a body may not.
    ("A Ghanaian farmer blocked the road on Monday. He said that prices were too low.", "He", "unnamed:GHA/farmer"),
    ("The spokeswoman of the Ghanaian government praised Henk Visser. She gave no date.", "She",
     "office:GHA/government-spokesperson"),
]  # fmt: skip
SAME = [
    # Middle names, initials, numbers of rulers, and the surname alone.
    ("Ana Maria Holm met Piet Maas. Ana Holm will stay a week.", "person:ana-maria-holm", "Ana Holm"),
    ("The envoy Piet Jan Maas arrived. Piet Maas said that he was glad.", "person:piet-jan-maas", "Piet Maas"),
    ("Oskar Lind Jr. arrived in Bergen. Lind said that he was glad.", "person:oskar-lind-jr", "Lind"),
    # A noun said of a person by a copula or an apposition.
    ("Marta Ruiz said that Henk Visser is a farmer from the north.", "person:henk-visser", "a farmer"),
    ("Piet Maas arrived. The journalist Ida Holm, a veteran reporter, asked him.", "person:ida-holm",
     "a veteran reporter"),
    # "The ministers" are those told of together.
    ("Foreign ministers Ana Lee of Malta and Tomas Novak of Chile met in Rome. The ministers agreed to meet again.",
     "person:ana-lee", "The ministers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pronoun", "actor"), HE)
def test_a_pronoun_is_the_most_likely_one_that_fits(text: str, pronoun: str, actor: str) -> None:
    assert read(text).who(pronoun) == (actor,)


@pytest.mark.parametrize(("text", "actor", "phrase"), SAME)
def test_one_person_under_several_words(text: str, actor: str, phrase: str) -> None:
    assert actor in (read(text).who(phrase) or ())


def test_what_is_denied_or_only_possible_describes_nobody() -> None:
    for text in ("Henk Visser is not a farmer.", "Henk Visser may be a farmer."):
        assert read(text).who("a farmer") != ("person:henk-visser",)


def test_a_pronoun_that_nobody_fits_stays_open() -> None:
    assert read("Marta Ruiz arrived on Monday. He was late.").who("He") is None


def test_the_two_ministries_are_ministries_of_the_two_states() -> None:
    found = read("Ana Lee of Malta met Tomas Novak of Chile. The two foreign ministries said that talks went on.")
    assert found.who("The two foreign ministries") == (
        "organisation:MLT/foreign-ministry", "organisation:CHL/foreign-ministry",
    )  # fmt: skip


def test_a_title_in_a_body_that_nobody_knows_is_no_office_of_its_state() -> None:
    found = read("The president of the Chilean Chess Federation met Ana Lee.")
    assert "office:CHL/head-of-state" not in found.present
