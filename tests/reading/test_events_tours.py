"""Journeys: each leg a visit with its own day, whose a visit is that names nobody, and meetings on the way."""

from __future__ import annotations

import pytest

from tests.reading.events_told import lines

MINISTER = "Dutch Foreign Minister Caspar Veldkamp"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{MINISTER} will travel to Malta on Monday and to Cyprus on Tuesday.",
         {"planned visit: caspar-veldkamp @ Malta (Monday)", "planned visit: caspar-veldkamp @ Cyprus (Tuesday)"}),
        (f"{MINISTER} visited Tallinn on Tuesday and Vilnius on Wednesday.",
         {"held visit: caspar-veldkamp @ Tallinn (Tuesday)", "held visit: caspar-veldkamp @ Vilnius (Wednesday)"}),
        (f"{MINISTER} will visit Malta, Cyprus and Greece next week.",
         {f"planned visit: caspar-veldkamp @ {place} (next week)" for place in ("Malta", "Cyprus", "Greece")}),
        (f"{MINISTER} flew to Valletta, Malta, on Monday.", {"held visit: caspar-veldkamp @ Valletta (Monday)"}),
    ],
)  # fmt: skip
def test_each_leg_is_a_visit_with_its_own_day(text: str, wanted: set[str]) -> None:
    assert set(lines(text)) == wanted


def test_a_stop_of_which_nobody_is_named_is_the_travellers() -> None:
    text = f"{MINISTER} will travel to Oslo on Monday. A planned stop in Helsinki was cancelled, his spokesman said."
    assert "cancelled visit: caspar-veldkamp @ Helsinki ()" in lines(text)


def test_stops_of_a_tour_still_to_come_are_still_to_come() -> None:
    text = f"{MINISTER} arrives in Riga on Monday on the first leg of a trip that also includes a stop in Tallinn."
    assert set(lines(text)) == {
        "planned visit: caspar-veldkamp @ Riga (Monday)", "planned visit: caspar-veldkamp @ Tallinn ()",
    }  # fmt: skip


def test_people_met_each_in_a_city_of_their_own_were_met_apart() -> None:
    text = f"{MINISTER} met Gitanas Nauseda in Vilnius on Monday and Donald Tusk in Warsaw on Tuesday."
    assert set(lines(text)) == {
        "held meeting: caspar-veldkamp + gitanas-nauseda @ Vilnius (Monday)",
        "held meeting: caspar-veldkamp + donald-tusk @ Warsaw (Tuesday)",
    }


def test_where_two_were_met_is_no_party() -> None:
    text = f"{MINISTER} met his Indian counterpart, S. Jaishankar, in New Delhi, and then in Islamabad with Ishaq Dar."
    assert {line.rpartition(" (")[0] for line in lines(text)} == {
        "held meeting: caspar-veldkamp + s-jaishankar @ New Delhi",
        "held meeting: caspar-veldkamp + ishaq-dar @ Islamabad",
    }


def test_the_first_visit_by_a_premier_since_another_is_the_visit_told() -> None:
    text = (
        f"{MINISTER} arrived in Kingston on Monday. It was the first visit to Jamaica by a Dutch foreign minister "
        "since Bert Koenders flew to Kingston in May 2015."
    )
    assert lines(text) == (
        "held visit: caspar-veldkamp @ Kingston (Monday)", "held visit: bert-koenders @ Kingston (May 2015)",
    )  # fmt: skip


def test_talks_with_both_are_with_each() -> None:
    text = "The deal follows Donald Trump's calls with both Vladimir Putin and Volodymyr Zelensky on Monday."
    assert set(lines(text)) == {
        "held call: donald-trump + vladimir-putin @ - (Monday)",
        "held call: donald-trump + volodymyr-zelensky @ - (Monday)",
    }
