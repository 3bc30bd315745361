"""The measures that others made: test sets outside the repository, each scored by a module of its own.

A module named here has `section(corpora) -> list[str]`, its scores as lines of Markdown without a heading, or none
where its set is missing. The sets lie in a corpora folder (see docs/evaluation.md); the page says which are not there.
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
    ("actor_phrases", "Actor phrases: NGEC's tests"),
    ("coreference", "Coreference of people: GUM"),
    ("timebank", "Times: TimeBank"),
    ("dating", "Dating undated text"),
    ("polnear", "Attributions: PolNeAR"),
    ("plover", "Coded events: PLOVER's gold sentences"),
    ("hard_sentences", "Hard sentences"),
    ("ecbplus", "Events across documents: ECB+"),
    ("calibration", "How sure and how often right"),
)


def sections(corpora: Path) -> Iterator[str]:
    """The page's parts, one after another as they are scored."""
    if not corpora.is_dir():
        yield "The sets of others are not here and were not scored.\n"
        return
    for module, heading in SECTIONS:
        lines: list[str] = import_module(f"evaluation.{module}").section(corpora)
        yield "\n".join([f"### {heading}\n", *(lines or ["This set is not here and was not scored."])]) + "\n"
