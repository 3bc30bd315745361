"""What dated articles say of the day of an undated one: it copies one of them, or tells an event that one dates.

Only what the articles say by themselves is passed on, and once: an article dated with the help of others helps no
further. So the answer does not depend on the order of articles, and there is nothing to converge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reconciling.dating.occasions import reaching
from communique.reconciling.dating.timeline import Span, Vote, shift
from communique.reconciling.dating.told import after, before
from communique.reconciling.told import SAME_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from communique.reconciling.told import Told
    from communique.records import Lineage, Publication, Reading, TimeExpression, When

KNOWN_DAYS = 7  # an article whose day is known to within a week tells others; one known less well is told
EVENT_DAYS = 7  # so closely must an account date an event for another's day to count from it
RIGHT_COPY, RIGHT_EVENT = 0.9, 0.75  # own judgement: accounts of one event are harder to know than copies
COPIED = ((1, 0.6), (7, 0.3), (30, 0.1))  # days from a text to its copy, and the share of copies
TOLD = ((3, 0.5), (14, 0.25), (60, 0.15), (400, 0.1))  # days from an event to an account that gives no time
AHEAD = ((7, 0.5), (30, 0.3), (120, 0.2))
COMING = frozenset({"planned", "proposed", "conditional"})


@dataclass(frozen=True, slots=True)
class First:
    """What is known of the articles after each was dated for itself, by article id."""

    readings: Mapping[str, Reading]
    publications: Mapping[str, Publication]
    outlets: Mapping[str, str]

    def known(self, article: str) -> bool:
        """Whether the article's day is known to within `KNOWN_DAYS`."""
        days = self.publications[article].when.days
        return days is not None and days <= KNOWN_DAYS


def votes(
    first: First, lineages: Sequence[Lineage], events: Sequence[Sequence[Told]]
) -> Mapping[str, tuple[Vote, ...]]:
    """The votes on each article whose day is not closely known; articles without any are absent."""
    found: dict[str, dict[str, Vote]] = {}
    for article, vote in (*_of_copies(first, lineages), *_of_events(first, events)):
        found.setdefault(article, {}).setdefault(vote.source, vote)
    return {article: tuple(found[article].values()) for article in sorted(found)}


def _of_copies(first: First, lineages: Sequence[Lineage]) -> Iterator[tuple[str, Vote]]:
    for lineage in sorted(lineages, key=lambda one: one.article):
        if lineage.origin is None or lineage.kind not in SAME_TEXT:
            continue
        copy, origin = lineage.article, lineage.origin
        if first.known(origin) and not first.known(copy):
            days = _days(first.publications[origin].when)
            words = f"it descends from {first.outlets[origin]} of {days[0]}"
            yield copy, Vote(words, None, None, after(*days, COPIED), RIGHT_COPY, f"origin/{origin}")
        elif first.known(copy) and not first.known(origin):
            days = _days(first.publications[copy].when)
            words = f"{first.outlets[copy]} of {days[0]} descends from it"
            yield origin, Vote(words, None, None, before(days[0], COPIED, days[1]), RIGHT_COPY, f"copy/{copy}")


def _days(when: When) -> tuple[date, date]:
    assert when.start is not None
    assert when.end is not None
    return when.start, when.end


def _of_events(first: First, events: Sequence[Sequence[Told]]) -> Iterator[tuple[str, Vote]]:
    for event in events:
        dating = [item for item in event if first.known(item.article) and _dates(item.when)]
        if not dating:
            continue
        best = min(dating, key=lambda item: (item.when.days, item.telling.id))
        for item in event:
            if not first.known(item.article):
                vote = _of_account(item, best, first)
                if vote is not None:
                    yield item.article, vote


def _dates(when: When) -> bool:
    return when.days is not None and when.days <= EVENT_DAYS


def _of_account(item: Told, best: Told, first: First) -> Vote | None:
    """The vote on the article of an account whose event another article dates."""
    days = _days(best.when)
    times = [first.readings[item.article].times[index] for index in item.telling.times]
    relative = [time for time in times if counts(time)]
    if relative:
        spans = [span for time in relative[:1] for span in reaching(time, days)]
    elif item.telling.status in COMING:
        spans = list(before(days[0], AHEAD, days[1]))
    else:
        spans = list(after(*days, TOLD)) if not times and not item.telling.background else []
    if not spans:
        return None
    at = item.telling.trigger
    words = f"it tells of what {first.outlets[best.article]} dates {days[0]}"
    core = ((min(span.start for span in spans), max(span.end for span in spans)),)
    kept = tuple(Span(shift(span.start, 0), shift(span.end, 0), span.share) for span in spans)
    return Vote(words, at.start, at.end, kept, RIGHT_EVENT, f"event/{best.telling.id}", core)


def counts(time: TimeExpression) -> bool:
    """Whether a time says where the telling lies once its own days are known."""
    dated = time.form in ("weekday", "shift", "calendar") and time.year is None and time.anchor == "publication"
    return dated and not time.approximate and time.relation == ""
