"""Which tellings are of one event: candidates, a score for each pair, and a clustering of the whole set.

Correlation clustering under hard exclusions: exact within a few tellings that hang together, best pairs first where
there are more. A telling that would as gladly join an event that excludes this one joins neither. Ties go by telling
id, never by arrival.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, starmap
from typing import TYPE_CHECKING

from communique.reconciling.fitting import THRESHOLD, excluded, likeness, vaguer
from communique.reconciling.partition import partition
from communique.reconciling.scoring import scored_pairs

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from communique.reconciling.told import Told
    from communique.records import Actor

EXACTLY = 8  # nodes; of more the partitions are too many to search (4,140 of eight, 115,975 of ten)
MARGIN = 0.10  # a telling that fits two events that exclude each other joins one only by this much


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings that may be of one event, by index, with their score.

    `copied`: an article and its copy tell them in the same words, which settles it before all likeness. `whole`: they
    name the same parties, so that neither may be of a meeting with some of them.
    """

    one: int
    other: int
    score: float
    copied: bool = False
    whole: bool = True


def cluster(told: Sequence[Told], actors: Mapping[str, Actor], of: AbstractSet[str] | None = None) -> list[list[int]]:
    """Group tellings into events; lists of indices into `told`, each sorted, in order of their first member.

    The grouping depends on the tellings' ids and content alone, not on the order of `told`. Within an event no two
    tellings are of one article and no two exclude each other. With `of`, ids of articles, only events that these tell
    are given, the same as without.
    """
    order = sorted(range(len(told)), key=lambda index: told[index].telling.id)
    twins = _twins(told, order)
    firsts = [told[group[0]] for group in twins]
    groups = _Groups([[told[index] for index in group] for group in twins], actors)
    found = scored_pairs(groups.nodes, firsts, actors)
    columns = (found.one, found.other, found.score, found.copied, found.whole)
    pairs = list(starmap(Pair, zip(*(column.tolist() for column in columns), strict=True)))
    wanted = [of is None or not of.isdisjoint(articles) for articles in groups.own]
    for own, among in _components(len(twins), pairs):
        if not any(wanted[node] for node in own):
            continue
        if len(own) <= EXACTLY:
            _solve(own, among, groups)
        else:
            _merge_greedily(among, groups)
    events = [
        sorted(index for node in members for index in twins[node])
        for members in groups.members.values() if any(wanted[node] for node in members)
    ]  # fmt: skip
    return sorted(events)


def _best_first(pair: Pair) -> tuple[bool, float, int, int]:
    return not pair.copied, -pair.score, pair.one, pair.other


def _components(size: int, pairs: Sequence[Pair]) -> Iterable[tuple[list[int], list[Pair]]]:
    """Nodes that hang together by pairs, with these pairs in the order given; nodes of no pair are left out."""
    home = list(range(size))

    def root(node: int) -> int:
        while home[node] != node:
            home[node] = home[home[node]]
            node = home[node]
        return node

    for pair in pairs:
        one, other = sorted((root(pair.one), root(pair.other)))
        home[other] = one
    among: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        among[root(pair.one)].append(pair)
    for own in among.values():
        yield sorted({node for pair in own for node in (pair.one, pair.other)}), own


def _solve(nodes: Sequence[int], pairs: Sequence[Pair], groups: _Groups) -> None:
    """Merge a few nodes by the partition that gains most; those torn between two of its cells only with each other."""
    at = {node: place for place, node in enumerate(nodes)}
    own = [pair for pair in pairs if pair.one in at and pair.other in at]
    gains = {(at[pair.one], at[pair.other]): _gain(pair) for pair in own}
    apart = {
        (at[one], at[other]) for one, other in combinations(nodes, 2)
        if groups.conflict(groups.home[one], groups.home[other])
    }  # fmt: skip
    cells = [[nodes[place] for place in cell] for cell in partition(len(nodes), gains, apart)]
    home = {node: number for number, cell in enumerate(cells) for node in cell}
    torn = [node for node in nodes if _torn_from(node, cells[home[node]], pairs, cells, home, groups)]
    for cell in cells:
        kept = [node for node in cell if node not in torn]
        for node in kept[1:]:
            if not groups.conflict(groups.home[kept[0]], groups.home[node]):
                groups.merge(groups.home[kept[0]], groups.home[node])
    if 1 < len(torn) < len(nodes):
        _solve(torn, pairs, groups)


def _gain(pair: Pair) -> int:
    """What a pair adds to a partition, in ten thousandths; the same words in a copy outweigh all likeness."""
    return 1 + round(10_000 * (pair.score - THRESHOLD)) + (1_000_000 if pair.copied else 0)


