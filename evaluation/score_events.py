"""Scores events: for each article, the best pairing of told events with gold events, then each field of the pairs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from evaluation.align import assignment, pages_by_stem, spot_spans, touches
from evaluation.names import fold, match, match_all, state_codes, state_names
from evaluation.scores import Share, Tally

if TYPE_CHECKING:
    from evaluation.gold import GoldEvent, GoldSet, Interval
    from evaluation.names import Degree
    from evaluation.predicted import Answer, Bounds, Page, Told, Who

FIELDS = ("participants", "kind", "date", "place", "status")
# Parts in an event that are no parties to it: venue and go-between always, the host only where it is a visit.
_BYSTANDERS = frozenset({"venue", "mediator", "host", "third party", "third-party", "recipient", "location"})
# A "meeting or contact of unstated form" may be answered by any of the forms.
_FORMS = {"talks": ("meeting", "call", "talks"), "meeting": ("meeting", "talks")}


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold event and the telling paired with it, with the fields that are right; `parties` is their degree."""

    gold: GoldEvent
    told: Told
    right: frozenset[str]
    parties: Degree

    @property
    def whole(self) -> bool:
        """All five fields right."""
        return len(self.right) == len(FIELDS)

    @property
    def found(self) -> bool:
        """Participants and kind right: the same event as far as who and what goes."""
        return {"participants", "kind"} <= self.right

    @property
    def side(self) -> bool:
        """All right if a state may stand for its officials."""
        return self.parties > 0 and len(self.right | {"participants"}) == len(FIELDS)


@dataclass(frozen=True, slots=True)
class EventScore:
    """The events of one article. `extra` are unpaired tellings, `missed` unpaired gold events that are not optional."""

    stem: str
    pairs: tuple[Pair, ...]
    missed: tuple[GoldEvent, ...]
    extra: tuple[Told, ...]

    def tally(self, which: str) -> Tally:
        """Precision and recall of "whole" events, "side" (lenient on sides) or "found" (who and what alone)."""
        wanted = [p for p in self.pairs if not p.gold.optional]
        right = sum(bool(getattr(p, which)) for p in wanted)
        return Tally(right, len(wanted) + len(self.false), len(wanted) + len(self.missed))

    @property
    def false(self) -> tuple[Told, ...]:
        """Tellings that answer no gold event: not even an optional one, which must fit in who, what and status."""
        loose = [p for p in self.pairs if p.gold.optional and not (p.parties and {"kind", "status"} <= p.right)]
        return tuple(told for told in self.extra if not self._is_leg(told)) + tuple(p.told for p in loose)

    def _is_leg(self, told: Told) -> bool:
        """A tour that the gold has as one event of several places may be told as a visit to each of them."""
        tours = [
            p.gold for p in self.pairs if len(p.gold.places) > 1 and "kind" in p.right and p.told.kind == told.kind
        ]
        return any(
            parties_degree(gold, told) and any(place_right(place, told) for place in gold.places) for gold in tours
        )

    def share(self, field: str) -> Share:
        """How often a field is right: of the events found; for kind and participants, given the other of the two."""
        given = {"kind": {"participants"}, "participants": {"kind"}}.get(field, {"participants", "kind"})
        judged = [p for p in self.pairs if not p.gold.optional and given <= p.right]
        return Share(sum(field in p.right for p in judged), len(judged))


def score_events(answer: Answer, gold: GoldSet) -> list[EventScore]:
    """The events of each gold article; an article that the record lacks misses all its events."""
    pages = pages_by_stem(answer, gold)
    return [_score(d.stem, d.events, pages.get(d.stem), answer) for d in gold.documents]


def _score(stem: str, golds: tuple[GoldEvent, ...], page: Page | None, answer: Answer) -> EventScore:
    tellings = [t for t in answer.told if page and t.article == page.id]
    near = [[_compare(g, t) for t in tellings] for g in golds]
    text = page.text if page else None
    scores = [[_closeness(p, text) for p in row] for row in near]
    chosen = assignment(scores)
    pairs = tuple(near[i][j] for i, j in chosen)
    rows, cols = {i for i, _ in chosen}, {j for _, j in chosen}
    missed = tuple(g for i, g in enumerate(golds) if i not in rows and not g.optional)
    return EventScore(stem, pairs, missed, tuple(t for j, t in enumerate(tellings) if j not in cols))


