"""The sixty states of coverage.tsv: for each day since 2000 the tables name the holder, or say why they cannot."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from communique.knowledge import audit, load
from communique.knowledge.tables import read_table, several

TABLE = read_table(Path(__file__).parent / "coverage.tsv", ("iso3", "offices", "covered"))
STATES = {iso3: several(offices) for _, (iso3, offices, _) in TABLE.rows}
COVERED = sorted(iso3 for _, (iso3, _, covered) in TABLE.rows if covered)
SINCE, UNTIL = date(2000, 1, 1), date(2026, 11, 30)


def test_there_are_sixty_states_that_we_know() -> None:
    assert len(STATES) == len(TABLE.rows) == 60
    assert STATES.keys() <= load().states.keys()
    assert {role for offices in STATES.values() for each in offices for role in each.split("/")} <= load().roles.keys()


@pytest.mark.parametrize("iso3", COVERED)
def test_the_offices_of_a_covered_state_have_no_day_unaccounted_for(iso3: str) -> None:
    missing = [
        f"{iso3}/{roles} {start} .. {end}"
        for roles in STATES[iso3]
        for start, end in audit.uncovered(load(), [f"{iso3}/{role}" for role in roles.split("/")], SINCE, UNTIL)
    ]
    assert missing == []


def test_a_gap_is_said_only_where_nobody_held_the_office() -> None:
    """A holder found later takes the row out of gaps.tsv; a day of handover may count to both."""
    known = load()
    false = [
        (gap.office, gap.start, tenure.person)
        for gap in known.gaps
        for tenure in known.holders(gap.office, gap.start, gap.end or date.max)
        if tenure.granularity == "day"
    ]
    assert false == []