def _torn_from(
    node: int, cell: Sequence[int], pairs: Sequence[Pair], cells: Sequence[Sequence[int]], home: Mapping[int, int],
    groups: _Groups,
) -> bool:  # fmt: skip
    """Whether a node of one cell would as gladly join another, one that what is left of its own excludes.

    What its own article tells elsewhere is no such rival.
    """
    near = [(pair, pair.other if pair.one == node else pair.one) for pair in pairs if node in (pair.one, pair.other)]
    inside = [pair for pair, partner in near if home.get(partner) == home[node]]
    if not inside:
        return False
    best = min(inside, key=_best_first)
    rest = [member for member in cell if member != node]
    for pair, rival in near:
        if rival not in home or rival in cell or not _rivals(pair, best):
            continue
        if any(vaguer(groups.nodes[rival][0], groups.nodes[member][0]) for member in rest):
            continue
        far = cells[home[rival]]
        if any(groups.exclude(a, b) for a in rest for b in far) and not groups.tells(node, far):
            return True
    return False


def _rivals(pair: Pair, best: Pair) -> bool:
    """Whether a pair weighs about as much as the best one."""
    return pair.copied >= best.copied and pair.whole >= best.whole and pair.score >= best.score - MARGIN


def _merge_greedily(pairs: Sequence[Pair], groups: _Groups) -> None:
    """Merge nodes best pairs first, every merge checked against all members of both sides."""
    rivals: dict[int, list[tuple[Pair, int]]] = defaultdict(list)
    for pair in pairs:  # best first, as they come
        rivals[pair.one].append((pair, pair.other))
        rivals[pair.other].append((pair, pair.one))
    for pair in pairs:
        one, other = groups.home[pair.one], groups.home[pair.other]
        if one == other or groups.conflict(one, other):
            continue
        if not _torn(pair.one, pair.other, pair, rivals, groups) and not _torn(
            pair.other, pair.one, pair, rivals, groups
        ):
            groups.merge(one, other)


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
        item.family, item.actors, item.telling.occasion, item.telling.status, item.line, item.sentences,
        None if place is None else (place.key, place.name, place.state, place.basis),
        item.when.start, item.when.end, item.possible.start, item.possible.end,
    )  # fmt: skip


def _torn(
    index: int, partner: int, pair: Pair, rivals: Mapping[int, Sequence[tuple[Pair, int]]], groups: _Groups
) -> bool:
    """Whether `index` would as gladly join another event, one that excludes the partner's.

    No such rival is a vaguer second mention in the partner's own article, nor an event that its own article tells.
    """
    own, wanted = groups.home[index], groups.home[partner]
    for other, rival in rivals[index]:
        if not _rivals(other, pair):
            return False
        home = groups.home[rival]
        if home in (own, wanted) or vaguer(groups.nodes[rival][0], groups.nodes[partner][0]):
            continue
        if groups.conflict(home, wanted) and not groups.tells(index, groups.members[home]):
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
        self.own = [{item.article for item in node} for node in nodes]
        self.foes: dict[int, set[int]] = {index: set() for index in self.home}
        self.friends: dict[tuple[int, int], int] = {}

    def conflict(self, one: int, other: int) -> bool:
        """Whether two groups cannot be one event."""
        if other in self.foes[one]:
            return True
        key, sizes = (min(one, other), max(one, other)), len(self.members[one]) + len(self.members[other])
        if self.friends.get(key) == sizes:
            return False
        for a in self.members[one]:
            for b in self.members[other]:
                if self.exclude(a, b):
                    self.foes[one].add(other)
                    self.foes[other].add(one)
                    return True
        self.friends[key] = sizes
        return False

    def exclude(self, one: int, other: int) -> bool:
        """Whether two nodes cannot be of one event."""
        if not self.own[one].isdisjoint(self.own[other]):
            return True
        return excluded(self.nodes[one][0], self.nodes[other][0], self.actors)

    def tells(self, node: int, members: Sequence[int]) -> bool:
        """Whether an article of a node tells what some nodes are of, in another telling."""
        return any(not self.own[node].isdisjoint(self.own[member]) for member in members)

    def merge(self, one: int, other: int) -> None:
        """Make two groups one."""
        keep, lose = sorted((one, other))
        for node in self.members.pop(lose):
            self.home[node] = keep
            self.members[keep].append(node)
        for foe in self.foes.pop(lose):
            self.foes[foe].discard(lose)
            self.foes[foe].add(keep)
            self.foes[keep].add(foe)
