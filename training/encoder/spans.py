"""Names as spans of words, out of tag sequences and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Span = tuple[int, int, str]


def spans(tags: Iterable[str]) -> set[Span]:
    """The names of a tag sequence as (start, end, label), half-open; a stray I- opens a name."""
    found: list[Span] = []
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        part, _, kind = tag.partition("-")
        if label and (part != "I" or kind != label):
            found.append((start, i, label))
            label = ""
        if part in ("B", "I") and not label:
            start, label = i, kind
    return set(found)


def tags_of(length: int, names: Iterable[Span]) -> list[str]:
    """The tag of each of `length` words, given names that do not overlap."""
    tags = ["O"] * length
    for start, end, label in names:
        tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
    return tags
