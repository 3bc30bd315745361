"""The accounts of one event side by side: what each field is told to be, by whom, and what the record takes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reconciling.accounts import STATUS_RANK
from communique.reconciling.disagreements import days_told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.records import Account, Actor, Event, Record

FIELDS = ("status", "date", "place", "participants")


@dataclass(frozen=True, slots=True)
class ToldValue:
    """One value of a field: the articles that tell it, their outlets and independent origins counted."""

    value: str
    articles: tuple[str, ...]
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True)
class FieldTold:
    """One field of an event: the values told, most origins first, the one that the record takes, and why."""

    field: str
    values: tuple[ToldValue, ...]
    taken: str
    why: str


def fields_told(event: Event, record: Record) -> tuple[FieldTold, ...]:
    """The fields of an event as its accounts tell them; a field that no account tells is left out."""
    actors = {actor.id: actor for actor in record.actors}
    found = [_field(name, event, record, actors) for name in FIELDS]
    return tuple(field for field in found if field.values)


def _field(name: str, event: Event, record: Record, actors: Mapping[str, Actor]) -> FieldTold:
    outlets = {article.id: article.outlet or article.id for article in record.articles}
    roots = {lineage.article: lineage.root for lineage in record.lineages}
    tellers: dict[str, set[str]] = defaultdict(set)
    for account in event.accounts:
        value = value_of(name, account, actors)
        if value:
            tellers[value].add(account.article)
    values = [
        ToldValue(
            value, tuple(sorted(articles)), len({outlets.get(one, one) for one in articles}),
            len({roots.get(one, one) for one in articles}),
        )
        for value, articles in tellers.items()
    ]  # fmt: skip
    values.sort(key=lambda told: (-told.origins, -len(told.articles), told.value))
    return FieldTold(name, tuple(values), value_of(name, event, actors), _why(name, event, values))


def value_of(field: str, told: Account | Event, actors: Mapping[str, Actor]) -> str:
    """What an account, or the event as the record has it, says of a field; "" where it says nothing."""
    if field == "status":
        return told.status
    if field == "date":
        return days_told(told.when)
    if field == "place":
        return told.place.name if told.place is not None else ""
    return ", ".join(sorted(actors[p.actor].name if p.actor in actors else p.actor for p in told.parties))


def _why(field: str, event: Event, values: Sequence[ToldValue]) -> str:
    """Why the record takes the value that it takes."""
    if field == "date":
        return event.when.basis
    if len(values) == 1:
        return "the only value told"
    if field == "status":
        rank = " over ".join(status for status in STATUS_RANK if any(told.value == status for told in values))
        return f"what came about outweighs what was expected: {rank}"
    if field == "place":
        basis = event.place.basis if event.place is not None else "said"
        source = "said in the text" if basis == "said" else f"known from the {basis}"
        return f"the most exact place, {source}, of most accounts"
    return "everyone whom an account names; a state yields to its people"
