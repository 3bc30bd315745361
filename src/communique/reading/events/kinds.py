"""Kinds of event as data: the declarations of kinds.toml and status.toml as records, indexed by trigger."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from communique.records import PloverCode, Status

HERE = Path(__file__).parent
STATUS_ORDER: tuple[Status, ...] = (
    "denied", "cancelled", "unconfirmed", "conditional", "proposed", "planned", "held",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """A verb that triggers a kind, and where its parties, place and occasion stand (see kinds.toml)."""

    kind: str
    parties: tuple[str, ...]
    others: tuple[str, ...]
    other_role: str
    place: tuple[str, ...]
    occasion: tuple[str, ...]
    object: frozenset[str]
    infinitive: frozenset[str]
    modifier: frozenset[str]
    people: bool
    both: bool
    alone: bool
    plover: PloverCode | None
    status: Status | None
    phrase: tuple[str, ...]
    about: frozenset[str]
    named: bool
    bare: bool
    seat: tuple[str, ...]
    matter: bool


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A noun that triggers a kind; `modifier` words are required before it, `persons` as parties, where given.

    `cases` are prepositions that bring parties of this noun alone ("a courtesy call on").
    """

    kind: str
    modifier: frozenset[str]
    generic: bool
    persons: int
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event; `parties` is how many it takes.

    `directed`: one party does it to another, so that it is another event the other way round; `act`: it is kept
    apart from the events of the record; `nested` and `ahead`: see kinds.toml.
    """

    key: str
    plover: PloverCode
    family: str
    parties: int
    needs_place: bool
    needs_occasion: bool
    symmetric: bool
    role: str
    people: bool
    towards: tuple[str, ...]
    directed: bool = False
    act: bool = False
    nested: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The words of status.toml that speak for one status."""

    status: Status
    verbs: frozenset[str]
    infinitive: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    modals: frozenset[str]
    adverbs: frozenset[str]
    markers: frozenset[str]
    pending: frozenset[str]
    claims: frozenset[str]
    false: frozenset[str]
    nobody: frozenset[str]
    particles: dict[str, str]


@dataclass(frozen=True, slots=True)
class Pointed:
    """Nouns for parties that a text may only point at: several ("the delegations") or one ("the minister").

    `papers` speak, and take part in nothing ("the communiqué urged").
    """

    many: frozenset[str]
    one: frozenset[str]
    papers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Words that tell what came of a meeting (see status.toml)."""

    ending: frozenset[str]
    agreeing: frozenset[str]
    issuing: frozenset[str]
    papers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kinds:
    """All declarations: kinds by key, frames by lemma, words by status, and the light verbs.

    `series` maps a word that singles out one of several events ("previous") to the name of its group; `earlier` are
    the adverbs of a verb that do the same as the group `before` ("last met").
    """

    kinds: dict[str, Kind]
    verbs: dict[str, tuple[VerbFrame, ...]]
    nouns: dict[str, tuple[NounFrame, ...]]
    statuses: tuple[StatusWords, ...]
    light: frozenset[str]
    happening: frozenset[str]
    containers: frozenset[str]
    series: dict[str, str]
    earlier: frozenset[str]
    before: frozenset[str]
    taking_place: frozenset[str]
    appointed: frozenset[str]
    addressing: frozenset[str]
    leaving: frozenset[str]
    arriving: frozenset[str]
    taking: frozenset[str]
    homing: frozenset[str]
    vehicles: frozenset[str]
    pointed: Pointed
    outcome: Outcome


@cache
def load_kinds() -> Kinds:
    """Read the declarations once."""
    table = tomllib.loads((HERE / "kinds.toml").read_text(encoding="utf-8"))
    status = tomllib.loads((HERE / "status.toml").read_text(encoding="utf-8"))
    verbs: dict[str, list[VerbFrame]] = {}
    nouns: dict[str, list[NounFrame]] = {}
    for key, entry in table.items():
        for frame in entry["verbs"]:
            verbs.setdefault(frame["lemma"], []).append(_verb(key, frame))
        for noun in entry["nouns"]:
            spec: dict[str, Any] = {"lemma": noun} if isinstance(noun, str) else noun
            generic = spec["lemma"] in entry.get("generic", ())
            modifier, cases = frozenset(spec.get("modifier", ())), tuple(spec.get("cases", ()))
            frame_of = NounFrame(key, modifier, generic, spec.get("persons", 0), cases)
            nouns.setdefault(spec["lemma"], []).append(frame_of)
    light, series, pointed = status.pop("light"), status.pop("series"), status.pop("pointed")
    came = status.pop("outcome")
    alike = {word: group[0] for group in series["same"] for word in group}
    return Kinds(
        {key: _kind(key, entry) for key, entry in table.items()},
        {lemma: tuple(frames) for lemma, frames in verbs.items()},
        {lemma: tuple(sorted(frames, key=lambda frame: not frame.modifier)) for lemma, frames in nouns.items()},
        tuple(_words(name, status[name]) for name in STATUS_ORDER if name in status),
        frozenset(light["verbs"]),
        frozenset(light["happening"]),
        frozenset(light["containers"]),
        {word: alike.get(word, word) for word in series["words"]},
        frozenset(series["earlier"]),
        frozenset({alike["previous"]}),
        frozenset(series["taking_place"]),
        frozenset(series["appointed"]),
        frozenset(series["addressing"]),
        frozenset(series["leaving"]),
        frozenset(series["arriving"]),
        frozenset(series["taking"]),
        frozenset(series["homing"]),
        frozenset(series["vehicles"]),
        Pointed(frozenset(pointed["many"]), frozenset(pointed["one"]), frozenset(pointed["papers"])),
        Outcome(*(frozenset(came[name]) for name in ("ending", "agreeing", "issuing", "papers"))),
    )


def _verb(kind: str, frame: dict[str, Any]) -> VerbFrame:

    def words(name: str) -> tuple[str, ...]:
        return tuple(frame.get(name, ()))

    return VerbFrame(
        kind, words("parties"), words("others"), frame.get("other_role", "participant"), words("place"),
        words("occasion"), frozenset(words("object")), frozenset(words("infinitive")), frozenset(words("modifier")),
        frame.get("people", False), frame.get("both", False), frame.get("alone", False),
        PloverCode(frame["plover"][0], frame["plover"][1] or None) if "plover" in frame else None,
        frame.get("status"), words("phrase"), frozenset(words("about")), frame.get("named", False),
        frame.get("bare", False), words("seat"), frame.get("matter", False),
    )  # fmt: skip


def _kind(key: str, entry: dict[str, Any]) -> Kind:
    plover_type, mode = entry["plover"]
    needs = entry["needs"]
    return Kind(
        key, PloverCode(plover_type, mode or None), entry["family"], needs["parties"], needs.get("place", False),
        needs.get("occasion", False), entry["symmetric"], entry["role"], entry.get("people", False),
        tuple(entry.get("towards", ("in", "at"))), nested=entry.get("nested", False), ahead=entry.get("ahead", False),
    )  # fmt: skip


def _words(status: Status, entry: dict[str, Any]) -> StatusWords:
    sets = {
        name: frozenset(entry.get(name, ()))
        for name in (
            "verbs",
            "infinitive",
            "nouns",
            "adjectives",
            "modals",
            "adverbs",
            "markers",
            "pending",
            "claims",
            "false",
            "nobody",
        )
    }
    return StatusWords(status, particles=dict(entry.get("particles", {})), **sets)
