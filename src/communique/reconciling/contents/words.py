"""The tables of words about contents, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from communique.knowledge.tables import read_table, several

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that comes of diplomacy (matters.tsv): its nouns, and verbs that say it came about or did not."""

    key: str
    nouns: frozenset[str]
    verbs: frozenset[str]
    against: frozenset[str]


@cache
def matters() -> tuple[Matter, ...]:
    """All matters, in the order of the table."""
    rows = read_table(HERE / "matters.tsv", ("matter", "nouns", "verbs", "against")).rows
    return tuple(
        Matter(key, frozenset(several(nouns)), frozenset(several(verbs)), frozenset(several(against)))
        for _, (key, nouns, verbs, against) in rows
    )


@cache
def initiatives() -> dict[str, str]:
    """Noun to the class of things that one side proposes to another (initiatives.tsv)."""
    rows = read_table(HERE / "initiatives.tsv", ("class", "nouns")).rows
    return {noun: key for _, (key, nouns) in rows for noun in several(nouns)}


@cache
def group(table: str, name: str) -> frozenset[str]:
    """One group of words of a table with the columns group and words."""
    rows = read_table(HERE / f"{table}.tsv", ("group", "words")).rows
    return frozenset(word for _, (key, words) in rows if key == name for word in several(words))
