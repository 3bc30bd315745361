"""Votes of the visits, meetings and signings that the article tells and the tables know: who met whom where, and when.

Two people meet many times, and no table holds every time. So the vote is a mixture: of the encounters that fit in
persons, place and the time said of the telling, and of one the tables do not hold, on any day of the years in which
these people are told of. A weekday that fits speaks for the known one, since it fits an unknown one by chance.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from communique.knowledge import Encounter
from communique.reconciling.dating.across import AHEAD, COMING, counts
from communique.reconciling.dating.occasions import reaching
from communique.reconciling.dating.timeline import FIRST, LAST, Span, Vote, shift
from communique.reconciling.dating.told import after, before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.knowledge import Knowledge
    from communique.records import Place, Reading, Telling, TimeExpression

MET = frozenset({"meeting", "talks", "visit", "conference", "agreement"})
SIGNED = frozenset({"agreement", "ceasefire"})
TOLD_AS = frozenset({"held", "planned", "proposed", "conditional", "unconfirmed"})
PERSON, STATE = "person:", "state:"
# How often a telling that fits in its parties is of an encounter that the tables hold: of two parties and a place, or
# less; half of that where it is still to come, since much that is planned happens otherwise. Own judgement.
KNOWN_THERE, KNOWN, PLANNED = 0.7, 0.4, 0.5
RIGHT = 0.9
# How often the time said of a telling fits an encounter by chance.
BY_CHANCE = {"weekday": 1 / 7, "month": 1 / 12, "day": 1 / 100}
BEYOND = 365  # days before the first and after the last encounter of the same people
SAME_DAY = 0.15  # share of what is told as to come on a named day that is told on that day
RECENT = (
    (3, 0.3),
    (10, 0.3),
    (30, 0.2),
    (120, 0.1),
    (400, 0.1),
)  # days from an encounter to its telling, without a time
BEHIND = ((7, 0.35), (60, 0.25), (400, 0.25), (4000, 0.15))  # of what is told only as what something came after


def votes(reading: Reading, knowledge: Knowledge) -> Iterator[Vote]:
    """One vote for each telling of an encounter, those that leave the least choice first; no encounter counts twice."""
    off = [one for one in reading.tellings if one.status == "cancelled"]
    told = [one for one in reading.tellings if not any(_same(one, other) for other in off)]
    found = [(one, fitting) for one in told if (fitting := _fitting(one, reading, knowledge))]
    used: set[date] = set()
    for telling, fitting in sorted(found, key=lambda item: (len(item[1]), item[0].trigger)):
        days = {encounter.start for encounter in fitting}
        vote = None if used & days else _vote(telling, fitting, reading, knowledge)
        if vote is not None:
            used |= days
            yield vote


def _same(one: Telling, off: Telling) -> bool:
    """Whether a telling is of what the article says was called off: a party in common, and no other place."""
    shared = {party.actor for party in one.parties} & {party.actor for party in off.parties}
    return bool(shared) and (one.place is None or off.place is None or one.place.key == off.place.key)


def _named(telling: Telling, prefix: str) -> list[str]:
    return sorted({p.actor.removeprefix(prefix) for p in telling.parties if p.actor.startswith(prefix)})


def _fitting(telling: Telling, reading: Reading, knowledge: Knowledge) -> list[Encounter]:
    """The encounters of the parties of a telling at its place."""
    if telling.status not in TOLD_AS:
        return []
    people, met = _named(telling, PERSON), set()
    if telling.kind in MET and (len(people) > 1 or _abroad(people, telling, knowledge)):
        least = min(2, len(people))
        met = {e for p in people for e in knowledge.encounters_of(p) if len({*people} & {*e.persons}) >= least}
    if telling.kind in SIGNED:
        met |= set(_signed(telling, reading, knowledge))
    return sorted((e for e in met if _there(telling.place, e, knowledge)), key=lambda e: (e.start, e.end, e.persons))


def _signed(telling: Telling, reading: Reading, knowledge: Knowledge) -> Iterator[Encounter]:
    """The treaties between the states of an agreement's parties, two of them at least."""
    lands = {actor.id: actor.state for actor in reading.actors}
    states = {lands.get(party.actor) or party.actor.removeprefix(STATE) for party in telling.parties}
    for occasion in knowledge.occasions.values():
        if occasion.kind == "treaty" and len(states & set(occasion.states)) > 1:
            yield Encounter(occasion.start, occasion.end, (occasion.place,) if occasion.place else (), ())


