"""Meetings of a body of states: conferences, of whoever is named; and what is beside them."""

from __future__ import annotations

import pytest

from tests.reading.events_told import lines


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Subrahmanyam Jaishankar attended a meeting of BRICS foreign ministers in Cape Town on Thursday.",
         "held conference: s-jaishankar @ Cape Town"),
        ("Viktor Orban skipped a summit of EU leaders in Brussels on Monday.",
         "denied conference: viktor-orban @ Brussels"),
        ("India will host a meeting of the Shanghai Cooperation Organisation's foreign ministers in July.",
         "planned conference: IND @ India"),
        ("Hakan Fidan will fly to Jeddah to take part in a meeting of the Organisation of Islamic Cooperation.",
         "planned conference: hakan-fidan @ Jeddah"),
        ("EU foreign ministers met in Brussels on Monday.",
         "held conference: european-union/foreign-ministers @ Brussels"),
        ("Mark Carney met Donald Tusk on the sidelines of a NATO summit in The Hague.",
         "held meeting: donald-tusk + mark-carney @ The Hague"),
    ],
)  # fmt: skip
def test_a_body_meets_in_conference(text: str, wanted: str) -> None:
    assert wanted in {line.rpartition(" (")[0] for line in lines(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The chancellor landed in Tashkent hours before the summit.",
        "William Ruto condemned the summit in Kampala.",
    ],
)
def test_not_everybody_near_a_summit_attends_it(text: str) -> None:
    assert not [line for line in lines(text) if "conference" in line]


def test_who_speaks_to_a_summit_takes_part_where_it_is() -> None:
    text = "Paul Kagame told a summit of the African Union (AU) in Addis Ababa on Saturday that trade must grow."
    assert lines(text) == ("held conference: paul-kagame @ Addis Ababa (Saturday)",)


@pytest.mark.parametrize(("verb", "told"), [("arrived in", True), ("travelled to", False)])
def test_what_a_visit_of_another_time_was_for_is_told_with_it(verb: str, told: bool) -> None:
    text = f"Bilawal Bhutto Zardari {verb} Goa for a meeting of the Shanghai Cooperation Organisation's ministers."
    assert any("conference" in line for line in lines(text)) is told


def test_the_heads_of_a_bloc_meet_as_the_bloc() -> None:
    text = "ECOWAS warned Mali in May. Heads of state of the bloc will hold a summit in Accra on March 25."
    assert "planned conference: ecowas @ Accra (March 25)" in lines(text)


def test_sanctions_on_a_day_are_still_on_the_state() -> None:
    text = "ECOWAS met in May. The regional bloc imposed sanctions on Mali on January 9."
    assert "held sanction: MLI + ecowas @ - (January 9)" in lines(text)
