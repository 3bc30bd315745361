"""Pairs of positions as single numbers, so that arrays of millions of them can be sorted and compared."""

from __future__ import annotations

from typing import Any


def code(earlier: Any, later: Any) -> Any:
    """A pair of positions below 2**31 as one number, or two arrays of them as one."""
    return (earlier << 32) | later


def pairs_of(codes: Any) -> Any:
    """The pairs that codes stand for: an int64 array (n, 2)."""
    import numpy as np

    return np.stack((codes >> 32, codes & 0xFFFF_FFFF), axis=1)


def distinct(codes: Any) -> Any:
    """The codes of an array, each once, rising. By sorting, which for millions is faster than np.unique."""
    import numpy as np

    codes = np.sort(codes)
    return codes[np.concatenate((np.ones(min(1, codes.size), dtype=bool), codes[1:] != codes[:-1]))]
