"""What the tables of knowledge hold: the rows as frozen records, and `Knowledge`, which answers questions.

Keys are plain strings and stable: states are ISO 3166 alpha-3 codes ("CHN"; "XKX" for Kosovo), persons are
slugs ("wang-yi"), organisations are slugs ("nato"), offices are "OWNER/role" where the owner is a state code or
an organisation key ("CHN/foreign-minister", "nato/secretary-general"). Days are closed intervals; None is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from communique.records import Sector

HitKind = Literal["state", "demonym", "capital", "metonym", "place", "person", "organisation", "bloc", "outlet",
                  "occasion", "plan", "role"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """A state: ISO codes, names, adjectives and demonyms ("Chinese"), capital, metonyms ("the Kremlin")."""

    iso3: str
    iso2: str
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GeoPlace:
    """A city, region or site, with the state it lies in."""

    key: str
    name: str
    state: str | None
    kind: Literal["capital", "city", "region", "site"]
    aliases: tuple[str, ...] = ()
    population: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """A person known by name. `surname` is the part used alone ("Wang"); `gender` is "f", "m" or ""."""

    key: str
    name: str
    surname: str
    state: str | None
    aliases: tuple[str, ...] = ()
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of office: "foreign-minister" with its titles in lower case; `speaks` marks spokespersons.

    `rank` orders offices of one person (low is high): a foreign minister who is also party head is
    shown by the lower rank first.
    """

    key: str
    name: str
    titles: tuple[str, ...]
    rank: int
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """A role in a state or organisation, with what it is called there."""

    key: str
    role: str
    owner: str
    name: str
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held which office when. None: open end, or a start not known. `granularity` is of both ends."""

    person: str
    office: str
    start: date | None
    end: date | None
    granularity: Literal["day", "month", "year"]
    acting: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days on which an office has no holder in the tables, and why: it was vacant, or it is not known who held it."""

    office: str
    start: date
    end: date | None
    why: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A state in an organisation. None as `start`: as far back as the tables go; None as `end`: it still is one."""

    state: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, ministry, party, bloc or armed group. A state that left and came back is a member twice."""

    key: str
    name: str
    kind: Literal["intergovernmental", "bloc", "ministry", "party", "armed-group", "company", "court", "other"]
    state: str | None
    aliases: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news agency, paper, broadcaster, ministry site or aggregator, with the domains it publishes on."""

    key: str
    name: str
    kind: Literal["agency", "state-media", "broadcaster", "paper", "ministry-site", "aggregator", "magazine"]
    state: str | None
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """One edition of something that happened on known days: a summit, election, war's start, signing.

    `series` groups recurring ones ("munich-security-conference"); `key` is the edition
    ("munich-security-conference/2023"). `persons` and `states` are those it concerns ("his re-election").
    """

    key: str
    series: str
    name: str
    kind: Literal["summit", "forum", "election", "inauguration", "war", "treaty", "attack", "visit", "anniversary",
                  "holiday", "other"]  # fmt: skip
    start: date
    end: date
    place: str | None = None
    state: str | None = None
    aliases: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Encounter:
    """A visit or meeting of known persons at known places, on closed days; nobody calls it by a name of its own."""

    start: date
    end: date
    places: tuple[str, ...]
    persons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A named plan, agreement or conflict: Minsk agreements, JCPOA, the war in Ukraine."""

    key: str
    name: str
    kind: Literal["agreement", "plan", "conflict"]
    aliases: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class SectorRow:
    """The sector (PLOVER's actor role) of a role, of a kind of organisation or outlet, or of one organisation."""

    of: str
    key: str
    sector: Sector


@dataclass(frozen=True, slots=True)
class Hit:
    """A gazetteer match over words [start, end): what kind of thing, under which keys (several if homonyms)."""

    start: int
    end: int
    kind: HitKind
    keys: tuple[str, ...]
