"""Days as a line of integers, votes on them, and the answer by exact summation: no sampling, no clock.

A vote is a mixture: with the reliability r its cue is right and the day lies in its spans, in the shares given;
with 1 - r the day may lie anywhere. Its weight on a day is the logarithm of that likelihood against "anywhere",
so that a narrow cue weighs more than a wide one. Weights are kept in whole thousandths of a nat: sums of integers
do not depend on the order of the cues.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST, LAST = date(1985, 1, 1), date(2027, 12, 31)
DAYS = (LAST - FIRST).days + 1
SCALE = 1000
TIE = 1e-9  # shares of belief closer than this are equal
HALF_LIFE = 21  # days in which the telling of something as news becomes half as frequent; own judgement


@dataclass(frozen=True, slots=True)
class Span:
    """A closed interval of days and its share of a cue's belief (any positive scale)."""

    start: date
    end: date
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Vote:
    """What one cue says: in words, where in the text, on which days, and how far cues of its kind are right.

    `core` are the spans the cue names (the rest is allowance for loose wording); `source` groups votes that repeat
    one another, of which only the first counts in full.
    """

    words: str
    start: int | None
    end: int | None
    spans: tuple[Span, ...]
    reliability: float
    source: str
    core: tuple[tuple[date, date], ...] = ()

    def holds(self, day: date) -> bool:
        """Whether a day is among those the cue names."""
        core = self.core or tuple((span.start, span.end) for span in self.spans)
        return any(start <= day <= end for start, end in core)

    def says(self, day: date | None) -> tuple[date | None, date | None]:
        """The interval it names, where there are several the one nearest to a day; an end of the line is open."""
        core = self.core or tuple((span.start, span.end) for span in self.spans)
        chosen = core[0] if day is None else min(core, key=lambda c: (max((c[0] - day).days, (day - c[1]).days, 0), c))
        start, end = chosen
        if not self.core:  # neighbouring pieces of one allowance are one interval
            for other in sorted(core):
                if start <= other[0] <= end + timedelta(days=1) < other[1] + timedelta(days=1):
                    end = other[1]
        return (None if start <= FIRST else start), (None if end >= LAST else end)


def index(day: date) -> int:
    """The place of a day on the line, cut to its ends."""
    return max(0, min(DAYS - 1, (day - FIRST).days))


def weights(vote: Vote) -> list[tuple[int, int, int]]:
    """The vote's spans as (first index, last index, weight in thousandths of a nat).

    A span that reaches over an end of the line keeps the share of the days that lie on it; the rest is lost. Where
    spans of one vote overlap, their shares add up.
    """
    inside = [span for span in vote.spans if span.end >= FIRST and span.start <= LAST]
    kept = [(index(span.start), index(span.end), span) for span in inside]
    shares = [span.share * (last - first + 1) / ((span.end - span.start).days + 1) for first, last, span in kept]
    total = sum(span.share for span in vote.spans)
    doubt = (1 - vote.reliability) / DAYS
    dense = [
        (first, last, vote.reliability * share / total / (last - first + 1))
        for (first, last, _), share in zip(kept, shares, strict=True)
    ]
    return [(a, b, round(SCALE * math.log((density + doubt) / doubt))) for a, b, density in _apart(dense)]


def _apart(dense: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Intervals (first, last, density) as intervals that do not overlap, densities added where they did."""
    ordered = sorted(dense)
    if all(one[1] < other[0] for one, other in pairwise(ordered)):
        return ordered
    cuts = sorted({cut for first, last, _ in ordered for cut in (first, last + 1)})
    pieces = (
        (start, end - 1, math.fsum(density for first, last, density in ordered if first <= start <= last))
        for start, end in pairwise(cuts)
    )
    return [piece for piece in pieces if piece[2]]


def scores(votes: Sequence[Vote], by_weekday: Sequence[int] = (0,) * 7) -> list[int]:
    """The weight of every day: the sum of all votes and of the weekday's own (Monday first), exactly."""
    steps = [0] * (DAYS + 1)
    for vote in votes:
        for first, last, weight in weights(vote):
            steps[first] += weight
            steps[last + 1] -= weight
    sums = list(accumulate(steps[:DAYS]))
    shift = FIRST.weekday()
    return [weight + by_weekday[(i + shift) % 7] for i, weight in enumerate(sums)]


def belief(score: Sequence[int]) -> list[float]:
    """The share of belief on each day; it sums to one."""
    top = max(score)
    known: dict[int, float] = {}
    raw = [known.setdefault(s, math.exp((s - top) / SCALE)) if s not in known else known[s] for s in score]
    total = math.fsum(raw)
    return [value / total for value in raw]


def window(share: Sequence[float], wanted: float) -> tuple[int, int]:
    """The shortest run of days [first, last] that holds the wanted share; of several, the one that holds most."""
    import numpy as np

    ends = np.fromiter(accumulate(share, initial=0.0), float, len(share) + 1)
    begun = ends[:-1]
    # The least end that holds enough, day by day; rounding may put the search beside it by one step of the sum.
    last = np.searchsorted(ends, begun + wanted)
    before = np.searchsorted(ends, ends[np.maximum(last - 1, 0)])
    last = np.where(ends[before] - begun >= wanted, before, last)
    after = np.searchsorted(ends, ends[np.minimum(last, len(share))], side="right")
    last = np.where((last <= len(share)) & (ends[np.minimum(last, len(share))] - begun < wanted), after, last)
    firsts = np.flatnonzero(last <= len(share))
    if not len(firsts):
        return 0, len(share) - 1
    widths = last[firsts] - firsts
    most, found = 0.0, (0, len(share) - 1)
    for first in firsts[widths == widths.min()].tolist():
        held = float(ends[last[first]] - ends[first])
        if held > most + TIE:
            most, found = held, (first, int(last[first]) - 1)
    return found


def best_day(score: Sequence[int], share: Sequence[float]) -> int:
    """The point of best weight: the heaviest day of the week around the median of belief.

    Where belief has several humps the median can lie between them; then the nearest day that is within one nat of
    the heaviest of all takes its place. The first day wins a tie.
    """
    sums = list(accumulate(share))
    median = next(i for i, total in enumerate(sums) if total >= 0.5 * sums[-1])
    top = max(score)
    centre = min((i for i, s in enumerate(score) if s >= top - SCALE), key=lambda i: (abs(i - median), i))
    around = range(max(0, centre - 3), min(len(score), centre + 4))
    return max(around, key=lambda i: (score[i], -abs(i - centre), -i))


def ageing(start: date, end: date, half_life: int = HALF_LIFE, step: int = 7) -> tuple[Span, ...]:
    """An interval whose share falls by half every `half_life` days: news is told soon after it happens."""
    out = []
    at = start
    while at <= end:
        last = min(end, at + timedelta(days=step - 1))
        days = (last - at).days + 1
        out.append(Span(at, last, days * 0.5 ** ((at - start).days / half_life)))
        at = last + timedelta(days=1)
        step += step // 2 if (at - start).days > 10 * half_life else 0
    return tuple(out)


def shift(day: date, days: int) -> date:
    """A day so many days later, cut to the ends of the line."""
    return max(FIRST, min(LAST, max(FIRST, min(LAST, day)) + timedelta(days=days)))
