"""Quotation marks in pairs: what stands between them, over sentences and paragraphs.

The marks are read from the article as written (curly ones say which way they face), not from the folded text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.reading.document import Document

OPENING = frozenset("\u201c\u201e\u201f\u00ab")
CLOSING = frozenset("\u201d\u00bb")
BEFORE = frozenset({"(", "[", '"', "-", "--", "\u2014"})  # an opening mark may touch these
SHORTEST_CLAUSE = 3  # words; "No deal" is a fragment unless a cue introduces it


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens [start, end) between an opening mark (token `start - 1`) and its closing mark (token `end`).

    `clause` says that a whole clause is quoted, `closed` that the closing mark was found, `continues` that the
    quotation goes on from the paragraph before.
    """

    start: int
    end: int
    clause: bool
    closed: bool = True
    continues: bool = False


def find_quotes(document: Document) -> tuple[Quote, ...]:
    """All quotations of an article in text order, outermost only; single marks count where they are in pairs."""
    found: list[Quote] = []
    running = False
    for block in document.blocks:
        quotes, unclosed = _in_block(document, block.start, block.end, running)
        found.extend(quotes)
        running = unclosed
    return tuple(found)


def _in_block(document: Document, start: int, end: int, running: bool) -> tuple[list[Quote], bool]:
    found: list[Quote] = []
    opened: int | None = None
    i = start
    while i < end:
        word = document.words[i]
        if word in ('"', "''", "``") or word == "'":
            facing = _facing(document, i, start, end)
            if word == "'" and opened is None and facing > 0:
                close = _single_close(document, i, end)
                if close is not None:
                    found.append(_quote(document, i + 1, close, closed=True, continues=False))
                    i = close
            elif word != "'" and facing > 0 and opened is None:
                opened = i
            elif word != "'" and opened is not None:
                found.append(_quote(document, opened + 1, i, closed=True, continues=running and opened == start))
                opened = None
        i += 1
    if opened is not None and opened + 1 < end:
        found.append(_quote(document, opened + 1, end, closed=False, continues=running and opened == start))
    return [quote for quote in found if quote.end > quote.start], opened is not None


def _facing(document: Document, i: int, start: int, end: int) -> int:
    """1 for an opening mark, -1 for a closing one."""
    text = document.article.text
    mark = text[document.starts[i]]
    if mark in OPENING or mark == "\u2018":
        return 1
    if mark in CLOSING:
        return -1
    spaced_before = i == start or document.starts[i] > document.ends[i - 1] or document.words[i - 1] in BEFORE
    spaced_after = i + 1 == end or document.starts[i + 1] > document.ends[i]
    return 1 if spaced_before and not spaced_after else -1


def _single_close(document: Document, opened: int, end: int) -> int | None:
    """The single mark that closes one opened at `opened`; a plural possessive is passed over if another follows."""
    text = document.article.text
    closing = [
        i
        for i in range(opened + 2, end)
        if document.words[i] == "'"
        and text[document.starts[i]] != "\u2018"
        and document.starts[i] == document.ends[i - 1]
        and not text[document.ends[i] : document.ends[i] + 1].isalnum()
    ]
    for n, i in enumerate(closing):
        possessive = document.words[i - 1].endswith("s") and i + 1 < end and document.words[i + 1].isalpha()
        if not possessive or n + 1 == len(closing):
            return i
    return None


def _quote(document: Document, start: int, end: int, *, closed: bool, continues: bool) -> Quote:
    words = [i for i in range(start, end) if document.words[i][0].isalnum()]
    finite = any(document.doc[i].morph.get("VerbForm") == ["Fin"] for i in words)
    ended = end > start and document.words[end - 1] in (".", "!", "?")
    return Quote(start, end, len(words) >= SHORTEST_CLAUSE and (finite or ended), closed, continues)
