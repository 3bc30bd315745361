"""`communique events`, `statements`, `actors`, `articles`, `checks`: what a ledger holds, as tables or as JSON."""

from __future__ import annotations

import json as json_text
import sys
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING

from communique.cli.options import DEFAULT_LEDGER, JsonOption, LedgerOption

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.records import Record


def events(ledger: LedgerOption = DEFAULT_LEDGER, json: JsonOption = False) -> None:
    """List the events in order of time, with their parties, places and support."""
    _list("events", ledger, json=json)


def statements(ledger: LedgerOption = DEFAULT_LEDGER, json: JsonOption = False) -> None:
    """List who said what, and through whom we know it."""
    _list("statements", ledger, json=json)


def actors(ledger: LedgerOption = DEFAULT_LEDGER, json: JsonOption = False) -> None:
    """List the people, states and organisations, with how often they act and speak."""
    _list("actors", ledger, json=json)


def articles(ledger: LedgerOption = DEFAULT_LEDGER, json: JsonOption = False) -> None:
    """List the articles with their dates and what they descend from."""
    _list("articles", ledger, json=json)


def checks(ledger: LedgerOption = DEFAULT_LEDGER, json: JsonOption = False) -> None:
    """List the remarks on articles: misleading dates, wrong offices, contradictions."""
    _list("checks", ledger, json=json)


COMMANDS: dict[str, Callable[..., None]] = {
    "events": events,
    "statements": statements,
    "actors": actors,
    "articles": articles,
    "checks": checks,
}


def record_of(path: Path) -> Record:
    """The record that a ledger holds; says so on standard error where a run on it is not at its end.

    Raises:
        LedgerError: there is no ledger, or no record in it yet.
    """
    from communique.cli.console import error
    from communique.ledger import Ledger, Query

    with Ledger.open(path, must_exist=True) as opened:
        record = opened.record()
        if Query(opened).unfinished():
            error(f"a run on {path} is going on or was interrupted; run `communique read` again to finish it")
    return record


def _list(section: str, path: Path, *, json: bool) -> None:
    from communique.cli.cast import Cast, names
    from communique.cli.console import console
    from communique.cli.tables import TABLES
    from communique.export import to_dict

    record = record_of(path)
    if json:
        rows = to_dict(record, names())[section]
        sys.stdout.write(json_text.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        return
    out = console()
    table = TABLES[section](Cast(record, names()))
    if table.row_count:
        out.print(table)
    else:
        out.print(f"no {section} in {path}")
