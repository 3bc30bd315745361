"""Blocks that are not the article: teasers of other articles and readers' comments, below or amid the text.

A block is opened by a cue ("ALSO READ", "Comments") and ends where the article goes on: at running text that shares
a name with what came before. What an opener may swallow is bounded by that, so that a link amid the text
costs its own lines and no more.
"""

from __future__ import annotations

from communique.intake.rows import LONG, Row
from communique.records import LineKind

Mark = tuple[LineKind, str]
_SHORT_PARAGRAPH = 12  # words: two paragraphs of this length in a row show that the article goes on


def judge_zones(rows: list[Row], marks: dict[int, Mark], first: int) -> None:
    """Mark the blocks that openers below `first` begin, in `marks`; lines with a mark of their own keep it."""
    at = first
    while at < len(rows):
        cue = rows[at].cue
        if at in marks or cue is None or not cue.opens:
            at += 1
            continue
        marks[at] = (cue.kind, cue.reason)
        end = _end(rows, marks, first, at)
        reason = "among the readers' comments" if cue.kind == "comment" else "in a block of other articles"
        for inside in range(at + 1, end):
            if cue.kind == "comment" and marks.get(inside, ("navigation", ""))[0] in ("navigation", "byline"):
                marks[inside] = (cue.kind, reason)  # the form's own fields and links
            marks.setdefault(inside, (cue.kind, reason))
        at = max(end, at + 1)


def _end(rows: list[Row], marks: dict[int, Mark], first: int, opener: int) -> int:
    """Where the block that `opener` begins has ended: an index into `rows`, half-open."""
    cue = rows[opener].cue
    assert cue is not None
    before = [row for at, row in enumerate(rows[first:opener], first) if row.prose and at not in marks]
    names = frozenset[str]().union(*(row.names for row in before)) if before else frozenset[str]()
    stop = len(rows)
    for at in range(opener + 1, len(rows)):
        other = rows[at].cue
        if other and other.opens and other.kind != cue.kind:
            stop = at
            break
    if cue.kind == "comment":
        after = sum(row.words for row in rows[opener + 1 : stop] if row.prose)
        keeps = cue.opens == "strong" or after <= sum(row.words for row in before)
        return stop if keeps else opener + 1
    for at in range(opener + 1, stop):
        if at not in marks and _goes_on(rows, at, names):
            return _heading_above(rows, opener, at)
    return stop


def _goes_on(rows: list[Row], at: int, names: frozenset[str]) -> bool:
    """Whether the article goes on here: a full paragraph, or two short ones, that names someone named before."""
    row = rows[at]
    if not row.prose or row.cut or row.cue or not (row.names & names):
        return False
    if row.words >= LONG or row.wrapped:
        return True
    below = rows[at + 1 : at + 2]
    return row.words >= _SHORT_PARAGRAPH and bool(below) and below[0].prose and below[0].words >= _SHORT_PARAGRAPH


def _heading_above(rows: list[Row], opener: int, at: int) -> int:
    """A heading set off by empty lines belongs to the text below it, not to a block whose lines stand together."""
    above = at - 1
    together = above - opener >= 2 and not rows[above - 1].gap
    return above if together and rows[above].gap and rows[at].gap and not rows[above].cut else at
