"""One cue, several requests: "asked Chad to leave and Mali to disarm" asks each of them for something else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.speech.bounds import clause_end
from communique.reading.speech.draft import Complement

if TYPE_CHECKING:
    from communique.reading.speech.draft import Draft
    from communique.reading.speech.scene import Scene

LINKS = frozenset({"and", "but", "while"})
NEGATIONS = frozenset({"not", "never"})


def each_asked(scene: Scene, draft: Draft) -> tuple[Draft, ...]:
    """The draft, cut where another actor is asked for another act."""
    said = draft.complement
    if "obj-inf" not in draft.row.frames or not said.targets:
        return (draft,)
    start, end = said.content
    lower = scene.document.lower
    for j in range(start + 2, min(end + 1, scene.passage(start)[1] - 3)):
        if lower[j] not in LINKS:
            continue
        reference = scene.cast.covering(j + 1)
        verb = _asked_to(scene, reference.end) if reference is not None and reference.start == j + 1 else None
        if reference is None or verb is None:
            continue
        stop = end if verb < end else clause_end(scene, verb)
        addressees = reference.actors if said.addressees else ()
        other = Complement((j + 1, stop), verb, reference.actors, addressees)
        first = replace(draft, complement=replace(said, content=(start, j)))
        return (first, *each_asked(scene, replace(draft, complement=other)))
    return (draft,)


def _asked_to(scene: Scene, at: int) -> int | None:
    """The verb of "to leave" or "not to leave" that stands right at a token."""
    document = scene.document
    at += at < len(document.lower) and document.lower[at] in NEGATIONS
    stands = (
        at + 1 < len(document.lower) and document.lower[at] == "to" and document.pos[at + 1] in ("VERB", "AUX", "NOUN")
    )
    return at + 1 if stands else None
