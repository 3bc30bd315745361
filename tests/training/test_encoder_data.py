"""Training examples of the encoder: sentences in groups, with heads and labels that still fit."""

from __future__ import annotations

import random

from communique.reading.encoder.pieces import LOWER, OTHER, TITLE, UPPER, Pieces
from training.encoder.data import IGNORE, NAMES, Labels, Maker, Noise, Sentence, batches, clean, hidden, labels, recased

PIECES = Pieces(["[UNK]", "[CLS]", "[SEP]", "oslo", "waits", ".", "they", "talk", "##s"])


def _sentence(words: list[str], heads: list[int], *, opens: bool = False, tags: list[str] | None = None) -> Sentence:
    fields = {name: ["x"] * len(words) for name in ("upos", "xpos", "feats", "dep")}
    return Sentence(words, heads, {**fields, "lemma": ["l|0|"] * len(words)}, tags or [], opens)


def _maker(known: Labels, most: int = 100) -> Maker:
    return Maker(PIECES, known, most)


FIRST = _sentence(["Oslo", "waits", "."], [1, -1, 1], tags=["B-LOC", "O", "O"])
SECOND = _sentence(["They", "talk"], [1, -1])


def test_heads_move_with_their_sentence_and_unmarked_names_are_left_out() -> None:
    (example,) = _maker(labels([FIRST, SECOND])).grouped([FIRST, SECOND], (2,), random.Random(0))
    assert example.heads == [1, -1, 1, 4, -1]
    assert example.starts == [1, 0, 0, 1, 0]
    assert example.tags == [NAMES.index("B-LOC"), 0, 0, IGNORE, IGNORE]
    assert example.cases == [TITLE, LOWER, OTHER, TITLE, LOWER]
    assert example.size == 7


def test_groups_end_with_a_document_and_at_the_limit() -> None:
    opening = _sentence(["They", "talk"], [1, -1], opens=True)
    known = labels([FIRST, SECOND])
    assert len(_maker(known).grouped([FIRST, opening], (2,), random.Random(0))) == 2
    assert len(_maker(known, 4).grouped([FIRST, SECOND], (2,), random.Random(0))) == 2
    assert _maker(known, 1).grouped([FIRST, SECOND], (2,), random.Random(0)) == []


def test_lemma_scripts_seen_once_are_no_labels() -> None:
    rare = _sentence(["went"], [-1])
    rare.fields["lemma"] = ["=l|go"]
    known = labels([FIRST, rare])
    assert known.lemma == ("l|0|",)
    (example,) = _maker(known).grouped([rare], (1,), random.Random(0))
    assert example.fields["lemma"] == [IGNORE]


def test_batches_hold_every_example_once_a_round_and_keep_to_the_size() -> None:
    known = labels([FIRST, SECOND])
    examples = _maker(known).grouped([FIRST, SECOND] * 20, (1, 2, 3), random.Random(3))
    stream = batches(examples, 24, Noise(recased=0.0, hidden=0.0, mask=0), random.Random(4))
    seen = 0
    while seen < len(examples):
        batch = next(stream)
        assert min(one.size for one in batch) * len(batch) <= 24
        seen += len(batch)
    assert seen == len(examples)


def test_recasing_leaves_words_without_case_alone() -> None:
    (example,) = _maker(labels([FIRST])).grouped([FIRST], (1,), random.Random(0))
    assert recased(example, UPPER).cases == [UPPER, UPPER, OTHER]
    assert example.cases == [TITLE, LOWER, OTHER]


def test_hidden_words_lose_their_pieces_and_keep_their_labels() -> None:
    (example,) = _maker(labels([FIRST])).grouped([FIRST], (1,), random.Random(0))
    assert hidden(example, 0.0, 9, random.Random(1)) == example
    covered = hidden(example, 1.0, 9, random.Random(1))
    assert covered.pieces == [(9,), (9,), (9,)]
    assert (covered.heads, covered.tags, covered.cases) == (example.heads, example.tags, example.cases)


def test_words_are_cleaned_as_the_reader_folds_them() -> None:
    assert [clean(word) for word in ("``", "-LRB-", "\u2019s", "1 000")] == ['"', "(", "'s", "1000"]
