"""Lemma scripts: what is derived from a word and its lemma leads back to the lemma."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.encoder.lemmas import apply, lemma, script

LETTERS = st.text("abcdeghikmnorstuwyABCDEST'-.", min_size=1, max_size=9)


@given(LETTERS, LETTERS)
def test_a_script_gives_back_the_lemma_it_was_made_from(word: str, base: str) -> None:
    assert apply(word, script(word, base)) == base


@pytest.mark.parametrize(
    ("learned", "other", "lemma"),
    [
        (("talks", "talk"), "envoys", "envoy"),
        (("parties", "party"), "treaties", "treaty"),
        (("Accused", "accuse"), "Vetoed", "vetoe"),  # a script knows letters, not words
        (("was", "be"), "were", "be"),
        (("Vienna", "Vienna"), "Sofia", "Sofia"),
        (("NATIONS", "nation"), "TALKS", "talk"),
    ],
)
def test_a_script_carries_over_to_other_words(learned: tuple[str, str], other: str, lemma: str) -> None:
    assert apply(other, script(*learned)) == lemma


def test_a_script_that_would_leave_nothing_leaves_the_word() -> None:
    assert apply("Up", script("going", "go")) == "up"


def test_a_guessed_verb_loses_its_doubled_consonant() -> None:
    assert lemma("skipped", "VBD", "l|2|", {}) == "skip"
    assert lemma("added", "VBD", "l|2|", {}) == "add"
    assert lemma("passed", "VBD", "l|2|", {}) == "pass"


def test_a_guess_that_makes_no_known_verb_gives_way_to_one() -> None:
    table = {("veto", "VB"): "l|0|", ("hope", "VB"): "l|0|"}
    assert lemma("vetoed", "VBN", "l|1|", table) == "veto"
    assert lemma("hoped", "VBD", "l|2|", table) == "hope"
    assert lemma("echoed", "VBN", "l|2|", table) == "echo"
