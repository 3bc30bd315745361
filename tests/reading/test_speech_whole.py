"""Contents found whole, with the words that belong to them, and what is no statement though a cue stands there."""

from __future__ import annotations

import pytest

from tests.reading.speech_stage import stage

TUI, LOU = "[Tui|person:tui]", "[Lou|person:lou]"
FIJI, TONGA, PALAU = "[Fiji|state:FJI]", "[Tonga|state:TON]", "[Palau|state:PLW]"

FURTHER = [
    (f"{TUI} said in a statement that the port was shut, and that the navy had taken other places, such as Ba.",
     "the port was shut, and that the navy had taken other places, such as Ba"),
    (f"{TUI} warned the quota was too high and that the reef would not survive.",
     "the quota was too high and that the reef would not survive"),
    (f"{TUI} added it was plain that the cable, as well as the port, was for sale.",
     "it was plain that the cable, as well as the port, was for sale"),
    (f"{TUI} said that to reach the quota, as planned, it was necessary to close the reef.",
     "to reach the quota, as planned, it was necessary to close the reef"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "content"), FURTHER)
def test_a_content_goes_on_over_what_is_joined_to_it(marked: str, content: str) -> None:
    assert stage(marked).contents("person:tui") == [content]


REFERRED = [
    f"{TUI} was responding to reports that forty boats had been seized.",
    f"{TUI} reacted to allegations that the cable had been cut.",
    f"{TUI} spoke after claims that [Suva|state:FJI] had sold the reef.",
]


@pytest.mark.parametrize("marked", REFERRED)
def test_what_reports_say_is_not_said_by_who_answers_them(marked: str) -> None:
    assert stage(marked).by("person:tui") == ()


UNTOLD = [
    f"{TUI} declined to give details.",
    f"{TUI} refused to provide a timeline.",
    f"{TUI} announced this in Apia on Monday.",
    f"{TUI} lashed out at the opposition.",
    f"The deal stands as long as {TUI} supports the quota.",
]


@pytest.mark.parametrize("marked", UNTOLD)
def test_nothing_is_said_by_pointing_withholding_or_supposing(marked: str) -> None:
    assert stage(marked).said == ()


ANSWERED = [
    f"{TUI} told reporters that {FIJI} must leave the reef. Rejecting that demand, [Rabuka|person:rabuka] left.",
    f"{TUI} said {FIJI} must leave the reef. [Rabuka|person:rabuka] rejected that demand.",
    f"{TUI} said {FIJI} must leave the reef. [Rabuka|person:rabuka] dismissed that suggestion.",
]


@pytest.mark.parametrize("marked", ANSWERED)
def test_a_demonstrative_stands_for_what_another_said_before(marked: str) -> None:
    (said,) = (scene := stage(marked)).by("person:rabuka")
    assert (scene.text(said.content), said.polarity) == ("Fiji must leave the reef", "denies")


DESCRIBED = [
    (f"{LOU} praised the wharf, which was proposed by {TUI} in May.", "the wharf"),
    (f"The treaty, which was rejected by {TUI}, is dead.", "The treaty"),
    (f"The fleet visited the base, which was condemned by {TUI}.", "the base"),
]


@pytest.mark.parametrize(("marked", "content"), DESCRIBED)
def test_which_stands_for_the_noun_before_it(marked: str, content: str) -> None:
    assert stage(marked).contents("person:tui") == [content]


FOLDED = [
    (
        f"[Suva|organisation:FJI/ministry] said it would stop if {TONGA} took the offer that {FIJI} still supports.",
        "organisation:FJI/ministry",
    ),
    (
        "[Apia|organisation:WSM/ministry] said the talks went on while [Samoa|state:WSM] demanded a share.",
        "organisation:WSM/ministry",
    ),
    (
        "[Nuku|organisation:TON/ministry] said the boats that [Tonga|state:TON] had asked for were late.",
        "organisation:TON/ministry",
    ),
]


@pytest.mark.parametrize(("marked", "speaker"), FOLDED)
def test_what_a_side_holds_is_said_once_by_who_speaks_for_it(marked: str, speaker: str) -> None:
    assert {said.speakers for said in stage(marked).said} == {(speaker,)}


JOINED = [
    (f"{TUI} stressed the need to protect divers and called on {FIJI} to leave.", "Fiji to leave"),
    (f"{TUI} did not say that the boats might return, but said it was up to {FIJI}.", "it was up to Fiji"),
    (f"{TUI} noted the wish to trade and urged {FIJI} to sign.", "Fiji to sign"),
]


@pytest.mark.parametrize(("marked", "content"), JOINED)
def test_a_finite_cue_is_joined_to_no_infinitive(marked: str, content: str) -> None:
    assert content in stage(marked).contents("person:tui")


OTHERS = [
    f"{TUI} spoke after a wave of reports claiming the reef was sold.",
    f"{TUI} left amid a flood of posts alleging that the cable was cut.",
    f"{TUI} resigned after weeks of rumours suggesting that the fleet was lost.",
]


@pytest.mark.parametrize("marked", OTHERS)
def test_a_participle_after_a_noun_is_not_the_subjects_word(marked: str) -> None:
    assert stage(marked).by("person:tui") == ()


def test_a_letter_speaks_for_who_sends_it() -> None:
    assert stage(f"{TUI} issued a statement condemning the raid on the port.").contents("person:tui") == [
        "the raid on the port"
    ]


@pytest.mark.parametrize(("heading", "content"), [
    (f"{TUI} says no talks under pressure", "no talks under pressure"),
    (f"{TUI} says no cable without guarantees", "no cable without guarantees"),
    (f"{TUI} insists no more boats this year", "no more boats this year"),
])  # fmt: skip
def test_a_heading_denies_without_a_verb(heading: str, content: str) -> None:
    (said,) = (scene := stage(heading, "heading")).said
    assert (scene.text(said.content), said.polarity) == (content, "denies")
