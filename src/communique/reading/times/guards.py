"""Checks that a match must pass before it is a time expression; patterns.tsv names them by row."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.errors import KnowledgeError
from communique.reading.times import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from communique.reading.times.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Place:
    """Where a match lies: tokens [start, end) of a document."""

    tokens: Tokens
    start: int
    end: int

    def before(self, group: str) -> bool:
        """Whether the word before is of a set of guard_words.tsv."""
        return self.tokens.word(self.start - 1) in _sets()[group]

    def behind(self, group: str) -> bool:
        """Whether the word after is of a set."""
        return self.tokens.word(self.end) in _sets()[group]


@cache
def _sets() -> Mapping[str, frozenset[str]]:
    return {row["set"]: frozenset(row["words"].split("|")) for row in tables.rows("guard_words.tsv")}


def word_set(name: str) -> frozenset[str]:
    """The words of one set of guard_words.tsv."""
    return _sets()[name]


def _not_a_name(at: Place) -> bool:
    """ "May" and "August" in a person's name are no months: "Theresa May", "Mr. March"."""
    tokens, start = at.tokens, at.start
    if any(tokens.entity[i] == "PERSON" and tokens.pos[i] == "PROPN" for i in range(start, at.end)):
        return False
    alone = at.end - start == 1 and start > 0
    return not (alone and (tokens.pos[start - 1] == "PROPN" or tokens.entity[start - 1] == "PERSON"))


def _a_year(at: Place) -> bool:
    """A bare number is a year unless it counts something or numbers a document."""
    if at.before("document") or at.behind("measure"):
        return False
    tokens, i = at.tokens, at.end - 1
    head = tokens.head[i]
    if tokens.dep[i] != "nummod" or head <= i or at.start < i:
        return True
    return tokens.pos[head] != "NOUN" or tokens.doc[head].morph.get("Number") != ["Plur"]


def _a_unit_alone(at: Place) -> bool:
    """ "the year" as a time of its own: not "the year of the dragon"."""
    return at.tokens.word(at.end - 1) in _sets()["unit-alone"] and not at.behind("unit-of")


def _an_open_span(at: Place) -> bool:
    """ "for years": a plural unit is a span only where a preposition or a verb of lasting opens it."""
    return at.before("span-opener") or at.tokens.word(at.start) in _sets()["span-opener"]


def _a_season(at: Place) -> bool:
    """ "the fall": a season only after a preposition of time."""
    return at.before("opener") and at.tokens.word(at.end) != "of"


def _after_preposition(at: Place) -> bool:
    """ "in spring", "by late summer"."""
    return at.before("season-opener")


def _not_counted_from(at: Place) -> bool:
    """ "shortly after", "as soon as": no time of their own."""
    return not at.behind("counted-from") and at.tokens.word(at.start - 1) != "as"


def _no_age(at: Place) -> bool:
    """ "37 years old" is an age, "three-quarters of it" a share: no time of either."""
    if at.tokens.word(at.end - 1) in _sets()["fraction"]:
        return not at.behind("age")
    return at.tokens.word(at.end) != "old"


def _ended(at: Place) -> bool:
    """ "the year ended 31 March" is a length, its end is told behind."""
    return at.behind("ended") and at.tokens.word(at.end - 1) == "year"


def _no_rate(at: Place) -> bool:
    """ "four flights a week", "2 percent a year": how often, not how long."""
    return at.start == 0 or at.tokens.pos[at.start - 1] not in ("NOUN", "NUM", "SYM", "PROPN")


def _no_attribute(at: Place) -> bool:
    """ "a quarterly dividend" names a kind of thing; "the annual summit" says how often something happens."""
    return at.tokens.dep[at.end - 1] != "amod" or at.behind("occurrence")


def _told(at: Place) -> bool:
    """ "two days before": counted from something told only where nothing follows to count from."""
    return at.behind("closing")


GUARDS: Mapping[str, Callable[[Place], bool]] = {
    "name": _not_a_name,
    "year": _a_year,
    "unit": _a_unit_alone,
    "open": _an_open_span,
    "season": _a_season,
    "after-in": _after_preposition,
    "age": _no_age,
    "told": _told,
    "ended": _ended,
    "rate": _no_rate,
    "attribute": _no_attribute,
    "soon": _not_counted_from,
}


def holds(guard: str, tokens: Tokens, start: int, end: int) -> bool:
    """Whether tokens [start, end) pass the guard; "" always holds.

    Raises:
        KnowledgeError: patterns.tsv names a guard that does not exist.
    """
    if not guard:
        return True
    if guard not in GUARDS:
        raise KnowledgeError(f"patterns.tsv: there is no guard {guard!r}; one of {', '.join(GUARDS)}")
    return GUARDS[guard](Place(tokens, start, end))
