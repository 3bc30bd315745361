"""Whether two tellings can be of one event, and how much they look it: hard exclusions, and a score with its reasons.

Words never suffice: participants, kind, place and days must fit. Only an article and its copy, which share one
sentence, are the same event by their words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reconciling.places import one_within, same_place, unplaced, whole_state
from communique.reconciling.told import same_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.reconciling.told import Told
    from communique.records import Actor, Place, When

# Weights sum to 1. Parties say most; days and place keep look-alikes apart. Set by reasoning, to be calibrated.
PARTIES, DAYS, PLACE = 0.45, 0.30, 0.25
# Equal parties on dated days need a place in common within a year, and none within a month. An account without
# days needs the place and publication within three months, or publication within one.
THRESHOLD = 0.72
KIN = 0.20  # for tellings of articles that share a text: a paraphrase tells the same events
COPIED, COPIED_ELSEWHEN = 1.0, 0.85  # the same sentence in a copy, on fitting days and on others (a misdated page)
STATED = 0.4  # what a state in place of its minister is worth beside the minister in both
NARROW = 4  # days; intervals this short that meet speak of one day, give or take
# An interval of so many days, what meeting in it is worth, and in words.
CLOSENESS = (
    (NARROW, 1.0, "within days"), (16, 0.8, "within two weeks"), (45, 0.65, "within a month"),
    (366, 0.4, "within a year"),
)  # fmt: skip
# Days between a dated account and the bound of an undated one (its publication), and what that is worth.
NEARNESS = ((31, 0.5, "a month"), (92, 0.3, "three months"))
TOGETHER, NEAR, FAR = range(3)  # how far apart two places are
AHEAD = frozenset({"planned", "proposed", "conditional"})
WIDE_PLAN = 45  # days; two plans that both leave more open may be of two occasions
A_DAY_APART = 0.5  # days that do not meet, which `excluded` lets pass
FULFILLED = 0.8  # a plan for some weeks, and what was held in them: whoever meets "in March" seldom does so twice
AWAITED = 0.7  # a plan for no day said, and the next such meeting, held within the first limit of NEARNESS
BOTH_UNDATED = 0.3  # two undated accounts whose bounds lie within the first limit of NEARNESS


def excluded(one: Told, other: Told, actors: Mapping[str, Actor]) -> bool:
    """Whether two tellings cannot be of one event. Symmetric."""
    if one.article == other.article or one.family != other.family:
        return True
    occasions = one.telling.occasion, other.telling.occasion
    if None not in occasions and occasions[0] != occasions[1]:
        return True
    if (
        one.line and one.line == other.line and same_words(one, other)
    ):  # most share no text: asked often, so told at once
        return not (one.actors <= other.actors or other.actors <= one.actors)
    if not _days_fit(one.possible, other.possible) and not _a_day_apart(one, other):
        return True
    if ("denied" in (one.telling.status, other.telling.status)) and denied_in_part(one, other):
        return True
    return not (parties_fit(one, other, actors) and _places_fit(one, other))


def denied_in_part(one: Told, other: Told) -> bool:
    """Whether one of two tellings names only some of the other's parties: what is denied of one is not of both.

    Asked where either is denied: "she did not travel" denies no visit that both were to make.
    """
    return one.actors < other.actors or other.actors < one.actors


def _one_conference(one: Told, other: Told) -> bool:
    return one.family == "conference" and one.telling.occasion is not None and (
        one.telling.occasion == other.telling.occasion
    )  # fmt: skip


def parties_fit(one: Told, other: Told, actors: Mapping[str, Actor]) -> bool:
    """Whether two tellings of one family may be of one event by who took part.

    Each party of the smaller set must be in the larger, itself or as its state; visits need the same visitor.

    An account of a conference names whom it will: one edition of one conference fits with any.
    """
    small, large = one.actors, other.actors
    if small == large:
        return bool(small) or _one_conference(one, other)
    if one.family == "visit":
        return bool(small & large)
    if _one_conference(one, other):
        return True
    if len(small) > len(large):
        small, large = large, small
    if not small or len(small) == 1 < len(large):
        return False  # "held talks" with someone unsaid: a minister meets many in a day
    return all(actor in large or _state_of(actor, large, actors) for actor in small) and all(
        _state_of(actor, small, actors) for actor in large - small if len(small) == len(large)
    )


def _state_of(actor: str, others: frozenset[str], actors: Mapping[str, Actor]) -> bool:
    """Whether one of the others stands for an actor: its state, office or ministry for a person, or the reverse."""
    state = actors[actor].state
    if state is None:
        return False
    if not actor.startswith("person:"):
        return any(actors[other].state == state for other in others)
    return any(actors[other].state == state and not other.startswith("person:") for other in others)


def _days_fit(one: When, other: When) -> bool:
    if one.end is not None and other.start is not None and one.end < other.start:
        return False
    return not (other.end is not None and one.start is not None and other.end < one.start)


def _narrow(one: Told, other: Told) -> bool:
    return all(span.days is not None and span.days <= NARROW for span in (one.possible, other.possible))


def _a_day_apart(one: Told, other: Told) -> bool:
    """The same people in the same place on neighbouring days: a clock's difference, or one account errs."""
    if not in_one_town(one.telling.place, other.telling.place):
        return False
    if len(one.actors) < 2 or one.actors != other.actors or not _narrow(one, other):
        return False
    early, late = sorted((one.possible, other.possible), key=lambda span: (str(span.start), str(span.end)))
    return early.end is not None and late.start is not None and (late.start - early.end).days <= 1


