"""The tables of a benchmark run, as Markdown: every figure beside its baseline, and the ratio of the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.growth import exponent

if TYPE_CHECKING:
    from collections.abc import Sequence

BASELINES = {
    "intake": "the files decoded and split into lines",
    "parse": "spaCy's rules for words and sentences, no model",
    "ledger": "the same records encoded and compressed, no database",
    "export": "json.dumps of the same record",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """Something measured beside its baseline: in seconds by the clock, or in megabytes."""

    what: str
    value: float
    baseline: str
    base: float
    unit: str


def stages_table(title: str, measured: dict[str, Any]) -> list[str]:
    """Articles per second of each stage on one core, from what `benchmarks.stages` printed."""
    count = measured["articles"]
    whole = sum(measured["seconds"].values())
    lines = [
        f"## Stages: {title}", "",
        f"{count:,} articles, {measured['characters'] // max(count, 1):,} characters each on average.",
        f"One core, processor time; model and tables loaded before ({measured['loading']:.1f} s).", "",
        "| stage | articles per second | share of the time | baseline | articles per second | cost / baseline's |",
        "|---|---:|---:|---|---:|---:|",
    ]  # fmt: skip
    for name, seconds in measured["seconds"].items():
        base = measured["baselines"].get(name)
        compared = f"{BASELINES[name]} | {_rate(count, base)} | {seconds / base:.1f}" if base else "- | - | -"
        lines.append(f"| {name} | {_rate(count, seconds)} | {seconds / whole:.0%} | {compared} |")
    lines.append(f"| **all** | {_rate(count, whole)} | 100% | - | - | - |")
    sentences, seconds = measured.get("grammar", (0, 0.0))
    if sentences:
        lines += [
            "",
            f"Time expressions alone, of sentences that are parsed: {_rate(sentences, seconds)} sentences per second.",
        ]
    return [*lines, ""]


def growth_table(points: Sequence[Sequence[float]]) -> list[str]:
    """Reconciling by number of articles, with the fitted exponent."""
    lines = ["## Growth of reconciling", "", "| articles | processor seconds | per article, ms |", "|---:|---:|---:|"]
    lines += [f"| {size:,.0f} | {seconds:.2f} | {1000 * seconds / size:.1f} |" for size, seconds in points]
    fitted = exponent([(int(size), seconds) for size, seconds in points])
    return [*lines, "", f"Fitted exponent: **{fitted:.2f}** (1 is linear, 2 is quadratic).", ""]


def increment_table(measured: dict[str, Any]) -> list[str]:
    """What more articles cost a ledger, from what `benchmarks.increments` printed."""
    many, more, first, then = (measured[key] for key in ("many", "more", "first", "then"))
    return [
        "## More articles into a ledger", "",
        "| articles from nothing | processor seconds | articles more | processor seconds | share | at best |",
        "|---:|---:|---:|---:|---:|---:|",
        f"| {many:,} | {first:.1f} | {more:,} | {then:.1f} | {then / first:.1%} | {more / many:.1%} |", "",
        "The best share is that of the new articles themselves. Other sizes: `python -m benchmarks.increments`.", "",
    ]  # fmt: skip


def compared_table(rows: Sequence[Compared]) -> list[str]:
    """Whole processes, each beside its baseline."""
    lines = [
        "## Whole processes", "",
        "| what | measured | baseline | measured | ratio |",
        "|---|---:|---|---:|---:|",
    ]  # fmt: skip
    for row in rows:
        measured, base = (f"{number:.{2 if row.unit == 's' else 0}f} {row.unit}" for number in (row.value, row.base))
        lines.append(f"| {row.what} | {measured} | {row.baseline} | {base} | {row.value / row.base:.2f} |")
    return [*lines, ""]


def _rate(count: int, seconds: float) -> str:
    rate = count / seconds if seconds else float("inf")
    return f"{rate:,.0f}" if rate >= 100 else f"{rate:.1f}"
