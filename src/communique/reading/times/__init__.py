"""When: time expressions of an article, and what else in it bears on the day it was published.

`find_times` and `find_cues` read a parsed document; `resolve` turns an expression into days once the publication
day is known, and `timex_value` into its TIMEX3 value. The grammar is data: vocabulary.tsv, shapes.tsv, parts.tsv,
patterns.tsv. Beside what `records.TimeExpression` says, `key` also carries what no other field holds:
"season/spring", "quarter/3", "half/1", "pod/MO" (part of day), "clock/9:30am", "sub/hour", "set/P1Y",
"holiday/easter". A range ("14-22 February") is two expressions, related "since" and "until", the second anchored
to the first. `owner` says what a length dates that counts from something told ("two days after they met").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.times.counted import owner
from communique.reading.times.cues import find_cues
from communique.reading.times.resolve import resolve, resolve_all
from communique.reading.times.timex import timex_value

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.reading.document import Document
    from communique.records import TimeExpression

__all__ = ["find_cues", "find_times", "owner", "resolve", "resolve_all", "timex_value"]


def find_times(document: Document, knowledge: Knowledge) -> tuple[TimeExpression, ...]:
    """The time expressions of a document in text order; occasions named after a preposition of time among them."""
    from communique.reading.times.finder import find

    return find(document, knowledge)
