"""Several mentions of one event in one article become one telling; different ones stay apart.

Mentions fold when their kinds are of one family, their parties fit (one set within the other, a state standing for
its own minister), and nothing about time or place excludes it. "The meeting" folds into the last one that fits.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from communique.reading.events.candidates import UNDONE
from communique.reading.events.predicates import once_planned
from communique.reading.events.standins import is_standin
from communique.reading.events.timing import dates
from communique.reading.times import resolve
from communique.records import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.reading.events.candidates import Candidate, Scene, Side
    from communique.records import Place, When

# Any fixed day serves to see whether two times of one article can be the same: both count from the same anchor.
ANCHOR = date(2001, 6, 13)
PAIR = 2
OTHERS = frozenset({"previous", "another", "separate", "subsequent"})
NEXT = frozenset({"second", "third", "follow-up"})  # another than what was told before, but not than what is told after
FAR = 100_000  # days; stands for an interval with an open side
SPECIFIC = ("call", "meeting", "exchange", "agreement", "ceasefire", "conference", "visit", "talks")


@dataclass
class Folded:
    """The mentions folded so far into one event."""

    mentions: list[Candidate] = field(default_factory=list)

    @property
    def last(self) -> Candidate:
        """The mention folded in last."""
        return self.mentions[-1]

    @property
    def actors(self) -> tuple[str, ...]:
        """All actors of all mentions, in the order they appear."""
        return tuple(dict.fromkeys(actor for mention in self.mentions for actor in mention.actors))

    def leader(self) -> Candidate:
        """The mention that decides the status: the most explicit one, the first of equals."""
        return max(self.mentions, key=lambda m: (not m.heading, m.strength, -m.token))

    def place(self) -> Place | None:
        """The most exact place said: a city before a state, the first of equals."""
        said = [mention.place for mention in self.mentions if mention.place is not None]
        return next((p for p in said if not _whole(p)), said[0] if said else None)


def fold(scene: Scene, candidates: list[Candidate]) -> list[Folded]:
    """Fold candidates, taken in text order; each goes to the latest event it fits, or begins one.

    Headings and captions come last: they sum up what the body tells, and only add an event the body has not.
    """
    folded: list[Folded] = []
    enough = [
        c for c in candidates
        if c.anaphoric or not c.sides or how_many(c.sides) >= c.kind.parties or c.status == "cancelled"
    ]  # fmt: skip
    for told in sorted(enough, key=lambda c: (c.heading, c.token)):
        candidate = _of_those_before(scene, told, folded)
        pointing = candidate.sides and all(is_standin(side.actor) for side in candidate.sides)
        mention = replace(candidate, sides=(), anaphoric=True) if pointing else candidate
        home = _home(scene, folded, mention)
        if home is not None:
            home.mentions.append(mention)
        elif (candidate.sides or _told_of_nobody(candidate)) and not (
            candidate.heading and any(_summed_up(scene, event, candidate) for event in folded)
        ):
            folded.append(Folded([candidate]))
    return folded


def _home(scene: Scene, folded: list[Folded], mention: Candidate) -> Folded | None:
    """The latest event that a mention fits; a heading, which comes last, goes rather to one of its own status."""
    fitting = [event for event in reversed(folded) if fits(scene, event, mention)]
    alike = [event for event in fitting if mention.heading and event.leader().status == mention.status]
    return next(iter((*alike, *fitting)), None)


def _of_those_before(scene: Scene, candidate: Candidate, folded: list[Folded]) -> Candidate:
    """ "Earlier rounds were held in Malta": of the states whose dealings were told last."""
    if candidate.sides or not candidate.series or not candidate.times or candidate.kind.family != "contact":
        return candidate
    for event in reversed(folded):
        states = tuple(dict.fromkeys(
            f"state:{state}" for actor in event.actors if (state := scene.cast.actors[actor].state) is not None
        ))  # fmt: skip
        if len(states) == PAIR and event.mentions[0].kind.symmetric:
            sides = [side for mention in event.mentions for side in mention.sides]
            mine = {f"state:{scene.cast.actors[side.actor].state}": side for side in reversed(sides)}
            return replace(
                candidate, sides=tuple(replace(mine[state], actor=state, role=candidate.kind.role) for state in states)
            )
    return candidate


def _told_of_nobody(candidate: Candidate) -> bool:
    """ "The trip, planned for May, was called off": something is told of it, if not whose it was."""
    return candidate.strength == UNDONE and candidate.anaphoric and not candidate.heading and bool(candidate.times)


def how_many(sides: Iterable[Side]) -> int:
    """How many parties there are at least: "the two leaders" are more than one."""
    return sum(PAIR if actor.startswith("group:these/") else 1 for actor in {side.actor for side in sides})


def _summed_up(scene: Scene, event: Folded, heading: Candidate) -> bool:
    """Whether a heading speaks of a contact or visit that the body tells of with some of the same parties."""
    same = event.mentions[0].kind.family == heading.kind.family
    states, theirs = ({scene.cast.actors[a].state for a in actors} for actors in (event.actors, heading.actors))
    if any(_times_exclude(scene, mention, heading) for mention in event.mentions):
        return False  # the caption of an older picture
    return same and (not set(event.actors).isdisjoint(heading.actors) or states == theirs)


def fits(scene: Scene, event: Folded, candidate: Candidate) -> bool:
    """Whether a mention can be of an event told before."""
    first = event.mentions[0]
    if first.kind.family != candidate.kind.family or candidate.generic != first.generic:
        return False
    if any(mention.token == candidate.token for mention in event.mentions):
        return False  # one phrase told of several
    if not _parties_fit(scene, event, candidate) or not _places_fit(scene, event, candidate):
        return False
    if {first.kind.key, candidate.kind.key} == {"call", "meeting"} and not candidate.anaphoric:
        return False  # nobody calls those across the table; "the meeting" may have been one by video
    if first.kind.directed and not _same_parts(event, candidate):
        return False
    if candidate.kind.family == "conference" and candidate.occasion != first.occasion:
        return False
    if _told_anew(scene, event, candidate):
        return False
    if any(
        _times_exclude(scene, mention, candidate) or _series_exclude(mention, candidate) for mention in event.mentions
    ):
        return False
    return not _statuses_exclude(event, candidate)


def _same_parts(event: Folded, candidate: Candidate) -> bool:
    """Whether nobody acts in the one and is acted on in the other."""
    parts = {(side.actor, side.role) for mention in event.mentions for side in mention.sides}
    mine = {(side.actor, side.role) for side in candidate.sides}
    return mine == parts or (candidate.anaphoric and mine <= parts)


def _told_anew(scene: Scene, event: Folded, candidate: Candidate) -> bool:
    """ "Their meeting in Malta in May", after one told without place or day: who means that one need not say both."""
    if candidate.place is None or candidate.heading or event.mentions[0].heading or not candidate.anaphoric:
        return False
    placed = any(mention.place is not None or when_told(scene, mention.times) for mention in event.mentions)
    return not placed and _dated(scene, candidate) and candidate.sentence != event.last.sentence


def _dated(scene: Scene, candidate: Candidate) -> bool:
    return any(scene.times[index].form not in ("length", "set") for index in candidate.times)


def _statuses_exclude(event: Folded, candidate: Candidate) -> bool:
    """A meeting told as past and one told as still to come are two, unless one of them is a bare mention."""
    leader = event.leader()
    pair = {leader.status, candidate.status}
    if pair == {"held", "proposed"}:
        return True
    if pair == {"denied", "proposed"} and not candidate.anaphoric and candidate.place != event.place():
        return True  # "no meeting is planned. Malta has offered to host one"
    told = min(leader.strength, candidate.strength) > 1
    return told and pair == {"held", "planned"} and "past" in (leader.tense, candidate.tense)


def _series_exclude(one: Candidate, other: Candidate) -> bool:
    """ "Their previous meeting" and "the first visit" are others than the one told of, unless both say the same."""
    if one.series == other.series or one.heading or other.heading or one.sentence == other.sentence:
        return False
    if one.series and other.series:
        return not one.series & other.series
    early, late = sorted((one, other), key=lambda mention: mention.token)
    return bool((early.series | late.series) & OTHERS or late.series & NEXT)


def _parties_fit(scene: Scene, event: Folded, candidate: Candidate) -> bool:
    mine, theirs = set(candidate.actors), set(event.actors)
    if not mine:
        return candidate.anaphoric and candidate.token - event.last.token < 400
    if candidate.kind.people:
        return mine == theirs or (candidate.anaphoric and mine <= theirs)
    if _says_who_more(scene, event, candidate):
        return True
    return all(_sets_fit(scene, mine, set(mention.actors)) for mention in event.mentions if mention.sides) and (
        len(mine) > 1 or candidate.anaphoric or len(theirs) == 1
    )


def _says_who_more(scene: Scene, event: Folded, candidate: Candidate) -> bool:
    """ "Their meeting was cancelled. The two were to hold talks with the chancellor": of the same, with who else."""
    undone = event.leader().strength == UNDONE and candidate.status == "planned"
    following = candidate.sentence[0] == event.last.sentence[1]
    more = set(event.actors) <= set(candidate.actors)
    return undone and following and more and once_planned(scene.document.doc[candidate.token])


def _sets_fit(scene: Scene, mine: set[str], theirs: set[str]) -> bool:
    """One set of parties within the other; where states stand for people, they are the same but for a host."""
    small, large = sorted((mine, theirs), key=len)
    if small <= large:
        people = [actor for actor in small if actor.startswith(("person:", "office:"))]
        return len(people) < PAIR or len(large) - len(small) < PAIR  # a host may be left out, a delegation not
    states = [{scene.cast.actors[actor].state for actor in side} for side in (small, large)]
    pair = len(small) >= PAIR and all(actor.startswith("state:") for actor in small)
    hosted = pair and states[0] < states[1] and len(large) - len(small) < PAIR
    same = states[0] == states[1] or len(small) == 1 or hosted
    return same and all(_stands_in(scene, actor, large) for actor in small)


def _stands_in(scene: Scene, actor: str, others: set[str]) -> bool:
    """An actor is among the others by itself, or as the state of one, or as a person of a state among them."""
    if actor in others:
        return True
    state = scene.cast.actors[actor].state
    if state is None:
        return False
    if actor.startswith("state:"):
        return any(scene.cast.actors[other].state == state for other in others)
    return f"state:{state}" in others


def _places_fit(scene: Scene, event: Folded, candidate: Candidate) -> bool:
    known, said = event.place(), candidate.place
    if known is None or said is None or (known.key or known.name) == (said.key or said.name):
        return True
    return (_whole(known) or _whole(said)) and known.state == said.state and not _two_legs(scene, event, candidate)


def _whole(place: Place) -> bool:
    """Whether a place is a whole state."""
    return place.key is not None and place.key == place.state


def _two_legs(scene: Scene, event: Folded, candidate: Candidate) -> bool:
    """Two mentions of a state and a city in it are one place unless one sentence names both."""
    del scene
    return any(mention.sentence == candidate.sentence and mention.place for mention in event.mentions) and (
        candidate.kind.family != "visit"
    )


def _times_exclude(scene: Scene, one: Candidate, other: Candidate) -> bool:
    """Whether two mentions carry times that cannot meet."""
    first, second = when_told(scene, one.times), when_told(scene, other.times)
    if first is None or second is None:
        return False
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return False
    return first.end < second.start or second.end < first.start


def when_told(scene: Scene, times: tuple[int, ...]) -> When | None:
    """The most exact of some times, counted from the fixed anchor; None if none of them dates anything."""
    dated = [index for index in times if dates(scene.times[index])]
    resolved = [_told(scene, index) for index in dated]
    return min(resolved, key=lambda when: when.days or FAR, default=None)


def _told(scene: Scene, index: int) -> When:
    """A time counted from the fixed anchor, a length from the time that it counts from."""
    time = scene.times[index]
    if time.form != "length" or time.anchor_index is None:
        return resolve(time, ANCHOR, scene.knowledge, ())
    earlier = [UNKNOWN] * time.anchor_index + [_told(scene, time.anchor_index)]
    return resolve(time, ANCHOR, scene.knowledge, earlier)


def parties(scene: Scene, event: Folded) -> list[Side]:
    """The sides of an event, each actor once; a state goes where one of its people takes part."""
    sides: dict[str, Side] = {}
    body = [mention for mention in event.mentions if not mention.heading and mention.sides]
    for mention in body or event.mentions:
        for side in mention.sides:
            sides.setdefault(side.actor, side)
    if event.mentions[0].kind.directed:
        return list(sides.values())
    people = {
        scene.cast.actors[actor].state for actor in sides if not actor.startswith(("state:", "group:"))
    }  # fmt: skip
    named = {scene.cast.actors[actor].state for actor in sides if actor.startswith("person:")}
    kept = []
    for actor, side in sides.items():
        state = scene.cast.actors[actor].state
        if actor.startswith("state:") and state in people:
            continue
        if (
            actor.startswith(("office:", "unnamed:", "organisation:"))
            and state is not None
            and state in named
            and len(sides) > 2
        ):
            continue
        kept.append(side)
    return kept
