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
    """Heads of the maximum spanning tree from node 0; `scores[dependent, head]`."""
    import numpy as np

    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads.tolist())
    if not cycle:
        return [int(head) for head in heads]
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(scores)), inside)
    kept = scores[inside, heads[inside]]
    # Contract the cycle to one node, the last: an arc into it replaces one arc of the cycle.
    entering = scores[np.ix_(inside, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, inside)]
    size = len(outside)
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[size, :size] = entering.max(axis=0)
    smaller[:size, size] = leaving.max(axis=1)
    found = _spanning(smaller)
    result = heads.tolist()
    for place, node in enumerate(outside.tolist()):
        head = found[place]
        result[node] = int(inside[leaving[place].argmax()]) if head == size else int(outside[head])
    entry = found[size]
    result[int(inside[entering[:, entry].argmax()])] = int(outside[entry])
    return result
