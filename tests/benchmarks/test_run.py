"""The benchmark's own arithmetic and its whole way, on a handful of articles. Nothing here asserts a time."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import corpus, growth, increments, processes, results
from benchmarks import run as runs
from benchmarks.results import Compared
from communique.ledger import Ledger

if TYPE_CHECKING:
    from pathlib import Path


@given(st.floats(0.1, 3), st.floats(0.001, 10))
def test_the_exponent_of_a_power_law_is_found(power: float, factor: float) -> None:
    points = [(n, factor * n**power) for n in (100, 200, 400, 800)]
    assert growth.exponent(points) == pytest.approx(power, abs=1e-6)


@pytest.mark.parametrize("points", [[], [(100, 1.0)], [(100, 1.0), (100, 2.0)], [(0, 1.0), (10, 1.0)]])
def test_growth_needs_sizes_to_compare(points: list[tuple[int, float]]) -> None:
    with pytest.raises(ValueError, match=r"sizes"):
        growth.exponent(points)


def test_a_process_that_holds_more_memory_is_seen() -> None:
    # From a process of its own, as benchmarks.run is: a child's peak begins with what its parent held.
    script = (
        "import sys; from pathlib import Path; from benchmarks.processes import run\n"
        "small = run([sys.executable, '-c', 'pass'], Path())\n"
        "large = run([sys.executable, '-c', \"print(len(b'x' * 200_000_000))\"], Path())\n"
        "print(large.output.strip(), large.megabytes - small.megabytes)\n"
    )
    said, more = processes.run([sys.executable, "-c", script], runs.ROOT).output.split()
    assert said == "200000000"
    assert 150 < float(more) < 250


def test_a_process_that_fails_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        processes.run([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)


def test_a_process_may_say_much_on_its_error_output(tmp_path: Path) -> None:
    loud = "import sys; sys.stderr.write('x' * 1_000_000); print('done')"
    assert processes.run([sys.executable, "-c", loud], tmp_path).output == "done\n"


def test_ratios_are_measured_over_baseline() -> None:
    table = "\n".join(results.compared_table([Compared("this", 3.0, "that", 1.5, "s")]))
    assert "| this | 3.00 s | that | 1.50 s | 2.00 |" in table


def test_rates_and_shares_are_of_the_seconds() -> None:
    said = {
        "articles": 50, "characters": 100_000, "loading": 1.0,
        "seconds": {"intake": 1.0, "reconciling": 3.0}, "baselines": {"intake": 0.25},
        "grammar": (9000, 0.5),
    }  # fmt: skip
    table = "\n".join(results.stages_table("made up", said))
    assert "| intake | 50.0 | 25% | the files decoded and split into lines | 200 | 4.0 |" in table
    assert "| reconciling | 16.7 | 75% | - | - | - |" in table
    assert "| **all** | 12.5 | 100% |" in table
    assert "18,000 sentences per second" in table


def test_every_stage_is_measured_on_real_articles(tmp_path: Path) -> None:
    corpus.write(corpus.generate(4, 7), tmp_path)
    said = runs._stages(tmp_path, (2, 4, 100))
    assert said["articles"] == 4
    assert set(said["baselines"]) < set(said["seconds"])
    assert all(seconds > 0 for seconds in said["seconds"].values())
    assert [size for size, _ in said["growth"]] == [2, 4]  # there are no hundred


def test_a_few_articles_more_are_measured_beside_the_many(tmp_path: Path) -> None:
    found = increments.measure(4, 2, tmp_path)
    assert (found.many, found.more) == (4, 2)
    assert min(found.first, found.then) > 0
    with Ledger.open(tmp_path / "bench.db") as ledger:
        assert len(ledger.record().articles) == 6


def test_a_run_compares_whole_processes_and_prints_every_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    measured = {
        "articles": 2, "characters": 2000, "loading": 1.0, "seconds": {"intake": 1.0}, "baselines": {"intake": 0.5},
        "growth": [[1, 1.0], [2, 4.0]], "many": 2000, "more": 50, "first": 200.0, "then": 8.0,
    }  # fmt: skip

    def fake(command: list[str], _folder: Path, _times: int = 1) -> processes.Run:
        asked.append(command)
        return processes.Run(2.0, 1.0, 100.0, json.dumps(measured))

    monkeypatch.setattr(runs, "run", fake)
    monkeypatch.setattr(runs, "best", fake)
    page = runs.bench(runs.Plan((4, 8), 6, 1, 7, (2000, 50)), tmp_path)
    titles = ("Stages: generated articles", "Stages: examples/", "Growth of reconciling", "Whole processes")
    for title in (*titles, "More articles into a ledger"):
        assert f"## {title}" in page
    assert "| 2,000 | 200.0 | 50 | 8.0 | 4.0% | 2.5% |" in page
    assert "Fitted exponent: **2.00**" in page
    assert "| `communique --help` | 2.00 s | `python -c pass` | 2.00 s | 1.00 |" in page
    assert {command[-1] for command in asked if "read" in command} == {"1", "2"}
