"""The record as PLOVER events in JSON (`communique export --to plover`): one object for each coded event.

Field names and their meaning are those of the PLOVER 2.0 manual (CC BY-SA 4.0); what PLOVER has no field for (status,
speaker, interval of days, evidence with offsets) stands under `communique`, a declared extension. docs/plover.md.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from communique.export.coded import code_record
from communique.export.json_parts import Json, evidence_json, iso
from communique.reading.topics import contexts_of

if TYPE_CHECKING:
    from datetime import date

    from communique.export.coded import Row
    from communique.records import Actor, Article, Record

CODER = "communique"
# Quad classes: verbal cooperation, material cooperation, verbal conflict, material conflict.
QUADS = (
    ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    ("COOPERATE", "AID", "RETREAT"),
    ("REQUEST", "REJECT", "ACCUSE", "THREATEN"),
    ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
QUAD_OF = {code: number for number, codes in enumerate(QUADS, start=1) for code in codes}


def to_plover(record: Record) -> str:
    """The record's coded events as a JSON array, in the record's order; a newline at the end."""
    return json.dumps(plover_events(record), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def plover_events(record: Record) -> list[Json]:
    """The coded events as plain dicts, with the keys in the manual's order and `communique` last."""
    actors = {actor.id: actor for actor in record.actors}
    articles = {article.id: article for article in record.articles}
    published = {publication.article: publication.best for publication in record.publications}
    return [_event(row, actors, articles, published) for row in code_record(record)]


def event_day(row: Row, published: dict[str, date | None]) -> tuple[str | None, str]:
    """PLOVER's required date, and whether it is the event's first day or, where that is open, its article's day."""
    if row.when.start is not None:
        return iso(row.when.start), "event"
    day = published.get(row.evidence[0].article) if row.evidence else None
    return iso(day), "publication"


def _event(row: Row, actors: dict[str, Actor], articles: dict[str, Article], published: dict[str, date | None]) -> Json:
    day, basis = event_day(row, published)
    first = row.evidence[0] if row.evidence else None
    article = articles.get(first.article) if first is not None else None
    told: Json = {
        "id": row.id,
        "date": day,
        "enddate": iso(row.when.end) if row.when.start is not None else None,
        "actor": [_side(actor, actors) for actor in row.coded.actors],
        "recipient": [_side(actor, actors) for actor in row.coded.recipients],
        "event": row.coded.code.type,
        "mode": row.coded.code.mode,
        "context": list(contexts_of(row.topics)),
        "event_loc": None if row.place is None else {"text": row.place.name, "country": row.place.state},
        "quad_code": QUAD_OF[row.coded.code.type],
        "text": article.quote(first) if article is not None and first is not None else None,
        "text_info": None if first is None else {"sequence": 1, "start": first.start, "end": first.end},
        "cite_info": {"url": article.url, "publication": article.outlet} if article is not None else None,
        "link": row.part_of,
        "coder": CODER,
    }
    return told | {"communique": _extension(row, basis)}


def _side(actor: str, actors: dict[str, Actor]) -> Json:
    known = actors.get(actor)
    state = known.state if known is not None else actor.removeprefix("state:")
    return {
        "text": known.name if known is not None else actor,
        "code": state,
        "sector": sector_of(actor, known),
        "id": actor,
    }


def sector_of(actor: str, known: Actor | None) -> str | None:
    """PLOVER's role of an actor as the record has it; states and offices without one are government."""
    if known is not None and known.sector is not None:
        return known.sector
    return "GOV" if actor.startswith(("state:", "office:")) else None


def _extension(row: Row, basis: str) -> Json:
    return {
        "source": row.source,
        "kind": row.kind,
        "status": row.coded.status,
        "mutual": row.coded.mutual,
        "speakers": list(row.speakers),
        "date_basis": basis,
        "from": iso(row.when.start),
        "to": iso(row.when.end),
        "confidence": round(row.confidence, 4),
        "evidence": [evidence_json(piece) for piece in row.evidence],
    }
