"""From the text of one item and what is known about it to the Article: the last step of every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.intake.cues import load_cues
from communique.intake.dates import date_in_address, find_dates
from communique.intake.header import header_value
from communique.intake.language import language_of
from communique.intake.lines import classify
from communique.records import Article, ClaimedDate, Line, LineKind, Unread, content_id

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN = "plain-1"
_NO_HINTS: Mapping[int, LineKind] = {}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an item beside its text: from the fields of a JSON item, or from a page's metadata."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    claimed: tuple[ClaimedDate, ...] = ()

    def or_else(self, other: Known) -> Known:
        """These facts, and where they are silent the other's; the claimed dates of both, these first."""
        return Known(
            self.title or other.title,
            self.url or other.url,
            self.outlet or other.outlet,
            self.language or other.language,
            self.claimed + tuple(one for one in other.claimed if one not in self.claimed),
        )


def make_article(
    path: str,
    sha256: str,
    text: str,
    known: Known,
    extractor: str = PLAIN,
    hints: Mapping[int, LineKind] = _NO_HINTS,
) -> Article | Unread:
    """The Article of a text, or why there is none.

    Args:
        path: names the item for the user.
        sha256: of the item's original bytes, in hexadecimal.
        text: with a line feed for each newline; offsets of all records point into it.
        known: what other places say of it; this goes before what the text's own header lines say.
        extractor: which program and version made `text` from the bytes.
        hints: kinds of line known from markup, by line number from 1.
    """
    lines = classify(text, hints)
    if not lines:
        return Unread(path, "empty: it holds no text", sha256)
    said = _header_facts(text, lines)
    facts = known.or_else(said)
    claimed = list(facts.claimed)
    address = date_in_address(facts.url) if facts.url else None
    if facts.url and address:
        claimed.append(ClaimedDate("url", address, detail=f"in the address {facts.url}"))
    body = " ".join(text[line.start : line.end] for line in lines if line.kind == "body") or text
    return Article(
        id=content_id("article", sha256, extractor, facts.url or "", facts.outlet or ""),
        path=path,
        sha256=sha256,
        text=text,
        lines=lines,
        extractor=extractor,
        language=facts.language or language_of(body),
        title=facts.title or _title(text, lines),
        url=facts.url,
        outlet=facts.outlet,
        claimed_dates=tuple(dict.fromkeys(claimed)),
    )


def _title(text: str, lines: tuple[Line, ...]) -> str | None:
    for line in lines:
        if line.kind == "title":
            return " ".join(text[line.start : line.end].lstrip("# ").split()) or None
    return None


def _header_facts(text: str, lines: tuple[Line, ...]) -> Known:
    """What the lines around the text say of it: labelled values, and the dates of clocks and bylines."""
    cues = load_cues()
    values: dict[str, str] = {}
    claimed: list[ClaimedDate] = []
    above = True
    for line in lines:
        above = above and line.kind != "body"
        if line.kind not in ("clock", "byline", "title"):
            continue
        raw = text[line.start : line.end]
        pair = header_value(raw, cues) if above else None
        if pair:
            values.setdefault(*pair)
        if line.kind == "title" or (pair and pair[0] in ("url", "title", "other")):
            continue
        claimed += [
            ClaimedDate("text-header", one.date, line.start + one.start, line.start + one.end, detail)
            for one in find_dates(raw)
            for detail in (f"{line.kind} line {line.number}",)
        ]
    return Known(values.get("title"), values.get("url"), values.get("outlet"), None, tuple(claimed))
