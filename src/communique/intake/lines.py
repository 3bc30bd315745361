"""What each line of a text is: the article's own words, or the page around them, with the reason for it.

The one question `classify` answers, for plain text and for the blocks of an HTML page alike. Nothing is
deleted: every line keeps its place and gets a kind, so that a wrong call can be seen and ruled on.

The order of judgement: what markup says; what the words say (lines.toml); where the first paragraph begins
(above it: frame, clock, byline, title; header.py); blocks of teasers and comments (zones.py); repeated lines;
headings between paragraphs; what is left.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.intake.cues import Cues, load_cues
from communique.intake.header import judge_header, signed_with_date
from communique.intake.rows import LONG, Row, cut_into_rows
from communique.intake.zones import judge_zones
from communique.records import Line, LineKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Mark = tuple[LineKind, str]
_HEADING_WORDS = 16  # longest section heading we take for one, in words
_CAPTION_WORDS = 40  # longest repeated line we take for a caption, in words
_NONE: Mapping[int, LineKind] = {}


def classify(text: str, hints: Mapping[int, LineKind] = _NONE) -> tuple[Line, ...]:
    """Every line of a text that is not empty, with its kind and the reason in words.

    A paragraph that was broken at a column (as mail and old wires are) is one Line over all its lines, with the number
    of the first: its characters hold newlines, which then are white space like any other.

    Args:
        text: with a line feed for each newline; line numbers count from 1, offsets are into this text,
            half-open, and leave out the white space around a line.
        hints: kinds that the page's markup gives, by line number; empty for plain text.
    """
    cues = load_cues()
    rows = cut_into_rows(text, cues, hints)
    marks: dict[int, Mark] = {}
    _take_hints(rows, marks)
    first = _first_paragraph(rows, marks)
    last = max((at for at, row in enumerate(rows) if row.prose and not row.cue), default=first)
    _take_cues(rows, marks, first, last)
    judge_header(rows, marks, first, cues)
    judge_zones(rows, marks, first)
    _mark_repeated(rows, marks)
    for at, row in enumerate(rows[:-1]):
        if row.key in cues.caption_labels and rows[at + 1].words < LONG:
            marks[at + 1] = ("caption", "the line above labels it a caption")
    _mark_body(rows, marks, first, cues)
    return tuple(_gathered(rows, marks))


def _gathered(rows: list[Row], marks: dict[int, Mark]) -> Iterator[Line]:
    """The lines, with a paragraph that was broken at a column gathered into one, so that its sentences hold."""
    held: Line | None = None
    for at, row in enumerate(rows):
        line = Line(row.number, row.start, row.end, *marks[at])
        if held and row.wrapped and not row.gap and line.kind == held.kind and rows[at - 1].wrapped:
            held = replace(held, end=line.end)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _take_hints(rows: list[Row], marks: dict[int, Mark]) -> None:
    for at, row in enumerate(rows):
        if row.hint and row.hint != "body" and not (row.cue and row.cue.opens):
            marks[at] = (row.hint, f"the page marks it as {row.hint}")


def _first_paragraph(rows: list[Row], marks: dict[int, Mark]) -> int:
    """Where the article's running text begins: the first prose that no cue claims; without any, a long line."""
    for at, row in enumerate(rows):
        if row.prose and not row.cue and at not in marks and not _looks_like_title(rows, at):
            return at
    fallback = [at for at, row in enumerate(rows) if not row.cue and at not in marks and row.words >= 5]
    if len(fallback) > 1:
        return fallback[1]
    return fallback[0] if fallback else len(rows)


def _looks_like_title(rows: list[Row], at: int) -> bool:
    """A short question or exclamation above the text is a title, though it ends as a sentence does."""
    row = rows[at]
    return row.folded[-1:] in "?!" and row.words <= 16 and at + 1 < len(rows) and not rows[at + 1].wrapped


def _take_cues(rows: list[Row], marks: dict[int, Mark], first: int, last: int) -> None:
    for at, row in enumerate(rows):
        if at in marks or row.cue is None or row.cue.opens:
            continue
        if (row.cue.where == "header" and at >= first) or (row.cue.where == "tail" and at <= last):
            continue
        if at >= first and row.cue.kind == "navigation" and _heads_a_section(rows, at):
            continue
        marks[at] = (row.cue.kind, row.cue.reason)


