"""Readings to record, all articles together: dating, binding, lineage, sameness, accounts, statements, checks.

Pure: the same articles give the same record in any order, since everything is first put in the order of its id, and
with any memory, since that holds nothing but what would be made again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reconciling.checks import checks_together, in_order
from communique.reconciling.dated import acting, actors_of, checks_on, date
from communique.reconciling.dating import across
from communique.reconciling.events import make_events
from communique.reconciling.lineage import find_lineages, prints_of
from communique.reconciling.memory import Memory
from communique.reconciling.sameness import cluster
from communique.reconciling.statements import make_statements
from communique.reconciling.tellings import tellings_of
from communique.reconciling.told import descents
from communique.records import Reading, Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.reconciling.dated import Dated
    from communique.reconciling.dating.timeline import Vote
    from communique.reconciling.lineage.prints import Print
    from communique.records import Actor, Article, Event, Statement, Unread


def reconcile(
    articles: Sequence[Article], readings: Sequence[Reading], unread: Sequence[Unread], knowledge: Knowledge,
    memory: Memory | None = None,
) -> Record:  # fmt: skip
    """The record of a set of articles with their readings; an article without a reading says nothing.

    `memory` holds what was worked out before by the same version of the program and of the tables; it is told what
    this run recalled or made.
    """
    memory = memory or Memory()
    by_article = {reading.article: reading for reading in readings}
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda article: article.id)
    read = {article.id: by_article.get(article.id, Reading(article.id, "")) for article in ordered}
    prints = prints_of(ordered, memory)
    dated, actors = _dated(ordered, read, prints, knowledge, memory)
    publications = {key: one.publication for key, one in dated.items()}
    bound = {key: one.reading for key, one in dated.items()}
    lineages = find_lineages(ordered, bound, publications, knowledge, memory, prints)
    shared = descents(lineages)
    events, acts = (
        make_events(tellings_of(those, shared, knowledge), dated, lineages, actors, knowledge, memory)
        for those in (list(dated.values()), [acting(one) for one in dated.values()])
    )
    alone = [check for one in dated.values() for check in checks_on(one, knowledge, memory)]
    together = checks_together(ordered, bound, publications, lineages, events)
    return Record(
        articles=tuple(ordered),
        publications=tuple(publications[article.id] for article in ordered),
        lineages=tuple(lineages),
        actors=_used(actors, (*events, *acts), bound),
        events=events,
        statements=_statements(dated, events),
        checks=in_order((*alone, *together)),
        unread=tuple(sorted(unread)),
        acts=acts,
    )


def _dated(
    articles: Sequence[Article], readings: Mapping[str, Reading], prints: Mapping[str, Print], knowledge: Knowledge,
    memory: Memory,
) -> tuple[dict[str, Dated], dict[str, Actor]]:  # fmt: skip
    """The articles in their time, by id in the order given, and the actors of all."""
    alone = [date(article, readings[article.id], knowledge, memory) for article in articles]
    actors = actors_of(alone)
    others = _from_others(alone, actors, prints, knowledge, memory)
    again = {  # once more, with what the dated articles say of the others
        key: date(one.article, readings[key], knowledge, memory, others[key])
        for one in alone if (key := one.article.id) in others
    }  # fmt: skip
    dated = {one.article.id: again.get(one.article.id, one) for one in alone}
    return dated, actors_of((*alone, *again.values())) if again else actors


def _from_others(
    dated: Sequence[Dated], actors: Mapping[str, Actor], prints: Mapping[str, Print], knowledge: Knowledge,
    memory: Memory,
) -> Mapping[str, tuple[Vote, ...]]:  # fmt: skip
    """What the articles of known day say of those whose day is not, each dated for itself."""
    articles = [one.article for one in dated]
    first = across.First(
        {one.article.id: one.reading for one in dated},
        {one.article.id: one.publication for one in dated},
        {article.id: article.outlet or article.title or article.path for article in articles},
    )
    unknown = {article.id for article in articles if not first.known(article.id)}
    if not 0 < len(unknown) < len(articles):
        return {}
    lineages = find_lineages(articles, first.readings, first.publications, knowledge, memory, prints)
    told = tellings_of(dated, descents(lineages), knowledge)
    return across.votes(first, lineages, [[told[index] for index in group] for group in cluster(told, actors, unknown)])


def _statements(dated: Mapping[str, Dated], events: Sequence[Event]) -> tuple[Statement, ...]:
    home = {account.telling: event.id for event in events for account in event.accounts}
    days = {account.telling: account.when for event in events for account in event.accounts}
    made = [
        statement for one in dated.values()
        for statement in make_statements(one.reading, one.times, one.publication, home, days)
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda s: (s.article, s.said.content, s.id)))


def _used(actors: Mapping[str, Actor], events: Sequence[Event], bound: Mapping[str, Reading]) -> tuple[Actor, ...]:
    """The actors that the record speaks of: parties, speakers, addressees, targets, links of chains, office holders."""
    used = {party.actor for event in events for party in event.parties}
    used.update(party.actor for event in events for account in event.accounts for party in account.parties)
    for reading in bound.values():
        used.update(claim.person for claim in reading.offices)
        for said in reading.statements:
            used.update((*said.speakers, *said.addressees, *said.targets, *(link.actor for link in said.chain)))
    return tuple(actors[key] for key in sorted(used) if key in actors)
