"""Events as PLOVER codes them: a type, who acts and who is acted on; of events, acts and statements alike.

PLOVER has one table of events where the record has events, acts and statements: all are coded here, for the exports.
Source of the rules: PLOVER 2.0 manual (CC BY-SA 4.0).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.records import (
        Attribution,
        Event,
        Evidence,
        Party,
        Place,
        PloverCode,
        Reading,
        Record,
        Statement,
        When,
    )

# Roles of those on whom something is done; everybody else acts. PLOVER manual: a visitor acts, the host is recipient.
RECEIVING = frozenset({"recipient", "summoned", "expelled", "appointed", "target", "host", "addressee", "invited"})
# Roles of those who do something together: each is actor and recipient.
TOGETHER = frozenset({"participant", "party"})


@dataclass(frozen=True, slots=True)
class Coded:
    """One coded event: ids of actors and recipients; `mutual` where all parties are both."""

    code: PloverCode
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A coded event of a record with what the exports tell of it. `evidence` comes in the order of its articles.

    `source` is "event", "act" or "statement"; `speakers` are those on whose word a statement is.
    """

    id: str
    source: str
    kind: str
    coded: Coded
    when: When
    place: Place | None
    topics: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    confidence: float
    part_of: str | None = None
    speakers: tuple[str, ...] = ()


def code_event(code: PloverCode, status: str, parties: Iterable[Party], place: Place | None) -> Coded:
    """The code of an event by the roles of its parties; a visit without a host is to the state of its place."""
    parties = tuple(parties)
    together = tuple(party.actor for party in parties if party.role in TOGETHER)
    acting = tuple(party.actor for party in parties if party.role not in TOGETHER | RECEIVING)
    receiving = tuple(party.actor for party in parties if party.role in RECEIVING)
    if not acting and not receiving:
        return Coded(code, status, together, together, mutual=True)
    if not receiving and not together and place is not None and place.state is not None:
        receiving = (f"state:{place.state}",) if any(p.role == "visitor" for p in parties) else ()
    return Coded(code, status, acting or together, receiving or (together if acting else ()))


def code_statement(said: Attribution) -> Coded | None:
    """The code of a statement: the speakers act on those they speak of, else on those they speak to."""
    if said.plover is None or not said.stated:
        return None
    return Coded(said.plover, "held", said.speakers, said.targets or said.addressees)


def code_reading(reading: Reading) -> Iterator[Coded]:
    """All coded events of one article."""
    for telling in (*reading.tellings, *reading.acts):
        if telling.plover is not None:
            yield code_event(telling.plover, telling.status, telling.parties, telling.place)
    for said in reading.attributions:
        coded = code_statement(said)
        if coded is not None:
            yield coded


def code_record(record: Record) -> Iterator[Row]:
    """All coded events of a record: its events, its acts, then its statements, each in the record's order."""
    for source, events in (("event", record.events), ("act", record.acts)):
        for event in events:
            if event.plover is not None:
                yield _event_row(source, event, event.plover)
    for statement in record.statements:
        coded = code_statement(statement.said)
        if coded is not None:
            yield _statement_row(statement, coded)


def _event_row(source: str, event: Event, code: PloverCode) -> Row:
    coded = code_event(code, event.status, event.parties, event.place)
    evidence = tuple(piece for account in event.accounts for piece in account.evidence)
    return Row(
        event.id, source, event.kind, coded, event.when, event.place, event.topics, evidence, event.confidence,
        event.part_of,
    )  # fmt: skip


def _statement_row(statement: Statement, coded: Coded) -> Row:
    said = statement.said
    return Row(
        statement.id, "statement", "statement", coded, statement.when, None, said.topics, (said.content,),
        statement.confidence, statement.event, said.speakers,
    )  # fmt: skip
