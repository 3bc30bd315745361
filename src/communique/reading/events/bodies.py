"""Meetings of a body: "a summit of EU leaders", "ASEAN foreign ministers met". Whoever is named takes part in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.clauses import case_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.reading.events.candidates import Scene, Side

INTERNATIONAL = frozenset({"intergovernmental", "bloc"})


def body_of(scene: Scene, actor: str) -> str | None:
    """The international body that an actor is, or whose people it is ("unnamed:asean/leaders"); None for others."""
    key = actor.partition(":")[2].partition("/")[0]
    known = scene.knowledge.organisations.get(key)
    return key if known is not None and known.kind in INTERNATIONAL and known.state is None else None


def of_a_body(scene: Scene, noun: Any) -> bool:
    """Whether a meeting is one of a body's members: "a meeting of BRICS ministers", "the SCO meeting"."""
    for child in noun.children:
        if child.dep_ != "compound" and not (child.dep_ == "nmod" and case_of(child) == "of"):
            continue
        for token in child.subtree:
            reference = scene.cast.covering(token.i)
            if reference is not None and body_of(scene, reference.actors[0]) is not None:
                return True
    return False


def without_members(scene: Scene, sides: Iterable[Side]) -> list[Side]:
    """The sides without a body's unnamed people, unless they are the only ones: "EU leaders" say who may come."""
    found = list(sides)
    named = [side for side in found if not side.actor.startswith("unnamed:") or body_of(scene, side.actor) is None]
    return named or found
