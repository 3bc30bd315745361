"""One phrase, several events: "separate meetings with A and B", "met on 14 May and on 15 July", "visits A and B"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from communique.reading.clauses import conjuncts, obliques
from communique.reading.events.places import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reading.events.candidates import Candidate, Scene

ONWARD = frozenset({"on", "onward", "onwards"})
APART = frozenset({"separate", "separately", "individual", "individually", "respectively"})
PAIR = 2


def split(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """The events that a candidate tells of: usually itself."""
    for one in _by_party(scene, candidate):
        for leg in _by_place(scene, one):
            yield from _by_day(scene, leg)


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


def _by_place(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """A tour is a visit to each of its places; whoever flies on from a place has been there."""
    yield candidate
    if candidate.kind.family != "visit" or candidate.place is None:
        return
    document = scene.document
    start, _ = document.span(candidate.place.evidence[0])
    trigger = document.doc[candidate.token]
    legs = list(conjuncts(_first_of(document.doc[start])))
    legs += [leg for child in trigger.children if child.dep_ == "appos" for leg in conjuncts(child)]
    if any(child.lower_ in ONWARD for child in trigger.children) or trigger.lemma_.lower() in ("continue", "proceed"):
        legs += obliques(trigger, "from")
    seen = {candidate.place.key}
    for leg in legs:
        place = place_of(scene, leg)
        if place is not None and place.key not in seen:
            seen.add(place.key)
            yield replace(candidate, place=place)


def _first_of(token: Any) -> Any:
    """The first member of the coordination that a token stands in."""
    while token.dep_ in ("conj", "compound", "flat") and token.head.i != token.i:
        token = token.head
    return token


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
