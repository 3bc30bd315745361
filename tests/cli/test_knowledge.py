"""`communique knowledge list` and `check`, over our tables and over a user's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from communique.knowledge import rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.calling import Called


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of tables: an office with two holders at once, then nobody for a month, then a homonym."""
    folder = tmp_path / "tables"
    folder.mkdir()
    persons = ["ana-novak\tAna Novak\tNovak\tSVN\t\tf", "ivo-novak\tIvo Novak\tNovak\tSVN\t\tm"]
    tenures = [
        "ana-novak\tSVN/defence-minister\t2001-01-01\t2001-06-30\t\tmine\thigh",
        "wang-yi\tSVN/defence-minister\t2001-06-01\t2001-06-30\t\tmine\thigh",
        "ivo-novak\tSVN/defence-minister\t2001-08-01\t\t\tmine\thigh",
    ]
    for name, lines in (("persons", persons), ("tenures", tenures)):
        header = ["# meaning: mine", "\t".join(rows.COLUMNS[name])]
        (folder / f"{name}.tsv").write_text("\n".join([*header, *lines]) + "\n", encoding="utf-8")
    return folder


def test_list_names_every_table_with_its_rows_and_source(call: Callable[..., Called], own: Path) -> None:
    lines = call("knowledge", "list", "--knowledge", own).out.splitlines()
    assert {line.split(":")[0] for line in lines if not line.startswith(" ")} >= rows.COLUMNS.keys()
    assert f"persons in {own}: 2 rows; source: not said" in lines
    assert any("REIGN (Bell 2016)" in line for line in lines)


def test_list_for_programs(call: Callable[..., Called], own: Path) -> None:
    found = json.loads(call("knowledge", "list", "--json", "--knowledge", own).out)
    mine = [each for each in found if each["folder"]]
    assert [(each["table"], each["rows"], each["meaning"]) for each in mine] == [
        ("persons", 2, "mine"),
        ("tenures", 3, "mine"),
    ]
    assert all(each["rows"] and each["source"] and each["checked"] for each in found if not each["folder"])


def test_check_names_overlaps_gaps_and_homonyms(call: Callable[..., Called], own: Path) -> None:
    called = call("knowledge", "check", "--knowledge", own)
    lines = called.out.splitlines()
    assert called.code == 0
    assert "overlap   SVN/defence-minister  2001-06-01 .. 2001-06-30  Ana Novak, Wang Yi" in lines
    assert "gap       SVN/defence-minister  2001-07-01 .. 2001-07-31" in lines
    assert "homonyms  SVN/defence-minister  Ana Novak, Ivo Novak" in lines
    assert lines[-1].startswith("all rows make sense; 1 overlaps, ")


def test_check_for_programs(call: Callable[..., Called], own: Path) -> None:
    found = json.loads(call("knowledge", "check", "--json", "--knowledge", own).out)
    mine = [each for each in found if each["office"] == "SVN/defence-minister"]
    assert [each["kind"] for each in mine] == ["gap", "homonyms", "overlap"]
    assert mine[0]["start"] == "2001-07-01"
    assert mine[1] == {
        "kind": "homonyms",
        "office": "SVN/defence-minister",
        "persons": ["ana-novak", "ivo-novak"],
        "start": None,
        "end": None,
    }


def test_check_refuses_a_row_that_refers_to_nobody(call: Callable[..., Called], own: Path) -> None:
    path = own / "tenures.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace("wang-yi", "nobody-known"), encoding="utf-8")
    called = call("knowledge", "check", "--knowledge", own)
    assert (called.code, called.out) == (2, "")
    assert "no person has the key 'nobody-known'" in called.err
