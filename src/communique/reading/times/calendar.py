"""Calendar arithmetic on closed intervals of days: months, weeks, weekends, quarters, seasons, decades.

Pure functions; weeks are ISO weeks (Monday first), seasons are the meteorological ones of the northern half.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Days = tuple[date, date]
SEASONS: Mapping[str, tuple[int, str]] = {
    "spring": (3, "SP"),
    "summer": (6, "SU"),
    "autumn": (9, "FA"),
    "winter": (12, "WI"),
}
FIRST_YEAR, LAST_YEAR = 1, 9998


def a_year(year: int) -> Days:
    """The whole year; years outside what a date can hold are cut to it."""
    year = max(FIRST_YEAR, min(LAST_YEAR, year))
    return date(year, 1, 1), date(year, 12, 31)


def months(year: int, month: int, count: int = 1) -> Days:
    """`count` whole months from a month on; `month` may lie outside 1 to 12 and carries into the year."""
    first, last = year * 12 + month - 1, year * 12 + month - 1 + count
    start = date(max(FIRST_YEAR, min(LAST_YEAR, first // 12)), first % 12 + 1, 1)
    after = date(max(FIRST_YEAR, min(LAST_YEAR + 1, last // 12)), last % 12 + 1, 1)
    return start, after - timedelta(days=1)


def week_of(day: date) -> Days:
    """The ISO week of a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekend_on_or_before(day: date) -> Days:
    """The weekend of the day, else the latest one that has begun before it."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    return saturday, saturday + timedelta(days=1)


def season(name: str, year: int) -> Days:
    """The three months of a season; winter begins in December of the year."""
    return months(year, SEASONS[name][0], 3)


def decade(year: int, count: int = 1) -> Days:
    """The decades from the one that holds the year on."""
    start = year // 10 * 10
    return a_year(start)[0], a_year(start + 10 * count - 1)[1]


def thirds(days: Days, part: str) -> Days:
    """The early, mid or late third of an interval; "" gives it whole."""
    if not part:
        return days
    length = (days[1] - days[0]).days + 1
    cut = max(1, round(length / 3))
    if part == "early":
        return days[0], days[0] + timedelta(days=cut - 1)
    if part == "late":
        return days[1] - timedelta(days=cut - 1), days[1]
    middle = days[0] + timedelta(days=cut)
    return min(middle, days[1]), max(middle, days[1] - timedelta(days=cut))


def weekday(anchor: date, wanted: int, direction: int, *, strict: bool) -> date:
    """The nearest day with that weekday at or after (1), or at or before the anchor; `strict` leaves out the anchor."""
    if direction > 0:
        ahead = (wanted - anchor.weekday()) % 7
        return anchor + timedelta(days=ahead or (7 if strict else 0))
    back = (anchor.weekday() - wanted) % 7
    return anchor - timedelta(days=back or (7 if strict else 0))


def recurring(
    anchor: date, of_year: Callable[[int], Days | None], direction: int, *, strict: bool = False
) -> Days | None:
    """The edition of a yearly interval that a text of the anchor's day means.

    Behind (-1): the latest that has begun by the anchor; ahead (1): the earliest that has not ended before it;
    unsaid (0): the nearest by its middle. `strict` leaves out the edition that holds the anchor.
    """
    # Outward from the anchor; five years, since 29 February may be so far away.
    last, step = (anchor.year - 6, -1) if direction < 0 else (anchor.year + 6, 1)
    years = range(anchor.year - step, last, step) if direction else range(anchor.year - 5, last)
    editions = (days for year in years if (days := of_year(year)))
    if strict:
        editions = (days for days in editions if not days[0] <= anchor <= days[1])
    if direction < 0:
        return next((days for days in editions if days[0] <= anchor), None)
    if direction > 0:
        return next((days for days in editions if days[1] >= anchor), None)
    middle = 2 * anchor.toordinal()
    return min(
        editions, key=lambda days: (abs(days[0].toordinal() + days[1].toordinal() - middle), days[0]), default=None
    )


def easter(year: int) -> date:
    """Western Easter (anonymous Gregorian computus: Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> Days:
    """The day of a holiday in a year by its rule, see holidays.tsv."""
    if rule.startswith("easter"):
        day = easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    elif "/" in rule:
        month, nth, wanted = (int(part) for part in rule.split("/"))
        first, last = months(year, month)
        if nth > 0:
            day = weekday(first, wanted, 1, strict=False) + timedelta(days=7 * (nth - 1))
        else:
            day = weekday(last, wanted, -1, strict=False)
    else:
        month, number = (int(part) for part in rule.split("-"))
        day = date(year, month, number)
    return day, day


def distance(day: date, amount: float, unit: str) -> date:
    """The day exactly so many days, weeks, months or years from another; the last of the month where it has none."""
    if unit in ("day", "week"):
        return day + timedelta(days=round(amount * (7 if unit == "week" else 1)))
    first, _ = months(day.year, day.month + round(amount * (12 if unit == "year" else 1)))
    _, last = months(first.year, first.month)
    return first.replace(day=min(day.day, last.day))
