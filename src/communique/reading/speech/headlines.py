"""Headlines that need no cue: "Kremlin: no talks planned", "Modi to Putin: this is no era of war"; transcripts too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.bounds import trim
from communique.reading.speech.chain import is_outlet
from communique.reading.speech.draft import Complement, Draft
from communique.reading.speech.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reading.cast import Reference
    from communique.reading.document import Block
    from communique.reading.speech.scene import Scene

HEADLINES = frozenset({"title", "heading", "caption"})
TOPIC = 7  # words between an actor and the colon of a headline: "Lavrov on the Ukraine talks:"
LABEL = 8  # words of a label before its colon: "SECRETARY-GENERAL LEE:"
ADDRESSING = frozenset({"to"})


def is_heading(scene: Scene, i: int) -> bool:
    """Whether a token stands in a title, heading or caption, where verbs of saying and being are left out."""
    document = scene.document
    return document.blocks[document.block_of[i]].line.kind in HEADLINES


def find_headlines(scene: Scene, taken: frozenset[int]) -> Iterator[Draft]:
    """An actor, a colon, and a clause or a quotation; in the body only where the actor alone precedes the colon.

    `taken` are the cues found otherwise; a line that holds one is left to it.
    """
    document = scene.document
    row = scene.lexicon.verbs["say"][0]
    for block in document.blocks:
        found = _speaker(scene, block)
        if found is None:
            continue
        source, colon, addressees = found
        turn = is_turn(scene, block, colon)
        if any(block.start <= a < block.end for a in taken) and not turn:
            continue
        if turn and _question(scene, block, source):
            continue
        verbal = any(document.pos[j] in ("VERB", "AUX") for j in range(colon + 1, block.end))
        quoted = colon + 2 in scene.quote_at
        denied = scene.is_sign("denying", colon + 1)  # "Kremlin: No talks this year"
        if verbal or quoted or denied:
            whole = (colon + 1, block.end - (turn and document.words[block.end - 1] == "."))
            complement = Complement(whole if turn else trim(scene, whole, ()), None, addressees=addressees)
            spoken = block.line.kind not in HEADLINES
            yield Draft(colon, (colon, colon + 1), row, source, complement, direct=spoken)


def is_turn(scene: Scene, block: Block, colon: int) -> bool:
    """Whether a line of the body is a turn of a transcript: "Minister Lee: We met. We agreed.", not in quotes."""
    spoken = block.line.kind not in HEADLINES
    return spoken and not any(j in scene.quote_at for j in (colon + 1, colon + 2))


def _question(scene: Scene, block: Block, source: Source) -> bool:
    """Whether a turn is what a news outlet asks, which is no statement of the outlet's."""
    return scene.document.words[block.end - 1] == "?" and any(is_outlet(scene, actor) for actor in source.actors)


def _labelled(scene: Scene, block: Block) -> Reference | None:
    """The actor right before the colon of a label in capitals: "FOREIGN MINISTER | LEE: ..."."""
    words = scene.document.words
    limit = min(block.start + LABEL, block.end - 1)
    colon = next((j for j in range(block.start, limit) if words[j] == ":"), None)
    if colon is None or not all(words[j].isupper() for j in range(block.start, colon)):
        return None
    named = scene.cast.covering(colon - 1)
    return named if named is not None and named.end == colon else None


def _speaker(scene: Scene, block: Block) -> tuple[Source, int, tuple[str, ...]] | None:
    """Who speaks in a line "X: ...", where the colon stands, and to whom it is said."""
    document = scene.document
    reference = _labelled(scene, block) or scene.cast.covering(block.start)
    if reference is None or reference.form == "demonym":
        return None
    limit = reference.end + (TOPIC if block.line.kind in HEADLINES else 1)
    colon = next((j for j in range(reference.end, min(limit, block.end)) if document.words[j] == ":"), None)
    if colon is None or colon + 2 >= block.end:
        return None
    between = range(reference.end, colon)
    if between and not scene.is_sign("headline", between[0]):
        return None
    told = scene.actors_in(reference.end, colon) if between and document.lower[between[0]] in ADDRESSING else ()
    return Source(reference.actors, ((reference.start, reference.end),), reference.head), colon, told
