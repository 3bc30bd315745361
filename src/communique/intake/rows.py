"""A text cut into lines, each with what can be seen of it alone: its words, its end, whether it reads as prose.

The line classifier works on these; offsets are into the article's text, half-open, and leave out the white space
around a line. Line numbers are those of the text, from 1; empty lines have a number but no row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.intake.cues import Cue, Cues, edgeless, fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.records import LineKind

_CUT = re.compile(r"(?:…|\.\.\.+|\[…\]|\[\.\.\.\]|\(\.\.\.\)|\[\+\d+ chars\])[\"'»)\]]*$")
_TERMINAL = re.compile(r"[.!?。]+(?:\[\d+\])*[\"'»)\]*_]*(?:\[\d+\])*$")
_WORD = re.compile(r"[^\W_][\w'.&-]*")
_NAME = re.compile(r"(?<=[\w,;'\")] )[A-Z][\w'-]+")
LONG = 25  # words: a line this long is prose, whatever it ends in; headlines and menus stay under 20
SENTENCE = 8  # words: a line this long that ends in a full stop is prose


@dataclass(frozen=True, slots=True)
class Row:
    """One line that is not empty. `gap` says that an empty line (or the text's start) lies above it.

    `prose`: reads as running text. `sentence`: ends as a sentence does. `cut`: breaks off in an ellipsis.
    `hint`: what the page's markup says it is. `wrapped`: part of a paragraph broken over several lines.
    """

    number: int
    start: int
    end: int
    folded: str
    key: str
    words: int
    sentence: bool
    cut: bool
    prose: bool
    gap: bool
    cue: Cue | None
    hint: LineKind | None = None
    wrapped: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The capitalised words that do not begin the line."""
        return frozenset(_NAME.findall(self.folded))

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list, by the sign it begins with."""
        return self.folded[0] in "-•*–·▪◦" and self.folded[1:2] == " "

    @property
    def named(self) -> bool:
        """Whether every word begins with a capital, as in a person's name."""
        return all(word[:1].isupper() for word in self.folded.split())

    @property
    def titled(self) -> bool:
        """Whether it is written in the capitals of English headlines."""
        return title_case(self.folded)


def title_case(folded: str) -> bool:
    """Whether nearly all longer words begin with a capital, as in English headlines (at least three such)."""
    long_words = [word for word in _WORD.findall(folded) if len(word) >= 4 and not word[0].isdigit()]
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= 3 and capitals >= 0.8 * len(long_words)


def _headline(folded: str, cues: Cues) -> bool:
    """Whether a line is a headline though it ends in a full stop: every word that headlines write large is large.

    Stricter than `title_case`: "Lavrov met Wang in Moscow." is a sentence for its one small verb.
    """
    words = [word for word in _WORD.findall(folded) if len(word) >= 3 and word not in cues.small_words]
    return len(words) >= 3 and not any(word[0].islower() for word in words)


def cut_into_rows(text: str, cues: Cues, hints: Mapping[int, LineKind]) -> list[Row]:
    """The lines of a text that are not empty, in order. `hints` are kinds known from markup, by line number."""
    rows: list[Row] = []
    offset = 0
    gap = True
    for number, raw in enumerate(text.split("\n"), start=1):
        folded = fold(raw)
        if folded:
            start = offset + len(raw) - len(raw.lstrip())
            rows.append(_row(number, (start, offset + len(raw.rstrip())), folded, gap, cues, hints.get(number)))
            gap = False
        else:
            gap = True
        offset += len(raw) + 1
    return rows if len(hints) >= len(rows) else _join_wrapped(rows)


def _row(number: int, span: tuple[int, int], folded: str, gap: bool, cues: Cues, hint: LineKind | None) -> Row:
    words = folded.count(" ") + 1
    cut = bool(_CUT.search(folded))
    sentence = bool(_TERMINAL.search(folded)) and not cut
    if sentence and words < LONG and _headline(folded, cues):
        sentence = False
    prose = words >= LONG + 15 if cut else words >= LONG or (sentence and words >= SENTENCE)
    key = edgeless(folded)
    cue = cues.of(folded, key, words, sentence)
    return Row(number, *span, folded, key, words, sentence, cut, prose, gap, cue, hint)


def _join_wrapped(rows: list[Row]) -> list[Row]:
    """Mark paragraphs that were broken at a column: without this their lines look like headings.

    A text counts as broken at a column when no line is longer than 110 characters and many lines go on
    in lower case; then each block of lines that ends a sentence, or has four lines or more, is prose.
    """
    together = [(one, two) for one, two in pairwise(rows) if not two.gap]
    running_on = sum(_runs_on(one, two) for one, two in together)
    if running_on < 2 or running_on < 0.3 * len(together) or any(len(row.folded) > 110 for row in rows):
        return rows
    out: list[Row] = []
    block: list[Row] = []
    for row in [*rows, None]:
        if block and (row is None or row.gap):
            joined = any(_runs_on(one, two) for one, two in pairwise(block))
            prose = joined and (block[-1].sentence or len(block) >= 4)
            out.extend(replace(each, prose=True, wrapped=True, cue=None) if prose else each for each in block)
            block = []
        if row is not None:
            block.append(row)
    return out


def _runs_on(one: Row, two: Row) -> bool:
    """Whether a line goes on in the next: it is long, ends no sentence, and the next begins in lower case."""
    return len(one.folded) >= 45 and not one.sentence and two.folded[:1].islower()
