"""The sentences of an article that bear on one event: those that tell it, and those beside them in its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reconciling.checks.sections import sentences_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.reconciling.checks.sections import Sentence
    from communique.reconciling.told import Told
    from communique.records import Article, Evidence, Line, Reading


@dataclass(frozen=True, slots=True)
class Scene:
    """`telling` are the sentences that tell the event; `around` these and the rest of their paragraphs, in order."""

    article: str
    telling: tuple[Sentence, ...]
    around: tuple[Sentence, ...]


def scene_of(told: Sequence[Told], article: Article, reading: Reading) -> Scene:
    """The scene of an event in one article, `told` being its tellings there.

    A sentence that tells another event alone is left out: what it affirms or denies is that event's.
    """
    own = [evidence for item in told for evidence in item.telling.evidence]
    mine = {item.telling.id for item in told}
    others = [e for telling in reading.tellings if telling.id not in mine for e in telling.evidence]
    said = [said.content for said in reading.attributions if said.telling in mine]
    lines = _lines(article, (*own, *said))
    sentences = sentences_of(article, reading, [(line.start, line.end) for line in lines])
    telling = tuple(sentence for sentence in sentences if _meets(sentence, own))
    around = tuple(sentence for sentence in sentences if sentence in telling or not _meets(sentence, others))
    return Scene(article.id, telling, around)


def _lines(article: Article, pieces: Sequence[Evidence]) -> list[Line]:
    """The lines in which some pieces stand; of a title or heading the paragraph under it too."""
    found: list[Line] = []
    under = False
    for line in article.lines:
        inside = any(line.start <= piece.start < line.end for piece in pieces)
        if inside or (under and line.kind == "body"):
            found.append(line)
        if inside or line.kind == "body":
            under = inside and line.kind in ("title", "heading")
    return found


def _meets(sentence: Sentence, pieces: Sequence[Evidence]) -> bool:
    return any(piece.start < sentence.evidence.end and sentence.evidence.start < piece.end for piece in pieces)
