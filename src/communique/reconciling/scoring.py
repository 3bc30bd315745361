"""All pairs of tellings judged at once, in columns: what `fitting` says of two tellings, for millions of twos.

`fitting` is the meaning, in words that a person can check; here it is in arrays, and a test draws tellings and holds
the two to each other. Parties and places are few, so what two of them make is asked of `fitting` once each; days are
compared as numbers. Called by `sameness` alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.reconciling import fitting as fit
from communique.reconciling.blocking import candidate_pairs
from communique.reconciling.codes import code
from communique.reconciling.told import same_words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from communique.reconciling.told import Told
    from communique.records import Actor, When

EARLIEST, LATEST = -(1 << 40), 1 << 40  # stand for a side of an interval that is left open
ENDLESS = 1 << 20  # days of such an interval


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of tellings, by index (`one` < `other`), in arrays of one length.

    `score` is their likeness; `copied` says that an article and its copy tell them in the same words, `whole` that they
    name the same parties.
    """

    one: Any
    other: Any
    score: Any
    copied: Any
    whole: Any

    def take(self, which: Any) -> Pairs:
        """The pairs that an index or a mask chooses."""
        columns = (self.one, self.other, self.score, self.copied, self.whole)
        return Pairs(*(column[which] for column in columns))


def scored_pairs(nodes: Sequence[Sequence[Told]], firsts: Sequence[Told], actors: Mapping[str, Actor]) -> Pairs:
    """The candidate pairs that do not exclude each other and look alike enough, the best first.

    Args:
        nodes: tellings that nothing tells apart, by node.
        firsts: the first of each node, which is compared for all of them.
        actors: of all parties.
    """
    import numpy as np

    table = _Table(firsts, actors)
    batches = [table.alike(batch) for batch in candidate_pairs(firsts, nodes, actors)]
    found = Pairs(*(
        np.concatenate([getattr(batch, name) for batch in batches] or [np.zeros(0, dtype=np.int64)])
        for name in ("one", "other", "score", "copied", "whole")
    ))  # fmt: skip
    _, first = np.unique(code(found.one, found.other), return_index=True)
    found = found.take(first)
    return found.take(np.lexsort((found.other, found.one, -found.score, ~found.copied.astype(bool))))


class _Span:
    """Intervals of days in columns: numbers of days, sides left open, and how many days each holds."""

    def __init__(self, whens: Iterable[When]) -> None:
        import numpy as np

        rows = [
            (EARLIEST if when.start is None else when.start.toordinal(),
             LATEST if when.end is None else when.end.toordinal())
            for when in whens
        ]  # fmt: skip
        self.start, self.end = np.array(rows, dtype=np.int64).reshape(-1, 2).T
        self.closed = (self.start > EARLIEST) & (self.end < LATEST)
        self.days = np.where(self.closed, self.end - self.start + 1, ENDLESS)

    def meet(self, one: Any, other: Any) -> Any:
        """Whether the intervals of pairs of rows have a day in common."""
        return (self.start[one] <= self.end[other]) & (self.start[other] <= self.end[one])

    def widest(self, one: Any, other: Any) -> Any:
        """How many days the longer of two intervals holds."""
        import numpy as np

        return np.maximum(self.days[one], self.days[other])

    def gap(self, one: Any, other: Any) -> Any:
        """Days between two intervals of which each has a closed side, which stands for an open one."""
        import numpy as np

        start = np.where(self.start > EARLIEST, self.start, self.end)
        end = np.where(self.end < LATEST, self.end, self.start)
        return np.maximum(0, np.maximum(start[one], start[other]) - np.minimum(end[one], end[other]))

    def known(self) -> Any:
        """Whether an interval has a closed side."""
        return (self.start > EARLIEST) | (self.end < LATEST)


