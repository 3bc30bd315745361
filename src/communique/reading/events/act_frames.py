"""Frames of acts as data: what acts.toml says of verbs and nouns, indexed by lemma, the most demanding frame first."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from communique.reading.events.kinds import Kind
from communique.records import PloverCode

HERE = Path(__file__).parent
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class ActFrame:
    """One verb or noun in one frame (see acts.toml for the fields); `particle` is "" for a single word."""

    kind: Kind
    roles: tuple[str, str]
    particle: str
    object: Words
    to: Words
    infinitive: Words
    people: Words
    clause: bool
    bare: bool
    mutual: bool
    agentless: bool
    locals: bool
    alone: bool
    toward: tuple[str, ...]

    @property
    def demands(self) -> int:
        """How much the frame asks for beside its word."""
        sets = (self.particle, self.object, self.to, self.infinitive, self.people)
        return sum(map(bool, sets)) + self.clause + self.bare + self.mutual


@dataclass(frozen=True, slots=True)
class ActFrames:
    """All frames, by the lemma of the verb (or predicate adjective) and of the noun."""

    verbs: dict[str, tuple[ActFrame, ...]]
    nouns: dict[str, tuple[ActFrame, ...]]
    carriers: Words
    deciding: Words


@cache
def load_acts() -> ActFrames:
    """Read the frames once."""
    table = tomllib.loads((HERE / "acts.toml").read_text(encoding="utf-8"))
    classes = {name: frozenset(words.split()) for name, words in table["classes"].items()}
    verbs: dict[str, list[ActFrame]] = {}
    nouns: dict[str, list[ActFrame]] = {}
    for entry in table["act"]:
        for index, key in ((verbs, "verbs"), (nouns, "nouns")):
            for word in entry.get(key, "").split():
                lemma, _, particle = word.partition(",")
                index.setdefault(lemma, []).append(_frame(entry, particle, classes))
    return ActFrames(_ordered(verbs), _ordered(nouns), classes["carriers"], classes["deciding"])


def _ordered(index: dict[str, list[ActFrame]]) -> dict[str, tuple[ActFrame, ...]]:
    return {lemma: tuple(sorted(frames, key=lambda frame: -frame.demands)) for lemma, frames in index.items()}


def _frame(entry: dict[str, Any], particle: str, classes: dict[str, Words]) -> ActFrame:
    def words(key: str) -> Words:
        named = entry.get(key, "").split()
        return frozenset().union(*(classes[word[1:]] if word.startswith("@") else {word} for word in named))

    code, mode = entry["plover"]
    act = not entry.get("event", False)
    family = f"act {code}" if act else entry["kind"]
    kind = Kind(
        entry["kind"], PloverCode(code, mode or None), family, 1, needs_place=False, needs_occasion=False,
        symmetric=False, role="actor", people=False, towards=("in", "at"), directed=True, act=act,
    )  # fmt: skip
    doing, receiving = entry.get("roles", "actor recipient").split()
    return ActFrame(
        kind, (doing, receiving), particle, words("object"), words("to"), words("infinitive"), words("people"),
        entry.get("clause", False), entry.get("bare", False), entry.get("mutual", False),
        entry.get("agentless", False), entry.get("locals", False),
        entry.get("alone", False), tuple(entry["toward"].split()),
    )  # fmt: skip
