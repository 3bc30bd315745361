"""The keys of an article: numbers that it shares with its relatives, by which pairs worth comparing are found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.reconciling.lineage.hashing import hashes
from communique.reconciling.lineage.minhash import bands

if TYPE_CHECKING:
    from communique.reconciling.lineage.facts import Facts

SAMPLE = 4  # keep the shingles whose hash divides by four: an excerpt of 40 words still keeps about nine
_QUOTED = 4  # words of a quotation that index it, so that a quotation cut short is still found


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """Arrays of uint64 without repeats: bands of the signature, sampled shingles, runs of quotations, phrases."""

    bands: Any
    sampled: Any
    quoted: Any
    phrased: Any


def keys_of(shingles: Any, facts: Facts) -> Keys:
    """The keys of an article, from the hashes of its sequences of words and its facts."""
    import numpy as np

    quotations = (anchor.text.split() for anchor in facts.of("quotation"))
    quoted = hashes(
        " ".join(words[start : start + _QUOTED]) for words in quotations for start in range(len(words) - _QUOTED + 1)
    )
    phrased = hashes((*(anchor.text for anchor in facts.of("figure")), *facts.turns))
    return Keys(bands(shingles), shingles[shingles % np.uint64(SAMPLE) == 0], quoted, phrased)
