"""What a paraphrase keeps of its original: quotations, figures, names, turns of phrase, and their order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from communique.reconciling.lineage.quotations import Segment, quotation
from communique.reconciling.lineage.words import Word, months, number_words, stopwords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAIN_FROM = 11  # a figure from here on stands for itself; a smaller one only with the noun after it ("3 hostages")
_TURN = 4  # words of a turn of phrase
_TURN_CONTENT = 2  # of which so many must carry content
Sort = Literal["quotation", "figure", "name"]


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """One fact that a rewrite cannot put in other words, as folded words joined by spaces."""

    sort: Sort
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """`anchors` in the order of their first place in the text, each once; `turns` are lower-case runs of words.

    `sorts` holds the anchors by sort, in order, since an article is compared many times.
    """

    anchors: tuple[Anchor, ...]
    turns: frozenset[str]
    sorts: dict[Sort, dict[Anchor, None]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the anchors."""
        sorts: dict[Sort, dict[Anchor, None]] = {"quotation": {}, "figure": {}, "name": {}}
        for anchor in self.anchors:
            sorts[anchor.sort][anchor] = None
        object.__setattr__(self, "sorts", sorts)

    def of(self, sort: Sort) -> tuple[Anchor, ...]:
        """The anchors of one sort, in order."""
        return tuple(self.sorts[sort])


def facts_of(segments: Sequence[Segment]) -> Facts:
    """The facts of an article's body, cut at its quotation marks. In a quotation only figures count beside itself."""
    anchors: dict[Anchor, None] = {}
    turns: set[str] = set()
    for segment in segments:
        figures = _figure_places(segment.words)
        if segment.quoted:
            said = quotation(segment.words)
            if said is not None:
                anchors.setdefault(Anchor("quotation", " ".join(said)))
            anchors.update(dict.fromkeys(figures.values()))
            continue
        turns.update(_turns(segment.words))
        for place, word in enumerate(segment.words):
            if place in figures:
                anchors.setdefault(figures[place])
            elif word.capital and not word.opens and len(word.plain) > 2 and word.plain not in stopwords():
                anchors.setdefault(Anchor("name", word.plain))
    return Facts(tuple(anchors), frozenset(turns))


def _figure_places(words: Sequence[Word]) -> dict[int, Anchor]:
    """Figures by place: no years, and no days beside a month's name, which any report of that day has."""
    found: dict[int, Anchor] = {}
    for place, word in enumerate(words):
        value = number_words().get(word.plain, word.plain)
        if not value[0].isdigit() or _YEAR.fullmatch(value) or _beside_month(words, place):
            continue
        if len(value) < 3 and int(float(value)) < _PLAIN_FROM:
            noun = words[place + 1] if place + 1 < len(words) else None
            if int(float(value)) > 2 and noun is not None and not noun.opens and noun.plain not in stopwords():
                found[place] = Anchor("figure", f"{value} {noun.plain.removesuffix('s')}")
            continue
        found[place] = Anchor("figure", value.replace(",", ""))
    return found


def _beside_month(words: Sequence[Word], place: int) -> bool:
    near = [words[at] for at in (place - 1, place + 1) if 0 <= at < len(words)]
    return any(word.capital and word.plain in months() for word in near)


def _turns(words: Sequence[Word]) -> Iterator[str]:
    """Runs of words in lower case within one sentence, with content in them."""
    plain = [word.plain for word in words]
    cased = [word.capital and not word.opens for word in words]
    opens = [word.opens for word in words]
    content = [word not in stopwords() and not word[0].isdigit() for word in plain]
    for start in range(len(words) - _TURN + 1):
        end = start + _TURN
        if sum(content[start:end]) >= _TURN_CONTENT and not any(opens[start + 1 : end]) and not any(cased[start:end]):
            yield " ".join(plain[start:end])
