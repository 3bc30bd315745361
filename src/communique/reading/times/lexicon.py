"""Word classes: every token of a document as one character that stands for the set of classes it has.

With one character per token a pattern over token classes is an ordinary regular expression over the encoded
string, and an index into the string is an index into the tokens. Knows nothing of patterns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from communique.errors import KnowledgeError
from communique.reading.times import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FIRST = 0xE000  # private use area: no encoded character can be mistaken for text
NONE = chr(FIRST)
CAPITAL = "Cap"


@dataclass(frozen=True, slots=True)
class Sense:
    """One class of a word, its value, and what the token must be for it: capitalised, of these parts of speech."""

    name: str
    value: str
    capital: bool = False
    pos: frozenset[str] = frozenset()

    def fits(self, text: str, pos: str) -> bool:
        """Whether a token with this text and universal part of speech can have this sense."""
        return (not self.capital or text[:1].isupper()) and (not self.pos or pos in self.pos)


class Lexicon:
    """The vocabulary and the shapes, with a character for every set of classes that a token can have."""

    def __init__(self, literals: Iterable[str]) -> None:
        """`literals` are words that patterns name themselves; each becomes the class "=word"."""
        self.senses: dict[str, tuple[Sense, ...]] = {}
        for row in tables.rows("vocabulary.tsv"):
            needs = {part for alternative in row["needs"].split() for part in alternative.split("|")}
            sense = Sense(row["class"], row["value"], CAPITAL in needs, frozenset(needs - {CAPITAL}))
            self.senses[row["word"]] = (*self.senses.get(row["word"], ()), sense)
        for word in sorted(set(literals)):
            self.senses[word] = (*self.senses.get(word, ()), Sense("=" + word, ""))
        self.shapes = tuple(
            (re.compile(row["shape"]), tuple(row["class"].split("|"))) for row in tables.rows("shapes.tsv")
        )
        self._characters: dict[frozenset[str], str] = {frozenset(): NONE}
        for word in self.senses:
            self._register(self.senses[word])
        for _, classes in self.shapes:
            self._character(frozenset(classes))

    def _register(self, senses: tuple[Sense, ...]) -> None:
        fixed = [sense.name for sense in senses if not (sense.capital or sense.pos)]
        open_ = [sense.name for sense in senses if sense.capital or sense.pos]
        for size in range(len(open_) + 1):
            for chosen in combinations(open_, size):
                self._character(frozenset((*fixed, *chosen)))

    def _character(self, classes: frozenset[str]) -> str:
        return self._characters.setdefault(classes, chr(FIRST + len(self._characters)))

    def characters(self, name: str) -> str:
        """All characters whose tokens have the class.

        Raises:
            KnowledgeError: no word or shape has that class.
        """
        found = "".join(sorted(character for classes, character in self._characters.items() if name in classes))
        if not found:
            raise KnowledgeError(f"patterns.tsv: the class {name!r} is in no table; correct its name")
        return found

    def core(self, glue: Iterable[str]) -> str:
        """All characters whose tokens have some class beyond `glue` and the classes of literal words."""
        dull = frozenset(glue)
        return "".join(
            sorted(
                character
                for classes, character in self._characters.items()
                if any(name not in dull and not name.startswith("=") for name in classes) or self._only_literal(classes)
            )
        )

    @staticmethod
    def _only_literal(classes: frozenset[str]) -> bool:
        return bool(classes) and all(name.startswith("=") for name in classes)

    def shape(self, word: str) -> tuple[str, ...]:
        """The classes of the first shape that the word has, () if none."""
        for pattern, classes in self.shapes:
            if pattern.fullmatch(word):
                return classes
        return ()

    def encode(self, texts: Sequence[str], words: Sequence[str], pos: Sequence[str]) -> str:
        """One character per token; `words` are the texts in lower case."""
        out = []
        senses, characters = self.senses, self._characters
        for text, word, tag in zip(texts, words, pos, strict=True):
            if word in senses:
                classes = frozenset(sense.name for sense in senses[word] if sense.fits(text, tag))
                out.append(characters[classes])
            elif word[:1].isdigit() or word[:1] == "q" or "-" in word:
                out.append(characters[frozenset(self.shape(word))])
            else:
                out.append(NONE)
        return "".join(out)

    def value(self, word: str, *names: str) -> str | None:
        """The value of a word in the first of the classes that it has, None if it has none of them."""
        for name in names:
            for sense in self.senses.get(word, ()):
                if sense.name == name:
                    return sense.value
        return None
