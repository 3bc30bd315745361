"""The sector of an office or body: PLOVER's actor roles (GOV, MIL, REB, JRN ...), from sectors.tsv.

An office in a state has the sector of its role, the government's unless the table says another; an office in an
organisation has the sector of the organisation. Some sectors change hands with time: who held an office of a state
only before a day is of the elite then (PLOVER: ELI).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from communique.knowledge.model import Organisation, Outlet, SectorRow
    from communique.records import Sector


class SectorBook:
    """Answers from the rows of sectors.tsv."""

    def __init__(
        self,
        rows: Iterable[SectorRow],
        states: Mapping[str, object],
        organisations: Mapping[str, Organisation],
        outlets: Mapping[str, Outlet],
    ) -> None:
        self._rows = {(row.of, row.key): row.sector for row in rows}
        self._states, self._bodies, self._outlets = states, organisations, outlets

    def of_office(self, office_key: str) -> Sector | None:
        """The sector of "OWNER/role"; None where the owner is an organisation of no known sector."""
        owner, _, role = office_key.rpartition("/")
        if owner in self._states:
            return self._rows.get(("role", role), "GOV")
        return self.of_body(owner)

    def of_body(self, key: str) -> Sector | None:
        """The sector of an organisation or outlet by key: its own, else that of its kind; None if neither is known."""
        known = self._bodies.get(key) or self._outlets.get(key)
        return self._rows.get(("organisation", key)) or (self._rows.get(("kind", known.kind)) if known else None)
