"""People by name: which words are a person's name, and which person of knowledge or of this article it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon
from communique.reading.gazetteer import PLACES, owner_of

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.knowledge.model import Person
    from communique.reading.document import Document
    from communique.reading.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens [start, end) that are a person's name, without titles."""

    start: int
    end: int
    known: tuple[str, ...] = ()


def slug(text: str) -> str:
    """Lower-case ASCII words joined with hyphens: the tail of an id."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folded.lower()).strip("-") or "unknown"


def find_names(document: Document, gazetteer: Gazetteer) -> list[NameSpan]:
    """Spans that name people: hits of knowledge, and the model's persons where knowledge sees nothing else."""
    taken: set[int] = set()
    spans: list[NameSpan] = []
    for hit in gazetteer.hits:
        if hit.kind == "person" and taken.isdisjoint(range(hit.start, hit.end)):
            spans.append(NameSpan(hit.start, hit.end, hit.keys))
            taken.update(range(hit.start, hit.end))
    for entity in gazetteer.entities:
        if entity.label != "PERSON":
            continue
        start, end = _trim(document, gazetteer, entity.start, entity.end)
        if start < end and taken.isdisjoint(range(start, end)):
            spans.append(NameSpan(start, end))
            taken.update(range(start, end))
    return sorted(spans, key=lambda span: span.start)


def _trim(document: Document, gazetteer: Gazetteer, start: int, end: int) -> tuple[int, int]:
    """Cut titles, demonyms, courtesy words and possessive marks off a name the model found."""
    words, lower, courtesy = document.words, document.lower, lexicon().courtesy
    while start < end:
        hit = gazetteer.at(start, "role", "demonym", "state", "organisation", "outlet", "metonym")
        if hit and hit.end <= end:
            start = hit.end
        elif lower[start] in courtesy or not words[start][:1].isupper():
            start += 1
        else:
            break
    while end > start and not words[end - 1][:1].isupper():
        end -= 1
    inside = gazetteer.at(start, *PLACES, "bloc", "plan", "occasion") if start < end else None
    if inside and inside.start <= start and inside.end >= end:
        return start, start
    return start, end


@dataclass
class People:
    """The people of one article. Full names are entered first, then surnames find them."""

    knowledge: Knowledge
    states: frozenset[str]
    names: dict[str, str] = field(default_factory=dict)
    state_of: dict[str, str | None] = field(default_factory=dict)
    gender_of: dict[str, str] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)

    def enter(self, words: tuple[str, ...], known: tuple[str, ...], state: str | None) -> str:
        """The actor id for a name; `state` is what its title says, if anything."""
        person = self._known(words, known, state)
        if person is not None:
            return self._register(f"person:{person.key}", person.name, person.surname, words, person)
        if len(words) == 1:
            namesakes = self.parts.get(_fold(words[0]), [])
            if namesakes:
                return namesakes[-1]
        name = " ".join(words)
        actor = f"person:{slug(name)}"
        found = self._register(actor, name, words[-1], words, None)
        self.state_of[found] = self.state_of.get(found) or state
        return found

    def surname(self, word: str) -> str | None:
        """The person of this article whose name has this part (the one entered last), None if there is none."""
        namesakes = self.parts.get(_fold(word), [])
        return namesakes[-1] if namesakes else None

    def _known(self, words: tuple[str, ...], known: tuple[str, ...], state: str | None) -> Person | None:
        persons = self.knowledge.persons
        found = [persons[key] for key in known]
        if not found and len(words) > 1:
            found = list(self.knowledge.find_persons(" ".join(words)))
        if not found and len(words) == 1 and _fold(words[0]) not in self.parts:
            found = list(self.knowledge.persons_with_surname(words[0]))
        if state is not None and len(found) > 1:
            found = [person for person in found if person.state == state] or found
        if len(found) > 1:
            found = [person for person in found if person.state in self.states] or found
        if len(found) == 1 and self._fits(found[0], state, len(words) > 1):
            return found[0]
        return None

    def _fits(self, person: Person, state: str | None, full: bool) -> bool:
        """A lone surname is a known person only where the article speaks of that person's state."""
        if full:
            return state is None or person.state is None or person.state == state or not _is_state(state)
        if state is not None:
            return person.state == state
        return person.state is None or person.state in self.states

    def _register(self, actor: str, name: str, surname: str, words: tuple[str, ...], person: Person | None) -> str:
        if actor not in self.names:
            self.names[actor] = name
            self.state_of[actor] = person.state if person else None
            self.gender_of[actor] = person.gender if person else ""
        parts = {surname} if person else {surname, words[0]}
        for part in sorted({_fold(part) for part in parts} | ({_fold(words[0])} if len(words) == 1 else set())):
            self._add_part(part, actor, last=True)
        for word in name.split():  # given names find their bearer where no surname does
            if len(word) > 3:
                self._add_part(_fold(word), actor, last=False)
        return actor

    def _add_part(self, part: str, actor: str, *, last: bool) -> None:
        namesakes = self.parts.setdefault(part, [])
        if actor not in namesakes:
            namesakes.insert(len(namesakes) if last else 0, actor)


def _fold(word: str) -> str:
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()


def _is_state(owner: str) -> bool:
    return len(owner) == 3 and owner.isupper()


def states_mentioned(gazetteer: Gazetteer, knowledge: Knowledge) -> frozenset[str]:
    """The codes of all states that an article names, by name, adjective, capital or metonym."""
    return frozenset(
        owner_of(hit, knowledge) for hit in gazetteer.hits if hit.kind in ("state", "demonym", "capital", "metonym")
    )
