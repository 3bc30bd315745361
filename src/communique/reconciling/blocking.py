"""Which tellings are worth comparing: those that may share parties, kind and month, and those of one text.

Nearly every pair that `fitting` can bring together over its threshold shares a block here (not two accounts of which
each names one person and for the other side the state); the cost grows with the number of such pairs, not with the
square of the corpus.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import chain, combinations, product
from typing import TYPE_CHECKING, Any

from communique.reconciling.codes import code, distinct, pairs_of
from communique.reconciling.fitting import CLOSENESS, NEARNESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from communique.reconciling.told import Told
    from communique.records import Actor, When

Key = tuple[str, ...]
WIDEST = CLOSENESS[-1][0]  # days; an account of a wider interval is brought to no other by its days
REACH = timedelta(days=NEARNESS[-1][0])  # an undated account is compared with what lies so near its publication
BATCH = 1 << 20  # pairs
MOST_STATED = 6  # parties; of more, only those named themselves are looked up, not also their states


def candidate_pairs(
    told: Sequence[Told], copies: Sequence[Sequence[Told]], actors: Mapping[str, Actor]
) -> Iterator[Any]:
    """Pairs of indices into `told`, the smaller first, in batches: int64 arrays (n, 2), each of distinct rising pairs.

    A pair may come again in a later batch. `copies` holds at each index all tellings that `told` there stands for. Two
    tellings meet in a block if at least one of them names the block's parties itself: two ministers' meetings are not
    compared because of their states.
    """
    owners: dict[tuple[Key, int], list[int]] = defaultdict(list)
    guests: dict[tuple[Key, int], list[int]] = defaultdict(list)
    for index, item in enumerate(told):
        own, as_state = _keys(item, actors)
        for month in _months(item.possible):
            for key in own:
                owners[key, month].append(index)
            for key in as_state:
                guests[key, month].append(index)
    yield from _batches(chain(
        (_in_block(at_home, guests.get(block, ())) for block, at_home in owners.items()),
        (_of_one_text(told, copies),),
    ))  # fmt: skip


def _in_block(owners: Sequence[int], guests: Sequence[int]) -> Any:
    """The codes of all pairs of owners, and of each owner with each guest; both in rising order."""
    import numpy as np

    home, away = np.array(owners, dtype=np.int64), np.array(guests, dtype=np.int64)
    earlier, later = np.triu_indices(home.size, 1)
    here, there = np.repeat(home, away.size), np.tile(away, home.size)
    return np.concatenate((code(home[earlier], home[later]), code(np.minimum(here, there), np.maximum(here, there))))


def _of_one_text(told: Sequence[Told], copies: Sequence[Sequence[Told]]) -> Any:
    """The codes of pairs of one family told by an article and its origin, or by two copies of one origin."""
    import numpy as np

    of_text = _by_article(copies)
    found = [
        code(min(other, index), max(other, index))
        for index, item in enumerate(told) for copy in copies[index]
        for article in (copy.origin, f"< {copy.article}")
        for other in of_text.get((article, item.family), ()) if other != index
    ]  # fmt: skip
    return np.array(found, dtype=np.int64)


def _batches(found: Iterable[Any]) -> Iterator[Any]:
    """Codes gathered to arrays of about BATCH, without repeats, as pairs."""
    import numpy as np

    held: list[Any] = []
    size = 0
    for codes in chain(found, (None,)):
        if codes is not None:
            held.append(codes)
            size += codes.size
        if held and (codes is None or size >= BATCH):
            yield pairs_of(distinct(np.concatenate(held)))
            held, size = [], 0


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


def _months(when: When) -> Sequence[int]:
    """The months that an interval touches, counted from the year 0.

    Of an undated one those near its bound, of one wider than a year none.
    """
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
    return range(first.year * 12 + first.month - 1, last.year * 12 + last.month)


def _shift(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min
