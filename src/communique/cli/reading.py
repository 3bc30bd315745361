"""`communique read`: reads articles into a ledger and prints the record."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import Annotated

import typer

from communique.cli.options import DEFAULT_LEDGER, JsonOption, KnowledgeOption, LedgerOption


def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Files and folders to read (.txt .md .html .json .jsonl); - is standard input."
        ),
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    workers: Annotated[
        int, typer.Option("--workers", min=1, help="How many processes read. The record is the same.")
    ] = 1,
    knowledge: KnowledgeOption = None,
    json: JsonOption = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but what could not be read.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of every fault of ours.")] = False,
) -> None:
    """Read articles into the ledger and print the record of all that it holds.

    Reading again adds only what is new. What cannot be read is named with its reason, kept in the ledger, and
    makes the exit code 1.
    """
    from communique import engine
    from communique.cli.progress import bar
    from communique.ledger import Ledger

    with Ledger.open(ledger) as opened, bar(shown=not quiet) as progress:
        outcome = engine.run(paths, opened, knowledge_dir=knowledge, workers=workers, progress=progress)
    if debug:
        for fault in outcome.faults:
            sys.stderr.write(f"{fault.item}: {fault.reason}\n{fault.trace}\n")
    _print(outcome, knowledge, json=json, quiet=quiet)
    raise typer.Exit(1 if outcome.unread else 0)


def _print(outcome: object, knowledge: Path | None, *, json: bool, quiet: bool) -> None:
    from communique.cli.cast import names
    from communique.cli.console import console, error
    from communique.cli.printing import print_record
    from communique.engine import Outcome
    from communique.export import to_json

    assert isinstance(outcome, Outcome)
    if json or quiet:
        for entry in outcome.unread:
            error(f"{entry.path}: {entry.reason}")
    if json:
        sys.stdout.write(to_json(outcome.record, names(knowledge)))
    elif not quiet:
        print_record(outcome.record, console(), names(knowledge))
