"""Cues that cannot both be true: a date of the page against its text, and two passages of the text itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from communique.reconciling.dating import claimed, datelines, occasions, offices
from communique.reconciling.dating.occasions import editions
from communique.reconciling.dating.timeline import LAST
from communique.records import Check, Evidence, content_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.knowledge import Knowledge
    from communique.records import Article, DatingCue, Publication, Reading

MisleadingOrInternal = Literal["misleading date", "internal contradiction"]
NEAR_OFFICE = 60  # days; as far as the check of offices lets a title stand
MARGIN = 2  # days by which a page's date may miss the text's interval (time zones, editions)


def contradictions(
    article: Article, reading: Reading, publication: Publication, knowledge: Knowledge
) -> tuple[Check, ...]:
    """All contradictions that bear on the day, as checks in text order."""
    found = [
        *_misleading(article, publication), *_internal(article, reading, knowledge),
        *_out_of_office(article, reading, publication, knowledge),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda check: (check.evidence, check.kind, check.id)))


def dating_checks(
    article: Article, reading: Reading, publication: Publication, knowledge: Knowledge
) -> tuple[Check, ...]:
    """The checks on an article's dates: "misleading date" and "internal contradiction"."""
    return contradictions(article, reading, publication, knowledge)


def _check(article: Article, kind: MisleadingOrInternal, evidence: tuple[Evidence, ...], detail: str) -> Check:
    spans = (f"{e.start}:{e.end}" for e in evidence)
    return Check(content_id("check", article.id, kind, *spans, detail), article.id, kind, evidence, detail)


def _misleading(article: Article, publication: Publication) -> Iterator[Check]:
    """A date of the page that lies outside the interval the cues settle on."""
    when = publication.when
    if when.start is None or when.end is None:
        return
    for claim in article.claimed_dates:
        away = max((when.start - claim.date).days, (claim.date - when.end).days)
        if away <= MARGIN:
            continue
        evidence = () if claim.start is None or claim.end is None else (Evidence(article.id, claim.start, claim.end),)
        name = claimed.NAMES[claimed.kind_of(article, claim)]
        span = f"{when.start} to {when.end}" if when.start != when.end else f"{when.start}"
        yield _check(article, "misleading date", evidence, f"{name} says {claim.date}, but the text points to {span}")


def _internal(article: Article, reading: Reading, knowledge: Knowledge) -> Iterator[Check]:
    """Two lengths counted from the same occasion that no day satisfies both."""
    counted = [cue for cue in reading.cues if cue.kind == "elapsed" and cue.time is None and cue.amount and cue.unit]
    for i, one in enumerate(counted):
        for other in counted[i + 1 :]:
            if _origin(one, knowledge) == _origin(other, knowledge) and _exclude(one, other, knowledge):
                first, second = (f'"{article.quote(cue.evidence)}" ({cue.bound})' for cue in (one, other))
                detail = f"{first} and {second} since the same beginning cannot both be true"
                yield _check(article, "internal contradiction", (one.evidence, other.evidence), detail)


def _out_of_office(
    article: Article, reading: Reading, publication: Publication, knowledge: Knowledge
) -> Iterator[Check]:
    """A dateline on whose day somebody did not yet, or no longer, hold the office that the text gives them.

    Only days near the tenure: a title further off is an office mismatch.
    """
    for dateline in datelines.votes(article, reading):
        first, last = dateline.says(publication.best)
        for office in offices.votes(article, reading, knowledge):
            if first is None or last is None or office.holds(first) or office.holds(last):
                continue
            start, end = office.says(first)
            away = max((start - last).days if start else 0, (first - end).days if end else 0)
            if away <= NEAR_OFFICE and None not in (dateline.start, office.start):
                evidence = tuple(Evidence(article.id, v.start or 0, v.end or 0) for v in (dateline, office))
                tenure = f"{start or 'long before'} to {end or 'now'}"
                yield _check(
                    article,
                    "internal contradiction",
                    evidence,
                    f"{dateline.words} ({first}), but {office.words}: {tenure}",
                )


def _origin(cue: DatingCue, knowledge: Knowledge) -> object:
    """What a cue counts from: the first days of what its key means (a war is known under several keys)."""
    return tuple(days[0] for _, days in editions(cue.key, knowledge)) or cue.key


def _exclude(one: DatingCue, other: DatingCue, knowledge: Knowledge) -> bool:
    for _, (start, _) in editions(one.key, knowledge):
        if start > LAST:
            continue
        a, b = occasions.mark_bounds(start, one), occasions.mark_bounds(start, other)
        if a[0] <= b[1] and b[0] <= a[1]:
            return False
    return bool(editions(one.key, knowledge))
