"""Scores the time grammar on TimeBank (TempEval-3's edition): spans strict and relaxed, and values.

Run: python -m evaluation.timebank PATH/timebank.jsonl.gz [--errors]. One JSON object a line with `text`, `dct` and
`timex3` (start, end, type, value). The corpus is for evaluation only and is no part of the project.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.reading import pipeline
from communique.reading.times.finder import find
from communique.reading.times.resolve import days_of
from communique.reading.times.timex import timex_value
from communique.records import Article, Line, content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.reading.document import Document
    from communique.records import TimeExpression

Span = tuple[int, int, str]


@dataclass
class Tally:
    """Counts over a corpus. `value` counts relaxed matches whose value is right (TempEval-3's measure)."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    spurious: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    boundary: Counter[str] = field(default_factory=Counter)

    def f1(self, right: int) -> float:
        """F1 where `right` of the found are right."""
        return 2 * right / (self.gold + self.found) if self.gold + self.found else 0.0


def joined(text: str) -> str:
    """A text whose single line breaks inside a paragraph became spaces (offsets stay)."""
    characters = list(text)
    for i in range(1, len(text) - 1):
        if text[i] == "\n" and text[i + 1] != "\n" and text[i - 1] != "\n":
            characters[i] = " "
    return "".join(characters)


def article_of(row: dict[str, Any]) -> Article:
    """One text as an article of body lines."""
    text, lines, at = joined(row["text"]), [], 0
    for number, part in enumerate(text.split("\n"), 1):
        lines.append(Line(number, at, at + len(part), "body", "corpus"))
        at += len(part) + 1
    return Article(content_id("art", text), row["doc"], "", text, tuple(lines), "text", "en")


def values(times: Sequence[TimeExpression], told: date) -> list[str]:
    """The TIMEX3 value of each expression, those that count from an earlier one resolved in order."""
    out: list[str] = []
    anchors: list[date] = []
    for time in times:
        index = time.anchor_index
        anchor = anchors[index] if index is not None and index < len(anchors) else told
        days = days_of(time, anchor)
        anchors.append(days[0] if days else told)
        out.append(timex_value(time, anchor))
    return out


def compare(tally: Tally, gold: Sequence[Span], found: Sequence[Span], text: str) -> None:
    """Add one text: each gold span is matched to the first unmatched found span that overlaps it."""
    tally.gold += len(gold)
    tally.found += len(found)
    used: set[int] = set()
    for start, end, value in gold:
        shown = (
            " ".join(text[max(0, start - 25) : start].split()) + " [" + text[start:end] + "] " + text[end : end + 15]
        )
        overlapping = [i for i, span in enumerate(found) if span[0] < end and start < span[1] and i not in used]
        if not overlapping:
            tally.missed[f"{shown!r} = {value}"] += 1
            continue
        best = max(overlapping, key=lambda i: (found[i][:2] == (start, end), -i))
        used.add(best)
        tally.relaxed += 1
        if found[best][:2] == (start, end):
            tally.strict += 1
        else:
            tally.boundary[f"{text[start:end]!r} got {text[found[best][0] : found[best][1]]!r}"] += 1
        if found[best][2] == value:
            tally.value += 1
        else:
            tally.wrong[f"{shown!r} = {value}, got {found[best][2]}"] += 1
    for i, span in enumerate(found):
        if i not in used:
            shown = (
                text[max(0, span[0] - 30) : span[0]]
                + "["
                + text[span[0] : span[1]]
                + "]"
                + text[span[1] : span[1] + 20]
            )
            tally.spurious[f"{shown!r} = {span[2]}"] += 1


def score(rows: Iterable[dict[str, Any]], documents: Iterable[Document]) -> Tally:
    """Score parsed texts against their gold; the stated creation time itself is not counted."""
    tally = Tally()
    for row, document in zip(rows, documents, strict=True):
        times = [time for time in find(document) if time.form != "occasion" or (time.key or "").startswith("holiday/")]
        told = date.fromisoformat(row["dct"][:10])
        gold = [
            (t["start"], t["end"], t["value"]) for t in row["timex3"] if t.get("functionInDocument") != "CREATION_TIME"
        ]
        found = [
            (time.evidence.start, time.evidence.end, value)
            for time, value in zip(times, values(times, told), strict=True)
        ]
        compare(tally, gold, found, document.article.text)
    return tally


def read(path: Path) -> tuple[list[dict[str, Any]], Tally]:
    """The rows of a corpus file, and their scores."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return rows, score(rows, pipeline.parse(article_of(row) for row in rows))


def section(corpora: Path) -> list[str]:
    """The results as lines of Markdown; `corpora` is a folder with time/timebank.jsonl.gz."""
    rows, tally = read(corpora / "time" / "timebank.jsonl.gz")
    return [
        (f"{len(rows)} articles of 1989 to 1998 (TempEval-3's edition), {tally.gold} time expressions; "
        "`python -m evaluation.timebank`. On the blind articles of TempEval-3 HeidelTime scored .813, .903 and .776, "
        "SUTime .796, .903 and .674."), "",
        "| F1 of spans, strict | F1 of spans, relaxed | F1 of values |", "|---:|---:|---:|",
        f"| {tally.f1(tally.strict):.3f} | {tally.f1(tally.relaxed):.3f} | {tally.f1(tally.value):.3f} |",
    ]  # fmt: skip


def main(path: str, *, errors: bool) -> None:
    """Print the scores, and with `errors` the commonest mistakes."""
    _, tally = read(Path(path))
    print(f"gold {tally.gold}, found {tally.found}")
    strict, relaxed, value = (tally.f1(right) for right in (tally.strict, tally.relaxed, tally.value))
    print(f"span F1: strict {strict:.3f}, relaxed {relaxed:.3f}; value F1 {value:.3f}")
    if errors:
        for name in ("missed", "spurious", "boundary", "wrong"):
            counter: Counter[str] = getattr(tally, name)
            print(f"\n{name}: {counter.total()}")
            for shown, count in counter.most_common(400):
                print(f"  {count} {shown}")


if __name__ == "__main__":
    main(sys.argv[1], errors="--errors" in sys.argv)
