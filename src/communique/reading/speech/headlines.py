"""Headlines that need no cue: "Kremlin: no talks planned", "Modi to Putin: this is no era of war"; transcripts too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.bounds import trim
from communique.reading.speech.draft import Complement, Draft
from communique.reading.speech.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reading.document import Block
    from communique.reading.speech.scene import Scene

HEADLINES = frozenset({"title", "heading", "caption"})
TOPIC = 7  # words between an actor and the colon of a headline: "Lavrov on the Ukraine talks:"
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
        if found is None or any(block.start <= a < block.end for a in taken):
            continue
        source, colon, addressees = found
        verbal = any(document.pos[j] in ("VERB", "AUX") for j in range(colon + 1, block.end))
        quoted = colon + 2 in scene.quote_at
        denied = scene.is_sign("denying", colon + 1)  # "Kremlin: No talks this year"
        if verbal or quoted or denied:
            complement = Complement(trim(scene, (colon + 1, block.end), ()), None, addressees=addressees)
            spoken = block.line.kind not in HEADLINES
            yield Draft(colon, (colon, colon + 1), row, source, complement, direct=spoken)


def _speaker(scene: Scene, block: Block) -> tuple[Source, int, tuple[str, ...]] | None:
    """Who speaks in a line "X: ...", where the colon stands, and to whom it is said."""
    document = scene.document
    reference = scene.cast.covering(block.start)
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
