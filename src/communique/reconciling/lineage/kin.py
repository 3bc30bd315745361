"""Which articles of a set are kin by their text; pairs that were compared before are not compared again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reconciling.codes import code
from communique.reconciling.lineage.candidates import candidate_pairs
from communique.reconciling.lineage.comparing import Kinship, kinship
from communique.reconciling.lineage.descent import far_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.reconciling.lineage.newsroom import Newsroom
    from communique.reconciling.lineage.prints import Print
    from communique.reconciling.memory import Memory
    from communique.records import Publication

REWRITTEN_WITHIN = 45  # days; a retelling comes out while the story is news, a later likeness is of recurring events


@dataclass(frozen=True, slots=True)
class _Compared:
    """Which articles (by digest) were compared, as pairs of uint32 places in `articles`, and what came of some."""

    articles: tuple[str, ...] = ()
    pairs: bytes = b""
    kin: tuple[tuple[int, int, Kinship], ...] = ()


def kin_pairs(
    prints: Sequence[Print], newsroom: Newsroom, publications: Mapping[str, Publication], memory: Memory
) -> Iterator[tuple[Print, Print, Kinship]]:
    """Kin pairs. Of articles with the same words only the first goes on to be compared with others."""
    groups: dict[str, list[Print]] = defaultdict(list)
    for one in prints:
        if one.speaks:
            groups[one.digest].append(one)
    for same in groups.values():
        first = min(same, key=lambda one: _age(one, publications))
        for one in same:
            kin = kinship(first, one) if one is not first else None
            if kin is not None:
                yield first, one, kin
    firsts = sorted((min(same, key=lambda one: _age(one, publications)) for same in groups.values()),
                    key=lambda one: _age(one, publications))  # fmt: skip
    for at, later, kin in _related(firsts, newsroom, memory):
        left, right = firsts[at], firsts[later]
        if not (kin.kind == "rewrite" and _apart(left, right, publications)):
            yield left, right, kin


def _age(one: Print, publications: Mapping[str, Publication]) -> tuple[str, str]:
    """Sorts by publication as far as known; undated ones last."""
    publication = publications.get(one.article)
    best = publication.best if publication is not None else None
    return (best.isoformat() if best else "9999", one.article)


def _apart(left: Print, right: Print, publications: Mapping[str, Publication]) -> bool:
    return far_apart(publications.get(left.article), publications.get(right.article), REWRITTEN_WITHIN)


def _related(prints: Sequence[Print], newsroom: Newsroom, memory: Memory) -> list[tuple[int, int, Kinship]]:
    """Pairs of places (lower first) that are kin. Kinship hangs on the two articles alone, so it is remembered."""
    import numpy as np

    pairs = candidate_pairs([one.keys for one in prints])
    before = memory.recall("kin", "pairs", _Compared, _Compared)
    place = {one.mark: at for at, one in enumerate(prints)}
    now = np.array([place.get(mark, -1) for mark in before.articles], dtype=np.int64)
    known = np.sort(now[np.frombuffer(before.pairs, dtype="<u4").reshape(-1, 2)], axis=1)
    new = ~np.isin(code(*pairs.T), code(*known[known[:, 0] >= 0].T))
    again = set(code(*pairs[~new].T).tolist())
    found: list[tuple[int, int, Kinship]] = []
    for one, other, kin in before.kin:
        at, later = sorted((int(now[one]), int(now[other])))
        if at >= 0 and code(at, later) in again:
            found.append((at, later, kin))
    for at, later in pairs[new].tolist():
        left, right = sorted((prints[at], prints[later]), key=lambda one: one.article)
        own = kinship(left, right, newsroom.credit(left.article, right.article))
        if own is not None:
            found.append((at, later, own))
    found.sort(key=lambda pair: pair[:2])
    marks = tuple(one.mark for one in prints)
    memory.keep("kin", "pairs", _Compared(marks, pairs.astype("<u4").tobytes(), tuple(found)))
    return found
