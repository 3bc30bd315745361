"""Dates, doubt and source chains in plain English words, for the page and the command alike."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from communique.records import Granularity, PropositionStatus, Relation, When

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip

# First and last month of a season, as English-language newsrooms of the northern hemisphere use the words.
_SEASONS = {(3, 5): "spring", (6, 8): "summer", (9, 11): "autumn", (12, 2): "winter"}

_RELATIONS: dict[Relation, str] = {"conveyed": "conveyed by", "reported": "reported by", "cited": "cited by"}

NOT_SAID = "date not said"


def day_in_words(day: date) -> str:
    """A day as "22 February 2023"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def when_in_words(when: When) -> str:
    """A `When` in words: "22 February 2023", "February 2023", "between 14 and 21 February 2023", "date not said"."""
    return interval_in_words(when.start, when.end, when.granularity)


def interval_in_words(start: date | None, end: date | None, granularity: Granularity = "range") -> str:
    """A closed interval of days in words; None is an open side. `granularity` only ever shortens the wording."""
    if start is None:
        return NOT_SAID if end is None else f"{day_in_words(end)} or before"
    if end is None:
        return f"{day_in_words(start)} or after"
    if start == end:
        return day_in_words(start)
    return _period(start, end, granularity) or _between(start, end)


def _period(start: date, end: date, granularity: Granularity) -> str | None:
    """The name of the week, month, season or year that the interval is, exactly; None where it is none."""
    if granularity == "week" and (end - start).days == 6 and start.weekday() == 0:
        return f"the week of {day_in_words(start)}"
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return None
    if (start.year, start.month) == (end.year, end.month):
        return f"{MONTHS[start.month - 1]} {start.year}"
    if start.year == end.year and (start.month, end.month) == (1, 12):
        return str(start.year)
    season = _SEASONS.get((start.month, end.month))
    if granularity == "season" and season and (end - start).days < 100:
        return f"{season} {start.year}" + (f"–{end.year % 100:02}" if end.year != start.year else "")
    return None


def _between(start: date, end: date) -> str:
    """Say "between 14 and 21 February 2023", repeating month and year only where they differ."""
    first = f"{start.day}"
    if (start.year, start.month) != (end.year, end.month):
        first += f" {MONTHS[start.month - 1]}"
    if start.year != end.year:
        first += f" {start.year}"
    return f"between {first} and {day_in_words(end)}"


def sureness_in_words(confidence: float) -> str:
    """A confidence between 0 and 1 as "83 % sure"; 0 is "not sure"."""
    percent = round(100 * min(max(confidence, 0.0), 1.0))
    return f"{percent} % sure" if percent else "not sure"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Count as in "1 report", "3 reports", "1,204 reports"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Join as in "A", "A and B", "A, B and C"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def verb(status: PropositionStatus, *, hedged: bool) -> str:
    """Say "denied" where the speaker denies, "claimed" where the report hedges, "said" otherwise.

    What is negated in its own words ("no plan was presented") is said, not denied once more.
    """
    if status == "denied":
        return "denied"
    return "claimed" if hedged else "said"


def chain_in_words(links: Sequence[tuple[str, Relation]], outlet: str | None) -> str:
    """A source chain, innermost first: "conveyed by Mao Ning, reported by Xinhua, published by The Daily".

    `links` are names with what each did; empty where the statement reached its outlet directly.
    """
    parts = [f"{_RELATIONS[relation]} {name}" for name, relation in links]
    if outlet:
        parts.append(f"published by {outlet}")
    return ", ".join(parts)