def in_one_town(one: Place | None, other: Place | None) -> bool:
    """Whether two places are one that a table holds, and no whole state."""
    return one is not None and other is not None and one.key == other.key is not None and not whole_state(one)


def _places_fit(one: Told, other: Told) -> bool:
    """Places exclude each other when both are known and neither is, or holds, the other.

    The same people within days are the same meeting in two towns of one state, or where a place was inferred. On one
    and the same day they are it wherever accounts say that they met.
    """
    how_far = apart(one.telling.place, other.telling.place)
    if how_far == TOGETHER:
        return True
    same_day = _narrow(one, other) and _days_fit(one.possible, other.possible)
    if not same_day or len(one.actors) < 2 or one.actors != other.actors:
        return False
    return how_far == NEAR or (one.family == "contact" and one.possible.days == other.possible.days == 1)


def apart(one: Place | None, other: Place | None) -> int:
    """How far apart two places are: TOGETHER where one may be, or lie in, the other; NEAR; FAR.

    NEAR are two places of one state, and two of which one is only inferred.
    """
    if one is None or other is None or same_place(one, other) or one_within(one, other) or unplaced(one, other):
        return TOGETHER
    near = one.state is not None and one.state == other.state
    return NEAR if near or not one.basis == other.basis == "said" else FAR


def vaguer(one: Told, other: Told) -> bool:
    """Whether a telling says nothing of an event that another of the same article does not say more exactly.

    Such a one may be a second mention of it that the reader did not fold into the first.
    """
    if one.article != other.article or one.actors != other.actors or one.possible == other.possible:
        return False
    if not _as_vague(one.telling.place, other.telling.place):
        return False
    if _one_sentence(one, other) and _days_fit(one.possible, other.possible):
        return True
    wide, narrow = one.possible, other.possible
    early = wide.start is None or (narrow.start is not None and wide.start <= narrow.start)
    late = wide.end is None or (narrow.end is not None and narrow.end <= wide.end)
    return early and late


def _as_vague(wide: Place | None, narrow: Place | None) -> bool:
    """Whether a place says no more than another: it is not said, the same, or the state that the other lies in."""
    if wide is None:
        return True
    return narrow is not None and (wide.key == narrow.key or (wide.key is not None and wide.key == narrow.state))


def _one_sentence(one: Told, other: Told) -> bool:
    """Whether all that tells the one stands in what tells the other."""
    return all(
        any(there.start <= here.start and here.end <= there.end for there in other.telling.evidence)
        for here in one.telling.evidence
    )


def likeness(one: Told, other: Told) -> tuple[float, tuple[str, ...]]:
    """How much two tellings that do not exclude each other look like one event, 0 to 1, with the reasons in words."""
    if same_words(one, other):
        if _days_fit(one.possible, other.possible):
            return COPIED, ("told in the same words by an article and its copy",)
        return COPIED_ELSEWHEN, ("told in the same words by an article and its copy, dated otherwise",)
    parties, who = likeness_of_parties(one, other)
    days, when = _closeness(one, other)
    place, where = likeness_of_places(one.telling.place, other.telling.place)
    score = PARTIES * parties + DAYS * days + PLACE * place
    if one.line and one.line == other.line:
        return round(min(1.0, score + KIN), 4), (who, when, where, "one article is a rewrite of the other")
    return round(score, 4), (who, when, where)


