"""Readings to record, all articles together: dating, binding, lineage, sameness, accounts, statements, checks.

Pure: the same articles give the same record in any order, since everything is first put in the order of its id.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.reconciling.accounts import event_id, make_event, roots_of
from communique.reconciling.binding import bind
from communique.reconciling.checks import find_checks
from communique.reconciling.dating import across, date_article, dating_checks
from communique.reconciling.lineage import find_lineages
from communique.reconciling.sameness import cluster
from communique.reconciling.statements import make_statements
from communique.reconciling.timing import possible_times, resolve_times, whens_of
from communique.reconciling.told import Descent, Told, descents, sentences_of
from communique.records import Actor, Check, Event, Reading, Record, When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.reconciling.dating.timeline import Vote
    from communique.records import Article, Lineage, Publication, Unread


@dataclass(frozen=True, slots=True)
class _Dated:
    """One article with its reading bound to its date and its times resolved."""

    article: Article
    reading: Reading
    publication: Publication
    times: tuple[When, ...]


def reconcile(
    articles: Sequence[Article], readings: Sequence[Reading], unread: Sequence[Unread], knowledge: Knowledge
) -> Record:
    """The record of a set of articles with their readings; an article without a reading says nothing."""
    by_article = {reading.article: reading for reading in readings}
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda article: article.id)
    read = {article.id: by_article.get(article.id, Reading(article.id, "")) for article in ordered}
    actors: dict[str, Actor] = {}
    dated = [_date(article, read[article.id], knowledge, actors) for article in ordered]
    others = _from_others(dated, actors, knowledge)
    if others:  # once more, with what the dated articles say of the others
        dated = [
            _date(item.article, read[item.article.id], knowledge, actors, others[item.article.id])
            if item.article.id in others else item
            for item in dated
        ]  # fmt: skip
    publications = {item.article.id: item.publication for item in dated}
    bound = {item.article.id: item.reading for item in dated}
    lineages = find_lineages(ordered, bound, publications, knowledge)
    by_id = {article.id: article for article in ordered}
    events, acts = (
        _events(
            _tellings(those, descents(lineages), knowledge), by_id, publications, lineages, actors, knowledge, bound
        )
        for those in (dated, [_acting(item) for item in dated])
    )
    home = {account.telling: event.id for event in events for account in event.accounts}
    statements = tuple(
        statement for item in dated
        for statement in make_statements(item.reading, item.times, item.publication, home, events)
    )  # fmt: skip
    checks = [
        check for item in dated for check in dating_checks(item.article, item.reading, item.publication, knowledge)
    ]
    checks += find_checks(ordered, bound, publications, lineages, events, knowledge)
    return Record(
        articles=tuple(ordered),
        publications=tuple(publications[article.id] for article in ordered),
        lineages=tuple(lineages),
        actors=_used(actors, (*events, *acts), bound),
        events=events,
        statements=tuple(sorted(statements, key=lambda s: (s.article, s.said.content, s.id))),
        checks=_in_order(checks),
        unread=tuple(sorted(unread)),
        acts=acts,
    )


def _acting(item: _Dated) -> _Dated:
    """The article as far as its acts go: they are dated and made one as events are, apart from these."""
    return replace(item, reading=replace(item.reading, tellings=item.reading.acts))


def _from_others(
    dated: Sequence[_Dated], actors: Mapping[str, Actor], knowledge: Knowledge
) -> Mapping[str, tuple[Vote, ...]]:
    """What the articles of known day say of those whose day is not, each dated for itself."""
    articles = [item.article for item in dated]
    first = across.First(
        {item.article.id: item.reading for item in dated},
        {item.article.id: item.publication for item in dated},
        {article.id: article.outlet or article.title or article.path for article in articles},
    )
    known = [first.known(article.id) for article in articles]
    if all(known) or not any(known):
        return {}
    lineages = find_lineages(articles, first.readings, first.publications, knowledge)
    told = _tellings(dated, descents(lineages), knowledge)
    return across.votes(first, lineages, [[told[index] for index in group] for group in cluster(told, actors)])


def _date(
    article: Article, reading: Reading, knowledge: Knowledge, actors: dict[str, Actor], others: Sequence[Vote] = ()
) -> _Dated:
    publication = date_article(article, reading, knowledge, others)
    bound = bind(reading, publication, knowledge)
    for key, actor in sorted(bound.actors.items()):
        actors[key] = _merged(actors.get(key), actor)
    times = resolve_times(bound.reading, publication, knowledge)
    return _Dated(article, bound.reading, publication, times)


def _merged(known: Actor | None, actor: Actor) -> Actor:
    """One actor of several articles: aliases joined; of two names the longer, then the first by letters."""
    if known is None:
        return actor
    name = min((known.name, actor.name), key=lambda text: (-len(text), text))
    aliases = {*known.aliases, *actor.aliases, known.name, actor.name} - {name}
    states = sorted(state for state in {known.state, actor.state} if state is not None)
    sector = min((s for s in (known.sector, actor.sector) if s is not None), default=None)
    return Actor(actor.id, name, actor.kind, states[0] if states else None, tuple(sorted(aliases)), sector)


def _tellings(dated: Sequence[_Dated], shared: Mapping[str, Descent], knowledge: Knowledge) -> list[Told]:
    """Every telling of every article with its days, in the order of its id; parts of a visit take its days."""
    told = [entry for item in dated for entry in _told(item, shared.get(item.article.id), knowledge)]
    return sorted(told, key=lambda entry: entry.telling.id)


def _told(item: _Dated, descent: Descent | None, knowledge: Knowledge) -> list[Told]:
    possible = possible_times(item.reading, item.publication, knowledge)
    likely, widest = (
        whens_of(item.reading.tellings, item.article, item.reading, item.publication, times, knowledge)
        for times in (item.times, possible)
    )
    place = descent or Descent()
    return [
        Told(
            item.article.id, telling, _within(likely[telling.id], likely.get(telling.part_of or "")),
            _within(widest[telling.id], widest.get(telling.part_of or "")), place.line, place.origin,
            sentences_of(telling, item.article) if descent is not None else (),
        )
        for telling in item.reading.tellings
    ]  # fmt: skip


def _within(when: When, visit: When | None) -> When:
    """An undated meeting inside a dated visit was on one of its days."""
    if visit is None or visit.start is None or visit.end is None or when.granularity != "unknown":
        return when
    granularity = visit.granularity if visit.days == 1 else "range"
    return When(
        visit.start,
        visit.end,
        granularity,
        "during the visit",
        visit.confidence * 0.8,
        (*when.evidence, *visit.evidence),
    )


def _events(
    told: Sequence[Told], articles: Mapping[str, Article], publications: Mapping[str, Publication],
    lineages: Sequence[Lineage], actors: Mapping[str, Actor], knowledge: Knowledge, readings: Mapping[str, Reading],
) -> tuple[Event, ...]:  # fmt: skip
    roots = roots_of(lineages)
    clusters = [[told[index] for index in group] for group in cluster(told, actors)]
    home = {item.telling.id: event_id(group, publications) for group in clusters for item in group}
    events = []
    for group in clusters:
        event = make_event(group, articles, publications, roots, actors, knowledge, readings)
        parts = sorted({home[item.telling.part_of] for item in group if item.telling.part_of in home})
        events.append(replace(event, part_of=parts[0] if parts else None))
    return tuple(sorted(events, key=_chronological))


def _chronological(event: Event) -> tuple[str, str, str]:
    day = event.when.start or event.when.end
    return (day.isoformat() if day else "9999", event.when.end.isoformat() if event.when.end else "9999", event.id)


def _used(actors: Mapping[str, Actor], events: Sequence[Event], bound: Mapping[str, Reading]) -> tuple[Actor, ...]:
    """The actors that the record speaks of: parties, speakers, addressees, targets, links of chains, office holders."""
    used = {party.actor for event in events for party in event.parties}
    used.update(party.actor for event in events for account in event.accounts for party in account.parties)
    for reading in bound.values():
        used.update(claim.person for claim in reading.offices)
        for said in reading.statements:
            used.update((*said.speakers, *said.addressees, *said.targets, *(link.actor for link in said.chain)))
    return tuple(actors[key] for key in sorted(used) if key in actors)


def _in_order(checks: Sequence[Check]) -> tuple[Check, ...]:
    unique = {check.id: check for check in checks}
    return tuple(sorted(unique.values(), key=lambda check: (check.article, check.kind, check.evidence, check.id)))
