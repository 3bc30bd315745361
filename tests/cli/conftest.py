"""What the tests of the command share: a way to call it, and a ledger with a record made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.ledger import Ledger, Writer
from tests.cli.calling import call
from tests.export.sample import RECORD

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["call", "ledger"]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The path of a ledger that holds the export's sample record."""
    path = tmp_path / "sample.db"
    with Ledger.open(path) as opened:
        Writer(opened).keep_view(RECORD, "inputs", "versions")
    return path
