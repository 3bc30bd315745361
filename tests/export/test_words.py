"""Dates, counts and chains in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.export import words
from communique.records import UNKNOWN, Granularity, When

D = date


@pytest.mark.parametrize(
    ("start", "end", "granularity", "told"),
    [
        (D(2023, 2, 22), D(2023, 2, 22), "day", "22 February 2023"),
        (D(2023, 2, 14), D(2023, 2, 21), "range", "between 14 and 21 February 2023"),
        (D(2023, 2, 28), D(2023, 3, 3), "range", "between 28 February and 3 March 2023"),
        (D(2022, 12, 30), D(2023, 1, 2), "range", "between 30 December 2022 and 2 January 2023"),
        (D(2023, 2, 1), D(2023, 2, 28), "month", "February 2023"),
        (D(2024, 2, 1), D(2024, 2, 28), "month", "between 1 and 28 February 2024"),
        (D(2024, 1, 1), D(2024, 12, 31), "year", "2024"),
        (D(2023, 9, 1), D(2023, 11, 30), "season", "autumn 2023"),
        (D(2023, 9, 1), D(2023, 11, 30), "range", "between 1 September and 30 November 2023"),
        (D(2022, 12, 1), D(2023, 2, 28), "season", "winter 2022–23"),
        (D(2021, 12, 1), D(2023, 2, 28), "season", "between 1 December 2021 and 28 February 2023"),
        (D(2023, 2, 13), D(2023, 2, 19), "week", "the week of 13 February 2023"),
        (D(2023, 2, 14), D(2023, 2, 20), "week", "between 14 and 20 February 2023"),
        (D(2023, 2, 14), None, "range", "14 February 2023 or after"),
        (None, D(2023, 2, 14), "range", "14 February 2023 or before"),
        (None, None, "unknown", "date not said"),
    ],
)
def test_intervals(start: date | None, end: date | None, granularity: Granularity, told: str) -> None:
    assert words.interval_in_words(start, end, granularity) == told
    assert words.when_in_words(When(start, end, granularity, "said", 0.5)) == told


@given(st.dates(), st.dates(), st.sampled_from(["day", "week", "month", "season", "year", "range", "unknown"]))
def test_any_interval_names_its_years(one: date, other: date, granularity: Granularity) -> None:
    start, end = sorted((one, other))
    told = words.interval_in_words(start, end, granularity)
    assert str(start.year) in told
    assert str(end.year) in told or told == f"winter {start.year}–{end.year % 100:02}"


def test_unknown_is_said_so() -> None:
    assert words.when_in_words(UNKNOWN) == words.NOT_SAID


@pytest.mark.parametrize(("number", "told"), [(0, "0 reports"), (1, "1 report"), (1204, "1,204 reports")])
def test_counts(number: int, told: str) -> None:
    assert words.counted(number, "report") == told


def test_counts_with_their_own_plural() -> None:
    assert words.counted(2, "party", "parties") == "2 parties"


@pytest.mark.parametrize(
    ("parts", "told"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_lists(parts: list[str], told: str) -> None:
    assert words.listed(parts) == told


def test_verbs_tell_denial_before_doubt() -> None:
    assert words.verb("denied", hedged=True) == "denied"
    assert words.verb("claimed", hedged=True) == "claimed"
    assert words.verb("claimed", hedged=False) == "said"
    assert words.verb("negated", hedged=False) == "said"


def test_chains_are_told_innermost_first() -> None:
    told = words.chain_in_words([("a spokesman", "conveyed"), ("IRNA", "reported"), ("Reuters", "cited")], "The Post")
    assert told == "conveyed by a spokesman, reported by IRNA, cited by Reuters, published by The Post"
    assert words.chain_in_words([], None) == ""


@pytest.mark.parametrize(("confidence", "told"), [(0.0, "not sure"), (0.834, "83 % sure"), (1.0, "100 % sure")])
def test_sureness(confidence: float, told: str) -> None:
    assert words.sureness_in_words(confidence) == told
