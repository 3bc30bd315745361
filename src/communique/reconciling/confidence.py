"""How sure each field of an event is: from how often one account is right, and how many independent lines agree.

The odds that one account is right are those measured on hand-made sets (confidence.tsv); for a date they depend on
whether the reader's own score was high, since below that the score did not tell right from wrong. Each further
independent line that tells the value multiplies the odds, each that tells another divides them; copies add nothing.
This treats lines as independent, which reporters of one briefing are not: AT_MOST holds it back.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from communique.knowledge.tables import read_table
from communique.reconciling.told import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from communique.reconciling.told import Told
    from communique.records import Place, Status, When

HERE = Path(__file__).parent
AT_MOST = 0.99
AT_LEAST = 0.05
CLEAR = 0.9  # the reader's score of a date that counts as clear
NOT_SURE = 0.5  # where no account of the value can be weighed
AGAINST: Mapping[str, frozenset[str]] = {
    "held": frozenset({"denied", "cancelled"}), "denied": frozenset({"held", "planned"}),
    "cancelled": frozenset({"held"}), "planned": frozenset({"denied", "cancelled"}),
}  # fmt: skip


@cache
def base(measure: str) -> float:
    """How often one account is right in this, by Laplace's rule of succession: (right + 1) / (judged + 2)."""
    rows = read_table(HERE / "confidence.tsv", ("measure", "right", "judged")).rows
    counts = {name: (int(right), int(judged)) for _, (name, right, judged) in rows}
    right, judged = counts[measure]
    return (right + 1) / (judged + 2)


def combined(agreeing: Iterable[float], against: Iterable[float] = ()) -> float:
    """The chance that a value is right, told by some independent lines and contradicted by others."""
    odds = 1.0
    for chance in agreeing:
        odds *= _odds(chance)
    for chance in against:
        odds /= _odds(chance)
    return round(min(AT_MOST, max(AT_LEAST, odds / (1 + odds))), 3)


def _odds(chance: float) -> float:
    kept = min(AT_MOST, max(NOT_SURE, chance))
    return kept / (1 - kept)


def sureness(
    told: Sequence[Told], roots: Mapping[str, str], kind: str, status: Status, when: When, place: Place | None
) -> tuple[tuple[str, float], ...]:
    """The confidence of each field that the record takes from these tellings, by name of field."""
    found = {
        "date": _by_line(told, roots, lambda item: _date_vote(item, when)),
        "kind": _by_line(told, roots, lambda item: _kind_vote(item, kind)),
        "participants": _by_line(told, roots, lambda item: _party_vote(item, told)),
        "status": _by_line(told, roots, lambda item: _status_vote(item, status)),
    }
    if place is not None:
        found["place"] = _by_line(told, roots, lambda item: _place_vote(item, place))
    return tuple(sorted(found.items()))


def event_confidence(told: Sequence[Told], roots: Mapping[str, str]) -> float:
    """How sure it is that there is such an event (held, planned or denied): by the lines that tell of it.

    An account on somebody's word is taken as sure as such accounts have proved; a line is as sure as its best account.
    """
    return _by_line(told, roots, lambda item: base("event:fact" if item.telling.holder is None else "event:word"))


def _by_line(told: Sequence[Told], roots: Mapping[str, str], vote: Callable[[Told], float]) -> float:
    """Combine the votes, one a line: its strongest. Above 0 a vote is for the value, below 0 against it."""
    lines: dict[str, float] = defaultdict(float)
    for item in told:
        root, own = roots[item.article], vote(item)
        if abs(own) > abs(lines[root]):
            lines[root] = own
    votes = [value for _, value in sorted(lines.items())]
    agreeing = [value for value in votes if value > 0]
    return combined(agreeing, [-value for value in votes if value < 0]) if agreeing else NOT_SURE


def _date_vote(item: Told, when: When) -> float:
    own = item.when
    if own.days is None or when.days is None:
        return own.confidence if when.days is None else 0.0
    apart = str(own.end) < str(when.start) or str(when.end) < str(own.start)
    chance = base("date:clear" if own.confidence >= CLEAR else "date:open")
    return -chance if apart else chance


def _kind_vote(item: Told, kind: str) -> float:
    if item.telling.kind == kind:
        return base("kind")
    return 0.0 if FAMILIES.get(item.telling.kind) == FAMILIES.get(kind) else -base("kind")


def _party_vote(item: Told, told: Sequence[Told]) -> float:
    """For, if nobody whom the account names is missing elsewhere and it names all; nothing, if it names fewer."""
    everyone = frozenset().union(*(other.actors for other in told))
    return base("participants") if item.actors == everyone else 0.0


def _status_vote(item: Told, status: Status) -> float:
    if item.telling.status == status:
        return base("status")
    return -base("status") if item.telling.status in AGAINST.get(status, frozenset()) else 0.0


def _place_vote(item: Told, place: Place) -> float:
    own = item.telling.place
    if own is None:
        return 0.0
    weight = base("place:said" if own.basis == "said" else "place:other")
    if (own.key or own.name) == (place.key or place.name):
        return weight
    return 0.0 if own.state == place.state and place.state in (own.key, place.key) else -weight
