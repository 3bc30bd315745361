"""`communique positions`: what an actor has held on a topic over time, each line with its evidence."""

from __future__ import annotations

import json as json_text
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import DEFAULT_LEDGER, JsonOption, LedgerOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.cli.cast import Cast
    from communique.ledger import Position
    from communique.records import Statement


def positions(
    who: Annotated[
        str,
        typer.Argument(metavar="ACTOR", help="A person, state or organisation; a state: all who speak for it."),
    ],
    topic: Annotated[
        str | None, typer.Option("--topic", metavar="TOPIC", help="Only what is said on this topic, or names it.")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: JsonOption = False,
) -> None:
    """List what an actor has said and held, by speaker and topic, in order of time."""
    from communique.cli.cast import Cast, names
    from communique.cli.console import console, print_line
    from communique.cli.lists import record_of
    from communique.export import to_dict
    from communique.ledger import positions as held

    record = record_of(ledger)
    found = held(record, who, topic)
    if json:
        said = {row["id"]: row for row in to_dict(record, names())["statements"]}
        rows = [{"actor": p.actor, "topic": p.topic, "statements": [said[s.id] for s in p.statements]} for p in found]
        sys.stdout.write(json_text.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        return
    cast, out = Cast(record, names()), console()
    for position in found:
        print_line(out, f"{cast.name(position.actor)} on {position.topic}", style="bold")
        for text, identity in _lines(position, cast):
            print_line(out, text, indent=2, mark="– ", end=f"  {identity}")
    if not found:
        print_line(out, f"{who} says nothing{f' on {topic}' if topic else ''} in {ledger}")


def _lines(position: Position, cast: Cast) -> Iterator[tuple[str, str]]:
    """One line a statement: when, how it is put, the quoted words, through whom, and where they stand."""
    from communique.export.words import when_in_words

    for statement in position.statements:
        said = statement.said
        act = f", {said.plover.type}" if said.plover else ""
        words = f"»{cast.quote(said.content)}«"
        where = f"{cast.chain(said, statement.article)}; line {_line(statement, cast)}"
        yield f"{when_in_words(statement.when)} · {said.kind}, {said.status}{act}: {words} [{where}]", statement.id


def _line(statement: Statement, cast: Cast) -> str:
    """The number of the line of its article that a statement begins in."""
    article = cast.articles.get(statement.article)
    lines = article.lines if article is not None else ()
    at = statement.said.content.start
    return next((str(line.number) for line in lines if line.start <= at < line.end), "?")
