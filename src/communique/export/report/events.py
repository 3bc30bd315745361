"""Events as the page shows them: in date order, with participants, accounts, disagreements and history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from communique.export import words
from communique.export.report.desk import kind_in_words, plover_in_words
from communique.export.report.links import anchor

if TYPE_CHECKING:
    from communique.export.report.desk import Desk, Quoted
    from communique.export.report.links import Ref
    from communique.export.report.statements import StatementView
    from communique.records import Account, Event, Party, Place

_PLACE_BASIS = {
    "said": "",
    "visit": "taken from the visit",
    "dateline": "taken from the dateline",
    "capital": "taken from the capital named",
}


@dataclass(frozen=True, slots=True)
class PartyView:
    """Someone's part: `office` as held on that day, `role` where it says more than taking part."""

    actor: Ref
    office: str
    state: str
    role: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where: the name, the state it lies in, and how that is known where the text does not say it."""

    name: str
    state: str
    basis: str


@dataclass(frozen=True, slots=True)
class AccountView:
    """One article's telling, with its quoted evidence."""

    article: Ref
    status: str
    when: str
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """A field on which the accounts part: each value with the articles that tell it."""

    field: str
    values: tuple[tuple[str, tuple[Ref, ...]], ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One event, ready to be laid out. `number` counts the page's events in date order, from 1."""

    number: int
    anchor: str
    title: str
    kind: str
    people: tuple[Ref, ...]
    status: str
    start: date | None
    end: date | None
    when: str
    basis: str
    sure: str
    place: PlaceView | None
    parties: tuple[PartyView, ...]
    topics: tuple[str, ...]
    outcome: tuple[tuple[str, tuple[Quoted, ...]], ...]
    part_of: Ref | None
    parts: tuple[Ref, ...]
    reports: str
    outlets: str
    origins: str
    accounts: tuple[AccountView, ...]
    disagreements: tuple[DisagreementView, ...]
    history: tuple[tuple[str, Ref, str], ...]
    statements: tuple[StatementView, ...]
    plover: str


def in_date_order(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events by first day, then last day, then id; an open start counts as its end, undated ones come last."""

    def days(event: Event) -> tuple[date, date, str]:
        first = event.when.start or event.when.end or date.max
        return first, event.when.end or date.max, event.id

    return tuple(sorted(events, key=days))


def event_view(
    desk: Desk, number: int, event: Event, statements: tuple[StatementView, ...], parts: tuple[Event, ...]
) -> EventView:
    """One event in words; `statements` are those about it, `parts` the events that belong to it."""
    reports = len({account.article for account in event.accounts})
    return EventView(
        number=number,
        anchor=anchor("event", event.id),
        title=desk.event_title(event),
        kind=kind_in_words(event.kind),
        people=tuple(desk.actor(party.actor) for party in event.parties),
        status=event.status,
        start=event.when.start,
        end=event.when.end,
        when=words.when_in_words(event.when),
        basis=event.when.basis,
        sure=words.sureness_in_words(event.confidence),
        place=_place(desk, event.place),
        parties=tuple(_party(desk, party) for party in event.parties),
        topics=event.topics,
        outcome=tuple((phrase, desk.quote((evidence,))) for phrase, evidence in event.outcome),
        part_of=None if event.part_of is None else desk.event(event.part_of),
        parts=tuple(desk.event(part.id) for part in parts),
        reports=words.counted(reports, "report"),
        outlets=words.counted(event.outlets, "outlet"),
        origins=words.counted(event.origins, "independent origin"),
        accounts=tuple(_account(desk, account) for account in event.accounts),
        disagreements=tuple(
            DisagreementView(
                found.field,
                tuple((value, tuple(desk.article(article) for article in told)) for value, told in found.values),
            )
            for found in event.disagreements
        ),
        history=tuple(
            (status, desk.article(article), words.when_in_words(when)) for status, article, when in event.history
        ),
        statements=statements,
        plover=plover_in_words(event.plover),
    )


def _party(desk: Desk, party: Party) -> PartyView:
    office = desk.names.office(party.office) if party.office else ""
    role = "" if party.role in ("", "participant") else party.role.replace("-", " ").replace("_", " ")
    return PartyView(desk.actor(party.actor), office, desk.state(party.state), role)


def _place(desk: Desk, place: Place | None) -> PlaceView | None:
    if place is None:
        return None
    state = desk.state(place.state)
    return PlaceView(place.name, "" if state == place.name else state, _PLACE_BASIS[place.basis])


def _account(desk: Desk, account: Account) -> AccountView:
    return AccountView(
        desk.article(account.article),
        account.status,
        words.when_in_words(account.when),
        desk.quote(account.evidence),
    )
