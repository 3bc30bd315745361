"""Which pairs of articles to compare: those that meet in a band, or that share what few articles have.

The cost grows with the number of pairs that share something rare, never with the square of the articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reconciling.codes import code, distinct, pairs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.reconciling.lineage.keys import Keys

ENOUGH = 2  # sampled shingles or turns of phrase that two articles must share to be compared
COMMON = 24  # articles; what more of them share pairs each only with the first and with the one before it
EVERYWHERE = 2000  # articles; what more of them share is boilerplate that intake did not know


def candidate_pairs(keys: Sequence[Keys]) -> Any:
    """The pairs of positions (lower, higher) in `keys` that are worth a comparison, in order: an int64 array (n, 2)."""
    import numpy as np

    met = (
        _meeting([one.bands for one in keys], 1),
        _meeting([one.sampled for one in keys], ENOUGH),
        _meeting([one.quoted for one in keys], 1),
        _meeting([one.phrased for one in keys], ENOUGH),
    )
    return pairs_of(distinct(np.concatenate(met)))


def _meeting(keys: Sequence[Any], enough: int) -> Any:
    """Codes of the pairs of positions in `keys` (an array of uint64 each, no repeats) that share `enough` keys."""
    import numpy as np

    met = [np.zeros(0, dtype=np.int64)]
    for holders in _holders(keys):
        size = holders.shape[1]
        if size > EVERYWHERE:
            continue
        if size <= COMMON:
            earlier, later = np.triu_indices(size, 1)
        else:  # each with the first and with the one before it
            earlier = np.concatenate((np.zeros(size - 1, dtype=np.int64), np.arange(1, size - 1)))
            later = np.concatenate((np.arange(1, size), np.arange(2, size)))
        met.append(code(holders[:, earlier], holders[:, later]).ravel())
    pairs, times = np.unique(np.concatenate(met), return_counts=True)
    return pairs[times >= enough]


def _holders(keys: Sequence[Any]) -> Iterator[Any]:
    """The positions that hold a key that several have: for each number of holders an array of a row a key, rising.

    By sorting, since most keys are of one alone.
    """
    import numpy as np

    if not keys:
        return
    codes = np.concatenate(keys)
    owners = np.repeat(np.arange(len(keys)), [own.size for own in keys])
    order = np.argsort(codes, kind="stable")
    codes, owners = codes[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], codes[1:] != codes[:-1]))) if codes.size else np.zeros(0, dtype=int)
    sizes = np.diff(np.append(starts, codes.size))
    for size in np.unique(sizes[sizes > 1]).tolist():
        yield owners[starts[sizes == size][:, None] + np.arange(size)]
