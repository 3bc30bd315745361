"""How the making of the record grows, on readings made without the model: `python -m benchmarks.reconciling SIZE...`.

Each generated article gets the reading that a perfect reader would make of its first sentence: the two ministers, the
town and the day. So thousands of articles are to be had in seconds, and what is timed is reconciling alone.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.corpus import facts, piece
from benchmarks.growth import exponent
from communique.knowledge import load
from communique.reconciling import reconcile
from communique.records import (
    Actor,
    Article,
    ClaimedDate,
    Evidence,
    Line,
    Party,
    Place,
    Reading,
    Telling,
    TimeExpression,
    content_id,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.knowledge import Knowledge

SEED = 1


def article(n: int) -> Article:
    """The n-th generated article, every paragraph a body line."""
    told = piece(n, SEED)
    lines: list[Line] = []
    at = 0
    for number, paragraph in enumerate(told.paragraphs, 1):
        lines.append(Line(number, at, at + len(paragraph), "body", "generated"))
        at += len(paragraph) + 1
    text = "\n".join(told.paragraphs)
    return Article(
        content_id("article", str(n), text), f"{n}.txt", "", text, tuple(lines), "generated", "en", told.title,
        None, told.outlet, (ClaimedDate("metadata", told.published),),
    )  # fmt: skip


def reading(n: int, own: Article) -> Reading:
    """What a perfect reader makes of the article's first sentence."""
    words, day = facts(n, SEED)
    here = Evidence(own.id, own.lines[0].start, own.lines[0].end)
    names = (words["L"], words["R"])
    actors = tuple(Actor(f"person:{re.sub(r'[^a-z]+', '-', name.lower())}", name, "person") for name in names)
    date = TimeExpression(here, "DATE", "generated", "calendar", day.year, day.month, day.day)
    place = Place(words["town"], None, "said", (here,), words["town"].lower())
    parties = tuple(Party(actor.id, "participant", (here,)) for actor in actors)
    telling = Telling(content_id("telling", own.id), "meeting", "held", parties, place, (0,), (here,), here)
    return Reading(own.id, "generated", actors, times=(date,), tellings=(telling,))


def seconds(count: int, knowledge: Knowledge) -> float:
    """Processor time of making the record of the first `count` articles."""
    articles = [article(n) for n in range(count)]
    readings = [reading(n, own) for n, own in enumerate(articles)]
    start = time.process_time()
    reconcile(articles, readings, (), knowledge)
    return time.process_time() - start


def main(arguments: Sequence[str] | None = None) -> int:
    """Print seconds by size and the exponent of growth."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reconciling", description="Growth of reconciling.")
    parser.add_argument("sizes", type=int, nargs="+", help="how many articles, two or more numbers")
    sizes = sorted(set(parser.parse_args(arguments).sizes))
    knowledge = load()
    seconds(min(sizes[0], 50), knowledge)  # tables and caches are filled before anything is timed
    points = [(size, seconds(size, knowledge)) for size in sizes]
    print(json.dumps({"seconds": dict(points), "exponent": round(exponent(points), 3)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
