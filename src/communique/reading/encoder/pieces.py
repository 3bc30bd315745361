"""Words as the encoder sees them: numbers of word pieces, and the letter case that an uncased vocabulary drops.

The pieces are BERT's WordPiece for uncased text (Devlin et al. 2019): accents and case dropped, punctuation and
ideographs cut off one by one, then the longest known beginning again and again. A word's pieces depend on the word
alone, so each distinct word is cut once.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_PIECES = 8  # of a word; longer ones are links and codes, whose beginning says enough
MAX_LETTERS = 100  # of a word that is looked up in pieces, as in BERT; a longer one is unknown
CASES = 5
LOWER, TITLE, UPPER, MIXED, OTHER = range(CASES)
CONTINUES = "##"
# Blocks of ideographs that BERT cuts character by character (CJK Unified, extensions A to E, compatibility).
IDEOGRAPHS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


def case_of(word: str) -> int:
    """The letter case of a word: all lower, first letter only, all upper, mixed, or no letters that have case."""
    letters = [letter for letter in word if letter.isalpha()]
    if not letters or (word.lower() == word and word.upper() == word):
        return OTHER
    if word == word.lower():
        return LOWER
    if len(letters) > 1 and word == word.upper():
        return UPPER
    if letters[0].isupper() and all(letter == letter.lower() for letter in letters[1:]):
        return TITLE
    return MIXED


class Pieces:
    """A vocabulary of word pieces; the number of a piece is its place."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._numbers["[UNK]"]
        self.first: int = self._numbers["[CLS]"]
        self.last: int = self._numbers["[SEP]"]

    def cut(self, words: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """For each distinct word the numbers of its pieces: at least one, at most MAX_PIECES."""
        return {word: self._cut(word) for word in dict.fromkeys(words)}

    def _cut(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        for part in parts(plain(word[:200])):
            found += self._greedy(part)
            if len(found) >= MAX_PIECES:
                break
        return tuple(found[:MAX_PIECES]) or (self._unknown,)

    def _greedy(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part) <= MAX_LETTERS:
            lead = CONTINUES if start else ""
            for end in range(len(part), start, -1):
                number = self._numbers.get(lead + part[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self._unknown]
        return found or [self._unknown]


def plain(word: str) -> str:
    """A word in lower case without accents and control characters, as BERT's uncased vocabulary has it."""
    if word.isascii() and word.isprintable():
        return word.lower()
    kept = [
        " " if character in "\t\n\r" else character
        for character in word
        if character not in "\0\ufffd"
        and (character in "\t\n\r" or not unicodedata.category(character).startswith("C"))
    ]
    decomposed = unicodedata.normalize("NFD", "".join(kept))
    return "".join(character for character in decomposed if unicodedata.category(character) != "Mn").lower()


def parts(word: str) -> Iterator[str]:
    """A word cut at white space, and around each punctuation mark and ideograph."""
    start = 0
    for i, character in enumerate(word):
        if character.isalnum() and character.isascii():
            continue
        space = character.isspace()
        if space or _punctuation(character) or any(a <= ord(character) <= b for a, b in IDEOGRAPHS):
            if start < i:
                yield word[start:i]
            if not space:
                yield character
            start = i + 1
    if start < len(word):
        yield word[start:]


def _punctuation(character: str) -> bool:
    # BERT also takes the symbols of ASCII ($, +, <, ^ and so on) for punctuation.
    return (character.isascii() and character.isprintable()) or unicodedata.category(character).startswith("P")
