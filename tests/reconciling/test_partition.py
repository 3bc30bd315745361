"""The exact clustering of a few things, held against trying every partition."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reconciling.partition import partition

if TYPE_CHECKING:
    from collections.abc import Iterator

Pairs = dict[tuple[int, int], int]


def every_partition(things: list[int]) -> Iterator[list[list[int]]]:
    if not things:
        yield []
        return
    first, *rest = things
    for cells in every_partition(rest):
        yield [[first], *cells]
        for at, cell in enumerate(cells):
            yield [*cells[:at], [first, *cell], *cells[at + 1 :]]


def gained(cells: list[list[int]], gains: Pairs, apart: set[tuple[int, int]]) -> int:
    inside = [pair for cell in cells for pair in combinations(sorted(cell), 2)]
    return -1 if any(pair in apart for pair in inside) else sum(gains.get(pair, 0) for pair in inside)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), size=st.integers(1, 6))
def test_no_partition_gains_more(data: st.DataObject, size: int) -> None:
    pairs = list(combinations(range(size), 2))
    gains = {pair: data.draw(st.integers(1, 9)) for pair in pairs if data.draw(st.booleans())}
    apart = {pair for pair in pairs if data.draw(st.integers(0, 3)) == 0}
    found = partition(size, gains, apart)
    assert sorted(thing for cell in found for thing in cell) == list(range(size))
    best = max(gained(cells, gains, apart) for cells in every_partition(list(range(size))))
    assert gained(found, gains, apart) == best


def test_a_pair_that_gains_nothing_is_together_only_through_a_third() -> None:
    assert partition(3, {(0, 2): 4, (1, 2): 3}, {(0, 1)}) == [[0, 2], [1]]
    assert partition(4, {(0, 2): 4, (1, 2): 3}, {(0, 3)}) == [[0, 1, 2], [3]]
    assert partition(4, {(0, 1): 1}, {(2, 3)}) == [[0, 1], [2], [3]]
