"""Whom "I" and "we" mean: whoever says the words. Entered here, since speech finds the speakers after the cast."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.cast import Reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.reading.cast import Cast
    from communique.reading.document import Document
    from communique.records import Attribution

SPEAKING = frozenset({"i", "me", "my", "myself", "we", "us", "our"})
PEOPLE = ("person:", "office:", "unnamed:")


def with_first_person(
    document: Document, cast: Cast, attributions: tuple[Attribution, ...], held_by: Mapping[int, int]
) -> Cast:
    """The cast with a reference for each "I" and "we" in the words of one person; see `find_events` for `held_by`."""
    added = []
    for i, word in enumerate(document.lower):
        if word not in SPEAKING or i not in held_by or cast.covering(i) is not None:
            continue
        speakers = attributions[held_by[i]].speakers
        if len(speakers) == 1 and speakers[0] in cast.actors and speakers[0].startswith(PEOPLE):
            added.append(Reference(i, i + 1, i, speakers, "pronoun"))
    if not added:
        return cast
    references = sorted((*cast.references, *added), key=lambda reference: (reference.start, reference.end))
    return replace(cast, references=tuple(references))
