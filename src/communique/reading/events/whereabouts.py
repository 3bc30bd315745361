"""Whoever is somewhere abroad is on a visit there: "Lee is in Malta", "will be in Oslo on Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.clauses import case_of
from communique.reading.events.building import build
from communique.reading.events.candidates import sides_of
from communique.reading.events.kinds import load_kinds
from communique.reading.events.places import place_of

if TYPE_CHECKING:
    from communique.reading.events.candidates import Candidate, Scene


def being_in(scene: Scene, token: Any) -> Candidate | None:
    """The visit that a predicate of place tells of its subject; None at home, or for people of no known state."""
    copulas = [child for child in token.children if child.dep_ == "cop"]
    if case_of(token) not in ("in", "to") or not copulas:
        return None
    if case_of(token) == "to" and not any(child.lower_ == "been" for child in copulas):
        return None  # "has been to Malta twice"
    kind = load_kinds().kinds["visit"]
    subjects = [child for child in token.children if child.dep_ in ("nsubj", "nsubj:outer")]
    sides = sides_of(scene, subjects, kind.role, kind.people)
    place = place_of(scene, token) if sides else None
    states = {scene.cast.actors[side.actor].state for side in sides}
    if place is None or None in states or place.state in states:
        return None
    return build(scene, kind, token, tuple(sides), place, None)
