"""Windows: all words are read, none too many at once, and no window runs over the end of a block."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.reading.encoder.windows import LIMIT, UTMOST, Planner

LENGTHS = st.lists(st.integers(1, 8), min_size=1, max_size=400)


@given(LENGTHS, st.sets(st.integers(1, 399), max_size=30))
def test_windows_follow_one_another_to_the_end(lengths: list[int], starts: set[int]) -> None:
    blocks = [0, *sorted(start for start in starts if start < len(lengths))]
    planner = Planner(lengths, blocks)
    at = 0
    while at < len(lengths):
        window = planner.window(at, at)
        assert window.begin == at < window.end <= len(lengths)
        assert sum(lengths[window.begin : window.end]) <= LIMIT
        assert not any(at < start < window.end for start in blocks)
        assert window.cut is not (window.end in [*blocks, len(lengths)])
        at = window.end


@given(LENGTHS, st.integers(0, 399), st.integers(0, 24))
def test_a_window_with_context_still_moves_on(lengths: list[int], core: int, context: int) -> None:
    core = min(core, len(lengths) - 1)
    window = Planner(lengths, [0]).window(max(0, core - context), core)
    assert window.end > core
    assert sum(lengths[window.begin : window.end]) <= UTMOST


def test_a_long_block_is_cut_where_the_limit_falls() -> None:
    planner = Planner([2] * 300, [0, 20, 290])
    assert (planner.window(0, 0).end, planner.window(0, 0).cut) == (20, False)
    assert (planner.window(20, 20).end, planner.window(20, 20).cut) == (20 + LIMIT // 2, True)
    assert planner.window(20, 20, UTMOST).end == 20 + UTMOST // 2
    assert planner.window(280, 285).goes_on
