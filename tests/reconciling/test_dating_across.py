"""What dated articles tell of the day of an undated one, and that the answer depends on no order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from communique.reconciling.dating.across import First, votes
from communique.reconciling.told import Told
from communique.records import (
    Evidence,
    Lineage,
    Publication,
    Reading,
    Telling,
    TimeExpression,
    When,
)  # fmt: skip

DAY = date(2023, 5, 4)
WIDE = When(date(2020, 1, 1), date(2026, 12, 31), "range", "test", 0.9)


def day(of: date) -> When:
    return When(of, of, "day", "test", 0.95)


def telling(article: str, status: str = "held", times: tuple[int, ...] = ()) -> Telling:
    piece = Evidence(article, 0, 4)
    return Telling(f"t-{article}", "meeting", status, (), None, times, (piece,), piece)  # type: ignore[arg-type]


def first(*times: TimeExpression) -> First:
    return First(
        {"dated": Reading("dated", "test"), "open": Reading("open", "test", times=times)},
        {"dated": Publication("dated", day(DAY), DAY), "open": Publication("open", WIDE, None)},
        {"dated": "The Gulf Courier", "open": "A page"},
    )


def told(status: str = "held", times: tuple[int, ...] = ()) -> list[list[Told]]:
    return [[
        Told("dated", telling("dated"), day(DAY), day(DAY)), Told("open", telling("open", status, times), WIDE, WIDE),
    ]]  # fmt: skip


def heaviest(found: object) -> tuple[date, date]:
    assert isinstance(found, dict)
    (vote,) = found["open"]
    best = max(vote.spans, key=lambda span: span.share / ((span.end - span.start).days + 1))
    return best.start, best.end


def test_a_copy_came_out_soon_after_its_origin() -> None:
    lineage = Lineage("open", "dated", "copy", 0.99, "dated")
    assert heaviest(votes(first(), [lineage], [])) == (DAY, DAY + timedelta(days=1))
    assert votes(first(), [Lineage("open", "dated", "citation", 0.5, "dated")], []) == {}


def test_an_origin_came_out_before_its_copy() -> None:
    found = heaviest(votes(first(), [Lineage("dated", "open", "near-copy", 0.9, "open")], []))
    assert found[1] == DAY


def test_an_account_of_an_event_that_another_dates() -> None:
    start, end = heaviest(votes(first(), [], told()))
    assert (start, end) == (DAY, DAY + timedelta(days=3))


def test_a_weekday_said_of_the_event_counts_from_its_day() -> None:
    thursday = TimeExpression(
        Evidence("open", 0, 4), "DATE", "weekday", "weekday", weekday=3, direction=-1, anchor="publication"
    )
    start, end = heaviest(votes(first(thursday), [], told(times=(0,))))
    assert DAY <= start <= end <= DAY + timedelta(days=7)
    wrong = TimeExpression(
        Evidence("open", 0, 4), "DATE", "weekday", "weekday", weekday=0, direction=-1, anchor="publication"
    )
    assert votes(first(wrong), [], told(times=(0,))) == {}  # no Monday is a Thursday


def test_what_is_planned_was_told_before() -> None:
    assert heaviest(votes(first(), [], told("planned")))[1] <= DAY


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_accounts_does_not_matter(*, turned: bool) -> None:
    (event,) = told()
    assert votes(first(), [], [event[::-1] if turned else event]) == votes(first(), [], [event])
