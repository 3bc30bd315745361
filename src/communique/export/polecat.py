"""The record as a table in POLECAT's columns (`communique export --to polecat`): tab-separated, one line an event.

The columns and their order are POLECAT's, so that its tools read the table; ours follow them: status, speaker, sentence
and offsets, which POLECAT does not have. An event of many parties stays one line, its names joined by "; ".
docs/plover.md says what each column holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.export.coded import code_record
from communique.export.plover import QUAD_OF, event_day, sector_of
from communique.reading.topics import contexts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from communique.export.coded import Row
    from communique.records import Actor, Article, Record

SIDE = ("Name", "Country", "COW", "Primary Sector", "Sectors", "Title", "Name Raw")
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(f"Actor {name}" for name in SIDE), "Wikipedia Actor ID",
    *(f"Recipient {name}" for name in SIDE), "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
OWN = ("Communique Status", "Communique Source", "Communique Speaker", "Communique Text", "Communique Start",
       "Communique End", "Communique Article")  # fmt: skip
VERSION = "PLOVER 2.0"
BETWEEN = "; "


def to_polecat(record: Record) -> str:
    """The table: a header, then one line for each coded event; every line ends in a newline."""
    lines = (COLUMNS + OWN, *_rows(record))
    return "".join("\t".join(map(_cell, line)) + "\n" for line in lines)


def _cell(value: str | None) -> str:
    """A cell without what would break the table: tabs and line breaks become spaces."""
    return " ".join((value or "").split())


def _rows(record: Record) -> Iterator[tuple[str | None, ...]]:
    actors = {actor.id: actor for actor in record.actors}
    articles = {article.id: article for article in record.articles}
    published = {publication.article: publication.best for publication in record.publications}
    for row in code_record(record):
        yield _row(row, actors, articles, published)


def _row(
    row: Row, actors: dict[str, Actor], articles: dict[str, Article], published: dict[str, date | None]
) -> tuple[str | None, ...]:
    day, _ = event_day(row, published)
    first = row.evidence[0] if row.evidence else None
    article = articles.get(first.article) if first is not None else None
    told = published.get(article.id) if article is not None else None
    code = row.coded.code
    return (
        row.id, day, code.type, code.mode, None, str(QUAD_OF[code.type]), BETWEEN.join(contexts_of(row.topics)),
        *_side(row.coded.actors, actors), *_side(row.coded.recipients, actors), *_place(row),
        article.outlet if article is not None else None, told.isoformat() if told is not None else None,
        _named("person:", row, actors), _named("organisation:", row, actors), row.place.name if row.place else None,
        article.language if article is not None else None, VERSION,
        row.coded.status, row.source, BETWEEN.join(_name(who, actors) for who in row.speakers),
        article.quote(first) if article is not None and first is not None else None,
        str(first.start) if first is not None else None, str(first.end) if first is not None else None,
        article.id if article is not None else None,
    )  # fmt: skip


def _side(side: Sequence[str], actors: dict[str, Actor]) -> tuple[str | None, ...]:
    """The columns of one side. COW numbers and Wikipedia ids are not in our tables, titles not in an event."""
    known = [actors[actor] for actor in side if actor in actors]
    names = BETWEEN.join(_name(actor, actors) for actor in side)
    sectors = list(dict.fromkeys(sector for actor in side if (sector := sector_of(actor, actors.get(actor)))))
    states = BETWEEN.join(dict.fromkeys(actor.state for actor in known if actor.state))
    return names, states, None, next(iter(sectors), None), BETWEEN.join(sectors), None, names, None


def _name(actor: str, actors: dict[str, Actor]) -> str:
    return actors[actor].name if actor in actors else actor.partition(":")[2]


def _named(kind: str, row: Row, actors: dict[str, Actor]) -> str:
    parties = dict.fromkeys((*row.coded.actors, *row.coded.recipients, *row.speakers))
    return BETWEEN.join(_name(actor, actors) for actor in parties if actor.startswith(kind))


def _place(row: Row) -> tuple[str | None, ...]:
    """The columns of a place; a state is no city. Coordinates and GeoNames ids are not in our tables."""
    place = row.place
    if place is None:
        return (None,) * 10
    whole = place.key == place.state
    return place.name, None if whole else place.name, None, None, place.state, None, None, None, place.name, None
