"""The measures that others made: test sets outside the repository, each scored by a module of its own.

A module named here has `section(corpora) -> list[str]`, its scores as lines of Markdown. The sets lie in a corpora
folder (see docs/evaluation.md); where it is missing, the page says so and the rest is scored.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# module of evaluation/, heading
SECTIONS = (
    ("language", "The language model"),
    ("timebank", "Times: TimeBank"),
    ("dating", "Dating undated text"),
)


def sections(corpora: Path) -> Iterator[str]:
    """The page's parts, one after another as they are scored."""
    if not corpora.is_dir():
        yield "The sets of others are not here and were not scored.\n"
        return
    for module, heading in SECTIONS:
        lines: list[str] = import_module(f"evaluation.{module}").section(corpora)
        yield "\n".join([f"### {heading}\n", *lines]) + "\n"
