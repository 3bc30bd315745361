"""Who belonged to an organisation on a day: states come and go, and groups begin and end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from communique.errors import KnowledgeError
from communique.knowledge import load, rows

if TYPE_CHECKING:
    from pathlib import Path

    from communique.knowledge import Knowledge

HEADER = ("# meaning: mine", "\t".join(rows.COLUMNS["organisations"]))


def _with(folder: Path, members: str) -> Knowledge:
    row = f"tea-club\tTea Club\tbloc\t\tTea Circle\t{members}"
    (folder / "organisations.tsv").write_text("\n".join((*HEADER, row)) + "\n", encoding="utf-8")
    return load(folder)


@pytest.mark.parametrize(
    ("organisation", "state", "before", "after", "joined"),
    [
        ("european-union", "HRV", date(2013, 6, 30), date(2013, 7, 1), True),
        ("european-union", "GBR", date(2020, 1, 31), date(2020, 2, 1), False),
        ("nato", "FIN", date(2023, 4, 3), date(2023, 4, 4), True),
        ("brics", "EGY", date(2023, 12, 31), date(2024, 1, 1), True),
        ("g8", "RUS", date(2014, 3, 24), date(2014, 3, 25), False),
        ("ecowas", "MLI", date(2025, 1, 29), date(2025, 1, 30), False),
        ("opec", "AGO", date(2023, 12, 31), date(2024, 1, 1), False),
        ("un-security-council", "CHE", date(2022, 12, 31), date(2023, 1, 1), True),
    ],
)
def test_a_state_joins_or_leaves_on_its_day(
    organisation: str, state: str, before: date, after: date, joined: bool
) -> None:
    known = load()
    assert (state in known.members(organisation, before)) is not joined
    assert (state in known.members(organisation, after)) is joined


def test_the_sizes_that_everyone_knows() -> None:
    known = load()
    sizes = {
        (key, day): len(known.members(key, day))
        for key, day in [
            ("european-union", date(2003, 1, 1)),
            ("european-union", date(2010, 1, 1)),
            ("european-union", date(2024, 1, 1)),
            ("nato", date(2003, 1, 1)),
            ("nato", date(2025, 1, 1)),
            ("united-nations", date(2001, 1, 1)),
            ("united-nations", date(2012, 1, 1)),
            ("brics", date(2009, 7, 1)),
            ("brics", date(2025, 2, 1)),
        ]
    }
    assert list(sizes.values()) == [15, 27, 27, 19, 32, 189, 193, 4, 10]


@pytest.mark.parametrize("year", range(2000, 2027))
def test_the_security_council_has_fifteen_members(year: int) -> None:
    assert len(load().members("un-security-council", date(year, 6, 1))) == 15


def test_a_state_that_left_and_came_back_is_a_member_twice(tmp_path: Path) -> None:
    known = _with(tmp_path, "FRA|CUB@..2001|CUB@2005-02")
    assert known.members("tea-club", date(2001, 12, 31)) == ("FRA", "CUB")
    assert known.members("tea-club", date(2005, 1, 31)) == ("FRA",)
    assert known.members("tea-club", date(2005, 2, 1)) == ("FRA", "CUB")


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ("FRA@", "'FRA@' has no days"),
        ("FRA@2020..2019", r"FRA leaves \(2019\) before it joins"),
        ("FRA@tomorrow", "'tomorrow' is not a date"),
        ("ATL@2020", "no state 'ATL'"),
    ],
)
def test_a_cell_that_makes_no_sense_is_refused(tmp_path: Path, members: str, said: str) -> None:
    with pytest.raises(KnowledgeError, match=said):
        _with(tmp_path, members)


def test_an_organisation_by_any_of_its_names() -> None:
    known = load()
    found = [known.organisation_named(name) for name in ("the EU", "european union", "european-union")]
    assert {organisation.key for organisation in found if organisation} == {"european-union"}
    assert known.organisation_named("Ruritanian League") is None
    with pytest.raises(KnowledgeError, match="no organisation has the key 'ruritanian-league'"):
        known.members("ruritanian-league", date(2020, 1, 1))
