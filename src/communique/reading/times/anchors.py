"""What a time of the text counts from: the end of a range from its start, "a day later" from a time told before it.

A comparison is of like with like: "a year earlier" beside a month or a quarter is that month or quarter of the year
before; "the quarter" is the one told last, else the latest that is over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from communique.reading.times.resolve import granularity_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.reading.document import Document
    from communique.records import TimeExpression

YEAR_REACH = 200  # characters, about a sentence: further back "the preceding year" is that before publication
DAY_REACH = 350  # characters, two sentences: further back "that evening" is not of that day
LIKE_REACH = 700  # characters, about a paragraph: further back "a year earlier" compares with something else
YEAR_TOLD = ("month-told", "told-unit", "told-earlier", "told-later")
OF_A_DAY = (
    "told-unit",
    "part-of-day",
    "weekday-told",
    "next-day",
)  # "the same day", "that evening": of the day told last
OPENING = 2  # tokens before a year that opens its sentence: "In 2018", "Back in 2018"
TOLD_OFF = ("told-earlier", "told-later")
COMPARED = ("told-earlier", "ago")
PER_YEAR: dict[str, int] = {"month": 12, "quarter": 4}


def anchored(times: Sequence[TimeExpression], document: Document) -> list[TimeExpression]:
    """The times of an article with what each counts from, `anchor_index` being an index into them."""
    out: list[TimeExpression] = []
    sentences = [document.doc[document.span(time.evidence)[0]].sent.start for time in times]
    for i, made in enumerate(times):
        beside = [time for time, sentence in zip(out, sentences, strict=False) if sentence == sentences[i]]
        near = [time for time in beside if document.span(time.evidence)[0] - sentences[i] <= OPENING]
        opening = near[:1] if near == beside[: len(near)] else []
        out.append(
            _like(made, out)
            or _quarter(made, out)
            or _of_month_told(made, beside)
            or _of_year_told(made, opening)
            or _counted(made, out, i)
        )
    return out


def _counted(made: TimeExpression, told: Sequence[TimeExpression], at: int) -> TimeExpression:
    if made.anchor_index == -1:
        return replace(made, anchor_index=at - 1)
    if made.anchor != "text":
        return made
    if made.unit == "decade" and made.rule in TOLD_OFF:  # "a decade later" is ten years on, not the next decade
        made = replace(made, unit="year", amount=10 * (made.amount or 0))
    before = [j for j in range(at) if _can_anchor(told[j], made)]
    if not before and made.rule in OF_A_DAY:  # no day was told: of what was told last, however coarse
        before = [j for j in range(at) if _can_anchor(told[j], replace(made, rule=""))]
    return replace(made, anchor_index=before[-1]) if before else replace(made, anchor="publication")


def _can_anchor(told: TimeExpression, made: TimeExpression) -> bool:
    """Whether a time told before can be what `made` counts from.

    "The preceding year" is the one before a year that the text says; where it says none, before the present one.
    """
    if told.form in ("length", "set") or (told.approximate and told.amount is None):
        return False
    close = made.evidence.start - told.evidence.end < DAY_REACH
    if made.unit == "day" and made.rule in OF_A_DAY and not (close and granularity_of(told) == "day"):
        return False
    near = made.evidence.start - told.evidence.end < YEAR_REACH
    return told.year is not None and near if made.unit == "year" and made.rule in YEAR_TOLD else True


def _grain(time: TimeExpression) -> Literal["month", "quarter"] | None:
    """The part of a year that a time names whole, if it does."""
    if time.form not in ("calendar", "shift") or time.approximate or time.day is not None:
        return None
    if time.unit == "quarter":
        return "quarter"
    return "month" if time.month is not None and time.unit in (None, "year") else None


def _like(made: TimeExpression, told: Sequence[TimeExpression]) -> TimeExpression | None:
    """ "A year earlier" as the month or quarter told last, of the year before; None where it is no comparison."""
    if made.rule not in COMPARED or made.unit != "year" or made.amount is None or made.amount % 1:
        return None
    whole = [j for j, time in enumerate(told) if _grain(time) is not None and time.rule not in COMPARED]
    near = [j for j in whole if made.evidence.start - told[j].evidence.end < LIKE_REACH]
    if not near:
        return None
    grain = _grain(told[near[-1]])
    if grain is None or (grain == "month" and made.rule == "ago"):
        return None
    return replace(
        made, unit=grain, amount=made.amount * PER_YEAR[grain], anchor="text", anchor_index=near[-1], relation=""
    )


def _of_month_told(made: TimeExpression, told: Sequence[TimeExpression]) -> TimeExpression | None:
    """A date without a year behind its month with one in a sentence is of that year: "in July 2018 ... on 9 July"."""
    if made.form != "calendar" or made.year is not None or made.month is None or made.day is None:
        return None
    if made.amount is not None or made.anchor_index is not None:
        return None
    years = [time.year for time in told if time.year is not None and time.month == made.month and time.day is None]
    return replace(made, year=years[-1], anchor="none") if years else None


def _of_year_told(made: TimeExpression, told: Sequence[TimeExpression]) -> TimeExpression | None:
    """A month behind a year that opens its sentence is of that year: "In 2018 he went to Malta in July"."""
    bare = made.form == "calendar" and made.year is None and made.month is not None and made.amount is None
    first = next(iter(told), None)
    if not bare or made.anchor_index is not None or first is None or first.form != "calendar":
        return None
    opens = first.year is not None and first.month is None and first.unit is None and first.relation == ""
    return replace(made, year=first.year, anchor="none") if opens else None


def _quarter(made: TimeExpression, told: Sequence[TimeExpression]) -> TimeExpression | None:
    """ "The quarter" as the one told last, else the latest that is over."""
    if made.rule != "the-unit" or made.unit != "quarter":
        return None
    named = [j for j, time in enumerate(told) if _grain(time) == "quarter" and time.rule not in COMPARED]
    if named:
        return replace(made, anchor="text", anchor_index=named[-1])
    return replace(made, amount=-1, direction=-1)
