"""Votes of the offices that the article says people hold: it was written while they held them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from communique.reconciling.dating.timeline import FIRST, LAST, Span, Vote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from communique.knowledge import Knowledge
    from communique.knowledge.model import Tenure
    from communique.records import Article, Evidence, OfficeClaim, Reading, TimeExpression

RIGHT = 0.95  # that a person described by an office holds it; titles are often loose or late
SHORTENED = 0.8  # that a title nobody but the person's deputy office fits is that office, shortened
# Tables and titles are days off at the ends of a tenure (of starts compared with REIGN one in sixteen is more than
# three days off): so many days beside it count, so much of a day in office.
EDGE_DAYS, EDGE = 14, 0.2
SELDOM = 0.01  # how often a holder of a better-known office is called by another one alone
# Before the first holder that the tables know, a name may be that of somebody they do not know: how often, against
# the holder they know, where the article gives the name in full and where it gives the surname alone. Own judgement.
NAMESAKE_FULL, NAMESAKE_SURNAME = 0.05, 0.4

# Where a sentence ends: a stop after a small letter or a bracket, so that "U.S." and initials do not end one.
SENTENCE_END = re.compile(r"(?<=[a-z0-9)\]\"”])[.!?][\"”]?\s|\n")


def bounds(tenure: Tenure) -> tuple[date, date]:
    """The days of a tenure on the line of days; coarse ends are widened to the month or year."""
    start, end = tenure.start or FIRST, tenure.end or LAST
    if tenure.granularity == "year":
        start, end = start.replace(month=1, day=1), end.replace(month=12, day=31)
    return start, end


def votes(article: Article, reading: Reading, knowledge: Knowledge) -> Iterator[Vote]:
    """One vote for each office said of a person; days with a better-known office that is not said count little."""
    seen: set[tuple[str, str, bool]] = set()
    former = {(claim.person, claim.office) for claim in reading.offices if claim.past}
    backward = [time.evidence for time in reading.times if _of_a_year_gone(time)]
    for told in sorted(reading.offices, key=lambda c: c.evidence):
        then = any(_in_one_sentence(told.evidence, time, article) for time in backward)
        claim = replace(told, past=told.past or then or (told.person, told.office) in former)
        identity = (claim.person, claim.office, claim.past)
        if identity in seen:
            continue
        seen.add(identity)
        said = frozenset(c.office.removeprefix("office:") for c in reading.offices if c.person == claim.person)
        namesake = NAMESAKE_FULL if _full_name(claim.person, article, knowledge) else NAMESAKE_SURNAME
        yield from _of(claim, knowledge, said, namesake)


def _of_a_year_gone(time: TimeExpression) -> bool:
    """ "In 2016", "in May last year", "two years ago": the offices named beside it are those held then."""
    if time.direction > 0 or time.day is not None or time.form not in ("calendar", "shift"):
        return False
    return time.year is not None or (time.unit == "year" and time.amount is not None and time.amount < 0)


def _in_one_sentence(one: Evidence, other: Evidence, article: Article) -> bool:
    first, second = sorted((one, other))
    return SENTENCE_END.search(article.text, first.end, second.start) is None


def _full_name(key: str, article: Article, knowledge: Knowledge) -> bool:
    person = knowledge.persons.get(key.removeprefix("person:"))
    return person is not None and any(" " in name and name in article.text for name in (person.name, *person.aliases))


def _of(claim: OfficeClaim, knowledge: Knowledge, said: frozenset[str], namesake: float) -> Iterator[Vote]:
    person, office = claim.person.removeprefix("person:"), claim.office.removeprefix("office:")
    tenures = knowledge.tenures_of(person)
    held, reliability = [t for t in tenures if t.office == office], RIGHT
    who = knowledge.persons[person].name if person in knowledge.persons else person
    if not held and knowledge.holders(office, FIRST, LAST):
        held, reliability = [t for t in tenures if _is_deputy(t.office, office)], SHORTENED
    if not held:
        return
    what = _name(held[0].office, knowledge)
    at, source = claim.evidence, f"office/{person}/{office}"
    intervals = [bounds(t) for t in held]
    if claim.past:
        spans: tuple[Span, ...] = (Span(min(start for start, _ in intervals), LAST),)
        yield Vote(f"{who} has held the office of {what}", at.start, at.end, spans, RIGHT, source + "/past")
        return
    better = [bounds(t) for t in tenures if _role(t.office) in _prominent() and t.office not in said]
    taken = better if _role(office) not in _prominent() else []
    spans = (
        *_weighed(intervals, taken),
        *_beside(intervals),
        *_of_unknown(held[0].office, intervals, knowledge, namesake),
    )
    words = f"{who} in office as {what}"
    core = tuple(intervals)
    if any(_meet(a, b) for a in taken for b in intervals):
        words += ", and called nothing better known"
        core = tuple(part for interval in intervals for part in _without(interval, taken)) or core
    yield Vote(words, at.start, at.end, spans, reliability, source, core)


def _weighed(intervals: list[tuple[date, date]], taken: list[tuple[date, date]]) -> Iterator[Span]:
    """The tenures by length, the days with a better-known office counting little."""
    for start, end in intervals:
        alone = _without((start, end), taken)
        for a, b in alone:
            yield Span(a, b, (b - a).days + 1.0)
        for a, b in _without((start, end), alone):
            yield Span(a, b, SELDOM * ((b - a).days + 1.0))


def _beside(intervals: list[tuple[date, date]]) -> Iterator[Span]:
    """The days before and after each tenure."""
    one, edge = timedelta(days=1), timedelta(days=EDGE_DAYS)
    for start, end in intervals:
        if start > FIRST:
            yield Span(start - edge, start - one, EDGE * EDGE_DAYS)
        if end < LAST:
            yield Span(end + one, end + edge, EDGE * EDGE_DAYS)


def _of_unknown(
    office: str, intervals: list[tuple[date, date]], knowledge: Knowledge, namesake: float
) -> Iterator[Span]:
    """The days before the first holder of an office that the tables know, as a thin share."""
    starts = [bounds(tenure)[0] for tenure in knowledge.holders(office, FIRST, LAST)]
    first = min((*starts, *(start for start, _ in intervals)), default=FIRST)
    if first > FIRST:
        last = first - timedelta(days=1)
        yield Span(FIRST, last, namesake * sum((end - start).days + 1.0 for start, end in intervals))


@cache
def _prominent() -> frozenset[str]:
    text = (files(__package__) / "prominent.tsv").read_text(encoding="utf-8")
    return frozenset([line for line in text.splitlines() if line and not line.startswith("#")][1:])


def _role(office: str) -> str:
    return office.rpartition("/")[2]


def _is_deputy(held: str, said: str) -> bool:
    """Whether the office said is the one held without its "deputy": "Premier" for a vice premier."""
    owner, _, role = said.rpartition("/")
    return held in (f"{owner}/deputy-{role}", f"{owner}/vice-{role}")


def _name(office: str, knowledge: Knowledge) -> str:
    owner, _, role = office.rpartition("/")
    return knowledge.office(owner, role).name if role in knowledge.roles else role.replace("-", " ")


def _meet(a: tuple[date, date], b: tuple[date, date]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _without(interval: tuple[date, date], taken: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """The parts of an interval that none of the others covers, in order."""
    one = timedelta(days=1)
    left = [interval]
    for start, end in taken:
        rest = []
        for a, b in left:
            if end < a or start > b:
                rest.append((a, b))
                continue
            if a < start:
                rest.append((a, start - one))
            if end < b:
                rest.append((end + one, b))
        left = rest
    return left
