"""Quoted evidence as it stands in the text: the sentence around a slice, with the slice itself marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.records import Article, Evidence

# A sentence's end: its mark, closing quotes or brackets, space, and something that opens a sentence. A cut
# after "Mr." only shortens what is shown around the evidence, never the evidence.
_CLOSED = r"""[.!?…]["'”’»)\]]*"""
_SENTENCE_END = re.compile(_CLOSED + r"""\s+(?=["'“‘«(\[]*[^\Wa-z])""")
_AROUND = 260  # characters of context on each side at most: about three printed lines


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of an excerpt; `marked` where it is the evidence itself."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Characters [start, end) of an article in pieces; the cuts tell whether a sentence goes on beyond them."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


def excerpts(article: Article, evidence: Iterable[Evidence]) -> tuple[Excerpt, ...]:
    """The excerpts that show all slices of `evidence` lying in `article`, in text order, overlaps joined."""
    slices = sorted({(piece.start, piece.end) for piece in evidence if piece.article == article.id})
    windows: list[tuple[int, int]] = []
    for start, end in slices:
        left, right = _window(article.text, start, end)
        if windows and left <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(windows[-1][1], right))
        else:
            windows.append((left, right))
    return tuple(_excerpt(article.text, window, slices) for window in windows)


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around [start, end) within its line, cut at words where it is long."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    left, floor = line_start, max(line_start, start - _AROUND)
    for found in _SENTENCE_END.finditer(text, floor, end):  # not to `start`: it looks at what follows
        left = found.end() if found.end() <= start else left
    if left < floor:
        left = next((at for at in range(floor, start) if text[at - 1].isspace()), start)
    ceiling = min(line_end, end + _AROUND)
    after = _SENTENCE_END.search(text, max(end - 1, start), ceiling)
    right = after.end() if after else line_end
    if right > ceiling:
        right = next((at for at in range(ceiling, end, -1) if text[at].isspace()), end)
    return left, end + len(text[end:right].rstrip())


def _excerpt(text: str, window: tuple[int, int], slices: list[tuple[int, int]]) -> Excerpt:
    left, right = window
    pieces: list[Piece] = []
    at = left
    for start, end in slices:
        if end <= at or start < left or end > right:
            continue
        if start > at:
            pieces.append(Piece(text[at:start], marked=False))
        at = max(at, start)
        if pieces and pieces[-1].marked and start <= at:
            pieces[-1] = Piece(pieces[-1].text + text[at:end], marked=True)
        else:
            pieces.append(Piece(text[at:end], marked=True))
        at = end
    if at < right:
        pieces.append(Piece(text[at:right], marked=False))
    return Excerpt(
        left,
        right,
        tuple(pieces),
        cut_before=left > 0 and not _opens(text, left),
        cut_after=right < len(text) and not _closes(text, right),
    )


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or a line begins at this offset."""
    before = text[max(0, at - 8) : at]
    return "\n" in before[len(before.rstrip()) :] or bool(re.search(_CLOSED + r"\s+$", before))


def _closes(text: str, at: int) -> bool:
    """Whether a sentence or a line ends at this offset."""
    return text[at : at + 1] == "\n" or bool(re.search(_CLOSED + "$", text[max(0, at - 8) : at]))
