"""Which tellings are of one event: candidates, a score for each pair, and a clustering of the whole set.

Correlation clustering, greedy: best pairs first, every merge checked against all members of both sides, and a telling
that would as gladly join an event that excludes this one joins neither. Ties go by telling id, never by arrival.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reconciling.blocking import candidate_pairs
from communique.reconciling.fitting import THRESHOLD, excluded, likeness, vaguer

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from communique.reconciling.told import Told
    from communique.records import Actor

MARGIN = 0.10  # a telling that fits two events that exclude each other joins one only by this much


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings that may be of one event, by index, with the score and its reasons."""

    one: int
    other: int
    score: float
    why: tuple[str, ...]


def cluster(told: Sequence[Told], actors: Mapping[str, Actor]) -> list[list[int]]:
    """Group tellings into events; lists of indices into `told`, each sorted, in order of their first member.

    The grouping depends on the tellings' ids and content alone, not on the order of `told`. Within an event no two
    tellings are of one article and no two exclude each other.
    """
    order = sorted(range(len(told)), key=lambda index: told[index].telling.id)
    twins = _twins(told, order)
    firsts = [told[group[0]] for group in twins]
    groups = _Groups([[told[index] for index in group] for group in twins], actors)
    pairs = sorted(scored_pairs(groups.nodes, firsts, actors), key=lambda pair: (-pair.score, pair.one, pair.other))
    rivals: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in pairs:  # best first, as they come
        rivals[pair.one].append((pair.score, pair.other))
        rivals[pair.other].append((pair.score, pair.one))
    for pair in pairs:
        one, other = groups.home[pair.one], groups.home[pair.other]
        if one == other or groups.conflict(one, other):
            continue
        if not _torn(pair.one, pair.other, pair.score, rivals, groups) and not _torn(
            pair.other, pair.one, pair.score, rivals, groups
        ):
            groups.merge(one, other)
    found = [sorted(index for node in members for index in twins[node]) for members in groups.members.values()]
    return sorted(found)


def scored_pairs(
    nodes: Sequence[Sequence[Told]], firsts: Sequence[Told], actors: Mapping[str, Actor]
) -> Iterable[Pair]:
    """The candidate pairs that do not exclude each other and score at least the threshold."""
    for one, other in candidate_pairs(firsts, nodes, actors):
        if excluded(firsts[one], firsts[other], actors):
            continue
        score, why = likeness(firsts[one], firsts[other])
        if score >= THRESHOLD:
            yield Pair(one, other, score, why)


def _twins(told: Sequence[Told], order: Sequence[int]) -> list[list[int]]:
    """Tellings that nothing told apart, gathered: what a hundred articles say alike is compared once.

    Only where two of them would be brought together as a pair, and each is of another article.
    """
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for index in order:
        alike[_signature(told[index])].append(index)
    found: list[list[int]] = []
    for group in alike.values():
        first = told[group[0]]
        one_each = len({told[index].article for index in group}) == len(group)
        if len(group) > 1 and one_each and likeness(first, first)[0] >= THRESHOLD:
            found.append(group)
        else:
            found += [[index] for index in group]
    return found


def _signature(item: Told) -> Hashable:
    """All that exclusion and likeness look at, but for the article."""
    place = item.telling.place
    return (
        item.family, item.actors, item.telling.occasion, item.line, item.sentences,
        None if place is None else (place.key, place.name, place.state, place.basis),
        item.when.start, item.when.end, item.possible.start, item.possible.end,
    )  # fmt: skip


def _torn(
    index: int, partner: int, score: float, rivals: Mapping[int, Sequence[tuple[float, int]]], groups: _Groups
) -> bool:
    """Whether `index` would as gladly join another event, one that excludes the partner's.

    A vaguer second mention in the partner's own article is no such rival.
    """
    own, wanted = groups.home[index], groups.home[partner]
    for other_score, rival in rivals[index]:
        if other_score < score - MARGIN:
            return False
        home = groups.home[rival]
        if home in (own, wanted) or vaguer(groups.nodes[rival][0], groups.nodes[partner][0]):
            continue
        if groups.conflict(home, wanted):
            return True
    return False


class _Groups:
    """The events as they form: nodes (each one or more tellings that are alike) by the group they are in.

    That two groups exclude each other is remembered: it stays so however they grow. That they do not is remembered
    with the number of their members, until one of them grows.
    """

    def __init__(self, nodes: Sequence[Sequence[Told]], actors: Mapping[str, Actor]) -> None:
        self.nodes = nodes
        self.actors = actors
        self.home = list(range(len(nodes)))
        self.members = {index: [index] for index in self.home}
        self.articles = {index: {item.article for item in node} for index, node in enumerate(nodes)}
        self.foes: dict[int, set[int]] = {index: set() for index in self.home}
        self.friends: dict[tuple[int, int], int] = {}

    def conflict(self, one: int, other: int) -> bool:
        """Whether two groups cannot be one event."""
        if other in self.foes[one]:
            return True
        key, sizes = (min(one, other), max(one, other)), len(self.members[one]) + len(self.members[other])
        if self.friends.get(key) == sizes:
            return False
        if self.articles[one].isdisjoint(self.articles[other]) and not any(
            excluded(self.nodes[a][0], self.nodes[b][0], self.actors)
            for a in self.members[one]
            for b in self.members[other]
        ):
            self.friends[key] = sizes
            return False
        self.foes[one].add(other)
        self.foes[other].add(one)
        return True

    def merge(self, one: int, other: int) -> None:
        """Make two groups one."""
        keep, lose = sorted((one, other))
        for node in self.members.pop(lose):
            self.home[node] = keep
            self.members[keep].append(node)
        self.articles[keep] |= self.articles.pop(lose)
        for foe in self.foes.pop(lose):
            self.foes[foe].discard(lose)
            self.foes[foe].add(keep)
            self.foes[keep].add(foe)
