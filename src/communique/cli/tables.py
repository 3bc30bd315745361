"""The lists of a ledger as tables for people: one row a thing, its id first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from communique.cli.console import cut, safe
from communique.cli.printing import by_date
from communique.export.words import verb, when_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.table import Table

    from communique.cli.cast import Cast

SHORT = 120  # characters of a text in a table's cell


def events(cast: Cast) -> Table:
    """Events in order of time."""
    table = _table("id", "when", "kind", "status", "who", "where", "reports", "origins")
    for event in by_date(cast.record.events):
        reports = len({account.article for account in event.accounts})
        who = "; ".join(cast.name(party.actor) for party in event.parties)
        where = safe(event.place.name) if event.place else ""
        row = (event.id, when_in_words(event.when), event.kind, event.status, who, where, str(reports))
        table.add_row(*row, str(event.origins))
    return table


def statements(cast: Cast) -> Table:
    """Statements in the record's order."""
    table = _table("id", "who", "did", "what", "through")
    for statement in cast.record.statements:
        said = statement.said
        did = verb(said.status, hedged=said.hedge is not None)
        what = cut(cast.quote(said.content), SHORT)
        table.add_row(statement.id, cast.several(said.speakers), did, what, cast.chain(said, statement.article))
    return table


def actors(cast: Cast) -> Table:
    """Actors with the number of their events and statements."""
    acts = Counter(party for event in cast.record.events for party in {party.actor for party in event.parties})
    speaks = Counter(speaker for one in cast.record.statements for speaker in one.said.speakers)
    table = _table("id", "name", "kind", "state", "events", "statements")
    for actor in cast.record.actors:
        state = cast.names.state(actor.state) if actor.state else ""
        row = (actor.id, cast.name(actor.id), actor.kind, state, str(acts[actor.id]), str(speaks[actor.id]))
        table.add_row(*row)
    return table


def articles(cast: Cast) -> Table:
    """Articles with their publication dates and lineage."""
    table = _table("id", "published", "outlet", "title", "descends from", "path")
    for article in cast.record.articles:
        published = cast.publications.get(article.id)
        lineage = cast.lineages.get(article.id)
        from_ = f"{lineage.kind} of {lineage.origin}" if lineage and lineage.origin else ""
        when = when_in_words(published.when) if published else ""
        title = cut(safe(article.title or ""), SHORT)
        table.add_row(article.id, when, safe(article.outlet or ""), title, from_, safe(article.path))
    return table


def checks(cast: Cast) -> Table:
    """Checks in the record's order."""
    table = _table("id", "kind", "article", "detail")
    for check in cast.record.checks:
        table.add_row(check.id, check.kind, cast.source(check.article), safe(check.detail))
    return table


TABLES: dict[str, Callable[[Cast], Table]] = {
    "events": events,
    "statements": statements,
    "actors": actors,
    "articles": articles,
    "checks": checks,
}


def _table(*columns: str) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        _add(table, column)
    return table


def _add(table: Table, column: str, numbers: Sequence[str] = ("reports", "origins", "events", "statements")) -> None:
    if column == "id":
        table.add_column(column, no_wrap=True, style="dim")
    else:
        table.add_column(column, overflow="fold", justify="right" if column in numbers else "left")
