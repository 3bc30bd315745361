"""A stage for events: one sentence of prose read as an article of its own, and its coded events."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from communique import knowledge
from communique.export.coded import code_reading
from communique.reading import read_articles
from communique.records import Article, Line

if TYPE_CHECKING:
    from communique.export.coded import Coded
    from communique.records import Reading


@cache
def read(text: str) -> Reading:
    """The reading of an article that is this one paragraph."""
    article = Article("a", "a.txt", "", text, (Line(1, 0, len(text), "body", "prose"),), "plain", "en")
    (reading,) = read_articles([article], knowledge.load())
    return reading


def coded(text: str) -> tuple[Coded, ...]:
    """What PLOVER would code in a paragraph."""
    return tuple(code_reading(read(text)))
