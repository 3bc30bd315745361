"""The word lists of actors/, read once from their data files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.records import Sector

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
    pairs: dict[tuple[str, ...], int]
    pair_states: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    plural: frozenset[str]
    neuter: frozenset[str]
    past: frozenset[str]
    courtesy: frozenset[str]
    general_titles: frozenset[str]
    possessive: frozenset[str]
    heading: frozenset[str]
    heads: frozenset[str]
    posted: frozenset[str]
    particles: frozenset[str]
    bodies: frozenset[str]
    unions: frozenset[str]
    months: frozenset[str]
    addressing: frozenset[str]
    citing: frozenset[str]
    of_state: frozenset[str]
    chiefs: frozenset[str]
    measures: frozenset[str]
    together: frozenset[str]
    suffixes: frozenset[str]
    looking_on: frozenset[str]
    speaking: frozenset[str]
    counterparts: frozenset[str]
    colleagues: frozenset[str]
    leading_nouns: frozenset[str]
    leading: tuple[str, ...]
    genders: dict[str, str]
    longest_pair: int
    pair_starts: frozenset[str]
    seats: dict[str, str]
    lone_titles: dict[str, str]
    institutions: dict[tuple[str, ...], Institution]
    institution_starts: frozenset[str]
    institution_sectors: dict[str, Sector]


def pair_phrases(words: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Where "both sides", "the three ministers" and the like stand: tokens [start, end) and how many, in order."""
    pairs, longest = lexicon().pairs, lexicon().longest_pair
    i = 0
    while i < len(words):
        length = 0
        if words[i] in lexicon().pair_starts:
            length = next((n for n in range(longest, 0, -1) if words[i : i + n] in pairs), 0)
        if length:
            yield i, i + length, pairs[words[i : i + length]]
        i += max(1, length)


TRIO = 3


def _counted(people: dict[str, Any]) -> dict[tuple[str, ...], int]:
    """ "The two", "both" and "all three" before each noun that may be counted, and the phrases listed whole."""
    phrases = {tuple(phrase.split()): 2 for phrase in people["pairs"]}
    phrases |= {("the", word): count for word, count in people["counts"].items()} | {("the", "trio"): TRIO}
    leads = [((article, word), count) for word, count in people["counts"].items() for article in ("the", "all")]
    for lead, count in (*leads, (("both",), 2)):
        for noun in people["counted"]:
            for kind in ((), *((word,) for word in people["counted_kinds"])):
                phrases[(*lead, *kind, noun)] = count
    return phrases


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
    pairs = _counted(people)
    sets = {
        name: frozenset(people[name])
        for name in ("unnamed", "sides", "describing", "masculine", "feminine", "plural", "neuter", "past",
                     "pair_states", "courtesy", "general_titles", "possessive", "heading", "heads", "posted",
                     "particles", "bodies", "unions", "months", "addressing", "citing", "of_state", "chiefs",
                     "measures", "together", "suffixes", "looking_on", "speaking", "leading_nouns", "counterparts",
                     "colleagues")
    }  # fmt: skip
    return Lexicon(
        **sets,
        groups=people["groups"],
        pairs=pairs,
        longest_pair=max(len(phrase) for phrase in pairs),
        pair_starts=frozenset(phrase[0] for phrase in pairs),
        leading=tuple(people["leading"]),
        genders={word: gender for gender in ("f", "m") for word in people["titles_of"][gender]},
        seats=people["seats"],
        lone_titles=people["lone_titles"],
        institutions=institutions,
        institution_starts=frozenset(words[0] for words in institutions),
        institution_sectors={key: entry.get("sector", "GOV") for key, entry in table.items()},
    )
