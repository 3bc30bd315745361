"""Decides which words are names, from the network's shares: within a sentence by rule, over an article by agreement.

Two things that a word's own scores do not know. Tags must follow from one another (an inside tag needs its name
before it), so the best *sequence* of a sentence is taken. And a capitalised word that stands several times in an
article means the same in most of them: each of its places is held to what the others say.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

# Share of the other places of the same word in a word's label, when they are very many; with n others it is
# AGREEMENT * n / (n + 1). Swept 0, .3, .5, .7, .9 on GUM's development part (names F1 80.1, 80.0, 80.1, 81.0, 81.2).
AGREEMENT = 0.8
LEAST = 1e-9  # a share below which a logarithm is not taken
NEVER = -1e9


class Naming:
    """The rules of a set of tags: `O`, `B-LABEL` and `I-LABEL`."""

    def __init__(self, tags: Sequence[str]) -> None:
        import numpy as np

        kinds = sorted({tag.partition("-")[2] for tag in tags})
        self._tags = list(tags)
        self._kind = np.array([kinds.index(tag.partition("-")[2]) for tag in tags])
        self._inside = np.array([tag.startswith("I-") for tag in tags])
        follows = ~self._inside[None, :] | (self._kind[:, None] == self._kind[None, :])
        self._steps = np.where(follows, 0.0, NEVER)
        self._first = np.where(self._inside, NEVER, 0.0)

    def tags(self, words: Sequence[str], starts: Sequence[bool], shares: Any) -> list[str]:
        """The tag of each word. `shares` is [words, tags]; `starts` says which words begin a sentence."""
        shares = self._agreed(words, shares)
        edges = [i for i, start in enumerate(starts) if start or i == 0] + [len(words)]
        found: list[int] = []
        best = shares.argmax(axis=1)
        for begin, end in pairwise(edges):
            found += self._sentence(best[begin:end], shares[begin:end])
        return [self._tags[number] for number in found]

    def _agreed(self, words: Sequence[str], shares: Any) -> Any:
        """The shares with those of repeated capitalised words drawn towards their mean over the article."""
        import numpy as np

        places: dict[str, list[int]] = {}
        for i, word in enumerate(words):
            if len(word) > 1 and word[0].isupper():
                places.setdefault(word, []).append(i)
        by_kind = np.eye(self._kind.max() + 1, dtype=shares.dtype)[self._kind]
        agreed = shares.copy()
        for where in places.values():
            others = len(where) - 1
            if not others:
                continue
            own = shares[where] @ by_kind
            mean = (own.sum(axis=0) - own) / others
            weight = AGREEMENT * others / len(where)
            ratio = ((1 - weight) * own + weight * mean) / np.maximum(own, LEAST)
            agreed[where] = shares[where] * ratio[:, self._kind]
        return agreed

    def _sentence(self, best: Any, shares: Any) -> list[int]:
        """The best sequence that the rules allow (Viterbi); where the single best tags are one, these."""
        import numpy as np

        steps = self._steps[best[:-1], best[1:]]
        if not self._inside[best[0]] and not steps.any():
            return [int(number) for number in best]
        logs = np.log(np.maximum(shares, LEAST))
        score = logs[0] + self._first
        back = []
        for row in logs[1:]:
            paths = score[:, None] + self._steps
            back.append(paths.argmax(axis=0))
            score = paths.max(axis=0) + row
        number = int(score.argmax())
        found = [number]
        for pointers in reversed(back):
            number = int(pointers[number])
            found.append(number)
        return found[::-1]
