"""A word's lemma where the lemmatiser missed it: regular and irregular forms."""

from dataclasses import dataclass

import pytest

from communique.reading.events.wordforms import word_in


@dataclass(frozen=True)
class Word:
    lower_: str
    lemma_: str


@pytest.mark.parametrize(
    ("form", "guess", "lemma"),
    [
        ("hosted", "hoste", "host"), ("razed", "raz", "raze"), ("banned", "bann", "ban"), ("allied", "alli", "ally"),
        ("boycotting", "boycot", "boycott"), ("swore", "swor", "swear"), ("rejects", "rejects", "reject"),
    ],
)  # fmt: skip
def test_a_form_is_found_under_its_lemma(form: str, guess: str, lemma: str) -> None:
    assert word_in(Word(form, guess), {lemma}) == lemma


def test_another_word_is_not_found() -> None:
    assert word_in(Word("red", "red"), {"r", "re"}) is None
    assert word_in(Word("hosted", "host"), {"hostess"}) is None
