"""The timeline's geometry: events on a scale of days, long empty stretches cut short, marks kept from overlapping.

Days are points, uncertain dates bars over all the days they may be. Units are those of the drawing's view box.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from communique.export.words import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.export.report.events import EventView

WIDTH = 1000
MARGIN = 26
MARK = 22  # height of a lane's mark, and the least width of one: room for three digits
LANE = 27
AXIS = 34
BREAK = 34  # width of a cut in the scale
GAP_DAYS = 45  # a stretch without events is cut where it is longer than this ...
GAP_SHARE = 0.12  # ... and than this share of the whole time: below, the distance itself tells something
TICK_ROOM = 84  # a label such as "14 Feb 2023" and some air


@dataclass(frozen=True, slots=True)
class Mark:
    """One event's mark: a bar from `x`, as wide as a circle where the day is known; open sides have arrows."""

    event: EventView
    x: float
    y: float
    width: float
    point: bool
    open_start: bool
    open_end: bool

    @property
    def middle(self) -> float:
        """Where the number stands."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled day of the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """All marks with axis ticks and the cuts in the scale; `height` is of the whole drawing."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days [first, last] drawn from `x` on at `scale` units a day."""

    first: date
    last: date
    x: float
    scale: float

    def at(self, day: date) -> float:
        return self.x + (day - self.first).days * self.scale


def timeline(events: Sequence[EventView]) -> Timeline | None:
    """The drawing of all dated events, None where there are none."""
    dated = [event for event in events if event.start or event.end]
    if not dated:
        return None
    stretches = _stretches(sorted(_span(event) for event in dated))
    marks = tuple(_laid_out(dated, stretches))
    breaks = tuple(round(stretch.x - BREAK / 2, 1) for stretch in stretches[1:])
    return Timeline(marks, tuple(_ticks(stretches)), breaks, max(mark.y for mark in marks) + LANE)


def _span(event: EventView) -> tuple[date, date]:
    """The days that an event takes on the scale: an open side takes none beyond the known one."""
    first, last = event.start or event.end, event.end or event.start
    assert first is not None, "undated events are left out before"
    assert last is not None, "undated events are left out before"
    return first, last


def _stretches(spans: list[tuple[date, date]]) -> list[_Stretch]:
    whole = (max(last for _, last in spans) - spans[0][0]).days + 1
    longest = max(GAP_DAYS, GAP_SHARE * whole)
    runs: list[tuple[date, date]] = []
    for first, last in spans:
        if runs and (first - runs[-1][1]).days <= longest:
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
        else:
            runs.append((first, last))
    days = sum((last - first).days + 1 for first, last in runs)
    least = MARK * 2.0  # no stretch is narrower, be it one day
    room = WIDTH - 2 * MARGIN - BREAK * (len(runs) - 1) - least * len(runs)
    found, x = [], float(MARGIN)
    for first, last in runs:
        length = (last - first).days + 1
        width = least + max(room, 0.0) * length / days
        found.append(_Stretch(first, last, x, width / length))
        x += width + BREAK
    return found


def _laid_out(events: list[EventView], stretches: list[_Stretch]) -> Iterator[Mark]:
    """Marks in date order, each in the first lane that is free where it begins."""
    lanes: list[float] = []
    for event in events:
        first, last = _span(event)
        stretch = next(stretch for stretch in stretches if stretch.first <= first <= stretch.last)
        left, right = stretch.at(first), stretch.at(last) + stretch.scale
        point = event.start == event.end
        if point or right - left < MARK:
            left = (left + right - MARK) / 2
            right = left + MARK
        lane = next((index for index, taken in enumerate(lanes) if taken + 3 <= left), len(lanes))
        lanes[lane : lane + 1] = [right]
        yield Mark(
            event,
            round(left, 1),
            AXIS + 6 + lane * LANE,
            round(right - left, 1),
            point,
            open_start=event.start is None,
            open_end=event.end is None,
        )


def _ticks(stretches: list[_Stretch]) -> Iterator[Tick]:
    """The first day of each stretch, then round days as dense as their labels fit."""
    taken = 0.0
    for stretch in stretches:
        start = stretch.x
        if start >= taken:
            yield Tick(round(start, 1), f"{stretch.first.day} {_month(stretch.first)} {stretch.first.year}")
            taken = start + TICK_ROOM
        for day in _round_days(stretch):
            x = stretch.at(day)
            if x >= taken:
                yield Tick(round(x, 1), _label(day, stretch))
                taken = x + TICK_ROOM


def _round_days(stretch: _Stretch) -> Iterator[date]:
    """Mondays of a short stretch, firsts of the month of a long one, New Year's days of a very long one."""
    unit = TICK_ROOM / stretch.scale  # days that a label covers
    day = stretch.first
    while day < stretch.last:
        day += timedelta(days=1)
        monthly = day.day == 1 and (unit < 120 or day.month == 1)
        if (unit < 9 and day.weekday() == 0) or (unit < 2) or (unit >= 9 and monthly):
            yield day


def _label(day: date, stretch: _Stretch) -> str:
    if TICK_ROOM / stretch.scale >= 120:
        return str(day.year)
    return f"{_month(day)} {day.year}" if day.day == 1 else f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return MONTHS[day.month - 1][:3]
