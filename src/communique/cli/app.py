"""All commands put together under `communique`."""

from __future__ import annotations

from typing import Annotated

import typer

from communique import __version__
from communique.cli import knowing, lists, outputs, positions, reading, showing, views

HELP = """Reads the news of diplomacy and keeps the record: who met whom, where and when, who said what, through whom
we know it, and where the accounts part.

Start with `communique read PATH`; the other commands ask the ledger that it keeps.

Exit codes: 0 all read; 1 some inputs could not be read; 2 bad usage; 3 a fault of ours; 130 interrupted."""


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"communique {__version__}")
        raise typer.Exit


def start(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    _debug: Annotated[bool, typer.Option("--debug", help="On a fault of ours, print the whole traceback.")] = False,
) -> None:
    """Options of the command itself; `main` looks for --debug where an error is caught."""


def build() -> typer.Typer:
    """The application, with every command."""
    # Plain help: Rich's takes 0.1 s to import, and the same words say the same in a pipe.
    made = typer.Typer(
        name="communique",
        help=HELP,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    made.callback()(start)
    made.command("read")(reading.read)
    for name, command in lists.COMMANDS.items():
        made.command(name)(command)
    made.command("positions")(positions.positions)
    made.command("show")(showing.show)
    for name, view in views.COMMANDS.items():
        made.command(name)(view)
    made.command("report")(outputs.report)
    made.command("export")(outputs.export)
    made.add_typer(knowing.app, name="knowledge")
    return made


app = build()
