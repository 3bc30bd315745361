"""Which pairs of articles to compare: those that meet in a band, or that share what few articles have.

The cost grows with the number of pairs that share something rare, never with the square of the articles.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.reconciling.lineage.keys import Keys

ENOUGH = 2  # sampled shingles or turns of phrase that two articles must share to be compared
COMMON = 24  # articles; what more of them share pairs each only with the first and with the one before it
EVERYWHERE = 2000  # articles; what more of them share is boilerplate that intake did not know


def candidate_pairs(keys: Sequence[Keys]) -> tuple[tuple[int, int], ...]:
    """Pairs of positions (lower, higher) in `keys` that are worth a comparison, in order."""
    pairs = set(_meeting([one.bands for one in keys]))
    pairs |= _often(_meeting([one.sampled for one in keys]), ENOUGH)
    pairs |= set(_meeting([one.quoted for one in keys]))
    pairs |= _often(_meeting([one.phrased for one in keys]), ENOUGH)
    return tuple(sorted(pairs))


def _meeting(keys: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """Pairs of positions in `keys` (one array of uint64 each, without repeats) that have a key in common."""
    for positions in _holders(keys):
        if len(positions) > EVERYWHERE:
            continue
        for at, later in enumerate(positions):
            earlier = positions[:at] if len(positions) <= COMMON else positions[:1] + positions[max(1, at - 1) : at]
            yield from ((one, later) for one in earlier if one != later)


def _holders(keys: Sequence[Any]) -> Iterator[list[int]]:
    """For each key that several have, their positions in rising order. By sorting, since most keys are of one alone."""
    import numpy as np

    if not keys:
        return
    codes = np.concatenate(keys)
    owners = np.repeat(np.arange(len(keys)), [own.size for own in keys])
    order = np.argsort(codes, kind="stable")
    codes, owners = codes[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], codes[1:] != codes[:-1]))) if codes.size else np.zeros(0, dtype=int)
    sizes = np.diff(np.append(starts, codes.size))
    for start, size in zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        yield owners[start : start + size].tolist()


def _often(pairs: Iterator[tuple[int, int]], enough: int) -> set[tuple[int, int]]:
    return {pair for pair, times in Counter(pairs).items() if times >= enough}
