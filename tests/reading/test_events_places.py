"""Places: those that only the name finder sees, those far from their verb, and meetings apart and together."""

from __future__ import annotations

import pytest

from tests.reading.events_told import lines


def test_a_place_that_no_table_lists_is_a_place_by_its_name() -> None:
    (line,) = lines("Gerardo Werthein met Alberto van Klaveren in Uspallata, Argentina, on Tuesday.")
    assert line == "held meeting: alberto-van-klaveren + gerardo-werthein @ Uspallata (Tuesday)"


def test_a_verb_of_motion_has_the_place_right_after_it() -> None:
    text = "It was the first such trip since Olaf Scholz travelled to New Delhi in July 2011."
    assert "held visit: olaf-scholz @ New Delhi (July 2011)" in lines(text)


def test_a_participle_that_says_when_an_event_is_to_be_passes_on_who_and_where() -> None:
    for text in (
        "Talks scheduled between Aleksandar Vucic and Albin Kurti in Ohrid were put off.",
        "A meeting planned between Aleksandar Vucic and Albin Kurti in Ohrid was cancelled.",
    ):
        (line,) = lines(text)
        assert line.startswith("cancelled meeting: albin-kurti + aleksandar-vucic @ Ohrid")


def test_separately_and_then_jointly_is_with_each_and_with_both() -> None:
    text = "Josep Borrell met separately and then jointly with Aleksandar Vucic and Albin Kurti in Ohrid."
    assert {line.rpartition(" @")[0] for line in lines(text)} == {
        "held meeting: aleksandar-vucic + josep-borrell", "held meeting: albin-kurti + josep-borrell",
        "held meeting: albin-kurti + aleksandar-vucic + josep-borrell",
    }  # fmt: skip


def test_when_two_last_met_is_not_the_meeting_of_today() -> None:
    text = "Gustavo Petro met Nicolas Maduro in Caracas. The two leaders last met in Bogota in May."
    assert set(lines(text)) == {
        "held meeting: gustavo-petro + nicolas-maduro @ Caracas ()",
        "held meeting: gustavo-petro + nicolas-maduro @ Bogota (May)",
    }


def test_a_guest_is_where_the_host_welcomes_them_to() -> None:
    text = "Andrzej Duda welcomed his Lithuanian counterpart Gitanas Nauseda to Warsaw on Monday for a state visit."
    assert {line.rpartition(" (")[0] for line in lines(text)} == {
        "held meeting: andrzej-duda + gitanas-nauseda @ Warsaw", "held visit: gitanas-nauseda @ Warsaw",
    }  # fmt: skip


def test_what_is_signed_during_talks_is_signed_where_they_are() -> None:
    text = "Pakistan and Afghanistan agreed to a ceasefire during talks in Doha on Sunday."
    assert any(line.startswith("held agreement: AFG + PAK @ Doha") for line in lines(text))


def test_a_visit_without_a_place_is_where_the_visitor_was_just_told_to_be() -> None:
    text = (
        "Yoon Suk Yeol met Fumio Kishida in Tokyo on Thursday. Yoon, who began a two-day visit earlier, spoke of trust."
    )
    assert any(line.startswith("held visit: yoon-suk-yeol @ Tokyo") for line in lines(text))
    away = "Yoon Suk Yeol met Fumio Kishida in Seoul on Thursday. Yoon, who ended a two-day visit earlier, was tired."
    assert not any("visit" in line for line in lines(away))


def test_whoever_is_abroad_is_on_a_visit_there() -> None:
    assert "held visit: caspar-veldkamp @ Algeria ()" in lines("Dutch Foreign Minister Caspar Veldkamp is in Algeria.")
    assert not lines("Dutch Foreign Minister Caspar Veldkamp is in Rotterdam.")


def test_a_visit_by_a_government_is_nobody_elses() -> None:
    assert not lines("Ana Peyton had come to report on a visit by Somalia's new government to Mogadishu.")


def test_what_was_agreed_after_a_flight_there_was_not_agreed_where_the_report_was_filed() -> None:
    text = (
        "BOGOTA - Colombia's foreign minister, Laura Sarabia, flew to Caracas on Monday to meet Yvan Gil. "
        "Sarabia and Gil agreed to reopen consulates."
    )
    assert any(line.startswith("held agreement: laura-sarabia + yvan-gil @ Caracas") for line in lines(text))


def test_whom_a_visitor_meets_during_the_visit_is_met_there() -> None:
    text = (
        "Mihai Popsoi will pay a visit to Warsaw on Monday. During the visit, Popsoi will meet the speaker, "
        "Szymon Holownia."
    )
    assert any(line.startswith("planned meeting: mihai-popsoi + szymon-holownia @ Warsaw") for line in lines(text))


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("at Kisumu's new airport", "Kisumu"), ("in a hotel on the lake in Naivasha", "Naivasha"),
        ("at a guest house of Uspallata", "Uspallata"), ("at the palace of Entebbe", "Entebbe"),
        ("at Kenya's request", "-"),
    ],
)  # fmt: skip
def test_a_building_lies_in_the_place_whose_it_is(where: str, place: str) -> None:
    (line,) = lines(f"William Ruto met Yoweri Museveni {where} on Sunday.")
    assert line.rpartition(" @ ")[2].rpartition(" (")[0] == place
