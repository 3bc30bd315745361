"""Reads all tables, lays a user's tables over ours, and checks that what refers to something finds it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from communique.errors import KnowledgeError
from communique.knowledge import rows
from communique.knowledge.desk import Knowledge
from communique.knowledge.tables import Table, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from communique.knowledge.model import Tenure

DATA = Path(__file__).parent / "data"


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


_K = TypeVar("_K", bound=_Keyed)
_R = TypeVar("_R")


@lru_cache(maxsize=8)
def load(extra: Path | None = None) -> Knowledge:
    """All tables as one `Knowledge`; the same call gives the same object.

    `extra` is a folder with tables of the same file names and columns. A row there replaces ours of the same
    key or adds to them; tenures there replace all of ours for the offices that they name.

    Raises:
        KnowledgeError: a table is malformed (file and line), or something refers to what no table holds.
    """
    if extra is not None and not extra.is_dir():
        raise KnowledgeError(f"{extra}: not a folder; give a folder with tables such as persons.tsv")
    spellings = _rows("spellings", rows.spellings, extra)
    known = Knowledge(
        states={state.iso3: state for state in _rows("states", rows.states, extra)},
        places=_by_key("places", rows.places, extra),
        persons=_by_key("persons", rows.persons, extra),
        roles=_by_key("roles", rows.roles, extra),
        offices=_by_key("offices", rows.offices, extra),
        organisations=_by_key("organisations", rows.organisations, extra),
        outlets=_by_key("outlets", rows.outlets, extra),
        occasions=_by_key("occasions", rows.occasions, extra),
        plans=_by_key("plans", rows.plans, extra),
        tenures=_tenures(extra),
        gaps=tuple(_rows("gaps", rows.gaps, extra)),
        spellings=tuple(dict(spellings).items()),
        sector_rows=tuple(_rows("sectors", rows.sectors, extra)),
        encounters=tuple(_rows("encounters", rows.encounters, extra)),
    )
    _check(known)
    return known


def tables(extra: Path | None = None) -> tuple[Table, ...]:
    """Every table as it lies on disk, by name: ours, and after each the user's of that name, if there is one."""
    return tuple(table for name in sorted(rows.COLUMNS) for table in _tables(name, extra))


def _tables(name: str, extra: Path | None) -> list[Table]:
    own = read_table(DATA / f"{name}.tsv", rows.COLUMNS[name])
    theirs = extra / f"{name}.tsv" if extra else None
    return [own, read_table(theirs, rows.COLUMNS[name])] if theirs and theirs.exists() else [own]


def _rows(name: str, parse: Callable[[Table], tuple[_R, ...]], extra: Path | None) -> list[_R]:
    return [row for table in _tables(name, extra) for row in parse(table)]


def _by_key(name: str, parse: Callable[[Table], tuple[_K, ...]], extra: Path | None) -> dict[str, _K]:
    """Records by key; within one table a key may stand only once."""
    merged: dict[str, _K] = {}
    for table in _tables(name, extra):
        records = parse(table)
        seen: set[str] = set()
        for (line, _), record in zip(table.rows, records, strict=True):
            if record.key in seen:
                raise table.fault(line, f"the key {record.key!r} stands twice")
            seen.add(record.key)
            merged[record.key] = record
    return merged


def _tenures(extra: Path | None) -> tuple[Tenure, ...]:
    parsed = [rows.tenures(table) for table in _tables("tenures", extra)]
    replaced = {tenure.office for theirs in parsed[1:] for tenure in theirs}
    kept = [tenure for tenure in parsed[0] if tenure.office not in replaced]
    return (*kept, *(tenure for theirs in parsed[1:] for tenure in theirs))


def _check(known: Knowledge) -> None:
    """Every reference between tables must find its record."""
    owners = known.states.keys() | known.organisations.keys()
    for tenure in known.tenures:
        _need(tenure.person in known.persons, "tenures", f"no person has the key {tenure.person!r}")
    of_offices = [("tenures", row.office) for row in known.tenures] + [("gaps", row.office) for row in known.gaps]
    for table, key in of_offices:
        owner, _, role = key.rpartition("/")
        _need(owner in owners and role in known.roles, table, f"no such office: {key!r}")
    for office in known.offices.values():
        _need(office.owner in owners and office.role in known.roles, "offices", f"no such owner or role: {office.key}")
    for state in known.states.values():
        _need(not state.capital or state.capital in known.places, "states", f"{state.iso3}: no place {state.capital!r}")
    for occasion in known.occasions.values():
        _all(occasion.persons, known.persons, "occasions", f"{occasion.key}: no person")
        _all(occasion.states, known.states, "occasions", f"{occasion.key}: no state")
        _need(
            not occasion.place or occasion.place in known.places,
            "occasions",
            f"{occasion.key}: no place {occasion.place!r}",
        )
    for encounter in known.encounters:
        _all(encounter.persons, known.persons, "encounters", f"{encounter.start}: no person")
        _all(encounter.places, known.places, "encounters", f"{encounter.start}: no place")
    for organisation in known.organisations.values():
        _all(
            (member.state for member in organisation.members),
            known.states,
            "organisations",
            f"{organisation.key}: no state",
        )
    for row in known.sector_rows:
        among = {"role": known.roles, "organisation": known.organisations}.get(row.of)
        _need(among is None or row.key in among, "sectors", f"no {row.of} has the key {row.key!r}")
    for name, records in _with_state(known).items():
        for key, named in records:
            _need(named is None or named in known.states, name, f"{key}: no state {named!r}")


def _with_state(known: Knowledge) -> dict[str, list[tuple[str, str | None]]]:
    """The key and state of every record that names one, by table."""
    return {
        "places": [(key, place.state) for key, place in known.places.items()],
        "persons": [(key, person.state) for key, person in known.persons.items()],
        "organisations": [(key, organisation.state) for key, organisation in known.organisations.items()],
        "outlets": [(key, outlet.state) for key, outlet in known.outlets.items()],
        "occasions": [(key, occasion.state) for key, occasion in known.occasions.items()],
    }


def _all(keys: Iterable[str], among: Container[str], table: str, what: str) -> None:
    for key in keys:
        _need(key in among, table, f"{what} {key!r}")


def _need(holds: bool, table: str, what: str) -> None:
    if not holds:
        raise KnowledgeError(f"{table}.tsv: {what}; add the row or correct the reference")
