"""The events of a record: tellings made one, and of each event what its accounts say together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reconciling.accounts import event_id, make_event, roots_of
from communique.reconciling.memory import digest_of
from communique.reconciling.sameness import cluster
from communique.records import Event

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.reconciling.dated import Dated
    from communique.reconciling.memory import Memory
    from communique.reconciling.told import Told
    from communique.records import Actor, Lineage


def make_events(
    told: Sequence[Told], dated: Mapping[str, Dated], lineages: Sequence[Lineage], actors: Mapping[str, Actor],
    knowledge: Knowledge, memory: Memory,
) -> tuple[Event, ...]:  # fmt: skip
    """The events that some tellings tell, in the order of their days; `dated` holds all articles by id."""
    publications = {key: one.publication for key, one in dated.items()}
    readings = {key: one.reading for key, one in dated.items()}
    articles = {key: one.article for key, one in dated.items()}
    roots = roots_of(lineages)
    clusters = [[told[index] for index in group] for group in cluster(told, actors)]
    home = {item.telling.id: event_id(group, publications) for group in clusters for item in group}
    events = []
    for group in clusters:
        known = _known(group, dated, actors)
        event = memory.recall(
            "event", _key(group, dated, roots, known), Event,
            lambda group=group, known=known: make_event(  # type: ignore[misc]
                group, articles, publications, roots, known, knowledge, readings
            ),
        )  # fmt: skip
        parts = sorted({home[item.telling.part_of] for item in group if item.telling.part_of in home})
        events.append(replace(event, part_of=parts[0]) if parts else event)
    return tuple(sorted(events, key=_chronological))


def _known(group: Sequence[Told], dated: Mapping[str, Dated], actors: Mapping[str, Actor]) -> dict[str, Actor]:
    """The actors that the articles of an event speak of, and their states."""
    keys = {actor for item in group for actor in (*item.actors, *dated[item.article].actors)}
    states = {f"state:{actors[key].state}" for key in keys}
    return {key: actors[key] for key in sorted(keys | states) if key in actors}


def _key(
    group: Sequence[Told], dated: Mapping[str, Dated], roots: Mapping[str, str], known: Mapping[str, Actor]
) -> str:
    """A digest of all that an event is made of."""
    tellings = [(item.telling.id, dated[item.article].mark, item.line, item.origin) for item in group]
    of = [roots[item.article] for item in group]
    return digest_of(tellings, of, [dated[root].article.outlet for root in of], list(known.values()))


def _chronological(event: Event) -> tuple[str, str, str]:
    day = event.when.start or event.when.end
    return (day.isoformat() if day else "9999", event.when.end.isoformat() if event.when.end else "9999", event.id)