def _abroad(people: Sequence[str], telling: Telling, knowledge: Knowledge) -> bool:
    """Whether one person visits another's land: the host is then clear, whoever it was."""
    known = knowledge.persons.get(people[0]) if people else None
    state = _state(telling.place, knowledge)
    return telling.kind == "visit" and known is not None and state is not None and state != known.state


def _state(place: Place | None, knowledge: Knowledge) -> str | None:
    if place is None:
        return None
    lies = knowledge.place_state(place.key) if place.key else None
    return lies.iso3 if lies else place.state


def _there(place: Place | None, encounter: Encounter, knowledge: Knowledge) -> bool:
    """Whether an encounter was at a place told: the same, or in the state that is all the article says."""
    if place is None or not encounter.places or place.key in encounter.places:
        return True
    if place.key in knowledge.places:
        return False
    states = {state.iso3 for key in encounter.places if (state := knowledge.place_state(key)) is not None}
    return _state(place, knowledge) in states


def _vote(telling: Telling, fitting: Sequence[Encounter], reading: Reading, knowledge: Knowledge) -> Vote | None:
    times = [one for i in telling.times if (one := reading.times[i]).form not in ("length", "set")]
    time = next((one for one in times if counts(one)), None)
    if time is None and times:
        return None
    placed = [(e, told) for e in fitting if (told := _spans(telling, time, e))]
    if not placed:
        return None
    several = len(_named(telling, PERSON)) != 1
    known = KNOWN_THERE if several and telling.place is not None else KNOWN
    known *= PLANNED if telling.status in COMING else 1
    share = known / len(fitting)
    spans = [Span(s.start, s.end, share * s.share / sum(t.share for t in near)) for _, near in placed for s in near]
    spans.append(_elsewhere(telling, fitting, (1 - known) * BY_CHANCE.get(_grain(time), 1.0), knowledge))
    who = " and ".join(_named(telling, PERSON)[:2] or _named(telling, STATE)[:2])
    where = f" in {telling.place.name}" if telling.place else ""
    which = f"known of {placed[0][0].start}" if len(placed) == 1 else f"of which {len(placed)} are known"
    core = tuple((min(s.start for s in near), max(s.end for s in near)) for _, near in placed)
    at, source = telling.trigger, "encounter/" + "/".join(str(e.start) for e, _ in placed)
    words = f"{telling.kind} of {_names(who, knowledge)}{where}, {which}"
    return Vote(words, at.start, at.end, tuple(spans), RIGHT, source, core)


def _names(keys: str, knowledge: Knowledge) -> str:
    known = {**{k: p.name for k, p in knowledge.persons.items()}, **{k: s.name for k, s in knowledge.states.items()}}
    return " and ".join(known.get(key, key) for key in keys.split(" and "))


def _spans(telling: Telling, time: TimeExpression | None, encounter: Encounter) -> tuple[Span, ...]:
    """Where the telling lies if it is of this encounter."""
    found: list[Span] = []
    for first, last in _days(encounter, time):
        if time is not None:
            near = reaching(time, (first, last))
            found.extend(near)
            if near and time.direction > 0:
                found.append(Span(first, last, SAME_DAY * sum(s.share for s in near)))
        elif telling.status in COMING:
            found.extend(before(first, AHEAD, last))
        else:
            found.extend(after(first, last, BEHIND if telling.background else RECENT))
    return tuple(Span(shift(s.start, 0), shift(s.end, 0), s.share) for s in found)


def _days(encounter: Encounter, time: TimeExpression | None) -> list[tuple[date, date]]:
    """The days of an encounter that a time can mean: of several, those on the weekday that it names."""
    if time is None or time.form != "weekday":
        return [(encounter.start, encounter.end)]
    length = (encounter.end - encounter.start).days + 1
    days = [encounter.start + timedelta(days=n) for n in range(length)]
    return [(day, day) for day in days if day.weekday() == time.weekday]


def _elsewhere(telling: Telling, fitting: Sequence[Encounter], share: float, knowledge: Knowledge) -> Span:
    """The share of an encounter that the tables do not hold, over the years of these people."""
    first, last = shift(fitting[0].start, -BEYOND), shift(max(e.end for e in fitting), BEYOND)
    for person in _named(telling, PERSON):
        tenures = knowledge.tenures_of(person)
        first = min((first, *(t.start for t in tenures if t.start is not None)))
        last = max((last, *(t.end or LAST for t in tenures)))
    return Span(max(first, FIRST), min(last, LAST), share)


def _grain(time: TimeExpression | None) -> str:
    """How much a time narrows the day by itself, whatever the year."""
    if time is None or time.form == "shift":
        return ""
    if time.form == "weekday":
        return "weekday"
    return "day" if time.day is not None else "month" if time.month is not None else ""
