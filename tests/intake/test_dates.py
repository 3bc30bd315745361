"""Dates of headers, metadata and addresses: what they claim, and what they do not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.intake.dates import date_in_address, find_dates, without_dates

DAY = date(2023, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "Sunday , March 12 2023", "12 March 2023", "2023-03-12", "March 12, 2023 4:15 pm", "12th of March, 2023",
        "Mar. 12, 2023",
        "2023-03-12T23:59:00+04:00", "2023/03/12", "12.03.2023", "12-Mar-2023", "SUNDAY 12 MARCH 2023 | 18:40",
        "03/12/2023 is not it, 12 Mar 2023 is",
    ],
)  # fmt: skip
def test_forms(text: str) -> None:
    assert [found.date for found in find_dates(text)] == [DAY]


@pytest.mark.parametrize(
    "text", ["03/04/2023", "May 3", "2 hours ago", "31 February 2023", "in 2023", "1.2.3.2023", "room 12, 2023"]
)
def test_what_claims_nothing(text: str) -> None:
    assert find_dates(text) == ()


def test_figures_that_can_be_read_one_way_only() -> None:
    assert [found.date for found in find_dates("25/12/2022 and 12/25/2022")] == [date(2022, 12, 25)] * 2


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/2023/03/12/talks",
        "https://a.example/world/2023-03-12-talks.html",
        "https://a.example/2023/mar/12/x",
    ],
)
def test_addresses(address: str) -> None:
    assert date_in_address(address) == DAY


def test_address_without_a_day() -> None:
    assert date_in_address("https://a.example/2023/03/talks-12") is None


def test_what_is_left_beside_a_date() -> None:
    assert without_dates("Tuesday, 28 February 2023 10:15 GMT | Jane Roe").replace("|", "").split()[-2:] == [
        "Jane",
        "Roe",
    ]


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_offsets_point_at_the_date(day: date) -> None:
    text = f"Published: {day.day} {day:%B} {day.year}, Nairobi"
    (found,) = find_dates(text)
    assert found.date == day
    assert text[found.start : found.end] == f"{day.day} {day:%B} {day.year}"
