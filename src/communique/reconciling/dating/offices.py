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
# A title outlives the office in some articles, and what was done in office is told long after: share of the articles
# that call somebody by an office so many days after leaving it (up to, share). Own judgement.
OUTLIVED = ((730, 0.02), (3650, 0.01))
SELDOM = 0.01  # how often a holder of a better-known office is called by another one alone
# Before the first holder that the tables know, a name may be that of somebody they do not know: how often, against
# the holder they know, where the article gives the name in full and where it gives the surname alone. Own judgement.
NAMESAKE_FULL, NAMESAKE_SURNAME = 0.05, 0.4

AROUND = 24  # characters beside an office in which its wording is looked for
NAMED_BEFORE = 150  # days between election or naming and taking office, at most

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
    seen: set[tuple[str, str, str]] = set()
    former = {(claim.person, claim.office) for claim in reading.offices if claim.past}
    backward = [time.evidence for time in reading.times if _of_a_year_gone(time)]
    for told in sorted(reading.offices, key=lambda c: c.evidence):
        then = any(_in_one_sentence(told.evidence, time, article) for time in backward)
        wording = _told_as(told, article)
        if wording != "future" and (told.past or (told.person, told.office) in former):
            wording = "past"
        claim = replace(told, past=then or wording == "past")
        identity = (claim.person, claim.office, wording or str(claim.past))
        if identity in seen:
            continue
        seen.add(identity)
        if wording == "future":
            yield from _to_come(claim, knowledge)
            continue
        if wording == "past" and (vote := _laid_down(claim, knowledge)) is not None:
            yield vote
            continue
        said = frozenset(c.office.removeprefix("office:") for c in reading.offices if c.person == claim.person)
        namesake = NAMESAKE_FULL if _full_name(claim.person, article, knowledge) else NAMESAKE_SURNAME
        yield from _of(claim, knowledge, said, namesake)


def _told_as(claim: OfficeClaim, article: Article) -> str:
    """ "future" for a president-elect, "past" for "chancellor at the time", "" for an office plainly held."""
    at = claim.evidence
    places = {
        "before": article.text[:at.start][-AROUND:].lower().split()[-1:],
        "in": re.split(r"[\s-]+", article.quote(at).lower()),
        "behind": article.text[at.end : at.end + AROUND].lower().strip(" ,-").split(),
    }  # fmt: skip
    for words, place, told in _office_words():
        wanted, found = words.split(), places[place]
        if found[: len(wanted)] == wanted or (place == "in" and words in found):
            return told
        if place == "behind" and " ".join(found).startswith(words) and not " ".join(found)[len(words)].isalnum():
            return told
    return ""


def _to_come(claim: OfficeClaim, knowledge: Knowledge) -> Iterator[Vote]:
    """Who is elected or named to an office has not taken it up yet, and soon will."""
    person, office = claim.person.removeprefix("person:"), claim.office.removeprefix("office:")
    starts = [bounds(t)[0] for t in knowledge.tenures_of(person) if t.office == office and t.start is not None]
    if starts:
        core = tuple((start - timedelta(days=NAMED_BEFORE), start) for start in starts)
        who = knowledge.persons[person].name if person in knowledge.persons else person
        words = f"{who} is still to become {_name(office, knowledge)}"
        spans = tuple(Span(*days) for days in core if days[1] >= FIRST)
        yield Vote(
            words, claim.evidence.start, claim.evidence.end, spans, RIGHT, f"office/{person}/{office}/next", core
        )


def _laid_down(claim: OfficeClaim, knowledge: Knowledge) -> Vote | None:
    """A former president was in office once and is not now; None where the tables know no end of it."""
    person, office = claim.person.removeprefix("person:"), claim.office.removeprefix("office:")
    held = sorted(bounds(t) for t in knowledge.tenures_of(person) if t.office == office)
    if not held or held[0][1] >= LAST:
        return None
    one = timedelta(days=1)
    core = tuple(_without((held[0][1] + one, LAST), held))
    spans = tuple(Span(a, b, (b - a).days + 1.0) for a, b in core)
    spans += tuple(Span(end - timedelta(days=EDGE_DAYS), end, EDGE * EDGE_DAYS) for _, end in held if end < LAST)
    who = knowledge.persons[person].name if person in knowledge.persons else person
    words = f"{who} has laid down the office of {_name(office, knowledge)}"
    return Vote(words, claim.evidence.start, claim.evidence.end, spans, RIGHT, f"office/{person}/{office}/past", core)


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
        *_outlived(intervals),
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


def _outlived(intervals: list[tuple[date, date]]) -> Iterator[Span]:
    """The years after the last tenure, as a thin share of the days in office."""
    last = max(end for _, end in intervals)
    days = sum((end - start).days + 1.0 for start, end in intervals)
    at = last + timedelta(days=EDGE_DAYS + 1)
    for most, share in OUTLIVED:
        until = last + timedelta(days=most)
        if at <= LAST:
            yield Span(at, until, share * days)
        at = until + timedelta(days=1)


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


@cache
def _office_words() -> tuple[tuple[str, str, str], ...]:
    text = (files(__package__) / "office_words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return tuple((words, place, told) for words, place, told in rows)


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
