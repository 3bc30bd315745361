"""How far the sentences of one text stand in another, word by word: a short retelling brings nothing of its own.

Points for quotations and figures (rewriting.py) ask for many of them, which a text of four sentences has not. Here
every sentence of the shorter text is laid beside that sentence of the longer which shares most of its content words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from communique.reconciling.lineage.words import stopwords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.reconciling.lineage.quotations import Segment

WORDS = 4  # content words; a shorter sentence ("They met on Monday.") stands in any report
SENTENCES, LEAST = 3, 25  # sentences, and content words in them, below which a text is too short to judge
# Average part of a sentence's content words that stands in one sentence of the longer text. Among 19,306 pairs of the
# ECB+ development topics 33 reach it outside quotations, 22 of them with the same figures; all of these share whole
# sentences. Below .70 come reports with only an official statement in common. Articles on other topics share .05 in the
# middle and .53 at most.
COVERED = 0.72
KEPT = 0.75  # part of the shorter text's figures, days and years that the longer has too
ORDER = 0.6  # part of all twos of covered sentences in the same order
HALF = 0.5  # part of its words from which on a sentence counts for the order
ENDINGS, STAYS = ("ing", "ed", "es", "s"), 4  # cut off where four letters stay: "pledged" and "pledging" are one word


@dataclass(frozen=True, slots=True)
class Covered:
    """That the shorter text's sentences stand in the longer: their average part, of how many sentences."""

    part: float
    sentences: int


class Wording:
    """The content words of a text outside quotations, sentence by sentence, from the form that is kept of them."""

    def __init__(self, kept: str) -> None:
        self.kept = kept

    @cached_property
    def sentences(self) -> tuple[frozenset[str], ...]:
        """The distinct words of each sentence, in the order of the text."""
        return tuple(frozenset(line.split()) for line in self.kept.split("\n") if line)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all sentences."""
        return frozenset().union(*self.sentences)

    @cached_property
    def size(self) -> int:
        """The words of all sentences, counted in each."""
        return sum(map(len, self.sentences))


def wording_of(segments: Sequence[Segment]) -> Wording:
    """The wording of a body cut at its quotation marks."""
    found = (
        sorted({stem(word) for word in sentence if word not in stopwords()})
        for segment in segments if not segment.quoted for sentence in _sentences(segment)
    )  # fmt: skip
    return Wording("\n".join(" ".join(words) for words in found if len(words) >= WORDS))


def covered(left: Wording, right: Wording) -> Covered | None:
    """Whether the sentences of the shorter of two texts stand in the longer, in their order; None where not."""
    short, long = sorted((left, right), key=lambda one: (one.size, one.kept))
    if len(short.sentences) < SENTENCES or short.size < LEAST:
        return None
    if sum(len(one & long.words) for one in short.sentences) < COVERED * short.size:
        return None  # what stands in no sentence of it cannot stand in one
    best = [max((len(one & other), -at) for at, other in enumerate(long.sentences)) for one in short.sentences]
    figures = {word for word in short.words if word[0].isdigit()}
    if len(figures & long.words) < KEPT * len(figures):
        return None  # another account of the same, which counts otherwise
    part = sum(count for count, _ in best) / short.size
    places = [-at for one, (count, at) in zip(short.sentences, best, strict=True) if count >= HALF * len(one)]
    twos = list(combinations(places, 2))
    if part < COVERED or sum(first <= second for first, second in twos) < ORDER * len(twos):
        return None
    return Covered(round(part, 3), len(short.sentences))


def _sentences(segment: Segment) -> Iterator[list[str]]:
    sentence: list[str] = []
    for word in segment.words:
        if word.opens and sentence:
            yield sentence
            sentence = []
        sentence.append(word.plain)
    yield sentence


def stem(word: str) -> str:
    """A word without its ending, if enough of it stays."""
    return next((word[: -len(end)] for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= STAYS), word)
