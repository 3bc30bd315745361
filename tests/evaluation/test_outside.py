"""The sets of others: every module that is named has a section, and what is missing is said."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from evaluation.outside import SECTIONS, sections

if TYPE_CHECKING:
    from pathlib import Path


def test_every_named_module_can_score() -> None:
    for module, _ in SECTIONS:
        assert callable(import_module(f"evaluation.{module}").section)


def test_missing_sets_are_said_to_be_missing(tmp_path: Path) -> None:
    assert list(sections(tmp_path / "corpora")) == ["The sets of others are not here and were not scored.\n"]
