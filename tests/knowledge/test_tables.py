"""The tables as they ship: every row makes sense, keys are unique, references find their records."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from communique.errors import KnowledgeError
from communique.knowledge import audit, loader, rows
from communique.knowledge.tables import REQUIRED_HEADER, first_day, last_day, read_table

if TYPE_CHECKING:
    from pathlib import Path

    from communique.knowledge import Knowledge

COLUMNS = ("name", "day")


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return loader.load()


def _write(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("# meaning: m\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", sorted(rows.COLUMNS))
def test_each_table_says_what_it_is(name: str) -> None:
    table = read_table(loader.DATA / f"{name}.tsv", rows.COLUMNS[name])
    assert [key for key in REQUIRED_HEADER if not table.about.get(key)] == []
    assert table.rows


@pytest.mark.parametrize("name", sorted(rows.COLUMNS))
def test_no_cell_has_stray_blanks_or_empty_values(name: str) -> None:
    table = read_table(loader.DATA / f"{name}.tsv", rows.COLUMNS[name])
    odd = [(line, cell) for line, cells in table.rows for cell in cells if cell != cell.strip() or "||" in cell]
    assert odd == []


def test_there_is_no_table_that_nobody_reads() -> None:
    assert {path.stem for path in loader.DATA.glob("*.tsv")} == set(rows.COLUMNS)


def test_coverage(known: Knowledge) -> None:
    assert len(known.states) == 197
    assert len({state.iso2 for state in known.states.values()}) == 197
    assert all(state.capital for state in known.states.values())
    assert len(known.places) > 1500
    assert len(known.persons) > 1800
    assert len(known.tenures) > 2000
    with_foreign_minister = {t.office.split("/")[0] for t in known.tenures if t.office.endswith("/foreign-minister")}
    assert len(with_foreign_minister & known.states.keys()) > 100
    headed = {
        t.office.split("/")[0]
        for t in known.tenures
        if t.office.rpartition("/")[2] in {"head-of-state", "head-of-government", "king", "emir", "sultan", "pope"}
    }
    assert len(headed & known.states.keys()) > 160


def test_every_plan_and_tenure_is_sourced(known: Knowledge) -> None:
    assert [tenure for tenure in known.tenures if not tenure.source] == []


def test_offices_of_one_have_one_holder_at_a_time(known: Knowledge) -> None:
    assert [remark for remark in audit.remarks(known) if remark.kind == "overlap"] == []


def test_a_person_held_no_office_before_being_of_age(known: Knowledge) -> None:
    assert [t for t in known.tenures if t.start and t.start < date(1940, 1, 1)] == []


def test_dates_keep_what_is_known() -> None:
    assert first_day("2023-02") == date(2023, 2, 1)
    assert last_day("2023-02") == date(2023, 2, 28)
    assert last_day("2024") == date(2024, 12, 31)
    with pytest.raises(ValueError, match="not a date"):
        first_day("last May")


def test_a_row_with_a_missing_cell_is_named_by_file_and_line(tmp_path: Path) -> None:
    path = _write(tmp_path, "plans.tsv", "name\tday", "only one cell")
    with pytest.raises(KnowledgeError, match=r"plans\.tsv, line 3: 1 cells"):
        read_table(path, COLUMNS)


def test_wrong_columns_are_named(tmp_path: Path) -> None:
    path = _write(tmp_path, "plans.tsv", "name\tmonth")
    with pytest.raises(KnowledgeError, match="the columns must be name, day"):
        read_table(path, COLUMNS)


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "plans.tsv"
    path.write_bytes(b"\xff\xfe\x00name")
    with pytest.raises(KnowledgeError, match=r"plans\.tsv: cannot be read"):
        read_table(path, COLUMNS)


def test_a_tenure_that_ends_before_it_starts_is_refused(tmp_path: Path) -> None:
    columns = rows.COLUMNS["tenures"]
    row = "wang-yi\tCHN/foreign-minister\t2023-07-25\t2022-12-30\t\tmine\thigh"
    table = read_table(_write(tmp_path, "tenures.tsv", "\t".join(columns), row), columns)
    with pytest.raises(KnowledgeError, match=r"line 3: it ends \(2022-12-30\) before it starts"):
        rows.tenures(table)
