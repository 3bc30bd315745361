"""The words that make a phrase bear on the publication day, from cue_words.tsv: their class and what it means."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from communique.reading.times import tables

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _classes() -> Mapping[str, tuple[str, frozenset[str]]]:
    return {row["word"]: (row["class"], frozenset(row["value"].split("|"))) for row in tables.rows("cue_words.tsv")}


def word_class(word: str) -> str:
    """The class of a cue word in lower case, "" where it is none."""
    return _classes().get(word, ("", frozenset()))[0]


def word_values(word: str) -> frozenset[str]:
    """The values of a cue word in lower case, none where it is none."""
    return _classes().get(word, ("", frozenset[str]()))[1]
