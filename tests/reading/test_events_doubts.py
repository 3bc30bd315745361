"""No event that is denied, conditional, planned or only spoken of is told as held, however the text puts it."""

from __future__ import annotations

import pytest

from tests.reading.events_told import lines

LEE, DAR = "Lazarus Chakwera", "Paul Kagame"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"There are no plans for a meeting between {LEE} and {DAR}.", "denied"),
        (f"{LEE} has no plan to visit Kigali.", "denied"),
        (f"A visit by {LEE} to Kigali is not on the agenda.", "denied"),
        (f"A visit by {LEE} to Kigali is on the agenda.", "planned"),
        (f"The ministry dismissed a report of talks between {LEE} and {DAR} in Kigali.", "denied"),
        (f"{DAR} declined an invitation to visit Lilongwe.", "denied"),
        (f"Neither {LEE} nor {DAR} visited Lome.", "denied"),
        (f"{LEE} almost met {DAR} in Lome.", "denied"),
        (f"{LEE} was not able to meet {DAR} in Lome.", "denied"),
        (f"Had {LEE} met {DAR}, the border would be open.", "conditional"),
        (f"{DAR} would be happy to receive {LEE} in Kigali.", "conditional"),
        (f"{DAR} was happy to receive {LEE} in Kigali.", "held"),
        (f"{DAR} did not hesitate to meet {LEE} in Kigali.", "held"),
        (f"It is too early to speak of a meeting between {LEE} and {DAR}, officials said.", "unconfirmed"),
        (f"{DAR}'s planned trip to Lilongwe is in doubt.", "unconfirmed"),
        (f"The visit of {LEE} to Kigali was meant to take place in May.", "planned"),
        (f"{DAR} was supposed to meet {LEE} in Lome on Monday.", "planned"),
        (f"{LEE} called for a meeting with {DAR}.", "proposed"),
        (f"Hopes for a meeting between {LEE} and {DAR} faded.", "proposed"),
        (f"{LEE} has been waiting for a meeting with {DAR}.", "planned"),
        (f"{LEE} is likely to visit Kigali in May.", "planned"),
        (f"{LEE} threatened to cancel his visit to Kigali.", "planned"),
        (f"{LEE} said he had no intention of visiting Kigali.", "denied"),
        (f"A summit between {LEE} and {DAR} is unlikely, analysts say.", "unconfirmed"),
        (f"{LEE}'s visit to Kigali remains uncertain.", "unconfirmed"),
        (f"The visit of {LEE} to Kigali has been brought forward to Monday.", "planned"),
        (f'"We will meet President {DAR} in Kigali," {LEE} said.', "planned"),
        (f"Malawi is pushing for a meeting between {LEE} and {DAR}.", "proposed"),
    ],
)
def test_what_is_not_told_as_held(text: str, status: str) -> None:
    assert {line.partition(" ")[0] for line in lines(text)} == {status}


@pytest.mark.parametrize("text", [f"{LEE} travels to Kigali every year.", f"Every May, {LEE} meets {DAR} in Kigali."])
def test_what_happens_again_and_again_is_no_event(text: str) -> None:
    assert not lines(text)
