"""People and institutions as the page shows them: names, offices held, and all they took part in or said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.export.report.links import Ref, anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.export.report.desk import Desk
    from communique.export.report.events import EventView
    from communique.export.report.statements import StatementView

_GROUPS = {
    "person": "People",
    "unnamed": "Not named",
    "office": "Offices",
    "state": "States",
    "organisation": "Organisations",
    "group": "Groups",
}

_SHORT = 90  # characters of a statement in a list: one printed line


@dataclass(frozen=True, slots=True)
class ActorView:
    """One actor; `offices` are those that the events show, each once, in date order; `statements` also passed on."""

    anchor: str
    name: str
    state: str
    aliases: tuple[str, ...]
    offices: tuple[str, ...]
    events: tuple[Ref, ...]
    statements: tuple[Ref, ...]


def actor_groups(
    desk: Desk, events: Sequence[EventView], statements: Iterable[StatementView]
) -> tuple[tuple[str, tuple[ActorView, ...]], ...]:
    """All actors under what they are, by name; a group without any is left out."""
    took: dict[str | None, list[EventView]] = {}
    for event in events:
        for person in dict.fromkeys(party.actor.anchor for party in event.parties):
            took.setdefault(person, []).append(event)
    spoke: dict[str | None, list[Ref]] = {}
    for statement in statements:
        for actor in dict.fromkeys(actor.anchor for actor in (*statement.speakers, *statement.through)):
            own = any(actor == speaker.anchor for speaker in statement.speakers)
            spoke.setdefault(actor, []).append(_statement_ref(statement, own=own))
    groups = []
    for kind, heading in _GROUPS.items():
        members = sorted((actor.name.casefold(), actor.id) for actor in desk.record.actors if actor.kind == kind)
        if members:
            views = (_actor_view(desk, key, took, spoke) for _, key in members)
            groups.append((heading, tuple(views)))
    return tuple(groups)


def _actor_view(
    desk: Desk, key: str, took: dict[str | None, list[EventView]], spoke: dict[str | None, list[Ref]]
) -> ActorView:
    actor, here = desk.actors[key], anchor("actor", key)
    events, statements = took.get(here, []), spoke.get(here, [])
    offices = [party.office for event in events for party in event.parties if party.actor.anchor == here]
    return ActorView(
        here,
        actor.name,
        "" if desk.state(actor.state) == actor.name else desk.state(actor.state),
        actor.aliases,
        tuple(dict.fromkeys(office for office in offices if office)),
        tuple(Ref(event.anchor, event.title, event.when) for event in events),
        tuple(statements),
    )


def _statement_ref(statement: StatementView, *, own: bool) -> Ref:
    """A statement in few words: its verb (or that it was passed on) and the beginning of its content."""
    pieces = (piece.text for found in statement.excerpts for piece in found.pieces if piece.marked)
    content = " ".join("".join(pieces).split())
    short = content if len(content) <= _SHORT else content[:_SHORT].rsplit(" ", 1)[0] + " …"
    return Ref(statement.anchor, f"{statement.verb if own else 'passed on'}: {short}", statement.article.text)
