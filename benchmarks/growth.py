"""How cost grows with the size of the corpus: the exponent of the power law that fits best."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """The slope of log(seconds) on log(size) by least squares: 1 is linear, 2 is quadratic.

    Raises:
        ValueError: fewer than two different sizes, or a size or time that is not above 0.
    """
    if len({size for size, _ in points}) < 2:
        raise ValueError("growth needs at least two sizes")
    if any(size <= 0 or seconds <= 0 for size, seconds in points):
        raise ValueError("sizes and times must be above 0")
    logs = [(math.log(size), math.log(seconds)) for size, seconds in points]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)
