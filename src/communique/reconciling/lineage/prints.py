"""The print of an article: what lineage keeps of its text to find and judge its relatives."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from communique.reconciling.lineage.coverage import Wording, wording_of
from communique.reconciling.lineage.facts import Anchor, Facts, facts_of
from communique.reconciling.lineage.hashing import hashed
from communique.reconciling.lineage.keys import Keys, keys_of
from communique.reconciling.lineage.quotations import segments
from communique.reconciling.lineage.words import body_lines
from communique.reconciling.memory import digest_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.reconciling.memory import Memory
    from communique.records import Article

SHINGLE = 5  # words; at four, set phrases ("the foreign minister of") meet in unrelated articles
SHORTEST = 20  # words of body; below it a text is a teaser or a leftover that says nothing of where it comes from


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """What is compared of one article.

    `mark` is a digest of the whole article, `digest` one of its folded words in order; `shingles` are the hashes of
    its sequences of five words, `own` those outside quotations (sorted unique uint64 arrays); `length` counts words;
    `facts` are what a rewrite keeps, `wording` the words of its sentences; `keys` are what it shares with relatives.
    """

    article: str
    mark: str
    digest: str
    length: int
    shingles: Any
    own: Any
    facts: Facts
    wording: Wording
    keys: Keys

    @property
    def speaks(self) -> bool:
        """Whether there is enough text to say anything."""
        return self.length >= SHORTEST


@dataclass(frozen=True, slots=True)
class _Packed:
    """A print as it is remembered: arrays as their bytes."""

    digest: str
    length: int
    arrays: tuple[bytes, ...]
    anchors: tuple[Anchor, ...]
    turns: tuple[str, ...]
    wording: str


def recall_print(article: Article, memory: Memory) -> Print:
    """The print of an article's body lines, from memory if it is there."""
    mark = digest_of(article)
    return _unpacked(article, mark, memory.recall("print", mark, _Packed, lambda: _packed(_print(article, mark))))


def _print(article: Article, mark: str) -> Print:
    parts = segments(body_lines(article))
    words = [word.plain for part in parts for word in part.words]
    outside = [
        [word.plain for part in run for word in part.words]
        for quoted, run in groupby(parts, key=attrgetter("quoted")) if not quoted
    ]  # fmt: skip
    digest = hashlib.blake2b(" ".join(words).encode(), digest_size=16).hexdigest()
    shingles, facts = _shingles([words]), facts_of(parts)
    keys = keys_of(shingles, facts)
    return Print(article.id, mark, digest, len(words), shingles, _shingles(outside), facts, wording_of(parts), keys)


def _packed(one: Print) -> _Packed:
    keys = one.keys
    arrays = (one.shingles, one.own, keys.bands, keys.sampled, keys.quoted, keys.phrased)
    turns = tuple(sorted(one.facts.turns))
    packed = tuple(array.astype("<u8").tobytes() for array in arrays)
    return _Packed(one.digest, one.length, packed, one.facts.anchors, turns, one.wording.kept)


def _unpacked(article: Article, mark: str, packed: _Packed) -> Print:
    import numpy as np

    shingles, own, *keys = (np.frombuffer(array, dtype="<u8") for array in packed.arrays)
    facts = Facts(packed.anchors, frozenset(packed.turns))
    return Print(
        article.id, mark, packed.digest, packed.length, shingles, own, facts, Wording(packed.wording), Keys(*keys)
    )


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
