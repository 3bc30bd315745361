"""From a cluster of tellings to an event of the record: its accounts, what it takes from them, where they part."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reconciling.binding import office_on
from communique.records import Account, Disagreement, Event, Party, When, content_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.reconciling.sameness import Told
    from communique.records import Actor, Article, Evidence, Lineage, Place, Publication, Status

# What the record takes as the status where accounts differ: what came about outweighs what was planned.
STATUS_RANK: tuple[Status, ...] = ("held", "cancelled", "denied", "unconfirmed", "planned", "conditional", "proposed")
KIND_RANK = ("call", "meeting", "exchange", "agreement", "talks")
SHARP_DAYS = 4  # an account whose article is dated to within days outweighs one that only counts from a likeliest day


def event_id(tellings: Sequence[Told]) -> str:
    """The id of an event: that of its smallest telling, so that it stays when later accounts join."""
    return content_id("event", min(told.telling.id for told in tellings))


def make_event(
    told: Sequence[Told], articles: Mapping[str, Article], publications: Mapping[str, Publication],
    roots: Mapping[str, str], actors: Mapping[str, Actor], knowledge: Knowledge,
) -> Event:  # fmt: skip
    """One event from its tellings (in the order of their ids)."""
    accounts = tuple(_account(item) for item in told)
    leader = min(told, key=lambda item: (STATUS_RANK.index(item.telling.status), _width(item.when), item.telling.id))
    status = leader.telling.status
    when = _agreed(told, leader)
    place = _place(told)
    kinds = {item.telling.kind for item in told}
    kind = next((key for key in KIND_RANK if key in kinds), min(kinds))
    published = publications[leader.article].when
    parties = tuple(
        replace(party, office=office_on(party.actor, when, published, knowledge), state=actors[party.actor].state)
        for party in _parties(told, actors)
    )
    outlets = {articles[item.article].outlet or item.article for item in told}
    origins = {roots[item.article] for item in told}
    outcome = tuple(sorted({entry for item in told for entry in item.telling.outcome}, key=lambda e: (e[1], e[0])))
    return Event(
        event_id(told), kind, status, leader.telling.plover, parties, place, when,
        tuple(sorted({topic for item in told for topic in item.telling.topics})), outcome, None,
        _confidence(when, len(origins)), accounts, len(outlets), len(origins),
        _disagreements(told), _history(told, publications),
    )  # fmt: skip


def _account(item: Told) -> Account:
    telling = item.telling
    return Account(
        item.article, telling.id, telling.status, item.when, telling.place, telling.parties, telling.evidence
    )


def _width(when: When) -> int:
    return when.days if when.days is not None else 1_000_000


def _agreed(told: Sequence[Told], leader: Told) -> When:
    """The days that all dated accounts of the record's status leave open; the narrowest account's where they part."""
    dated = sorted((item for item in told if item.when.days is not None), key=lambda i: (_width(i.when), i.telling.id))
    if not dated:
        return leader.when
    narrow = dated[0].when
    start, end = narrow.start, narrow.end
    for item in dated[1:]:
        if item.when.start is not None and item.when.end is not None and start is not None and end is not None:
            first, last = max(start, item.when.start), min(end, item.when.end)
            if first <= last:
                start, end = first, last
    evidence = tuple(sorted({piece for item in dated for piece in item.when.evidence}))
    same = (start, end) == (narrow.start, narrow.end)
    basis = narrow.basis if same else f"{narrow.basis}; narrowed by other accounts"
    return When(start, end, narrow.granularity if same else "range", basis, narrow.confidence, evidence)


def _place(told: Sequence[Told]) -> Place | None:
    """The most exact place most accounts give: a city before a state, one said before one inferred."""
    places = [item.telling.place for item in told if item.telling.place is not None]
    if not places:
        return None
    votes: dict[str, int] = defaultdict(int)
    for place in places:
        votes[place.key or place.name] += 1
    best = min(
        places,
        key=lambda p: (p.key == p.state, p.basis != "said", -votes[p.key or p.name], p.key or p.name, p.evidence),
    )
    evidence = tuple(sorted({piece for place in places if place.key == best.key for piece in place.evidence}))
    return replace(best, evidence=evidence)


def _parties(told: Sequence[Told], actors: Mapping[str, Actor]) -> list[Party]:
    """All parties of all accounts with their evidence; a state yields to its own people."""
    spots: dict[str, set[Evidence]] = defaultdict(set)
    roles: dict[str, str] = {}
    for item in told:
        for party in item.telling.parties:
            spots[party.actor].update(party.evidence)
            roles.setdefault(party.actor, party.role)
    people = {actors[actor].state for actor in spots if actor.startswith("person:")}
    kept = [
        actor for actor in sorted(spots)
        if actor.startswith("person:") or actors[actor].state is None or actors[actor].state not in people
    ]  # fmt: skip
    return [Party(actor, roles[actor], tuple(sorted(spots[actor]))) for actor in kept]


def _confidence(when: When, origins: int) -> float:
    """More independent origins and a surer date make an event surer; a first, uncalibrated formula."""
    return round(min(0.99, 0.6 + 0.1 * min(origins, 3) + 0.1 * when.confidence), 3)


def _disagreements(told: Sequence[Told]) -> tuple[Disagreement, ...]:
    """Fields in which the accounts cannot all be right; a plan and its fulfilment agree."""
    found = []
    statuses: dict[str, set[str]] = defaultdict(set)
    for item in told:
        statuses[item.telling.status].add(item.article)
    if "held" in statuses and statuses.keys() & {"denied", "cancelled"}:
        found.append(_disagreement("status", statuses))
    roles: dict[str, set[str]] = defaultdict(set)
    for item in told:
        if item.when.granularity == "day" and item.when.start is not None and item.when.start == item.when.end:
            roles[item.when.start.isoformat()].add(item.article)
    if len(roles) > 1:
        found.append(_disagreement("date", roles))
    return tuple(found)


def _disagreement(field: str, values: Mapping[str, set[str]]) -> Disagreement:
    return Disagreement(field, tuple((value, tuple(sorted(articles))) for value, articles in sorted(values.items())))


def _history(told: Sequence[Told], publications: Mapping[str, Publication]) -> tuple[tuple[Status, str, When], ...]:
    """How the event was told over time, by the day the articles were published."""
    rows = sorted(
        ((item.telling.status, item.article, publications[item.article]) for item in told),
        key=lambda row: (row[2].best is None, row[2].best or "", row[1], row[0]),
    )
    return tuple((status, article, publication.when) for status, article, publication in rows)


def roots_of(lineages: Sequence[Lineage]) -> dict[str, str]:
    """Article id to the article its line begins with."""
    return {lineage.article: lineage.root for lineage in lineages}
