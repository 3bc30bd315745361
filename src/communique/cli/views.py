"""`communique stories`, `compare`, `lineage`, `network`: what a record tells at a glance, in words or as JSON."""

from __future__ import annotations

import json as json_text
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.options import DEFAULT_LEDGER, JsonOption, LedgerOption

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.cli.cast import Cast
    from communique.cli.finding import Thing


def stories(ledger: LedgerOption = DEFAULT_LEDGER, json: JsonOption = False) -> None:
    """List the stories: articles gathered by the events that they open with."""
    from communique.cli import glance
    from communique.cli.console import console
    from communique.export.json_views import story_json
    from communique.reconciling.views.stories import find_stories

    cast = _cast(ledger)
    found = find_stories(cast.record)
    if json:
        _write([story_json(story) for story in found])
        return
    glance.print_stories(found, cast, console(), str(ledger))


def compare(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, or its beginning.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: JsonOption = False,
) -> None:
    """Set the accounts of an event side by side: what each says, what the record takes and why, where they part."""
    from communique.cli import columns
    from communique.cli.console import console
    from communique.errors import UsageError
    from communique.export.json_views import comparison_json
    from communique.reconciling.views.side_by_side import fields_told
    from communique.records import Event

    cast = _cast(ledger)
    found = _thing(cast, event, ledger)
    if not isinstance(found, Event):
        raise UsageError(f"{found.id} is no event; `communique events` prints the ids of events")
    fields = fields_told(found, cast.record)
    if json:
        _write(comparison_json(found, fields))
        return
    columns.print_comparison(found, fields, cast, console())


def lineage(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The id of an article, or its beginning.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: JsonOption = False,
) -> None:
    """Tell what an article descends from and what descends from it, with the reasons."""
    from communique.cli import glance
    from communique.cli.console import console
    from communique.errors import UsageError
    from communique.export.json_views import ancestry_json
    from communique.reconciling.views.ancestry import ancestry_of
    from communique.records import Article

    cast = _cast(ledger)
    found = _thing(cast, article, ledger)
    if not isinstance(found, Article):
        raise UsageError(f"{found.id} is no article; `communique articles` prints the ids of articles")
    ancestry = ancestry_of(found.id, cast.record)
    if json:
        _write(ancestry_json(ancestry))
        return
    glance.print_ancestry(ancestry, cast, console())


def network(
    between: Annotated[
        tuple[str, str] | None,
        typer.Option("--between", metavar="A B", help="Two sides: states or actors, by name, code or id."),
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: JsonOption = False,
) -> None:
    """List who met whom how often, counted from events."""
    from communique.cli import glance
    from communique.cli.console import console
    from communique.export.json_views import tie_json
    from communique.reconciling.views.network import network_of

    cast = _cast(ledger)
    sides = (None, None) if between is None else tuple(_side(name, cast, str(ledger)) for name in between)
    ties = network_of(cast.record, *sides)
    if json:
        _write([tie_json(tie) for tie in ties])
        return
    glance.print_network(ties, cast, console(), str(ledger))


COMMANDS: dict[str, Callable[..., None]] = {
    "stories": stories,
    "compare": compare,
    "lineage": lineage,
    "network": network,
}


def _cast(ledger: Any) -> Cast:
    from communique.cli.cast import Cast, names
    from communique.cli.lists import record_of

    return Cast(record_of(ledger), names())


def _thing(cast: Cast, wanted: str, ledger: Any) -> Thing:
    from communique.cli.finding import find

    return find(cast.record, wanted, str(ledger))


def _side(name: str, cast: Cast, ledger: str) -> frozenset[str]:
    """The actors that a name means; a state's short name counts too."""
    from communique.errors import NotFound
    from communique.reconciling.views.network import members_of

    codes = {actor.state for actor in cast.record.actors if actor.state is not None}
    named = {cast.names.state(code).casefold(): code for code in sorted(codes)}
    found = members_of(named.get(name.casefold(), name), cast.record) | members_of(name, cast.record)
    if not found:
        raise NotFound(f"the record of {ledger} has nobody named {name!r}; `communique actors` prints who is in it")
    return found


def _write(thing: Any) -> None:
    sys.stdout.write(json_text.dumps(thing, ensure_ascii=False, indent=1) + "\n")
