"""The cluster scores: known values of worked examples, and what must hold of any clustering."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.clusters import score

# The worked example of Luo 2005 (On coreference resolution performance metrics), fig. 1: truth, and responses a to d.
TRUTH = ["12345", "67", "89AB" + "C"]
RESPONSES = {
    "a": (["12345", "6789ABC"], 0.947, 0.865, 0.733),
    "b": (["12345" + "89ABC", "67"], 0.947, 0.737, 0.667),
    "d": (list("123456789ABC"), 0.0, 0.400, None),
}


@pytest.mark.parametrize("name", RESPONSES)
def test_luos_example(name: str) -> None:
    response, muc, b3, ceafe = RESPONSES[name]
    found = score(TRUTH, response)
    assert found.muc.f1 == pytest.approx(muc, abs=0.001)
    assert found.b3.f1 == pytest.approx(b3, abs=0.001)
    if ceafe is not None:
        assert found.ceafe.f1 == pytest.approx(ceafe, abs=0.06)


def clusters(labels: list[int]) -> list[list[int]]:
    return [[at for at, label in enumerate(labels) if label == one] for one in sorted(set(labels))]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=12))
def test_perfect_is_one_and_gold_and_given_are_mirror_images(labels: list[tuple[int, int]]) -> None:
    gold, given_ = clusters([a for a, _ in labels]), clusters([b for _, b in labels])
    same = score(gold, gold)
    assert same.b3.f1 == pytest.approx(1)
    assert same.ceafe.f1 == pytest.approx(1)
    assert same.muc.f1 == pytest.approx(1 if len(gold) < len(labels) else 0)
    there, back = score(gold, given_), score(given_, gold)
    for one, other in ((there.muc, back.muc), (there.b3, back.b3), (there.ceafe, back.ceafe)):
        assert one.recall == pytest.approx(other.precision)
        assert 0 <= one.f1 <= 1


def test_a_mention_that_only_one_side_has_costs() -> None:
    whole = score([["a", "b", "c"]], [["a", "b"]])
    assert whole.b3.precision == 1
    assert whole.b3.recall < 1
    assert whole.muc.recall == pytest.approx(0.5)


def test_scores_add_up_over_topics() -> None:
    one, other = score([["a", "b"]], [["a", "b"]]), score([["c", "d"]], [["c"], ["d"]])
    assert (one + other).muc.recall == pytest.approx(0.5)
    assert (one + other).conll < one.conll


KEY = [frozenset({1, 2, 3, 4, 5}), frozenset({6, 7}), frozenset({8, 9, 10, 11, 12})]
MERGED = [frozenset({1, 2, 3, 4, 5}), frozenset({6, 7, 8, 9, 10, 11, 12})]  # Bagga and Baldwin (1998), response 1


def test_the_same_chains_are_wholly_right() -> None:
    assert score(KEY, KEY).conll == pytest.approx(1.0)


def test_nothing_found_is_nothing_right() -> None:
    assert score(KEY, []).conll == 0.0


def test_bagga_and_baldwins_example() -> None:
    said = score(KEY, MERGED)
    assert said.muc.f1 == pytest.approx(2 * 1.0 * 0.9 / 1.9)  # recall 9/9, precision 9/10
    precision = (5 * 1 + 2 * 2 / 7 + 5 * 5 / 7) / 12
    assert said.b3.f1 == pytest.approx(2 * precision / (1 + precision))
    assert said.ceafe.f1 == pytest.approx(2 * (1 + 10 / 12) / 5)
