"""Scores the dating of undated text: `python -m evaluation.dating CORPORA [--seeds SHARED] [--errors]`.

Articles whose day is known are stripped of all that a page adds (metadata, address, title, clocks, bylines) and
dated by their words alone. CORPORA is a folder with time/timebank.jsonl.gz and treebanks/gum.*.conllu.gz, which are
no part of the project; the examples of the repository are always scored. TimeBank is for evaluation only.
"""

from __future__ import annotations

import argparse
import gzip
import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import log2
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from communique.intake import Source, find_inputs, read_bytes, read_source
from communique.knowledge import load
from communique.reading import read_articles
from communique.reconciling.dating import date_article
from communique.records import Article
from evaluation.corpus import corpora as gold_sets
from evaluation.gold import load as load_gold
from evaluation.predicted import stem
from evaluation.timebank import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.records import Publication, Reading

# Genres of GUM whose metadata give the day of telling (of a page of Wikipedia they give that of its founding).
GENRES = frozenset({"news", "interview", "speech"})
KEPT = frozenset({"body", "heading", "caption"})  # kinds of lines that are the article's own words
CUES = ((0, 0), (1, 1), (2, 2), (3, 4), (5, 8), (9, 99))
CONFIDENCES = ((0.0, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.895), (0.895, 1.0))


@dataclass(frozen=True, slots=True)
class Known:
    """An article stripped to its words, with the day it was published."""

    name: str
    article: Article
    day: date


@dataclass(frozen=True, slots=True)
class Dated:
    """What was answered for an article: closed interval, best day, confidence, cues used; None where undated."""

    known: Known
    days: tuple[date, date] | None
    best: date | None
    confidence: float
    cues: int

    @property
    def inside(self) -> bool:
        """Whether the true day lies in the interval answered."""
        return self.days is not None and self.days[0] <= self.known.day <= self.days[1]

    @property
    def width(self) -> int | None:
        """Days of the interval."""
        return None if self.days is None else (self.days[1] - self.days[0]).days + 1

    @property
    def error(self) -> int | None:
        """Days between the best day and the true one."""
        return None if self.best is None else abs((self.best - self.known.day).days)


def bare(article: Article) -> Article:
    """The article's own words as a new text that claims nothing about itself."""
    text = "\n".join(article.text[line.start : line.end] for line in article.lines if line.kind in KEPT)
    return replace(_read(article.path, text), claimed_dates=(), title=None, outlet=None, url=None)


def _read(path: str, text: str) -> Article:
    (made,) = [item for item in read_bytes(path, text.encode(), ".txt") if isinstance(item, Article)]
    return made


def timebank(path: Path) -> Iterator[Known]:
    """The documents of TimeBank on the day of their creation."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            day = date.fromisoformat(row["dct"][:10])
            yield Known(row["doc"], bare(_read(row["doc"], joined(row["text"]))), day)


def gum(paths: Iterable[Path]) -> Iterator[Known]:
    """The documents of GUM in `GENRES`, their sentences joined to paragraphs."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for part in file.read().split("# newdoc id = ")[1:]:
                meta = dict(_meta(part))
                if meta["genre"] in GENRES:
                    yield _of_gum(part, date.fromisoformat(meta["dateCreated"]))


def _meta(part: str) -> Iterator[tuple[str, str]]:
    for line in part.split("\n"):
        if line.startswith("# meta::"):
            name, _, value = line.removeprefix("# meta::").partition(" = ")
            yield name, value.strip()


def _of_gum(part: str, day: date) -> Known:
    name, _, rest = part.partition("\n")
    paragraphs: list[list[str]] = []
    for line in rest.split("\n"):
        if line.startswith("# newpar") and "block" not in line.split("=")[0]:
            paragraphs.append([])
        elif line.startswith("# text = "):
            paragraphs = paragraphs or [[]]
            paragraphs[-1].append(line.removeprefix("# text = "))
    return Known(name, bare(_read(name, "\n".join(" ".join(sentences) for sentences in paragraphs))), day)


def gold(shared: Path | None) -> Iterator[tuple[str, Known]]:
    """The articles of the gold sets, with the name of their set."""
    for corpus in gold_sets(shared):
        if not corpus.exists:
            continue
        wanted = {document.stem: document for document in load_gold(corpus.gold).documents}
        sources = [source for source in find_inputs([str(corpus.articles)]) if isinstance(source, Source)]
        for article in (article for source in sources for article in read_source(source)):
            name = stem(article.path)
            if isinstance(article, Article) and name in wanted:
                yield corpus.name, Known(name, bare(article), wanted[name].published)


def answers(items: Sequence[Known]) -> Iterator[tuple[Dated, Reading]]:
    """Every article dated by its words alone, with what was read in it."""
    knowledge = load()
    for known, reading in zip(items, read_articles((item.article for item in items), knowledge), strict=True):
        yield _dated(known, date_article(known.article, reading, knowledge)), reading


def _dated(known: Known, publication: Publication) -> Dated:
    when = publication.when
    used = sum(cue.used for cue in publication.why)
    if when.start is None or when.end is None:
        return Dated(known, None, None, when.confidence, used)
    return Dated(known, (when.start, when.end), publication.best, when.confidence, used)


def latest_year(known: Known, reading: Reading) -> Dated:
    """Baseline: the latest year that the text names, whole."""
    years = [t.year for t in reading.times if t.form == "calendar" and t.year and t.unit is None and t.year < 2100]
    if not years:
        return Dated(known, None, None, 0.0, 0)
    return Dated(known, (date(max(years), 1, 1), date(max(years), 12, 31)), date(max(years), 7, 1), 0.0, 1)