def likeness_of_parties(one: Told, other: Told) -> tuple[float, str]:
    """How much the parties of two tellings that fit speak for sameness, 0 to 1, and why."""
    if one.actors == other.actors or _one_conference(one, other):
        return 1.0, "the same parties" if one.actors == other.actors else "the same conference"
    shared = len(one.actors & other.actors)
    small = min(len(one.actors), len(other.actors))
    stated = 0 if one.family == "visit" else small - shared
    whole = len(one.actors | other.actors) - stated
    words = f"{shared} of {whole} parties in common" + (f", {stated} through their state" if stated else "")
    return 0.6 + 0.4 * (shared + STATED * stated) / whole, words


def likeness_of_places(one: Place | None, other: Place | None) -> tuple[float, str]:
    """How much two places speak for sameness, 0 to 1, and why."""
    if one is None or other is None:
        return 0.5, "place not said by both"
    if same_place(one, other):
        return 1.0, "the same place"
    if one_within(one, other):
        return 0.8, "one place within the other"
    if unplaced(one, other):
        return 0.5, "where one of the places lies is not known"
    return 0.2, "places differ"


def _closeness(one: Told, other: Told) -> tuple[float, str]:
    """How much the days speak for sameness: narrow intervals that meet say much, wide ones little."""
    if one.when.days is None or other.when.days is None:
        near = _nearness(one.when, other.when)
        awaited = _awaited(one, other) or _awaited(other, one)
        return (AWAITED, "held within a month of being announced") if awaited and near[0] == NEARNESS[0][1] else near
    meet = _days_fit(one.when, other.when)
    spans = (one.when, other.when) if meet else (one.possible, other.possible)
    if not _days_fit(*spans):
        return A_DAY_APART, "dates are a day apart"
    if _plans_apart(one, other):
        return 0.0, "two plans, announced months apart"
    widest = max(span.days or CLOSENESS[-1][0] + 1 for span in spans)
    value, said = 0.0, "dates meet only within years"
    for limit, score, words in CLOSENESS:
        if widest <= limit:
            value, said = (score if meet else score / 2), f"dates {'' if meet else 'may '}meet {words}"
            break
    return max((value, said), (FULFILLED if _fulfilled(one, other) else 0.0, "held in the time it was planned for"))


def _fulfilled(one: Told, other: Told) -> bool:
    """Whether one is a plan for some weeks and the other was held in them."""
    plan, held = (one, other) if one.telling.status in AHEAD else (other, one)
    if plan.telling.status not in AHEAD or held.telling.status != "held":
        return False
    days = plan.when.days
    return days is not None and days <= WIDE_PLAN and (
        str(plan.when.start) <= str(held.when.start) and str(held.when.end) <= str(plan.when.end)
    )  # fmt: skip


def _awaited(plan: Told, held: Told) -> bool:
    """Whether one is a plan for no day that is said, and the other dated and held."""
    return plan.telling.status in AHEAD and plan.when.end is None and (
        held.telling.status == "held" and held.when.days is not None
    )  # fmt: skip


def _plans_apart(one: Told, other: Told) -> bool:
    """Two plans that leave more than a month open, each from a day on that is far from the other's: "this year".

    A plan is not before its announcement, so its first day stands for that.
    """
    if one.telling.status not in AHEAD or other.telling.status not in AHEAD:
        return False
    if one.when.start is None or other.when.start is None:
        return False
    wide = all((span.days or WIDE_PLAN + 1) > WIDE_PLAN for span in (one.when, other.when))
    return wide and abs((one.when.start - other.when.start).days) > NEARNESS[-1][0]


def _nearness(one: When, other: When) -> tuple[float, str]:
    """An undated account tells more likely of what lies near its publication, which bounds it."""
    first, second = one.start or one.end, one.end or one.start
    third, fourth = other.start or other.end, other.end or other.start
    if first is None or second is None or third is None or fourth is None:
        return 0.0, "one of them is not dated"
    gap = max(0, (max(first, third) - min(second, fourth)).days)
    both = one.days is None and other.days is None
    for limit, score, words in NEARNESS[:1] if both else NEARNESS:
        if gap <= limit:
            return (BOTH_UNDATED if both else score), f"not dated, but told within {words}"
    return 0.0, "one of them is not dated"
