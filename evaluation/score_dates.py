"""Scores publication dates: whether our interval is one that a careful reader allows, and how wide it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.align import pages_by_stem

if TYPE_CHECKING:
    from evaluation.gold import GoldDocument, GoldSet
    from evaluation.predicted import Answer, Page


@dataclass(frozen=True, slots=True)
class DateScore:
    """One article's publication date.

    `inside`: the interval touches the accepted days and stays within the widest that the text allows. `best`: our
    single best day is an accepted one; `allowed`: it lies within the widest interval that the text allows. `days`:
    how many days the interval has, None where a side is open.
    `alone`: the page claims no date at all, so that the text alone (with the other articles) had to tell.
    """

    stem: str
    answer: str
    gold: str
    inside: bool
    best: bool
    allowed: bool
    days: int | None
    alone: bool


def score_dates(answer: Answer, gold: GoldSet) -> list[DateScore]:
    """The publication date of each gold article."""
    pages = pages_by_stem(answer, gold)
    return [_score(d, pages.get(d.stem)) for d in gold.documents]


def _score(doc: GoldDocument, page: Page | None) -> DateScore:
    first, last = page.published if page else (None, None)
    low = min(doc.accept[0], doc.alone[0] if doc.alone else doc.accept[0], doc.published)
    high = max(doc.accept[1], doc.alone[1] if doc.alone else doc.accept[1], doc.published)
    told, inside = "none", False
    if first is not None and last is not None:
        told = f"{first}" if first == last else f"{first}..{last}"
        inside = low <= first and last <= high and first <= doc.accept[1] and doc.accept[0] <= last
    best = page.best if page else None
    return DateScore(
        stem=doc.stem,
        answer=told,
        gold=str(doc.published) if doc.alone is None else f"{doc.published} ({low}..{high})",
        inside=inside,
        best=best is not None and doc.accept[0] <= best <= doc.accept[1],
        allowed=best is not None and low <= best <= high,
        days=(last - first).days + 1 if first and last else None,
        alone=page is not None and page.claims == 0,
    )
