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
    from collections.abc import Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.records import Article, Check, Event, Lineage

__all__ = ["find_checks"]


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
    by_id = {article.id: article for article in articles}
    descent = {lineage.article: lineage for lineage in lineages}
    checks: list[Check] = []
    for key, article in sorted(by_id.items()):
        reading = readings.get(key, Reading(key, ""))
        publication = publications.get(key, Publication(key, UNKNOWN, None))
        checks += office_checks(article, reading, publication, knowledge)
        checks += heading_checks(article, reading)
    checks += quotation_checks(by_id, readings, publications, descent)
    checks += origin_checks(events, descent)
    unique = {check.id: check for check in checks}
    return tuple(sorted(unique.values(), key=lambda check: (check.article, check.kind, check.evidence, check.id)))
