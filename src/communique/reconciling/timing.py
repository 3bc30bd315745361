"""When an event was: from the times its article gives, counted from the day the article was published.

An event the text does not date says so and takes only bounds: not later than publication when told as held, not
earlier when still to come. The lead of a news article tells of the last few days, and so does its own visit.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from communique.reading.times import resolve_all
from communique.reconciling.anchoring import KEPT, anchored
from communique.records import UNKNOWN, When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.knowledge.model import Occasion
    from communique.records import Article, Granularity, Publication, Reading, Telling, TimeExpression

AHEAD = frozenset({"planned", "proposed", "conditional"})
LASTING = frozenset({"visit", "conference", "exercise"})  # may be told as held while under way
CONCLUDED = frozenset({"agreement", "ceasefire"})  # kinds that are over when told as held
NEWS_DAYS = 7  # what a lead tells undated is news of the last week; a convention of the trade, not a measurement
LIKELIEST = 0.6  # confidence left to a time counted from the likeliest of several days; uncalibrated
SHARPENED_DAYS = 62  # two months: times count from the likeliest day only where the publication is known so closely
FAR = 100_000  # days; stands for an interval with an open side
MEASURED = 3  # words between a length and the event that it measures: "two days of peace talks"
LEAD_LINES = 2  # body paragraphs that make the lead
ADJECTIVE = "span-adjective"  # the rule of patterns.tsv that finds "five-day"
WIDE_DAYS = 31  # a publication interval wider than this already holds the week before it


def resolve_times(
    reading: Reading, publication: Publication, knowledge: Knowledge, possible: tuple[When, ...] | None = None
) -> tuple[When, ...]:
    """All times of a reading as intervals of days, in their order; later ones may count from earlier ones.

    Where the publication day is known to within two months, times count from its likeliest day, with less confidence;
    `possible_times` gives what they may be from any of its days, and `possible` that where it is known.
    """
    when = publication.when
    if publication.best is None or when.days is None or when.days == 1 or when.days > SHARPENED_DAYS:
        return possible if possible is not None else possible_times(reading, publication, knowledge)
    sure = tuple(resolve_all(reading.times, publication.best, knowledge))
    return tuple(
        replace(time, confidence=round(time.confidence * LIKELIEST, 3)) if _counts_from_publication(said) else time
        for time, said in zip(sure, reading.times, strict=True)
    )


def possible_times(reading: Reading, publication: Publication, knowledge: Knowledge) -> tuple[When, ...]:
    """All times of a reading, each as the whole interval it may mean from any possible publication day."""
    return tuple(resolve_all(reading.times, publication.when, knowledge))


def _counts_from_publication(time: TimeExpression) -> bool:
    return time.anchor != "none" or time.year is None


def whens_of(
    tellings: Sequence[Telling], article: Article, reading: Reading, publication: Publication, times: Sequence[When],
    knowledge: Knowledge,
) -> Mapping[str, When]:  # fmt: skip
    """When each of an article's events was or is to be, by its id: said, or counted from another event, or bounded."""
    own = {one.id: _lengths(one, article, reading) for one in tellings}
    given = {one.id: when for one in tellings if (when := _said(one, reading, publication, times, knowledge))}
    found = {key: _stretched(when, own[key]) for key, when in given.items()}
    found |= _anchored(tellings, found, times, publication, own)
    found |= _inside(tellings, found)
    rest = {one.id: _undated(one, article, publication, _bare(one, reading)) for one in tellings if one.id not in found}
    news = {key: when for key, when in rest.items() if when.start is not None and when.end is not None}
    return {**found, **rest, **_anchored(tellings, {**found, **news}, times, publication, own)}


def _inside(tellings: Sequence[Telling], found: Mapping[str, When]) -> Mapping[str, When]:
    """The days of meetings that are part of a dated visit and have none of their own."""
    parts = {one.id: found.get(one.part_of or "") for one in tellings if one.id not in found}
    return {key: _during(visit) for key, visit in parts.items() if visit is not None and visit.days is not None}


