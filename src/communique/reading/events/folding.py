"""Several mentions of one event in one article become one telling; different ones stay apart.

Mentions fold when their kinds are of one family, their parties fit (one set within the other, a state standing for
its own minister), and nothing about time or place excludes it. "The meeting" folds into the last one that fits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from communique.reading.times import resolve

if TYPE_CHECKING:
    from communique.reading.events.candidates import Candidate, Scene, Side
    from communique.records import Place, When

# Any fixed day serves to see whether two times of one article can be the same: both count from the same anchor.
ANCHOR = date(2001, 6, 13)
PAIR = 2
OTHERS = frozenset({"previous", "another", "separate", "subsequent", "second", "third", "follow-up"})
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
        return next((p for p in said if p.key != p.state), said[0] if said else None)


def fold(scene: Scene, candidates: list[Candidate]) -> list[Folded]:
    """Fold candidates, taken in text order; each goes to the latest event it fits, or begins one.

    Headings and captions come last: they sum up what the body tells, and only add an event the body has not.
    """
    folded: list[Folded] = []
    enough = [c for c in candidates if c.anaphoric or not c.sides or len(c.actors) >= c.kind.parties]
    for candidate in sorted(enough, key=lambda c: (c.heading, c.token)):
        home = next((event for event in reversed(folded) if fits(scene, event, candidate)), None)
        if home is not None:
            home.mentions.append(candidate)
        elif candidate.sides and not (candidate.heading and any(_summed_up(event, candidate) for event in folded)):
            folded.append(Folded([candidate]))
    return folded


def _summed_up(event: Folded, heading: Candidate) -> bool:
    """Whether a heading speaks of a contact or visit that the body tells of with some of the same parties."""
    same = event.mentions[0].kind.family == heading.kind.family
    return same and not set(event.actors).isdisjoint(heading.actors)


def fits(scene: Scene, event: Folded, candidate: Candidate) -> bool:
    """Whether a mention can be of an event told before."""
    first = event.mentions[0]
    if first.kind.family != candidate.kind.family or candidate.generic != first.generic:
        return False
    if not _parties_fit(scene, event, candidate) or not _places_fit(scene, event, candidate):
        return False
    if candidate.kind.family == "conference" and candidate.occasion != first.occasion:
        return False
    if any(
        _times_exclude(scene, mention, candidate) or _series_exclude(mention, candidate) for mention in event.mentions
    ):
        return False
    return not _statuses_exclude(event, candidate)


def _statuses_exclude(event: Folded, candidate: Candidate) -> bool:
    """A meeting told as past and one told as still to come are two, unless one of them is a bare mention."""
    leader = event.leader()
    pair = {leader.status, candidate.status}
    if pair == {"held", "proposed"}:
        return True
    told = min(leader.strength, candidate.strength) > 1
    return told and pair == {"held", "planned"} and "past" in (leader.tense, candidate.tense)


def _series_exclude(one: Candidate, other: Candidate) -> bool:
    """ "Their previous meeting" and "the first visit" are others than the one told of, unless both say the same."""
    if one.series == other.series or one.heading or other.heading or one.sentence == other.sentence:
        return False
    if one.series and other.series:
        return not one.series & other.series
    return bool((one.series | other.series) & OTHERS)


def _parties_fit(scene: Scene, event: Folded, candidate: Candidate) -> bool:
    mine, theirs = set(candidate.actors), set(event.actors)
    if not mine:
        return candidate.anaphoric and candidate.token - event.last.token < 400
    if candidate.kind.people:
        return mine == theirs or (candidate.anaphoric and mine <= theirs)
    return all(_sets_fit(scene, mine, set(mention.actors)) for mention in event.mentions if mention.sides) and (
        len(mine) > 1 or candidate.anaphoric or len(theirs) == 1
    )


def _sets_fit(scene: Scene, mine: set[str], theirs: set[str]) -> bool:
    """One set of parties within the other; where states stand for people, the states must be the same."""
    small, large = sorted((mine, theirs), key=len)
    if small <= large:
        people = [actor for actor in small if actor.startswith(("person:", "office:"))]
        return len(people) < PAIR or len(large) - len(small) < PAIR  # a host may be left out, a delegation not
    states = [{scene.cast.actors[actor].state for actor in side} for side in (small, large)]
    same = states[0] == states[1] or len(small) == 1
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
    if known is None or said is None or known.key == said.key:
        return True
    whole = known.key == known.state or said.key == said.state
    return whole and known.state == said.state and not _two_legs(scene, event, candidate)


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
    dated = [scene.times[index] for index in times if scene.times[index].form not in ("length", "set")]
    resolved = [resolve(time, ANCHOR, scene.knowledge, ()) for time in dated if not time.approximate]
    return min(resolved, key=lambda when: when.days or FAR, default=None)


def parties(scene: Scene, event: Folded) -> list[Side]:
    """The sides of an event, each actor once; a state goes where one of its people takes part."""
    sides: dict[str, Side] = {}
    body = [mention for mention in event.mentions if not mention.heading and mention.sides]
    for mention in body or event.mentions:
        for side in mention.sides:
            sides.setdefault(side.actor, side)
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
