"""From a time expression to days: which interval it means, told on a given day or within a given interval of days.

Rules, by form (see `records.TimeExpression`); A is the anchor, the publication day or a time told before:

- a weekday behind is the latest one at or before A, ahead the earliest at or after A; "last Friday" is the latest
  before A itself, "next Friday" the earliest after A itself, "this Friday" the one of A's ISO week;
- a month or date without a year is the latest that has begun by A (behind), the earliest not over at A (ahead), or
  the nearest (unsaid); "last May" leaves out A's own month;
- "last week" is the ISO week before A's, "the weekend" the latest begun by A;
- "two weeks after the summit" counts from the last day of the edition, "before" from its first;
- a length that counts from a time told ("a week after they met on Monday") is the day, week, month or year so far off;
- "three years ago" is the whole year, "two months ago" the whole month; "early", "mid", "late" are thirds.

Every rule is monotone in A, so an anchor that is only an interval is resolved by its two ends.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from communique.reading.times import calendar, tables
from communique.records import UNKNOWN, When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.knowledge.model import Occasion
    from communique.reading.times.calendar import Days
    from communique.records import Granularity, TimeExpression

SURE, LIKELY, GUESS = 0.95, 0.8, 0.6
VAGUE_DAYS = 60  # "recently", "in the coming days": no more than this on the side that it says
# "in recent weeks", "in the coming years": days on that side by the unit.
VAGUE_UNITS = {"day": 10, "week": 45, "month": 270, "quarter": 540, "year": 2200, "decade": 15000}
# A date without a year is near: where the tense points more than FAR days back and the same date lies within NEAR
# days ahead, it is that one ("was extended to 16 November").
FAR, NEAR = 240, 100
# "In late May he was in Lima, and a week later in Quito": finer than what it counts from, it lies about as loosely.
FINE, TOLD_OFF = ("day", "week"), ("told-earlier", "told-later")
NAMES = {-1: "before", 0: "nearest to", 1: "after"}


@cache
def _holidays() -> Mapping[str, str]:
    return {row["key"]: row["day"] for row in tables.rows("holidays.tsv")}


def days_of(expression: TimeExpression, anchor: date, knowledge: Knowledge | None = None) -> Days | None:
    """The closed interval that the expression names, counted from one anchor day; relations are not applied.

    None for lengths and sets, and for occasions that knowledge does not have.
    """
    if expression.form in ("length", "set"):
        return None
    if expression.approximate and expression.amount is None and expression.form == "shift":
        return _vague(expression, anchor)
    if expression.form == "weekday":
        return _weekday(expression, anchor)
    if expression.form == "occasion":
        return _occasion(expression, anchor, knowledge)
    named = (
        _calendar(expression, anchor)
        if expression.form == "calendar" or expression.month
        else _shift(expression, anchor)
    )
    if named and expression.form == "shift" and expression.amount == 0 and expression.unit != "weekend":
        named = _on_one_side(named, expression.direction, anchor)
    return calendar.thirds(named, expression.part) if named else None


def _on_one_side(days: Days, direction: int, anchor: date) -> Days:
    """ "earlier this month" ends on the anchor, "later this year" begins there."""
    if direction < 0 and days[0] <= anchor:
        return days[0], min(days[1], anchor)
    return (max(days[0], anchor), days[1]) if direction > 0 and anchor <= days[1] else days


def _vague(expression: TimeExpression, anchor: date) -> Days:
    span = timedelta(days=VAGUE_UNITS.get(expression.unit or "", VAGUE_DAYS))
    if expression.direction < 0:
        return anchor - span, anchor
    return (anchor, anchor + span) if expression.direction > 0 else (anchor, anchor)


def _weekday(expression: TimeExpression, anchor: date) -> Days | None:
    if expression.weekday is None:
        return None
    if expression.unit == "week" or expression.amount == 0:
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(days=7 * int(expression.amount or 0))
        day = monday + timedelta(days=expression.weekday)
    else:
        day = calendar.weekday(anchor, expression.weekday, expression.direction, strict=expression.amount is not None)
    return day, day


def _calendar(expression: TimeExpression, anchor: date) -> Days | None:
    year = expression.year
    if year is None and expression.amount and expression.unit == "season" and expression.anchor_index is None:
        side = 1 if expression.amount > 0 else -1
        return calendar.recurring(anchor, lambda y: _in_year(expression, y), side, strict=True)
    if year is None and expression.amount is not None:
        year = anchor.year + int(expression.amount)
    if year is not None:
        return _in_year(expression, year)
    if expression.month is None and expression.key is None:
        return None
    if expression.weekday is not None:
        # A date with its weekday names one year in five or six: take the nearest that fits.
        fitting = [d for y in range(anchor.year - 6, anchor.year + 7) if (d := _in_year(expression, y))]
        fitting = [d for d in fitting if d[0].weekday() == expression.weekday]
        if fitting:
            return min(fitting, key=lambda d: (abs((d[0] - anchor).days), d[0]))
    strict = expression.rule == "month-near"
    said = calendar.recurring(anchor, lambda y: _in_year(expression, y), expression.direction, strict=strict)
    if strict or said is None or expression.direction >= 0 or (anchor - said[1]).days <= FAR:
        return said
    ahead = calendar.recurring(anchor, lambda y: _in_year(expression, y), 1)
    return ahead if ahead and (ahead[0] - anchor).days < NEAR else said


def _in_year(expression: TimeExpression, year: int) -> Days | None:
    kind, _, value = (expression.key or "").partition("/")
    if expression.unit == "decade":
        return calendar.decade(year)
    if kind == "century":
        return calendar.decade(100 * (int(value) - 1), 10)
    if kind == "season":
        return calendar.season(value, year)
    if kind == "quarter" and value in "1234":
        return calendar.months(year, 3 * int(value) - 2, 3)
    if kind == "half" and value in "12":
        return calendar.months(year, 6 * int(value) - 5, 6)
    if expression.month is None:
        return calendar.a_year(year)
    if expression.day is None:
        return calendar.months(year, expression.month)
    try:
        day = date(year, expression.month, expression.day)
    except ValueError:  # 29 February of a common year
        return None
    return day, day


def _shift(expression: TimeExpression, anchor: date) -> Days | None:
    amount = expression.amount if expression.amount is not None else float(expression.direction)
    unit = expression.unit
    if unit == "year" and amount != int(amount):
        return calendar.months(anchor.year, anchor.month + round(12 * amount))
    whole = int(amount)
    if unit == "day":
        day = anchor + timedelta(days=whole)
        return day, day
    if unit == "week":
        return calendar.week_of(anchor + timedelta(days=7 * whole))
    if unit == "weekend":
        return _weekend(expression, anchor)
    if unit == "month":
        return calendar.months(anchor.year, anchor.month + whole)
    if unit == "quarter":
        return calendar.months(anchor.year, (anchor.month - 1) // 3 * 3 + 1 + 3 * whole, 3)
    if unit == "decade":
        return calendar.decade(anchor.year + 10 * whole)
    return calendar.a_year(anchor.year + whole) if unit == "year" else None


def _weekend(expression: TimeExpression, anchor: date) -> Days:
    latest = calendar.weekend_on_or_before(anchor)
    holds = latest[0] <= anchor <= latest[1]
    ahead = (latest[0] + timedelta(days=7), latest[1] + timedelta(days=7))
    behind = (latest[0] - timedelta(days=7), latest[1] - timedelta(days=7))
    if expression.amount is None or expression.amount == 0:
        return ahead if expression.direction > 0 and not holds else latest
    if expression.amount > 0:
        return ahead
    return behind if holds else latest


def _occasion(expression: TimeExpression, anchor: date, knowledge: Knowledge | None) -> Days | None:
    key = expression.key or ""
    if key.startswith("holiday/"):
        rule = _holidays()[key.removeprefix("holiday/")]
        if expression.year is not None:
            return calendar.holiday(rule, expression.year)
        return calendar.recurring(anchor, lambda year: calendar.holiday(rule, year), expression.direction)
    if knowledge is None:
        return None
    editions = editions_of(key, knowledge)
    if expression.year is not None:
        editions = [edition for edition in editions if edition.start.year == expression.year]
    if expression.direction < 0:
        editions = [edition for edition in editions if edition.start <= anchor][-1:]
    elif expression.direction > 0:
        editions = [edition for edition in editions if edition.end >= anchor][:1]
    nearest = min(editions, key=lambda o: (abs((o.start - anchor).days), o.start), default=None)
    if nearest is None or expression.amount is None or expression.unit is None:
        return (nearest.start, nearest.end) if nearest else None
    return _shift(expression, nearest.end if expression.amount > 0 else nearest.start)


def editions_of(key: str, knowledge: Knowledge) -> list[Occasion]:
    """The editions that a key names, by day: all of a series, or the one."""
    if key in knowledge.occasions:
        return [knowledge.occasions[key]]
    return sorted(knowledge.occasions_of(key), key=lambda occasion: (occasion.start, occasion.key))


def granularity_of(expression: TimeExpression) -> Granularity:
    """How coarse the expression speaks, before any doubt about its anchor."""
    if expression.form == "occasion":
        return "day" if (expression.key or "").startswith("holiday/") else "range"
    if expression.form == "weekday" or expression.day is not None or expression.unit == "day":
        return "day"
    if expression.part or (expression.approximate and expression.form == "shift"):
        return "range"
    if expression.month is not None or expression.unit == "month":
        return "month"
    if expression.unit in ("week", "weekend"):
        return "week"
    if expression.unit in ("season", "quarter", "decade"):
        return "season" if expression.unit != "decade" else "range"
    return "year"


def resolve(
    expression: TimeExpression,
    published: When | date,
    knowledge: Knowledge | None = None,
    earlier: Sequence[When] = (),
) -> When:
    """When the expression means, told in an article of that publication day or interval of days.

    `earlier` are the resolved times before this one in the article, by their index; an expression that counts
    from one of them takes its anchor there. Where the publication is known only as an interval, the answer is the
    hull over its days and the confidence falls. Lengths and sets give UNKNOWN with the expression as evidence; but a
    length that counts from a time told is the day so far from it.
    """
    counted = expression.form == "length" and expression.anchor_index is not None
    expression = _as_shift(expression) if counted else expression
    spread = expression.form == "shift" and expression.unit in FINE and expression.rule in TOLD_OFF
    first, last, sure = _anchors(expression, published, earlier, whole=counted or spread)
    if first is None or last is None:
        fixed = expression.year is not None and expression.form == "calendar"
        first = last = date(expression.year or 2000, 1, 1) if fixed else None
    if first is None or last is None:
        return replace(UNKNOWN, evidence=(expression.evidence,), basis="its anchor is not known")
    within = counted and expression.amount_to is not None
    measure = _up_to if within else days_of
    left, right = measure(expression, first, knowledge), measure(expression, last, knowledge)
    if left is None or right is None:
        return replace(UNKNOWN, evidence=(expression.evidence,), basis=f"{expression.form}: names no day")
    start, end = min(left[0], right[0]), max(left[1], right[1])
    settled = left == right
    bounds = _related(expression, start, end, last)
    said = granularity_of(expression)
    grain: Granularity = said if settled and bounds == (start, end) and not within else "range"
    confidence = round(_confidence(expression) * (1.0 if settled else sure), 3)
    return When(*bounds, grain, _basis(expression, first, last, settled=settled), confidence, (expression.evidence,))


def resolve_all(
    expressions: Sequence[TimeExpression], published: When | date, knowledge: Knowledge | None = None
) -> tuple[When, ...]:
    """Every expression of one article, in text order, each with those before it as possible anchors."""
    out = [UNKNOWN] * len(expressions)
    # What counts from a time told behind it, and what counts from that, comes last.
    for index in sorted(range(len(expressions)), key=lambda i: (_looks_ahead(expressions, i), i)):
        out[index] = resolve(expressions[index], published, knowledge, out)
    return tuple(out)


def _looks_ahead(expressions: Sequence[TimeExpression], index: int) -> bool:
    """Whether a time, or one that it counts from in turn, counts from a later one."""
    for _ in expressions:
        anchor = expressions[index].anchor_index
        if anchor is None or anchor > index:
            return anchor is not None
        index = anchor
    return False


def _as_shift(expression: TimeExpression) -> TimeExpression:
    """A length with an anchor is the day, week, month or year so far before or after it."""
    side = -1 if expression.relation == "before" else 1
    return replace(expression, form="shift", amount=side * (expression.amount or 0.0), relation="", direction=0)


def _up_to(expression: TimeExpression, anchor: date, _: Knowledge | None = None) -> Days:
    """The days between two distances: "less than two months after" it, which is not that day itself."""
    amount, most, unit = expression.amount or 0.0, expression.amount_to or 0.0, expression.unit or "day"
    side = -1 if amount < 0 else 1
    ends = (
        calendar.distance(anchor, amount, unit),
        calendar.distance(anchor, side * most, unit) if most else anchor + timedelta(days=side),
    )
    return min(ends), max(ends)


def _anchors(
    expression: TimeExpression, published: When | date, earlier: Sequence[When], *, whole: bool = False
) -> tuple[date | None, date | None, float]:
    """The first and last day to count from and how sure they are; `whole` counts from both ends of a time told."""
    index = expression.anchor_index
    if index is not None and 0 <= index < len(earlier):
        told = earlier[index]
        if told.start is not None:
            return told.start, (told.end if whole and told.end else told.start), told.confidence
    if isinstance(published, date):
        return published, published, 1.0
    return published.start, published.end, published.confidence * 0.9


def _related(expression: TimeExpression, start: date, end: date, anchor: date) -> tuple[date | None, date | None]:
    day = timedelta(days=1)
    if expression.relation == "since":
        return start, anchor if anchor >= start and expression.direction <= 0 and expression.year is None else None
    if expression.relation == "until":
        return None, end
    if expression.relation == "before":  # "before the end of the year" is up to that end
        return None, end if expression.part == "late" else start - day
    return (end + day, None) if expression.relation == "after" else (start, end)


def _confidence(expression: TimeExpression) -> float:
    if expression.approximate:
        return GUESS / 2
    if expression.form == "weekday" or (expression.form == "calendar" and expression.year is None):
        return SURE if expression.direction else GUESS
    return LIKELY if expression.anchor == "text" else SURE


def _basis(expression: TimeExpression, first: date, last: date, *, settled: bool) -> str:
    if expression.form == "calendar" and expression.year is not None:
        return "said in full" if expression.day else "said"
    origin = "a time told before" if expression.anchor_index is not None else "publication"
    about = f"{origin} ({first})" if first == last else f"{origin} ({first} to {last})"
    tail = "" if settled else "; the whole span over those days"
    return f"{expression.rule}, {NAMES[expression.direction]} {about}{tail}"
