"""Every telling of every article with the days on which its event was, as sameness compares them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reconciling.timing import whens_of
from communique.reconciling.told import Descent, Told, sentences_of
from communique.records import When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.reconciling.dated import Dated


def tellings_of(dated: Sequence[Dated], shared: Mapping[str, Descent], knowledge: Knowledge) -> list[Told]:
    """Every telling of every article with its days, in the order of its id; parts of a visit take its days."""
    told = [entry for item in dated for entry in _told(item, shared.get(item.article.id), knowledge)]
    return sorted(told, key=lambda entry: entry.telling.id)


def _told(item: Dated, descent: Descent | None, knowledge: Knowledge) -> list[Told]:
    likely, widest = (
        whens_of(item.reading.tellings, item.article, item.reading, item.publication, times, knowledge)
        for times in (item.times, item.possible)
    )
    place = descent or Descent()
    return [
        Told(
            item.article.id, telling, _within(likely[telling.id], likely.get(telling.part_of or "")),
            _within(widest[telling.id], widest.get(telling.part_of or "")), place.line, place.origin,
            sentences_of(telling, item.article) if descent is not None else (),
        )
        for telling in item.reading.tellings
    ]  # fmt: skip


def _within(when: When, visit: When | None) -> When:
    """An undated meeting inside a dated visit was on one of its days."""
    if visit is None or visit.start is None or visit.end is None or when.granularity != "unknown":
        return when
    granularity = visit.granularity if visit.days == 1 else "range"
    return When(
        visit.start,
        visit.end,
        granularity,
        "during the visit",
        visit.confidence * 0.8,
        (*when.evidence, *visit.evidence),
    )
