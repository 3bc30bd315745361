"""The tree decoder: the best tree there is, with one root, whatever the scores."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading.encoder.trees import best_tree


def _is_tree(heads: list[int]) -> bool:
    """One root (-1), and every word leads to it."""
    if sum(head < 0 for head in heads) != 1:
        return False
    for start in range(len(heads)):
        word, steps = start, 0
        while heads[word] >= 0 and steps <= len(heads):
            word, steps = heads[word], steps + 1
        if heads[word] >= 0:
            return False
    return True


def _total(scores: np.ndarray, heads: list[int]) -> float:
    return sum(float(scores[word, head + 1]) for word, head in enumerate(heads))


@st.composite
def _scores(draw: st.DrawFn, most: int) -> np.ndarray:
    words = draw(st.integers(1, most))
    values = draw(st.lists(st.integers(-40, 40), min_size=words * (words + 1), max_size=words * (words + 1)))
    return np.array(values, dtype=np.float32).reshape(words, words + 1)


@settings(max_examples=150, deadline=None)
@given(_scores(4))
def test_no_tree_scores_higher(scores: np.ndarray) -> None:
    words = len(scores)
    trees = [heads for heads in map(list, product(range(-1, words), repeat=words)) if _is_tree(heads)]
    best = max(_total(scores, heads) for heads in trees if all(i != head for i, head in enumerate(heads)))
    found = best_tree(scores)
    assert _is_tree(found)
    assert _total(scores, found) == best


@settings(max_examples=60, deadline=None)
@given(_scores(25))
def test_long_sentences_get_one_root_and_no_cycle(scores: np.ndarray) -> None:
    assert _is_tree(best_tree(scores))


def test_two_words_that_want_to_be_the_root_share_one() -> None:
    scores = np.array([[9.0, 0.0, 1.0], [8.0, 2.0, 0.0]], dtype=np.float32)
    assert best_tree(scores) == [-1, 0]


def test_scores_are_left_as_they_were() -> None:
    scores = np.array([[0.0, 0.0, 9.0], [0.0, 9.0, 0.0]], dtype=np.float32)
    before = scores.copy()
    best_tree(scores)
    assert (scores == before).all()
