"""Measures of coreference over chains of mentions: MUC, B3 and CEAF by entities, each as F1 over many documents.

A chain is the set of places of its mentions; chains of one document share no place. Counts are summed over the
documents before shares are taken, as the reference scorer of CoNLL-2012 does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Chain: TypeAlias = frozenset[int]
Pair: TypeAlias = tuple[list[Chain], list[Chain]]


@dataclass(frozen=True, slots=True)
class Score:
    """F1 by each measure."""

    muc: float
    b3: float
    ceaf: float

    @property
    def mean(self) -> float:
        """The mean of the three, the usual single figure."""
        return (self.muc + self.b3 + self.ceaf) / 3


def scores(documents: Iterable[Pair]) -> Score:
    """F1 of found against wanted chains, given as (wanted, found) for each document."""
    pairs = list(documents)
    turned = [(found, wanted) for wanted, found in pairs]
    return Score(
        _f1(_muc(pairs), _muc(turned)),
        _f1(_b3(pairs), _b3(turned)),
        _f1(*_ceaf(pairs)),
    )


def _f1(recall: float, precision: float) -> float:
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _muc(pairs: Iterable[Pair]) -> float:
    """Links of the first chains that the second keep: |S| less the parts that the others cut S into, over |S| - 1."""
    kept = all_links = 0
    for key, response in pairs:
        home = {place: number for number, chain in enumerate(response) for place in chain}
        for chain in key:
            parts = {home[place] for place in chain if place in home}
            alone = sum(place not in home for place in chain)
            kept += len(chain) - len(parts) - alone
            all_links += len(chain) - 1
    return _share(kept, all_links)


def _b3(pairs: Iterable[Pair]) -> float:
    """For each mention of the first chains the share of its chain that the second put with it."""
    total, mentions = 0.0, 0
    for key, response in pairs:
        home = {place: chain for chain in response for place in chain}
        for chain in key:
            total += sum(len(chain & home.get(place, frozenset())) / len(chain) for place in chain)
            mentions += len(chain)
    return _share(total, mentions)


def _ceaf(pairs: Iterable[Pair]) -> tuple[float, float]:
    """Recall and precision of the best one-to-one match of chains by their Dice similarity."""
    total, wanted, found = 0.0, 0, 0
    for key, response in pairs:
        similar = [[2 * len(a & b) / (len(a) + len(b)) for b in response] for a in key]
        total += best_match(similar)
        wanted += len(key)
        found += len(response)
    return _share(total, wanted), _share(total, found)


def best_match(worth: Sequence[Sequence[float]]) -> float:
    """The greatest sum of worths with each row and column used once (Hungarian method with potentials)."""
    if not worth or not worth[0]:
        return 0.0
    rows = [list(row) for row in (worth if len(worth) <= len(worth[0]) else zip(*worth, strict=True))]
    n, m = len(rows), len(rows[0])
    up, down, match, way = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1), [0] * (m + 1)
    for row in range(1, n + 1):
        match[0] = row
        _assign(rows, up, down, match, way)
    return float(sum(rows[match[column] - 1][column - 1] for column in range(1, m + 1) if match[column]))


def _assign(rows: list[list[float]], up: list[float], down: list[float], match: list[int], way: list[int]) -> None:
    """Bring in the row at match[0] along the cheapest augmenting path; a cost is a worth with its sign turned."""
    m = len(rows[0])
    least, used, column = [float("inf")] * (m + 1), [False] * (m + 1), 0
    while match[column]:
        used[column] = True
        row, delta, following = match[column], float("inf"), 0
        for j in range(1, m + 1):
            if used[j]:
                continue
            cost = -rows[row - 1][j - 1] - up[row] - down[j]
            if cost < least[j]:
                least[j], way[j] = cost, column
            if least[j] < delta:
                delta, following = least[j], j
        for j in range(m + 1):
            if used[j]:
                up[match[j]] += delta
                down[j] -= delta
            else:
                least[j] -= delta
        column = following
    while column:
        match[column] = match[way[column]]
        column = way[column]
