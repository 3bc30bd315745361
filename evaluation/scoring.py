"""All scores of one set together, and the flat table of measures that the floors are pinned to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from evaluation import score_dates, score_events, score_lines, score_record, score_statements
from evaluation.evidence import score_evidence
from evaluation.predicted import answer
from evaluation.scores import Share, Tally

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evaluation.gold import GoldSet


@dataclass(frozen=True, slots=True)
class SetScore:
    """Everything measured on one set."""

    name: str
    corpus: str
    events: list[score_events.EventScore]
    statements: list[score_statements.StatementScore]
    dates: list[score_dates.DateScore]
    lines: list[score_lines.LineScore]
    record: score_record.RecordScore
    evidence: Share
    evidence_errors: list[str]
    unread: list[str]
    bare: list[score_dates.DateScore] = field(default_factory=list)


def score(name: str, corpus: str, record: Mapping[str, Any], texts: Mapping[str, str], gold: GoldSet) -> SetScore:
    """Score a record in JSON form, with the texts of its articles, against a gold set."""
    given = answer(record, texts)
    events = score_events.score_events(given, gold)
    exact, errors = score_evidence(record, texts)
    return SetScore(
        name=name,
        corpus=corpus,
        events=events,
        statements=score_statements.score_statements(given, gold),
        dates=score_dates.score_dates(given, gold),
        lines=score_lines.score_lines(given, gold),
        record=score_record.score_record(given, gold, events),
        evidence=exact,
        evidence_errors=errors,
        unread=[f"{u['path']}: {u['reason']}" for u in record.get("unread", ())],
    )


def measures(s: SetScore) -> dict[str, float]:
    """The measures of a set by name, each between 0 and 1, higher being better; docs/evaluation.md explains each."""
    table: dict[str, float] = {}
    for which in ("whole", "side", "found"):
        _add(table, f"events.{which}", sum((e.tally(which) for e in s.events), Tally()))
    for name in score_events.FIELDS:
        table[f"events.{name}"] = sum((e.share(name) for e in s.events), Share()).value
    for which in ("speaker", "side", "content"):
        _add(table, f"statements.{which}", sum((x.tally(which) for x in s.statements), Tally()))
    for name in score_statements.FIELDS:
        table[f"statements.{name}"] = sum((x.share(name) for x in s.statements), Share()).value
    table["dates.inside"] = Share(sum(d.inside for d in s.dates), len(s.dates)).value
    table["dates.allowed"] = Share(sum(d.allowed for d in s.dates), len(s.dates)).value
    table["dates.best"] = Share(sum(d.best for d in s.dates), len(s.dates)).value
    if s.bare:
        table["dates.bare"] = Share(sum(d.inside for d in s.bare), len(s.bare)).value
    for part in ("boilerplate", "captions", "headings"):
        _add(table, f"lines.{part}", sum((getattr(x, part) for x in s.lines), Tally()))
    table["record.formed"] = s.record.formed.value
    table["record.apart"] = s.record.apart.value
    _add(table, "record.same", s.record.same)
    _add(table, "record.lineage", s.record.lineage)
    table["record.lineage_kind"] = s.record.lineage_kind.value
    _add(table, "record.anomalies", s.record.anomalies)
    table["evidence.exact"] = s.evidence.value
    return table


def _add(table: dict[str, float], name: str, tally: Tally) -> None:
    table[f"{name}.precision"] = tally.precision
    table[f"{name}.recall"] = tally.recall
    table[f"{name}.f1"] = tally.f1
