"""Where the accounts of one event cannot all be right: date, place, participants, status, each with its tellers.

A plan and its fulfilment agree, and so do a city and its state, a state and its minister, an account that names more
and one that names less: only what contradicts is a disagreement.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from communique.reconciling.places import one_within, same_place, unplaced
from communique.reconciling.told import dated_at_first_hand
from communique.records import Disagreement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from communique.reconciling.told import Told
    from communique.records import Actor, Place, When

TOOK_PLACE = frozenset({"held"})
DID_NOT = frozenset({"denied", "cancelled"})
EXPECTED = frozenset({"held", "planned", "proposed", "conditional"})


def disagreements(told: Sequence[Told], actors: Mapping[str, Actor]) -> tuple[Disagreement, ...]:
    """The fields in which accounts contradict each other, in the order of their names."""
    found = (
        ("date", _dates(told)),
        ("participants", _participants(told, actors)),
        ("place", _places(told)),
        ("status", _statuses(told)),
    )
    return tuple(
        Disagreement(field, tuple((value, tuple(sorted(set(articles)))) for value, articles in sorted(values.items())))
        for field, values in found
        if len(values) > 1
    )


def _statuses(told: Sequence[Told]) -> Mapping[str, Iterable[str]]:
    """Held here and denied or cancelled there; or denied here what is announced there.

    A plan that is called off, or that came to nothing ("did not sign the deal"), is its history and no contradiction.
    """
    values = _by_value((item.telling.status, item.article) for item in told)
    took_place = TOOK_PLACE & values.keys() and DID_NOT & values.keys()
    denied = any(item.telling.status == "denied" and item.telling.tense != "past" for item in told)
    return values if took_place or (denied and EXPECTED & values.keys()) else {}


def _dates(told: Sequence[Told]) -> Mapping[str, Iterable[str]]:
    """Intervals that do not meet, of accounts whose days do not hang on an uncertain day of publication."""
    sure = [
        item for item in dated_at_first_hand(told)
        if (item.when.start, item.when.end) == (item.possible.start, item.possible.end)
    ]  # fmt: skip
    apart = [pair for pair in combinations(sure, 2) if not _meet(*pair)]
    return _by_value((days_told(item.when), item.article) for pair in apart for item in pair)


def _meet(one: Told, other: Told) -> bool:
    if None in (one.when.start, one.when.end, other.when.start, other.when.end):
        return True
    return str(one.when.start) <= str(other.when.end) and str(other.when.start) <= str(one.when.end)


def days_told(when: When) -> str:
    """An interval of days as a value: "2024-06-04", "2024-06-04..2024-06-09", open sides left empty; "" for unknown."""
    start, end = (str(day) if day is not None else "" for day in (when.start, when.end))
    return start if start == end else f"{start}..{end}"


def _places(told: Sequence[Told]) -> Mapping[str, Iterable[str]]:
    """Places of which neither holds the other, and both of which an article says."""
    said = [(item.telling.place, item.article) for item in told]
    known = [(place, article) for place, article in said if place is not None and place.basis == "said"]
    apart = [pair for pair in combinations(known, 2) if not _compatible(pair[0][0], pair[1][0])]
    return _by_value((place.name, article) for pair in apart for place, article in pair)


def _compatible(one: Place, other: Place) -> bool:
    return same_place(one, other) or one_within(one, other) or unplaced(one, other)


def _participants(told: Sequence[Told], actors: Mapping[str, Actor]) -> Mapping[str, Iterable[str]]:
    """The people of one state, where each of two accounts names somebody whom the other does not."""
    values: list[tuple[str, str]] = []
    for state in sorted({actors[actor].state or "" for item in told for actor in item.actors} - {""}):
        named = [(frozenset(a for a in item.actors if _person_of(a, state, actors)), item.article) for item in told]
        for one, other in combinations([entry for entry in named if entry[0]], 2):
            if not (one[0] <= other[0] or other[0] <= one[0]):
                values += [(_names(one[0], actors), one[1]), (_names(other[0], actors), other[1])]
    return _by_value(values)


def _person_of(actor: str, state: str, actors: Mapping[str, Actor]) -> bool:
    return actor.startswith("person:") and actors[actor].state == state


def _names(people: Iterable[str], actors: Mapping[str, Actor]) -> str:
    return ", ".join(sorted(actors[person].name for person in people))


def _by_value(entries: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    values: dict[str, set[str]] = defaultdict(set)
    for value, article in entries:
        values[value].add(article)
    return values
