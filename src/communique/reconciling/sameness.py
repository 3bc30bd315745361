"""Which tellings are of one event: candidates by blocking, a score that explains itself, hard exclusions, clustering.

Words never suffice: participants, kind, place and days must fit, and nothing may exclude. Decided over the whole
set, best pairs first, every merge checked against all members, so the answer does not depend on arrival order.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from communique.records import Actor, Place, Telling, When

# Weights sum to 1. Parties say most; days and place keep look-alikes apart. Set by reasoning, to be calibrated.
PARTIES, DAYS, PLACE = 0.45, 0.30, 0.25
THRESHOLD = 0.65  # equal parties within a year need a place in common; within a month they do not
MARGIN = 0.10  # a telling that fits two events that exclude each other joins one only by this much
TOO_WIDE = 100_000  # days; stands for an interval with an open side
# An interval of so many days, what meeting in it is worth, and in words.
CLOSENESS = (
    (4, 1.0, "within days"), (16, 0.8, "within two weeks"), (45, 0.65, "within a month"), (366, 0.4, "within a year"),
)  # fmt: skip
FAMILIES = {
    "meeting": "contact", "talks": "contact", "call": "contact", "agreement": "agreement", "ceasefire": "agreement",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with its article, its days and its parties resolved: what sameness compares.

    `when` is the likeliest interval, `possible` the one it cannot lie outside of: that alone excludes.
    """

    article: str
    telling: Telling
    when: When
    possible: When

    @property
    def family(self) -> str:
        """Kinds of one family may be two tellings of one event."""
        return FAMILIES.get(self.telling.kind, self.telling.kind)

    @property
    def actors(self) -> frozenset[str]:
        """Who took part."""
        return frozenset(party.actor for party in self.telling.parties)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings that may be of one event, by index, with the score and its reasons."""

    one: int
    other: int
    score: float
    why: tuple[str, ...]


def cluster(told: Sequence[Told], actors: Mapping[str, Actor]) -> list[list[int]]:
    """Group tellings into events; lists of indices into `told`, each sorted, in order of their first member.

    `told` must be in an order that depends on content alone (telling id); ties are broken by it.
    """
    pairs = sorted(candidate_pairs(told, actors), key=lambda pair: (-pair.score, pair.one, pair.other))
    scores = {(pair.one, pair.other): pair.score for pair in pairs}
    home = list(range(len(told)))
    members: dict[int, list[int]] = {i: [i] for i in home}
    for pair in pairs:
        one, other = home[pair.one], home[pair.other]
        if one == other or any(excluded(told[a], told[b], actors) for a in members[one] for b in members[other]):
            continue
        if _torn(pair, told, actors, members, home, scores):
            continue
        keep, lose = sorted((one, other))
        for index in members.pop(lose):
            home[index] = keep
            members[keep].append(index)
    return [sorted(group) for _, group in sorted(members.items())]


def candidate_pairs(told: Sequence[Told], actors: Mapping[str, Actor]) -> Iterable[Pair]:
    """Pairs that share a block (family and two states, or family and visitor) and score over the threshold."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, item in enumerate(told):
        for key in _keys(item, actors):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for _, indices in sorted(blocks.items()):
        for one, other in combinations(indices, 2):
            if (one, other) in seen or excluded(told[one], told[other], actors):
                continue
            seen.add((one, other))
            score, why = likeness(told[one], told[other])
            if score >= THRESHOLD:
                yield Pair(one, other, score, why)


def _keys(item: Told, actors: Mapping[str, Actor]) -> list[tuple[str, ...]]:
    """Blocking keys: the family with each pair of the parties' states, or with the only party."""
    states = sorted({actors[actor].state or actor for actor in item.actors})
    if len(states) < 2:
        return [(item.family, *states)]
    return [(item.family, *pair) for pair in combinations(states, 2)]


