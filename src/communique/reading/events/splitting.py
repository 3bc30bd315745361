"""One phrase, several events: "separate meetings with A and B", "met on 14 May and again on 15 July"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reading.events.candidates import Candidate, Scene

APART = frozenset({"separate", "separately", "individual", "individually", "respectively"})
PAIR = 2


def split(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """The events that a candidate tells of: usually itself."""
    for one in _by_party(scene, candidate):
        yield from _by_day(scene, one)


def _by_party(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """Separate meetings with several are one meeting with each: the first party met each of the others."""
    trigger = scene.document.doc[candidate.token]
    apart = any(child.lower_ in APART for child in trigger.children)
    if not apart or not candidate.kind.symmetric or len(candidate.actors) <= PAIR:
        yield candidate
        return
    first = candidate.actors[0]
    for other in candidate.actors[1:]:
        yield replace(candidate, sides=tuple(side for side in candidate.sides if side.actor in (first, other)))


def _by_day(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """A contact told with two coordinated days is two contacts; days that only bound a range are one."""
    days = [
        index for index in candidate.times
        if scene.times[index].form in ("calendar", "weekday") and not scene.times[index].relation
        and (scene.times[index].day is not None or scene.times[index].weekday is not None)
    ]  # fmt: skip
    if candidate.kind.family != "contact" or len(days) < PAIR or not _coordinated(scene, days):
        yield candidate
        return
    rest = tuple(index for index in candidate.times if index not in days)
    for index in days:
        yield replace(candidate, times=(index, *rest))


def _coordinated(scene: Scene, days: list[int]) -> bool:
    document = scene.document
    starts = [document.span(scene.times[index].evidence) for index in days]
    between = [document.lower[one[1] : other[0]] for one, other in pairwise(starts)]
    return all("and" in words and _short(words) for words in between)


def _short(words: Any) -> bool:
    return len(words) <= 4
