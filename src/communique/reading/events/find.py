"""Finding the events of an article: candidates by trigger, folded by identity, told as records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.events.act_triggers import find_acts
from communique.reading.events.anchoring import anchored
from communique.reading.events.candidates import TOLD, UNDONE, Scene
from communique.reading.events.first_person import with_first_person
from communique.reading.events.folding import SPECIFIC, Folded, fold, how_many, parties
from communique.reading.events.outcomes import find_outcomes
from communique.reading.events.standins import is_standin
from communique.reading.events.statements import code_statements
from communique.reading.events.stays import inside_visits
from communique.reading.events.tours import along_tours
from communique.reading.events.triggers import find_candidates
from communique.reading.topics import find_topics
from communique.records import Party, Place, PloverCode, Telling, content_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.knowledge import Knowledge
    from communique.reading.cast import Cast
    from communique.reading.document import Document
    from communique.reading.events.candidates import Candidate, Side
    from communique.reading.gazetteer import Gazetteer
    from communique.records import Attribution, TimeExpression

# PLOVER manual: CONSULT, SUPPORT, COOPERATE and AID that are still to come are AGREE; a cancelled meeting is REJECT.
# What the manual says of these four holds of whatever else gives way, and conflict that is to come is a threat.
FUTURE_IS_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
FUTURE_IS_THREATEN = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
FILED = ("contact", "agreement", "conference")
AHEAD = frozenset({"planned", "proposed", "conditional"})
# An act that somebody only might do, or did not do, is none: there is no act of not attacking.
ACTED = frozenset({"held", "planned", "conditional", "unconfirmed"})


def find_events(
    document: Document,
    cast: Cast,
    gazetteer: Gazetteer,
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    held_by: Mapping[int, int],
    knowledge: Knowledge,
) -> tuple[tuple[Telling, ...], tuple[Telling, ...], tuple[Attribution, ...]]:
    """The events an article tells of and its other acts, in the order of first mention, and its coded statements.

    `held_by` maps a token to the index of the attribution whose content holds it: such an event rests on that
    holder's word, and one inside a denial is denied.
    """
    cast = with_first_person(document, cast, attributions, held_by)
    scene = Scene(document, cast, gazetteer, times, knowledge)
    told = along_tours(scene, find_candidates(scene))
    acts = {act.token: act for act in find_acts(scene, {candidate.token for candidate in told})}
    attributions = code_statements(scene, attributions, acts)
    spoken = {i for said in attributions for i in range(*document.span(said.cue))}
    beside = [act for token, act in acts.items() if act.kind.act and token not in spoken and act.status in ACTED]
    told += [act for act in acts.values() if not act.kind.act]
    tellings, others = (_folded(scene, found, attributions, held_by) for found in (told, beside))
    return inside_visits(scene, tellings), others, attributions


def _folded(
    scene: Scene, candidates: list[Candidate], attributions: tuple[Attribution, ...], held_by: Mapping[int, int]
) -> tuple[Telling, ...]:
    heard = sorted((_heard(c, attributions, held_by) for c in candidates), key=lambda c: c.token)
    told = [
        (frozenset(mention.token for mention in event.mentions), telling)
        for event in fold(scene, heard)
        if (telling := _tell(scene, event, attributions, held_by)) is not None
    ]
    return anchored(scene, told)


def _heard(candidate: Candidate, attributions: tuple[Attribution, ...], held_by: Mapping[int, int]) -> Candidate:
    """A mention inside a denial is denied, whoever denies it; what a holder only hopes for is not told as held."""
    index = held_by.get(candidate.token)
    if index is None:
        return candidate
    said = attributions[index]
    if said.polarity == "denies" and candidate.status == "held" and candidate.strength == TOLD:
        return replace(candidate, status="denied")
    return candidate


def _tell(
    scene: Scene, event: Folded, attributions: tuple[Attribution, ...], held_by: Mapping[int, int]
) -> Telling | None:
    """One folded event as a record, None if it lacks what its kind needs."""
    document, leader = scene.document, event.leader()
    kind = leader.kind
    sides = parties(scene, event)
    place = event.place() or _from_dateline(scene, event)
    timed = any(scene.times[index].form != "set" for mention in event.mentions for index in mention.times)
    # "A meeting with Lee was called off": something is told, if not whose it was or with whom.
    unsaid = leader.strength == UNDONE and (not sides or (leader.status == "cancelled" and _has_people(sides)))
    if not unsaid and (how_many(sides) < kind.parties or (kind.needs_place and place is None)):
        return None
    if all(mention.generic for mention in event.mentions) and not timed:
        return None
    if kind.key == "visit" and place is not None and place.state in {scene.cast.actors[s.actor].state for s in sides}:
        return None  # "stayed in the capital": nobody visits their own land
    if kind.family == "contact" and not timed and place is None and not _has_people(sides):
        return None  # states talk all the time: it takes a day, a place or a person to make it one event
    if kind.family == "agreement" and leader.status == "held" and sides and all(is_standin(s.actor) for s in sides):
        return None  # "the two countries agreed on much": it takes a name to make it an agreement
    key = _kind_key(event, place)
    first = document.evidence(leader.token, leader.token + 1)
    name = content_id("telling", document.article.id, key, str(first.start), *_told_apart(event, sides, place))
    evidence = tuple(sorted({document.evidence(*mention.sentence) for mention in event.mentions}))
    holder_index = held_by.get(leader.token)
    holder = None if holder_index is None else (attributions[holder_index].speakers or (None,))[0]
    topics = tuple(sorted({topic for mention in event.mentions for topic in find_topics(document, *mention.sentence)}))
    return Telling(
        name, key, leader.status,
        tuple(_party(scene, side.actor, side.role, event) for side in sides), place, _times(scene, event),
        evidence, first, _plover(kind.plover, leader), topics, find_outcomes(scene, event),
        holder=holder, occasion=_occasion(event),
        tense=leader.tense, background=all(mention.background for mention in event.mentions),
    )  # fmt: skip


def _from_dateline(scene: Scene, event: Folded) -> Place | None:
    """Where the report was filed: a marked guess, for a held event that the opening paragraph leaves without place."""
    document, leader = scene.document, event.leader()
    if document.dateline is None or leader.status != "held" or leader.kind.family not in FILED or leader.background:
        return None
    start, end = document.dateline
    if document.block_of[leader.token] != document.block_of[start]:
        return None
    hit = next((h for i in range(start, end) if (h := scene.gazetteer.at(i, "capital", "place"))), None)
    place = scene.knowledge.places.get(hit.keys[0]) if hit is not None else None
    if hit is None or place is None:
        return None
    return Place(place.name, place.state, "dateline", (document.evidence(hit.start, hit.end),), place.key)


def _told_apart(event: Folded, sides: list[Side], place: Place | None) -> tuple[str, ...]:
    """What tells events of one trigger apart ("on 4 May and on 5 July", "will visit A and B"): who, when and where."""
    where = () if place is None else (place.key or place.name,)
    return (*sorted(side.actor for side in sides), *(str(index) for index in event.leader().times), *where)


def _has_people(sides: list[Side]) -> bool:
    return any(side.actor.startswith(("person:", "office:", "unnamed:", "group:")) for side in sides)


def _kind_key(event: Folded, place: Place | None) -> str:
    """The most specific kind any mention gives; talks in a named city are a meeting."""
    keys = {mention.kind.key for mention in event.mentions}
    key = next((kind for kind in SPECIFIC if kind in keys), min(keys))
    return "meeting" if key == "talks" and place is not None and place.key != place.state else key


def _party(scene: Scene, actor: str, role: str, event: Folded) -> Party:
    spots = {
        scene.document.evidence(side.start, side.end)
        for mention in event.mentions for side in mention.sides if side.actor == actor
    }  # fmt: skip
    return Party(actor, role, tuple(sorted(spots)), None, scene.cast.actors[actor].state)


def _times(scene: Scene, event: Folded) -> tuple[int, ...]:
    """Times of the leading mention first: where mentions carry several, its own decides.

    A length counts only where its mention says the place too: "a stop on a long tour" is no long stay.
    """
    leader = event.leader()
    ordered = [leader, *(mention for mention in event.mentions if mention is not leader)]
    return tuple(dict.fromkeys(
        index for mention in ordered for index in mention.times
        if scene.times[index].form != "length" or mention is leader or mention.place is not None
    ))  # fmt: skip


def _occasion(event: Folded) -> str | None:
    return next((mention.occasion for mention in event.mentions if mention.occasion), None)


def _plover(code: PloverCode, leader: Candidate) -> PloverCode:
    if leader.status == "cancelled":
        return PloverCode("REJECT", "meet" if code.type == "CONSULT" else None)
    if leader.status in AHEAD and code.type in FUTURE_IS_AGREE:
        return PloverCode("AGREE", None)
    if leader.status in AHEAD and code.type in FUTURE_IS_THREATEN:
        return PloverCode("THREATEN", None)
    return code