class _Table:
    """Tellings in columns: what of them decides whether two are of one event."""

    def __init__(self, told: Sequence[Told], actors: Mapping[str, Actor]) -> None:
        import numpy as np

        self.told, self.actors = told, actors
        self.article, _ = _numbered([item.article for item in told])
        self.line, _ = _numbered(["", *(item.line for item in told)])
        self.line = self.line[1:]
        self.occasion, _ = _numbered([None, *(item.telling.occasion for item in told)])
        self.occasion = self.occasion[1:]
        self.family, _ = _numbered([item.family for item in told])
        self.names, _ = _numbered([item.actors for item in told])
        self.parties, self.by_parties = _numbered([(item.family, item.actors, item.telling.occasion) for item in told])
        self.place, self.by_place = _numbered([_spot(item) for item in told])
        self.several = np.array([len(item.actors) > 1 for item in told], dtype=bool)
        self.contact = np.array([item.family == "contact" for item in told], dtype=bool)
        self.ahead = np.array([item.telling.status in fit.AHEAD for item in told], dtype=bool)
        self.denied = np.array([item.telling.status == "denied" for item in told], dtype=bool)
        self.held = np.array([item.telling.status == "held" for item in told], dtype=bool)
        self.when = _Span(item.when for item in told)
        self.possible = _Span(item.possible for item in told)

    def alike(self, pairs: Any) -> Pairs:
        """Those of some pairs (an array of rows) that do not exclude each other and reach the threshold."""
        import numpy as np

        one, other = pairs[:, 0], pairs[:, 1]
        copied = self._in_the_same_words(one, other)
        plain = ~copied & self._days_allow(one, other)
        found = [self._plain(one[plain], other[plain])]
        if copied.any():
            found.append(self._copied(one[copied], other[copied]))
        one, other, score, copied = (np.concatenate(columns) for columns in zip(*found, strict=True))
        return Pairs(one, other, score, copied, self.names[one] == self.names[other]).take(score >= fit.THRESHOLD)

    def _in_the_same_words(self, one: Any, other: Any) -> Any:
        import numpy as np

        shared = (self.line[one] != 0) & (self.line[one] == self.line[other])
        for at in np.flatnonzero(shared).tolist():
            shared[at] = same_words(self.told[one[at]], self.told[other[at]])
        return shared

    def _copied(self, one: Any, other: Any) -> tuple[Any, ...]:
        """Pairs told in the same words, few: `fitting` itself judges them."""
        import numpy as np

        told = [(self.told[this], self.told[that]) for this, that in zip(one.tolist(), other.tolist(), strict=True)]
        score = [0.0 if fit.excluded(*pair, self.actors) else fit.likeness(*pair)[0] for pair in told]
        return one, other, np.array(score), np.ones(one.size, dtype=bool)

    def _days_allow(self, one: Any, other: Any) -> Any:
        """Whether pairs of rows are of two articles, one family, no two occasions, and of days that meet or touch."""
        ours, theirs = self.occasion[one], self.occasion[other]
        fits = (self.article[one] != self.article[other]) & (self.family[one] == self.family[other])
        fits &= (ours == theirs) | (ours == 0) | (theirs == 0)
        return fits & (self.possible.meet(one, other) | (self.possible.gap(one, other) <= 1))

    def _plain(self, one: Any, other: Any) -> tuple[Any, ...]:
        """Of pairs of rows whose days allow it those that may be of one event, with their likeness."""
        import numpy as np

        places = _Twos(self.place[one], self.place[other], [self.told[row].telling.place for row in self.by_place])
        parties = _Twos(self.parties[one], self.parties[other], [self.told[row] for row in self.by_parties])
        meet, widest = self.possible.meet(one, other), self.possible.widest(one, other)
        few = self.several[one] & (self.names[one] == self.names[other]) & (widest <= fit.NARROW)
        how_far = places.ask(fit.apart)
        near = (how_far == fit.NEAR) | (self.contact[one] & (widest == 1))
        fits = meet | (few & (places.ask(fit.in_one_town) > 0))
        fits &= (how_far == fit.TOGETHER) | (few & meet & near)
        fits &= parties.ask(lambda this, that: fit.parties_fit(this, that, self.actors)) > 0
        fits &= ~((self.denied[one] | self.denied[other]) & (parties.ask(fit.denied_in_part) > 0))
        score = fit.PARTIES * parties.ask(lambda this, that: fit.likeness_of_parties(this, that)[0])[fits]
        alike = places.ask(lambda this, that: fit.likeness_of_places(this, that)[0])[fits]
        one, other = one[fits], other[fits]
        score = score + fit.DAYS * self._closeness(one, other) + fit.PLACE * alike
        kin = (self.line[one] != 0) & (self.line[one] == self.line[other])
        return (
            one,
            other,
            _rounded(np.where(kin, np.minimum(1.0, score + fit.KIN), score)),
            np.zeros(one.size, dtype=bool),
        )

    def _closeness(self, one: Any, other: Any) -> Any:
        import numpy as np

        meet = self.when.meet(one, other)
        widest = np.where(meet, self.when.widest(one, other), self.possible.widest(one, other))
        value = np.zeros(one.size)
        for limit, score, _ in reversed(fit.CLOSENESS):
            value[widest <= limit] = score
        value = np.where(meet, value, value / 2)
        value = np.maximum(value, np.where(self._fulfilled(one, other) | self._fulfilled(other, one), fit.FULFILLED, 0))
        value[self._plans_apart(one, other)] = 0.0
        value[~meet & ~self.possible.meet(one, other)] = fit.A_DAY_APART
        undated = ~self.when.closed[one] | ~self.when.closed[other]
        return np.where(undated, self._nearness(one, other), value)

    def _fulfilled(self, plan: Any, held: Any) -> Any:
        when = self.when
        inside = (when.start[plan] <= when.start[held]) & (when.end[held] <= when.end[plan])
        return self.ahead[plan] & self.held[held] & (when.days[plan] <= fit.WIDE_PLAN) & inside

    def _awaited(self, plan: Any, held: Any) -> Any:
        open_ = self.ahead[plan] & (self.when.end[plan] == LATEST)
        return open_ & self.held[held] & self.when.closed[held]

    def _plans_apart(self, one: Any, other: Any) -> Any:
        import numpy as np

        when = self.when
        wide = np.minimum(when.days[one], when.days[other]) > fit.WIDE_PLAN
        far = np.abs(when.start[one] - when.start[other]) > fit.NEARNESS[-1][0]
        return self.ahead[one] & self.ahead[other] & wide & far

    def _nearness(self, one: Any, other: Any) -> Any:
        import numpy as np

        gap, known = self.when.gap(one, other), self.when.known()
        value = np.zeros(one.size)
        for limit, score, _ in reversed(fit.NEARNESS):
            value[gap <= limit] = score
        awaited = (self._awaited(one, other) | self._awaited(other, one)) & (gap <= fit.NEARNESS[0][0])
        value[awaited] = fit.AWAITED
        both = ~self.when.closed[one] & ~self.when.closed[other]
        value[both] = np.where(gap[both] <= fit.NEARNESS[0][0], fit.BOTH_UNDATED, 0.0)
        return np.where(known[one] & known[other], value, 0.0)


