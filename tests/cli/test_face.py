"""The public face: what it offers, and that it costs nothing to import."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import communique
from communique.ledger import Ledger, Writer
from tests.engine.toy import rooms

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("spacy", "numpy", "trafilatura", "lxml", "sqlalchemy", "jinja2", "rich", "py3langid", "msgspec", "selectolax")


def test_the_names_are_these() -> None:
    assert communique.__all__ == ["CommuniqueError", "Record", "__version__", "open", "read", "to_json"]
    assert all(hasattr(communique, name) for name in communique.__all__)


@pytest.mark.parametrize("module", ["communique", "communique.cli", "communique.cli.app"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_read_in_memory_and_from_a_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.engine.running.open_rooms", rooms)
    (tmp_path / "a.txt").write_text("Envoys of Iran")
    (tmp_path / "b.txt").write_text("Envoys of Oman")
    kept = tmp_path / "x.db"
    communique.read([tmp_path / "a.txt"], ledger=kept)
    both = communique.read(str(tmp_path / "b.txt"), ledger=str(kept))
    assert both == communique.read([tmp_path / "b.txt", str(tmp_path / "a.txt")])
    with communique.open(kept) as opened:
        assert opened.record() == both


def test_an_error_is_of_the_packages_tree(tmp_path: Path) -> None:
    with pytest.raises(communique.CommuniqueError, match="no ledger at"):
        communique.open(tmp_path / "none.db")
    Ledger.open(tmp_path / "x.db").close()
    with (
        communique.open(tmp_path / "x.db") as opened,
        pytest.raises(communique.CommuniqueError, match="run `communique"),
    ):
        opened.record()


def test_to_json_takes_what_read_gives(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as opened:
        Writer(opened).keep_view(communique.Record(), "i", "v")
    with communique.open(tmp_path / "x.db") as opened:
        assert '"format": "communique-record"' in communique.to_json(opened.record())
