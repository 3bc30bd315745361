"""The words of speech: cue verbs and adjectives, nouns of speech, and small lists of signs, read from the tables.

Adding a word means adding a row to cues.tsv, nouns.tsv or signs.tsv; no rule of this room names a word.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from communique.knowledge.tables import read_table, several
from communique.records import PloverCode

if TYPE_CHECKING:
    from communique.knowledge.tables import Table

HERE = Path(__file__).parent
CUE_COLUMNS = ("lemma", "pos", "class", "frames", "polarity", "plover", "hedge", "forms")
NOUN_COLUMNS = ("lemma", "class", "frames", "uses", "polarity", "plover")
SIGN_COLUMNS = ("group", "words")
VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class CueRow:
    """One cue: its words (the first carries the inflection), what it does, and what it may be followed by.

    `kind` is its class; `frames` are the complements it takes; `roles` pair a slot ("obj" or a preposition) with
    what fills it ("content", "speech", "addressee" or "target"), in the order of the table.
    """

    words: tuple[str, ...]
    pos: str
    kind: str
    frames: frozenset[str]
    roles: tuple[tuple[str, str], ...]
    denies: bool
    plover: PloverCode | None
    hedge: bool = False
    uses: frozenset[str] = frozenset()

    def role(self, slot: str) -> str | None:
        """What fills a slot, None if the cue does not take it."""
        return next((role for name, role in self.roles if name == slot), None)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All rows: verbs and adjectives by inflected form (longest phrase first), nouns by lemma, signs by group."""

    verbs: dict[str, tuple[CueRow, ...]]
    adjectives: dict[str, tuple[CueRow, ...]]
    nouns: dict[str, CueRow]
    signs: dict[str, frozenset[str]]

    def phrases(self, *groups: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The phrases of these groups as (group, words), longest first."""
        found = [(group, tuple(words.split())) for group in groups for words in self.signs[group]]
        return tuple(sorted(found, key=lambda item: (-len(item[1]), item)))


def inflect(lemma: str) -> tuple[str, ...]:
    """The regular forms of a verb: third person, past, -ing (what English spelling does to e and consonant + y)."""
    if lemma.endswith("e"):
        stem = lemma if lemma.endswith("ee") else lemma[:-1]
        return lemma, lemma + "s", lemma + "d", stem + "ing"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return lemma, third, lemma + "ed", lemma + "ing"


@cache
def lexicon(*, wide: bool = False) -> Lexicon:
    """Read the tables; `wide` adds the words of attributions that are no statements of the record, after the others.

    Raises:
        KnowledgeError: a table is malformed (file and line).
    """
    prefixes = ("", "wide_") if wide else ("",)
    verbs: dict[str, list[CueRow]] = {}
    adjectives: dict[str, list[CueRow]] = {}
    nouns: dict[str, CueRow] = {}
    for prefix in prefixes:
        for row, forms in _cues(read_table(HERE / f"{prefix}cues.tsv", CUE_COLUMNS)):
            table = verbs if row.pos == "verb" else adjectives
            for form in forms:
                table.setdefault(form, []).append(row)
        for _, cells in read_table(HERE / f"{prefix}nouns.tsv", NOUN_COLUMNS).rows:
            noun = _noun(cells)
            nouns[cells[0]] = _joined(nouns[cells[0]], noun) if cells[0] in nouns else noun
    signs: dict[str, list[str]] = {}
    for _, (group, words) in read_table(HERE / "signs.tsv", SIGN_COLUMNS).rows:
        signs.setdefault(group, []).append(words)
    return Lexicon(
        {form: _longest_first(rows) for form, rows in verbs.items()},
        {form: _longest_first(rows) for form, rows in adjectives.items()},
        nouns,
        {group: frozenset(words) for group, words in signs.items()},
    )


def _cues(table: Table) -> list[tuple[CueRow, tuple[str, ...]]]:
    found = []
    for _, (lemma, pos, kind, frames, polarity, plover, hedge, forms) in table.rows:
        words = tuple(lemma.split())
        plain, roles = _frames(frames)
        row = CueRow(words, pos, kind, plain, roles, polarity == "denies", _code(plover), hedge == "yes")
        irregular = several(forms)
        every = (words[0], *irregular) if irregular else inflect(words[0]) if pos == "verb" else words
        found.append((row, tuple(dict.fromkeys(every))))
    return found


def _noun(cells: list[str]) -> CueRow:
    lemma, kind, frames, uses, polarity, plover = cells
    plain, roles = _frames(frames)
    return CueRow((lemma,), "noun", kind, plain, roles, polarity == "denies", _code(plover),
                  uses=frozenset(several(uses)))  # fmt: skip


def _joined(row: CueRow, wider: CueRow) -> CueRow:
    """A row with the frames and uses of another beside its own."""
    roles = (*row.roles, *(pair for pair in wider.roles if row.role(pair[0]) is None))
    return replace(row, frames=row.frames | wider.frames, roles=roles, uses=row.uses | wider.uses)


def _frames(cell: str) -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    parts = several(cell)
    roles = [part.split("=") for part in parts if "=" in part]
    return frozenset(part for part in parts if "=" not in part), tuple((slot, role) for slot, role in roles)


def _code(cell: str) -> PloverCode | None:
    parts = several(cell)
    return PloverCode(parts[0], parts[1] if len(parts) > 1 else None) if parts else None


def _longest_first(rows: list[CueRow]) -> tuple[CueRow, ...]:
    return tuple(sorted(rows, key=lambda row: -len(row.words)))
