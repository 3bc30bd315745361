"""A user's folder of tables lies over ours."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from communique.errors import KnowledgeError
from communique.knowledge import load, rows

if TYPE_CHECKING:
    from pathlib import Path


def _table(folder: Path, name: str, *lines: str) -> None:
    header = ["# meaning: mine", "\t".join(rows.COLUMNS[name])]
    (folder / f"{name}.tsv").write_text("\n".join([*header, *lines]) + "\n", encoding="utf-8")


def test_the_same_call_gives_the_same_object() -> None:
    assert load() is load()


def test_a_users_row_wins_and_adds(tmp_path: Path) -> None:
    _table(tmp_path, "persons", "ana-novak\tAna Novak\tNovak\tSVN\tAnna Novak\tf", "wang-yi\tWang Yi\tWang\tTWN\t\tf")
    known = load(tmp_path)
    assert [person.key for person in known.find_persons("Anna Novak")] == ["ana-novak"]
    assert known.persons["wang-yi"].state == "TWN"
    assert load().persons["wang-yi"].state == "CHN"


def test_a_users_tenures_replace_ours_for_the_offices_they_name(tmp_path: Path) -> None:
    _table(tmp_path, "tenures", "wang-yi\tCHN/foreign-minister\t2013-03-16\t\t\tmy archive\thigh")
    known = load(tmp_path)
    held = known.holders("CHN/foreign-minister", date(2023, 1, 1), date(2023, 12, 31))
    assert [(tenure.person, tenure.source) for tenure in held] == [("wang-yi", "my archive")]
    assert known.holders("CHN/head-of-government", date(2024, 1, 1), date(2024, 1, 1))


def test_a_reference_to_nobody_is_refused(tmp_path: Path) -> None:
    _table(tmp_path, "tenures", "nobody-known\tCHN/foreign-minister\t2013-03-16\t\t\tmine\thigh")
    with pytest.raises(KnowledgeError, match="no person has the key 'nobody-known'"):
        load(tmp_path)


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    row = "ana-novak\tAna Novak\tNovak\tSVN\t\tf"
    _table(tmp_path, "persons", row, row)
    with pytest.raises(KnowledgeError, match=r"persons\.tsv, line 4: the key 'ana-novak' stands twice"):
        load(tmp_path)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="not a folder"):
        load(tmp_path / "missing")
