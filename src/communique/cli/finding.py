"""Finds the one thing of a record that an id, or the beginning of one, means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from communique.errors import NotFound, UsageError
from communique.records import Actor, Article, Check, Event, Statement

if TYPE_CHECKING:
    from communique.records import Record

Thing: TypeAlias = Article | Event | Statement | Actor | Check

SHOWN = 5  # ids named where a beginning fits several
_KIND = re.compile(r"^[a-z]+[-:]")


def find(record: Record, wanted: str, where: str) -> Thing:
    """The thing with this id; else the only one whose id begins so, with or without its kind ("event-").

    Raises:
        NotFound: nothing in the record (of the ledger named `where`) has such an id.
        UsageError: several have.
    """
    parts: tuple[tuple[Thing, ...], ...]
    parts = (record.articles, record.events, record.statements, record.actors, record.checks)
    things: dict[str, Thing] = {thing.id: thing for part in parts for thing in part}
    if wanted in things:
        return things[wanted]
    fits = [key for key in things if wanted and (key.startswith(wanted) or _KIND.sub("", key).startswith(wanted))]
    if not fits:
        raise NotFound(
            f"nothing in {where} has the id {wanted!r}; `communique events` and the other lists print the ids"
        )
    if len(fits) > 1:
        more = f" and {len(fits) - SHOWN} more" if len(fits) > SHOWN else ""
        raise UsageError(f"{wanted!r} is the beginning of {', '.join(fits[:SHOWN])}{more}; give more of the id")
    return things[fits[0]]