def _spot(item: Told) -> Hashable:
    place = item.telling.place
    return None if place is None else (place.key, place.name, place.state, place.basis)


def _numbered(values: Sequence[Hashable]) -> tuple[Any, list[int]]:
    """For each value its number, equal values having one, from 0 as they appear; and where each stands first."""
    import numpy as np

    numbers: dict[Hashable, int] = {}
    firsts: list[int] = []
    rows = np.empty(len(values), dtype=np.int64)
    for at, value in enumerate(values):
        number = numbers.setdefault(value, len(numbers))
        if number == len(firsts):
            firsts.append(at)
        rows[at] = number
    return rows, firsts


class _Twos:
    """Pairs of numbers that stand for things, of which a question is asked once for each distinct pair."""

    def __init__(self, one: Any, other: Any, things: Sequence[Any]) -> None:
        import numpy as np

        self.distinct, self.at = np.unique(code(one, other), return_inverse=True)
        self.things = things

    def ask(self, question: Callable[[Any, Any], float]) -> Any:
        """The answers, one for each pair."""
        import numpy as np

        pairs = ((self.things[pair >> 32], self.things[pair & 0xFFFF_FFFF]) for pair in self.distinct.tolist())
        return np.array([question(*pair) for pair in pairs], dtype=float)[self.at]


def _rounded(scores: Any) -> Any:
    """Scores as `fitting.likeness` rounds them, which numpy does not do alike in the last place."""
    import numpy as np

    values, at = np.unique(scores, return_inverse=True)
    return np.array([round(value, 4) for value in values.tolist()], dtype=float)[at]
