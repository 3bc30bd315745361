"""The best tree for a sentence's arc scores: the maximum spanning tree with one root (Chu-Liu and Edmonds)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float64]


def best_tree(scores: Any) -> list[int]:
    """The head of each word, by scores of shape [words, words + 1]: row i, column 0 the root, column j + 1 word j.

    Returns indices of words; the root has -1. Exactly one word is the root. Ties go to the leftmost head.
    """
    import numpy as np

    words = len(scores)
    if words == 1:
        return [-1]
    full = np.full((words + 1, words + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    heads = full[1:].argmax(axis=1)
    if (heads == 0).sum() != 1 or _cycle([0, *heads.tolist()]):
        # A root costs more than all other arcs together, so that the best tree has the fewest roots possible: one.
        finite = full[np.isfinite(full)]
        full[1:, 0] -= (finite.max() - finite.min() + 1) * (words + 1)
        return [head - 1 for head in _spanning(full)[1:]]
    return [int(head) - 1 for head in heads]


def _cycle(heads: list[int]) -> list[int]:
    """The nodes of one cycle, or none. Node 0 is the root."""
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        node = start
        while node and not seen[node]:
            seen[node] = start
            node = heads[node]
        if node and seen[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return cycle
    return []


def _spanning(scores: Scores) -> list[int]:
    """Heads of the maximum spanning tree from node 0; `scores[dependent, head]` is used up.

    Cycles of best arcs are contracted to their first node until none is left, then opened again, the last first.
    """
    import numpy as np

    contracted = []
    while True:
        heads = scores.argmax(axis=1)
        cycle = _cycle(heads.tolist())
        if not cycle:
            break
        inside = np.array(cycle)
        within = heads[inside]
        # An arc into the cycle replaces the arc of the cycle at the word where it enters.
        entering = scores[inside] - scores[inside, within][:, None]
        leaving = scores[:, inside]
        contracted.append((inside, within, entering.argmax(axis=0), leaving.argmax(axis=1)))
        scores[cycle[0]], scores[:, cycle[0]] = entering.max(axis=0), leaving.max(axis=1)
        scores[cycle[0], inside] = scores[inside[1:]] = scores[:, inside[1:]] = -np.inf
    for inside, within, enters, leaves in reversed(contracted):
        outer = heads[inside[0]]
        below = np.flatnonzero(heads == inside[0])
        heads[below] = inside[leaves[below]]
        heads[inside] = within
        heads[inside[enters[outer]]] = outer
    return [int(head) for head in heads]
