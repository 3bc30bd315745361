"""Who met whom, how often: counted from the events of the record, never from names that stand in one text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet
    from datetime import date

    from communique.records import Actor, Event, Record

# Kinds of event at which the parties are in contact. A visit is one only through the meetings that are its parts.
CONTACTS = ("meeting", "talks", "call", "conference", "agreement")
HAPPENED = frozenset({"held"})
AHEAD = frozenset({"planned", "proposed", "conditional"})


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors and the events that both were party to.

    `kinds` counts those held by kind; `ahead` those planned or proposed. Denied and cancelled ones count nowhere.
    `first` and `last` bound the days of those held; `events` are in order of time, those ahead too.
    """

    one: str
    other: str
    kinds: tuple[tuple[str, int], ...]
    ahead: int
    first: date | None
    last: date | None
    events: tuple[str, ...]

    @property
    def held(self) -> int:
        """How many were held."""
        return sum(count for _, count in self.kinds)


def network_of(
    record: Record, side: AbstractSet[str] | None = None, facing: AbstractSet[str] | None = None
) -> tuple[Tie, ...]:
    """Ties between two sides (sets of actor ids), or among all actors; most meetings first.

    A state stands in an event only where the accounts name none of its people; two actors of one state make no tie,
    unless one is of each side.
    """
    actors = {actor.id: actor for actor in record.actors}
    shared: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in record.events:
        if event.kind in CONTACTS and event.status in HAPPENED | AHEAD:
            for pair in _pairs(event, actors, side, facing):
                shared[pair].append(event)
    ties = [_tie(one, other, events) for (one, other), events in shared.items()]
    return tuple(sorted(ties, key=lambda tie: (-tie.held, -tie.ahead, tie.one, tie.other)))


def _pairs(
    event: Event, actors: Mapping[str, Actor], side: AbstractSet[str] | None, facing: AbstractSet[str] | None
) -> Iterable[tuple[str, str]]:
    parties = sorted({party.actor for party in event.parties})
    for pair in combinations(parties, 2):
        states = [actors[actor].state if actor in actors else None for actor in pair]
        if side is None or facing is None:
            if states[0] is None or states[0] != states[1]:
                yield pair
            continue
        for one, other in (pair, pair[::-1]):
            if one in side and other in facing:
                yield one, other
                break


def _tie(one: str, other: str, events: Iterable[Event]) -> Tie:
    ordered = sorted(events, key=lambda event: (str(event.when.start or event.when.end or "9999"), event.id))
    held = [event for event in ordered if event.status in HAPPENED]
    kinds = {kind: sum(event.kind == kind for event in held) for kind in CONTACTS}
    return Tie(
        one, other, tuple((kind, count) for kind, count in kinds.items() if count), len(ordered) - len(held),
        min((event.when.start for event in held if event.when.start), default=None),
        max((event.when.end for event in held if event.when.end), default=None),
        tuple(event.id for event in ordered),
    )  # fmt: skip


def members_of(side: str, record: Record) -> frozenset[str]:
    """The actors that a name means: one actor by id, name or alias; for a state all its people and bodies.

    `side` may be an ISO 3166 alpha-3 code. Case does not matter. Empty where the record has nobody of that name.
    """
    wanted = side.casefold()
    found: set[str] = set()
    for actor in record.actors:
        names = {actor.id.casefold(), actor.id.partition(":")[2].casefold(), actor.name.casefold()}
        names.update(alias.casefold() for alias in actor.aliases)
        if wanted in names:
            found.add(actor.id)
            if actor.kind == "state":
                found.update(other.id for other in record.actors if other.state == actor.state)
        if actor.state is not None and actor.state.casefold() == wanted:
            found.add(actor.id)
    return frozenset(found)
