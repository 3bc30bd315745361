"""The word lists of actors/, read once from their data files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Institution:
    """A kind of institution that belongs to a state: key, shown name, and whether it only speaks for others.

    `head` is the role of whoever heads it; `implied` ones take the state spoken of last without any "the".
    """

    key: str
    name: str
    speaks: bool
    head: str
    implied: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of people.toml as sets, and institutions by phrase (a tuple of lower-case words)."""

    unnamed: frozenset[str]
    sides: frozenset[str]
    describing: frozenset[str]
    groups: dict[str, str]
    pairs: dict[tuple[str, ...], None]
    pair_states: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    plural: frozenset[str]
    neuter: frozenset[str]
    past: frozenset[str]
    courtesy: frozenset[str]
    general_titles: frozenset[str]
    institutions: dict[tuple[str, ...], Institution]


def pair_phrases(words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where "both sides", "the two ministers" and the like stand: tokens [start, end), longest first, in order."""
    pairs = lexicon().pairs
    longest = max(len(phrase) for phrase in pairs)
    i = 0
    while i < len(words):
        length = next((n for n in range(longest, 0, -1) if words[i : i + n] in pairs), 0)
        if length:
            yield i, i + length
        i += max(1, length)


def _variants(phrase: str) -> tuple[tuple[str, ...], ...]:
    """A phrase as the tokeniser splits it, with and without its inner articles."""
    words = tuple(phrase.replace("-", " - ").replace("'s", " 's").split())
    return words, tuple(word for word in words if word not in ("the", "'s"))


@cache
def lexicon() -> Lexicon:
    """Read the word lists of actors/."""
    people = tomllib.loads((HERE / "people.toml").read_text(encoding="utf-8"))
    table = tomllib.loads((HERE / "institutions.toml").read_text(encoding="utf-8"))
    institutions = {
        words: Institution(
            key, entry["name"], entry.get("speaks", False), entry.get("head", ""), entry.get("implied", False)
        )
        for key, entry in table.items()
        for phrase in entry["words"]
        for words in _variants(phrase)
    }
    sets = {
        name: frozenset(people[name])
        for name in ("unnamed", "sides", "describing", "masculine", "feminine", "plural", "neuter", "past",
                     "pair_states", "courtesy", "general_titles")
    }  # fmt: skip
    return Lexicon(
        **sets,
        groups=people["groups"],
        pairs=dict.fromkeys(tuple(phrase.split()) for phrase in people["pairs"]),
        institutions=institutions,
    )
