"""Confidence of fields: lines that agree raise it, lines that contradict lower it, copies do neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reconciling.confidence import AT_LEAST, AT_MOST, NOT_SURE, base, combined
from communique.records import Event, Lineage
from tests.reconciling.test_accounts import event
from tests.reconciling.worlds import on, told

MAY = on("2023-05-03", confidence=0.8)


def sure(found: Event) -> dict[str, float]:
    return dict(found.sureness)


def test_base_rates_are_shares_smoothed() -> None:
    assert base("status") == pytest.approx(84 / 88)
    assert all(0.5 < base(measure) < 1 for measure in ("event:fact", "kind", "participants", "place:said"))


@given(st.lists(st.floats(0.5, 0.99), max_size=5), st.lists(st.floats(0.5, 0.99), max_size=5))
def test_more_agreement_is_never_less_sure(agreeing: list[float], against: list[float]) -> None:
    value = combined(agreeing, against)
    assert AT_LEAST <= value <= AT_MOST
    assert combined([*agreeing, 0.9], against) >= value
    assert combined(agreeing, [*against, 0.9]) <= value


def test_a_second_line_makes_a_field_surer_and_a_copy_does_not() -> None:
    one, two = told("a", "asha omar", MAY, "muscat"), told("b", "asha omar", MAY, "muscat")
    copied = (Lineage("a", None, None, 0.0, "a"), Lineage("b", "a", "copy", 1.0, "a", ("same",)))
    alone, both, copy = sure(event(one)), sure(event(one, two)), sure(event(one, two, lineages=copied))
    assert set(alone) == {"date", "kind", "participants", "place", "status"}
    assert alone == copy
    assert all(both[field] > alone[field] for field in alone)


def test_an_account_that_contradicts_makes_its_field_less_sure_and_no_other() -> None:
    one = told("a", "asha omar", MAY, "muscat")
    other = told("b", "asha omar", MAY, "salalah")
    alone, parted = sure(event(one)), sure(event(one, other))
    assert parted["place"] < alone["place"]
    assert parted["date"] > alone["date"]
    denied = sure(event(one, told("b", "asha omar", MAY, "muscat", status="denied")))
    assert denied["status"] == NOT_SURE


def test_a_date_that_the_reader_is_unsure_of_is_as_sure_as_such_dates_have_proved() -> None:
    found = event(told("a", "asha omar", on("2023-05-03", confidence=0.3)))
    clear = event(told("a", "asha omar", on("2023-05-03", confidence=0.95)))
    assert NOT_SURE < sure(found)["date"] < sure(clear)["date"]
    assert "place" not in sure(found)
