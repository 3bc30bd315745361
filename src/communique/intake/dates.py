"""Calendar dates in the lines above an article, in page metadata and in web addresses.

Only dates that name their year, month and day count; "2 hours ago" or "May 3" claims nothing. A date in
figures alone whose day and month could change places (03/04/2023) claims nothing either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sep", "sept"), ("october", "oct"),
            ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))) + r")\b\.?"
_MONTH_AGAIN = _MONTH.replace("?P<month>", "?:")
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_DAY}\s*(?:of\s+|[-/])?\s*{_MONTH}\s*,?\s*[-/]?\s*{_YEAR}",
        rf"\b{_MONTH}\s*{_DAY}\s*,?\s*(?:,|\bof\b)?\s*{_YEAR}",
        rf"(?<!\d){_YEAR}\s*,?\s+{_MONTH}\s*{_DAY}(?!\d)",
        rf"(?<!\d){_YEAR}(?P<sep>[-/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<![\d.])(?P<day>\d{{1,2}})(?P<sep>[.])(?P<month>\d{{1,2}})(?P=sep){_YEAR}",
        rf"(?<![\d/])(?P<either>\d{{1,2}})(?P<sep>[/-])(?P<other>\d{{1,2}})(?P=sep){_YEAR}",
    )
)
_PARTIAL = re.compile(rf"{_DAY}\s+(?:of\s+)?{_MONTH}|\b{_MONTH_AGAIN}\s*\d{{1,2}}(?:st|nd|rd|th)?\b", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?=[/_-]|\.|$)", re.IGNORECASE)
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?(?:\s*\(?(?:gmt|utc|[a-z]{2,4}t|ist|msk|local time)\)?"
    r"(?:\s*[+-]\d{1,2}(?::?\d{2})?)?)?|\b\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date found in a text, at offsets `start` to `end` (half-open)."""

    start: int
    end: int
    date: date


def find_dates(text: str) -> tuple[Found, ...]:
    """All full calendar dates of a text, in reading order, without overlaps."""
    if not any(sign.isdigit() for sign in text):
        return ()
    found: list[Found] = []
    for form in _FORMS:
        for match in form.finditer(text):
            day = _day_of(match)
            if day and all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.append(Found(match.start(), match.end(), day))
    return tuple(sorted(found, key=lambda one: one.start))


def date_in_address(address: str) -> date | None:
    """The date in the path of a web address ("/2023/03/12/"), None where there is none."""
    match = _IN_ADDRESS.search(address)
    if not match:
        return None
    year, month, day = match.groups()
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
    return _calendar(int(year), number, int(day))


def without_dates(text: str) -> str:
    """The text with its dates (with or without a year), weekdays and times taken out: what a date line says besides."""
    for one in reversed(find_dates(text)):
        text = text[: one.start] + " " + text[one.end :]
    return _WEEKDAY.sub(" ", _TIME.sub(" ", _PARTIAL.sub(" ", text)))


def _day_of(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if "either" in parts:
        first, second = int(parts["either"]), int(parts["other"])
        if first > 12 or first == second:
            return _calendar(year, second, first)
        return _calendar(year, first, second) if second > 12 else None
    month = parts["month"].lower()
    return _calendar(year, int(month) if month.isdigit() else _MONTHS[month], int(parts["day"]))


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
