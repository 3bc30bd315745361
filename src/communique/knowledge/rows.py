"""From the rows of a table to records: one function per table, and the columns each table must have.

Every function takes a `Table` and gives records in the order of the file. A row that does not make sense raises
`KnowledgeError` with its file and line. References between tables are checked by the loader, not here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_type_hints

from communique.knowledge.model import (
    Encounter,
    Gap,
    GeoPlace,
    Membership,
    Occasion,
    Office,
    Organisation,
    Outlet,
    Person,
    Plan,
    Role,
    SectorRow,
    State,
    Tenure,
)
from communique.knowledge.tables import Precision, Table, first_day, last_day, precision_of, several
from communique.records import Sector

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS: dict[str, tuple[str, ...]] = {
    "states": ("iso3", "iso2", "name", "aliases", "demonyms", "capital", "metonyms"),
    "places": ("key", "name", "state", "kind", "aliases", "population"),
    "persons": ("key", "name", "surname", "state", "aliases", "gender"),
    "roles": ("key", "name", "titles", "rank", "speaks"),
    "offices": ("key", "name", "titles"),
    "tenures": ("person", "office", "start", "end", "acting", "source", "confidence"),
    "gaps": ("office", "start", "end", "why"),
    "organisations": ("key", "name", "kind", "state", "aliases", "members"),
    "outlets": ("key", "name", "kind", "state", "aliases", "domains"),
    "occasions": ("key", "series", "name", "kind", "start", "end", "place", "state", "aliases", "persons", "states"),
    "encounters": ("start", "end", "places", "persons"),
    "plans": ("key", "name", "kind", "aliases", "start", "end", "topic"),
    "spellings": ("name", "variants"),
    "sectors": ("of", "key", "sector"),
}

_COARSENESS: tuple[Precision, ...] = ("day", "month", "year")
# The kinds that model.py allows, read from its annotations so that there is one list of them.
_KINDS: dict[type, frozenset[str]] = {
    record: frozenset(get_args(get_type_hints(record)["kind"]))
    for record in (GeoPlace, Organisation, Outlet, Occasion, Plan)
}
_SECTORS: frozenset[str] = frozenset(get_args(Sector))
_SECTORED = frozenset({"role", "kind", "organisation"})
_R = TypeVar("_R")


def _each(table: Table, make: Callable[[list[str]], _R]) -> tuple[_R, ...]:
    """Make a record of each row, naming file and line where that fails."""
    made: list[_R] = []
    for line, cells in table.rows:
        try:
            made.append(make(cells))
        except ValueError as error:
            raise table.fault(line, str(error)) from error
    return tuple(made)


def _named(cell: str, what: str) -> str:
    if not cell:
        raise ValueError(f"the {what} is empty")
    return cell


def _kind(record: type, cell: str) -> Any:
    """The cell, if it is a kind of that record. Typed Any because the check is what makes it a Literal."""
    if cell not in _KINDS[record]:
        raise ValueError(f"{cell!r} is not a kind of {record.__name__}: use one of {', '.join(sorted(_KINDS[record]))}")
    return cell


def _yes(cell: str) -> bool:
    if cell not in {"", "yes"}:
        raise ValueError(f"{cell!r} should be 'yes' or empty")
    return cell == "yes"


def states(table: Table) -> tuple[State, ...]:
    """Rows of states.tsv."""

    def make(c: list[str]) -> State:
        if len(c[0]) != 3 or len(c[1]) != 2:
            raise ValueError(f"{c[0]!r} and {c[1]!r} should be codes of three and of two letters")
        return State(c[0], c[1], _named(c[2], "name"), several(c[3]), several(c[4]), c[5] or None, several(c[6]))

    return _each(table, make)


def places(table: Table) -> tuple[GeoPlace, ...]:
    """Rows of places.tsv; population is of the city or region, 0 where not given."""

    def make(c: list[str]) -> GeoPlace:
        kind = _kind(GeoPlace, c[3])
        name = _named(c[1], "name")
        return GeoPlace(_named(c[0], "key"), name, c[2] or None, kind, several(c[4]), int(c[5] or 0))

    return _each(table, make)


def persons(table: Table) -> tuple[Person, ...]:
    """Rows of persons.tsv."""

    def make(c: list[str]) -> Person:
        if c[5] not in {"", "f", "m"}:
            raise ValueError(f"gender {c[5]!r} should be f, m or empty")
        surname = _named(c[2], "surname")
        return Person(_named(c[0], "key"), _named(c[1], "name"), surname, c[3] or None, several(c[4]), c[5])

    return _each(table, make)


def roles(table: Table) -> tuple[Role, ...]:
    """Rows of roles.tsv; titles must be in lower case."""

    def make(c: list[str]) -> Role:
        if c[2] != c[2].lower():
            raise ValueError("titles must be in lower case")
        return Role(_named(c[0], "key"), _named(c[1], "name"), several(c[2]), int(c[3]), _yes(c[4]))

    return _each(table, make)


def offices(table: Table) -> tuple[Office, ...]:
    """Rows of offices.tsv: what an office is called there, where that differs from its role's name."""

    def make(c: list[str]) -> Office:
        owner, slash, role = c[0].rpartition("/")
        if not slash or not owner or not role:
            raise ValueError(f"{c[0]!r} should be OWNER/role")
        if c[2] != c[2].lower():
            raise ValueError("titles must be in lower case")
        return Office(c[0], role, owner, _named(c[1], "name"), several(c[2]))

    return _each(table, make)


