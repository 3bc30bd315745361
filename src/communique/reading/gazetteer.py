"""What knowledge and the name finder recognise in one document, by token. Shared by actors, places and events.

Knowledge wins over the name finder where both speak: a capital is a capital even if the model takes it for a
person. Nothing is decided here about who is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.knowledge.model import Hit
    from communique.reading.document import Document

HERE = Path(__file__).parent
OWNERS = frozenset({"state", "demonym", "capital", "metonym", "organisation", "bloc", "place"})
OF_STATES = frozenset({"ministry", "party", "court", "other"})
PLACES = frozenset({"state", "capital", "place"})
NO_NAME = frozenset({"ADJ", "ADV", "AUX", "VERB"})  # what a word is that opens a sentence and names no place


@dataclass(frozen=True, slots=True)
class Entity:
    """Tokens [start, end) that the name finder takes for a name, with its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Gazetteer:
    """Hits of knowledge over the whole document and the model's names that no hit contradicts."""

    hits: tuple[Hit, ...]
    entities: tuple[Entity, ...]

    @cached_property
    def _at(self) -> dict[int, tuple[Hit, ...]]:
        table: dict[int, tuple[Hit, ...]] = {}
        for hit in self.hits:
            for token in range(hit.start, hit.end):
                table[token] = (*table.get(token, ()), hit)
        return table

    def at(self, token: int, *kinds: str) -> Hit | None:
        """The longest hit of one of these kinds (any kind if none is named) that holds a token."""
        found = [hit for hit in self._at.get(token, ()) if not kinds or hit.kind in kinds]
        return max(found, key=lambda hit: hit.end - hit.start, default=None)

    @cached_property
    def _entity_at(self) -> dict[int, Entity]:
        return {token: entity for entity in self.entities for token in range(entity.start, entity.end)}

    def entity(self, token: int, *labels: str) -> Entity | None:
        """The model's name that holds a token, if it has one of these labels (any label if none is named)."""
        found = self._entity_at.get(token)
        return found if found and (not labels or found.label in labels) else None


def look_up(document: Document, knowledge: Knowledge) -> Gazetteer:
    """Match a document against knowledge, and keep the model's names beside it."""
    hits = [hit for hit in knowledge.match(document.words) if not _opens(hit, document)]
    hits.extend(_combined(document, knowledge))
    hits.sort(key=lambda hit: (hit.start, -hit.end, hit.kind))
    entities = tuple(Entity(span.start, span.end, span.label_) for span in document.doc.ents)
    return Gazetteer(tuple(hits), entities)


def _opens(hit: Hit, document: Document) -> bool:
    """The first word of a sentence has a capital anyway: "Nice words", "Split decisions" and "Male voters"."""
    if hit.kind not in ("capital", "place") or hit.end - hit.start > 1:
        return False
    return bool(document.doc[hit.start].is_sent_start) and document.pos[hit.start] in NO_NAME


@cache
def combining() -> dict[str, str]:
    """State codes by the first halves of adjectives such as "Sino-Indian", as written."""
    lines = (HERE / "combining.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: row[1] for row in rows[1:]}


def _combined(document: Document, knowledge: Knowledge) -> list[Hit]:
    """ "Sino" before a hyphen and a capital is an adjective of China; in "Indo-Pacific" it is part of a place."""
    from communique.knowledge.model import Hit

    words, found = document.words, []
    for i, word in enumerate(words[:-2]):
        state = combining().get(word)
        if state is not None and state in knowledge.states and words[i + 1] == "-" and words[i + 2][:1].isupper():
            whole = knowledge.match(words[i : i + 3])
            if not any(hit.start == 0 for hit in whole):
                found.append(Hit(i, i + 1, "demonym", (state,)))
    return found


def owner_hit(gazetteer: Gazetteer, knowledge: Knowledge, token: int) -> Hit | None:
    """What can own an office or a body at a token, the longest hit; a place only where it lies in one state."""
    hit = gazetteer.at(token, *OWNERS)
    return hit if hit is None or hit.kind != "place" or owner_of(hit, knowledge) in knowledge.states else None


def owner_of(hit: Hit, knowledge: Knowledge) -> str:
    """The state code or organisation key that a hit stands for as the owner of an office ("Russian" is RUS).

    A ministry or party stands for its state: its spokesperson holds an office of the state.
    """
    key = hit.keys[0]
    if hit.kind in ("capital", "place"):
        state = knowledge.place_state(key)
        return state.iso3 if state is not None else key
    organisation = knowledge.organisations.get(key) if hit.kind == "organisation" else None
    if organisation is not None and organisation.kind in OF_STATES and organisation.state is not None:
        return organisation.state
    return key
