"""What carries an event: who is sent, what is held in a relative clause, whose day it is, what came of the plan."""

from __future__ import annotations

import pytest

from tests.reading.events_told import lines

LEE, DAR = "Lazarus Chakwera", "Paul Kagame"
LEE_KEY, DAR_KEY = "lazarus-chakwera", "paul-kagame"
BOTH = f"{LEE_KEY} + {DAR_KEY}"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"Zambia suggested that {LEE} and {DAR} meet in Lome.", "proposed"),
        (f"Zambia urged that talks between {LEE} and {DAR} be held in Lome.", "proposed"),
        (f"The bloc proposed that {DAR} visit Lilongwe in May.", "proposed"),
        (f"Zambia has not proposed talks between {LEE} and {DAR}.", "denied"),
        (f"{LEE} did not offer to meet {DAR} in Lome.", "denied"),
        (f"Malawi never suggested a meeting between {LEE} and {DAR}.", "denied"),
        (f"A meeting between {LEE} and {DAR} in Lome had to be postponed.", "cancelled"),
        (f"The talks of {LEE} with {DAR} have to be called off.", "cancelled"),
        (f"{LEE}'s visit to Kigali had to be cancelled after a storm.", "cancelled"),
        (f"{LEE} was due to visit Kigali in May but cancelled.", "cancelled"),
        (f"{LEE} was to meet {DAR} in Lome but did not come.", "cancelled"),
        (f"{DAR} was supposed to visit Lilongwe but pulled out.", "cancelled"),
        (f"{DAR} accepted an invitation to visit Lilongwe.", "planned"),
        (f"{DAR} will accept an invitation to visit Lilongwe.", "proposed"),
    ],
)
def test_what_becomes_of_a_plan_or_proposal(text: str, status: str) -> None:
    assert {line.partition(" ")[0] for line in lines(text)} == {status}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Talks between Malawi and Zambia brokered by Kenya will open in Lome on Monday.", "planned mediation"),
        ("Talks between Malawi and Zambia mediated by Kenya, due in May, were called off.", "cancelled mediation"),
        ("Talks between Malawi and Zambia brokered by Kenya opened in Lome on Monday.", "held mediation"),
    ],
)
def test_what_describes_talks_is_as_much_to_come_as_they_are(text: str, wanted: str) -> None:
    assert any(line.startswith(wanted) for line in lines(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{LEE} met {DAR} on Monday and William Ruto on Tuesday.",
         (f"held meeting: {BOTH} @ - (Monday)", f"held meeting: {LEE_KEY} + william-ruto @ - (Tuesday)")),
        (f"{LEE} spoke with {DAR} on May 3 and with William Ruto on May 5.",
         (f"held talks: {BOTH} @ - (May 3)", f"held talks: {LEE_KEY} + william-ruto @ - (May 5)")),
        (f"{LEE} met {DAR} and William Ruto on Tuesday.",
         (f"held meeting: {LEE_KEY} + {DAR_KEY} + william-ruto @ - (Tuesday)",)),
    ],
)  # fmt: skip
def test_whoever_has_a_day_of_their_own_was_met_on_it(text: str, wanted: tuple[str, ...]) -> None:
    assert lines(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{LEE} landed in Kigali on Monday and met {DAR}.", f"held meeting: {BOTH} @ Kigali (Monday)"),
        (f"{LEE} and {DAR} shook hands in Lome on Friday and signed a treaty.",
         f"held agreement: {BOTH} @ Lome (Friday)"),
        (f"{LEE} telephoned {DAR} on Sunday and invited him to Lilongwe.", f"held call: {BOTH} @ - (Sunday)"),
        (f"The talks that {LEE} and {DAR} held in Lome on Monday failed.", f"held meeting: {BOTH} @ Lome (Monday)"),
        (f"A meeting that {LEE} and {DAR} had planned to hold in Lome on May 3 was postponed.",
         f"cancelled meeting: {BOTH} @ Lome (May 3)"),
        (f"{LEE} last saw {DAR} in April, when they opened a bridge at Huaquillas.",
         f"held meeting: {BOTH} @ Huaquillas (April)"),
    ],
)  # fmt: skip
def test_what_goes_on_in_the_next_clause_is_of_the_same_day_and_place(text: str, wanted: str) -> None:
    assert wanted in lines(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{LEE} paid a courtesy call on {DAR} in Kigali.", f"held meeting: {BOTH} @ Kigali ()"),
        (f"{LEE} had a bilateral with {DAR} on Tuesday.", f"held meeting: {BOTH} @ - (Tuesday)"),
        (f"Malawi sent its envoy to Kigali in May to reassure {DAR}.", "held visit: MWI/envoy @ Kigali (May)"),
        (f"{LEE} has been to Kigali twice.", f"held visit: {LEE_KEY} @ Kigali ()"),
        (f"{LEE} is on a tour that takes him to Kigali and Lome.", f"held visit: {LEE_KEY} @ Lome ()"),
        (f"{LEE} spoke to both leaders, {DAR} and William Ruto.", f"held talks: {BOTH} @ - ()"),
        (f"{LEE} met William Ruto ahead of talks with {DAR}.", f"planned talks: {BOTH} @ - ()"),
        (f"{LEE} met {DAR}, embracing him at the Pacific Islands Forum in Suva.", f"held meeting: {BOTH} @ Suva ()"),
    ],
)
def test_contacts_in_other_words(text: str, wanted: str) -> None:
    assert wanted in lines(text)


