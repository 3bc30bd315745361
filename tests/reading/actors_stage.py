"""A stage for tests of actors: a text of our own, read into a cast, and who each phrase was taken for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.intake import read_bytes
from communique.knowledge import Knowledge, load
from communique.reading import pipeline
from communique.reading.actors import find_cast
from communique.records import Article

if TYPE_CHECKING:
    from communique.reading.cast import Cast
    from communique.reading.document import Document


@cache
def known() -> Knowledge:
    return load()


@dataclass(frozen=True)
class Read:
    """A read text. Phrases are looked up as written, with and without the words before them."""

    document: Document
    cast: Cast

    def all(self, phrase: str) -> list[tuple[str, ...]]:
        """The actors of every reference whose text is this phrase, or ends with it."""
        return [
            reference.actors
            for reference in self.cast.references
            if (text := self.text(reference.start, reference.end)) == phrase or text.endswith(" " + phrase)
        ]

    def who(self, phrase: str) -> tuple[str, ...] | None:
        """The actors of the first such reference, None if the phrase mentions nobody."""
        found = self.all(phrase)
        return found[0] if found else None

    def text(self, start: int, end: int) -> str:
        return self.document.article.quote(self.document.evidence(start, end))

    @property
    def offices(self) -> set[tuple[str, str, bool]]:
        return {(claim.person, claim.office, claim.past) for claim in self.cast.offices}

    @property
    def present(self) -> set[str]:
        return set(self.cast.actors)


def article(text: str) -> Article:
    """An article of these lines."""
    made = next(iter(read_bytes("x.txt", text.encode(), ".txt")))
    assert isinstance(made, Article)
    return made


@cache
def read(text: str) -> Read:
    """Read a text; a line break begins a new line of the article."""
    document = next(pipeline.parse([article(text)]))
    return Read(document, find_cast(document, known()))