def tenures(table: Table) -> tuple[Tenure, ...]:
    """Rows of tenures.tsv. A month or year means its first day as a start and its last day as an end."""

    def make(c: list[str]) -> Tenure:
        person, office, start, end, acting, source, confidence = c
        if confidence not in {"high", "medium", "low"}:
            raise ValueError(f"confidence {confidence!r} should be high, medium or low")
        written = [precision_of(cell) for cell in (start, end) if cell]
        coarsest: Precision = max(written, key=_COARSENESS.index, default="day")
        since, until = first_day(start) if start else None, last_day(end) if end else None
        if since and until and since > until:
            raise ValueError(f"it ends ({end}) before it starts ({start})")
        return Tenure(_named(person, "person"), _named(office, "office"), since, until, coarsest, _yes(acting), source)

    return _each(table, make)


def gaps(table: Table) -> tuple[Gap, ...]:
    """Rows of gaps.tsv; an empty end goes on."""

    def make(c: list[str]) -> Gap:
        since, until = first_day(c[1]), last_day(c[2]) if c[2] else None
        if until and since > until:
            raise ValueError(f"it ends ({c[2]}) before it starts ({c[1]})")
        return Gap(_named(c[0], "office"), since, until, _named(c[3], "reason"))

    return _each(table, make)


def _membership(cell: str) -> Membership:
    """ "ARE", "ARE@2024-01-01" (since that day), "GBR@..2020-01-31" (until it), "GBR@1973..2020-01-31" (both)."""
    state, at, days = cell.partition("@")
    start, _, end = days.partition("..")
    if at and not (start or end):
        raise ValueError(f"{cell!r} has no days: write {state}@2024-01-01, {state}@..2020-01-31 or {state} alone")
    since, until = first_day(start) if start else None, last_day(end) if end else None
    if since and until and since > until:
        raise ValueError(f"{state} leaves ({end}) before it joins ({start})")
    return Membership(state, since, until)


def organisations(table: Table) -> tuple[Organisation, ...]:
    """Rows of organisations.tsv."""

    def make(c: list[str]) -> Organisation:
        kind = _kind(Organisation, c[2])
        name = _named(c[1], "name")
        members = tuple(_membership(cell) for cell in several(c[5]))
        return Organisation(_named(c[0], "key"), name, kind, c[3] or None, several(c[4]), members)

    return _each(table, make)


def outlets(table: Table) -> tuple[Outlet, ...]:
    """Rows of outlets.tsv."""

    def make(c: list[str]) -> Outlet:
        kind = _kind(Outlet, c[2])
        name = _named(c[1], "name")
        return Outlet(_named(c[0], "key"), name, kind, c[3] or None, several(c[4]), several(c[5]))

    return _each(table, make)


def occasions(table: Table) -> tuple[Occasion, ...]:
    """Rows of occasions.tsv. An empty end is the start: it lasted one day (or the month or year as written)."""

    def make(c: list[str]) -> Occasion:
        key, series, name, kind, start, end, place, state, aliases, who, where = c
        since, until = first_day(start), last_day(end or start)
        if since > until:
            raise ValueError(f"it ends ({end}) before it starts ({start})")
        return Occasion(
            _named(key, "key"),
            _named(series, "series"),
            _named(name, "name"),
            _kind(Occasion, kind),
            since,
            until,
            place or None,
            state or None,
            several(aliases),
            several(who),
            several(where),
        )

    return _each(table, make)


def encounters(table: Table) -> tuple[Encounter, ...]:
    """Rows of encounters.tsv. An empty end is the start."""

    def make(c: list[str]) -> Encounter:
        since, until = first_day(c[0]), last_day(c[1] or c[0])
        if since > until:
            raise ValueError(f"it ends ({c[1]}) before it starts ({c[0]})")
        return Encounter(since, until, several(_named(c[2], "place")), several(_named(c[3], "person")))

    return _each(table, make)


def plans(table: Table) -> tuple[Plan, ...]:
    """Rows of plans.tsv; a conflict without an end goes on."""

    def make(c: list[str]) -> Plan:
        since, until = first_day(c[4]) if c[4] else None, last_day(c[5]) if c[5] else None
        return Plan(
            _named(c[0], "key"), _named(c[1], "name"), _kind(Plan, c[2]), several(c[3]), since, until, c[6] or None
        )

    return _each(table, make)


def spellings(table: Table) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Rows of spellings.tsv: a name-word and the other ways to write it, all in lower case without accents."""
    return _each(table, lambda c: (_named(c[0], "name"), several(c[1])))


def sectors(table: Table) -> tuple[SectorRow, ...]:
    """Rows of sectors.tsv."""

    def make(c: list[str]) -> SectorRow:
        if c[0] not in _SECTORED:
            raise ValueError(f"{c[0]!r} should be one of {', '.join(sorted(_SECTORED))}")
        if c[2] not in _SECTORS:
            raise ValueError(f"{c[2]!r} is no sector: use one of {', '.join(sorted(_SECTORS))}")
        return SectorRow(c[0], _named(c[1], "key"), cast("Sector", c[2]))

    return _each(table, make)