def latest_date(known: Known, reading: Reading) -> Dated:
    """Baseline: the latest full date that the text names, and the week after it."""
    days = [
        date(t.year, t.month, t.day) for t in reading.times if t.form == "calendar" and t.year and t.month and t.day
    ]
    if not days:
        return Dated(known, None, None, 0.0, 0)
    return Dated(known, (max(days), max(days) + timedelta(days=7)), max(days), 0.0, 1)


def _middle(values: Iterable[int | None]) -> str:
    said = [value for value in values if value is not None]
    return f"{median(said):.0f}" if said else "-"


def _row(name: str, dated: Sequence[Dated]) -> str:
    told = [d for d in dated if d.days is not None]
    inside = sum(d.inside for d in told)
    share = f"{inside / len(told):.3f}" if told else "-"
    return (
        f"| {name} | {len(dated)} | {len(dated) - len(told)} | {share} | {_middle(d.width for d in told)} | "
        f"{_middle(d.error for d in told)} |"
    )


def table(sets: Sequence[tuple[str, Sequence[Dated], Sequence[Reading]]]) -> list[str]:
    """One row a set and method: inside are the dated whose true day lies in the interval answered."""
    lines = ["| set | articles | undated | true day inside | median width, days | median error of best day, days |"]
    lines.append("|---|---:|---:|---:|---:|---:|")
    for name, dated, readings in sets:
        lines.append(_row(name, dated))
        for label, method in (("latest year named", latest_year), ("latest full date named", latest_date)):
            lines.append(_row(f"{name}: {label}", [method(d.known, r) for d, r in zip(dated, readings, strict=True)]))
    return lines


def calibration(dated: Sequence[Dated]) -> list[str]:
    """Stated confidence against the share whose true day lies in the interval."""
    lines = [
        "| confidence | articles | mean stated | true day inside | median width, days |",
        "|---|---:|---:|---:|---:|",
    ]
    for low, high in CONFIDENCES:
        held = [d for d in dated if d.days is not None and low <= d.confidence < high + (high == 1.0)]
        if held:
            stated = sum(d.confidence for d in held) / len(held)
            inside = sum(d.inside for d in held) / len(held)
            width = _middle(d.width for d in held)
            lines.append(f"| {low:.2f} to {high:.2f} | {len(held)} | {stated:.3f} | {inside:.3f} | {width} |")
    return lines


def by_cues(dated: Sequence[Dated]) -> list[str]:
    """Width against the number of cues that agree with the answer; each sign of the bar doubles the width."""
    lines = ["| cues used | articles | true day inside | median width, days | |", "|---:|---:|---:|---:|:---|"]
    for low, high in CUES:
        held = [d for d in dated if d.days is not None and low <= d.cues <= high]
        if held:
            width = median(d.width or 1 for d in held)
            name = f"{low}" if low == high else f"{low} or more" if high == CUES[-1][1] else f"{low} to {high}"
            inside = sum(d.inside for d in held) / len(held)
            lines.append(f"| {name} | {len(held)} | {inside:.3f} | {width:.0f} | {'#' * round(log2(width) + 1)} |")
    return lines


def known(corpora: Path, shared: Path | None) -> Iterator[tuple[str, Known]]:
    """All articles of known day, with the name of their set."""
    yield from gold(shared)
    yield from (("GUM", item) for item in gum(sorted((corpora / "treebanks").glob("gum.*.conllu.gz"))))
    yield from (("TimeBank", item) for item in timebank(corpora / "time" / "timebank.jsonl.gz"))


def section(corpora: Path, shared: Path | None = None) -> list[str]:
    """The results as lines of Markdown; `shared` is the folder with the seeds, by default the one above `corpora`."""
    return _report(*_score(corpora, shared or corpora.parent))


def _score(corpora: Path, shared: Path) -> tuple[list[str], list[Dated], list[Reading]]:
    named = list(known(corpora, shared))
    scored = list(answers([item for _, item in named]))
    return [name for name, _ in named], [dated for dated, _ in scored], [reading for _, reading in scored]


def _report(names: Sequence[str], dated: Sequence[Dated], readings: Sequence[Reading]) -> list[str]:
    sets = []
    for name in dict.fromkeys(names):
        at = [i for i, other in enumerate(names) if other == name]
        sets.append((name, [dated[i] for i in at], [readings[i] for i in at]))
    return [
        "The words of articles of known day, without page, metadata or title; `python -m evaluation.dating`.", "",
        *table(sets), "", *calibration(dated), "", *by_cues(dated),
    ]  # fmt: skip


def listing(dated: Sequence[Dated]) -> Iterator[str]:
    """What was answered for each article whose true day lies outside the interval, or that was not dated."""
    for one in dated:
        if not one.inside:
            said = "undated" if one.days is None else f"{one.days[0]}..{one.days[1]} ({one.confidence})"
            yield f"{one.known.name}: {one.known.day}, ours {said}"


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.dating", description="Score the dating of bare text.")
    parser.add_argument("corpora", type=Path, help="folder with time/ and treebanks/")
    parser.add_argument("--shared", type=Path, help="folder with seeds/ and gold/seeds.json; by default that above")
    parser.add_argument("--errors", action="store_true", help="list the articles whose day is missed")
    options = parser.parse_args()
    names, dated, readings = _score(options.corpora, options.shared or options.corpora.parent)
    print("\n".join(_report(names, dated, readings)))
    if options.errors:
        print("\n".join(listing(dated)))


if __name__ == "__main__":
    main()
