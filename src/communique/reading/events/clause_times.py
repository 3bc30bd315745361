"""The times of a document by the clause or noun that they are said of, looked up for a few tokens at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.clauses import clause_head
from communique.reading.events.timing import dates

if TYPE_CHECKING:
    from communique.reading.events.candidates import Scene
    from communique.records import TimeExpression


class ClauseTimes:
    """The times that say when something was, each with the token that heads it; times are given by their index."""

    def __init__(self, scene: Scene) -> None:
        document = scene.document
        spans = [(index, *document.span(time.evidence)) for index, time in enumerate(scene.times) if _fixes(time)]
        self._doc = document.doc
        self._heads = tuple((index, document.doc[document.head_of(start, end)]) for index, start, end in spans)

    def of(self, token: Any, other: Any) -> int | None:
        """The time said of a predicate or noun itself, not of `other`, which it is tied to and may hang on it."""
        sentence = token.sent
        near = [item for item in self._heads if sentence.start <= item[1].i < sentence.end]
        if not near:
            return None
        below = set() if other in token.ancestors or other.i == token.i else {one.i for one in other.subtree}
        for index, head in near:
            if head.i in below or token not in head.ancestors:
                continue
            if token.pos_ == "NOUN" or clause_head(head).i == token.i:
                return index
        return None

    def told_last(self, start: int) -> int | None:
        """The time told last in the sentence that ends where the one from token `start` on begins."""
        if start == 0:
            return None
        before = self._doc[start - 1].sent
        inside = [index for index, head in self._heads if before.start <= head.i < start]
        return inside[-1] if inside else None


def _fixes(time: TimeExpression) -> bool:
    """Whether a time says when something was, and not only since or until when."""
    return dates(time) and time.form != "length" and time.relation not in ("since", "until")