def _during(visit: When) -> When:
    granularity = visit.granularity if visit.days == 1 else "range"
    return replace(visit, granularity=granularity, basis="during the visit", confidence=visit.confidence * KEPT)


def _anchored(
    tellings: Sequence[Telling], dated: Mapping[str, When], times: Sequence[When], publication: Publication,
    own: Mapping[str, list[TimeExpression]],
) -> Mapping[str, When]:  # fmt: skip
    """The days that events told beside others take from them, on their own side of publication."""
    by_id = {telling.id: telling for telling in tellings}
    found = anchored(tellings, dated, times)
    return {
        key: _stretched(_on_its_side(when, by_id[key], publication.when, counted=True), own[key])
        for key, when in found.items()
    }


def _bare(telling: Telling, reading: Reading) -> list[TimeExpression]:
    """The lengths said of an event that count from nothing."""
    told = [reading.times[index] for index in telling.times]
    return [time for time in told if time.form == "length" and time.anchor_index is None]


def _lengths(telling: Telling, article: Article, reading: Reading) -> list[TimeExpression]:
    """How long the event itself was, as far as said."""
    bare = _bare(telling, reading)
    return bare if telling.kind == "visit" else [one for one in bare if _measures(one, telling, article)]


def _said(
    telling: Telling, reading: Reading, publication: Publication, times: Sequence[When], knowledge: Knowledge
) -> When | None:
    """When an event was or is to be by the times said of it, or by the edition of an occasion that it is."""
    bounded = [i for i in telling.times if times[i].start is not None or times[i].end is not None]
    exact = [i for i in bounded if not reading.times[i].approximate]
    if telling.status in AHEAD:  # "arrived on Monday for talks on Tuesday": what is to come is not on a day gone by
        exact = [i for i in exact if reading.times[i].direction >= 0] or exact
    said = [times[index] for index in exact or bounded]
    if telling.status == "held" and telling.kind in CONCLUDED:  # "agreed to meet next year" was not agreed next year
        said = [when for when in said if not _after(when, publication.when)]
    if said:
        return _on_its_side(_together(said), telling, publication.when)
    edition = _edition(telling, publication, knowledge)
    if edition is None:
        return None
    basis = f"the days of {edition.name}"
    return When(edition.start, edition.end, "range", basis, 0.8, (telling.trigger,))


def _after(when: When, published: When) -> bool:
    return when.start is not None and published.end is not None and when.start > published.end


def _together(said: list[When]) -> When:
    """The most exact time said, cut down by the others where they meet it: "from Monday", "until Friday"."""
    ordered = sorted(said, key=lambda when: when.days is None or when.days > WIDE_DAYS)
    best = min(ordered, key=lambda when: when.days or FAR)
    for other in ordered:
        start = max((day for day in (best.start, other.start) if day is not None), default=None)
        end = min((day for day in (best.end, other.end) if day is not None), default=None)
        if (start, end) == (best.start, best.end) or (start is not None and end is not None and start > end):
            continue
        same = (start, end) == (other.start, other.end)
        best = When(
            start, end, other.granularity if same else "range", best.basis, min(best.confidence, other.confidence),
            tuple(sorted({*best.evidence, *other.evidence})),
        )  # fmt: skip
    return best


def _on_its_side(when: When, telling: Telling, published: When, *, counted: bool = False) -> When:
    """What is still to come is not before publication, what was held not after it: "by the end of October".

    Days that are only `counted` from another event do not say that what lasts went on after publication.
    """
    start, end = when.start, when.end
    if telling.status in AHEAD and published.start is not None and (start is None or start < published.start):
        start = published.start
    over = end is None or (
        (counted or telling.kind not in LASTING) and published.end is not None and end > published.end
    )
    if telling.status == "held" and published.end is not None and over:
        end = published.end
    if (start, end) == (when.start, when.end) or (start is not None and end is not None and start > end):
        return when
    granularity: Granularity = "unknown" if start is None or end is None else "day" if start == end else "range"
    return replace(when, start=start, end=end, granularity=granularity)


