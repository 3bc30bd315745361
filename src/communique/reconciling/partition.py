"""Correlation clustering of a few things, exactly: the partition whose cells gain most and hold no pair kept apart.

Source of the problem: Bansal, Blum and Chawla 2004 (Correlation Clustering). Here a pair either gains or is forbidden;
a pair of which too little is known counts for nothing. Knows nothing of tellings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

Twosome = tuple[int, int]


def partition(size: int, gains: Mapping[Twosome, int], apart: AbstractSet[Twosome]) -> list[list[int]]:
    """The best partition of 0 .. size - 1; cells and their members in rising order.

    Of partitions that gain equally much, the one that puts the earlier things together. The time grows with the number
    of partitions (877 of seven things, 4140 of eight), cut short where what is left cannot reach the best.

    Args:
        size: how many things.
        gains: what a pair (lower first) in one cell adds, above 0.
        apart: pairs (lower first) that no cell may hold.
    """
    search = _Search(size, gains, apart)
    if apart:
        search.place(0, 0)
    else:
        search.best = [list(range(size))]
    return sorted(part for cell in search.best for part in _connected(cell, gains))


def _connected(cell: Sequence[int], gains: Mapping[Twosome, int]) -> list[list[int]]:
    """The parts of a cell that hang together by gains; the rest gains nothing from being in it."""
    home = {thing: thing for thing in cell}
    for one, other in sorted(gains):
        if one in home and other in home:
            low, high = sorted((home[one], home[other]))
            home = {thing: low if part == high else part for thing, part in home.items()}
    return [[thing for thing in cell if home[thing] == part] for part in sorted(set(home.values()))]


class _Search:
    """Depth first, thing by thing: into each open cell that allows it, then into a cell of its own."""

    def __init__(self, size: int, gains: Mapping[Twosome, int], apart: AbstractSet[Twosome]) -> None:
        self.size = size
        self.gains = gains
        self.apart = apart
        self.cells: list[list[int]] = []
        self.best: list[list[int]] = [[thing] for thing in range(size)]
        self.most = 0
        # What things from each one on can gain at most, each with all before it.
        self.left = [sum(gain for (_, later), gain in gains.items() if later >= thing) for thing in range(size + 1)]

    def place(self, thing: int, gained: int) -> None:
        """Try every place for a thing and those after it, `gained` being what those before it have gained."""
        if gained + self.left[thing] <= self.most:
            return
        if thing == self.size:
            self.most, self.best = gained, [list(cell) for cell in self.cells]
            return
        for cell in self.cells:
            if any((member, thing) in self.apart for member in cell):
                continue
            gain = sum(self.gains.get((member, thing), 0) for member in cell)
            cell.append(thing)
            self.place(thing + 1, gained + gain)
            cell.pop()
        self.cells.append([thing])
        self.place(thing + 1, gained)
        self.cells.pop()
