"""TIMEX3 values (TimeML 1.2.1) of time expressions, for evaluation against annotated corpora and for exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.times.calendar import SEASONS
from communique.reading.times.resolve import days_of

if TYPE_CHECKING:
    from datetime import date

    from communique.knowledge import Knowledge
    from communique.records import TimeExpression

LETTERS = {"day": "D", "week": "W", "weekend": "WE", "month": "M", "year": "Y", "decade": "DE", "quarter": "Q"}
CLOCK_LETTERS = {"hour": "H", "minute": "M", "second": "S"}
REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def timex_value(expression: TimeExpression, anchor: date, knowledge: Knowledge | None = None) -> str:
    """The `value` attribute of the expression when told on the anchor day; "" where it has none."""
    if expression.form == "length":
        return _length(expression)
    if expression.form == "set":
        return _set(expression)
    if expression.form == "shift" and expression.approximate and expression.amount is None:
        return REFERENCES[expression.direction]
    days = days_of(expression, anchor, knowledge)
    return _dated(expression, days[0]) if days else ""


def _dated(expression: TimeExpression, start: date) -> str:
    kind, _, value = (expression.key or "").partition("/")
    if kind == "season":
        return f"{start.year}-{SEASONS[value][1]}"
    if kind == "century":
        return f"{int(value) - 1:02d}"
    if kind == "half":
        return f"{start.year}-H{value}"
    if expression.form in ("weekday", "occasion") or expression.day or expression.unit == "day":
        return start.isoformat() + (f"T{value}" if kind == "pod" else _clock(value) if kind == "clock" else "")
    if expression.unit == "decade":
        return str(start.year // 10)
    if expression.unit == "quarter":
        return f"{start.year}-Q{(start.month + 2) // 3}"
    if expression.unit in ("week", "weekend"):
        iso = start.isocalendar()
        return f"{iso.year}-W{iso.week:02d}" + ("-WE" if expression.unit == "weekend" else "")
    return f"{start.year}-{start.month:02d}" if expression.month or expression.unit == "month" else f"{start.year:04d}"


def _clock(said: str) -> str:
    """ "9:30p.m.est" to "T21:30"."""
    digits = said.replace(":", " ").split()
    hour = int("".join(c for c in digits[0] if c.isdigit()) or 0)
    minutes = "".join(c for c in digits[1] if c.isdigit())[:2] if len(digits) > 1 else ""
    letters = said.lstrip("0123456789:")
    if letters.startswith("p") and hour < 12:
        hour += 12
    return f"T{hour:02d}" + f":{minutes or '00'}"


def _number(amount: float | None) -> str:
    if amount is None:
        return "X"
    return str(int(amount)) if amount == int(amount) else str(amount)


def _length(expression: TimeExpression) -> str:
    kind, _, value = (expression.key or "").partition("/")
    if kind == "sub":
        return f"PT{_number(expression.amount)}{CLOCK_LETTERS[value]}"
    unit = expression.unit or "day"
    if unit == "decade" and expression.amount is not None:
        return f"P{_number(expression.amount * 10)}Y"
    if unit == "quarter" and expression.amount is not None:
        return f"P{_number(expression.amount * 3)}M"
    if unit == "year" and expression.amount is not None and expression.amount % 1:
        return f"P{int(expression.amount)}Y{round(12 * (expression.amount % 1))}M"
    return f"P{_number(expression.amount)}{LETTERS[unit]}"


def _set(expression: TimeExpression) -> str:
    kind, _, value = (expression.key or "").partition("/")
    if kind == "set":
        return value
    if expression.weekday is not None:
        return f"XXXX-WXX-{expression.weekday + 1}" + (f"T{value}" if kind == "pod" else "")
    if expression.month is not None:
        return f"XXXX-{expression.month:02d}"
    if kind == "season":
        return f"XXXX-{SEASONS[value][1]}"
    return f"P{_number(expression.amount or 1)}{LETTERS[expression.unit or 'day']}"
