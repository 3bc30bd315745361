"""The whole house, with the real rooms: the same articles give the same record, byte for byte, and keep it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

import communique
from communique.engine import run
from communique.ledger import Ledger

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "lahore.txt": """Foreign Secretaries of India and Pakistan Meet in Lahore

Indian Foreign Secretary Vikram Misri met his Pakistani counterpart in Lahore on Tuesday, 14 January 2025.
"We agreed to reopen the visa offices," Misri told reporters after the talks.
Pakistan's foreign ministry denied that the two sides had discussed Kashmir.
""",
    "lahore-copy.txt": """Foreign Secretaries of India and Pakistan Meet in Lahore

Indian Foreign Secretary Vikram Misri met his Pakistani counterpart in Lahore on Tuesday, 14 January 2025.
"We agreed to reopen the visa offices," Misri told reporters after the talks.
""",
    "jakarta.txt": """ASEAN Ministers to Gather in Jakarta

The foreign ministers of the Philippines and Vietnam will meet in Jakarta next Monday, officials said on 3 July 2023.
Indonesian Foreign Minister Retno Marsudi said the talks would centre on the South China Sea.
""",
    "addis.md": """# African Union Envoys Call for Ceasefire in Sudan

ADDIS ABABA, 27 May 2023 - Envoys of the African Union urged both sides in Sudan to honour the ceasefire.
According to Ethiopian state media, Prime Minister Abiy Ahmed spoke with the Sudanese army chief by telephone.
""",
    "ohrid.html": """<html><head><title>Leaders in Ohrid</title></head><body><nav>Home | World</nav><article>
<h1>Vucic and Kurti meet in Ohrid</h1>
<p>Serbian President Aleksandar Vucic and Kosovo Prime Minister Albin Kurti met in Ohrid on 18 March 2023.</p>
<p>Josep Borrell, the European Union's foreign policy chief, said that the two had agreed on how to proceed.</p>
</article></body></html>""",
    "foreign.txt": "Министры иностранных дел двух стран встретились в Женеве и обсудили отношения. " * 3,
    "empty.txt": "",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts as files."""
    made = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def expected(folder: Path) -> str:
    """The record of them all, read at once."""
    return communique.to_json(communique.read(folder))


def test_the_record_holds_what_was_read_and_what_was_not(folder: Path) -> None:
    record = communique.read(folder)
    assert len(record.articles) == len(TEXTS) - 1
    assert [entry.path for entry in record.unread] == [str(folder / "empty.txt")]
    assert not any("internal error" in entry.reason for entry in record.unread)
    assert record.events
    assert record.statements


def test_one_by_one_and_backwards_is_as_good_as_at_once(folder: Path, expected: str, tmp_path: Path) -> None:
    for name in reversed(TEXTS):
        record = communique.read(folder / name, ledger=tmp_path / "x.db")
    assert communique.to_json(record) == expected


def test_two_workers_read_what_one_reads(folder: Path, expected: str) -> None:
    assert communique.to_json(communique.read(folder, workers=2)) == expected


def test_reading_twice_changes_no_row(folder: Path, expected: str, tmp_path: Path) -> None:
    dumps = []
    for _ in range(2):
        with Ledger.open(tmp_path / "x.db") as ledger:
            outcome = run([str(folder)], ledger)
        assert communique.to_json(outcome.record) == expected
        connection = sqlite3.connect(tmp_path / "x.db")
        dumps.append(list(connection.iterdump()))
        connection.close()
    assert dumps[0] == dumps[1]
    assert outcome.read == 0
    assert [entry.reason for entry in outcome.unread if "foreign" in entry.path] == ["not read: language ru"]


def test_the_ledger_gives_the_record_back(folder: Path, expected: str, tmp_path: Path) -> None:
    communique.read(folder, ledger=tmp_path / "x.db")
    with communique.open(tmp_path / "x.db") as opened:
        assert communique.to_json(opened.record()) == expected
