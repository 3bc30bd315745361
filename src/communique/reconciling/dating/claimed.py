"""Votes of the page itself: metadata, address, feed, and dates in its header.

A clock at the top of a saved page often shows the day it was saved, so it says little about the day itself but
still that the article is not younger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reconciling.dating.timeline import FIRST, Span, Vote
from communique.reconciling.dating.told import before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.records import Article, ClaimedDate

# How often each kind of claim is the day of publication. Own judgement, to be calibrated on pages of known date; at
# 0.85 for a date line, news with a look back of decades was dated into the past.
RELIABILITY = {"metadata": 0.96, "url": 0.98, "feed": 0.98, "text-header": 0.97, "clock": 0.25}
# Share of pages last changed so many days after publication (up to, share); own judgement: most changes are
# corrections of the same days, the rest come whenever a site is rebuilt.
CHANGED = ((0, 0.35), (1, 0.05), (30, 0.15), (365, 0.25), (1460, 0.15), (11000, 0.05))
RIGHT_CHANGED = 0.95
LAST_CHANGE = ("modified", "updated_time", "lastmod", "revised")  # parts of the names of such fields
NAMES = {
    "metadata": "the page's metadata",
    "url": "the address",
    "feed": "the feed",
    "text-header": "the date line of the page",
    "clock": "the page's own clock",
    "modified": "the page's date of last change",
}


def kind_of(article: Article, claim: ClaimedDate) -> str:
    """The kind of a claim: its source; "clock" for one in a line that is a page clock, "modified" for a last change."""
    if any(word in claim.detail.lower() for word in LAST_CHANGE):
        return "modified"
    if claim.source != "text-header" or claim.start is None:
        return claim.source
    line = next((line for line in article.lines if line.start <= claim.start <= line.end), None)
    return "clock" if line is not None and line.kind in ("clock", "navigation", "other") else claim.source


def votes(article: Article) -> Iterator[Vote]:
    """One vote for each date that the page claims."""
    for claim in sorted(article.claimed_dates, key=lambda c: (c.source, c.date, c.start or 0, c.detail)):
        kind = kind_of(article, claim)
        words, same = f"{NAMES[kind]} says {claim.date.isoformat()}", ((claim.date, claim.date),)
        if kind == "modified":
            spans = before(claim.date, CHANGED)
            yield Vote(words, claim.start, claim.end, spans, RIGHT_CHANGED, f"claimed/{kind}/{claim.date}", same)
            continue
        spans = (Span(claim.date, claim.date),)
        yield Vote(words, claim.start, claim.end, spans, RELIABILITY[kind], f"claimed/{kind}/{claim.date}")
        if kind == "clock":
            words = f"a page saved on {claim.date.isoformat()} is not younger"
            yield Vote(words, claim.start, claim.end, (Span(FIRST, claim.date),), 0.9, f"saved/{claim.date}")
