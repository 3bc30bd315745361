"""Banded MinHash: articles whose sets of shingles overlap much meet in a band, and only those are compared.

Source: Broder 1997 (resemblance of documents), Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, ch. 3.
A band is a plain number: kept in a table, bands make the search incremental.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from communique.reconciling.lineage.hashing import hashed

BANDS = 40
ROWS = 3  # a pair of Jaccard 0.5 meets with 1 - (1 - 0.5**3)**40 = 99.5 %, one of 0.1 with 4 %
_SPREAD = 32  # bits kept of a product: multiply-shift hashing, Dietzfelbinger et al. 1997


@cache
def _factors() -> Any:
    import numpy as np

    odd = [hashed(f"factor {at}") | 1 for at in range(BANDS * ROWS)]
    offsets = [hashed(f"offset {at}") for at in range(BANDS * ROWS)]
    return np.array([odd, offsets], dtype=np.uint64)


def signature(shingles: Any) -> Any:
    """The MinHash signature of a sorted array of shingle hashes: BANDS * ROWS uint64 values, none if it is empty."""
    import numpy as np

    if shingles.size == 0:
        return np.zeros(0, dtype=np.uint64)
    odd, offsets = _factors()
    spread = (shingles[:, None] * odd[None, :] + offsets[None, :]) >> np.uint64(_SPREAD)
    return spread.min(axis=0)


def bands(shingles: Any) -> Any:
    """The bands of a set of shingles as BANDS uint64 numbers: two sets share one where all its rows agree."""
    import numpy as np

    values = signature(shingles)
    if values.size == 0:
        return values
    rows = values.reshape(BANDS, ROWS)
    odd = _factors()[0][:ROWS]
    mixed = (rows * odd[None, :]).sum(axis=1, dtype=np.uint64) + np.arange(BANDS, dtype=np.uint64)
    return mixed * odd[0]
