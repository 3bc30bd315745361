"""Votes of the times that the article tells: full dates, months, years, and the weekdays around publication."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.reading.times.calendar import months
from communique.reading.times.datelines import RULE as DATELINE
from communique.reading.times.resolve import days_of
from communique.reconciling.dating.timeline import FIRST, LAST, SCALE, Span, Vote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.records import Article, Reading, TimeExpression

# Share of articles that tell a date as past so many days after it (up to, share). The years are as counted on the
# latest year told as past of GUM's news, interviews and speeches (25 of them: 7, 8, 4, 6); the rest is own judgement.
SINCE_DATE = ((10, 0.3), (60, 0.15), (365, 0.15), (1095, 0.15), (3650, 0.15), (11000, 0.1))
SINCE_YEAR = ((365, 0.28), (1095, 0.32), (2190, 0.16), (11000, 0.24))
SINCE_MONTH = ((45, 0.5), (120, 0.25), (330, 0.25))
OTHER_SIDE = ((100, 0.12),)  # a month whose tense misleads lies as close on the other side
UNTIL_DATE = ((30, 0.4), (120, 0.2), (365, 0.2), (1460, 0.12), (7300, 0.08))
RIGHT_DAY, RIGHT_PAST, RIGHT_UNSAID, RIGHT_MONTH, RIGHT_FUTURE = 0.96, 0.85, 0.7, 0.85, 0.8
RIGHT_ELABORATED = 0.85  # own judgement
RELATIVE = re.compile(r"^[^.;!?]*\b(which|who|where|when|whose)\b[^.;!?]*$")
YEARS_COUNTED = 5  # of the years told as past, the latest
# Days from a weekday named as past to the telling (0 is the same day), and from the telling to one named as ahead.
SINCE_WEEKDAY = (0.36, 0.29, 0.13, 0.08, 0.06, 0.05, 0.03)
TO_WEEKDAY = (0.08, 0.42, 0.18, 0.12, 0.09, 0.07, 0.04)
STRICTLY_SINCE = (0.04, 0.1, 0.14, 0.28, 0.18, 0.14, 0.12)
# The same of a text with a dateline: what it names as past is mostly the day of filing or the day before.
SINCE_WEEKDAY_FILED = (0.7, 0.17, 0.04, 0.03, 0.02, 0.02, 0.02)
WEEKDAYS_COUNTED = 4  # of the distinct weekdays named; more repeat one another
# Weekday of a telling that speaks of "the weekend" as past, Monday first.
SINCE_WEEKEND = (0.38, 0.24, 0.14, 0.08, 0.05, 0.03, 0.08)
LOOSE = 0.1  # share of weekday mentions that follow no pattern


def after(start: date, end: date, shares: Sequence[tuple[int, float]]) -> tuple[Span, ...]:
    """Spans behind an interval: its own days count with the first step. They may reach over the end of the line."""
    out, at = [], start
    for days, share in shares:
        last = end + timedelta(days=days)
        out.append(Span(at, last, share))
        at = last + timedelta(days=1)
    return tuple(out)


def before(start: date, shares: Sequence[tuple[int, float]], end: date | None = None) -> tuple[Span, ...]:
    """Spans ahead of an interval: its own days, if any, count with the first step."""
    out, at = [], end or start
    for days, share in shares:
        first = start - timedelta(days=days)
        out.append(Span(first, at, share))
        at = first - timedelta(days=1)
    return tuple(out)


def votes(article: Article, reading: Reading) -> Iterator[Vote]:
    """Votes of explicit dates and years, of the latest years told, and of months without a year."""
    plain = [time for time in reading.times if time.form == "calendar" and time.rule != DATELINE]
    placed = [(time, article.quote(time.evidence)) for time in plain]
    said = [(time, words, days) for time, words in placed if time.year is not None and (days := _fixed(time))]
    yield from _past([item for item in said if item[0].direction <= 0 and item[0].relation != "until"])
    for time, words, days in said:
        if time.direction > 0:
            at = time.evidence
            yield Vote(
                f'"{words}" is still to come', at.start, at.end, before(days[0], UNTIL_DATE, days[1]), RIGHT_FUTURE,
                f"ahead/{days[0]}", core=((FIRST, days[1]),),
            )  # fmt: skip
    yield from _elaborated(article, reading)
    counted = {cue.time for cue in reading.cues}  # a time said of an occasion votes there, not twice
    free = [time for index, time in enumerate(reading.times) if index not in counted and time in plain]
    yield from _months([(time, article.quote(time.evidence)) for time in free])


def _past(said: list[tuple[TimeExpression, str, tuple[date, date]]]) -> Iterator[Vote]:
    """One vote for each of the latest years told as past, by its finest and latest date.

    Several years vote together, so that one date misread as past ("bonds due in 2040") does not decide alone.
    """
    by_year: dict[int, tuple[TimeExpression, str, tuple[date, date]]] = {}
    for item in said:
        time, _, days = item
        if days[0] > LAST or time.unit is not None:
            continue
        held = by_year.get(days[0].year)
        if held is None or (time.month is not None, days[0]) > (held[0].month is not None, held[2][0]):
            by_year[days[0].year] = item
    for year in sorted(by_year, reverse=True)[:YEARS_COUNTED]:
        time, words, days = by_year[year]
        at, shares = time.evidence, SINCE_DATE if time.month is not None else SINCE_YEAR
        right = RIGHT_UNSAID if time.direction == 0 else RIGHT_DAY if time.day else RIGHT_PAST
        yield Vote(
            f'"{words}" is told as past', at.start, at.end, after(*days, shares), right, f"date/{days[0]}",
            core=((days[0], LAST),),
        )  # fmt: skip


def _elaborated(article: Article, reading: Reading) -> Iterator[Vote]:
    """ "Last month's talks, which ended on 19 April": told in the month after, since a relative clause says the day."""
    for time, day in pairwise(reading.times):
        shifted = time.form == "shift" and time.unit == "month" and time.amount == -1 and not time.approximate
        dated = day.form == "calendar" and day.month is not None and day.year is None and day.amount is None
        between = article.text[time.evidence.end : day.evidence.start]
        if not (shifted and dated and time.anchor == "publication" and RELATIVE.search(between)):
            continue
        first = (day.month or 0) + 1
        spans = [Span(*months(year, first)) for year in range(FIRST.year, LAST.year)]
        said, at = f'"{article.quote(time.evidence)}"', time.evidence
        words = f'{said} is said of "{article.quote(day.evidence)}"'
        yield Vote(words, at.start, day.evidence.end, tuple(spans), RIGHT_ELABORATED, f"elaborated/{day.month}")


def _fixed(time: TimeExpression) -> tuple[date, date] | None:
    days = days_of(time, date(time.year or 2000, 7, 1))
    return days if days and days[1] >= FIRST - timedelta(days=3650) else None


def _months(placed: list[tuple[TimeExpression, str]]) -> Iterator[Vote]:
    """A month named without a year lies close behind or ahead, in whatever year."""
    seen: set[tuple[int, int, str]] = set()
    for time, words in placed:
        bare = time.year is None and time.month is not None and time.amount is None and time.anchor_index is None
        if not bare or time.direction == 0 or (time.month or 0, time.direction, time.part) in seen:
            continue
        seen.add((time.month or 0, time.direction, time.part))
        spans: list[Span] = []
        core: list[tuple[date, date]] = []
        for year in range(FIRST.year, LAST.year + 1):
            days = days_of(time, date(year, time.month or 1, 28))
            if days is None:
                continue
            behind = time.direction < 0
            pieces = after(*days, SINCE_MONTH) if behind else before(days[0], SINCE_MONTH, days[1])
            one = timedelta(days=1)
            wrong = before(days[0] - one, OTHER_SIDE) if behind else after(days[1] + one, days[1] + one, OTHER_SIDE)
            spans.extend((*pieces, *wrong))
            core.append((min(p.start for p in pieces), max(p.end for p in pieces)))
        at = time.evidence
        side = "lies close behind" if time.direction < 0 else "is close ahead"
        yield Vote(
            f'"{words}" {side}', at.start, at.end, tuple(s for s in spans if s.start <= LAST), RIGHT_MONTH,
            f"month/{time.month}/{time.direction}/{time.part}",
            core=tuple(core),
        )  # fmt: skip


def weekdays(reading: Reading) -> tuple[tuple[int, ...], list[TimeExpression]]:
    """The weight of each weekday (Monday first, thousandths of a nat) from weekdays named, and those that gave it.

    "arrived on Tuesday" and "will meet on Wednesday" leave Tuesday and Wednesday.
    """
    chosen: dict[tuple[int, int, bool], TimeExpression] = {}
    for time in reading.times:
        if time.unit == "weekend" and time.direction < 0 and time.amount is None:
            chosen.setdefault((-1, -1, False), time)
        elif time.form == "weekday" and time.direction and time.weekday is not None and time.anchor == "publication":
            key = (time.weekday, time.direction, time.amount is not None)
            if time.unit is None and time.relation in ("", "since", "until"):
                chosen.setdefault(key, time)
    used = list(chosen.values())[:WEEKDAYS_COUNTED]
    behind = SINCE_WEEKDAY_FILED if any(time.rule == DATELINE for time in reading.times) else SINCE_WEEKDAY
    weight = [0] * 7
    for time in used:
        for day in range(7):
            weight[day] += _weekday_weight(time, day, behind)
    return tuple(weight), used


def _weekday_weight(time: TimeExpression, day: int, behind: Sequence[float]) -> int:
    wanted = time.weekday or 0
    if time.unit == "weekend":
        share = SINCE_WEEKEND[day]
    elif time.direction < 0:
        shares = STRICTLY_SINCE if time.amount is not None else behind
        share = shares[(day - wanted) % 7]
    else:
        share = TO_WEEKDAY[(wanted - day) % 7]
    return round(SCALE * math.log((1 - LOOSE) * share * 7 + LOOSE))
