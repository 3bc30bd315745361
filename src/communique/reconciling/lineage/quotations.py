"""What stands between quotation marks: the part of a text that a rewrite keeps word for word.

Found by the marks alone, so that it works for any article, read or not, and in other languages too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reconciling.lineage.words import Word, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENING = "“„«"
_CLOSING = "”»"
_EITHER = '"‟″'
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)(.{6,400}?)(?<=[\w.,!?…])[’'](?!\w)")
SHORTEST = 4  # words; three and fewer are names and catchwords that independent reports share


def quoted_parts(line: str) -> tuple[str, ...]:
    """The quoted parts of a line, in order. A quotation left open runs to the end of the line."""
    parts: list[str] = []
    start: int | None = None
    for place, character in enumerate(line):
        if start is None and (character in _OPENING or character in _EITHER):
            start = place + 1
        elif start is not None and (character in _CLOSING or character in _EITHER):
            parts.append(line[start:place])
            start = None
    if start is not None:
        parts.append(line[start:])
    if parts:
        return tuple(part for part in parts if part.strip())
    return tuple(match.group(1) for match in _SINGLE.finditer(line))


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one line that is all inside quotation marks, or all outside."""

    quoted: bool
    words: tuple[Word, ...]


def segments(lines: Sequence[str]) -> tuple[Segment, ...]:
    """Lines cut at their quotation marks, in order; stretches without a word are left out."""
    found: list[Segment] = []
    for line in lines:
        rest = line
        for part in quoted_parts(line):
            before, _, rest = rest.partition(part)
            found += [Segment(False, words_of(before)), Segment(True, words_of(part))]
        found.append(Segment(False, words_of(rest)))
    return tuple(segment for segment in found if segment.words)


def quotation(words: Sequence[Word]) -> tuple[str, ...] | None:
    """The folded words of a quotation, None where it is too short or the title of something."""
    inner = [word for word in words if not word.opens]
    titled = sum(word.capital for word in inner)
    if len(words) < SHORTEST or titled * 2 > len(inner):
        return None
    return tuple(word.plain for word in words)


def stands_in(short: str, long: str) -> bool:
    """Whether folded words, joined by spaces, stand in others as one run."""
    return f" {short} " in f" {long} "
