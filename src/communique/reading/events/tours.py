"""Visits that belong to a journey told beside them: whose they are, and whether they are still to come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.events.candidates import BARE, CUED
from communique.reading.events.kinds import load_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.reading.events.candidates import Candidate, Scene

BLOCKS = 1  # paragraphs back to the visit whose traveller is meant


def along_tours(scene: Scene, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates with their visits completed from the visit told before, in text order."""
    result: list[Candidate] = []
    last: Candidate | None = None
    for candidate in sorted(candidates, key=lambda found: found.token):
        found = candidate if candidate.place is not None else _where_they_are(scene, candidate, result)
        if candidate.kind.family == "visit" and last is not None:
            found = _planned_with(_by_the_same(scene, found, last), last)
        elif candidate.kind.family == "conference" and last is not None:
            found = _planned_with(found, last)
        if found.kind.family == "visit" and found.sides:
            last = found
        result.append(found)
    return result


def _by_the_same(scene: Scene, visit: Candidate, last: Candidate) -> Candidate:
    """ "A stop in Malta was cancelled": a visit of which nobody is named is one of whoever was told to travel last."""
    blocks = scene.document.block_of
    near = blocks[visit.token] - blocks[last.token] <= BLOCKS
    if visit.sides or visit.place is None or visit.generic or visit.heading or not near:
        return visit
    abroad = tuple(side for side in last.sides if scene.cast.actors[side.actor].state != visit.place.state)
    return replace(visit, sides=abroad)


def _where_they_are(scene: Scene, visit: Candidate, before: list[Candidate]) -> Candidate:
    """ "Lee, who began a two-day visit": abroad where the event told before has the visitor, if no place is said."""
    if visit.kind.family != "visit" or not visit.sides or visit.generic or visit.series:
        return visit
    blocks, actors = scene.document.block_of, set(visit.actors)
    home = {scene.cast.actors[actor].state for actor in actors}
    if any(e.kind.family == "visit" and e.sentence == visit.sentence and actors & set(e.actors) for e in before):
        return visit  # "arrived in Malta on the last leg of a long tour": the tour is not in Malta
    near = (event for event in reversed(before) if blocks[visit.token] - blocks[event.token] <= BLOCKS)
    places = [
        event.place for event in near
        if event.place is not None and event.place.state not in home and actors & set(event.actors)
        and event.status == visit.status and not event.series & load_kinds().before
    ]  # fmt: skip
    place = next((p for p in places if p.key != p.state), places[0] if places else None)
    return visit if place is None else replace(visit, place=replace(place, basis="visit"))


def _planned_with(visit: Candidate, last: Candidate) -> Candidate:
    """ "Arrives on Monday on a trip that includes stops in Malta": the stops are still to come as the trip is.

    So they are in the next sentence, in the present tense.
    """
    going_on = last.sentence[1] == visit.sentence[0] and visit.tense == "present"
    own = set(visit.actors) == set(last.actors) or visit.kind.family == "conference"  # "leaves for the summit"
    same = own and (visit.sentence == last.sentence or going_on)
    if same and visit.status == "held" and visit.strength == BARE and last.status == "planned":
        return replace(visit, status="planned", strength=CUED, tense="future")
    return visit
