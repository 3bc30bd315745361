"""Small hand-made articles and readings for the tests of the ledger."""

from __future__ import annotations

import hashlib

from communique.records import Article, Evidence, Line, Reading, TimeExpression, Unread


def article(text: str, path: str, language: str = "en") -> Article:
    """An article of one body line."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    lines = (Line(1, 0, len(text), "body", "prose"),)
    return Article(f"article-{sha256[:12]}", path, sha256, text, lines, "text-1", language, title=text[:20])


def reading(of: Article, reader: str = "reader-1") -> Reading:
    """A reading with one time expression over the whole text."""
    time = TimeExpression(Evidence(of.id, 0, len(of.text)), "DATE", "test", "calendar", year=2024)
    return Reading(of.id, reader, times=(time,))


def unread(path: str, reason: str = "the file is empty") -> Unread:
    """An input without an article."""
    return Unread(path, reason)
