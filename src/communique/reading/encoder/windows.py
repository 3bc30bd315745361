"""What the network reads at once: a block (a line of the article), or as much of a long one as it reads well.

A longer block is read piece by piece: the last sentence of a window, which may be cut, is read again at the beginning
of the next. A sentence that fills a whole window is read in stretches, each with some words before it for context.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Word pieces of a window. Swept over 90, 120, 160 and 250 on the treebanks' development parts in groups of 14
# sentences: LAS .831, .826, .819 and .800 (EWT), and .813, .814, .820 and .795 (GUM), with a half-trained model:
# training showed one to four sentences at once. Putting short blocks together (up to 60, 100 or 140 pieces) gained
# no speed worth its cost (LAS -.002 to -.005, names -.000 to -.010).
LIMIT = 120
UTMOST = 500  # word pieces: what the encoder has places for, used only where no sentence ends within LIMIT
CONTEXT = 24  # words before a stretch of such a sentence


@dataclass(frozen=True, slots=True)
class Window:
    """Words [begin, end) to read, of which [core, end) are to be decided; `cut`: the block goes on after `end`."""

    begin: int
    core: int
    end: int
    cut: bool

    @property
    def goes_on(self) -> bool:
        """Whether the core continues a sentence that began before it."""
        return self.begin < self.core


class Planner:
    """Plans the windows of one text from the lengths of its words in pieces and the starts of its blocks."""

    def __init__(self, lengths: Sequence[int], blocks: Sequence[int]) -> None:
        """`blocks`: the first word of each block, in order; the first is 0."""
        self._sums = [0]
        for length in lengths:
            self._sums.append(self._sums[-1] + length)
        self._ends = [*blocks[1:], len(lengths)]

    def window(self, begin: int, core: int, limit: int = LIMIT) -> Window:
        """The window whose core begins at a word: the rest of its block, or what fits of it into `limit` pieces."""
        end = self._ends[bisect_right(self._ends, core)]
        if self._sums[end] - self._sums[begin] <= limit:
            return Window(begin, core, end, cut=False)
        fits = bisect_right(self._sums, self._sums[begin] + limit) - 1
        return Window(begin, core, max(fits, core + 1), cut=True)
