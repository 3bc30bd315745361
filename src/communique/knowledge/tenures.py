"""Who held which office when: questions over tenures. All intervals are of days and closed; None is open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.knowledge.model import Tenure


def begins(tenure: Tenure) -> date:
    """The first day of a tenure; the first of all days where the start is not known."""
    return tenure.start or date.min


def ends(tenure: Tenure) -> date:
    """The last day of a tenure; the last of all days where it is open."""
    return tenure.end or date.max


def in_order(tenures: Iterable[Tenure]) -> tuple[Tenure, ...]:
    """By first day, then last day, then person and office: the same order from any order."""
    return tuple(sorted(tenures, key=lambda t: (begins(t), ends(t), t.person, t.office)))


class TenureBook:
    """Tenures by office and by person."""

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        self._by_office: dict[str, list[Tenure]] = {}
        self._by_person: dict[str, list[Tenure]] = {}
        for tenure in in_order(tenures):
            self._by_office.setdefault(tenure.office, []).append(tenure)
            self._by_person.setdefault(tenure.person, []).append(tenure)

    def holders(self, office: str, start: date, end: date) -> tuple[Tenure, ...]:
        """The tenures of an office that share a day with the closed interval, in order."""
        return tuple(t for t in self._by_office.get(office, ()) if begins(t) <= end and ends(t) >= start)

    def of_person(self, person: str) -> tuple[Tenure, ...]:
        """All tenures of a person, in order."""
        return tuple(self._by_person.get(person, ()))

    def on(self, person: str, day: date) -> tuple[Tenure, ...]:
        """The tenures of a person that hold that day, in order."""
        return tuple(t for t in self._by_person.get(person, ()) if begins(t) <= day <= ends(t))
