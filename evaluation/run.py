"""Scores the program on its sets and writes RESULTS.md: `python -m evaluation.run [--errors] [--update-floors]`.

Exit codes: 0, or 1 where a measure is under its floor.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation import floors, gold
from evaluation.bare import score_bare
from evaluation.corpus import HERE, ROOT, corpora, load_record, read_with_package
from evaluation.listing import listing
from evaluation.outside import sections
from evaluation.predicted import answer
from evaluation.results import results
from evaluation.scoring import measures, score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evaluation.corpus import Corpus
    from evaluation.scoring import SetScore

FLOORS = HERE / "floors.json"
RESULTS = HERE / "RESULTS.md"


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    p = argparse.ArgumentParser(prog="python -m evaluation.run", description="Score the program against the gold.")
    p.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with seeds/ and gold/seeds.json")
    p.add_argument("--set", choices=["examples", "seeds"], help="score this set alone (RESULTS.md is then left alone)")
    p.add_argument(
        "--own", action="store_true", help="only our own sets, not those of others; RESULTS.md is left alone"
    )
    p.add_argument("--record", type=Path, help="score this exported record of --set, instead of reading the articles")
    p.add_argument("--errors", action="store_true", help="print what is missed, false or different, article by article")
    p.add_argument("--update-floors", action="store_true", help="raise the floors to the present scores")
    p.add_argument("--allow-regression", action="store_true", help="with --update-floors: lower floors too")
    return p


def score_set(corpus: Corpus, record: Path | None = None) -> SetScore:
    """Read one set (or take a record exported before) and score it."""
    wanted = gold.load(corpus.gold)
    if record is not None:
        return score(corpus.name, corpus.hash(), *load_record(record, corpus), wanted)
    data, texts = read_with_package(corpus)
    return replace(score(corpus.name, corpus.hash(), data, texts, wanted), bare=score_bare(answer(data, texts), wanted))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    options = parser().parse_args(argv)
    if options.record and not options.set:
        parser().error("--record needs --set, to know which gold it answers")
    wanted = [c for c in corpora(options.shared) if options.set in (None, c.name)]
    notes = [f"The set {c.name} is not here and was not scored." for c in wanted if not c.exists]
    scores = [score_set(c, options.record) for c in wanted if c.exists]
    outside = [] if options.set or options.own else list(sections(options.shared / "corpora"))
    page = results(scores, notes, outside)
    print(page)
    if options.set is None and not options.own:
        RESULTS.write_text(page, encoding="utf-8")
    if options.errors:
        print("\n".join(listing(s) for s in scores))
    return _hold_floors(scores, update=options.update_floors, allow=options.allow_regression)


def _hold_floors(scores: Sequence[SetScore], *, update: bool, allow: bool) -> int:
    pinned, fallen = floors.load(FLOORS), 0
    for s in scores:
        now = measures(s)
        other = floors.other_corpus(pinned, s.name, s.corpus)
        if other:
            print(other)
        if update:
            pinned = floors.updated(pinned, s.name, s.corpus, now, allow_regression=allow)
        below = floors.falls(pinned, s.name, now)
        fallen += len(below)
        for fall in below:
            print(fall)
    if update:
        floors.save(FLOORS, pinned)
        print("The floors are pinned.")
    if fallen:
        print("A measure is under its floor. If that is meant, lower it: --update-floors --allow-regression")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
