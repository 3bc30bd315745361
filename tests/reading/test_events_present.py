"""What the present tense tells as still to come, what is only doubted, and whose words "I" are."""

from __future__ import annotations

import pytest

from tests.reading.events_told import lines

MINISTER = "Dutch Foreign Minister Caspar Veldkamp"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{MINISTER} flies to Oslo on Monday.", "planned"),
        (f"{MINISTER} flew to Oslo on Monday.", "held"),
        (f"Police closed roads in Oslo for a visit by {MINISTER} that begins on Monday.", "planned"),
        (f"Police closed roads in Oslo for a visit to Norway by {MINISTER} that began on Monday.", "held"),
        (f"{MINISTER}, whose visit to Oslo begins on Monday, spoke of trade.", "planned"),
        (f"{MINISTER} is visiting Oslo next week.", "planned"),
        (f"{MINISTER} is visiting Oslo.", "held"),
        (f"A visit by {MINISTER} to Oslo may be put off until August.", "planned"),
        (f"A visit by {MINISTER} to Oslo was put off until August.", "cancelled"),
        (f"A visit by {MINISTER} to Oslo in May fell through.", "cancelled"),
    ],
)
def test_the_present_tells_of_what_is_to_come_where_a_day_is_said(text: str, status: str) -> None:
    assert {line.partition(" ")[0] for line in lines(text) if "visit: caspar-veldkamp" in line} == {status}


def test_talks_that_somebody_is_ready_for_are_not_held() -> None:
    (line,) = lines("Ararat Mirzoyan and Jeyhun Bayramov said they were ready for a second round of talks in May.")
    assert line.startswith("planned talks")


def test_who_says_i_is_who_was_there() -> None:
    text = '"I met Espen Barth Eide in Oslo on Friday, and I have not been to Malta," said ' + MINISTER + "."
    assert "held meeting: caspar-veldkamp + espen-barth-eide @ Oslo (Friday)" in lines(text)


def test_a_call_and_a_meeting_of_the_same_people_are_two() -> None:
    text = "Gustavo Petro met Nicolas Maduro in Caracas on Tuesday. Joe Biden called Petro and Maduro on Wednesday."
    assert {line.split(":")[0] for line in lines(text)} == {"held meeting", "held call"}


@pytest.mark.parametrize("way", ["over the phone", "by telephone", "by video"])
def test_what_talks_were_held_by_stands_after_them_too(way: str) -> None:
    (line,) = lines(f"Sadyr Japarov held talks {way} with Shavkat Mirziyoyev on Wednesday.")
    assert line.startswith("held call: sadyr-japarov + shavkat-mirziyoyev")


def test_a_deal_signed_during_a_visit_is_not_the_visitors_alone() -> None:
    text = "Uzbekistan and Kazakhstan signed an agreement on water during a visit by Kassym-Jomart Tokayev to Tashkent."
    assert any(line.startswith("held agreement: KAZ + UZB") for line in lines(text))


def test_whom_a_meeting_called_off_was_to_be_with_too_is_told_with_it() -> None:
    text = (
        "A meeting between Gustavo Petro and Nicolas Maduro in Bogota on Friday was cancelled. "
        "The two were to hold talks with Joe Biden and Mark Carney there."
    )
    (line,) = lines(text)
    assert line.startswith("cancelled meeting: gustavo-petro + joe-biden + mark-carney + nicolas-maduro @ Bogota")


@pytest.mark.parametrize("words", ["is not planning to meet", "does not intend to meet", "does not want to meet"])
def test_what_nobody_means_to_do_is_denied(words: str) -> None:
    (line,) = lines(f"{MINISTER} {words} Espen Barth Eide in Oslo.")
    assert line == "denied meeting: caspar-veldkamp + espen-barth-eide @ Oslo ()"


def test_a_meeting_called_off_is_told_with_the_one_party_named() -> None:
    assert lines("A meeting with Espen Barth Eide was cancelled at the last minute.") == (
        "cancelled meeting: espen-barth-eide @ - ()",
    )


def test_who_speaks_of_talks_with_others_has_them() -> None:
    for text, parties in (
        ("A meeting with Espen Barth Eide was cancelled at the last minute, Malta said.", "MLT + espen-barth-eide"),
        ("Talks with Bolivia will resume in Lome on Sunday, Chile's foreign ministry said.", "BOL + CHL"),
        ("Egypt said talks with Ethiopia and Sudan would be held in Lome on Sunday.", "EGY + ETH + SDN"),
        ("Egypt said talks between Ethiopia and Sudan would be held in Lome on Sunday.", "ETH + SDN"),
    ):
        (line,) = lines(text)
        assert line.partition(": ")[2].partition(" @")[0] == parties


