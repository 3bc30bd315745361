"""Votes of the people whom an article shows meeting or speaking, though it says no office: most are in public office.

Weaker than an office that is said (`offices`): some act before or after they hold one, and a surname may be another's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reconciling.dating.offices import bounds
from communique.reconciling.dating.timeline import FIRST, LAST, Span, Vote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from communique.knowledge import Knowledge
    from communique.records import Evidence, Reading

RIGHT = 0.85  # that someone known who meets, visits or is met holds an office then; own judgement
BESIDE = 0.1  # share of such articles before the first known office, and as much after the last, against those within
NEWS = frozenset({"held", "planned", "proposed", "conditional", "cancelled", "denied"})


def votes(reading: Reading, knowledge: Knowledge) -> Iterator[Vote]:
    """One vote for each known person who takes part in the news, or speaks, and of whom no office is said."""
    titled = {claim.person for claim in reading.offices}
    for person, evidence in _acting(reading).items():
        key = person.removeprefix("person:")
        days = [bounds(tenure) for tenure in knowledge.tenures_of(key)] if person not in titled else []
        if days and key in knowledge.persons:
            yield _vote(knowledge.persons[key].name, key, sorted(days), evidence)


def _acting(reading: Reading) -> dict[str, Evidence]:
    """Who takes part in the article's own news, with the first evidence of it."""
    found: dict[str, Evidence] = {}
    for telling in reading.tellings:
        if telling.background or telling.status not in NEWS:
            continue
        for party in telling.parties:
            if party.actor.startswith("person:") and party.evidence:
                found.setdefault(party.actor, party.evidence[0])
    for said in reading.attributions:
        for speaker in said.speakers:
            if speaker.startswith("person:") and said.stated:
                found.setdefault(speaker, said.cue)
    return found


def _vote(name: str, key: str, days: list[tuple[date, date]], evidence: Evidence) -> Vote:
    first, last = days[0][0], max(end for _, end in days)
    length = (last - first).days + 1.0
    spans = [Span(first, last, length)]
    if first > FIRST:
        spans.append(Span(FIRST, first, BESIDE * length))
    if last < LAST:
        spans.append(Span(last, LAST, BESIDE * length))
    words = f"{name} acts in public affairs"
    return Vote(words, evidence.start, evidence.end, tuple(spans), RIGHT, f"person/{key}", ((first, last),))
