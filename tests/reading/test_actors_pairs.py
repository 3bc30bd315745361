""" "Both leaders", "the two countries", "the three": whom the text tells of together, in focus or all along."""

from __future__ import annotations

from tests.reading.actors_stage import read

LEAD = "Ethiopian Prime Minister Abiy Ahmed and Somali President Hassan Sheikh Mohamud met on Wednesday.\n\n"
ABIY, MOHAMUD = "person:abiy-ahmed", "person:hassan-sheikh-mohamud"


def test_the_pair_of_the_article_comes_before_the_last_two_named() -> None:
    text = LEAD + (
        "Mohamud will travel to Djibouti for a meeting with President Ismail Omar Guelleh. A stop in Asmara was "
        "cancelled, his spokesman said.\n\nTurkish President Recep Tayyip Erdogan spoke with both leaders on Monday."
    )
    assert read(text).who("both leaders") == (ABIY, MOHAMUD)


def test_two_people_of_the_sentence_before_come_first() -> None:
    text = LEAD + "Mohamud later met Kenyan President William Ruto in Nairobi. The two leaders discussed trade."
    assert read(text).who("two leaders") == (MOHAMUD, "person:william-ruto")


def test_states_that_only_hail_a_deal_are_not_its_two_countries() -> None:
    text = "India and Bangladesh signed a deal. Nepal and Bhutan welcomed it. The two countries share a river."
    assert read(text).who("two countries") == ("state:IND", "state:BGD")


def test_the_three_are_the_three_told_together() -> None:
    text = "Mette Frederiksen, Kristrun Frostadottir and Mark Carney met in Nuuk. The three agreed to a patrol."
    assert len(read(text).who("The three") or ()) == 3


def test_the_two_countries_leaders_are_their_leaders() -> None:
    text = "Ghana and Togo reopened the border. The two countries' leaders will meet in May."
    assert [actor.partition("/")[0] for actor in read(text).who("leaders") or ()] == ["office:GHA", "office:TGO"]


def test_two_people_of_two_clauses_are_not_told_together() -> None:
    text = LEAD + "Lula has offered to host talks, and Abiy has not ruled out going. The two leaders last met in 2023."
    assert read(text).who("two leaders") == (ABIY, MOHAMUD)


def test_two_sides_are_those_of_one_subject_and_its_verbs() -> None:
    text = (
        "Prime Minister Pham Minh Chinh will receive Enrique Manalo.\n\nManalo visited Hanoi and co-chaired talks with "
        "Vietnamese Foreign Minister Bui Thanh Son. The two sides agreed to set up a hotline."
    )
    assert read(text).who("two sides") == ("person:enrique-manalo", "person:bui-thanh-son")


def test_the_bloc_is_the_one_spoken_of_most() -> None:
    text = "The ECOWAS mediator met the ECOWAS chairman and an African Union envoy. The regional bloc is worried."
    assert read(text).who("regional bloc") == ("organisation:ecowas",)


def test_presidents_told_of_after_ministers_are_not_the_ministers() -> None:
    text = (
        "Kenyan Foreign Minister Musalia Mudavadi and Tanzanian Foreign Minister January Makamba met in Arusha. "
        "{} did not attend."
    )
    for phrase in ("The presidents", "The two presidents"):
        found = read(text.format(phrase)).who(phrase) or ()
        assert [actor.partition(":")[2] for actor in found] == ["KEN/head-of-state", "TZA/head-of-state"]
    assert read(text.format("The ministers")).who("The ministers") == (
        "person:musalia-mudavadi", "person:january-makamba"
    )  # fmt: skip


def test_foreign_ministers_of_two_states_are_none_of_their_presidents() -> None:
    text = (
        "Presidents Irfaan Ali and Nicolas Maduro met. The foreign ministers of both countries spoke on Monday. "
        "President Maduro left early."
    )
    found = read(text).who("foreign ministers") or read(text).who("both countries") or ()
    assert "person:nicolas-maduro" not in found
    assert "office:VEN/foreign-minister" in found
