"""When the events were that an article gives no time: from those it tells them before, after or during.

What stands beside a dated event is dated by it, what stands beside that comes next, and so on; what the text dates
itself is never moved. Each event takes its first tie that dates it, so the answer depends on the article alone.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from communique.records import When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from communique.records import Anchoring, Granularity, Telling

KEPT = 0.8  # confidence left to a day that counts from another event's; own judgement
LOOSE = 0.6  # the same where the text does not say how far apart the two were
LOOSE_DAYS = 3  # days of looseness up to which the text says so


def anchored(tellings: Sequence[Telling], dated: Mapping[str, When], times: Sequence[When]) -> Mapping[str, When]:
    """The days of the tellings that `dated` lacks and that a tie gives; `times` are the resolved times by index."""
    found = dict(dated)
    waiting = [telling for telling in tellings if telling.id not in found]
    while waiting:
        made = {telling.id: when for telling in waiting if (when := _beside(telling, found, times)) is not None}
        if not made:
            break
        found.update(made)
        waiting = [telling for telling in waiting if telling.id not in made]
    return {telling.id: found[telling.id] for telling in tellings if telling.id in found and telling.id not in dated}


def _beside(telling: Telling, found: Mapping[str, When], times: Sequence[When]) -> When | None:
    """What the first tie to something of known days says."""
    for tie in telling.beside:
        anchor = times[tie.time] if tie.time is not None else found.get(tie.telling or "")
        if anchor is not None and anchor.days is not None:
            return _counted(tie, anchor, telling)
    return None


def _counted(tie: Anchoring, anchor: When, telling: Telling) -> When | None:
    """The days so many before or after the anchor; open on the far side where the text gives no distance."""
    if anchor.start is None or anchor.end is None:
        return None
    start: date | None
    end: date | None
    least = timedelta(days=tie.least)
    most = timedelta(days=tie.most) if tie.most is not None else None
    if tie.relation == "before":
        start, end = (None if most is None else anchor.start - most), anchor.end - least
    elif tie.relation == "after":
        start, end = anchor.start + least, (None if most is None else anchor.end + most)
    else:
        start, end = anchor.start, anchor.end
    granularity: Granularity = "unknown" if start is None or end is None else "day" if start == end else "range"
    if tie.relation == "during":
        granularity = anchor.granularity
    sure = most is not None and (most - least).days <= LOOSE_DAYS
    evidence = tuple(sorted({telling.trigger, tie.evidence, *anchor.evidence}))
    basis = f"{tie.relation} what was {anchor.start}" + ("" if anchor.start == anchor.end else f" to {anchor.end}")
    return When(start, end, granularity, basis, round(anchor.confidence * (KEPT if sure else LOOSE), 3), evidence)
