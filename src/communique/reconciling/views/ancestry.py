"""The ancestry of an article: what it descends from step by step, and what descends from it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.records import Lineage, Record


@dataclass(frozen=True, slots=True)
class Ancestry:
    """`steps` lead from the article to the first of its line; `descendants` are by depth, 1 for those next to it."""

    article: str
    root: str
    steps: tuple[Lineage, ...]
    descendants: tuple[tuple[int, Lineage], ...]


def ancestry_of(article: str, record: Record) -> Ancestry:
    """The ancestry of one article of a record."""
    by_article = {lineage.article: lineage for lineage in record.lineages}
    children: dict[str, list[Lineage]] = defaultdict(list)
    for lineage in record.lineages:
        if lineage.origin is not None:
            children[lineage.origin].append(lineage)
    steps: list[Lineage] = []
    at = article
    while at in by_article and by_article[at].origin is not None:
        steps.append(by_article[at])
        at = by_article[at].origin or at
    below: list[tuple[int, Lineage]] = []
    waiting = [(1, child) for child in reversed(children[article])]
    while waiting:
        depth, lineage = waiting.pop()
        below.append((depth, lineage))
        waiting += [(depth + 1, child) for child in reversed(children[lineage.article])]
    return Ancestry(article, at, tuple(steps), tuple(below))
