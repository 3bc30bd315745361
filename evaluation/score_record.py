"""Scores the record as a whole: events brought together or kept apart, lineage of articles, anomalies found."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from evaluation.align import pages_by_stem, spot_spans, touches
from evaluation.scores import Share, Tally

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evaluation.gold import GoldSet, Spot
    from evaluation.predicted import Answer, Page, Remark
    from evaluation.score_events import EventScore

# A rewrite with no source of its own is worth a remark, not an anomaly of the article.
_NOT_ANOMALIES = frozenset({"single origin"})
_SAME_LINEAGE = {"near-copy": {"copy", "near-copy"}, "copy": {"copy", "near-copy"}}


@dataclass(frozen=True, slots=True)
class RecordScore:
    """The whole record against the gold.

    `formed`: reference events whose members, all found, are one event of the record and hold no other.
    `same`: pairs of gold events that are one (right, given by the record, wanted). `apart`: pairs that must not
    meet and do not; `vacuous` of them only because one side was not found. The rest lists what went wrong.
    """

    formed: Share
    same: Tally
    apart: Share
    vacuous: int
    lineage: Tally
    lineage_kind: Share
    anomalies: Tally
    errors: tuple[str, ...]


def score_record(answer: Answer, gold: GoldSet, events: Sequence[EventScore]) -> RecordScore:
    """Score a record; `events` is what `score_events` made of the same answer and gold."""
    where = {p.gold.id: p.told.event for s in events for p in s.pairs if p.parties and "kind" in p.right}
    required = {e.id for d in gold.documents for e in d.events if not e.optional}
    formed, form_errors = _formed(gold, where, required)
    same, same_errors = _same(gold, where, required)
    apart, vacuous, apart_errors = _apart(gold, where)
    lineage, kinds, line_errors = _lineage(answer, gold)
    anomalies, check_errors = _anomalies(answer, gold)
    errors = (*form_errors, *same_errors, *apart_errors, *line_errors, *check_errors)
    return RecordScore(formed, same, apart, vacuous, lineage, kinds, anomalies, errors)


def _formed(gold: GoldSet, where: Mapping[str, str], required: set[str]) -> tuple[Share, list[str]]:
    right, errors = 0, []
    for name, members in gold.groups:
        homes = {where.get(m) for m in members}
        inside = {g for g, home in where.items() if home in homes and g in required}
        if None not in homes and len(homes) == 1 and inside == set(members):
            right += 1
            continue
        lost = [m for m in members if m not in where]
        strangers = sorted(inside - set(members))
        errors.append(
            f"{name} not formed:"
            + (f" not found {', '.join(lost)};" if lost else "")
            + (" split;" if len(homes - {None}) > 1 else "")
            + (f" holds also {', '.join(strangers)};" if strangers else "")
        )
    return Share(right, len(gold.groups)), errors


def _same(gold: GoldSet, where: Mapping[str, str], required: set[str]) -> tuple[Tally, list[str]]:
    wanted = {pair for _, members in gold.groups for pair in combinations(sorted(members), 2)}
    found = sorted(set(where) & required)
    given = {pair for pair in combinations(found, 2) if where[pair[0]] == where[pair[1]]}
    within = {p for p in given if p[0].rsplit("-", 1)[0] == p[1].rsplit("-", 1)[0]}
    given -= within  # one article may tell one event in two gold entries; that is no merge across articles
    errors = [f"wrongly one event: {a} = {b}" for a, b in sorted(given - wanted)]
    errors += [f"same event told apart: {a} | {b}" for a, b in sorted(wanted - given) if a in where and b in where]
    return Tally(len(given & wanted), len(given), len(wanted)), errors


def _apart(gold: GoldSet, where: Mapping[str, str]) -> tuple[Share, int, list[str]]:
    right, vacuous, errors = 0, 0, []
    for a, b in gold.apart:
        left = {where[m] for m in gold.members(a) if m in where}
        other = {where[m] for m in gold.members(b) if m in where}
        if left & other:
            errors.append(f"must stay apart but merged: {a}, {b}")
            continue
        right += 1
        vacuous += not (left and other)
    return Share(right, len(gold.apart)), vacuous, errors


def _lineage(answer: Answer, gold: GoldSet) -> tuple[Tally, Share, list[str]]:
    pages = pages_by_stem(answer, gold)
    stems = {p.id: s for s, p in pages.items()}
    given: dict[frozenset[str], str] = {}
    for name, page in sorted(pages.items()):
        if page.origin and page.origin in stems:
            given[frozenset((name, stems[page.origin]))] = page.origin_kind or ""
    wanted = {frozenset((a, b)): kind for a, b, kind in gold.lineage}
    right = [pair for pair in wanted if pair in given]
    kinds = sum(given[p] in _SAME_LINEAGE.get(wanted[p], {wanted[p]}) for p in right)
    errors = [f"lineage missed: {' - '.join(sorted(p))}" for p in wanted if p not in given]
    errors += [f"false lineage: {' - '.join(sorted(p))} ({k})" for p, k in given.items() if p not in wanted]
    return Tally(len(right), len(given), len(wanted)), Share(kinds, len(right)), errors


def _anomalies(answer: Answer, gold: GoldSet) -> tuple[Tally, list[str]]:
    pages, total, errors = pages_by_stem(answer, gold), Tally(), []
    for doc in gold.documents:
        page = pages.get(doc.stem)
        left = [r for r in answer.remarks if page and r.article == page.id and r.kind not in _NOT_ANOMALIES]
        for anomaly in doc.anomalies:
            hit = next((r for r in left if r.kind == anomaly.kind and _there(r, anomaly.spot, page)), None)
            if hit:
                left.remove(hit)
            elif not anomaly.optional:
                errors.append(f"anomaly missed in {doc.stem}: {anomaly.kind}: {anomaly.detail}")
            if not anomaly.optional:
                total += Tally(int(hit is not None), int(hit is not None), 1)
        total += Tally(0, len(left), 0)
        errors += [f"false anomaly in {doc.stem}: {r.kind}: {r.detail}" for r in left]
    return total, errors


def _there(remark: Remark, spot: Spot, page: Page | None) -> bool:
    """Whether a remark's evidence touches the gold's place; gold without a place (metadata) takes any."""
    if not spot.lines and spot.text is None:
        return True
    text = (page.text or "") if page else ""
    return any(touches(span, spot_spans(spot, text)) for span in remark.spans)