def test_diplomats_from_two_states_are_both() -> None:
    (line,) = lines("Senior diplomats from Greece and Turkey met in Athens on Monday.")
    assert line == "held meeting: GRC/senior-diplomats + TUR/senior-diplomats @ Athens (Monday)"


def test_a_plan_of_the_past_with_a_but_came_to_nothing() -> None:
    (line,) = lines(f"{MINISTER} had been due to meet Espen Barth Eide in Oslo on Friday, but his plane was grounded.")
    assert line.startswith("cancelled meeting")
    (line,) = lines(f"{MINISTER} had been due to meet Espen Barth Eide in Oslo on Friday.")
    assert line.startswith("planned meeting")


def test_a_meeting_denied_and_one_proposed_after_it_are_two() -> None:
    text = (
        "The Kremlin said no meeting between Vladimir Putin and Volodymyr Zelensky was planned. "
        "Turkey has offered to host a summit of the two presidents in Istanbul."
    )
    assert lines(text) == (
        "denied meeting: vladimir-putin + volodymyr-zelensky @ - ()",
        "proposed meeting: vladimir-putin + volodymyr-zelensky @ Istanbul ()",
    )


def test_what_is_beside_a_meeting_still_to_come_is_not_held() -> None:
    text = f"{MINISTER} will meet Espen Barth Eide in Oslo on Tuesday on the sidelines of a security conference."
    assert {line.partition(" ")[0] for line in lines(text)} == {"planned"}
    text = f"{MINISTER} leaves on Thursday for Apia and the Commonwealth leaders' summit. On the way he stops in Suva."
    assert {line.partition(" ")[0] for line in lines(text)} == {"planned"}


def test_words_announced_at_a_meeting_do_not_put_it_off() -> None:
    text = "The pullback was announced at a summit of Emmanuel Macron and Olaf Scholz in Paris last month."
    assert any(line.startswith("held meeting") for line in lines(text))


def test_talks_to_which_somebody_denies_having_invited_are_denied() -> None:
    text = "Algeria denied reports that it had invited Jose Manuel Albares for talks in Oran."
    assert {line.partition(" ")[0] for line in lines(text)} == {"denied"}


def test_a_participle_is_of_the_time_of_its_main_clause() -> None:
    text = f"Before leaving for Oslo, {MINISTER} had accused Malta of delay."
    assert lines(text) == ("held visit: caspar-veldkamp @ Oslo ()",)


def test_what_must_be_is_only_asked_for() -> None:
    assert lines("The two sides must meet in Geneva in May, Malta said.")[0].startswith("proposed meeting")


def test_the_clause_after_when_is_of_the_day_before_it() -> None:
    text = "Kithure Kindiki and Espen Barth Eide last met in Oslo in May, when they signed a treaty."
    assert any(line.startswith("held agreement") and line.endswith("(May)") for line in lines(text))


def test_officials_of_two_adjectives_are_of_both_states() -> None:
    (line,) = lines("Senior Hungarian and Romanian officials met in Debrecen on Monday.")
    assert line == "held meeting: HUN/officials + ROU/officials @ Debrecen (Monday)"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Arzu Rana Deuba is scheduled to call on Prime Minister Narendra Modi on Monday.",
         "planned meeting: arzu-rana-deuba + narendra-modi @ - (Monday)"),
        ("Arzu Rana Deuba and Narendra Modi held a virtual meeting in June.",
         "held call: arzu-rana-deuba + narendra-modi @ - (June)"),
        ("Maia Sandu accepted an invitation to visit Kyiv.", "planned visit: maia-sandu @ Kyiv ()"),
        ("Giorgia Meloni will host Kais Saied in Rome if he accepts.",
         "conditional meeting: giorgia-meloni + kais-saied @ Rome ()"),
        ("Muhammad Yunus spoke of trade and was received by Narendra Modi in Bangkok.",
         "held meeting: muhammad-yunus + narendra-modi @ Bangkok ()"),
    ],
)  # fmt: skip
def test_who_is_told_how_to_meet_whom(text: str, wanted: str) -> None:
    assert wanted in lines(text)


def test_who_does_not_go_to_talks_holds_none() -> None:
    text = f"{MINISTER} did not travel to Oslo for talks with Espen Barth Eide."
    assert not [line for line in lines(text) if not line.startswith("denied")]
