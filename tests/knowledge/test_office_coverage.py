"""The offices of office_coverage.tsv: a holder for each year, or the year is said to be unknown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from communique.knowledge import load
from communique.knowledge.tables import read_table, several

TABLE = read_table(Path(__file__).parent / "office_coverage.tsv", ("office", "since", "unknown"))
OFFICES = {office: (int(since), {int(year) for year in several(unknown)}) for _, (office, since, unknown) in TABLE.rows}
UNTIL = 2026


@pytest.mark.parametrize("office", OFFICES)
def test_each_year_has_a_holder_or_is_said_to_be_unknown(office: str) -> None:
    """A year that becomes known leaves the column `unknown`, so that the column never claims too much."""
    since, unknown = OFFICES[office]
    missing = {
        year for year in range(since, UNTIL + 1) if not load().holders(office, date(year, 1, 1), date(year, 12, 31))
    }
    assert missing == unknown


def test_no_office_stands_twice() -> None:
    assert len(OFFICES) == len(TABLE.rows)
