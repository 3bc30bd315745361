"""Every telling of every article with the days on which its event was, as sameness compares them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reconciling.timing import whens_of
from communique.reconciling.told import Descent, Told, sentences_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.reconciling.dated import Dated
    from communique.records import Publication, Telling, When


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
            item.article.id, _not_before(telling, widest[telling.id], item.publication), likely[telling.id],
            widest[telling.id], place.line, place.origin,
            sentences_of(telling, item.article) if descent is not None else (),
        )
        for telling in item.reading.tellings
    ]  # fmt: skip


def _not_before(telling: Telling, when: When, publication: Publication) -> Telling:
    """ "A day before a summit of their presidents": what lies after the publication is not held yet, however told."""
    last = publication.when.end
    ahead = telling.status == "held" and when.start is not None and last is not None and when.start > last
    return replace(telling, status="planned") if ahead else telling
