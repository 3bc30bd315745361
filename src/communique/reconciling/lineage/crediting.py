"""Whom an article credits for its text: an agency in its byline, dateline or foot, or whom it is reprinted from.

"Smith told Reuters" credits an agency for one statement, not for the text, and is not asked for here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from communique.knowledge.tables import read_table
from communique.reconciling.lineage.words import plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.knowledge import Knowledge
    from communique.knowledge.model import Outlet
    from communique.records import Article

# "(Reuters)", "[AFP]" at the head of the first paragraph or the end of the last, and "– AP" after it.
_HEAD = re.compile(r"^.{0,60}?[(\[]([^()\[\]]{2,40})[)\]]")
_FOOT = re.compile(r"(?:[(\[]([^()\[\]]{2,40})[)\]]|[–—-]\s*([^–—()-]{2,30}))\.?\s*$")
NAME = 60  # characters after "first appeared in" that hold the name of an outlet
_PARTS = re.compile(r"\s*(?:[/,;&|+]|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class Desk:
    """The outlets that knowledge holds, by every folded name they go by."""

    outlets: dict[tuple[str, ...], Outlet]

    def outlet(self, name: str) -> Outlet | None:
        """The outlet of that name."""
        words = plain_words(name)
        return self.outlets.get(words[1:] if words[:1] == ("the",) else words)


def open_desk(knowledge: Knowledge) -> Desk:
    """Index the outlets of knowledge; of two with one name the first of the table."""
    found: dict[tuple[str, ...], Outlet] = {}
    for outlet in knowledge.outlets.values():
        for name in (outlet.name, *outlet.aliases):
            words = plain_words(name)
            found.setdefault(words[1:] if words[:1] == ("the",) else words, outlet)
    return Desk(found)


def outlet_of(article: Article, desk: Desk, knowledge: Knowledge) -> Outlet | None:
    """The outlet that published an article, by its name or its address."""
    named = desk.outlet(article.outlet) if article.outlet else None
    return named or (knowledge.outlet_for_url(article.url) if article.url else None)


def agencies_credited(article: Article, own: Outlet | None, desk: Desk) -> tuple[Outlet, ...]:
    """The agencies that an article of the outlet `own` credits for its text, each once, by key."""
    credited = {own.key: own} if own is not None else {}
    for name in _credits(article):
        for part in _PARTS.split(name):
            outlet = desk.outlet(part)
            if outlet is not None:
                credited[outlet.key] = outlet
    return tuple(outlet for _, outlet in sorted(credited.items()) if outlet.kind == "agency")


def reprinted_from(article: Article) -> tuple[tuple[str, ...], ...]:
    """What follows where an article says where its text first appeared, in folded words that begin with the name."""
    found = []
    text = article.text.casefold()
    if not any(phrase in text for phrase in _phrases()):  # much quicker than the pattern
        return ()
    for phrase in _pattern().finditer(article.text):
        words = plain_words(article.text[phrase.end() : phrase.end() + NAME].partition("\n")[0])
        found.append(words[1:] if words[:1] == ("the",) else words)
    return tuple(words for words in found if words)


def credits_as_source(reprinted: Sequence[tuple[str, ...]], source: Article, outlet: Outlet | None) -> str | None:
    """The name of the outlet of `source`, if an article says that it is reprinted from there."""
    if not reprinted:
        return None
    names = [source.outlet] if source.outlet else []
    names += [outlet.name, *outlet.aliases] if outlet is not None else []
    for name in names:
        words = plain_words(name)
        words = words[1:] if words[:1] == ("the",) else words
        if words and any(said[: len(words)] == words for said in reprinted):
            return name
    return None


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(
        phrase.casefold() for _, (phrase,) in read_table(Path(__file__).parent / "credits.tsv", ("phrase",)).rows
    )


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(phrase)}\b" for phrase in _phrases()), re.IGNORECASE)


def _credits(article: Article) -> list[str]:
    found: list[str] = []
    for line in article.lines:
        if line.kind == "byline":
            text = article.text[line.start : line.end]
            found += re.split(r"[|:–—]|\b(?:by|from|source|with)\b", text, flags=re.IGNORECASE)
    body = [article.text[line.start : line.end] for line in article.lines if line.kind == "body"]
    if body:
        head = _HEAD.match(body[0])
        foot = _FOOT.search(body[-1])
        found += [head.group(1)] if head else []
        found += [foot.group(1) or foot.group(2)] if foot else []
    return found
