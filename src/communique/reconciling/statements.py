"""Attributions in their place in the record: when they were said, and which event they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.records import UNKNOWN, Statement, When, content_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.records import Attribution, Publication, Reading

NEAR = 600  # characters between a statement and the telling of the meeting it was made at: about a paragraph


def make_statements(
    reading: Reading, times: Sequence[When], publication: Publication, home: Mapping[str, str], days: Mapping[str, When]
) -> tuple[Statement, ...]:
    """The statements of one reading; `home` maps tellings to events of the record, `days` to when they say it was."""
    made = []
    for said in reading.statements:
        telling = said.telling or _occasion_of(said, reading)
        when = next((times[i] for i in said.times if i < len(times) and times[i].start is not None), None)
        if when is None and telling is not None:
            when = days.get(telling)
        when = when or _bounded(said, publication)
        made.append(
            Statement(
                content_id("statement", said.id),
                reading.article,
                said,
                when,
                home.get(telling) if telling is not None else None,
                _confidence(said),
            )  # fmt: skip
        )
    return tuple(made)


def _occasion_of(said: Attribution, reading: Reading) -> str | None:
    """The meeting or visit that a statement was made at: a held one that a speaker took part in, told just before."""
    near = []
    for order, telling in enumerate(reading.tellings):
        if telling.status != "held" or not {party.actor for party in telling.parties} & set(said.speakers):
            continue
        before = [evidence for evidence in telling.evidence if evidence.start <= said.content.start]
        gap = min((max(0, said.content.start - evidence.end) for evidence in before), default=NEAR)
        if gap < NEAR:
            near.append((gap, telling.kind == "visit", order, telling.id))
    return min(near)[3] if near else None


def _bounded(said: Attribution, publication: Publication) -> When:
    if publication.when.end is None:
        return UNKNOWN
    return When(None, publication.when.end, "unknown", "not dated; said before publication", 0.3, (said.cue,))


def _confidence(said: Attribution) -> float:
    """Quoted words are surer than paraphrase, a named speaker surer than an unnamed one; uncalibrated."""
    base = {"direct": 0.9, "mixed": 0.85, "indirect": 0.75}[said.mode]
    return base if said.speakers and not said.speakers[0].startswith("unnamed:") else base - 0.1
