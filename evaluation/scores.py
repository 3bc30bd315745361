"""The arithmetic of scores: counts that add up over documents, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, how many the program gave, how many the gold has. An empty task counts as perfect."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        """The tally of two documents together."""
        return Tally(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of the given that is right."""
        return self.right / self.given if self.given else float(not self.wanted)

    @property
    def recall(self) -> float:
        """The share of the wanted that is right."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        if not self.given and not self.wanted:
            return 1.0
        return 2 * self.right / (self.given + self.wanted)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those judged were right."""

    right: int = 0
    judged: int = 0

    def __add__(self, other: Share) -> Share:
        """The share over two documents together."""
        return Share(self.right + other.right, self.judged + other.judged)

    @property
    def value(self) -> float:
        """Right over judged; 1.0 where nothing was judged."""
        return self.right / self.judged if self.judged else 1.0
