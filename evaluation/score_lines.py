"""Scores what the program takes each line of a text file for: boilerplate, repeated captions, headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.align import line_spans, pages_by_stem
from evaluation.scores import Tally

if TYPE_CHECKING:
    from evaluation.gold import GoldDocument, GoldSet
    from evaluation.predicted import Answer, Page

BOILERPLATE = frozenset({"navigation", "clock", "teaser", "comment", "ad", "byline"})


@dataclass(frozen=True, slots=True)
class LineScore:
    """The lines of one article; `wrong` lists (line, kind given, kind wanted) of the boilerplate errors."""

    stem: str
    boilerplate: Tally
    captions: Tally
    headings: Tally
    wrong: tuple[tuple[int, str, str], ...]


def score_lines(answer: Answer, gold: GoldSet) -> list[LineScore]:
    """The lines of each gold article that has lines of its own; blank lines are not judged."""
    pages = pages_by_stem(answer, gold)
    return [_score(d, d.boilerplate, pages.get(d.stem)) for d in gold.documents if d.boilerplate is not None]


def _score(doc: GoldDocument, boilerplate: frozenset[int], page: Page | None) -> LineScore:
    kinds = dict(page.lines) if page else {}
    text = page.text if page else None
    blank = frozenset(
        n
        for n, (start, end) in enumerate(line_spans(text or ""), 1)
        if text is not None and not text[start:end].strip()
    )
    free = blank | doc.optional_lines

    def given(wanted: frozenset[str]) -> frozenset[int]:
        return frozenset(n for n, kind in kinds.items() if kind in wanted) - free

    ours = given(BOILERPLATE) - doc.captions
    theirs = boilerplate - free
    wrong = tuple((n, kinds.get(n, "none"), "boilerplate" if n in theirs else "text") for n in sorted(ours ^ theirs))
    captions = given(frozenset({"caption"}) | BOILERPLATE) & doc.captions
    return LineScore(
        stem=doc.stem,
        boilerplate=_tally(ours, theirs),
        captions=_tally(captions | given(frozenset({"caption"})), doc.captions),
        headings=_tally(given(frozenset({"title", "heading"})), doc.headings),
        wrong=wrong,
    )


def _tally(given: frozenset[int], wanted: frozenset[int]) -> Tally:
    return Tally(len(given & wanted), len(given), len(wanted))
