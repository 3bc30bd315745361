"""The word lists of the checks, read from their tables once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from communique.knowledge.tables import read_table, several

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that headings say actors do (deeds.tsv). `kind` is a kind of event, "" where it is none."""

    key: str
    kind: str
    heading: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    against: tuple[str, ...]


@cache
def deeds() -> dict[str, Deed]:
    """All deeds by key. `verbs` hold every verb form, those of headings too."""
    table = read_table(HERE / "deeds.tsv", ("deed", "kind", "heading", "others", "nouns", "against"))
    found: dict[str, Deed] = {}
    for _, (key, kind, heading, others, nouns, against) in table.rows:
        forms = frozenset(several(heading))
        found[key] = Deed(key, kind, forms, forms | set(several(others)), frozenset(several(nouns)), several(against))
    return found


@cache
def group(table: str, name: str) -> frozenset[str]:
    """One group of words of a table with the columns group and words."""
    rows = read_table(HERE / f"{table}.tsv", ("group", "words")).rows
    return frozenset(word for _, (key, words) in rows if key == name for word in several(words))


@cache
def sole_roles() -> frozenset[str]:
    """Keys of roles that one person holds at a time."""
    return frozenset(role for _, (role,) in read_table(HERE / "sole_roles.tsv", ("role",)).rows)
