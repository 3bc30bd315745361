"""Measures of coreference against values worked out by hand, the papers' own examples among them."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.chains import best_match, scores

KEY = [frozenset({1, 2, 3, 4, 5}), frozenset({6, 7}), frozenset({8, 9, 10, 11, 12})]
MERGED = [frozenset({1, 2, 3, 4, 5}), frozenset({6, 7, 8, 9, 10, 11, 12})]  # Bagga and Baldwin (1998), response 1


def test_the_same_chains_are_wholly_right() -> None:
    assert scores([(KEY, KEY)]).mean == pytest.approx(1.0)


def test_nothing_found_is_nothing_right() -> None:
    assert scores([(KEY, [])]).mean == 0.0


def test_bagga_and_baldwins_example() -> None:
    said = scores([(KEY, MERGED)])
    assert said.muc == pytest.approx(2 * 1.0 * 0.9 / 1.9)  # recall 9/9, precision 9/10
    precision = (5 * 1 + 2 * 2 / 7 + 5 * 5 / 7) / 12
    assert said.b3 == pytest.approx(2 * precision / (1 + precision))
    assert said.ceaf == pytest.approx(2 * (1 + 10 / 12) / 5)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 9), min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
def test_the_best_match_is_the_best_of_all(worth: list[list[int]]) -> None:
    rows, columns = len(worth), len(worth[0])
    short, long = min(rows, columns), max(rows, columns)
    table = worth if rows <= columns else [list(column) for column in zip(*worth, strict=True)]
    best = max(sum(table[i][j] for i, j in enumerate(order)) for order in permutations(range(long), short))
    assert best_match([[float(w) for w in row] for row in worth]) == pytest.approx(best)
