"""The interval that is answered: wide where belief is wide, a few days where a few hold most of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.reconciling.dating.interval import FEW, HELD, choose


def test_two_days_that_hold_most_are_the_answer() -> None:
    share = [0.01] * 40
    share[20], share[21] = 0.4, 0.22
    choice = choose([value / sum(share) for value in share], 20)
    assert (choice.first, choice.last) == (20, 21)
    assert choice.held < 0.7


def test_an_even_belief_is_answered_whole() -> None:
    choice = choose([0.01] * 100, 50)
    assert choice.days >= 90


@given(st.lists(st.floats(0.001, 1.0), min_size=1, max_size=60), st.data())
def test_it_holds_the_point_and_what_it_says(raw: list[float], data: st.DataObject) -> None:
    share = [value / sum(raw) for value in raw]
    point = data.draw(st.integers(0, len(raw) - 1))
    choice = choose(share, point)
    assert choice.first <= point <= choice.last
    assert choice.held <= sum(share[choice.first : choice.last + 1]) + 1e-9
    assert choice.days <= FEW or sum(share[choice.first : choice.last + 1]) >= HELD - 1e-9
