"""One predicate, one candidate: the parties, place, occasion, times and status that stand around a trigger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from communique.reading.clauses import conjuncts
from communique.reading.events.kinds import load_kinds
from communique.reading.events.standins import is_standin

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.reading.cast import Cast, Reference
    from communique.reading.document import Document
    from communique.reading.events.kinds import Kind
    from communique.reading.gazetteer import Gazetteer
    from communique.records import Place, Status, TimeExpression

# How sure a mention is of its status, for folding: a past-tense verb or an explicit cue beats a bare noun, and what
# was called off or denied beats all.
OWNING = ("name", "metonym")  # forms in which an owner stands: "from Malta and Oslo"
PLACING = frozenset({"in", "at", "near"})
BARE, CUED, TOLD, UNDONE = 1, 2, 3, 4


@dataclass(frozen=True)
class Scene:
    """What event finding works on: one document with its cast, gazetteer and times."""

    document: Document
    cast: Cast
    gazetteer: Gazetteer
    times: tuple[TimeExpression, ...]
    knowledge: Knowledge


@dataclass(frozen=True, slots=True)
class Side:
    """A party of a candidate: the actor, its role, and the tokens [start, end) that say so."""

    actor: str
    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """One mention of an event. `anaphoric` marks "the meeting", "their talks"; `strength` weighs its status."""

    kind: Kind
    token: int
    sides: tuple[Side, ...]
    place: Place | None
    occasion: str | None
    times: tuple[int, ...]
    status: Status
    strength: int
    tense: Literal["past", "present", "future"]
    anaphoric: bool
    sentence: tuple[int, int]
    generic: bool = False
    series: frozenset[str] = frozenset()
    heading: bool = False
    background: bool = False

    @property
    def actors(self) -> tuple[str, ...]:
        """The actors taking part, in text order, each once."""
        return tuple(dict.fromkeys(side.actor for side in self.sides))


def sides_of(scene: Scene, tokens: list[Any], role: str, people: bool) -> list[Side]:
    """The parties that noun phrases name, coordinated ones included; adjectives, outlets and speakers-for are none."""
    found: list[Side] = []
    for token in tokens:
        references = _named_after(scene, token, scene.cast.of(token))
        if not references:
            covering = scene.cast.covering(token.i)
            references = (covering,) if covering is not None and covering.head == token.i else ()
        for reference in references:
            if reference.form == "demonym" or _elsewhere(scene, token, reference):
                continue
            found.extend(
                Side(actor, role, reference.start, reference.end)
                for actor in reference.actors
                if can_take_part(scene, actor, people)
            )
            if reference.actors[0].startswith("unnamed:") and not people:
                found.extend(_owners_beside(scene, reference, role))
    return found


def _named_after(scene: Scene, token: Any, references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """ "Both leaders, Ana Lind and Omar Dar": of those only pointed at, the names that stand by them."""
    pointing = [one for one in references if is_standin(one.actors[0])]
    if not pointing:
        return references
    apposed = [member for child in token.children if child.dep_ == "appos" for member in conjuncts(child)]
    named = [one for member in apposed for one in scene.cast.of(member) if one.form == "name"]
    return tuple(dict.fromkeys((*(one for one in references if one not in pointing), *named))) if named else references


def _owners_beside(scene: Scene, reference: Reference, role: str) -> list[Side]:
    """ "Diplomats from Malta and Cyprus", "Maltese and Cypriot officials": the other states that the list names."""
    found = []
    state = scene.cast.actors[reference.actors[0]].state
    for owner in scene.document.doc[reference.head].children:
        if owner.dep_ == "amod":
            adjectives = [scene.cast.headed(member.i) for member in conjuncts(owner)]
            found += [
                Side(actor, role, one.start, one.end)
                for one in adjectives if one is not None and one.form == "demonym"
                for actor in one.actors if scene.cast.actors[actor].state != state
            ]  # fmt: skip
        if owner.dep_ == "nmod" and any(c.dep_ == "case" and c.lower_ in ("from", "of") for c in owner.children):
            others = [other for other in scene.cast.of(owner) if other.start >= reference.end and other.form in OWNING]
            found += [
                Side(actor, role, other.start, other.end)
                for other in others for actor in other.actors if actor.startswith("state:")
            ]  # fmt: skip
    return found


def _elsewhere(scene: Scene, token: Any, reference: Reference) -> bool:
    """ "Met Lee in Oslo and then in Malta with Dar": a member of the list that is where something was, no party."""
    head = scene.document.doc[reference.head]
    cases = [child.lower_ for child in head.children if child.dep_ == "case"]
    return head.i != token.i and reference.actors[0].startswith("state:") and bool(cases) and cases[0] in PLACING


def can_take_part(scene: Scene, actor: str, people: bool) -> bool:
    """A visit is made by people; no event is attended by a news outlet or by a spokesperson's office."""
    kind, _, key = actor.partition(":")
    if key.startswith("these/"):
        if key.removeprefix("these/") in load_kinds().pointed.papers:
            return False
        return not people or kind == "unnamed" or key.endswith("delegations")
    if kind == "organisation" and (key in scene.knowledge.outlets or key.endswith(("/state-media", "/press-service"))):
        return False
    if kind == "office":
        role = scene.knowledge.roles.get(key.split("/", 1)[1])
        return role is None or not role.speaks
    if kind == "unnamed" and key.startswith("/"):
        return False  # "ministers", "officials": nobody in particular
    if people:
        return kind in ("person", "unnamed") or key.endswith("/delegation")
    return kind != "group"
