"""The timeline's drawing: days in order, inside the drawing, no two marks on top of one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from communique.export.names import PlainNames
from communique.export.report.page import page_of
from communique.export.report.timeline import MARK, WIDTH, timeline
from communique.records import Record, When

from ..sample import TALKS  # noqa: TID252 - the record that all tests of the room share

if TYPE_CHECKING:
    from communique.export.report.timeline import Timeline


def drawn(*spans: tuple[date | None, date | None]) -> Timeline | None:
    """The timeline of events on these days."""
    events = tuple(
        replace(
            TALKS, id=f"e{number}", accounts=(), outcome=(), parties=(), when=When(start, end, "range", "said", 1.0)
        )
        for number, (start, end) in enumerate(spans)
    )
    return timeline(page_of(Record(events=events), PlainNames()).events)


def test_without_dates_there_is_no_drawing() -> None:
    assert drawn() is None
    assert drawn((None, None)) is None


def test_days_are_points_and_doubt_is_a_bar() -> None:
    found = drawn((date(2023, 3, 1), date(2023, 3, 1)), (date(2023, 3, 1), date(2023, 3, 20)))
    assert found is not None
    assert [(mark.point, mark.width > MARK) for mark in found.marks] == [(True, False), (False, True)]


def test_open_sides_are_told() -> None:
    found = drawn((None, date(2023, 3, 1)), (date(2023, 3, 9), None))
    assert found is not None
    assert [(mark.open_start, mark.open_end, mark.point) for mark in found.marks] == [
        (True, False, False),
        (False, True, False),
    ]


def test_long_empty_stretches_are_cut() -> None:
    old, new = date(1999, 3, 24), date(2023, 3, 18)
    found = drawn((old, old), (new, new), (new + timedelta(3), new + timedelta(3)))
    assert found is not None
    assert len(found.breaks) == 1
    first, second, third = (mark.middle for mark in found.marks)
    assert first < found.breaks[0] < second < third
    assert {tick.label for tick in found.ticks} >= {"24 Mar 1999", "18 Mar 2023"}


def test_short_gaps_are_not_cut() -> None:
    found = drawn((date(2023, 3, 1), date(2023, 3, 1)), (date(2023, 4, 1), date(2023, 4, 1)))
    assert found is not None
    assert found.breaks == ()


@given(st.lists(st.tuples(st.dates(date(1990, 1, 1), date(2026, 1, 1)), st.integers(0, 400)), min_size=1, max_size=25))
def test_marks_stay_inside_apart_and_in_order(spans: list[tuple[date, int]]) -> None:
    found = drawn(*((start, start + timedelta(length)) for start, length in spans))
    assert found is not None
    assert len(found.marks) == len(spans)
    for mark in found.marks:
        assert mark.x >= 0
        assert mark.x + mark.width <= WIDTH + 1
        assert mark.y + MARK <= found.height
    for index, one in enumerate(found.marks):
        for other in found.marks[index + 1 :]:
            if one.y == other.y:
                assert one.x + one.width <= other.x
    points = [mark for mark in found.marks if mark.point]
    assert [mark.x for mark in points] == sorted(mark.x for mark in points)
    xs = [tick.x for tick in found.ticks]
    assert xs == sorted(xs)
