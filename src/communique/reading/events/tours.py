"""Visits that belong to a journey told beside them: whose they are, and whether they are still to come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.events.candidates import BARE, CUED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.reading.events.candidates import Candidate, Scene

BLOCKS = 1  # paragraphs back to the visit whose traveller is meant


def along_tours(scene: Scene, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates with their visits completed from the visit told before, in text order."""
    result: list[Candidate] = []
    last: Candidate | None = None
    for candidate in sorted(candidates, key=lambda found: found.token):
        found = candidate
        if candidate.kind.family == "visit" and last is not None:
            found = _planned_with(_by_the_same(scene, candidate, last), last)
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


def _planned_with(visit: Candidate, last: Candidate) -> Candidate:
    """ "Arrives on Monday on a trip that includes stops in Malta": the stops are still to come as the trip is."""
    same = visit.sentence == last.sentence and set(visit.actors) == set(last.actors)
    if same and visit.status == "held" and visit.strength == BARE and last.status == "planned":
        return replace(visit, status="planned", strength=CUED, tense="future")
    return visit
