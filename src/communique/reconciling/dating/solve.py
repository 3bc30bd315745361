"""The publication day of one article, solved from all cues at once.

Every cue is a weighted vote over the days of one line (`timeline`); the answer is the shortest interval that holds
the stated share of the belief, the day of best weight, and every cue in words with whether the answer agrees.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from communique.reconciling.dating import claimed, datelines, encounters, occasions, offices, people, told
from communique.reconciling.dating.interval import choose
from communique.reconciling.dating.timeline import FIRST, Vote, belief, best_day, scores
from communique.records import Cue, Evidence, Publication, When

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from communique.knowledge import Knowledge
    from communique.records import Article, Granularity, Reading, TimeExpression

# Up to so many days an interval counts as this coarse.
COARSE: tuple[tuple[int, Granularity], ...] = ((1, "day"), (7, "week"), (31, "month"), (92, "season"), (366, "year"))
NATURAL = 4  # days from a weekday within which naming it bare is natural
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def votes_of(article: Article, reading: Reading, knowledge: Knowledge, others: Sequence[Vote] = ()) -> tuple[Vote, ...]:
    """All votes on the publication day, in a stable order; of several with one source only the first."""
    gathered = (
        *claimed.votes(article),
        *datelines.votes(article, reading),
        *offices.votes(article, reading, knowledge),
        *people.votes(reading, knowledge),
        *occasions.votes(article, reading, knowledge),
        *encounters.votes(reading, knowledge),
        *told.votes(article, reading),
        *others,
    )
    first: dict[str, Vote] = {}
    for vote in gathered:
        if vote.spans:
            first.setdefault(vote.source, vote)
    return tuple(first.values())


def date_article(article: Article, reading: Reading, knowledge: Knowledge, others: Sequence[Vote] = ()) -> Publication:
    """When the article was published: interval, best day, and the cues used and overruled.

    `others` are what other articles say of its day (`across.votes`).
    An article without any cue gives an open interval, no best day, and no reasons.
    """
    votes = votes_of(article, reading, knowledge, others)
    by_weekday, named = told.weekdays(reading)
    if not votes:
        return Publication(article.id, When(None, None, "unknown", "nothing in the article tells its day", 0.0), None)
    score = scores(votes, by_weekday)
    share = belief(score)
    point = best_day(score, share)
    best = FIRST + timedelta(days=point)
    choice = choose(share, point)
    start, end = FIRST + timedelta(days=choice.first), FIRST + timedelta(days=choice.last)
    why = tuple(
        sorted(
            (*(_cue(vote, best) for vote in votes), *(_weekday_cue(article, time, best) for time in named)),
            key=lambda cue: (not cue.used, cue.start is None, cue.start or 0, cue.cue),
        )
    )
    used = [cue for cue in why if cue.used]
    basis = f"{len(used)} of {len(why)} cues agree: " + "; ".join(cue.cue for cue in used[:3])
    evidence = tuple(
        Evidence(article.id, cue.start, cue.end) for cue in used if cue.start is not None and cue.end is not None
    )
    if not used:
        basis = "the cues exclude one another"
    when = When(start, end, _granularity((end - start).days + 1), basis, round(choice.held, 3), evidence)
    return Publication(article.id, when, best, why)


def _cue(vote: Vote, best: date) -> Cue:
    return Cue(vote.words, vote.start, vote.end, vote.says(best), vote.holds(best))


def _weekday_cue(article: Article, time: TimeExpression, best: date) -> Cue:
    """What a named weekday says, told as the days around the answer on which it would be natural."""
    wanted, said = 5 if time.unit == "weekend" else time.weekday or 0, article.quote(time.evidence)
    if time.direction < 0:
        back = (best.weekday() - wanted) % 7
        first = best - timedelta(days=back)
        interval, words = (first, first + timedelta(days=6)), f'"{said}" is told as past: {NAMES[wanted]} or soon after'
        natural = back <= NATURAL or time.amount is not None
    else:
        ahead = (wanted - best.weekday()) % 7
        last = best + timedelta(days=ahead)
        interval, words = (
            (last - timedelta(days=6), last),
            f'"{said}" is still to come: {NAMES[wanted]} or shortly before',
        )
        natural = ahead <= NATURAL or time.amount is not None
    return Cue(words, time.evidence.start, time.evidence.end, interval, natural)


def _granularity(days: int) -> Granularity:
    return next((name for most, name in COARSE if days <= most), "range")
