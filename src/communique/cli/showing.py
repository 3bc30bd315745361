"""`communique show`: one thing of a ledger, with its quoted evidence."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.options import DEFAULT_LEDGER, LedgerOption


def show(
    thing: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id of an article, event, statement, actor or check, or its beginning."),
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    why: Annotated[
        bool, typer.Option("--why", help="Say also how each value was reached, and what was overruled.")
    ] = False,
) -> None:
    """Show one thing with the words of the articles that it rests on."""
    from communique.cli.cast import Cast, names
    from communique.cli.console import console
    from communique.cli.finding import find
    from communique.cli.lists import record_of
    from communique.cli.things import print_thing

    cast = Cast(record_of(ledger), names())
    print_thing(find(cast.record, thing, str(ledger)), cast, console(), why=why)
