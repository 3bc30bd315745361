"""Votes of the dating cues: occasions and their tense, and time gone by since one.

An occasion told as past lies close behind the telling; with a time beside it ("last week, during the forum") the
telling is where that time reaches an edition. "More than three years since" counts from the occasion's first day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.reading.times.appointments import KEY as OFFICE
from communique.reading.times.resolve import days_of
from communique.reconciling.dating.timeline import FIRST, HALF_LIFE, LAST, Span, Vote, ageing, shift
from communique.reconciling.dating.told import after, before

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from communique.knowledge import Knowledge
    from communique.records import Article, DatingCue, Reading, TimeExpression

Days = tuple[date, date]
NAMED = 1  # days on either side of its start in which an appointment is told of
NAMED_COARSE = {"month": 30, "year": 365}  # days that a coarse start may lie later than the tables say
# Share of articles that tell an occasion as past so many days after it (up to, share): an edition of something that
# recurs is soon followed by the next, an attack or a treaty is told for decades. Set by judgement, while reading the
# errors on GUM and the examples; not swept.
SINCE_EDITION = ((7, 0.45), (30, 0.25), (120, 0.15), (400, 0.09), (4000, 0.06))
SINCE_SINGLE = ((7, 0.25), (30, 0.2), (120, 0.15), (400, 0.12), (4000, 0.18), (11000, 0.1))
RECURRING = frozenset({"summit", "forum", "election", "inauguration", "anniversary", "holiday"})
# How often an edition outside the years that the tables know is told of, against those inside.
UNKNOWN_EDITION = 0.3
SINCE_WAR = ((30, 0.25), (365, 0.25), (3650, 0.35), (11000, 0.15))
UNTIL_OCCASION = ((14, 0.5), (60, 0.3), (200, 0.2))
RIGHT_TIMED, RIGHT_TOLD, RIGHT_GOING_ON, RIGHT_ELAPSED = 0.97, 0.85, 0.95, 0.8
RIGHT_DESCRIBED = 0.75  # that "the invasion", "the election" with a state beside it is the one the tables know
CLOSE = 120  # days within which an occasion told without a time is taken to agree with the answer
TRIM = 3  # days cut from both ends of an edition, at most half of it, before a time is laid upon it
UNIT_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.2425}
REACH = 800  # days around an edition in which the telling is looked for
# "18 years ago": how much is told more than a quarter of a unit before the mark, about it, and more than half after it;
# years are counted from one calendar year to another. Own judgement.
ABOUT = (0.2, 0.6, 0.2)
STRICT = 0.9  # share of a timed occasion that falls where the wording, taken strictly, puts it


def votes(article: Article, reading: Reading, knowledge: Knowledge) -> Iterator[Vote]:
    """One vote for each cue; the same cue said twice counts once."""
    seen: set[tuple[object, ...]] = set()
    for cue in reading.cues:
        identity = (cue.kind, cue.key, cue.tense, cue.amount, cue.unit, cue.bound, cue.time is None)
        if identity in seen:
            continue
        seen.add(identity)
        vote = (
            _elapsed(article, cue, reading, knowledge)
            if cue.kind == "elapsed"
            else _told(article, cue, reading, knowledge)
        )
        if vote is not None and any(span.start <= LAST and span.end >= FIRST for span in vote.spans):
            yield vote


def editions(key: str, knowledge: Knowledge) -> list[tuple[str, Days]]:
    """Names and days of what a key means: an edition, all of a series, or a conflict among the plans."""
    found = [knowledge.occasions[key]] if key in knowledge.occasions else list(knowledge.occasions_of(key))
    if found:
        return [(o.name, (o.start, o.end)) for o in sorted(found, key=lambda o: (o.start, o.key))]
    if key.startswith(OFFICE):
        return _appointments(key.removeprefix(OFFICE), knowledge)
    plan = knowledge.plans.get(key)
    return [(plan.name, (plan.start, plan.end or LAST))] if plan and plan.start else []


def _appointments(person: str, knowledge: Knowledge) -> list[tuple[str, Days]]:
    """The days around which a person was named to or took each office; coarse starts are whole months or years."""
    who = knowledge.persons[person].name if person in knowledge.persons else person
    out = []
    for tenure in knowledge.tenures_of(person):
        if tenure.start is not None:
            length = NAMED_COARSE.get(tenure.granularity, NAMED)
            days = (tenure.start - timedelta(days=NAMED), tenure.start + timedelta(days=length))
            out.append((f"{who} coming into office", days))
    return sorted(out, key=lambda item: item[1])


def _series_name(key: str, found: list[tuple[str, Days]]) -> str:
    """The name of what was found; of several editions without the year or number that tells them apart."""
    if len(found) == 1:
        return found[0][0]
    words = [set(name.split()) for name, _ in found]
    shared = set.intersection(*words)
    return " ".join(word for word in found[0][0].split() if word in shared) or key


def _told(article: Article, cue: DatingCue, reading: Reading, knowledge: Knowledge) -> Vote | None:
    found = editions(cue.key, knowledge)
    if not found:
        return None
    name = _series_name(cue.key, found)
    time = reading.times[cue.time] if cue.time is not None else None
    if time is not None:
        spans = [span for _, days in found for span in reaching(time, days)]
        core = [c for _, days in found if (c := _reach(time, days))]
        words = f'"{article.quote(time.evidence)}" is said of {name}'
        return _vote(words, cue, _with_unknown(cue.key, spans, knowledge), RIGHT_TIMED, core) if spans else None
    if cue.tense == "now" and (cue.key in knowledge.plans or _kinds(cue.key, knowledge) == {"war"}):
        return _going_on(name, cue, found, knowledge)
    if cue.tense == "future":
        spans = [span for _, (start, end) in found for span in before(start, UNTIL_OCCASION, end)]
        core = [(shift(start, -CLOSE), end) for _, (start, end) in found]
        words = f"{name} is still to come"
        return _vote(words, cue, _with_unknown(cue.key, spans, knowledge), RIGHT_TOLD, core)
    since = SINCE_EDITION if _kinds(cue.key, knowledge) <= RECURRING else SINCE_SINGLE
    spans = [span for _, days in found for span in after(*days, since)]
    tense = "is told as past" if cue.tense == "past" else "is spoken of"
    core = [(start, shift(end, CLOSE)) for _, (start, end) in found]
    return _vote(f"{name} {tense}", cue, _with_unknown(cue.key, spans, knowledge), RIGHT_TOLD, core)


def _kinds(key: str, knowledge: Knowledge) -> frozenset[str]:
    named = [knowledge.occasions[key]] if key in knowledge.occasions else list(knowledge.occasions_of(key))
    return frozenset(occasion.kind for occasion in named) or frozenset({"plan"})


def _with_unknown(key: str, spans: list[Span], knowledge: Knowledge) -> list[Span]:
    """The spans with the years before the first and after the last edition that the tables know, as a thin share."""
    known = knowledge.occasions_of(key) if key not in knowledge.occasions else ()
    if not known or not _kinds(key, knowledge) <= RECURRING:
        return spans
    first, last = min(o.start for o in known), shift(max(o.end for o in known), round(UNIT_DAYS["year"]))
    outside = [(a, b) for a, b in ((FIRST, shift(first, -1)), (shift(last, 1), LAST)) if a < b]
    days = sum((b - a).days + 1 for a, b in outside)
    share = UNKNOWN_EDITION * sum(span.share for span in spans)
    return spans + [Span(a, b, share * ((b - a).days + 1) / days) for a, b in outside]


def _going_on(name: str, cue: DatingCue, found: list[tuple[str, Days]], knowledge: Knowledge) -> Vote:
    """A conflict that is spoken of has begun; one that has ended may be told for ever after, as history."""
    conflicts = {plan.start: plan.end or LAST for plan in knowledge.plans.values() if plan.kind == "conflict"}
    spans: list[Span] = []
    core = []
    ended = True
    for _, (start, last) in found:
        end = conflicts.get(start, last)  # an invasion is one day of the tables, the conflict it began is more
        ended = ended and end < LAST
        core.append((start, LAST))
        spans.extend(after(start, end, SINCE_WAR) if end < LAST else (Span(start, LAST, 1.0),))
    source = "going/" + "/".join(sorted({str(start) for start, _ in core}))  # a war is known under several keys
    words = f"{name} has begun" if ended else f"{name} is going on"
    right = RIGHT_GOING_ON if cue.named else RIGHT_DESCRIBED
    return Vote(words, cue.evidence.start, cue.evidence.end, tuple(spans), right, source, tuple(core))


def _vote(words: str, cue: DatingCue, spans: list[Span], right: float, core: list[Days]) -> Vote:
    right = right if cue.named else min(right, RIGHT_DESCRIBED)
    source = f"occasion/{cue.key}/{cue.tense}"
    return Vote(words, cue.evidence.start, cue.evidence.end, tuple(spans), right, source, tuple(core))


def _reach(time: TimeExpression, edition: Days) -> Days | None:
    """The days on which the time, told then, reaches the edition; by bisection, since times move with their telling."""

    def told(offset: int) -> Days:
        return days_of(time, edition[0] + timedelta(days=offset)) or (date.max, date.max)

    # "Last week, at the summit" holds of the week with the body of the summit, not with its last hours.
    trim = timedelta(days=min(TRIM, (edition[1] - edition[0]).days // 2))
    low = _first(lambda offset: told(offset)[1] >= edition[0] + trim)
    high = _first(lambda offset: told(offset)[0] > edition[1] - trim) - 1
    start, end = edition[0] + timedelta(days=low), edition[0] + timedelta(days=high)
    inside = FIRST <= start <= end <= LAST
    return (start, end) if inside and low > -REACH and high < REACH - 1 else None


def _first(holds: Callable[[int], bool]) -> int:
    """The first offset from which a monotone condition holds, REACH where it never does."""
    low, high = -REACH, REACH
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def reaching(time: TimeExpression, edition: Days) -> list[Span]:
    """Where a telling lies that gives an occasion of known days this time; shares sum to about one."""
    reached = _reach(time, edition)
    if reached is None:
        return []
    if time.direction < 0:  # told as past: not before it began
        reached = (min(max(reached[0], edition[0]), reached[1]), reached[1])
    elif time.direction > 0:  # told as to come: not once it has begun
        reached = (reached[0], max(min(reached[1], edition[0] - timedelta(days=1)), reached[0]))
    length = (reached[1] - reached[0]).days if time.direction <= 0 else 0
    pieces = ageing(*reached, half_life=max(HALF_LIFE, length))
    if time.direction > 0:
        pieces = tuple(Span(*_mirrored(reached, piece), piece.share) for piece in pieces)
    total = sum(piece.share for piece in pieces)
    strict = [Span(piece.start, piece.end, STRICT * piece.share / total) for piece in pieces]
    slack = max(4, (reached[1] - reached[0]).days // 2)
    first, last = max(edition[0], reached[0] - timedelta(days=slack)), shift(reached[1], slack)
    if time.direction > 0:
        last = reached[1]
    loose = [(first, reached[0] - timedelta(days=1)), (reached[1] + timedelta(days=1), last)]
    return strict + [Span(a, b, (1 - STRICT) / 2) for a, b in loose if a <= b]


def _mirrored(interval: Days, piece: Span) -> Days:
    """The piece as far from the end of the interval as it was from its start: what is close ahead is told of most."""
    return interval[1] - (piece.end - interval[0]), interval[1] - (piece.start - interval[0])


def _elapsed(article: Article, cue: DatingCue, reading: Reading, knowledge: Knowledge) -> Vote | None:
    if cue.amount is None or cue.unit is None:
        return None
    length = UNIT_DAYS[cue.unit] * cue.amount
    said = article.quote(cue.evidence)
    if cue.time is not None:
        time = reading.times[cue.time]
        if time.year is None:
            return None
        year = time.year + round(length / UNIT_DAYS["year"])
        core = (date(year, 1, 1), date(year, 12, 31))
        spans = [Span(*core, 0.88), Span(shift(core[0], -365), shift(core[0], -1), 0.06)]
        spans.append(Span(shift(core[1], 1), shift(core[1], 365), 0.06))
        return _vote(f'"{said}", counted from {time.year}', cue, spans, 0.9, [core])
    found = editions(cue.key, knowledge)
    if not found:
        return None
    spans, cores = [], []
    for _, (start, _) in found:
        more, core = _around(start, length, cue)
        spans.extend(more)
        cores.append(core)
    words = f'"{said}" ({cue.bound}) since the start of {_series_name(cue.key, found)}'
    vote = _vote(words, cue, [span for span in spans if span.start <= LAST], RIGHT_ELAPSED, cores)
    return replace(vote, source=f"{vote.source}/{cue.bound}/{cue.amount}{cue.unit}")


def _around(start: date, length: float, cue: DatingCue) -> tuple[list[Span], Days]:
    """Where the telling lies: close before the mark, after it within one more unit, or about it."""
    unit = UNIT_DAYS[cue.unit or "year"]
    mark = shift(start, round(length))
    if cue.bound == "not yet":
        core = (shift(mark, -round(unit / 3)), shift(mark, -1))
        return [Span(*core, 0.8), Span(mark, shift(mark, round(unit / 8)), 0.2)], core
    if cue.bound == "more than":
        core = (mark, shift(mark, round(unit) - 1))
        return [
            Span(mark, shift(mark, round(unit / 2)), 0.7),
            Span(shift(mark, round(unit / 2) + 1), core[1], 0.3),
        ], core
    cuts = [shift(mark, round(unit * part)) for part in (-0.6, -0.25, 0.5, 1.0)]
    spans = [Span(a, shift(b, -1), share) for (a, b), share in zip(pairwise(cuts), ABOUT, strict=True)]
    return spans, (cuts[0], shift(cuts[-1], -1))


def mark_bounds(start: date, cue: DatingCue) -> Days:
    """The days that an elapsed cue, taken at its word, allows: before the mark, after it, or about it."""
    unit = UNIT_DAYS[cue.unit or "year"]
    mark = shift(start, round(unit * (cue.amount or 0.0)))
    if cue.bound == "not yet":
        return start, shift(mark, -1)
    return (mark, LAST) if cue.bound == "more than" else (shift(mark, -round(unit / 2)), shift(mark, round(unit)))
