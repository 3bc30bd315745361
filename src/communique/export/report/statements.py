"""Statements as the page shows them: who said, denied or claimed what, through whom, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.export import words
from communique.export.report.desk import plover_in_words
from communique.export.report.excerpts import excerpts
from communique.export.report.links import anchor

if TYPE_CHECKING:
    from communique.export.report.desk import Desk
    from communique.export.report.excerpts import Excerpt
    from communique.export.report.links import Ref
    from communique.records import Statement

_MODES = {"direct": "quoted directly", "indirect": "in indirect speech", "mixed": "partly quoted"}


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement; `when` is "" where no time is said, `cue` is the verb of the text."""

    anchor: str
    speakers: tuple[Ref, ...]
    verb: str
    cue: str
    hedge: str
    addressees: tuple[Ref, ...]
    targets: tuple[Ref, ...]
    excerpts: tuple[Excerpt, ...]
    mode: str
    chain: str
    through: tuple[Ref, ...]
    article: Ref
    event: Ref | None
    when: str
    sure: str
    topics: tuple[str, ...]
    plover: str


def statement_view(desk: Desk, statement: Statement) -> StatementView:
    """One statement in words, with its sentence quoted and its content marked."""
    said = statement.said
    article = desk.articles[statement.article]
    links = [(desk.actor(link.actor).text, link.relation) for link in said.chain]
    return StatementView(
        anchor=anchor("statement", statement.id),
        speakers=tuple(desk.actor(speaker) for speaker in said.speakers),
        verb=words.verb(said.status, hedged=said.hedge is not None),
        cue=" ".join(article.quote(said.cue).split()),
        hedge="" if said.hedge is None else " ".join(article.quote(said.hedge).split()),
        addressees=tuple(desk.actor(actor) for actor in said.addressees),
        targets=tuple(desk.actor(actor) for actor in said.targets),
        excerpts=excerpts(article, (said.content,)),
        mode=_MODES[said.mode],
        chain=words.chain_in_words(links, None),
        through=tuple(desk.actor(link.actor) for link in said.chain),
        article=desk.article(article.id),
        event=None if statement.event is None else desk.event(statement.event),
        when="" if statement.when.granularity == "unknown" else words.when_in_words(statement.when),
        sure=words.sureness_in_words(statement.confidence),
        topics=said.topics,
        plover=plover_in_words(said.plover),
    )


def by_speaker(desk: Desk, statements: list[StatementView]) -> tuple[tuple[Ref | None, tuple[StatementView, ...]], ...]:
    """Statements under their first speaker, in the record's order of actors; those without one come last."""
    order = {desk.actor(actor.id).anchor: index for index, actor in enumerate(desk.record.actors)}
    groups: dict[str | None, list[StatementView]] = {}
    for statement in statements:
        key = statement.speakers[0].anchor or statement.speakers[0].text if statement.speakers else None
        groups.setdefault(key, []).append(statement)
    ranked = sorted(groups, key=lambda key: (key is None, order.get(key, len(order)), key or ""))
    return tuple((groups[key][0].speakers[0] if key else None, tuple(groups[key])) for key in ranked)
