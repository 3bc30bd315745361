"""The sentences of an article that bear on one event: those that tell it, and those beside and soon after them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reconciling.checks.sections import sentences_of
from communique.reconciling.told import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from communique.reconciling.checks.sections import Sentence
    from communique.reconciling.told import Told
    from communique.records import Article, Evidence, Line, Reading, Telling


FOLLOWING = 2  # paragraphs after one that tells an event in which an article still speaks of it, if of no other


@dataclass(frozen=True, slots=True)
class Scene:
    """`telling` are the sentences that tell the event.

    `around` are these, the rest of their paragraphs, and the paragraphs that follow and tell no other event, in order.
    """

    article: str
    telling: tuple[Sentence, ...]
    around: tuple[Sentence, ...]


def scene_of(told: Sequence[Told], article: Article, reading: Reading) -> Scene:
    """The scene of an event in one article, `told` being its tellings there.

    A sentence that tells another event alone is left out: what it affirms or denies is that event's. An agreement
    between those who met, and what their states do to each other, is what came of it, and no other event.
    """
    own = [evidence for item in told for evidence in item.telling.evidence]
    mine = {item.telling.id for item in told}
    said = [said.content for said in reading.attributions if said.telling in mine]
    states = {actor.id: actor.state or actor.id for actor in reading.actors}
    sides = {states.get(actor, actor) for item in told for actor in item.actors}
    outcomes = (*reading.acts, *(telling for telling in reading.tellings if FAMILIES.get(telling.kind) == "agreement"))
    mine.update(telling.id for telling in outcomes if _between(telling, states, sides))
    others = [e for telling in (*reading.tellings, *reading.acts) if telling.id not in mine for e in telling.evidence]
    lines = _lines(article, (*own, *said), others)
    sentences = sentences_of(article, reading, [(line.start, line.end) for line in lines])
    telling = tuple(sentence for sentence in sentences if _meets(sentence, own))
    around = tuple(sentence for sentence in sentences if sentence in telling or not _meets(sentence, others))
    return Scene(article.id, telling, around)


def _between(telling: Telling, states: Mapping[str, str], sides: AbstractSet[str]) -> bool:
    """Whether only these sides have part in something told."""
    parties = {states.get(party.actor, party.actor) for party in telling.parties}
    return bool(parties) and parties <= sides


def _lines(article: Article, pieces: Sequence[Evidence], others: Sequence[Evidence]) -> list[Line]:
    """The lines in which some pieces stand, and the paragraphs that follow them up to the first of the others.

    The paragraph under a title or heading belongs to it whatever it tells.
    """
    found: list[Line] = []
    under, left = False, 0
    for line in article.lines:
        inside = _within(line, pieces)
        if line.kind == "body" and _within(line, others):
            left = 0
        follows = line.kind == "body" and left > 0
        if inside or (under and line.kind == "body") or follows:
            found.append(line)
            left -= follows
        if inside or line.kind == "body":
            under = inside and line.kind in ("title", "heading")
        if inside:
            left = FOLLOWING if line.kind == "body" else 0
    return found


def _within(line: Line, pieces: Sequence[Evidence]) -> bool:
    return any(line.start <= piece.start < line.end for piece in pieces)


def _meets(sentence: Sentence, pieces: Sequence[Evidence]) -> bool:
    return any(piece.start < sentence.evidence.end and sentence.evidence.start < piece.end for piece in pieces)
