"""Headlines: what stands for a verb of saying in them, and who speaks."""

from __future__ import annotations

import pytest

from tests.reading.speech_stage import stage

MODI = "[Modi|person:modi]"
SPOKEN = [
    (f"{MODI} to [Putin|person:putin]: This is no era of war", "This is no era of war"),
    (f"{MODI} on the border talks: 'We are ready'", "We are ready"),
    (f"'We will not sign': {MODI}", "We will not sign"),
    (f"No deal without guarantees, says {MODI}", "No deal without guarantees"),
    (f"{MODI} vows support for Nepal", "support for Nepal"),
    (f"{MODI} 'deeply concerned' over the vote", "the vote"),
    (f"{MODI} mulls sending arms to Kyiv", "sending arms to Kyiv"),
    (f"{MODI}'s warning to Nepal over islands", "islands"),
]


@pytest.mark.parametrize(("marked", "content"), SPOKEN)
def test_a_headline_leaves_its_verb_out(marked: str, content: str) -> None:
    assert stage(marked, "title").contents("person:modi") == [content]


def test_to_whom_a_headline_speaks() -> None:
    (said,) = stage(f"{MODI} to [Putin|person:putin]: This is no era of war", "title").said
    assert said.addressees == ("person:putin",)


def test_a_place_before_a_colon_is_no_topic() -> None:
    assert stage(f"{MODI} in Seoul: what we know", "title").said == ()


def test_of_several_prepositions_the_nearest_governs_the_content() -> None:
    assert stage(f"{MODI} warned against the removal of the villagers.").contents("person:modi") == [
        "the removal of the villagers"
    ]