def _compare(gold: GoldEvent, told: Told) -> Pair:
    degree = parties_degree(gold, told)
    right = {
        "participants": degree == 2,
        "kind": told.kind in {k for kind in gold.kinds for k in _FORMS.get(kind, (kind,))},
        "date": date_right(gold.date, gold.accept, told.when, told.granularity),
        "place": not gold.places or any(place_right(p, told) for p in gold.places),
        "status": told.status in gold.statuses,
    }
    return Pair(gold, told, frozenset(f for f in FIELDS if right[f]), degree)


def _closeness(pair: Pair, text: str | None) -> float:
    """How likely the two are of one event: who and what decide, then the rest; 0 keeps strangers apart.

    Strangers are two of which only who or only what fits, and that stand in different lines. Where there is no
    text to tell lines by, all of it counts as one line.
    """
    kind = "kind" in pair.right
    here = text is None or any(touches(s, spot_spans(pair.gold.spot, text)) for s in pair.told.spans)
    if not (pair.parties and (kind or here)) and not (kind and here and _shared(pair.gold, pair.told.parties)):
        return 0.0
    score = 4.0 * pair.parties + 3.0 * kind + 2.0 * ("date" in pair.right) + 1.5 * here
    score += ("place" in pair.right) + ("status" in pair.right)
    return score + 8.0 * pair.whole - 0.25 * pair.gold.optional


def _shared(gold: GoldEvent, whos: tuple[Who, ...]) -> bool:
    return any(match(name, w) for names in gold.parties for name in names for w in whos)


def parties_degree(gold: GoldEvent, told: Told) -> Degree:
    """How well the participants answer any of the gold's alternative sets, with or without the bystanders."""
    own = tuple(w for w, role in zip(told.parties, told.party_roles, strict=True) if role not in _BYSTANDERS)
    best: Degree = 0
    for names in gold.parties:
        for whos in (told.parties, own):
            best = max(best, match_all(names, whos, gold.extras))
    return best


def place_right(gold: str, told: Told) -> bool:
    """Whether a place is the gold's, or one contains the other: a city and its state."""
    if told.place is None:
        return False
    if fold(told.place) == fold(gold):
        return True
    ours, theirs = state_codes(gold), state_codes(told.place) | frozenset(filter(None, (told.place_state,)))
    broad = _is_state(gold, ours) or _is_state(told.place, theirs) or _names_other(gold, told.place)
    return bool(ours & theirs) and broad


def _names_other(left: str, right: str) -> bool:
    """Whether one name holds the other: "Arlington, Virginia", or a conference named after its city."""
    a, b = fold(left).split(), fold(right).split()
    return set(a) <= set(b) or set(b) <= set(a)


def _is_state(name: str, codes: frozenset[str]) -> bool:
    """Whether a name is the state's own and not a city's: the first of its names in the table."""
    return any(fold(name) == fold(first) for first in state_names(codes))


def date_right(true: Interval | None, accept: Interval | None, when: Bounds, granularity: str) -> bool:
    """Whether an interval answers the gold's: it touches the true or accepted days and is not absurdly wide.

    With `accept` it must lie inside; else at least half of its days must be true ones, or its granularity be the
    gold's. An event that the gold leaves undated may be left open, but not be dated outside `accept`.
    """
    if when == (None, None):
        return true is None
    first, last = when[0] or date.min, when[1] or date.max
    if true is None:
        return accept is None or (first <= accept[1] and accept[0] <= last)
    widest = _hull(true, accept)
    if accept:
        return widest[0] <= first and last <= widest[1]
    shared = (min(last, true[1]) - max(first, true[0])).days + 1
    if shared <= 0:
        return False
    return 2 * shared >= (last - first).days + 1 or granularity == _granularity(true)


def _hull(true: Interval, accept: Interval | None) -> Interval:
    return true if accept is None else (min(true[0], accept[0]), max(true[1], accept[1]))


def _granularity(days: Interval) -> str:
    length = (days[1] - days[0]).days + 1
    return "day" if length == 1 else "month" if 28 <= length <= 31 else "year" if length >= 365 else "range"
