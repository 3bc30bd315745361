"""Where gold and record touch: the page for each gold article, the characters of a gold line, the best pairings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.predicted import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evaluation.gold import GoldSet, Spot
    from evaluation.predicted import Answer, Page

Span = tuple[int, int]

_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u2013": "-", "\u2014": "-"})


def pages_by_stem(answer: Answer, gold: GoldSet) -> dict[str, Page]:
    """The page that answers each gold article; articles that the record lacks are absent."""
    stems = {d.stem for d in gold.documents}
    found = {stem(p.path): p for p in sorted(answer.pages, key=lambda p: p.id)}
    return {name: page for name, page in found.items() if name in stems}


def line_spans(text: str) -> list[Span]:
    """The span of each line of a text, without its line break; line n is at index n - 1."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def spot_spans(spot: Spot, text: str) -> list[Span]:
    """The characters that the gold points to: its lines, or the whole line around its phrase (quotes folded)."""
    lines = line_spans(text)
    if spot.text is None:
        return [lines[n - 1] for n in spot.lines if n <= len(lines)]
    at = text.translate(_PLAIN).find(spot.text.translate(_PLAIN))
    return [s for s in lines if s[0] <= at <= s[1]] if at >= 0 else []


def touches(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a half-open span shares a character with any of the others."""
    return any(span[0] < end and start < span[1] for start, end in spans)


def assignment(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The one-to-one pairs of rows and columns with the highest total score; a pair scored 0 or less is never made.

    The Hungarian method with potentials, O(n^3), on the matrix squared up with zeros. Deterministic.
    """
    rows, cols = len(scores), max((len(r) for r in scores), default=0)
    size = max(rows, cols)
    if not rows or not cols:
        return []
    cost = [[-max(0.0, scores[i][j]) if i < rows and j < cols else 0.0 for j in range(size)] for i in range(size)]
    owner = _hungarian(cost)
    pairs = [(i, j) for j, i in enumerate(owner) if i < rows and j < cols and scores[i][j] > 0]
    return sorted(pairs)


def _hungarian(cost: list[list[float]]) -> list[int]:
    """For each column of a square matrix the row that the cheapest assignment gives it."""
    size = len(cost)
    u, v = [0.0] * (size + 1), [0.0] * (size + 1)
    owner, way = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        owner[0], col = row, 0
        least, done = [float("inf")] * (size + 1), [False] * (size + 1)
        while True:
            done[col] = True
            here, step, to = owner[col], float("inf"), 0
            for j in range(1, size + 1):
                if done[j]:
                    continue
                reduced = cost[here - 1][j - 1] - u[here] - v[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, col
                if least[j] < step:
                    step, to = least[j], j
            for j in range(size + 1):
                if done[j]:
                    u[owner[j]] += step
                    v[j] -= step
                else:
                    least[j] -= step
            col = to
            if owner[col] == 0:
                break
        while col:
            owner[col], col = owner[way[col]], way[col]
    return [r - 1 for r in owner[1:]]
