"""From a cluster of tellings to an event of the record: its accounts, what it takes from them, where they part."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reconciling.binding import office_on, sector_on
from communique.reconciling.confidence import event_confidence, sureness
from communique.reconciling.contents.parting import parted_contents
from communique.reconciling.disagreements import disagreements
from communique.reconciling.places import same_place, whole_state
from communique.reconciling.told import dated_at_first_hand
from communique.records import Account, Event, Party, When, content_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.reconciling.told import Told
    from communique.records import (
        Actor,
        Article,
        Disagreement,
        Evidence,
        Granularity,
        Lineage,
        Place,
        Publication,
        Reading,
        Status,
    )

# What the record takes as the status where accounts differ: what came about outweighs what was planned.
STATUS_RANK: tuple[Status, ...] = ("held", "cancelled", "denied", "unconfirmed", "planned", "conditional", "proposed")
KIND_RANK = ("call", "meeting", "exchange", "agreement", "talks")
CONTRADICTED = 0.8  # what is left of an event's confidence where accounts disagree on whether it was; by reasoning


def event_id(tellings: Sequence[Told], publications: Mapping[str, Publication]) -> str:
    """The id of an event: made of the id of the telling that was published first.

    First by the article's best day; undated articles last; ties by telling id. So the id stays when later accounts
    join, which is how a record grows. No id made of content can stay always: it changes when an earlier telling is
    found, and goes to one of the parts when an event is split.
    """
    return content_id("event", min((_published(item.article, publications), item.telling.id) for item in tellings)[1])


def _published(article: str, publications: Mapping[str, Publication]) -> str:
    """Sorts by the best day of publication; undated articles come last."""
    best = publications[article].best
    return best.isoformat() if best is not None else "9999-99-99"


def make_event(
    told: Sequence[Told], articles: Mapping[str, Article], publications: Mapping[str, Publication],
    roots: Mapping[str, str], actors: Mapping[str, Actor], knowledge: Knowledge,
    readings: Mapping[str, Reading] | None = None,
) -> Event:  # fmt: skip
    """One event from its tellings (in the order of their ids); without `readings` contents are not compared."""
    accounts = tuple(_account(item) for item in told)
    leader = min(told, key=lambda item: (STATUS_RANK.index(item.telling.status), _width(item.when), item.telling.id))
    status = leader.telling.status
    when = _agreed(told, leader)
    place = _place(told)
    kinds = {item.telling.kind for item in told}
    kind = next((key for key in KIND_RANK if key in kinds), min(kinds))
    published = publications[leader.article].when
    parties = tuple(_as_of(party, when, published, actors[party.actor], knowledge) for party in _parties(told, actors))
    outlets = {_outlet(item.article, articles, roots) for item in told}
    origins = {roots[item.article] for item in told}
    outcome = tuple(sorted({entry for item in told for entry in item.telling.outcome}, key=lambda e: (e[1], e[0])))
    parted = disagreements(told, actors)
    if readings is not None and len({item.article for item in told}) > 1:
        parted += parted_contents(told, when, articles, readings, actors, knowledge)
    return Event(
        event_id(told, publications), kind, status, leader.telling.plover, parties, place, when,
        tuple(sorted({topic for item in told for topic in item.telling.topics})), outcome, None,
        _confidence(told, roots, parted), accounts, len(outlets), len(origins), parted, _history(told, publications),
        sureness(told, roots, kind, status, when, place),
    )  # fmt: skip


def _as_of(party: Party, when: When, published: When, actor: Actor, knowledge: Knowledge) -> Party:
    """A party with its state, and its office and sector on that day."""
    office = office_on(party.actor, when, published, knowledge)
    sector = sector_on(actor, office, when, published, knowledge)
    return replace(party, office=office, state=actor.state, sector=sector)


def _account(item: Told) -> Account:
    telling = item.telling
    return Account(
        item.article, telling.id, telling.status, item.when, telling.place, telling.parties, telling.evidence
    )


def _width(when: When) -> int:
    return when.days if when.days is not None else 1_000_000


def _agreed(told: Sequence[Told], leader: Told) -> When:
    """The days that the accounts leave open together.

    First come the accounts of the record's status, of them those that do not hang on an uncertain day of publication,
    of them the narrowest; each next one narrows the days, or is passed over where it does not meet them. Copies add
    nothing.
    """
    dated = sorted(
        dated_at_first_hand(told),
        key=lambda i: (i.telling.status != leader.telling.status, not _sure(i), _width(i.when), i.telling.id),
    )
    if not dated:
        return leader.when
    first = dated[0].when
    start, end = first.start, first.end
    for item in dated[1:]:
        if item.when.start is not None and item.when.end is not None and start is not None and end is not None:
            low, high = max(start, item.when.start), min(end, item.when.end)
            if low <= high:
                start, end = low, high
    evidence = tuple(sorted({piece for item in dated for piece in item.when.evidence}))
    whole = next((item.when for item in dated if (item.when.start, item.when.end) == (start, end)), None)
    if whole is not None:
        return replace(whole, evidence=evidence)
    granularity: Granularity = "day" if start == end else "range"
    confidence = min(item.when.confidence for item in dated)
    return When(start, end, granularity, f"{first.basis}; narrowed by other accounts", confidence, evidence)


def _sure(item: Told) -> bool:
    return (item.when.start, item.when.end) == (item.possible.start, item.possible.end)


def _place(told: Sequence[Told]) -> Place | None:
    """The most exact place most accounts give: a city before a state, one said before one inferred.

    Where a report was filed yields to what is said, unless it lies there.
    """
    given = [item.telling.place for item in told if item.telling.place is not None]
    if not given:
        return None
    said = [place for place in given if place.basis != "dateline"]
    states = {place.state for place in said}
    places = said + [place for place in given if place.basis == "dateline" and (not said or place.state in states)]
    votes: dict[str, int] = defaultdict(int)
    for place in places:
        votes[place.key or place.name] += 1
    best = min(
        places,
        key=lambda p: (whole_state(p), p.basis != "said", -votes[p.key or p.name], p.key or p.name, p.evidence),
    )
    evidence = tuple(sorted({piece for place in places if same_place(place, best) for piece in place.evidence}))
    return replace(best, evidence=evidence)


def _outlet(article: str, articles: Mapping[str, Article], roots: Mapping[str, str]) -> str:
    """The outlet of an article; where it is unknown, that of the article it descends from, known or not.

    So a copy whose outlet nobody knows adds no outlet to the count.
    """
    root = articles.get(roots[article], articles[article])
    return articles[article].outlet or root.outlet or f"unknown outlet of {root.id}"


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


def _confidence(told: Sequence[Told], roots: Mapping[str, str], parted: Sequence[Disagreement]) -> float:
    """How sure it is that there is such an event; CONTRADICTED of it is left where accounts part on the status."""
    left = CONTRADICTED if any(one.field == "status" for one in parted) else 1.0
    return round(left * event_confidence(told, roots), 3)


def _history(told: Sequence[Told], publications: Mapping[str, Publication]) -> tuple[tuple[Status, str, When], ...]:
    """How the event was told over time, by the day the articles were published."""
    rows = sorted(told, key=lambda item: (_published(item.article, publications), item.article, item.telling.id))
    return tuple((item.telling.status, item.article, publications[item.article].when) for item in rows)


def roots_of(lineages: Sequence[Lineage]) -> dict[str, str]:
    """Article id to the article its line begins with."""
    return {lineage.article: lineage.root for lineage in lineages}
