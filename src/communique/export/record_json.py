"""The record as JSON, for every other program. Keys, order and meaning: docs/record.md and its JSON Schema.

The contract's keys come first, in the contract's order; keys of our own follow them. Nothing here decides
anything: it only lays out what the record holds, naming offices through `Names`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from communique.export.json_events import event_json
from communique.export.json_parts import Json, evidence_json, iso, when_json
from communique.export.json_statements import statement_json
from communique.export.names import known_names
from communique.records import UNKNOWN, Lineage, Publication

if TYPE_CHECKING:
    from communique.export.names import Names
    from communique.records import Actor, Article, Check, Line, Record, Unread

FORMAT = "communique-record"
VERSION = 1
READ_LANGUAGES = ("en",)

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(record: Record, names: Names | None = None) -> str:
    """The record as JSON text: UTF-8 safe, one-space indent, a newline at the end.

    A lone surrogate (an undecodable byte of a path, say) is written as its JSON escape, since UTF-8 has no
    form for it. `names` names offices; by default the package's own knowledge does.
    """
    text = json.dumps(to_dict(record, names), ensure_ascii=False, indent=1, allow_nan=False)
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def to_dict(record: Record, names: Names | None = None) -> Json:
    """The record as plain lists and dicts, in the order in which `to_json` writes them."""
    names = names or known_names()
    publications = {publication.article: publication for publication in record.publications}
    articles = {article.id: article for article in record.articles}
    lineages = {lineage.article: lineage for lineage in record.lineages}
    return {
        "format": FORMAT,
        "version": VERSION,
        "articles": [
            _article(article, publications.get(article.id), lineages.get(article.id)) for article in record.articles
        ],
        "actors": [_actor(actor) for actor in record.actors],
        "events": [event_json(event, names) for event in record.events],
        "statements": [statement_json(statement, articles[statement.article]) for statement in record.statements],
        "checks": [_check(check) for check in record.checks],
        "unread": [_unread(unread) for unread in record.unread],
        "acts": [event_json(act, names) for act in record.acts],
    }


def reason_unread(article: Article) -> str | None:
    """Why an article that is in the record was not read: a language that the reader does not know."""
    base = article.language.replace("_", "-").split("-")[0].lower()
    return None if base in READ_LANGUAGES else f"language {article.language}"


def _article(article: Article, publication: Publication | None, lineage: Lineage | None) -> Json:
    reason = reason_unread(article)
    return {
        "id": article.id,
        "path": article.path,
        "sha256": article.sha256,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "language": article.language,
        "published": _published(publication or Publication(article.id, UNKNOWN, None)),
        "claimed_dates": [
            {
                "source": claim.source,
                "date": claim.date.isoformat(),
                "start": claim.start,
                "end": claim.end,
                "detail": claim.detail,
            }
            for claim in article.claimed_dates
        ],
        "lines": [_line(line) for line in article.lines],
        "lineage": _lineage(lineage or Lineage(article.id, None, None, 0.0, article.id)),
        "read": reason is None,
        "reason": reason,
        "extractor": article.extractor,
        "characters": len(article.text),
    }


def _line(line: Line) -> Json:
    return {"line": line.number, "kind": line.kind, "reason": line.reason, "start": line.start, "end": line.end}


def _published(publication: Publication) -> Json:
    when = when_json(publication.when)
    return {
        "from": when["from"],
        "to": when["to"],
        "best": iso(publication.best),
        "granularity": when["granularity"],
        "confidence": when["confidence"],
        "why": [
            {
                "cue": cue.cue,
                "start": cue.start,
                "end": cue.end,
                "says": [iso(cue.says[0]), iso(cue.says[1])],
                "used": cue.used,
            }
            for cue in publication.why
        ],
        "basis": when["basis"],
    }


def _lineage(lineage: Lineage) -> Json:
    return {
        "origin": lineage.origin,
        "kind": lineage.kind,
        "score": round(lineage.score, 4),
        "why": list(lineage.why),
        "root": lineage.root,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "state": actor.state,
        "aliases": list(actor.aliases),
        "sector": actor.sector,
    }


def _check(check: Check) -> Json:
    """Offsets under `evidence` are the check's own article's; those of others stand under `elsewhere`."""
    own: list[Any] = [evidence_json(piece) for piece in check.evidence if piece.article == check.article]
    other: list[Any] = [evidence_json(piece) for piece in check.evidence if piece.article != check.article]
    return {
        "id": check.id,
        "article": check.article,
        "kind": check.kind,
        "evidence": own,
        "detail": check.detail,
        "elsewhere": other,
    }


def _unread(unread: Unread) -> Json:
    return {"path": unread.path, "reason": unread.reason, "sha256": unread.sha256}