@pytest.mark.parametrize(
    "text", [f"{LEE} left for Lilongwe.", f"{LEE} returned to Malawi on Monday.", f"{LEE} flew to Lilongwe on Friday."]
)
def test_who_goes_home_is_on_no_visit(text: str) -> None:
    assert not lines(text)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (f"{LEE} had talks in Lome with {DAR} on the release of 49 Kenyan soldiers.", BOTH),
        (f"{LEE} held talks with {DAR} about the army of Zambia.", BOTH),
        (f"{LEE} met advisers from Kenya and Zambia.", f"KEN/advisers + ZMB/advisers + {LEE_KEY}"),
    ],
)
def test_who_is_only_spoken_of_takes_no_part(text: str, parties: str) -> None:
    assert [line.partition(": ")[2].partition(" @")[0] for line in lines(text)] == [parties]


def test_what_is_told_after_their_second_meeting_is_of_it() -> None:
    text = (
        "Gustavo Petro met Nicolas Maduro in Caracas on Monday, their second meeting in a year. They discussed trade."
    )
    (line,) = lines(text)
    assert line.startswith("held meeting: gustavo-petro + nicolas-maduro @ Caracas (Monday")


def test_a_second_meeting_told_of_later_is_another_by_states_or_people() -> None:
    text = "Wang Yi and Penny Wong met in Canberra on Monday. A second meeting took place in Perth on Wednesday."
    assert len(lines(text)) == 2


def test_not_to_discuss_a_matter_denies_no_talks() -> None:
    assert lines("Nasser Bourita and Jose Manuel Albares did not discuss Melilla.") == ()
    assert lines("Nasser Bourita and Jose Manuel Albares did not talk about fish.") == ()
    (line,) = lines("Nasser Bourita and Jose Manuel Albares have not held talks.")
    assert line.startswith("denied talks")


def test_a_heading_goes_with_what_the_body_tells_as_it_does() -> None:
    text = (
        "Fidan and Gerapetritis meet in Athens, no deal on sea zones\n\nTurkish Foreign Minister Hakan Fidan and his "
        "Greek counterpart Giorgos Gerapetritis met in Athens on Friday and said that they would keep talking."
    )
    held, ahead = sorted(lines(text))
    assert held.startswith("held meeting")
    assert ahead.startswith("planned talks")
    assert "Athens" not in ahead


@pytest.mark.parametrize(
    "clause",
    [
        "that had been due in Lome on Sunday", "that was scheduled to be held in Lome on Sunday",
        "which was set for Sunday in Lome", ", scheduled for Sunday in Lome,",
    ],
)  # fmt: skip
def test_what_was_called_off_has_the_day_and_place_it_was_set_for(clause: str) -> None:
    (line,) = lines(f"A meeting between {LEE} and {DAR} {clause} was cancelled.")
    assert line == f"cancelled meeting: {BOTH} @ Lome (Sunday)"


def test_nobody_visits_their_own_land() -> None:
    assert lines(f"{DAR} stayed in Kigali.") == ()
    (line,) = lines(f"{DAR} stayed in Lome.")
    assert line.startswith("held visit")


def test_days_of_talks_are_talks_of_those_who_held_them() -> None:
    (line,) = lines(f"{LEE} held two days of talks with {DAR} in Lome in May.")
    assert line.startswith(f"held meeting: {BOTH} @ Lome")
    (line,) = lines("Officials from Chile wrapped up three days of talks with their Peruvian counterparts in Lome.")
    assert line.startswith("held meeting: CHL/officials + PER/officials @ Lome")


def test_reports_that_are_false_are_denied() -> None:
    for text in (
        f"Reports that {LEE} and {DAR} had met in Lome are false, a spokesman said.",
        f"Claims that {LEE} met {DAR} in Lome were untrue, an aide said.",
    ):
        assert {line.partition(" ")[0] for line in lines(text)} == {"denied"}


def test_a_plan_agreed_on_at_talks_does_not_put_them_off() -> None:
    (line,) = lines(f"{LEE} and {DAR} approved a plan for the lake at talks in Lome on Monday.")
    assert line == f"held meeting: {BOTH} @ Lome (Monday)"


def test_what_they_had_first_done_since_is_no_event_of_that_time() -> None:
    (line,) = lines(f"It was the first time that {LEE} and {DAR} had met since the vote in March.")
    assert line == f"held meeting: {BOTH} @ - ()"


def test_a_summit_with_a_name_is_a_conference_and_its_name_no_place() -> None:
    text = f"{LEE} and {DAR} are expected to hold talks on the sidelines of the Africa Maize Summit in Lome."
    assert {line.partition(" ")[0] for line in lines(text)} == {"planned"}
    assert all("@ Lome" in line for line in lines(text))