def _heads_a_section(rows: list[Row], at: int) -> bool:
    """ "Analysis" or "Economy" with an empty line on both sides and prose below is a heading, not a menu."""
    row, below = rows[at], rows[at + 1 : at + 2]
    return (
        row.gap
        and row.words <= 3
        and bool(below)
        and below[0].gap
        and below[0].prose
        and row.key in load_cues().section_words
    )


def _mark_repeated(rows: list[Row], marks: dict[int, Mark]) -> None:
    """Lines told twice or more are captions (a gallery's), save the title and whole sentences far apart."""
    counts = Counter(row.key for row in rows if row.words >= 3)
    titles = {rows[at].key for at, mark in marks.items() if mark[0] == "title"}
    for at, row in enumerate(rows):
        if at in marks or counts[row.key] < 2 or row.words > _CAPTION_WORDS:
            continue
        if row.key in titles:
            marks[at] = ("heading", "repeats the title")
        elif not row.sentence or any(
            other.key == row.key for other in rows[at + 1 : at + 2] + rows[max(at - 1, 0) : at]
        ):
            marks[at] = ("caption", "repeated caption")


def _mark_body(rows: list[Row], marks: dict[int, Mark], first: int, cues: Cues) -> None:
    """Headings between paragraphs, loose lines below the last one, and the paragraphs themselves."""
    prose = [at for at, row in enumerate(rows) if (row.prose or row.sentence) and at not in marks]
    last = prose[-1] if prose else first
    below = [at for at in range(last + 1, len(rows)) if at not in marks]
    headlines = {at for at in below if rows[at].words >= 4 and not rows[at].sentence}
    stopped = any(row.sentence for row in rows)
    cut = {at for at in below if rows[at].cut}
    for at, row in enumerate(rows):
        if at in marks:
            continue
        if at > last and signed_with_date(row, cues):
            marks[at] = ("byline", "a full date, below the text")
        elif _is_question(rows, at, first):
            marks[at] = ("heading", "a short question between paragraphs")
        elif row.prose or row.sentence or at == first or row.hint == "body":
            marks[at] = ("body", "paragraph broken over lines" if row.wrapped else "running text")
        elif row.cut:
            loose = at > last and (at - 1 in cut or at + 1 in cut)
            marks[at] = ("teaser", "cut off, beside others cut off") if loose else ("body", "running text, cut off")
        elif at > last and at in headlines:
            marks[at] = _below(row, len(headlines), stopped)
        elif at > last and row.folded[0] not in "\"'" and not row.listed:
            marks[at] = ("other", "a loose line below the last paragraph")
        elif _is_heading(rows, at):
            marks[at] = ("heading", "short, without a full stop, above a paragraph")
        else:
            marks[at] = ("body", "part of the running text")


def _is_question(rows: list[Row], at: int, first: int) -> bool:
    """A question of a few words, unquoted, with full paragraphs on both sides, asks on the article's behalf."""
    row = rows[at]
    if not first < at < len(rows) - 1 or row.words > 12 or not row.folded.endswith("?") or row.folded[0] in "\"'-":
        return False
    return rows[at - 1].prose and rows[at + 1].prose and rows[at + 1].words >= LONG - 10


def _below(row: Row, headlines: int, stopped: bool) -> Mark:
    """What a line without a full stop is, below the last paragraph: one of several headlines, or a broken-off end."""
    if row.folded[0] in "\"'" or row.listed or not stopped:
        return "body", "the text's last lines, without a full stop"
    if headlines >= 2:
        return "teaser", "one of several headlines below the last paragraph"
    if row.titled or row.words < 8:
        return "other", "a loose line below the last paragraph"
    return "body", "the last line of the text, without a full stop"


def _is_heading(rows: list[Row], at: int) -> bool:
    row = rows[at]
    if row.words > _HEADING_WORDS or row.folded[-1:] in ",;:" or row.folded[:1] in "-•*·–—":
        return False
    return row.folded[:1].isupper() or row.folded[:1].isdigit() or row.folded[:1] in "\"'#("
