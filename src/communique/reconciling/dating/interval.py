"""From the belief on every day to the interval that is answered: how much certainty a narrower answer is worth.

The answer is the shortest interval that holds `HELD` of the belief. Where a few days hold less, but still one of
`LEAST`, they may be the answer instead, with the confidence that they deserve: the interval of w days that holds p of
the belief is worth p ** 2 * (1 - ln w / ln USELESS), so that a wrong answer costs more than a wide one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING

from communique.reconciling.dating.timeline import window

if TYPE_CHECKING:
    from collections.abc import Sequence

HELD = 0.92  # share of the belief that an answer holds
LEAST = (0.85, 0.8, 0.75, 0.7, 0.65, 0.6)  # shares with which a few days are preferred to a wide interval
FEW = 7  # days
USELESS = 180  # days after which an answer tells the day no better than none, for the choice among a few days
# What belief is worth, since cues are not as independent as their sum takes them: set where of 179 bare texts of known
# day that were answered with 0.92 of it, 0.90 were right (evaluation/dating.py); 0.93 of them are by now, and it was
# left as it is, on the safe side. Most of them are documents of TimeBank.
WORTH = 0.975


@dataclass(frozen=True, slots=True)
class Choice:
    """Days [first, last] by index, and the share of belief they hold."""

    first: int
    last: int
    held: float

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1


def choose(share: Sequence[float], point: int) -> Choice:
    """The interval to answer; it holds the day `point`."""
    sure = _holding(share, point, HELD)
    if sure.days > FEW and _most(share) < LEAST[-1]:
        return sure
    few = [choice for wanted in LEAST if (choice := _holding(share, point, wanted)).days <= FEW]
    return max(few, key=_worth, default=sure) if sure.days > FEW else max((sure, *few), key=_worth)


def _most(share: Sequence[float]) -> float:
    """The most that any `FEW` days hold."""
    ends = [0.0, *accumulate(share)]
    return max(map(sub, ends[FEW:], ends), default=1.0)


def _worth(choice: Choice) -> float:
    return choice.held**2 * (1 - math.log(choice.days) / math.log(USELESS))


def _holding(share: Sequence[float], point: int, wanted: float) -> Choice:
    first, last = window(share, wanted)
    first, last = min(first, point), max(last, point)
    return Choice(first, last, WORTH * math.fsum(share[first : last + 1]))
