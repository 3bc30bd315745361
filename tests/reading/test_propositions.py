"""A hundred and twenty pairs of sentences: who holds what, how it is put, and through whom it came."""

from __future__ import annotations

import pytest

from tests.reading.propositions import Proposition, faults, propositions

# Read wrongly so far, by how the sentence begins, most for an actor that is not found. What is mended must go.
KNOWN_WRONG = (
    "Libya's two governments have accused each other of smuggling",
    "Libya's two governments have denied smuggling fuel.",
    "Denmark and Greenland said in a joint statement that the isl",
    "Asked whether Oman had hosted",
    "Senegal's President Bassirou Diomaye Faye has not called",
    "Lebanon's army said it could not confirm",
    "Israeli Prime Minister Benjamin Netanyahu has ",
    "Mongolia neither supports nor opposes",
    "An Omani official said the Houthis were considering",
)


@pytest.mark.parametrize("proposition", propositions(), ids=lambda p: f"{p.pair}-{p.text[:40]}")
def test_who_holds_a_proposition_and_how(proposition: Proposition) -> None:
    assert bool(faults(proposition)) == proposition.text.startswith(KNOWN_WRONG), faults(proposition)
