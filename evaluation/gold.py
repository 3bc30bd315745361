"""The reference records: what a careful person makes of a set of articles, loaded from JSON into frozen records.

Read by every scorer. Knows nothing of what the program answers; `predicted.py` is its counterpart.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

Interval = tuple[date, date]

_ANOMALY_NAMES = {"heading contradicts body": "heading against body"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the gold points in an article: 1-based lines, or a distinctive phrase where there are no lines."""

    lines: tuple[int, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event of one article. `kinds` and `statuses` hold all that count as right, the first being the best.

    `parties` are alternative sets of participants; any of `extras` may be named or left out. `date` is the day
    or closed interval that is true, `accept` the widest that the text allows. An `optional` event is one that
    careful readers may or may not list: it is neither demanded nor counted as false.
    """

    id: str
    kinds: tuple[str, ...]
    statuses: tuple[str, ...]
    parties: tuple[tuple[str, ...], ...]
    extras: tuple[str, ...]
    places: tuple[str, ...]
    date: Interval | None
    accept: Interval | None
    spot: Spot
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One statement of one article. `speakers` are alternatives, each one name or several joined by "and"."""

    speakers: tuple[str, ...]
    mode: str
    content: str
    spot: Spot
    chain: tuple[str, ...] = ()
    addressee: str | None = None
    plover: str | None = None
    polarity: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldAnomaly:
    """Something in an article that cannot be right."""

    kind: str
    detail: str
    spot: Spot
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """All that the gold says of one article. Line sets are None where the article has no lines of its own.

    `sources` are the agencies and outlets that the article cites for what it reports.
    """

    stem: str
    published: date
    accept: Interval
    alone: Interval | None
    boilerplate: frozenset[int] | None
    captions: frozenset[int]
    headings: frozenset[int]
    optional_lines: frozenset[int]
    events: tuple[GoldEvent, ...]
    statements: tuple[GoldStatement, ...]
    anomalies: tuple[GoldAnomaly, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The gold of a set of articles: documents, events of the record, what must stay apart, and lineage."""

    documents: tuple[GoldDocument, ...]
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    apart: tuple[tuple[str, str], ...]
    lineage: tuple[tuple[str, str, str], ...]

    def members(self, name: str) -> tuple[str, ...]:
        """The document events behind a name, which is a record event's or a document event's own."""
        return dict(self.groups).get(name, (name,))


def interval(value: Any) -> Interval | None:
    """A closed interval of days from an ISO date, or a list of two; None stays None."""
    if value is None:
        return None
    first, last = (value, value) if isinstance(value, str) else value
    return date.fromisoformat(first), date.fromisoformat(last)


def load(path: Path) -> GoldSet:
    """Read a gold file. Raises ValueError or KeyError where it does not have the form in docs/evaluation.md."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    record = raw["record"]
    return GoldSet(
        documents=tuple(_document(stem, raw["documents"][stem]) for stem in sorted(raw["documents"])),
        groups=tuple((e["id"], tuple(e["members"])) for e in record["events"]),
        apart=tuple((a, b) for a, b in record["must_stay_apart"]),
        lineage=tuple((x["article"], x["origin"], x["kind"]) for x in raw.get("lineage", [])),
    )


def _document(stem: str, raw: dict[str, Any]) -> GoldDocument:
    published = date.fromisoformat(raw["published"]["true"])
    lines = raw.get("boilerplate_lines")
    return GoldDocument(
        stem=stem,
        published=published,
        accept=interval(raw["published"].get("accept")) or (published, published),
        alone=interval(raw["published"].get("from_text_alone")),
        boilerplate=None if lines is None else frozenset(lines),
        captions=frozenset(raw.get("repeated_caption_lines", ())),
        headings=frozenset(raw.get("heading_lines", ())),
        optional_lines=frozenset(raw.get("optional_lines", ())),
        events=tuple(_event(e) for e in raw["events"]),
        statements=tuple(_statement(s) for s in raw["statements"]),
        anomalies=tuple(
            GoldAnomaly(_ANOMALY_NAMES.get(a["kind"], a["kind"]), a["detail"], _spot(a), a.get("optional", False))
            for a in raw.get("anomalies", [])
        ),
        sources=tuple(raw.get("source_chain", ())),
    )


def _event(raw: dict[str, Any]) -> GoldEvent:
    return GoldEvent(
        id=raw["id"],
        kinds=(raw["type"], *raw.get("accept_types", ())),
        statuses=(raw["status"], *raw.get("accept_status", ())),
        parties=(tuple(raw["participants"]), *(tuple(p) for p in raw.get("accept_participants", ()))),
        extras=tuple(raw.get("optional_participants", ())),
        places=tuple(raw.get("places") or ([raw["place"]] if raw.get("place") else [])),
        date=interval(raw.get("date")),
        accept=interval(raw.get("accept")),
        spot=_spot(raw),
        optional=raw.get("optional", False),
    )


def _statement(raw: dict[str, Any]) -> GoldStatement:
    return GoldStatement(
        speakers=(raw["speaker"], *raw.get("accept_speaker", ())),
        mode=raw["mode"],
        content=raw["content"],
        spot=_spot(raw),
        chain=tuple(raw.get("chain", ())),
        addressee=raw.get("addressee"),
        plover=raw.get("plover"),
        polarity=raw.get("polarity"),
        optional=raw.get("optional", False),
    )


def _spot(raw: dict[str, Any]) -> Spot:
    lines = raw.get("lines") or ([raw["line"]] if raw.get("line") else [])
    return Spot(tuple(lines), raw.get("text"))
