"""Figures that an account of an event gives: "120 prisoners", "nearly $2 billion"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

from communique.reconciling.contents.words import group
from communique.reconciling.lineage.words import months, number_words, stopwords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reconciling.checks.sections import Sentence
    from communique.reconciling.contents.scene import Scene
    from communique.records import Evidence

_TABLE = "figure_words"
ABOUT = 0.15  # "about 100" may be said of 85 to 115, "nearly 100" of 85 to 100
ALIKE = 2  # words that two sentences share, not all of them names, so that their figures are of one thing
BEFORE = 2  # words before a figure that make it a bound ("at least", "more than")
ADJECTIVES = 1  # words between a figure and its noun ("120 Armenian prisoners")
AMOUNT = "amount"  # what a figure with a multiplier and no plural noun is of: sums of money, mostly
MULTIPLIERS = {"thousand": 1e3, "million": 1e6, "billion": 1e9}


@dataclass(frozen=True, slots=True)
class Figure:
    """So many of something: `of` in the singular, `low` to `high` what the words allow, `words` as written.

    `told`: in a sentence that tells the event. `names` and `beside` are the names and the other content words of the
    sentence, by which a figure given elsewhere is known again.
    """

    of: str
    low: float
    high: float
    words: str
    evidence: Evidence
    told: bool = True
    names: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()


def figures_of(scene: Scene) -> tuple[Figure, ...]:
    """The figures of an event, those of the sentences that tell it before those around it.

    Of a noun with several figures none, since what each is of cannot be told.
    """
    found: dict[str, dict[tuple[float, float], Figure]] = {}
    for sentence in scene.telling:
        for figure in _figures(sentence):
            found.setdefault(figure.of, {}).setdefault((figure.low, figure.high), figure)
    around: dict[str, dict[tuple[float, float], Figure]] = {}
    for sentence in scene.around:
        for figure in _figures(sentence):
            if figure.of not in found:
                around.setdefault(figure.of, {}).setdefault((figure.low, figure.high), replace(figure, told=False))
    both = sorted((*found.items(), *around.items()))
    return tuple(next(iter(values.values())) for _, values in both if len(values) == 1)


def of_one_thing(one: Figure, other: Figure) -> bool:
    """Whether two figures of one noun are of one thing: each tells the event, or their sentences share enough words."""
    beside = len(one.beside & other.beside)
    return (one.told and other.told) or (beside > 0 and beside + len(one.names & other.names) >= ALIKE)


def _figures(sentence: Sentence) -> Iterator[Figure]:
    words = sentence.words
    names = frozenset(words[at] for at, _ in sentence.named)
    content = frozenset(word for word in words if word.isalpha() and word not in stopwords() and not _multiplier(word))
    for at, word in enumerate(words):
        value = _value(word)
        if value is None or _dated(words, at):
            continue
        end = at + 1
        while end < len(words) and _multiplier(words[end]):
            value *= _multiplier(words[end])
            end += 1
        noun = _noun(words, end)
        of = _singular(words[noun]) if noun is not None else AMOUNT if end - at > 1 else None
        if of is not None:
            low, high = _bounds(value, words[max(0, at - BEFORE) : at])
            said = " ".join(words[at : end if noun is None else noun + 1])
            beside = content - names - {*words[at : at + 1], *words[end : end if noun is None else noun + 1]}
            yield Figure(of, low, high, said, sentence.evidence, names=names, beside=beside)


def _value(word: str) -> float | None:
    digits = number_words().get(word, word).replace(",", "")
    return float(digits) if digits.replace(".", "", 1).isdigit() and digits[:1].isdigit() else None


def _dated(words: tuple[str, ...], at: int) -> bool:
    """Whether a number is a day beside its month, or a year."""
    beside = {*words[max(0, at - 1) : at], *words[at + 1 : at + 2]}
    return bool(beside & months()) or (len(words[at]) == 4 and words[at][:2] in ("19", "20"))


def _multiplier(word: str) -> float:
    return next((by for name, by in MULTIPLIERS.items() if word in group(_TABLE, name)), 0.0)


def _noun(words: tuple[str, ...], start: int) -> int | None:
    """The plural noun that a figure counts: the next word, or the one after an adjective."""
    for at in range(start, min(len(words), start + 1 + ADJECTIVES)):
        word = words[at]
        if word in stopwords() or not word.isalpha():
            return None
        plural = (word.endswith("s") and len(word) > 3) or word in group(_TABLE, "people")
        if plural:
            return None if _singular(word) in group(_TABLE, "uncounted") else at
    return None


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s") if word not in group(_TABLE, "people") else word


def _bounds(value: float, before: tuple[str, ...]) -> tuple[float, float]:
    """From the least to the most that the words allow."""
    said = {*before}
    if said & group(_TABLE, "below"):
        return 0.0, value
    if said & group(_TABLE, "above"):
        return value, inf
    if said & group(_TABLE, "nearly"):
        return value * (1 - ABOUT), value
    if said & group(_TABLE, "about"):
        return value * (1 - ABOUT), value * (1 + ABOUT)
    return value, value
