"""The pattern language: rows of patterns.tsv become regular expressions over encoded tokens.

A pattern is parsed into a small tree, from which come the regular expression and the set of characters that a
match can begin with (so that only few patterns are tried at a token).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.errors import KnowledgeError
from communique.reading.times import tables
from communique.reading.times.lexicon import NONE, Lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PIECES = re.compile(r"[()|?*+]|[^\s()|?*+]+")
REPEATS = "?*+"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a pattern as a regular expression, what it can begin with, and whether it can be empty."""

    regex: str
    first: frozenset[str]
    nullable: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of patterns.tsv, compiled. `first` are the characters a match can begin with."""

    name: str
    order: int
    type: str
    form: str
    sets: Mapping[str, str]
    guard: str
    regex: re.Pattern[str]
    first: frozenset[str]


class Parser:
    """Recursive descent over one pattern; captures of the same name are numbered, since `re` wants them unique."""

    def __init__(self, pattern: str, characters: Callable[[str], str]) -> None:
        self.pattern = pattern
        self.pieces = PIECES.findall(pattern)
        self.at = 0
        self.characters = characters
        self.captures: dict[str, int] = {}

    def parse(self) -> Part:
        """The whole pattern.

        Raises:
            KnowledgeError: brackets do not match.
        """
        part = self._either()
        if self.at != len(self.pieces):
            raise KnowledgeError(f"patterns.tsv: brackets do not match in {self.pattern!r}")
        return part

    def _peek(self) -> str:
        return self.pieces[self.at] if self.at < len(self.pieces) else ""

    def _either(self) -> Part:
        options = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            options.append(self._sequence())
        first = frozenset[str]().union(*(option.first for option in options))
        return Part("|".join(o.regex for o in options), first, any(o.nullable for o in options))

    def _sequence(self) -> Part:
        regex, first, nullable = "", frozenset[str](), True
        while self._peek() not in ("", "|", ")"):
            part = self._item()
            regex += part.regex
            first = first | part.first if nullable else first
            nullable = nullable and part.nullable
        return Part(regex, first, nullable)

    def _item(self) -> Part:
        piece = self.pieces[self.at]
        self.at += 1
        name, colon, rest = piece.partition(":")
        opening = self._opening(name) if colon else "(?:"
        word = rest if colon else piece
        if word in ("", "("):
            if word == "":
                self.at += 1  # "name:" and its bracket are two pieces
            inner = self._either()
            self.at += 1
            part = Part(f"{opening}{inner.regex})", inner.first, inner.nullable)
        else:
            found = self.characters(word if _is_class(word) else "=" + word)
            part = Part(f"{opening}[{found}])" if colon else f"[{found}]", frozenset(found), nullable=False)
        if self._peek() and self._peek() in REPEATS:
            sign = self._peek()
            self.at += 1
            regex = part.regex if part.regex[0] in "([" else f"(?:{part.regex})"
            part = Part(regex + sign, part.first, part.nullable or sign != "+")
        return part

    def _opening(self, name: str) -> str:
        self.captures[name] = self.captures.get(name, 0) + 1
        return f"(?P<{name}__{self.captures[name]}>"


def _is_class(word: str) -> bool:
    return any(c.isupper() for c in word)


def _expand(pattern: str, parts: Mapping[str, str]) -> str:
    out = []
    for piece in PIECES.findall(pattern):
        name, colon, rest = piece.partition(":")
        word = rest if colon else piece
        out.append((name + ":" if colon else "") + (f" {parts[word]} " if word in parts else word))
    return " ".join(out)


def _literals(pattern: str) -> list[str]:
    words = (piece.partition(":")[2] if ":" in piece else piece for piece in PIECES.findall(pattern))
    return [word for word in words if word and word not in "()|?*+" and not _is_class(word)]


def _holiday_rows() -> list[Mapping[str, str]]:
    out: list[Mapping[str, str]] = []
    for row in tables.rows("holidays.tsv"):
        for name in row["names"].split("|"):
            words = name.replace("'s", " 's").replace("s' ", "s ' ")
            made = {"rule": "holiday", "type": "DATE", "form": "occasion", "guard": ""}
            out.append({**made, "sets": f"key=holiday/{row['key']}", "pattern": f"{words} ( year:YEAR )?"})
    return out


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled rules, by the character that a match begins with, in the order of the table."""

    lexicon: Lexicon
    by_first: Mapping[str, tuple[Rule, ...]]
    runs: re.Pattern[str]
    core: re.Pattern[str]


@cache
def grammar() -> Grammar:
    """Compile the tables once.

    Raises:
        KnowledgeError: a pattern names a class that no word has, or its brackets do not match.
    """
    parts: dict[str, str] = {}
    for row in tables.rows("parts.tsv"):
        parts[row["part"]] = _expand(row["pattern"], parts)
    rows = [*tables.rows("patterns.tsv"), *_holiday_rows()]
    expanded = [_expand(row["pattern"], parts) for row in rows]
    lexicon = Lexicon(word for pattern in expanded for word in _literals(pattern))
    rules = []
    for order, (row, pattern) in enumerate(zip(rows, expanded, strict=True)):
        part = Parser(pattern, lexicon.characters).parse()
        sets = dict(item.split("=", 1) for item in row["sets"].split("|") if item)
        rules.append(
            Rule(row["rule"], order, row["type"], row["form"], sets, row["guard"], re.compile(part.regex), part.first)
        )
    characters = sorted({c for rule in rules for c in rule.first})
    by_first = {c: tuple(rule for rule in rules if c in rule.first) for c in characters}
    return Grammar(
        lexicon,
        by_first,
        re.compile(f"[^{NONE}]+"),
        re.compile(f"[{lexicon.core(row['class'] for row in tables.rows('glue.tsv'))}]"),
    )
