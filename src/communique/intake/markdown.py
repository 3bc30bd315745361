"""Markdown: which lines are headings and pictures. The text itself stays as it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.records import LineKind

_HEADING = re.compile(r"#{1,6}\s+\S")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)\s*$")
_RULE = re.compile(r"(=+|-{3,}|\*{3,}|_{3,})\s*$")


def markdown_hints(text: str) -> dict[int, LineKind]:
    """The kinds that Markdown's signs give, by line number from 1: the first heading is the title.

    Front matter between two lines of "---" is byline, so that its "key: value" lines are read as the article's header.
    """
    hints: dict[int, LineKind] = {}
    lines = text.split("\n")
    body = _after_front_matter(lines)
    titled = False
    for number, line in enumerate(lines[body:], start=body + 1):
        underlined = number < len(lines) and line.strip() and re.fullmatch(r"=+\s*", lines[number])
        if _HEADING.match(line) or underlined:
            hints[number] = "heading" if titled else "title"
            titled = True
        elif _PICTURE.match(line.strip()):
            hints[number] = "caption"
        elif _RULE.match(line):
            hints[number] = "other"
    return hints


def _after_front_matter(lines: list[str]) -> int:
    """How many lines the front matter takes, 0 where there is none."""
    if not lines or lines[0].strip() != "---":
        return 0
    return next((at + 1 for at, line in enumerate(lines[1:], start=1) if line.strip() == "---"), 0)
