"""Looks over the tenures: who overlaps whom, which days no row accounts for, and whom a surname cannot tell apart.

`communique knowledge check` and the tests call it. It judges the tables only; nothing that reads articles uses it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Literal

from communique.knowledge.tenures import begins, ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.knowledge.desk import Knowledge
    from communique.knowledge.model import Tenure

# Roles that one person holds at a time, wherever they exist.
SOLE_ROLES = frozenset({
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "secretary-general",
    "director-general", "commission-president", "council-president", "high-representative", "king", "queen",
    "emperor", "emir", "sultan", "supreme-leader", "pope",
})  # fmt: skip
# Heads of state that are several persons at once: Bosnia's presidency, Nicaragua's co-presidents, San Marino's
# captains regent.
COLLECTIVE = frozenset({"BIH/head-of-state", "NIC/head-of-state", "SMR/head-of-state"})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about an office that an editor should look at; days are closed, None where the kind has none.

    "overlap": two held it at once on these days. "gap": no row says who held it. "homonyms": two holders share a
    surname, so that the surname with the office does not tell which of them is meant.
    """

    kind: Literal["overlap", "gap", "homonyms"]
    office: str
    persons: tuple[str, ...]
    start: date | None = None
    end: date | None = None


def remarks(known: Knowledge) -> tuple[Remark, ...]:
    """All remarks on offices of one holder, by office, then kind, then day."""
    found = [remark for office in _sole_offices(known) for remark in _on_office(known, office)]
    return tuple(sorted(found, key=lambda r: (r.office, r.kind, r.start or date.min, r.persons)))


def uncovered(known: Knowledge, offices: Sequence[str], start: date, end: date) -> tuple[tuple[date, date], ...]:
    """The stretches of the closed interval for which these offices have neither a holder nor a row in gaps.tsv.

    Several offices are alternatives, of which one is held at a time: a throne with kings and queens.
    """
    spans = [(begins(t), ends(t)) for office in offices for t in known.holders(office, start, end)]
    spans += [(gap.start, gap.end or date.max) for gap in known.gaps if gap.office in offices]
    return tuple(_between(spans, start, end))


def _sole_offices(known: Knowledge) -> list[str]:
    offices = {tenure.office for tenure in known.tenures} - COLLECTIVE
    return sorted(office for office in offices if office.rpartition("/")[2] in SOLE_ROLES)


def _on_office(known: Knowledge, office: str) -> Iterator[Remark]:
    held = known.holders(office, date.min, date.max)
    for before, after in pairwise(held):
        if _clash(before, after):
            last = min(ends(before), ends(after))
            yield Remark("overlap", office, (before.person, after.person), begins(after), last)
    first, last = begins(held[0]), max(ends(tenure) for tenure in held)
    for start, end in uncovered(known, [office], first, last):
        yield Remark("gap", office, (), start, end)
    for one, other in combinations(sorted({tenure.person for tenure in held}), 2):
        if known.persons[one].surname == known.persons[other].surname:
            yield Remark("homonyms", office, (one, other))


def _clash(before: Tenure, after: Tenure) -> bool:
    """Two holders at once: more than the day of handover, where both ends are known to the day."""
    exact = before.granularity == after.granularity == "day"
    return exact and not (before.acting or after.acting) and ends(before) > begins(after)


def _between(spans: Iterable[tuple[date, date]], start: date, end: date) -> Iterator[tuple[date, date]]:
    """What the closed spans leave of the closed interval, in order."""
    free = start
    for since, until in sorted(spans):
        if since > end:
            break
        if since > free:
            yield free, since - _DAY
        if until >= end:
            return
        free = max(free, until + _DAY)
    if free <= end:
        yield free, end
