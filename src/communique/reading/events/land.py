"""States that an article names only by their land: "a town in Malta" is of Malta, for whoever is acted on there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.records import Actor

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.reading.cast import Cast
    from communique.reading.gazetteer import Gazetteer


def with_land(cast: Cast, gazetteer: Gazetteer, knowledge: Knowledge) -> Cast:
    """The cast with the states of all places and adjectives named, so that an event can have them as parties."""
    actors = dict(cast.actors)
    for hit in gazetteer.hits:
        if hit.kind in ("state", "demonym"):
            state = knowledge.states.get(hit.keys[0])
        elif hit.kind in ("capital", "place"):
            state = knowledge.place_state(hit.keys[0])
        else:
            continue
        if state is not None:
            actors.setdefault(f"state:{state.iso3}", Actor(f"state:{state.iso3}", state.name, "state", state.iso3))
    return replace(cast, actors=actors)
