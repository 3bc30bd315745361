"""Two places that accounts give of one event: whether one may hold the other. Called by sameness and disagreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.records import Place


def whole_state(place: Place) -> bool:
    """Whether a place is a whole state."""
    return place.key is not None and place.key == place.state


def same_place(one: Place, other: Place) -> bool:
    """Whether two places are one, by their key, or by their name where no table holds it."""
    return (one.key or one.name) == (other.key or other.name)


def one_within(one: Place, other: Place) -> bool:
    """Whether one is the state that the other lies in."""
    return one.state is not None and one.state == other.state and (whole_state(one) or whole_state(other))


def unplaced(one: Place, other: Place) -> bool:
    """Whether one is a name that no table holds, which may lie anywhere, and the other a whole state."""
    return any(
        here.key is None and here.state is None and whole_state(there) for here, there in ((one, other), (other, one))
    )
