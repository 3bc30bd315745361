"""Articles, checks and unread inputs as the page shows them: dates with reasons, lineage, and what was set aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.export import words
from communique.export.record_json import reason_unread
from communique.export.report.links import anchor, safe_address

if TYPE_CHECKING:
    from communique.export.report.desk import Desk, Quoted
    from communique.export.report.links import Ref
    from communique.records import Article, Check, Cue, Lineage, Publication

# What an article is to the one it was made from; the page says "a copy of ...".
_LINEAGE = {
    "copy": "a copy of",
    "near-copy": "nearly a copy of",
    "excerpt": "an excerpt of",
    "rewrite": "a rewriting of",
    "wire": "from the same wire as",
    "citation": "cites",
}


@dataclass(frozen=True, slots=True)
class CueView:
    """One reason for or against a publication date."""

    cue: str
    says: str
    used: bool


@dataclass(frozen=True, slots=True)
class AsideView:
    """A line that is no part of the body: its number, what it is and why, and its text."""

    number: int
    kind: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article. `address` is None where the claimed one is unsafe to follow; `url` shows it as claimed."""

    anchor: str
    title: str
    outlet: str
    path: str
    url: str
    address: str | None
    language: str
    unread: str
    published: str
    best: str
    sure: str
    cues: tuple[CueView, ...]
    claimed: tuple[tuple[str, str], ...]
    lineage: str
    origin: Ref | None
    lineage_why: tuple[str, ...]
    body_lines: str
    asides: tuple[AsideView, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class CheckView:
    """A remark on one article, with the words that it is about."""

    anchor: str
    kind: str
    article: Ref
    detail: str
    quoted: tuple[Quoted, ...]


def article_views(desk: Desk) -> tuple[ArticleView, ...]:
    """All articles in the record's order."""
    publications = {publication.article: publication for publication in desk.record.publications}
    lineages = {lineage.article: lineage for lineage in desk.record.lineages}
    return tuple(
        _article_view(desk, article, publications.get(article.id), lineages.get(article.id))
        for article in desk.record.articles
    )


def check_view(desk: Desk, check: Check) -> CheckView:
    """One check in words."""
    return CheckView(
        anchor("check", check.id),
        check.kind[:1].upper() + check.kind[1:],
        desk.article(check.article),
        check.detail,
        desk.quote(check.evidence),
    )


def _article_view(
    desk: Desk, article: Article, publication: Publication | None, lineage: Lineage | None
) -> ArticleView:
    asides = tuple(
        AsideView(line.number, line.kind, line.reason, " ".join(article.text[line.start : line.end].split())[:160])
        for line in article.lines
        if line.kind not in ("body", "title", "heading") and article.text[line.start : line.end].strip()
    )
    body = sum(line.kind == "body" and line.end > line.start for line in article.lines)
    return ArticleView(
        anchor=anchor("article", article.id),
        title=article.title or "Untitled",
        outlet=article.outlet or "Outlet not said",
        path=article.path,
        url=article.url or "",
        address=safe_address(article.url),
        language=article.language,
        unread=reason_unread(article) or "",
        published=words.when_in_words(publication.when) if publication else words.NOT_SAID,
        best=words.day_in_words(publication.best) if publication and publication.best else "",
        sure=words.sureness_in_words(publication.when.confidence) if publication else "",
        cues=tuple(_cue_view(article, cue) for cue in publication.why) if publication else (),
        claimed=tuple(
            (claim.source.replace("-", " "), words.day_in_words(claim.date)) for claim in article.claimed_dates
        ),
        lineage=_LINEAGE[lineage.kind] if lineage and lineage.origin and lineage.kind else "",
        origin=desk.article(lineage.origin) if lineage and lineage.origin else None,
        lineage_why=lineage.why if lineage else (),
        body_lines=words.counted(body, "line") + " of body",
        asides=asides,
        sha256=article.sha256,
    )


def _cue_view(article: Article, cue: Cue) -> CueView:
    """A cue in words, followed by the words of the text that it rests on."""
    said = "" if cue.start is None or cue.end is None else " ".join(article.text[cue.start : cue.end].split())
    return CueView(
        f"{cue.cue}: “{said}”" if said and said not in cue.cue else cue.cue,
        words.interval_in_words(*cue.says),
        cue.used,
    )
