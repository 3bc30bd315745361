"""States that an article does not name as actors: "a town in Malta" is of Malta, for whoever is acted on there.

And those of the people named, whose earlier dealings may be told without them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.records import Actor

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.reading.cast import Cast
    from communique.reading.gazetteer import Gazetteer


def with_land(cast: Cast, gazetteer: Gazetteer, knowledge: Knowledge) -> Cast:
    """The cast with the states of its people, and of all places and adjectives named, so that events can have them."""
    owners = {actor.state for actor in cast.actors.values() if actor.state is not None}
    states = [knowledge.states.get(owner) for owner in sorted(owners)]
    for hit in gazetteer.hits:
        if hit.kind in ("state", "demonym"):
            states.append(knowledge.states.get(hit.keys[0]))
        elif hit.kind in ("capital", "place"):
            states.append(knowledge.place_state(hit.keys[0]))
    actors = dict(cast.actors)
    for state in states:
        if state is not None:
            actors.setdefault(f"state:{state.iso3}", Actor(f"state:{state.iso3}", state.name, "state", state.iso3))
    return replace(cast, actors=actors)
