"""Meetings that are part of a visit: where the visitor meets the hosts, if the text does not say another place.

What is signed or attended during a visit or talks told in the same sentence is where these are.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from communique.reading.clauses import case_of
from communique.reading.events.folding import when_told

if TYPE_CHECKING:
    from communique.reading.events.candidates import Scene
    from communique.records import Evidence, Place, Telling

APART = frozenset({"ahead", "before", "after", "following", "since"})
COMPARING = frozenset({"as", "than"})
NEXT = 3  # characters between a sentence and the next
WITHIN = ("agreement", "conference", "exchange")
AROUND = ("visit", "meeting", "talks")
STAY = timedelta(days=6)
REACH = 1200  # characters between a visit and a meeting that is part of it: about two paragraphs


def inside_visits(scene: Scene, tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """A meeting without a place of its own is where its visitor is, if the article tells of that visit.

    Only within the same sentence or the visit's next two, and never for another time than the visit's.
    """
    result = []
    for telling in tellings:
        visit = _visit_of(scene, telling, tellings) if telling.kind != "visit" and telling.status != "denied" else None
        if visit is None:
            around = _around(telling, tellings)
            result.append(telling if around is None else replace(telling, place=_taken_from(around)))
            continue
        place = _taken_from(visit.place) if _guessed(telling.place) and visit.place is not None else telling.place
        result.append(replace(telling, place=place, part_of=visit.id))
    return tuple(result)


def _taken_from(place: Place) -> Place:
    return replace(place, basis="visit")


def _around(telling: Telling, tellings: tuple[Telling, ...]) -> Place | None:
    """ "Signed a deal during talks in Malta": the place of the one visit or meeting of its sentence and status.

    Or of the sentence before, where one of the same people was told to be.
    """
    if not _guessed(telling.place):
        return None
    if telling.kind in AROUND[1:]:
        return _at_conference(telling, tellings)
    if telling.kind not in WITHIN:
        return None
    states, actors = {party.state for party in telling.parties}, {party.actor for party in telling.parties}
    said = [
        other for other in tellings
        if other.kind in AROUND and other.place is not None and other.place.basis != "dateline"
        and other.status == telling.status
    ]  # fmt: skip
    beside = [
        other.place for other in said
        if telling.evidence[0] in other.evidence and not states.isdisjoint(party.state for party in other.parties)
    ]  # fmt: skip
    before = [
        other.place for other in said
        if actors & {party.actor for party in other.parties}
        and any(0 <= telling.evidence[0].start - evidence.end < NEXT for evidence in other.evidence)
    ]  # fmt: skip
    places = {_spot(place): place for place in beside or before if place is not None}
    return next(iter(places.values())) if len(places) == 1 else None


def _at_conference(telling: Telling, tellings: tuple[Telling, ...]) -> Place | None:
    """ "The two met, embracing at the forum in Malta": the place of the one conference of its sentence."""
    actors = {party.actor for party in telling.parties}
    places = {
        _spot(other.place): other.place for other in tellings
        if other.kind == "conference" and other.place is not None and not _guessed(other.place)
        and other.status == telling.status and telling.evidence[0] in other.evidence
        and actors & {party.actor for party in other.parties}
    }  # fmt: skip
    return next(iter(places.values())) if len(places) == 1 else None


def _guessed(place: Place | None) -> bool:
    """Whether an event's place is unknown, or only where the report was filed."""
    return place is None or place.basis == "dateline"


def _visit_of(scene: Scene, telling: Telling, tellings: tuple[Telling, ...]) -> Telling | None:
    """The nearest visit by one of a meeting's parties, told close by, to the place of the meeting if it has one."""
    if telling.kind not in ("meeting", "talks"):
        return None
    actors = {party.actor for party in telling.parties}
    near: list[tuple[int, int, Telling]] = []
    for order, visit in enumerate(tellings):
        if visit.kind != "visit" or visit.status in ("proposed", "denied"):
            continue
        if visit.status == "cancelled" and telling.status == "held":
            continue
        if not actors & {party.actor for party in visit.parties} or visit.place is None:
            continue
        if telling.place is not None and not _guessed(telling.place) and _spot(telling.place) != _spot(visit.place):
            continue
        if _guessed(telling.place) and not _meets_hosts(telling, visit):
            continue
        if (telling.status == "held" and visit.status != "held") or _elsewhere(scene, telling, visit):
            continue
        gap = min(_gap(a, b) for a in telling.evidence for b in visit.evidence)
        if gap <= REACH and _same_stay(scene, telling, visit):
            near.append((gap, order, visit))
    return min(near, key=lambda item: item[:2])[2] if near else None


def _spot(place: Place) -> str:
    return place.key or place.name


def _elsewhere(scene: Scene, telling: Telling, visit: Telling) -> bool:
    """Whether a visit told in a meeting's own sentence is another than the one that the meeting was part of.

    "Met Lee and visited a farm in the south" goes on after it, "met Lee ahead of a visit to Malta" is before it, "met
    Lee, as he had on his visit in May" compares.
    """
    meeting, leaving = (scene.document.doc[scene.document.span(one.trigger)[0]] for one in (telling, visit))
    ahead = leaving.head.lower_ == "ahead"
    apart = ahead or leaving.dep_ == "conj" or case_of(leaving) in APART
    if apart and (leaving.head.head if ahead else leaving.head).i == meeting.i:
        return True
    clauses = [one for one in (leaving, *leaving.ancestors) if one.dep_ == "advcl" and meeting in one.ancestors]
    return any(
        COMPARING & {c.lower_ for c in clause.children} and any(c.lower_ == "had" for c in clause.children)
        for clause in clauses
    )


def _meets_hosts(telling: Telling, visit: Telling) -> bool:
    """Whether a visitor meets the hosts: only such a meeting is at the visit's place without the text saying so."""
    visitors = {party.actor for party in visit.parties}
    hosts = {party.state for party in telling.parties if party.actor not in visitors}
    if hosts == {None} and telling.evidence[0] in visit.evidence:
        return True  # "during the visit she will meet the speaker": told of together, of people of no known state
    return visit.place is not None and visit.place.state in hosts


def _same_stay(scene: Scene, telling: Telling, visit: Telling) -> bool:
    """A visit and a meeting whose times cannot lie within a few days of each other are not of one stay."""
    first, second = when_told(scene, telling.times), when_told(scene, visit.times)
    if first is None or second is None or not (first.start and first.end and second.start and second.end):
        return True
    return first.start <= second.end + STAY and second.start <= first.end + STAY


def _gap(one: Evidence, other: Evidence) -> int:
    return max(0, other.start - one.end, one.start - other.end)
