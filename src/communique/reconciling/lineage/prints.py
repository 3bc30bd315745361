"""The print of an article: what lineage keeps of its text to find and judge its relatives.

Hashes come from BLAKE2b, so that they are the same in every process and may be stored.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from communique.reconciling.lineage.facts import Facts, facts_of
from communique.reconciling.lineage.quotations import segments
from communique.reconciling.lineage.words import body_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.records import Article

SHINGLE = 5  # words; at four, set phrases ("the foreign minister of") meet in unrelated articles
SHORTEST = 20  # words of body; below it a text is a teaser or a leftover that says nothing of where it comes from


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """What is compared of one article.

    `digest` is of all its folded words in order; `shingles` are the hashes of its sequences of five words, `own` those
    outside quotations (sorted unique uint64 arrays); `length` counts words; `facts` are what a rewrite keeps.
    """

    article: str
    digest: str
    length: int
    shingles: Any
    own: Any
    facts: Facts

    @property
    def speaks(self) -> bool:
        """Whether there is enough text to say anything."""
        return self.length >= SHORTEST


def print_of(article: Article) -> Print:
    """The print of an article's body lines."""
    parts = segments(body_lines(article))
    words = [word.plain for part in parts for word in part.words]
    outside = [
        [word.plain for part in run for word in part.words]
        for quoted, run in groupby(parts, key=attrgetter("quoted")) if not quoted
    ]  # fmt: skip
    digest = hashlib.blake2b(" ".join(words).encode(), digest_size=16).hexdigest()
    return Print(article.id, digest, len(words), _shingles([words]), _shingles(outside), facts_of(parts))


def _shingles(runs: Sequence[Sequence[str]]) -> Any:
    """The sorted distinct hashes of all sequences of SHINGLE words within the runs."""
    import numpy as np

    found: list[Any] = []
    factors = np.array([hashed(f"place {place}") | 1 for place in range(SHINGLE)], dtype=np.uint64)
    for run in runs:
        count = len(run) - SHINGLE + 1
        if count < 1:
            continue
        codes = np.fromiter((hashed(word) for word in run), dtype=np.uint64, count=len(run))
        mixed = np.zeros(count, dtype=np.uint64)
        for place in range(SHINGLE):
            mixed += codes[place : place + count] * factors[place]  # wraps at 2**64, as meant
        found.append(mixed ^ (mixed >> np.uint64(29)))
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.uint64)


def blake(text: str) -> int:
    """64 bits of BLAKE2b of a text: the same in every process."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


@lru_cache(maxsize=65536)
def hashed(word: str) -> int:
    """`blake` of a word, remembered, since words come again."""
    return blake(word)


def shared(left: Any, right: Any) -> int:
    """How many hashes two sorted distinct arrays have in common."""
    import numpy as np

    return int(np.intersect1d(left, right, assume_unique=True).size)
