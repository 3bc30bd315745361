"""The accounts of an event in columns; on narrow terminals one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.cli.console import cut, print_line, safe
from communique.cli.printing import support
from communique.export.words import counted, sureness_in_words, when_in_words
from communique.reconciling.views.side_by_side import FIELDS, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from communique.cli.cast import Cast
    from communique.reconciling.views.side_by_side import FieldTold
    from communique.records import Account, Disagreement, Event

NARROWEST = 26  # characters of a column; with less room for each, accounts stand one under the other
LABEL = 13  # characters of the column with the names of the fields
QUOTED = 160  # characters of the words that tell the event


def print_comparison(event: Event, fields: Sequence[FieldTold], cast: Cast, console: Console) -> None:
    """What each account says, what the record takes and why, and where the accounts part."""
    print_line(console, f"{event.kind}, {event.status}", style="bold", end=f"  {event.id}")
    print_line(console, f"{support(event)}; {sureness_in_words(event.confidence)}", indent=2)
    console.print()
    if LABEL + NARROWEST * len(event.accounts) <= console.width:
        _print_columns(event, cast, console)
    else:
        _print_stacked(event, cast, console)
    console.print()
    sure = dict(event.sureness)
    for field in fields:
        doubt = f"; {sureness_in_words(sure[field.field])}" if field.field in sure else ""
        print_line(console, f"{field.field}: {safe(field.taken) or 'not known'} ({safe(field.why)}{doubt})", indent=2)
        for told in field.values:
            by = f"{counted(len(told.articles), 'article')}, {counted(told.outlets, 'outlet')}, "
            print_line(console, f"{safe(told.value)}: {by}{counted(told.origins, 'origin')}", indent=4, mark="– ")
    for parted in event.disagreements:
        _print_disagreement(parted, cast, console)


def _rows(account: Account, cast: Cast) -> list[tuple[str, str]]:
    published = cast.publications.get(account.article)
    told = [(field, safe(value_of(field, account, cast.actors)) or "–") for field in FIELDS]
    words = " … ".join(cut(cast.quote(piece), QUOTED) for piece in account.evidence[:1])
    when = when_in_words(published.when) if published else "–"
    return [("published", when), *told, ("words", f"»{words}«"), ("article", account.article)]


def _print_columns(event: Event, cast: Cast, console: Console) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("", width=LABEL - 2, style="dim")
    for account in event.accounts:
        table.add_column(cast.source(account.article), overflow="fold")
    columns = [_rows(account, cast) for account in event.accounts]
    for entries in zip(*columns, strict=True):
        table.add_row(entries[0][0], *(value for _, value in entries))
    console.print(table)


def _print_stacked(event: Event, cast: Cast, console: Console) -> None:
    for account in event.accounts:
        print_line(console, cast.source(account.article), style="bold")
        for label, value in _rows(account, cast):
            print_line(console, f"{label}: {value}", indent=2)


def _print_disagreement(parted: Disagreement, cast: Cast, console: Console) -> None:
    print_line(console, f"the accounts part on {parted.field}:", style="bold", indent=2)
    for value, articles in parted.values:
        print_line(console, f"{safe(value)}: {', '.join(map(cast.source, articles))}", indent=4, mark="– ")
        for piece in parted.evidence:
            if piece.article in articles:
                print_line(console, f"»{cast.quote(piece)}«", indent=8)
