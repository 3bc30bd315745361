"""One thing of a record for people, with the words it rests on: each quoted in its line, with title and line number."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from communique.cli.console import print_line, safe
from communique.cli.printing import by_date, date_of, dated, statement_line, support
from communique.export.words import interval_in_words, sureness_in_words, when_in_words
from communique.records import Actor, Article, Check, Event, Evidence, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from communique.cli.cast import Cast
    from communique.cli.finding import Thing
    from communique.records import When

CONTEXT = 60  # characters shown on each side of a quotation, within its line

Row = tuple[int, str]  # indent in characters, text


def print_thing(thing: Thing, cast: Cast, console: Console, *, why: bool) -> None:
    """Print a thing; with `why` also how its values were reached."""
    for number, (indent, text) in enumerate(rows(thing, cast, why)):
        print_line(console, text, style="bold" if number == 0 else "", indent=indent)


@singledispatch
def rows(thing: Thing, cast: Cast, why: bool) -> Iterator[Row]:
    """What is printed of a thing, line by line."""
    raise NotImplementedError(type(thing).__name__)


def quoted(evidence: Iterable[Evidence], cast: Cast, indent: int = 4) -> Iterator[Row]:
    """Each piece of evidence: article, line number, and the words between » and « in what surrounds them."""
    for piece in dict.fromkeys(evidence):
        article = cast.articles.get(piece.article)
        if article is None:
            continue
        text = article.text
        number = text.count("\n", 0, piece.start) + 1
        first = max(text.rfind("\n", 0, piece.start) + 1, piece.start - CONTEXT)
        line_end = text.find("\n", piece.end)
        last = min(len(text) if line_end < 0 else line_end, piece.end + CONTEXT)
        before, after = text[first : piece.start], text[piece.end : last]
        lead = "…" if first > text.rfind("\n", 0, piece.start) + 1 else ""
        tail = "…" if last < (len(text) if line_end < 0 else line_end) else ""
        words = safe(f"{lead}{before}»{article.quote(piece)}«{after}{tail}")
        yield indent, f"{safe(article.title or article.path)}, line {number}: {words}"


def _reached(label: str, when: When, cast: Cast) -> Iterator[Row]:
    """How a date was reached."""
    yield 2, f"{label}: {when_in_words(when)}, {safe(when.basis)}, {sureness_in_words(when.confidence)}"
    yield from quoted(when.evidence, cast)


@rows.register(Event)
def _event(event: Event, cast: Cast, why: bool) -> Iterator[Row]:
    yield 0, f"{event.id}: {event.kind}, {event.status}"
    yield 2, f"when: {date_of(event)}"
    if event.place:
        yield 2, f"where: {cast.place(event.place)}"
        yield from quoted(event.place.evidence if why else (), cast)
    for party in event.parties:
        yield 2, f"{party.role}: {cast.party(party)}"
        yield from quoted(party.evidence if why else (), cast)
    if event.topics:
        yield 2, f"about: {', '.join(map(safe, event.topics))}"
    for phrase, evidence in event.outcome:
        yield 2, f"outcome: {safe(phrase)}"
        yield from quoted((evidence,), cast)
    if event.plover:
        yield 2, f"PLOVER: {event.plover.type}{f' / {event.plover.mode}' if event.plover.mode else ''}"
    if event.part_of:
        yield 2, f"part of: {event.part_of}"
    yield 2, f"support: {support(event)}; {sureness_in_words(event.confidence)}"
    for account in event.accounts:
        yield 2, f"told in {cast.source(account.article)} ({account.article}): {account.status}, {dated(account.when)}"
        yield from quoted(account.evidence, cast)
    for part in event.disagreements:
        yield 2, f"the accounts part on {part.field}:"
        for value, told in part.values:
            yield 4, f"{safe(value)}: {', '.join(map(cast.source, told))}"
    for statement in cast.said_of.get(event.id, []):
        yield 2, f"{statement.id}: {statement_line(statement, cast)}"
    if why:
        yield from _reached("date", event.when, cast)
        for status, article, when in event.history:
            yield 2, f"history: {status} in {cast.source(article)}, {when_in_words(when)}"


@rows.register(Statement)
def _statement(statement: Statement, cast: Cast, why: bool) -> Iterator[Row]:
    said = statement.said
    yield 0, f"{statement.id}: {cast.several(said.speakers)}, {said.mode} speech"
    yield 2, f"{statement_line(statement, cast, length=100_000)}"
    yield from quoted((said.content,), cast)
    yield 2, f"when: {dated(statement.when)}"
    if said.targets:
        yield 2, f"about or against: {cast.several(said.targets)}"
    if said.topics:
        yield 2, f"topics: {', '.join(map(safe, said.topics))}"
    if statement.event:
        yield 2, f"said at: {statement.event}"
    if why:
        yield 2, f"the speaker, from; {sureness_in_words(statement.confidence)}:"
        yield from quoted(said.source, cast)
        yield 2, "the cue:"
        yield from quoted((said.cue,), cast)
        for link in said.chain:
            yield 2, f"{link.relation} by {cast.name(link.actor)}:"
            yield from quoted((link.evidence,), cast)
        yield from _reached("date", statement.when, cast)


@rows.register(Actor)
def _actor(actor: Actor, cast: Cast, why: bool) -> Iterator[Row]:
    state = f", {cast.names.state(actor.state)}" if actor.state else ""
    yield 0, f"{actor.id}: {cast.name(actor.id)}, {actor.kind}{state}"
    if actor.aliases:
        yield 2, f"also: {', '.join(map(safe, actor.aliases))}"
    for event in by_date(cast.record.events):
        for party in event.parties:
            if party.actor == actor.id:
                office = f", as {cast.names.office(party.office)}" if party.office else ""
                yield 2, f"{date_of(event)}: {event.kind}, {event.status} ({party.role}{office}) {event.id}"
                yield from quoted(party.evidence if why else (), cast)
    for statement in cast.record.statements:
        if actor.id in statement.said.speakers:
            yield 2, f"{statement.id}: {statement_line(statement, cast)}"


@rows.register(Check)
def _check(check: Check, cast: Cast, why: bool) -> Iterator[Row]:
    yield 0, f"{check.id}: {check.kind}"
    yield 2, safe(check.detail)
    if why:
        yield 2, f"article: {check.article}"
    yield from quoted(check.evidence, cast)


@rows.register(Article)
def _article(article: Article, cast: Cast, why: bool) -> Iterator[Row]:
    yield 0, f"{article.id}: {safe(article.title or 'without a title')}"
    facts = (
        ("path", article.path),
        ("outlet", article.outlet),
        ("address", article.url),
        ("language", article.language),
    )
    for label, value in (*facts, ("SHA-256", article.sha256), ("text by", article.extractor)):
        if value:
            yield 2, f"{label}: {safe(value)}"
    published = cast.publications.get(article.id)
    if published:
        yield 2, f"published: {dated(published.when)}" + (f", best {published.best}" if published.best else "")
        for cue in published.why if why else ():
            says = interval_in_words(*cue.says)
            yield 4, f"{'used' if cue.used else 'overruled'}: {safe(cue.cue)}: {says}"
            if cue.start is not None and cue.end is not None:
                yield from quoted((Evidence(article.id, cue.start, cue.end),), cast, 6)
    for claim in article.claimed_dates:
        yield 2, f"claims: {claim.date} ({claim.source}{f', {safe(claim.detail)}' if claim.detail else ''})"
    lineage = cast.lineages.get(article.id)
    if lineage and lineage.origin:
        yield 2, f"descends from: {lineage.origin} ({lineage.kind}, {lineage.score:.2f})"
        yield from ((4, safe(reason)) for reason in lineage.why)
    for line in article.lines:
        if why or line.kind in {"title", "heading", "body"}:
            reason = f" [{line.kind}: {safe(line.reason)}]" if why else ""
            yield 2, f"{line.number:>4}  {safe(article.text[line.start : line.end])}{reason}"
    yield from _of_article(article, cast)


def _of_article(article: Article, cast: Cast) -> Iterator[Row]:
    """What the record takes from an article."""
    for event in by_date(cast.record.events):
        if any(account.article == article.id for account in event.accounts):
            yield 2, f"tells of {event.id}: {date_of(event)}, {event.kind}, {event.status}: {cast.parties(event)}"
    for check in cast.record.checks:
        if check.article == article.id:
            yield 2, f"{check.id}: {check.kind}: {safe(check.detail)}"
