"""The doubled tables that the benchmark of knowledge loads are valid tables with twice the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.knowledge import measure, twice
from communique.knowledge import load

if TYPE_CHECKING:
    from pathlib import Path


def test_doubled_tables_load_and_hold_twice_the_rows(tmp_path: Path) -> None:
    ours, doubled = load(), load(twice(tmp_path))
    assert len(doubled.persons) == 2 * len(ours.persons)
    assert len(doubled.places) == 2 * len(ours.places)
    assert doubled.persons["sergey-lavrov"] == ours.persons["sergey-lavrov"]


def test_the_measurement_gives_time_memory_and_its_baseline() -> None:
    said = measure(None)
    assert said.keys() == {"ready", "megabytes", "baseline"}
    assert said["baseline"] > 0
