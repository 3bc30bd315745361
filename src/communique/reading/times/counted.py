"""Lengths that count from an event the article tells: "two days after the two spoke", "a week after that visit".

Which side is dated: where the event behind "after" has a time of its own, here or told before, the clause in front
counts from it; where it has none, it counts back from the time of the clause in front. `owner` says whose time it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from communique.reading.clauses import clause_head
from communique.reading.times.cue_words import word_class
from communique.reading.times.datelines import RULE as DATELINE
from communique.reading.times.guards import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.reading.document import Document
    from communique.records import TimeExpression

OPPOSITE = {"after": "before", "before": "after"}
DAY_AROUND = "day-around"  # the rule of patterns.tsv that finds "the day after"
COUNTED = ("day", "week", "month", "year")
TAKING_UP = frozenset({"the", "that", "this", "these", "those", "their", "his", "her", "its"})
STEM = 4  # letters that a noun shares with what it takes up: "visit" and "visited", "meeting" and "met"
STEM_SHORT = 3
DEPTH = 12  # steps up the tree in which the clause in front is found
BEFORE = 2  # sentences before in which a noun is taken up, and the time told last is that of "the call came"


@dataclass(frozen=True, slots=True)
class _Place:
    """The event behind "after" or "before" (`bound`) and the predicate in front of it that the length ties to it."""

    bound: Any
    front: Any


def counted(times: Sequence[TimeExpression], document: Document) -> list[TimeExpression]:
    """The times, each length that counts from a told event with its anchor and its side of it.

    The anchor may come later in the text: "a day after they met on Monday", "the day after the talks on Monday".
    """
    found = list(times)
    for index in range(len(times)):
        found[index] = _counted(index, found, document)
    return [_day_around(index, time, times, document) for index, time in enumerate(found)]


def _day_around(
    index: int, time: TimeExpression, times: Sequence[TimeExpression], document: Document
) -> TimeExpression:
    """ "The day after the talks" counts from the time of the talks: said with them, or told before."""
    end = document.span(time.evidence)[1] - 1
    if time.rule != DAY_AROUND or document.lower[end] not in OPPOSITE:
        return time
    bound = document.doc[end].head
    if bound.i <= end:
        return time
    dated = [item for item in _heads(times, document) if item[0] != index]
    inner = [j for j, head in dated if head > bound.i and bound in (*document.doc[head].ancestors,)]
    anchor = inner[0] if inner else _taken_up(bound, dated, document)
    return time if anchor is None else replace(time, anchor="text", anchor_index=anchor)


def _heads(times: Sequence[TimeExpression], document: Document) -> list[tuple[int, int]]:
    """The times that can be counted from, by index, with the token that heads each, or what a counted length dates."""
    heads = [(j, document.head_of(*document.span(time.evidence))) for j, time in enumerate(times) if _dates(time)]
    counted_from = ((j, owner(time, document)) for j, time in enumerate(times))
    return sorted([*heads, *((j, one.i) for j, one in counted_from if one is not None)])


def owner(time: TimeExpression, document: Document) -> Any | None:
    """The head token of what a counted length dates; None for any other time."""
    if time.form != "length" or time.anchor_index is None:
        return None
    place = _place(time, document)
    if place is None:
        return None
    word = document.lower[document.span(time.evidence)[1]]
    return place.front if time.relation == word else place.bound


def _counted(index: int, times: Sequence[TimeExpression], document: Document) -> TimeExpression:
    time = times[index]
    place = _place(time, document)
    if place is None:
        return replace(time, direction=-1) if time.form == "length" and _ends(time, document) else time
    start, end = document.span(time.evidence)
    word = document.lower[end]
    words = document.lower[max(document.doc[start].sent.start, start - 1) : end]
    sentence, bound, front = place.bound.sent, place.bound, place.front
    dated = _heads(times, document)
    inner = [j for j, head in dated if head > bound.i and bound in (*document.doc[head].ancestors,)]
    if inner:
        return _anchored(time, inner[0], word, words)
    here = [j for j, head in dated if sentence.start <= head < sentence.end and _tells(document.doc[head], front)]
    if here:
        return _anchored(time, here[0], OPPOSITE[word], words)
    taken = _taken_up(bound, dated, document)
    if taken is not None:
        return _anchored(time, taken, word, words)
    last = _told_last(sentence, dated, document) if _takes_up(front) else None
    return time if last is None else _anchored(time, last, OPPOSITE[word], words)


def _ends(time: TimeExpression, document: Document) -> bool:
    """ "Ended a two-day visit", "after five days of talks": the length is over at the time told."""
    at = document.span(time.evidence)[0] - 1
    while at >= 0 and document.lower[at] in word_set("between"):
        at -= 1
    return at >= document.doc[at + 1].sent.start and document.lower[at] in word_set("ending")


def _anchored(time: TimeExpression, index: int, side: str, words: Sequence[str]) -> TimeExpression:
    """The length with its anchor; "less than two months" is anything up to them, "more than" up to one more."""
    classes = {word_class(word) for word in words}
    most = 0.0 if "not-yet" in classes else (time.amount or 0.0) + 1 if "more-than" in classes else None
    return replace(time, anchor="text", anchor_index=index, relation=side, amount_to=most)  # type: ignore[arg-type]


def _dates(time: TimeExpression) -> bool:
    fixed = time.form in ("weekday", "shift", "calendar") and not time.approximate and time.relation == ""
    return fixed and time.rule != DATELINE


def _place(time: TimeExpression, document: Document) -> _Place | None:
    """The two sides of "two days after"; None where the length does not count from anything."""
    if time.form != "length" or time.amount is None or time.unit not in COUNTED or time.approximate:
        return None
    start, end = document.span(time.evidence)
    if end >= len(document.doc) or document.doc[end].lower_ not in OPPOSITE:
        return None
    mark = document.doc[end]
    bound = mark.head
    if bound.i <= end or bound.sent.start != document.doc[start].sent.start or bound.pos_ == "PROPN":
        return None
    front = bound
    for _ in range(DEPTH):
        front = front.head
        if not start <= front.i <= end and front.pos_ in ("VERB", "AUX", "NOUN"):
            return None if front.i == bound.i else _Place(bound, front)
    return None


def _tells(head: Any, front: Any) -> bool:
    """Whether a time is said of the clause in front."""
    return bool(clause_head(head).i == clause_head(front).i)


def _taken_up(bound: Any, dated: Sequence[tuple[int, int]], document: Document) -> int | None:
    """The time told with the event that a noun takes up: "the talks" after "held talks on Wednesday"."""
    if bound.pos_ != "NOUN" or not _definite(bound):
        return None
    stem = bound.lemma_.lower()[:STEM]
    sentences = list(document.doc.sents)
    at = next(i for i, sentence in enumerate(sentences) if sentence.start == bound.sent.start)
    for sentence in reversed(sentences[:at]):
        told = [j for j in dated if sentence.start <= j[1] < sentence.end]
        same = [token.i for token in sentence if _alike(token, stem)]
        if told and same:
            return min(told, key=lambda item: (min(abs(item[1] - i) for i in same), item[0]))[0]
    return None


def _alike(token: Any, stem: str) -> bool:
    lemma = token.lemma_.lower()
    return token.pos_ in ("NOUN", "VERB") and len(lemma) >= STEM_SHORT and stem.startswith(lemma[:STEM])


def _definite(noun: Any) -> bool:
    return any(child.lower_ in TAKING_UP for child in noun.children)


def _takes_up(front: Any) -> bool:
    """Whether the clause in front only takes up what was told: "the call came", "it follows"."""
    subjects = [child for child in front.children if child.dep_ in ("nsubj", "nsubj:pass") and child.pos_ != "PROPN"]
    return any(child.lower_ in ("it", "this", "that") or _definite(child) for child in subjects)


def _told_last(sentence: Any, dated: Sequence[tuple[int, int]], document: Document) -> int | None:
    """The time told last in the few sentences before."""
    starts = [one.start for one in document.doc.sents if one.start < sentence.start][-BEFORE:]
    before = [j for j, head in dated if starts and starts[0] <= head < sentence.start]
    return before[-1] if before else None
