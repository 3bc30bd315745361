"""One phrase, several events: "separate meetings with A and B", "met on 14 May and on 15 July", "visits A and B"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from communique.reading.clauses import conjuncts, obliques
from communique.reading.events.candidates import Side
from communique.reading.events.places import WHERE, place_of
from communique.records import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reading.cast import Reference
    from communique.reading.events.candidates import Candidate, Scene

ONWARD = frozenset({"on", "onward", "onwards"})
APART = frozenset({"separate", "separately", "individual", "individually", "respectively"})
# What may stand between the places of a journey.
JOINING = frozenset({",", "and", "then", "later", "before", "finally", "to", "in", "at", "on", "both", "also", "there"})
TOGETHER = frozenset({"jointly", "together"})
PAIR = 2


def split(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """The events that a candidate tells of: usually itself."""
    for one in _by_party(scene, candidate):
        for meeting in _by_party_and_place(scene, one):
            for leg in _by_place(scene, meeting):
                yield from _by_day(scene, leg)


def _by_party(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """Separate meetings with several are one meeting with each: the first party met each of the others."""
    trigger = scene.document.doc[candidate.token]
    around = {child.lower_ for token in (trigger, *trigger.children) for child in token.children}
    apart = any(child.lower_ in APART for child in trigger.children) or _with_both(scene, candidate)
    if not apart or not candidate.kind.symmetric or len(candidate.actors) <= PAIR:
        yield candidate
        return
    first = next((side.actor for side in candidate.sides if side.start < trigger.i), candidate.actors[0])
    for other in (actor for actor in candidate.actors if actor != first):
        yield replace(candidate, sides=tuple(side for side in candidate.sides if side.actor in (first, other)))
    if around & TOGETHER:  # "separately and then jointly"
        yield candidate


def _with_both(scene: Scene, candidate: Candidate) -> bool:
    """ "Her talks with both leaders": one party before them and two after a "both" that follows "with" or "to"."""
    lower = scene.document.lower
    after = [side for side in candidate.sides if side.start > candidate.token]
    if len(candidate.actors) - len({side.actor for side in after}) != 1 or len({side.actor for side in after}) < PAIR:
        return False
    both = next((i for i in range(candidate.token, max(side.end for side in after)) if lower[i] == "both"), None)
    return both is not None and not {"with", "to"}.isdisjoint(lower[candidate.token : both])


def _by_party_and_place(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """ "Met Lee in Oslo and Dar in Malta": whoever is named after the verb, each with a city of their own."""
    trigger = scene.document.doc[candidate.token]
    stops = _stops(scene, trigger) if candidate.kind.key in ("meeting", "talks") and trigger.pos_ == "VERB" else []
    kinds = [isinstance(stop, Place) for _, stop in stops]
    paired = len(kinds) % PAIR == 0 and all(one != other for one, other in zip(kinds[::2], kinds[1::2], strict=True))
    if not paired or len(kinds) < PAIR * PAIR:
        yield from _by_party_and_day(scene, candidate)
        return
    subject = tuple(side for side in candidate.sides if side.start < trigger.i)
    for number in range(0, len(stops), PAIR):
        at, until = stops[number][0], stops[number + PAIR][0] if number + PAIR < len(stops) else trigger.sent.end
        two = [stop for _, stop in stops[number : number + PAIR]]
        place = next(stop for stop in two if isinstance(stop, Place))
        met = next(stop for stop in two if not isinstance(stop, Place))
        sides = tuple(Side(actor, candidate.kind.role, met.start, met.end) for actor in met.actors)
        times = _between(scene, candidate.times, stops[0][0], (at, until))
        yield replace(candidate, sides=(*subject, *sides), place=place, times=times)


def _by_party_and_day(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """ "Met Lee on Monday and Dar on Tuesday": whoever is named after the verb, each with days of their own."""
    trigger, starts = scene.document.doc[candidate.token], {s: i for i, (s, _) in _days(scene, candidate).items()}
    groups: list[tuple[list[Side], list[int]]] = []
    spots = sorted({*starts, *(side.start for side in candidate.sides if side.start > trigger.i)})
    for spot in spots if trigger.pos_ == "VERB" and candidate.kind.symmetric else []:
        if spot in starts and groups:
            groups[-1][1].append(starts[spot])
        elif spot not in starts:
            mine = [side for side in candidate.sides if side.start == spot]
            if groups and not groups[-1][1]:
                groups[-1][0].extend(mine)
            else:
                groups.append((mine, []))
    before = [side for side in candidate.sides if side.start < trigger.i]
    if len(groups) < PAIR or not before or not all(days for _, days in groups):
        yield candidate
        return
    for mine, days in groups:
        yield replace(candidate, sides=(*before, *mine), times=tuple(days))


def _days(scene: Scene, candidate: Candidate) -> dict[int, tuple[int, int]]:
    """The days among an event's times, with the tokens they take."""
    return {
        index: scene.document.span(scene.times[index].evidence) for index in candidate.times
        if scene.times[index].form in ("calendar", "weekday", "shift") and not scene.times[index].relation
    }  # fmt: skip


