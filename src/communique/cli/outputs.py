"""`communique report` and `communique export`: a ledger's record as a page, and in forms that other programs read."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import DEFAULT_LEDGER, LedgerOption, OutputOption
from communique.errors import UsageError


class Format(StrEnum):
    """The formats that `export` writes."""

    json = "json"
    plover = "plover"
    polecat = "polecat"


def report(ledger: LedgerOption = DEFAULT_LEDGER, output: OutputOption = Path("record.html")) -> None:
    """Write the record as one web page that needs no network: events, quoted evidence, people, checks."""
    from communique.cli.lists import record_of
    from communique.export.report import render

    path = output or Path("record.html")
    _write(path, render(record_of(ledger)))
    typer.echo(f"the report is in {path}")


def export(
    ledger: LedgerOption = DEFAULT_LEDGER,
    to: Annotated[Format, typer.Option("--to", help="The format to write.")] = Format.json,
    output: OutputOption = None,
) -> None:
    """Write the record for other programs, to standard output unless --output names a file."""
    from communique.cli.lists import record_of
    from communique.export import to_json, to_plover, to_polecat

    writers = {Format.json: to_json, Format.plover: to_plover, Format.polecat: to_polecat}
    text = writers[to](record_of(ledger))
    if output is None:
        sys.stdout.write(text)
    else:
        _write(output, text)


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all, so that a full disk does not leave half a record under its name.

    Raises:
        UsageError: it cannot be written there.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UsageError(f"{path} cannot be written ({error.strerror or error}); name another file with -o") from error
