"""When a noun phrase is what someone says, and when it only names what they speak of."""

from __future__ import annotations

import pytest

from tests.reading.speech_stage import stage

SAID = [
    ("stressed the need for ammunition", "the need for ammunition"),
    ("underlined the futility of a boycott", "the futility of a boycott"),
    ("reaffirmed its commitment to the pact", "its commitment to the pact"),
    ("opposes the deployment", "the deployment"),
    ("announced a visit to Tonga", "a visit to Tonga"),
    ("ruled out sending troops", "sending troops"),
    ("proposed suspending the visas", "suspending the visas"),
    ("praised the draft as courageous", "the draft as courageous"),
    ("praised Laos for opening the bridge", "opening the bridge"),
    ("offered to mediate in the dispute", "mediate in the dispute"),
    ("deems the offer useful", "the offer useful"),
    ("referred to its readiness to talk", "its readiness to talk"),
]  # fmt: skip
TOPICS = [
    "outlined its views on the crisis",
    "offered viewpoints on how diplomacy might end the war",
    "highlighted the countries' growing ties",
    "briefed reporters on the talks",
    "reiterated its position on the strait",
    'highlighted their "special" ties',
    "has neither confirmed nor denied the report",
    "called off the talks in Tonga",
]


@pytest.mark.parametrize(("told", "content"), SAID)
def test_an_attitude_a_judgement_or_what_a_cue_judges_is_said(told: str, content: str) -> None:
    assert stage(f"[Samoa|state:WSM] {told}.").contents("state:WSM") == [content]


@pytest.mark.parametrize("told", TOPICS)
def test_a_mere_topic_is_no_statement(told: str) -> None:
    assert stage(f"[Samoa|state:WSM] {told}.").contents("state:WSM") == []


def test_a_feeling_keeps_what_it_is_at() -> None:
    scene = stage("[Samoa|state:WSM] expressed deep concern at the launch of a missile.")
    assert scene.contents("state:WSM") == ["deep concern at the launch of a missile"]