def _stops(scene: Scene, verb: Any) -> list[tuple[int, Place | Reference]]:
    """The people by name and the cities with "in" that follow a verb, up to the next one, as (token, who or where)."""
    document, i = scene.document, verb.i + 1
    stops: list[tuple[int, Place | Reference]] = []
    while i < verb.sent.end and document.pos[i] not in ("VERB", "AUX"):
        reference = scene.cast.covering(i)
        if reference is not None and reference.form == "name" and reference.actors[0].startswith("person:"):
            stops.append((i, reference))
            i = reference.end
            continue
        hit = scene.gazetteer.at(i, "capital", "place") if document.lower[i - 1] in WHERE else None
        place = place_of(scene, document.doc[hit.start]) if hit is not None else None
        if place is not None:
            stops.append((i, place))
        i = hit.end if hit is not None else i + 1
    return stops


def _by_place(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """A tour is a visit to each of its places; whoever flies on from a place has been there.

    Which place each day belongs to is told by their order: "to Malta on Monday and to Cyprus on Tuesday".
    """
    if candidate.kind.family != "visit" or candidate.place is None:
        yield candidate
        return
    document = scene.document
    start, end = document.span(candidate.place.evidence[0])
    trigger = document.doc[candidate.token]
    legs = [(start, candidate.place), *onward(scene, candidate.place, end)]
    apposed = [leg for child in trigger.children if child.dep_ == "appos" for leg in conjuncts(child)]
    others = [place_of(scene, leg) for leg in (*conjuncts(_first_of(document.doc[start])), *apposed)]
    if any(child.lower_ in ONWARD for child in trigger.children) or trigger.lemma_.lower() in ("continue", "proceed"):
        others += [place_of(scene, token) for token in obliques(trigger, "from")]
    seen = {place.key for _, place in legs}
    for number, (at, place) in enumerate(legs):
        until = legs[number + 1][0] if number + 1 < len(legs) else trigger.sent.end
        yield replace(candidate, place=place, times=_between(scene, candidate.times, legs[0][0], (at, until)))
    for other in others:
        if other is not None and other.key not in seen:
            seen.add(other.key)
            yield replace(candidate, place=other)


def onward(scene: Scene, first: Place, end: int) -> Iterator[tuple[int, Place]]:
    """The further places of a list that follows a first one, with the days between them, as (token, place)."""
    document, seen, i = scene.document, {first.key}, end
    stop, times = document.doc[end - 1].sent.end, _time_spans(scene)
    while i < stop:
        if i in times:
            i = times[i]
            continue
        hit = scene.gazetteer.at(i, "capital", "place", "state")
        if hit is None:
            if document.lower[i] not in JOINING:
                return
            i += 1
            continue
        if document.deps[i].startswith("nsubj"):
            return  # "flies to Malta on Monday, Cyprus said"
        place = place_of(scene, document.doc[hit.start])
        if place is not None and place.key not in seen:
            if document.lower[i - 1] == "," and place.key == place.state == first.state:
                return  # "Valletta, Malta"
            yield i, place
            seen |= {place.key}
        i = hit.end


def _first_of(token: Any) -> Any:
    """The first member of the coordination that a token stands in."""
    while token.dep_ in ("conj", "compound", "flat") and token.head.i != token.i:
        token = token.head
    return token


def _time_spans(scene: Scene) -> dict[int, int]:
    """Where a time begins, and the token after it."""
    return {start: end for time in scene.times for start, end in [scene.document.span(time.evidence)] if start < end}


def _between(scene: Scene, times: tuple[int, ...], first: int, span: tuple[int, int]) -> tuple[int, ...]:
    """Of an event's times those of one leg: what stands after its place, and what stands for all legs.

    A time for all stands before the first place, or after the last one where no other place has one.
    """
    starts = {index: scene.document.span(scene.times[index].evidence)[0] for index in times}
    after = [index for index in times if starts[index] > first]
    mine = [index for index in after if span[0] < starts[index] < span[1]]
    last = max(after, key=lambda index: starts[index], default=None)
    shared = len(after) == 1 and last is not None and starts[last] >= span[0]
    return tuple(index for index in times if index not in after or index in mine or (shared and index == last))


def _by_day(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """A contact told with two coordinated days is two contacts; days that only bound a range are one."""
    days = [
        index for index in candidate.times
        if scene.times[index].form in ("calendar", "weekday") and not scene.times[index].relation
        and (scene.times[index].day is not None or scene.times[index].weekday is not None)
    ]  # fmt: skip
    if candidate.kind.family != "contact" or len(days) < PAIR or not _coordinated(scene, days):
        yield candidate
        return
    rest = tuple(index for index in candidate.times if index not in days)
    for index in days:
        yield replace(candidate, times=(index, *rest))


def _coordinated(scene: Scene, days: list[int]) -> bool:
    document = scene.document
    starts = [document.span(scene.times[index].evidence) for index in days]
    between = [document.lower[one[1] : other[0]] for one, other in pairwise(starts)]
    return all("and" in words and _short(words) for words in between)


def _short(words: Any) -> bool:
    return len(words) <= 4
