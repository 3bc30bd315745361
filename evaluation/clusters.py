"""Scores of clusters of mentions against gold clusters: MUC, B-cubed, CEAF-e and their mean, the CoNLL score.

Sources: MUC, Vilain et al. 1995; B-cubed, Bagga and Baldwin 1998; CEAF-e (entity similarity phi 4), Luo 2005; the mean
of the three as used by the CoNLL 2011 and 2012 shared tasks. A mention is any hashable thing. Both sides must be
partitions of their mentions; the two need not hold the same mentions: one that the other side lacks is wrong there,
as in the reference scorer for system mentions. Used for coreference within a text and across texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.align import assignment

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    Clusters = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Counts:
    """The numerators and denominators of one measure; they add up over documents or topics."""

    found: float = 0.0
    wanted: float = 0.0
    given_found: float = 0.0
    given: float = 0.0

    def __add__(self, other: Counts) -> Counts:
        """Sum field by field."""
        return Counts(
            self.found + other.found, self.wanted + other.wanted, self.given_found + other.given_found,
            self.given + other.given,
        )  # fmt: skip

    @property
    def recall(self) -> float:
        """The part of what is wanted that is found."""
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def precision(self) -> float:
        """The part of what is given that is right."""
        return self.given_found / self.given if self.given else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """The three measures of one clustering."""

    muc: Counts = Counts()
    b3: Counts = Counts()
    ceafe: Counts = Counts()

    def __add__(self, other: Scores) -> Scores:
        """Sum measure by measure."""
        return Scores(self.muc + other.muc, self.b3 + other.b3, self.ceafe + other.ceafe)

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def score(gold: Iterable[Iterable[Hashable]], given: Iterable[Iterable[Hashable]]) -> Scores:
    """Score one clustering against the gold one; a cluster without mentions counts for nothing."""
    wanted = [cluster for cluster in map(frozenset, gold) if cluster]
    ours = [cluster for cluster in map(frozenset, given) if cluster]
    return Scores(_muc(wanted, ours), _b3(wanted, ours), _ceafe(wanted, ours))


def _muc(gold: Clusters, given: Clusters) -> Counts:
    return Counts(*_links(gold, given), *_links(given, gold))


def _links(clusters: Clusters, other: Clusters) -> tuple[float, float]:
    """Links of `clusters` that `other` keeps, and all of them: a cluster of n mentions has n - 1."""
    home = {mention: at for at, cluster in enumerate(other) for mention in cluster}
    kept = total = 0
    for cluster in clusters:
        alone = sum(mention not in home for mention in cluster)
        parts = len({home[mention] for mention in cluster if mention in home}) + alone
        kept += len(cluster) - parts
        total += len(cluster) - 1
    return kept, total


def _b3(gold: Clusters, given: Clusters) -> Counts:
    return Counts(*_shares(gold, given), *_shares(given, gold))


def _shares(clusters: Clusters, other: Clusters) -> tuple[float, float]:
    """The sum over mentions of the part of their cluster that `other` keeps with them, and the number of mentions."""
    home = {mention: cluster for cluster in other for mention in cluster}
    total = sum(len(cluster) for cluster in clusters)
    kept = sum(
        len(cluster & home[mention]) / len(cluster)
        for cluster in clusters for mention in cluster if mention in home
    )  # fmt: skip
    return kept, total


def _ceafe(gold: Clusters, given: Clusters) -> Counts:
    """The best one-to-one alignment of clusters by phi 4, found within each group of clusters that share mentions."""
    total = 0.0
    for left, right in _components(gold, given):
        table = [[2 * len(a & b) / (len(a) + len(b)) for b in right] for a in left]
        total += sum(table[row][column] for row, column in assignment(table))
    return Counts(total, len(gold), total, len(given))


def _components(gold: Clusters, given: Clusters) -> Iterable[tuple[Clusters, Clusters]]:
    """Gold and given clusters that hang together by shared mentions: alignment across them gains nothing."""
    at_given = {mention: at for at, cluster in enumerate(given) for mention in cluster}
    at_gold = {mention: at for at, cluster in enumerate(gold) for mention in cluster}
    seen: set[int] = set()
    for start in range(len(gold)):
        if start in seen:
            continue
        left, right, waiting = {start}, set[int](), [start]
        while waiting:
            for mention in gold[waiting.pop()]:
                at = at_given.get(mention)
                if at is None or at in right:
                    continue
                right.add(at)
                more = {at_gold[other] for other in given[at] if other in at_gold} - left
                left |= more
                waiting += sorted(more)
        seen |= left
        yield [gold[at] for at in sorted(left)], [given[at] for at in sorted(right)]
