"""Calibration: the sums on judgements made by hand, and the tables on the examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.calibration import Judgement, brier, error, section, tables

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_said_as_often_as_it_is_right_has_no_error() -> None:
    honest = [Judgement("event", 0.75, right=n < 3) for n in range(4)]
    boastful = [Judgement("event", 0.97, right=n < 2) for n in range(4)]
    assert error(honest) == pytest.approx(0)
    assert error(boastful) == pytest.approx(0.47)
    assert brier([Judgement("event", 1.0, right=True), Judgement("event", 0.0, right=True)]) == 0.5
    assert error([]) == brier([]) == 0.0


def test_small_rows_are_marked() -> None:
    lines = tables([Judgement("date", 0.86, right=True)] * 3 + [Judgement("place", 0.92, right=True)] * 20)
    assert "| date | 3* | 0.860 | 1.000 | 0.140 | 0.020 |" in lines
    assert any(line.startswith("| place | 20 |") for line in lines)


def test_the_examples_give_a_judgement_for_every_kind_of_confidence(tmp_path: Path) -> None:
    lines = section(tmp_path / "corpora")  # no seeds there: the examples alone
    rows = {line.split("|")[1].strip() for line in lines if line.startswith("| ")}
    assert {"event", "date", "place", "status"} <= rows
