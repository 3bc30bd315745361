"""Events of the JSON record: participants, place, accounts, disagreements and history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.export.json_parts import Json, evidence_json, plover_json, when_json
from communique.export.names import office_key

if TYPE_CHECKING:
    from communique.export.names import Names
    from communique.records import Account, Event, Party, Place


def event_json(event: Event, names: Names) -> Json:
    """One event; `articles` counts the distinct articles among its accounts."""
    return {
        "id": event.id,
        "kind": event.kind,
        "status": event.status,
        "plover": plover_json(event.plover),
        "participants": [_participant(party, names) for party in event.parties],
        "place": _place(event.place),
        "when": when_json(event.when),
        "topics": list(event.topics),
        "outcome": [phrase for phrase, _ in event.outcome],
        "part_of": event.part_of,
        "confidence": round(event.confidence, 4),
        "accounts": [_account(account, names) for account in event.accounts],
        "articles": len({account.article for account in event.accounts}),
        "outlets": event.outlets,
        "origins": event.origins,
        "disagreements": [
            {
                "field": disagreement.field,
                "values": [{"value": value, "articles": list(articles)} for value, articles in disagreement.values],
                "evidence": [evidence_json(piece) for piece in disagreement.evidence],
            }
            for disagreement in event.disagreements
        ],
        "history": [
            {"status": status, "article": article, "when": when_json(when)} for status, article, when in event.history
        ],
        "sureness": {field: round(sure, 4) for field, sure in event.sureness},
        "outcome_evidence": [evidence_json(evidence) for _, evidence in event.outcome],
    }


def _participant(party: Party, names: Names) -> Json:
    return {
        "actor": party.actor,
        "role": party.role,
        "office": None if party.office is None else names.office(party.office),
        "state": party.state,
        "office_key": party.office if office_key(party.office) else None,
        "sector": party.sector,
        "evidence": [evidence_json(piece) for piece in party.evidence],
    }


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "state": place.state,
        "basis": place.basis,
        "key": place.key,
        "evidence": [evidence_json(piece) for piece in place.evidence],
    }


def _account(account: Account, names: Names) -> Json:
    return {
        "article": account.article,
        "status": account.status,
        "when": when_json(account.when),
        "evidence": [evidence_json(piece) for piece in account.evidence],
        "telling": account.telling,
        "place": _place(account.place),
        "participants": [_participant(party, names) for party in account.parties],
    }
