"""What is a name of knowledge in a sentence, and what is but a word that opens it."""

from __future__ import annotations

import pytest

from communique.reading.gazetteer import look_up
from tests.reading.actors_stage import known, read


def _places(text: str) -> set[str]:
    hits = look_up(read(text).document, known()).hits
    return {hit.keys[0] for hit in hits if hit.kind in ("place", "capital")}


@pytest.mark.parametrize(
    "text",
    [
        "Nice words were exchanged at the dinner.",
        "Split decisions are rare in that council.",
        "Male voters backed the treaty.",
    ],
)
def test_a_word_that_opens_a_sentence_is_no_city(text: str) -> None:
    assert _places(text) == set()


def test_a_city_that_opens_a_sentence_is_one() -> None:
    assert _places("Nice hosted the talks. Split is a port. Surat trades with Nagpur.") == {
        "nice", "split", "surat", "nagpur",
    }  # fmt: skip
