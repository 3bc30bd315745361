"""Which tellings are worth comparing: those that may share parties, kind and month, and those of one text.

Nearly every pair that `fitting` can bring together over its threshold shares a block here (not two accounts of which
each names one person and for the other side the state); the cost grows with the number of such pairs, not with the
square of the corpus.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations, product
from typing import TYPE_CHECKING

from communique.reconciling.fitting import CLOSENESS, NEARNESS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.reconciling.told import Told
    from communique.records import Actor, When

Key = tuple[str, ...]
WIDEST = CLOSENESS[-1][0]  # days; an account of a wider interval is brought to no other by its days
REACH = timedelta(days=NEARNESS[-1][0])  # an undated account is compared with what lies so near its publication
MOST_STATED = 6  # parties; of more, only those named themselves are looked up, not also their states


def candidate_pairs(
    told: Sequence[Told], copies: Sequence[Sequence[Told]], actors: Mapping[str, Actor]
) -> Iterator[tuple[int, int]]:
    """Pairs of indices into `told`, the smaller first, each once and in order.

    `copies` holds at each index all tellings that `told` there stands for. Two tellings meet in a block if at least
    one of them names the block's parties itself: two ministers' meetings are not compared because of their states.
    """
    owners: dict[Key, list[int]] = defaultdict(list)
    guests: dict[Key, list[int]] = defaultdict(list)
    of_text = _by_article(copies)
    for index, item in enumerate(told):
        found: set[int] = set()
        own, as_state = _keys(item, actors)
        months = _months(item.possible)
        for key, month in product(own, months):
            block = (*key, month)
            found.update(owners[block], guests[block])
            owners[block].append(index)
        for key, month in product(as_state, months):
            block = (*key, month)
            found.update(owners[block])
            guests[block].append(index)
        for copy in copies[index]:
            found.update(other for other in of_text.get((copy.origin, item.family), ()) if other < index)
            found.update(other for other in of_text.get((f"< {copy.article}", item.family), ()) if other < index)
        yield from ((other, index) for other in sorted(found))


def _by_article(copies: Sequence[Sequence[Told]]) -> dict[tuple[str, str], list[int]]:
    """Where the tellings of articles of shared text stand: by article, and by the origin ("< " before it)."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, group in enumerate(copies):
        for item in group:
            if item.line:
                places[item.article, item.family].append(index)
            if item.origin:
                places[f"< {item.origin}", item.family].append(index)
    return places


def _keys(item: Told, actors: Mapping[str, Actor]) -> tuple[list[Key], list[Key]]:
    """The blocks of a telling: under the parties it names, and under the states that may stand for its persons.

    An office, a ministry or an unnamed envoy is as good as its state and owns the state's block too.
    """
    names = sorted(item.actors)
    if item.family == "visit":
        return [("visit", name) for name in names], []
    groups: list[Key] = list(combinations(names, 2)) if len(names) > 1 else [(name,) for name in names]
    own = {(item.family, *group) for group in groups}
    if item.family == "conference" and item.telling.occasion is not None:
        own.add((item.family, "at", item.telling.occasion))
    stated: set[Key] = set()
    for group in groups if len(names) <= MOST_STATED else ():
        own.update((item.family, *sorted(way)) for way in product(*(_as_named(name, actors) for name in group)))
        stated.update((item.family, *sorted(way)) for way in product(*(_as_stated(name, actors) for name in group)))
    return sorted(own), sorted(stated - own)


def _as_named(name: str, actors: Mapping[str, Actor]) -> list[str]:
    return [name] if name.startswith("person:") else _as_stated(name, actors)


def _as_stated(name: str, actors: Mapping[str, Actor]) -> list[str]:
    state = actors[name].state
    return sorted({name} if state is None else {name, f"state:{state}"})


def _months(when: When) -> list[str]:
    """The months that an interval touches; of an undated one those near its bound; none of one wider than a year."""
    first, last = when.start, when.end
    if first is None and last is None:
        return []
    if first is None or last is None:
        known = first or last or date.max
        before, after = _shift(known, -REACH), _shift(known, REACH)
        first, last = (before, known) if first is None else (known, after)
    elif (last - first).days >= WIDEST:
        return []
    # A day is left on either side: accounts may differ by one.
    first, last = _shift(first, timedelta(days=-1)), _shift(last, timedelta(days=1))
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def _shift(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min
