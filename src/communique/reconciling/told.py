"""What sameness compares: a telling with its days, its parties, and what it shares with copies of its article."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.records import Article, Lineage, LineageKind, Telling, When

FAMILIES = {
    "meeting": "contact", "talks": "contact", "call": "contact", "agreement": "agreement", "ceasefire": "agreement",
}  # fmt: skip
# Kinds of descent by which an article tells what its origin tells; a citation takes over a fact, not the text.
SAME_TEXT: frozenset[LineageKind] = frozenset({"copy", "near-copy", "excerpt", "wire", "rewrite"})
SHORTEST = 5  # words; a shorter sentence ("They met.") may stand anywhere
OVERLAP = 0.7  # Jaccard of words that makes one sentence of two; a copy-editor's changes stay above it
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with its article, its days and its parties resolved.

    `when` is the likeliest interval, `possible` the one it cannot lie outside of: that alone excludes. Where the
    article descends from another's text or is the origin of one, `line` is the root they share, `origin` the article
    it descends from ("" for the root), and `sentences` the words of each sentence of the telling.
    """

    article: str
    telling: Telling
    when: When
    possible: When
    line: str = ""
    origin: str = ""
    sentences: tuple[frozenset[str], ...] = ()
    family: str = field(init=False)
    actors: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Work out the family (kinds of one family may be two tellings of one event) and who took part."""
        object.__setattr__(self, "family", FAMILIES.get(self.telling.kind, self.telling.kind))
        object.__setattr__(self, "actors", frozenset(party.actor for party in self.telling.parties))


@dataclass(frozen=True, slots=True)
class Descent:
    """Where an article stands among those that share its text: the root of the line, and its own origin in it."""

    line: str = ""
    origin: str = ""


def descents(lineages: Sequence[Lineage]) -> dict[str, Descent]:
    """Of every article that shares its text with another: article id to its place among them.

    A line ends where the text is no longer shared: at a citation, or at an article with no origin.
    """
    origins = {one.article: one.origin for one in lineages if one.origin is not None and one.kind in SAME_TEXT}
    roots = {lineage.article: _root(lineage.article, origins) for lineage in lineages}
    size = Counter(roots.values())
    return {
        article: Descent(root, origins.get(article, "")) for article, root in sorted(roots.items()) if size[root] > 1
    }


def _root(article: str, origins: Mapping[str, str]) -> str:
    while article in origins:
        article = origins[article]
    return article


def sentences_of(telling: Telling, article: Article) -> tuple[frozenset[str], ...]:
    """The words, in lower case, of each piece of text that tells the event; pieces of few words are left out."""
    pieces = (frozenset(WORD.findall(article.quote(evidence).lower())) for evidence in telling.evidence)
    return tuple(sorted({piece for piece in pieces if len(piece) >= SHORTEST}, key=sorted))


def same_words(one: Told, other: Told) -> bool:
    """Whether an article and its copy tell it in the same sentence: then it is the same event, on whatever day."""
    if not one.line or one.line != other.line:
        return False
    return any(_alike(a, b) for a in one.sentences for b in other.sentences)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences have a Jaccard likeness of OVERLAP; their lengths alone often say no."""
    small, large = sorted((len(one), len(other)))
    if small < OVERLAP * large:
        return False
    both = len(one & other)
    return both >= OVERLAP * (small + large - both)


def dated_at_first_hand(told: Sequence[Told]) -> list[Told]:
    """The dated tellings of an event without those of copies that know the day no better than their origin.

    A copy repeats "on Friday" and may count it from its own, later page; its day is no second opinion.
    """
    width = {item.article: item.when.days for item in told if item.when.days is not None}
    found = []
    for item in told:
        days, original = item.when.days, width.get(item.origin)
        if days is not None and (original is None or days < original):
            found.append(item)
    return found
