"""The record for people: events in order of time, who said what under each, then checks and what was not read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from communique.cli.cast import Cast
from communique.cli.console import cut, print_line, safe
from communique.export.words import counted, sureness_in_words, verb, when_in_words
from communique.ledger import why_not_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from communique.export.names import Names
    from communique.records import Event, Record, Statement, When

QUOTED = 300  # characters of a statement in the record; `communique show` prints all


def print_record(record: Record, console: Console, names: Names) -> None:
    """Print a record."""
    cast = Cast(record, names)
    for event in by_date(record.events):
        _print_event(event, cast, console)
    _print_section("Said, on no event above", _loose(cast), console)
    _print_section("Checks", _checks(cast), console)
    _print_section("Not read", not_read(record), console)
    print_line(console, _summary(record))


def by_date(events: Iterable[Event]) -> list[Event]:
    """Events in order of time: by the first day they may have been on; those without any date last."""
    return sorted(events, key=lambda event: (*_day(event.when), event.id))


def _day(when: When) -> tuple[date, date]:
    first, last = when.start or when.end, when.end or when.start
    return (first or date.max, last or date.max)


def not_read(record: Record) -> list[str]:
    """What of a record was not read: inputs with their reasons, and articles in other languages; by path."""
    lines = [(entry.path, entry.reason) for entry in record.unread]
    lines += [(article.path, why) for article in record.articles if (why := why_not_read(article.language))]
    return [f"{path}: {why}" for path, why in sorted(lines)]


def support(event: Event) -> str:
    """How well an event is supported: "3 reports / 2 outlets / 2 origins"."""
    parts = (
        counted(len({account.article for account in event.accounts}), "report"),
        counted(event.outlets, "outlet"),
        counted(event.origins, "origin"),
    )
    return " / ".join(parts)


def dated(when: When, sure: float | None = None) -> str:
    """A date in words, with its doubt where there is any: `sure`, or the reader's own."""
    said, sure = when_in_words(when), when.confidence if sure is None else sure
    return f"{said} ({sureness_in_words(sure)})" if when.start and sure < 0.995 else said


def date_of(event: Event) -> str:
    """An event's date in words, as sure as the record is of it."""
    return dated(event.when, dict(event.sureness).get("date"))


def statement_line(statement: Statement, cast: Cast, length: int = QUOTED) -> str:
    """A statement on one line: who said what to whom, through whom."""
    said = statement.said
    to = f" to {cast.several(said.addressees)}" if said.addressees else ""
    hedge = f" ({cast.quote(said.hedge)})" if said.hedge else ""
    did = verb(said.status, hedged=said.hedge is not None)
    content = cut(cast.quote(said.content), length)
    return f"{cast.several(said.speakers)} {did}{to}{hedge}: {content} [{cast.chain(said, statement.article)}]"


def _print_event(event: Event, cast: Cast, console: Console) -> None:
    print_line(console, f"{date_of(event)} · {event.kind} · {event.status}", style="bold", end=f"  {event.id}")
    for text in _event_lines(event, cast):
        print_line(console, text, indent=4)
    for statement in cast.said_of.get(event.id, []):
        print_line(console, statement_line(statement, cast), indent=6, mark="– ")
    console.print()


def _event_lines(event: Event, cast: Cast) -> Iterator[str]:
    yield cast.parties(event)
    if event.place:
        yield f"in {cast.place(event.place)}"
    if event.topics:
        yield f"about {', '.join(safe(topic) for topic in event.topics)}"
    for phrase, _ in event.outcome:
        yield f"outcome: {safe(phrase)}"
    yield f"{support(event)}; {sureness_in_words(event.confidence)}"
    for status, article, when in event.history:
        if status != event.status:
            yield f"{status} for {when_in_words(when)} in {cast.source(article)}"
    for part in event.disagreements:
        values = " | ".join(f"{safe(value)} ({', '.join(map(cast.source, told))})" for value, told in part.values)
        yield f"accounts part on {part.field}: {values}"


def _loose(cast: Cast) -> list[str]:
    known = {event.id for event in cast.record.events}
    groups = [group for event, group in cast.said_of.items() if event not in known]
    return [statement_line(statement, cast) for group in groups for statement in group]


def _checks(cast: Cast) -> list[str]:
    return [f"{check.kind}: {safe(check.detail)} [{cast.source(check.article)}]" for check in cast.record.checks]


def _print_section(title: str, lines: list[str], console: Console) -> None:
    if not lines:
        return
    print_line(console, title, style="bold")
    for text in lines:
        print_line(console, safe(text), indent=4, mark="– ")
    console.print()


def _summary(record: Record) -> str:
    parts = (
        counted(len(record.articles), "article"),
        counted(len(record.events), "event"),
        counted(len(record.statements), "statement"),
        counted(len(record.checks), "check"),
    )
    left = len(not_read(record))
    return ", ".join(parts) + (f"; {counted(left, 'input')} not read" if left else "")
