"""Whose word a passage rests on: which tokens lie inside the content of which statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.reading.cast import Cast
    from communique.reading.document import Document
    from communique.records import Attribution


def holders(document: Document, cast: Cast, attributions: tuple[Attribution, ...]) -> dict[int, int]:
    """For each token inside a content the index of its statement; of statements inside statements the innermost.

    What stands there is what its speaker says, not what the article says. Only speakers of the cast count.
    """
    held: dict[int, int] = {}
    widest_first = sorted(
        range(len(attributions)),
        key=lambda n: (attributions[n].content.start - attributions[n].content.end, n),
    )
    for n in widest_first:
        if any(speaker in cast.actors for speaker in attributions[n].speakers):
            start, end = document.span(attributions[n].content)
            held.update(dict.fromkeys(range(start, end), n))
    return dict(sorted(held.items()))
