"""How far the record's confidences hold: of what is said to be 90 % sure, how much is right.

Run: python -m evaluation.calibration [CORPORA]. The only hand-made sets with whole events are ours: the examples, and
the seeds where the shared folder is there. They are few, and the base rates of reconciling/confidence.tsv come from the
same sets: the tables say whether the numbers are consistent, not how they would do on other news.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from communique.reconciling.confidence import CLEAR
from evaluation import gold
from evaluation.corpus import ROOT, corpora, read_with_package
from evaluation.predicted import answer
from evaluation.score_events import FIELDS, score_events

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from evaluation.score_events import EventScore

BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)  # edges of the table's rows, the lower one inside
FEW = 20  # judgements; a row of fewer is marked, since one more error would move it by 5 % and more


@dataclass(frozen=True, slots=True)
class Judgement:
    """One confidence and whether what it was said of was right. `detail` splits a field for the base rates."""

    of: str
    said: float
    right: bool
    detail: str = ""


def judgements(record: Mapping[str, Any], scores: Iterable[EventScore]) -> Iterator[Judgement]:
    """Each account's event, and the fields of those found; dates only where the record gives days."""
    events = {event["id"]: event for event in record["events"]}
    for score in scores:
        optional = [pair for pair in score.pairs if pair.gold.optional]
        for told in score.false:
            yield Judgement("event", events[told.event]["confidence"], right=False)
        for pair in score.pairs:
            event = events[pair.told.event]
            if pair in optional:
                continue
            yield Judgement("event", event["confidence"], pair.found)
            if pair.found:
                yield from _fields(event, pair.right, judged_place=bool(pair.gold.places))


def _fields(event: Mapping[str, Any], right: frozenset[str], *, judged_place: bool) -> Iterator[Judgement]:
    for field in FIELDS:
        said = event["sureness"].get(field)
        if said is None or field in ("participants", "kind") or (field == "place" and not judged_place):
            continue  # who and what are what makes it found; they are judged with the event
        if field == "date" and None in (event["when"]["from"], event["when"]["to"]):
            continue
        detail = event["place"]["basis"] if field == "place" else ""
        if field == "date":
            detail = "clear" if event["when"]["confidence"] >= CLEAR else "open"
        yield Judgement(field, said, field in right, detail)


def collect(shared: Path) -> list[Judgement]:
    """All judgements of the sets that are there."""
    found: list[Judgement] = []
    for corpus in corpora(shared):
        if corpus.exists:
            record, texts = read_with_package(corpus)
            found += judgements(record, score_events(answer(record, texts), gold.load(corpus.gold)))
    return found


def error(rows: Sequence[Judgement]) -> float:
    """The expected calibration error: the mean gap of bins between said and right, weighted by their size."""
    gaps = [len(own) * abs(_said(own) - _right(own)) for own in _binned(rows)]
    return sum(gaps) / len(rows) if rows else 0.0


def brier(rows: Sequence[Judgement]) -> float:
    """The mean squared gap between each confidence and what was the case (Brier 1950)."""
    return sum((row.said - row.right) ** 2 for row in rows) / len(rows) if rows else 0.0


def _said(rows: Sequence[Judgement]) -> float:
    return sum(row.said for row in rows) / len(rows)


def _right(rows: Sequence[Judgement]) -> float:
    return sum(row.right for row in rows) / len(rows)


def _binned(rows: Sequence[Judgement]) -> list[list[Judgement]]:
    pairs = pairwise(BINS)
    bins = [[row for row in rows if low <= row.said < high] for low, high in pairs]
    return [own for own in bins if own]


def section(corpora: Path) -> list[str]:
    """The reliability tables as lines of Markdown; `corpora` lies in the shared folder beside the seeds."""
    return tables(collect(corpora.parent))


def tables(rows: Sequence[Judgement]) -> list[str]:
    """A table of sums by field, and a table of bins by field."""
    fields = sorted({row.of for row in rows})
    by_field = {field: [row for row in rows if row.of == field] for field in fields}
    lines = [
        f"{len(rows)} judgements in all, on the sets that the base rates were counted on: consistency, no proof.",
        f"Rows of fewer than {FEW} are marked with *: one error more would move them by 5 % and more.",
        "",
        "| confidence of | judged | said, mean | right | calibration error | Brier |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for field, own in by_field.items():
        numbers = f"{_said(own):.3f} | {_right(own):.3f} | {error(own):.3f} | {brier(own):.3f}"
        lines.append(f"| {field} | {len(own)}{_few(own)} | {numbers} |")
    lines += ["", "| confidence of | said | judged | said, mean | right |", "|---|---|---:|---:|---:|"]
    for field, own in by_field.items():
        for part in _binned(own):
            low = max(edge for edge in BINS if edge <= part[0].said)
            high = min(1.0, BINS[BINS.index(low) + 1])
            mean, share = _said(part), _right(part)
            lines.append(f"| {field} | {low:.2f}–{high:.2f} | {len(part)}{_few(part)} | {mean:.3f} | {share:.3f} |")
    return lines


def _few(rows: Sequence[Judgement]) -> str:
    return "*" if len(rows) < FEW else ""


def _counts(rows: Sequence[Judgement]) -> list[str]:
    """What confidence.tsv is made of: right of judged, by field and detail."""
    keys = sorted({(row.of, row.detail) for row in rows})
    own = {key: [row.right for row in rows if (row.of, row.detail) == key] for key in keys}
    return [f"{of}{f':{detail}' if detail else ''}\t{sum(right)}\t{len(right)}" for (of, detail), right in own.items()]


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="python -m evaluation.calibration", description="Hold confidences to gold.")
    options.add_argument("corpora", type=Path, nargs="?", default=ROOT.parent / "shared" / "corpora")
    judged = collect(options.parse_args().corpora.parent)
    print("\n".join([*tables(judged), "", *_counts(judged)]))
