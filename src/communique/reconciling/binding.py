"""Offices and people on a day: who "the French president" is in an article of that time, and who held what.

An article's cast is resolved within the article only; here an office without a name becomes the one person who held
it throughout the article's publication interval, and stays an office where two people did or none is known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.records import Actor, Attribution, Party, Reading, Telling, When

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.records import Publication, Sector


@dataclass(frozen=True, slots=True)
class Bound:
    """A reading whose offices are bound to people for the article's time, with the actors it then speaks of."""

    reading: Reading
    actors: dict[str, Actor]


def bind(reading: Reading, publication: Publication, knowledge: Knowledge) -> Bound:
    """Replace offices by their holders in everything that a reading says."""
    actors = {actor.id: actor for actor in reading.actors}
    names = {key: _holder(key, publication.when, knowledge) for key in actors if key.startswith("office:")}
    holders = {office: person for office, person in names.items() if person is not None}
    for office, person in holders.items():
        known = knowledge.persons[person.removeprefix("person:")]
        aliases = {*actors[office].aliases, *(actors[person].aliases if person in actors else ())}
        sector = actors[person].sector if person in actors else actors[office].sector
        actors[person] = Actor(person, known.name, "person", known.state, tuple(sorted(aliases)), sector)
    if holders:
        reading = replace(
            reading,
            tellings=tuple(_telling(telling, holders) for telling in reading.tellings),
            acts=tuple(_telling(act, holders) for act in reading.acts),
            attributions=tuple(_attribution(said, holders) for said in reading.attributions),
            mentions=tuple(replace(m, actor=holders[m.actor]) if m.actor in holders else m for m in reading.mentions),
        )
    return Bound(reading, actors)


def _holder(actor: str, published: When, knowledge: Knowledge) -> str | None:
    """The one holder of an office over a publication interval, None if it is open or there are several."""
    if published.start is None or published.end is None:
        return None
    tenures = knowledge.holders(actor.removeprefix("office:"), published.start, published.end)
    people = {tenure.person for tenure in tenures if tenure.person in knowledge.persons}
    return f"person:{people.pop()}" if len(people) == 1 else None


def _all(actors: tuple[str, ...], holders: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(holders.get(actor, actor) for actor in actors))


def _telling(telling: Telling, holders: dict[str, str]) -> Telling:
    if holders.keys().isdisjoint((telling.holder, *(party.actor for party in telling.parties))):
        return telling
    parties: dict[str, Party] = {}
    for party in telling.parties:
        actor = holders.get(party.actor, party.actor)
        known = parties.get(actor)
        evidence = tuple(sorted({*party.evidence, *(known.evidence if known else ())}))
        parties[actor] = replace(party, actor=actor, evidence=evidence)
    holder = holders.get(telling.holder, telling.holder) if telling.holder else None
    return replace(telling, parties=tuple(parties.values()), holder=holder)


def _attribution(said: Attribution, holders: dict[str, str]) -> Attribution:
    chain = (link.actor for link in said.chain)
    if holders.keys().isdisjoint((*said.speakers, *said.addressees, *said.targets, *chain)):
        return said
    return replace(
        said,
        speakers=_all(said.speakers, holders),
        addressees=_all(said.addressees, holders),
        targets=_all(said.targets, holders),
        chain=tuple(replace(link, actor=holders.get(link.actor, link.actor)) for link in said.chain),
    )


def office_on(actor: str, when: When, published: When, knowledge: Knowledge) -> str | None:
    """The office a person held on the day of an event (or, for an event without days, of the article).

    Where the interval is long, the office must be held on its first and its last day.
    """
    if not actor.startswith("person:") or actor.removeprefix("person:") not in knowledge.persons:
        return None
    span = when if when.start is not None and when.end is not None else published
    if span.start is None or span.end is None:
        return None
    first = knowledge.office_on(actor.removeprefix("person:"), span.start)
    last = knowledge.office_on(actor.removeprefix("person:"), span.end)
    return last.key if first is not None and last is not None and first.key == last.key else None


def sector_on(actor: Actor, office: str | None, when: When, published: When, knowledge: Knowledge) -> Sector | None:
    """PLOVER's role of an actor on the day of an event: that of the office held then.

    A person known to have left all offices of a state is of the elite (ELI); for anyone else the text's word counts.
    """
    if office is not None:
        return knowledge.sectors.of_office(office)
    span = when if when.end is not None else published
    held = knowledge.tenures_of(actor.id.removeprefix("person:")) if actor.kind == "person" else ()
    begun = [tenure for tenure in held if span.end is None or tenure.start is None or tenure.start <= span.end]
    if begun and span.start is not None and all(tenure.end is not None and tenure.end < span.start for tenure in begun):
        return "ELI"
    return actor.sector
