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
        (f"Malawi is pushing for a meeting between {LEE} and {DAR}.", "proposed"),
    ],
)
def test_what_is_not_told_as_held(text: str, status: str) -> None:
    assert {line.partition(" ")[0] for line in lines(text)} == {status}
