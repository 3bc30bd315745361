"""A stage for speech tests: sentences whose actors are marked by hand, so that only the rules of speech are tested.

`[Lavrov|person:lavrov] met [both envoys|person:a+person:b]` marks references; the marks are taken out before parsing.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.knowledge import Knowledge
from communique.knowledge.model import Outlet
from communique.reading import pipeline
from communique.reading.cast import Cast, Reference
from communique.reading.speech import find_attributions
from communique.records import Actor, Article, Evidence, Line, content_id

if TYPE_CHECKING:
    from communique.reading.cast import Form
    from communique.reading.document import Document
    from communique.records import Attribution, LineKind

MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
PRONOUNS = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "them"})
OUTLETS = ("xinhua", "reuters", "tass", "anadolu")
KNOWN = Knowledge(
    {}, {}, {}, {}, {}, {}, {key: Outlet(key, key.title(), "agency", None) for key in OUTLETS}, {}, {}, ()
)


@dataclass(frozen=True)
class Stage:
    """A document with its cast, the attributions found in it, and those that are statements."""

    document: Document
    cast: Cast
    attributed: tuple[Attribution, ...]

    @property
    def said(self) -> tuple[Attribution, ...]:
        return tuple(said for said in self.attributed if said.stated)

    def text(self, evidence: Evidence) -> str:
        return self.document.article.quote(evidence)

    def by(self, *speakers: str) -> tuple[Attribution, ...]:
        return tuple(said for said in self.said if set(said.speakers) == set(speakers))

    def contents(self, *speakers: str) -> list[str]:
        return [self.text(said.content) for said in self.by(*speakers)]


@cache
def stage(marked: str, kind: LineKind = "body") -> Stage:
    """Parse a marked text and find its statements; a line break begins a new line of the article."""
    text, marks = _unmarked(marked)
    article = _article(text, kind)
    document = next(pipeline.parse([article]))
    references = []
    for start, end, actors in marks:
        first, last = document.span(Evidence(article.id, start, end))
        form: Form = "pronoun" if text[start:end].lower() in PRONOUNS else "name"
        references.append(Reference(first, last, document.head_of(first, last), actors, form))
    ids = sorted({actor for reference in references for actor in reference.actors})
    cast = Cast({actor: _actor(actor) for actor in ids}, tuple(references), ())
    return Stage(document, cast, find_attributions(document, cast, (), KNOWN))


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int, tuple[str, ...]]]]:
    plain, at = "", 0
    marks = []
    for match in MARK.finditer(marked):
        plain += marked[at : match.start()]
        marks.append((len(plain), len(plain) + len(match[1]), tuple(match[2].split("+"))))
        plain, at = plain + match[1], match.end()
    return plain + marked[at:], marks


def _article(text: str, kind: LineKind) -> Article:
    lines, at = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        lines.append(Line(number, at, at + len(line), kind, "written so"))
        at += len(line) + 1
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(content_id("article", text), "stage.txt", sha256, text, tuple(lines), "test", "en")


def _actor(actor: str) -> Actor:
    kind, _, key = actor.partition(":")
    state = key if kind == "state" else key.split("/")[0] if "/" in key else None
    kinds = {"person": "person", "state": "state", "organisation": "organisation", "office": "office"}
    return Actor(actor, key.replace("-", " "), kinds.get(kind, "unnamed"), state)  # type: ignore[arg-type]
