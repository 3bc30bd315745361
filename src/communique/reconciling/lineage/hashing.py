"""Hashes of words and texts, the same in every process, so that they may be kept; from BLAKE2b."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def blake(text: str) -> int:
    """64 bits of BLAKE2b of a text."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


@lru_cache(maxsize=65536)
def hashed(word: str) -> int:
    """`blake` of a word, remembered, since words come again."""
    return blake(word)


def hashes(texts: Iterable[str]) -> Any:
    """The sorted distinct hashes of some texts, as an array of uint64."""
    import numpy as np

    return np.array(sorted({blake(text) for text in texts}), dtype=np.uint64)


def shared(left: Any, right: Any) -> int:
    """How many hashes two sorted distinct arrays have in common."""
    import numpy as np

    return int(np.intersect1d(left, right, assume_unique=True).size)
