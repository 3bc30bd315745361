"""Statements of the JSON record: who said what to whom, through whom, with all offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.export.json_parts import Json, plover_json, slice_json, when_json

if TYPE_CHECKING:
    from communique.records import Article, Statement


def statement_json(statement: Statement, article: Article) -> Json:
    """One statement of `article`, which all its offsets point into; `hedge` holds the hedge's own words."""
    said = statement.said
    return {
        "id": statement.id,
        "article": statement.article,
        "speakers": list(said.speakers),
        "addressees": list(said.addressees),
        "targets": list(said.targets),
        "content": slice_json(said.content),
        "quotes": [slice_json(quote) for quote in said.quotes],
        "mode": said.mode,
        "cue": slice_json(said.cue),
        "polarity": said.polarity,
        "hedge": None if said.hedge is None else article.quote(said.hedge),
        "plover": plover_json(said.plover),
        "topics": list(said.topics),
        "chain": [
            {
                "actor": link.actor,
                "relation": link.relation,
                "start": link.evidence.start,
                "end": link.evidence.end,
            }
            for link in said.chain
        ],
        "event": statement.event,
        "when": when_json(statement.when),
        "confidence": round(statement.confidence, 4),
        "source": [slice_json(piece) for piece in said.source],
        "kind": said.kind,
        "status": said.status,
        "hedge_at": None if said.hedge is None else slice_json(said.hedge),
    }
