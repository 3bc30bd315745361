"""Speed, memory and growth, each beside a baseline of the same run: `python -m benchmarks.run [--quick] [--write]`.

The figures depend on the machine and on what else it does; the ratios much less. Nothing is asserted here.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.corpus import generate, write
from benchmarks.processes import best, run
from benchmarks.results import Compared, compared_table, growth_table, increment_table, stages_table

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
ROOT = HERE.parent
EXAMPLES = ROOT / "examples" / "articles"
RESULTS = HERE / "RESULTS.md"
COMMUNIQUE = [sys.executable, "-c", "from communique.cli import main; main()"]
BLANK = (
    "import sys, pathlib, spacy; nlp = spacy.blank('en'); nlp.add_pipe('sentencizer'); "
    "[len(nlp(path.read_text())) for path in sorted(pathlib.Path(sys.argv[1]).iterdir())]"
)


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: sizes of the corpus for growth, articles for whole runs, repetitions, the corpus's seed.

    `added` are how many articles a ledger gets at first and then more; nothing is measured of none.
    """

    sizes: tuple[int, ...]
    whole: int
    times: int
    seed: int
    added: tuple[int, int] | None = None


FULL = Plan((100, 200, 400, 800), 200, 3, 1, (1000, 100))
QUICK = Plan((25, 50, 100), 50, 2, 1)


def bench(plan: Plan, work: Path) -> str:
    """Measure everything and give the page. `work` is an empty folder for corpora and ledgers."""
    grown, whole = work / "grown", work / "whole"
    write(generate(max(plan.sizes), plan.seed), grown)
    write(generate(plan.whole, plan.seed), whole)
    said = _stages(grown, plan.sizes)
    lines = [
        "# Benchmarks", "",
        f"Written by `python -m benchmarks.run{' --quick' if plan == QUICK else ''} --write` (`make bench` prints it).",
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores.",
        "The ratios say more than the figures, which depend on the machine and on what else it does.",
        f"The generated articles come from benchmarks/corpus.py (seed {plan.seed}).",
        "They repeat words and sentences more than real news does,",
        "which spaCy's tokeniser, and so the baseline of parse, gains most from.",
        _busy(), "",
        *stages_table("generated articles", said),
        *stages_table("examples/", _stages(EXAMPLES, ())),
        *growth_table(said["growth"]),
        *(increment_table(_added(*plan.added)) if plan.added else ()),
        *compared_table(_processes(plan, work, whole)),
    ]  # fmt: skip
    return "\n".join(lines).rstrip() + "\n"


def _busy() -> str:
    """How busy the machine was, since times by the clock depend on it."""
    if not hasattr(os, "getloadavg"):
        return "How busy the machine was is not known."
    waiting = os.getloadavg()[2]
    return f"Load of the machine over the last quarter of an hour, this run included: {waiting:.1f}."


def _stages(folder: Path, sizes: Sequence[int]) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.stages", str(folder), "--sizes", *map(str, sizes)]
    measured: dict[str, Any] = json.loads(run(command, ROOT).output)
    return measured


def _added(many: int, more: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.increments", str(many), str(more)]
    measured: dict[str, Any] = json.loads(run(command, ROOT).output)
    return measured


def _processes(plan: Plan, work: Path, whole: Path) -> list[Compared]:
    nothing = best([sys.executable, "-c", "pass"], ROOT, plan.times)
    spacy = best([sys.executable, "-c", "import spacy; spacy.blank('en')"], ROOT, plan.times)
    helped = best([*COMMUNIQUE, "--help"], ROOT, plan.times)
    one = min(whole.glob("*.txt"))
    first = min((_read(one, work / f"first-{n}.db", 1) for n in range(plan.times)), key=lambda done: done.wall)
    alone = _read(whole, work / "alone.db", 1)
    pair = _read(whole, work / "pair.db", 2)
    again = _read(whole, work / "alone.db", 1)
    blank = run([sys.executable, "-c", BLANK, str(whole)], ROOT)
    count = f"{plan.whole} articles"
    return [
        Compared("`communique --help`", helped.wall, "`python -c pass`", nothing.wall, "s"),
        Compared("first article: process start to printed record", first.wall, "`import spacy`", spacy.wall, "s"),
        Compared(f"`read` of {count}, 1 worker", alone.wall, "words and sentences alone", blank.wall, "s"),
        Compared(f"`read` of {count}, processor time", alone.cpu, "words and sentences alone", blank.cpu, "s"),
        Compared(f"`read` of {count}, 2 workers", pair.wall, "1 worker", alone.wall, "s"),
        Compared(f"`read` of the same {count} again", again.wall, "the first time", alone.wall, "s"),
        Compared(
            f"peak memory of `read`, {count}", alone.megabytes, "words and sentences alone", blank.megabytes, "MB"
        ),
        Compared("peak memory of `read`, one article", first.megabytes, "`import spacy`", spacy.megabytes, "MB"),
    ]


def _read(path: Path, ledger: Path, workers: int) -> Any:
    return run([*COMMUNIQUE, "read", str(path), "--ledger", str(ledger), "--workers", str(workers)], ROOT)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the page; keep it in RESULTS.md with --write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description="Measure speed, memory and growth.")
    parser.add_argument("--quick", action="store_true", help="fewer articles and repetitions: under a minute or so")
    parser.add_argument("--write", action="store_true", help="write benchmarks/RESULTS.md")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        page = bench(QUICK if options.quick else FULL, Path(folder))
    print(page, end="")
    if options.write:
        RESULTS.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
