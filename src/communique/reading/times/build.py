"""From what a pattern captured to the fields of a TimeExpression. Knows no rule by name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from communique.reading.times.numbers import decade, number, spoken_year
from communique.records import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from communique.reading.times.lexicon import Lexicon
    from communique.reading.times.patterns import Rule
    from communique.records import Evidence

Fields = dict[str, Any]
Words = list[str]
LONG_UNITS = {"century": ("decade", 10), "fortnight": ("week", 2), "half": ("quarter", 2)}
SHIFTS = ("LAST", "PASTW", "NEXT", "COMING", "THIS", "CURRENT", "PREV", "FOLL", "SAME", "THAT", "TODAY", "THESE")


@dataclass(frozen=True, slots=True)
class Capture:
    """A named piece of a match: the field, its words, and where they stand (token indices, half-open)."""

    name: str
    words: tuple[str, ...]
    start: int
    end: int


def _valued(name: str, *classes: str) -> Callable[[Words, Lexicon], Fields]:
    def read(words: Words, lexicon: Lexicon) -> Fields:
        for word in words:
            value = lexicon.value(word, *classes)
            if value:
                return {name: int(value) if value.lstrip("-").isdigit() else value}
        return {}

    return read


def _day(words: Words, lexicon: Lexicon) -> Fields:
    value = number(words, lexicon)
    return {"day": int(value)} if value is not None else {}


def _month(words: Words, lexicon: Lexicon) -> Fields:
    return {"month": int(words[0])} if words[0].isdigit() else _valued("month", "MONTH")(words, lexicon)


def _amount(words: Words, lexicon: Lexicon) -> Fields:
    value = number(words, lexicon)
    return {"n": value} if value is not None else {"approximate": True}


def _slash(words: Words, _: Lexicon) -> Fields:
    """Day and month in numbers: the year first if it has four digits there; else month/day, unless that cannot be."""
    mark = "." if "." in words[0] else "/"
    a, b, c = (int(part) for part in words[0].split(mark))
    if a > 31:
        return {"year": a, "month": b, "day": c}
    year = c + (1900 if c >= 50 else 2000) if c < 100 else c
    first_is_day = a > 12 or mark == "."
    return {"year": year, "month": b if first_is_day else a, "day": a if first_is_day else b}


def _ordinal_key(name: str) -> Callable[[Words, Lexicon], Fields]:
    def read(words: Words, lexicon: Lexicon) -> Fields:
        value = number([word.lstrip("q") for word in words], lexicon)
        return {"key": f"{name}/{int(value or 0)}"}

    return read


def _named_key(name: str, *classes: str) -> Callable[[Words, Lexicon], Fields]:
    def read(words: Words, lexicon: Lexicon) -> Fields:
        value = next((v for word in words if (v := lexicon.value(word, *classes))), "")
        return {"key": f"{name}/{value}"}

    return read


READERS: Mapping[str, Callable[[Words, Lexicon], Fields]] = {
    "year": lambda words, lexicon: {"year": spoken_year(words, lexicon)},
    "month": _month,
    "day": _day,
    "weekday": _valued("weekday", "WEEKDAY", "WEEKDAYS", "WDABBR"),
    "unit": _valued("unit", "UNIT1", "UNITN", "LONG"),
    "sub": _named_key("sub", "SUB1", "SUBN"),
    "n": _amount,
    "n_high": lambda words, lexicon: {"amount_to": number(words, lexicon)},
    "lead": lambda words, lexicon: {"lead": -1 if lexicon.value(words[0], "EARLIER") is not None else 1},
    "plus": lambda words, lexicon: {"plus": number(words, lexicon)},
    "part": lambda words, lexicon: _valued("part", "PART", "PARTN")([w.partition("-")[0] for w in words], lexicon),
    "wd": _valued("weekday", "WEEKDAY", "WDABBR"),
    "century": _ordinal_key("century"),
    "shift": lambda words, _: {"shift": words},
    "decade": lambda words, lexicon: {"year": decade(words, lexicon)},
    "slash": _slash,
    "season": _named_key("season", "SEASON", "FALL", "SEASONS"),
    "quarter": _ordinal_key("quarter"),
    "half": _ordinal_key("half"),
    "pod": _named_key("pod", "POD", "TONIGHT"),
    "clock": lambda words, _: {"key": "clock/" + "".join(words)},
    "set": _named_key("set", "SETW"),
}


def _shift(words: Words, lexicon: Lexicon) -> tuple[int, bool]:
    """By how many units a direction word shifts, and whether it counts from a time told before."""
    for word in words:
        for name in SHIFTS:
            value = lexicon.value(word, name)
            if value is not None and value != "":
                return int(value), name in ("PREV", "FOLL", "SAME", "THAT")
    return 0, False


def fields_of(rule: Rule, captures: list[Capture], lexicon: Lexicon) -> Fields:
    """The fields that the captures and the row say, before anything is known of the sentence around them."""
    found: Fields = {}
    for capture in captures:
        found.update(READERS[capture.name](list(capture.words), lexicon))
    for name, value in rule.sets.items():
        found[name] = int(value) if value.lstrip("-").isdigit() else value
    if "shift" in found:
        amount, told = _shift(found.pop("shift"), lexicon)
        found.setdefault("amount", amount)
        if told:
            found["anchor"] = "text"
    n, sign, plus = found.pop("n", None), found.pop("sign", None), found.pop("plus", None)
    n = n + plus if n is not None and plus else n
    if (lead := found.pop("lead", None)) and not found.get("direction"):
        found["direction"] = lead
    if rule.form == "length" and n is not None:
        found["direction"] = max(-1, min(1, int(found.pop("amount", 0))))
        found["amount"] = n
    elif rule.form == "length":
        found["direction"] = max(-1, min(1, int(found.pop("amount", 0))))
    elif n is not None:
        found["amount"] = n * (sign or 1)
    elif sign is not None:
        found["direction"] = sign
        found.setdefault("amount", None if found.get("approximate") else sign)
    return _long_units(found)


def _long_units(found: Fields) -> Fields:
    unit = found.get("unit")
    if unit in LONG_UNITS:
        name, factor = LONG_UNITS[unit]
        found = {**found, "unit": name}
        if found.get("amount") is not None:
            found["amount"] = found["amount"] * factor
    return found


def valid(fields: Fields) -> bool:
    """Whether a calendar date can be: no 31 June, no month 13."""
    month, day = fields.get("month"), fields.get("day")
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    try:
        date(fields.get("year") or 2000, month or 1, day)
    except ValueError:
        return False
    return True


def expression(rule: Rule, fields: Fields, evidence: Evidence) -> TimeExpression | None:
    """The expression that the fields make; None where they make no date."""
    if rule.form == "calendar" and not valid(fields):
        return None
    fields = {"anchor": "publication" if rule.form not in ("length", "set") else "none", **fields}
    if rule.form == "calendar" and (fields.get("year") is not None or str(fields.get("key")).startswith("century/")):
        fields["anchor"] = "none"
    fields["approximate"] = bool(fields.get("approximate", False))
    made = TimeExpression(evidence, rule.type, rule.name, rule.form, **fields)  # type: ignore[arg-type]
    return replace(made, direction=_own_direction(made))


def _own_direction(made: TimeExpression) -> Any:
    if made.direction or made.form != "shift" or made.amount is None:
        return made.direction
    return (made.amount > 0) - (made.amount < 0)
