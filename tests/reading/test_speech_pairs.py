"""Pairs of sentences that differ only in this: whether a thing is affirmed, denied, hedged, or not said at all."""

from __future__ import annotations

import pytest

from tests.reading.speech_stage import stage

POLARITY = [
    ("[Tehran|state:IRN] said that its envoy had met the Americans.", "affirms"),
    ("[Tehran|state:IRN] said that its envoy had not met the Americans.", "denies"),
    ("[Tehran|state:IRN] denied that its envoy had met the Americans.", "denies"),
    ("[Tehran|state:IRN] confirmed the meeting.", "affirms"),
    ("[Tehran|state:IRN] has not confirmed the meeting.", "denies"),
    ("[Tehran|state:IRN] agreed to meet the inspectors.", "affirms"),
    ("[Tehran|state:IRN] refused to meet the inspectors.", "denies"),
    ("[Tehran|state:IRN] did not agree to meet the inspectors.", "denies"),
    ("[Tehran|state:IRN] insisted that a deal had been reached.", "affirms"),
    ("[Tehran|state:IRN] insisted that no deal had been reached.", "denies"),
    ("[Tehran|state:IRN] said the pact would be signed in May.", "affirms"),
    ("[Tehran|state:IRN] said the pact would never be signed.", "denies"),
    ("[Tehran|state:IRN] ruled out talks with the envoy.", "denies"),
    ("[Tehran|state:IRN] did not rule out talks with the envoy.", "affirms"),
    ("[Tehran|state:IRN] supports the embargo.", "affirms"),
    ("[Tehran|state:IRN] does not support the embargo.", "denies"),
    ("[Tehran|state:IRN] is willing to return to the table.", "affirms"),
    ("[Tehran|state:IRN] is not willing to return to the table.", "denies"),
    ("[Tehran|state:IRN] accepted the proposal.", "affirms"),
    ("[Tehran|state:IRN] rejected the proposal.", "denies"),
    ("The report is true, [Tehran|state:IRN] said.", "affirms"),
    ("The report is not true, [Tehran|state:IRN] said.", "denies"),
    ('"We met them," [Tehran|state:IRN] said.', "affirms"),
    ('"We did not meet them," [Tehran|state:IRN] said.', "denies"),
    ("[Tehran|state:IRN] believes that the talks will succeed.", "affirms"),
    ("[Tehran|state:IRN] does not believe that the talks will succeed.", "denies"),
]


@pytest.mark.parametrize(("marked", "polarity"), POLARITY)
def test_polarity(marked: str, polarity: str) -> None:
    (said,) = stage(marked).by("state:IRN")
    assert said.polarity == polarity


SAID = [
    ("[Seoul|state:KOR] urged restraint.", 1),
    ("[Seoul|state:KOR] could urge restraint.", 0),
    ("[Seoul|state:KOR] said the summit had failed.", 1),
    ("[Seoul|state:KOR] did not say the summit had failed.", 0),
    ("[Seoul|state:KOR] announced that the consulate would close.", 1),
    ("If [Seoul|state:KOR] announces that the consulate will close, ties will suffer.", 0),
    ("[Seoul|state:KOR] proposed a joint inquiry.", 1),
    ("[Seoul|state:KOR] might propose a joint inquiry.", 0),
]


@pytest.mark.parametrize(("marked", "count"), SAID)
def test_only_what_was_said_is_a_statement(marked: str, count: int) -> None:
    assert len(stage(marked).by("state:KOR")) == count


HEDGED = [
    ("[Kyiv|state:UKR] said the convoy had left.", None),
    ("[Kyiv|state:UKR] said the convoy had likely left.", "likely"),
    ("[Kyiv|state:UKR] reportedly said the convoy had left.", "reportedly"),
    ("[Kyiv|state:UKR] hinted that the convoy had left.", "hinted"),
    ("[Kyiv|state:UKR] appeared to accept the proposal.", "appeared"),
    ("[Kyiv|state:UKR] accepted the proposal.", None),
]


@pytest.mark.parametrize(("marked", "hedge"), HEDGED)
def test_hedges_are_kept_with_their_evidence(marked: str, hedge: str | None) -> None:
    scene = stage(marked)
    (said,) = scene.by("state:UKR")
    assert (scene.text(said.hedge) if said.hedge else None) == hedge
