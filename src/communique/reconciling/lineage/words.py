"""The words of an article as lineage compares them: folded, of body lines only, with their case and their place.

Copies differ in accents, quotation marks, hyphens and case; none of these tells two texts apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from communique.knowledge.names import unaccented
from communique.knowledge.tables import read_table, several

if TYPE_CHECKING:
    from communique.records import Article

HERE = Path(__file__).parent
# Scripts written without spaces count each character as a word, so that sequences of five mean something there.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_WORD = re.compile(rf"\d+(?:[.,]\d+)*|[{_UNSPACED}]|[^\W\d_{_UNSPACED}]+")
_POSSESSIVE = re.compile(r"['’ʼ]s\b|['’ʼ](?=\w)|\u00ad|\u200b")
_STOPS = frozenset(".!?:;")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `plain` is folded; `capital` says that it is written with one; `opens` that it opens a sentence."""

    plain: str
    capital: bool
    opens: bool


def body_lines(article: Article) -> tuple[str, ...]:
    """The text of an article's body lines, in order."""
    return tuple(article.text[line.start : line.end] for line in article.lines if line.kind == "body")


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text. "Kosovo's" is "kosovo", "don't" is "dont"; a hyphen parts words."""
    joined = unaccented(_POSSESSIVE.sub("", text))
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(joined):
        opens = not found or any(character in _STOPS for character in joined[last : match.start()])
        raw = match.group()
        found.append(Word(raw.lower(), raw[0].isupper(), opens))
        last = match.end()
    return tuple(found)


def plain_words(text: str) -> tuple[str, ...]:
    """The folded words of a text alone."""
    return tuple(word.plain for word in words_of(text))


@cache
def stopwords() -> frozenset[str]:
    """Words that carry no content (stopwords.tsv)."""
    return frozenset(word for words in _groups().values() for word in words)


@cache
def linking_words() -> frozenset[str]:
    """Words whose change alters no meaning: articles, prepositions, conjunctions, pronouns."""
    groups = _groups()
    return frozenset(word for group in ("article", "preposition", "conjunction", "pronoun") for word in groups[group])


@cache
def months() -> frozenset[str]:
    """The names of the months."""
    return frozenset(_groups()["month"])


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    table = read_table(HERE / "stopwords.tsv", ("group", "words"))
    return {group: several(words) for _, (group, words) in table.rows}


@cache
def number_words() -> dict[str, str]:
    """Number words and their values in digits (numbers.tsv)."""
    table = read_table(HERE / "numbers.tsv", ("word", "value"))
    return {word: value for _, (word, value) in table.rows}
