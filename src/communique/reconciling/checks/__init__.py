"""Checks on articles: what in one cannot be right, held against knowledge, against itself, and against the others.

`find_checks` is the way in. Misleading dates and internal contradictions are found where dates are solved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reconciling.checks.headings import heading_checks
from communique.reconciling.checks.offices import office_checks
from communique.reconciling.checks.origins import origin_checks
from communique.reconciling.checks.quotations import quotation_checks
from communique.records import UNKNOWN, Publication, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.records import Article, Check, Event, Lineage

__all__ = ["checks_alone", "checks_together", "find_checks", "in_order"]


def find_checks(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    publications: Mapping[str, Publication],
    lineages: Sequence[Lineage],
    events: Sequence[Event],
    knowledge: Knowledge,
) -> tuple[Check, ...]:
    """Office mismatches, headings against bodies, altered quotations and single origins.

    In order of article, kind, evidence and id, whatever the order of the input. An article without a reading gets no
    check from its text; one without a publication counts as undated.
    """
    checks = list(checks_together(articles, readings, publications, lineages, events))
    for article in articles:
        publication = publications.get(article.id, Publication(article.id, UNKNOWN, None))
        checks += checks_alone(article, readings.get(article.id, Reading(article.id, "")), publication, knowledge)
    return in_order(checks)


def checks_alone(
    article: Article, reading: Reading, publication: Publication, knowledge: Knowledge
) -> tuple[Check, ...]:
    """What in one article cannot be right by itself: office mismatches, headings against bodies."""
    return (*office_checks(article, reading, publication, knowledge), *heading_checks(article, reading))


def checks_together(
    articles: Sequence[Article], readings: Mapping[str, Reading], publications: Mapping[str, Publication],
    lineages: Sequence[Lineage], events: Sequence[Event],
) -> tuple[Check, ...]:  # fmt: skip
    """What shows only beside other articles: altered quotations, single origins."""
    by_id = {article.id: article for article in articles}
    descent = {lineage.article: lineage for lineage in lineages}
    return (*quotation_checks(by_id, readings, publications, descent), *origin_checks(events, descent))


def in_order(checks: Iterable[Check]) -> tuple[Check, ...]:
    """Checks in order of article, kind, evidence and id, each once."""
    unique = {check.id: check for check in checks}
    return tuple(sorted(unique.values(), key=lambda check: (check.article, check.kind, check.evidence, check.id)))