def excluded(one: Told, other: Told, actors: Mapping[str, Actor]) -> bool:
    """Whether two tellings cannot be of one event."""
    if one.article == other.article or one.family != other.family:
        return True
    if not _parties_fit(one, other, actors) or not _days_fit(one.possible, other.possible):
        return True
    if one.telling.occasion and other.telling.occasion and one.telling.occasion != other.telling.occasion:
        return True
    return not _places_fit(one.telling.place, other.telling.place)


def _parties_fit(one: Told, other: Told, actors: Mapping[str, Actor]) -> bool:
    """Each party of the smaller set must be in the larger, itself or as its state; visits need the same visitor."""
    small, large = sorted((one.actors, other.actors), key=lambda s: (len(s), sorted(s)))
    if one.family == "visit":
        return bool(small & large)
    if len(small) < 2 < len(large):
        return False
    return all(actor in large or _state_of(actor, large, actors) for actor in small)


def _state_of(actor: str, others: frozenset[str], actors: Mapping[str, Actor]) -> bool:
    state = actors[actor].state
    if state is None:
        return False
    if actor.startswith(("state:", "unnamed:", "office:", "organisation:")):
        return any(actors[other].state == state for other in others)
    return any(actors[other].state == state and not other.startswith("person:") for other in others)


def _days_fit(one: When, other: When) -> bool:
    if one.end is not None and other.start is not None and one.end < other.start:
        return False
    return not (other.end is not None and one.start is not None and other.end < one.start)


def _places_fit(one: Place | None, other: Place | None) -> bool:
    """Places exclude each other when both are said and neither is, or holds, the other."""
    if one is None or other is None or one.key == other.key:
        return True
    if one.state is None or other.state is None or one.state != other.state:
        return False
    return one.key == one.state or other.key == other.state


def likeness(one: Told, other: Told) -> tuple[float, tuple[str, ...]]:
    """How much two tellings look like one event, from 0 to 1, with the reasons in words."""
    shared = len(one.actors & other.actors)
    whole = len(one.actors | other.actors)
    parties = 1.0 if one.actors == other.actors else 0.6 + 0.3 * shared / whole
    days, said = _closeness(one, other)
    first, second = one.telling.place, other.telling.place
    known = first is not None and second is not None
    place = 0.5 if not known else 1.0 if first is not None and second is not None and first.key == second.key else 0.8
    why = (
        f"{shared} of {whole} parties in common",
        said,
        "place not said by both" if not known else "the same place" if place == 1.0 else "one place within the other",
    )
    return round(PARTIES * parties + DAYS * days + PLACE * place, 4), why


def _closeness(one: Told, other: Told) -> tuple[float, str]:
    """How much the days speak for sameness: narrow intervals that meet say much, wide ones little, open ones none."""
    if one.when.days is None or other.when.days is None:
        return 0.0, "one of them is not dated"
    meet = _days_fit(one.when, other.when)
    spans = (one.when, other.when) if meet else (one.possible, other.possible)
    widest = max(span.days or TOO_WIDE for span in spans)
    for limit, score, words in CLOSENESS:
        if widest <= limit:
            return (score if meet else score / 2), f"dates {'' if meet else 'may '}meet {words}"
    return 0.1, "dates meet only within years"


def _torn(
    pair: Pair, told: Sequence[Told], actors: Mapping[str, Actor], members: Mapping[int, list[int]],
    home: Sequence[int], scores: Mapping[tuple[int, int], float],
) -> bool:  # fmt: skip
    """Whether one side of a pair would as gladly join another event that excludes this one: then it joins neither."""
    for index, partner in ((pair.one, pair.other), (pair.other, pair.one)):
        for rival_home in {home[b if a == index else a] for a, b in scores if index in (a, b)}:
            if rival_home in (home[index], home[partner]):
                continue
            best = max(
                (scores.get((min(index, m), max(index, m)), 0.0) for m in members[rival_home]), default=0.0
            )  # fmt: skip
            if best < pair.score - MARGIN:
                continue
            if any(excluded(told[a], told[b], actors) for a in members[rival_home] for b in members[home[partner]]):
                return True
    return False
