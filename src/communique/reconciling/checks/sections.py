"""Headings with what stands under each: the words and actors of the heading, the sentences until the next one."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.reconciling.lineage.words import plain_words, stopwords
from communique.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.records import Article, Reading

# A sentence ends at a stop and a space before a capital, a quotation mark or a figure.
_END = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘'A-Z0-9])")
_NAME = 4  # letters; shorter words of a name ("Li", "von") name nobody by themselves


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or heading: where it is, its folded words, and the actors in it with the word each begins at."""

    evidence: Evidence
    words: tuple[str, ...]
    named: tuple[tuple[int, str], ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """The actors in order, each once."""
        return tuple(dict.fromkeys(actor for _, actor in self.named))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the sentences under it, up to the next heading or title."""

    heading: Sentence
    sentences: tuple[Sentence, ...]

    @property
    def span(self) -> tuple[int, int]:
        """From the first character of the first sentence to the end of the last."""
        return self.sentences[0].evidence.start, self.sentences[-1].evidence.end


def sections_of(article: Article, reading: Reading) -> tuple[Section, ...]:
    """The sections of an article that have any body text, in order."""
    headings = sorted(set(reading.headings))
    people = _people(reading)
    found: list[Section] = []
    for at, heading in enumerate(headings):
        end = headings[at + 1].start if at + 1 < len(headings) else len(article.text)
        sentences = tuple(
            _sentence(article, reading, people, start, stop)
            for line in article.lines if line.kind == "body" and heading.end <= line.start < end
            for start, stop in _cut(article.text, line.start, line.end)
        )  # fmt: skip
        if sentences:
            found.append(Section(_sentence(article, reading, people, heading.start, heading.end), sentences))
    return tuple(found)


def sentences_of(article: Article, reading: Reading, spans: Sequence[tuple[int, int]]) -> tuple[Sentence, ...]:
    """The sentences within some stretches of an article (half-open, in characters), in the order given."""
    people = _people(reading)
    return tuple(
        _sentence(article, reading, people, start, stop)
        for first, last in spans for start, stop in _cut(article.text, first, last)
    )  # fmt: skip


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(match.end() for match in _END.finditer(text, start, end)), end]
    return [(one, other) for one, other in pairwise(cuts) if text[one:other].strip()]


def _people(reading: Reading) -> dict[str, str]:
    """People by each longer word of their names that is one person's alone in this article.

    Capitals in headings mislead a reader of names; what the article calls its people elsewhere finds them there.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for actor in reading.actors:
        if actor.kind == "person":
            for name in (actor.name, *actor.aliases):
                for word in plain_words(name):
                    bearers[word].add(actor.id)
    return {
        word: min(actors) for word, actors in sorted(bearers.items())
        if len(actors) == 1 and len(word) >= _NAME and word not in stopwords()
    }  # fmt: skip


def _sentence(article: Article, reading: Reading, people: Mapping[str, str], start: int, end: int) -> Sentence:
    words = plain_words(article.text[start:end])
    named = {(at, people[word]) for at, word in enumerate(words) if word in people}
    taken = {at for at, _ in named}
    for mention in reading.mentions:
        if start <= mention.evidence.start < end:
            at = len(plain_words(article.text[start : mention.evidence.start]))
            length = len(plain_words(article.quote(mention.evidence)))
            if not taken & set(range(at, at + length)):
                named.add((at, mention.actor))
    end = start + len(article.text[start:end].rstrip())
    return Sentence(Evidence(article.id, start, end), words, tuple(sorted(named)))
