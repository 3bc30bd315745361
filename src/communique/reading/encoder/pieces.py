"""Words as the encoder sees them: numbers of word pieces, and the letter case that an uncased vocabulary drops.

A word's pieces depend on the word alone, so each distinct word is cut once and remembered for one reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_PIECES = 8  # of a word; longer ones are links and codes, whose beginning says enough
LOWER, TITLE, UPPER, MIXED, OTHER = range(5)
CASES = 5


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
    """Cuts words into pieces with a `tokenizers` vocabulary file."""

    def __init__(self, tokenizer: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.first: int = self._tokenizer.token_to_id("[CLS]")
        self.last: int = self._tokenizer.token_to_id("[SEP]")
        self._unknown: int = self._tokenizer.token_to_id("[UNK]")

    def cut(self, words: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """For each distinct word the numbers of its pieces: at least one, at most MAX_PIECES."""
        distinct = list(dict.fromkeys(words))
        cut = self._tokenizer.encode_batch([word[:200] for word in distinct], add_special_tokens=False)
        return {
            word: tuple(found.ids[:MAX_PIECES]) or (self._unknown,) for word, found in zip(distinct, cut, strict=True)
        }
