"""What the grammar needs of a parse, gathered once per document into plain lists (spaCy's attributes are slow)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.reading.document import Document


@dataclass(frozen=True, slots=True)
class Tokens:
    """Per token: text, lower-case text, universal part of speech, relation, index of the head, entity label."""

    doc: Any
    texts: tuple[str, ...]
    words: tuple[str, ...]
    pos: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    entity: tuple[str, ...]

    def word(self, i: int) -> str:
        """The lower-case word at an index, "" outside the document."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def root_of(self, start: int, end: int) -> int:
        """The syntactic head of tokens [start, end): the first whose own head lies outside them."""
        for i in range(start, end):
            if not start <= self.head[i] < end or self.head[i] == i:
                return i
        return end - 1


def gather(document: Document) -> Tokens:
    """The lists of one document."""
    doc = document.doc
    strings = doc.vocab.strings
    labels = doc.to_array("ENT_TYPE").tolist() if len(doc) else []
    names = {label: strings[label] if label else "" for label in set(labels)}
    return Tokens(
        doc, document.words, document.lower, document.pos, document.deps, document.heads,
        tuple(names[label] for label in labels),
    )  # fmt: skip
