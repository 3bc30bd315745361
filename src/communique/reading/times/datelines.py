"""Times that stand in a dateline or a line of their own: they give the day of the article, not of what it tells.

"KAMPALA, March 3 (Agency) - The minister ..." and "3 March 2023" alone in a line. Such a time gets the rule
"dateline", by which the dating of articles knows it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.reading.document import Block, Document
    from communique.records import TimeExpression

RULE = "dateline"
BLOCKS = 3  # lines at the head of an article that can hold its date
WORDS = 12  # tokens before a date that a dateline can have: a town, a land, an agency
CLOSING = frozenset({"-", "\u2013", "\u2014", "--", "(", "/", ":", "|"})
SMALL = frozenset({"and", "of", "de", "el", "al", "la", "del", "the", "on", "at"})


def mark(times: Sequence[TimeExpression], document: Document) -> list[TimeExpression]:
    """The times, those of datelines with the rule that says so."""
    heads = document.blocks[:BLOCKS]
    return [replace(time, rule=RULE) if _is_date(time) and _opens(time, heads, document) else time for time in times]


def _is_date(time: TimeExpression) -> bool:
    return time.form == "calendar" and time.month is not None and time.day is not None and not time.relation


def _opens(time: TimeExpression, heads: Sequence[Block], document: Document) -> bool:
    start, end = document.span(time.evidence)
    block = next((block for block in heads if block.start <= start < block.end), None)
    if block is None or start - block.start > WORDS:
        return False
    before = document.words[block.start : start]
    if any(word[0].islower() and word not in SMALL for word in before):
        return False
    return end == block.end or document.words[end] in CLOSING
