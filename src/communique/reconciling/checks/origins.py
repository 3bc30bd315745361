"""Single origin: several articles tell of an event, and all of them descend from one.

Reported once for each descending article, with all events that it adds no independent source to.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from communique.records import Check, content_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.records import Event, Evidence, Lineage


def origin_checks(events: Sequence[Event], lineages: Mapping[str, Lineage]) -> list[Check]:
    """One check for each article that descends from another and tells of events known from that one line only."""
    told: dict[str, list[Evidence]] = defaultdict(list)
    counted: dict[str, set[str]] = defaultdict(set)
    for event in events:
        articles = {account.article for account in event.accounts}
        roots = {lineages[key].root if key in lineages else key for key in articles}
        if len(articles) < 2 or len(roots) > 1:
            continue
        for account in event.accounts:
            lineage = lineages.get(account.article)
            if lineage is not None and lineage.origin is not None:
                told[account.article] += account.evidence[:1]
                counted[account.article].add(event.id)
    return [_check(lineages[key], sorted(set(told[key])), len(counted[key])) for key in sorted(told)]


def _check(lineage: Lineage, evidence: list[Evidence], events: int) -> Check:
    what = "an event" if events == 1 else f"{events} events"
    via = "" if lineage.origin == lineage.root else f" by way of {lineage.origin}"
    detail = (
        f"{lineage.kind} of {lineage.root}{via}; no other line of articles tells of {what} it reports, so that its "
        f"account corroborates nothing"
    )
    key = content_id("check", lineage.article, "single origin", lineage.root)
    return Check(key, lineage.article, "single origin", tuple(evidence), detail)
