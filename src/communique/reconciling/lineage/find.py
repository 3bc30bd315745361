"""The lineages of a set of articles: pairs worth comparing, what they have in common, and one origin for each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reconciling.lineage.citing import cites, desk_of, outlets_cited
from communique.reconciling.lineage.descent import far_apart, origin_of
from communique.reconciling.lineage.kin import kin_pairs
from communique.reconciling.lineage.newsroom import open_newsroom
from communique.reconciling.lineage.prints import recall_print
from communique.reconciling.memory import Memory
from communique.records import Lineage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.knowledge.model import Outlet
    from communique.reconciling.lineage.comparing import Kinship
    from communique.reconciling.lineage.prints import Print
    from communique.records import Article, LineageKind, Publication, Reading

# What ties two articles closest comes first where several could be the origin of one.
CLOSENESS: tuple[LineageKind, ...] = ("copy", "near-copy", "excerpt", "wire", "rewrite", "citation")
AS_NEAR = 0.05  # of score; an article that descends from a wire is seldom much nearer to a copy of the wire
CITED_WITHIN = 45  # days; a story is cited while it is news
CITED_AMONG = 40  # articles of one cited outlet that share facts with the citing one and are looked at


@dataclass(frozen=True, slots=True)
class _Tie:
    """That an article may descend from an origin."""

    article: str
    origin: str
    kin: Kinship


def find_lineages(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    publications: Mapping[str, Publication],
    knowledge: Knowledge,
    memory: Memory | None = None,
    prints: Mapping[str, Print] | None = None,
) -> tuple[Lineage, ...]:
    """What each article descends from, one lineage per article in the order of their ids.

    Of several possible origins an article gets its nearest: closest in kind, then in text. No article descends from
    itself through others; `root` is the end of its chain. The result does not depend on the order of the input.

    Args:
        articles: the articles; of two with one id the first counts.
        readings: by article id; a missing one counts as empty (citations are then not seen).
        publications: by article id; a missing one counts as undated.
        knowledge: for outlets and agencies.
        memory: of prints and of pairs compared before; the result does not depend on it.
        prints: by article id, if they are made already (`prints_of`).
    """
    memory = memory or Memory()
    ordered = sorted({article.id: article for article in reversed(articles)}.values(), key=lambda one: one.id)
    made = prints_of(ordered, memory) if prints is None else prints
    own = [made[article.id] for article in ordered]
    newsroom = open_newsroom(ordered, knowledge)
    ties = [
        _Tie(_other(left, right, origin), origin, kin)
        for left, right, kin in kin_pairs(own, newsroom, publications, memory)
        for heads in (newsroom.heads(left.article, right.article),)
        for origin in (origin_of(left, right, kin, publications, heads),)
    ]
    ties += _citations(ordered, own, readings, publications, newsroom.outlets)
    return _lineages([one.article for one in own], ties)


def prints_of(articles: Sequence[Article], memory: Memory) -> dict[str, Print]:
    """The print of each article, by its id."""
    return {article.id: recall_print(article, memory) for article in articles}


def _other(left: Print, right: Print, origin: str) -> str:
    return right.article if left.article == origin else left.article


def _citations(
    articles: Sequence[Article], prints: Sequence[Print], readings: Mapping[str, Reading],
    publications: Mapping[str, Publication], outlets: Mapping[str, Outlet | None],
) -> list[_Tie]:  # fmt: skip
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for at, article in enumerate(articles):
        outlet = outlets[article.id]
        if outlet is not None and prints[at].speaks:
            by_outlet[outlet.key].append(at)
    known = {outlet.key: outlet for outlet in outlets.values() if outlet is not None}
    desk = desk_of(known.values())
    ties: list[_Tie] = []
    for at, article in enumerate(articles):
        reading = readings.get(article.id)
        own = outlets[article.id]
        if reading is None or not prints[at].speaks:
            continue
        for outlet in outlets_cited(reading, known, desk):
            if own is not None and own.key == outlet.key:
                continue
            before = [other for other in by_outlet[outlet.key] if _before(articles[other], article, publications)]
            for other in _likely(at, before, prints):
                kin = cites(article, reading, prints[at], articles[other], outlet, prints[other])
                if kin is not None:
                    ties.append(_Tie(article.id, articles[other].id, kin))
    return ties


def _likely(at: int, others: Sequence[int], prints: Sequence[Print]) -> list[int]:
    """The articles of an outlet that share most facts with one, at most CITED_AMONG."""
    own = prints[at].facts
    counted = [
        (-sum(len(own.sorts[sort].keys() & prints[other].facts.sorts[sort].keys()) for sort in own.sorts),
         prints[other].article, other)
        for other in others
    ]  # fmt: skip
    return [other for shared, _, other in sorted(counted)[:CITED_AMONG] if shared and other != at]


def _before(source: Article, article: Article, publications: Mapping[str, Publication]) -> bool:
    """Whether an article may cite a source: it did not surely come out before it, nor long after."""
    first, then = publications.get(source.id), publications.get(article.id)
    if far_apart(first, then, CITED_WITHIN):
        return False
    if first is None or then is None or first.when.start is None or then.when.end is None:
        return True
    return first.when.start <= then.when.end


def _lineages(ids: Sequence[str], ties: Sequence[_Tie]) -> tuple[Lineage, ...]:
    """One origin each: the closest ties first, none that would close a circle."""
    chosen: dict[str, _Tie] = {}
    for tie in sorted(ties, key=lambda tie: (CLOSENESS.index(tie.kin.kind), -tie.kin.score, tie.origin, tie.article)):
        if tie.article not in chosen and _root(tie.origin, chosen) != tie.article:
            chosen[tie.article] = tie
    chosen = _to_the_head(chosen, ties)
    found: list[Lineage] = []
    for key in ids:
        tie = chosen.get(key)  # type: ignore[assignment]
        if tie is None:
            found.append(Lineage(key, None, None, 0.0, key))
        else:
            found.append(Lineage(key, tie.origin, tie.kin.kind, tie.kin.score, _root(key, chosen), tie.kin.why))
    return tuple(found)


def _to_the_head(chosen: Mapping[str, _Tie], ties: Sequence[_Tie]) -> dict[str, _Tie]:
    """Where an article is as near to its origin's own origin, the earlier one: a wire rather than a copy of it."""
    by_pair = {(tie.article, tie.origin): tie for tie in ties}
    found: dict[str, _Tie] = {}
    for article, tie in chosen.items():
        best, above = tie, tie.origin
        while above in chosen:
            above = chosen[above].origin
            other = by_pair.get((article, above))
            if other is not None and other.kin.kind == tie.kin.kind and other.kin.score >= tie.kin.score - AS_NEAR:
                best = other
        found[article] = best
    return found


def _root(article: str, chosen: Mapping[str, _Tie]) -> str:
    while article in chosen:
        article = chosen[article].origin
    return article
