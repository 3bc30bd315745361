"""Votes of the dates that stand in a dateline: a text is filed on the day it gives, and published then or soon after.

Without a year the day is that of any year; with its weekday, of the years in which it falls on one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from communique.reading.times.datelines import RULE
from communique.reading.times.resolve import days_of
from communique.reconciling.dating.timeline import FIRST, LAST, Span, Vote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.records import Article, Reading, TimeExpression

# Days from the dateline to publication and the share of articles; on the datelines of GUM's news nine in ten are of
# the same day.
AFTER = ((0, 0.8), (1, 0.15), (3, 0.05))
RIGHT = 0.97


def votes(article: Article, reading: Reading) -> Iterator[Vote]:
    """One vote for each time in a dateline."""
    for time in reading.times:
        if time.rule != RULE:
            continue
        days = [day for day in _days(time) if FIRST <= day <= LAST]
        spans = tuple(span for day in days for span in _after(day))
        if spans:
            at, words = time.evidence, f'the dateline says "{article.quote(time.evidence)}"'
            core = tuple((day, day + timedelta(days=1)) for day in days)
            yield Vote(words, at.start, at.end, spans, RIGHT, f"dateline/{time.month}/{time.day}", core)


def _days(time: TimeExpression) -> Iterator[date]:
    years = (time.year,) if time.year is not None else range(FIRST.year, LAST.year + 1)
    for year in years:
        days = days_of(time, date(year, 7, 1))
        if days and days[0].year == year and time.weekday in (None, days[0].weekday()):
            yield days[0]


def _after(day: date) -> Iterator[Span]:
    first = 0
    for last, share in AFTER:
        yield Span(day + timedelta(days=first), day + timedelta(days=last), share)
        first = last + 1
