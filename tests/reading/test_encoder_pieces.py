"""Word pieces and letter case: what the encoder is told of a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.encoder.pieces import (
    CASES,
    LOWER,
    MAX_PIECES,
    MIXED,
    OTHER,
    TITLE,
    UPPER,
    Pieces,
    case_of,
)  # fmt: skip

VOCABULARY = (
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "the",
    "am",
    "##bas",
    "##sa",
    "##dor",
    "un",
    "u",
    ".",
    "n",
    "-",
    "京",
    "a",
    "##a",
)


def _cut(word: str) -> list[str]:
    return [VOCABULARY[number] for number in Pieces(VOCABULARY).cut([word])[word]]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("The", ["the"]),
        ("ambassador", ["am", "##bas", "##sa", "##dor"]),
        ("Àmbassadör", ["am", "##bas", "##sa", "##dor"]),  # accents are dropped
        ("U.N.", ["u", ".", "n", "."]),
        ("UN-the", ["un", "-", "the"]),
        ("京京", ["京", "京"]),
        ("xyz", ["[UNK]"]),
        ("thex", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("a" * 101, ["[UNK]"]),
        ("a" * 100, ["a", *["##a"] * 7]),
    ],
)
def test_words_are_cut_as_bert_cuts_them(word: str, pieces: list[str]) -> None:
    assert _cut(word) == pieces


@given(st.lists(st.text(max_size=30), max_size=6))
def test_every_word_gets_between_one_and_the_most_pieces(words: list[str]) -> None:
    cut = Pieces(VOCABULARY).cut(words)
    assert set(cut) == set(words)
    assert all(1 <= len(pieces) <= MAX_PIECES for pieces in cut.values())


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("talks", LOWER), ("Seoul", TITLE), ("A", TITLE), ("U.S.", UPPER), ("ASEAN", UPPER), ("McMaster", MIXED),
        ("iPhone", MIXED), ("2026", OTHER), ("—", OTHER), ("京", OTHER), ("", OTHER), ("F-16s", TITLE), ("eBay", MIXED),
    ],
)  # fmt: skip
def test_letter_case(word: str, case: int) -> None:
    assert case_of(word) == case


@given(st.text())
def test_any_text_has_a_case(word: str) -> None:
    assert 0 <= case_of(word) < CASES