def _stretched(when: When, lengths: list[TimeExpression]) -> When:
    """N days from a day said, "arrived on Monday for a three-day visit", or up to it, "ended two days of talks"."""
    days = _days(lengths)
    if days is None or when.start is None or when.granularity != "day":
        return when
    more = timedelta(days=days - 1)
    over = lengths[0].direction < 0
    start, end = (when.start - more, when.start) if over else (when.start, when.start + more)
    evidence = (*when.evidence, *(length.evidence for length in lengths))
    return When(start, end, "range", f"{when.basis}; {days} days", when.confidence, evidence)


def _measures(length: TimeExpression, telling: Telling, article: Article) -> bool:
    """Whether a length over at the time said is that of the event: "two days of talks", "a two-day summit"."""
    between = article.text[length.evidence.end : telling.trigger.start].split()
    near = length.evidence.end <= telling.trigger.start and len(between) <= MEASURED
    return length.direction < 0 and near


def _days(lengths: list[TimeExpression]) -> int | None:
    for length in lengths:
        if length.amount is not None and length.key == "sub/hour":
            return int(length.amount) // 24 + 1  # "a 24-hour visit" touches two days
        if length.amount is not None and length.unit in ("day", "week"):
            return max(1, int(length.amount * (7 if length.unit == "week" else 1)))
    return None


def _edition(telling: Telling, publication: Publication, knowledge: Knowledge) -> Occasion | None:
    """The edition of a recurring occasion that an event means: the last one begun by publication, or the next."""
    published = publication.when
    if telling.occasion is None or published.start is None or published.end is None:
        return None
    if telling.occasion in knowledge.occasions and "/" in telling.occasion:
        return knowledge.occasions[telling.occasion]
    editions = sorted(knowledge.occasions_of(telling.occasion), key=lambda edition: edition.start)
    if telling.status in AHEAD:
        return next((edition for edition in editions if edition.end >= published.start), None)
    return next((edition for edition in reversed(editions) if edition.start <= published.end), None)


def _undated(telling: Telling, article: Article, publication: Publication, lengths: list[TimeExpression]) -> When:
    published = publication.when
    evidence = (telling.trigger,)
    if published.start is None and published.end is None:
        return UNKNOWN
    if telling.status in AHEAD or telling.tense == "future":
        return When(published.start, None, "unknown", "not dated; told as still to come", 0.3, evidence)
    days = _days(lengths)
    under_way = telling.tense == "present" and not _so_far(telling, lengths)
    if under_way and days is not None and published.start and published.end:
        reach = timedelta(days=days - 1)
        basis = f"under way at publication, {days} days"
        return When(published.start - reach, published.end + reach, "range", basis, 0.6, evidence)
    if _in_lead(telling, article) and not telling.background and published.start and published.end:
        wide = (published.end - published.start).days > WIDE_DAYS
        news = timedelta(days=min(days, NEWS_DAYS) if days is not None else NEWS_DAYS)  # "after five days of talks"
        start = published.start if wide else published.start - news
        basis = "not dated; told in the lead as news"
        return When(start, published.end, "range", basis, 0.5 * published.confidence, evidence)
    return When(None, published.end, "unknown", "not dated; told as past", 0.3, evidence)


def _so_far(telling: Telling, lengths: list[TimeExpression]) -> bool:
    """ "Five days of talks" have lasted so long; "a five-day visit" may have begun today."""
    before = [length for length in lengths if length.evidence.end < telling.trigger.start]
    return any(length.rule != ADJECTIVE for length in before)


def _in_lead(telling: Telling, article: Article) -> bool:
    """Whether an event is first told in the opening of the article: its title, headings before it, first paragraphs."""
    body = [line for line in article.lines if line.kind == "body"][:LEAD_LINES]
    return bool(body) and min(e.start for e in telling.evidence) < body[-1].end
