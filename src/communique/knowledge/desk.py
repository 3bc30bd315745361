"""The reference desk: one object over all tables that answers the questions of the other rooms.

Heavy indexes (the gazetteer, the index of persons) are built when first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from communique.errors import KnowledgeError
from communique.knowledge import gazetteer, homonyms
from communique.knowledge.model import Office
from communique.knowledge.names import PersonIndex, Spellings, given_names, pieces
from communique.knowledge.sectors import SectorBook
from communique.knowledge.tenures import TenureBook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from communique.knowledge.matcher import Gazetteer
    from communique.knowledge.model import (
        Encounter,
        Gap,
        GeoPlace,
        Hit,
        Occasion,
        Organisation,
        Outlet,
        Person,
        Plan,
        Role,
        SectorRow,
        State,
        Tenure,
    )


@dataclass(frozen=True)
class Knowledge:
    """All tables, by key in the order of their files, and questions over them. It never changes once loaded."""

    states: Mapping[str, State]
    places: Mapping[str, GeoPlace]
    persons: Mapping[str, Person]
    roles: Mapping[str, Role]
    offices: Mapping[str, Office]
    organisations: Mapping[str, Organisation]
    outlets: Mapping[str, Outlet]
    occasions: Mapping[str, Occasion]
    plans: Mapping[str, Plan]
    tenures: tuple[Tenure, ...]
    gaps: tuple[Gap, ...] = ()
    spellings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sector_rows: tuple[SectorRow, ...] = ()
    encounters: tuple[Encounter, ...] = ()

    @cached_property
    def sectors(self) -> SectorBook:
        """The sector of an office or body."""
        return SectorBook(self.sector_rows, self.states, self.organisations, self.outlets)

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings(self.spellings)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return gazetteer.build(self, self._roles_by_title, self._spellings)

    @cached_property
    def _person_index(self) -> PersonIndex:
        return PersonIndex(self.persons, self._spellings)

    @cached_property
    def given_names(self) -> dict[str, str]:
        """ "f" or "m" by the given names of the persons known, where all bearers agree (lower case, no accents)."""
        return given_names(self.persons.values())

    @cached_property
    def _book(self) -> TenureBook:
        return TenureBook(self.tenures)

    @cached_property
    def _roles_by_title(self) -> dict[str, list[str]]:
        """Role keys by title, from the roles themselves and from what offices are called somewhere."""
        found: dict[str, list[str]] = {}
        by_role = [(role.key, role.titles) for role in self.roles.values()]
        by_office = [(office.role, (office.name.lower(), *office.titles)) for office in self.offices.values()]
        for key, titles in (*by_role, *by_office):
            for title in titles:
                keys = found.setdefault(title, [])
                if key not in keys:
                    keys.append(key)
        return found

    @cached_property
    def _states_by_name(self) -> dict[str, State]:
        found: dict[str, State] = {}
        for state in self.states.values():
            for name in (state.name, *state.aliases, state.iso3):
                found.setdefault(_same_name(name), state)
        return found

    @cached_property
    def _organisations_by_name(self) -> dict[str, Organisation]:
        found: dict[str, Organisation] = {}
        for organisation in self.organisations.values():
            for name in (organisation.name, *organisation.aliases, organisation.key):
                found.setdefault(_same_name(name), organisation)
        return found

    @cached_property
    def _outlets_by_domain(self) -> dict[str, Outlet]:
        return {domain: outlet for outlet in self.outlets.values() for domain in outlet.domains}

    @cached_property
    def _series(self) -> dict[str, tuple[Occasion, ...]]:
        found: dict[str, list[Occasion]] = {}
        for occasion in self.occasions.values():
            found.setdefault(occasion.series, []).append(occasion)
        return {key: tuple(sorted(each, key=lambda o: (o.start, o.key))) for key, each in found.items()}

    @cached_property
    def _encounters(self) -> dict[str, list[Encounter]]:
        found: dict[str, list[Encounter]] = {}
        for encounter in sorted(self.encounters, key=lambda e: (e.start, e.end, e.places, e.persons)):
            for person in encounter.persons:
                found.setdefault(person, []).append(encounter)
        return found

    def match(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """What the tables know in these words (with their original case), as hits over [start, end) of them."""
        return self._gazetteer.match(words)

    def state_named(self, text: str) -> State | None:
        """The state of that name, short name or ISO alpha-3 code, in any case; with or without "the"."""
        return self._states_by_name.get(_same_name(text))

    def find_persons(self, name: str) -> tuple[Person, ...]:
        """Persons by full name, alias or other spelling; a surname alone gives all who bear it."""
        return self._person_index.find(name)

    def persons_with_surname(self, surname: str) -> tuple[Person, ...]:
        """All persons whose surname it is, in the order of the table."""
        return self._person_index.with_surname(surname)

    def meant_by_surname(self, persons: Sequence[Person], beside: Iterable[str]) -> Person | None:
        """Whom of these bearers of a surname it means alone, read beside people of these keys; None if that is open."""
        keys = [person.key for person in persons]
        found = keys[0] if len(keys) == 1 else homonyms.meant(keys, beside, self.tenures_of, self._rank)
        return self.persons[found] if found is not None else None

    def _rank(self, tenure: Tenure) -> int:
        return self.roles[tenure.office.rpartition("/")[2]].rank

    def office(self, owner: str, role: str) -> Office:
        """The office of that role in a state or organisation, under its own name where it has one.

        Raises:
            KnowledgeError: no such owner or role.
        """
        key = f"{owner}/{role}"
        own = self.offices.get(key)
        if owner not in self.states and owner not in self.organisations:
            raise KnowledgeError(f"office {key}: no state or organisation has the key {owner!r}; see states.tsv")
        general = self.roles.get(role)
        if general is None:
            raise KnowledgeError(f"office {key}: no role has the key {role!r}; see roles.tsv")
        if own is None:
            return Office(key, role, owner, general.name, general.titles)
        every = dict.fromkeys((own.name.lower(), *own.titles, *general.titles))
        return Office(key, role, owner, own.name, tuple(every))

    def holders(self, office_key: str, start: date, end: date) -> tuple[Tenure, ...]:
        """Who held an office on any day of the closed interval, in order of their first day."""
        return self._book.holders(office_key, start, end)

    def tenures_of(self, person_key: str) -> tuple[Tenure, ...]:
        """All offices that a person held, in order of their first day."""
        return self._book.of_person(person_key)

    def office_on(self, person_key: str, day: date) -> Office | None:
        """The foremost office (lowest rank number) that a person held on a day; None if none is known."""
        held = [self._office_of(tenure) for tenure in self._book.on(person_key, day)]
        return min(held, key=lambda office: (self.roles[office.role].rank, office.key), default=None)

    def _office_of(self, tenure: Tenure) -> Office:
        owner, _, role = tenure.office.rpartition("/")
        return self.office(owner, role)

    def roles_titled(self, title: str) -> tuple[Role, ...]:
        """The roles that a title can mean, in any case: "secretary of state" is several."""
        keys = self._roles_by_title.get(" ".join(title.lower().replace("-", " ").split()), ())
        exact = self._roles_by_title.get(title.lower(), keys)
        return tuple(self.roles[key] for key in exact)

    def organisation_named(self, text: str) -> Organisation | None:
        """The organisation of that name, other name or key, in any case; with or without "the"."""
        return self._organisations_by_name.get(_same_name(text))

    def members(self, organisation_key: str, day: date) -> tuple[str, ...]:
        """The states that were members of an organisation on a day, in the order of the table.

        Raises:
            KnowledgeError: no organisation has that key.
        """
        organisation = self.organisations.get(organisation_key)
        if organisation is None:
            raise KnowledgeError(f"no organisation has the key {organisation_key!r}; see organisations.tsv")
        return tuple(
            member.state
            for member in organisation.members
            if (member.start or date.min) <= day <= (member.end or date.max)
        )

    def place_state(self, key: str) -> State | None:
        """The state in which a place lies; None for the high seas, disputed areas and unknown places."""
        place = self.places.get(key)
        return self.states.get(place.state) if place and place.state else None

    def outlet_for_url(self, url: str) -> Outlet | None:
        """The outlet that publishes on the host of a URL or on a parent domain of it."""
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
        labels = host.lower().split(".")
        tails = (".".join(labels[at:]) for at in range(len(labels) - 1))
        return next((self._outlets_by_domain[tail] for tail in tails if tail in self._outlets_by_domain), None)

    def occasions_of(self, series: str) -> tuple[Occasion, ...]:
        """The editions of a recurring occasion, in order of time."""
        return self._series.get(series, ())

    def occasions_with(self, person_key: str) -> tuple[Occasion, ...]:
        """The occasions that concern a person (their elections and inaugurations, say), in order of time."""
        found = [occasion for occasion in self.occasions.values() if person_key in occasion.persons]
        return tuple(sorted(found, key=lambda occasion: (occasion.start, occasion.key)))

    def encounters_of(self, person_key: str) -> tuple[Encounter, ...]:
        """The visits and meetings in which a person took part, in order of time."""
        return tuple(self._encounters.get(person_key, ()))


def _same_name(text: str) -> str:
    words = pieces(text.lower())
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
