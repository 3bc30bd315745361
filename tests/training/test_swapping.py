"""Names exchanged in copies of a sentence, and names corrected beside the text."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING

from training.encoder.data import Sentence
from training.encoder.spans import spans, tags_of
from training.encoder.swapping import Names, swapped
from training.names_corrected import TABLE, corrected_tags, corrections, key

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = Sentence(
    ["Rossi", "of", "FIFA", "met", "the", "Czechs", "in", "Oslo", "."],
    tags=["B-PERSON", "O", "B-ORG", "O", "O", "B-NORP", "O", "B-LOC", "O"],
)
OTHERS: Names = {
    ("PERSON", "short"): [("Okafor",)], ("ORG", "acronym"): [("UNICEF",)], ("NORP", "plural"): [("Kenyans",)],
    ("LOC", "short"): [("Quito",)], ("LOC", "long"): [("Addis", "Ababa")],
}  # fmt: skip


def test_every_name_is_exchanged_for_one_of_its_kind() -> None:
    other = swapped(SENTENCE, OTHERS, 1.0, random.Random(0))
    assert other.words == ["Okafor", "of", "UNICEF", "met", "the", "Kenyans", "in", "Quito", "."]
    assert other.tags == SENTENCE.tags


def test_a_longer_name_brings_its_tags() -> None:
    sentence = Sentence(["New", "York", "waits"], tags=["B-LOC", "I-LOC", "O"])
    other = swapped(sentence, {("LOC", "long"): [("Addis", "Ababa", "North")]}, 1.0, random.Random(0))
    assert other.words == ["Addis", "Ababa", "North", "waits"]
    assert other.tags == ["B-LOC", "I-LOC", "I-LOC", "O"]


def test_no_share_changes_nothing_and_miscellany_stays() -> None:
    assert swapped(SENTENCE, OTHERS, 0.0, random.Random(0)).words == SENTENCE.words
    prize = Sentence(["Nobel", "Prize"], tags=["B-MISC", "I-MISC"])
    assert swapped(prize, {("MISC", "long"): [("Kyoto", "Protocol")]}, 1.0, random.Random(0)).words == prize.words


def test_spans_and_tags_are_each_other_reversed() -> None:
    assert tags_of(len(SENTENCE.words), spans(SENTENCE.tags)) == SENTENCE.tags


def test_corrections_stand_under_the_hash_of_the_words(tmp_path: Path) -> None:
    path = tmp_path / "corrected.tsv"
    path.write_text(f"# meaning: test\n{key(['Oslo', 'waits'])}\t0-1:LOC\n{key(['It', 'waits'])}\t\n", encoding="utf-8")
    table = corrections(path)
    assert corrected_tags(["Oslo", "waits"], table) == ["B-LOC", "O"]
    assert corrected_tags(["It", "waits"], table) == ["O", "O"]
    assert corrected_tags(["Lima", "waits"], table) is None


def test_the_table_of_corrections_is_sound() -> None:
    labels = {"PERSON", "ORG", "LOC", "NORP", "MISC"}
    for names in corrections(TABLE).values():
        assert all(start < end and label in labels for start, end, label in names)
        assert all(left[1] <= right[0] for left, right in pairwise(names))
