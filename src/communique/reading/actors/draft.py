"""The cast in the making: what is taken, who has been entered, and which offices were claimed so far."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from communique.reading.actors.sectors import sector_of
from communique.reading.cast import Cast, Form, Reference
from communique.records import Actor, ActorKind, OfficeClaim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.knowledge import Knowledge
    from communique.reading.actors.people import People
    from communique.reading.actors.titles import Title
    from communique.reading.document import Document
    from communique.reading.gazetteer import Gazetteer


def _place(reference: Reference) -> tuple[int, int]:
    return reference.start, reference.end


@dataclass
class Draft:
    """Collects references for one document, in text order.

    `holders` maps an office key to the person last said to hold it, `offices` the reverse, and `titled` an owner
    and a title as worded to the person first given it. `pending` are plural titles that wait for their states
    ("the leaders of both countries"), by the token after them. `described` are the words of the titles and nouns
    that a person was given ("general", "secretary"), `wording` the phrase in which an actor was first described,
    `bodies` the organisation that the phrase names ("a CIA official").
    """

    document: Document
    knowledge: Knowledge
    gazetteer: Gazetteer
    people: People
    taken: set[int] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    actors: dict[str, Actor] = field(default_factory=dict)
    surfaces: dict[str, set[str]] = field(default_factory=dict)
    claims: list[OfficeClaim] = field(default_factory=list)
    holders: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    titled: dict[tuple[str, str], str] = field(default_factory=dict)
    pending: dict[int, Title] = field(default_factory=dict)
    described: dict[str, set[str]] = field(default_factory=dict)
    wording: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)

    def free(self, start: int, end: int) -> bool:
        """Whether no reference holds any of these tokens yet."""
        return self.taken.isdisjoint(range(start, end))

    def refer(self, start: int, end: int, actors: tuple[str, ...], form: Form) -> None:
        """Enter a reference; its tokens are taken from now on."""
        reference = Reference(start, end, self.document.head_of(start, end), actors, form)
        insort(self.references, reference, key=_place)
        self.taken.update(range(start, end))

    def before(self, token: int) -> Iterator[Reference]:
        """References that end at or before a token, the last one first."""
        for index in range(bisect_left(self.references, (token, 0), key=_place) - 1, -1, -1):
            if self.references[index].end <= token:
                yield self.references[index]

    def within(self, start: int, end: int) -> Iterator[Reference]:
        """References that begin within tokens [start, end), in text order."""
        for index in range(bisect_left(self.references, (start, 0), key=_place), len(self.references)):
            if self.references[index].start >= end:
                return
            yield self.references[index]

    def starting(self, token: int) -> Iterator[Reference]:
        """References that begin at a token, shortest first."""
        for index in range(bisect_left(self.references, (token, 0), key=_place), len(self.references)):
            if self.references[index].start != token:
                return
            yield self.references[index]

    def named(self, token: int) -> Reference | None:
        """The reference by name that ends right before a token, None if there is none."""
        last = next(self.before(token), None)
        return last if last is not None and last.end == token and last.form == "name" else None

    def office_of(self, actor: str) -> str | None:
        """The office an actor is, or was last said to hold."""
        return actor.removeprefix("office:") if actor.startswith("office:") else self.offices.get(actor)

    def enter(self, actor: str, name: str, kind: ActorKind, state: str | None, surface: str = "") -> str:
        """Enter an actor once; a later mention only adds its surface form as an alias."""
        known = self.actors.get(actor)
        if known is None or (known.state is None and state is not None):
            self.actors[actor] = Actor(actor, name, kind, state)
        if surface and surface != name:
            self.surfaces.setdefault(actor, set()).add(surface)
        return actor

    def person(self, actor: str, surface: str) -> str:
        """Enter a person that `people` knows."""
        state = self.people.state_of.get(actor)
        return self.enter(actor, self.people.names[actor], "person", state, surface)

    def describe(self, actor: str, words: Iterable[str]) -> None:
        """Keep the words of a title or noun that a person was given."""
        self.described.setdefault(actor, set()).update(words)

    def owner(self, key: str, surface: str = "") -> str:
        """Enter a state (by ISO code) or organisation (by key) as an actor."""
        state = self.knowledge.states.get(key)
        if state is not None:
            return self.enter(f"state:{key}", state.name, "state", key, surface)
        organisation = self.knowledge.organisations.get(key)
        name = organisation.name if organisation else key
        return self.enter(
            f"organisation:{key}", name, "organisation", organisation.state if organisation else None, surface
        )

    def owner_name(self, key: str) -> str:
        """The name of a state or organisation."""
        row = self.knowledge.states.get(key) or self.knowledge.organisations.get(key)
        return row.name if row else key

    def text(self, start: int, end: int) -> str:
        """The article's characters for tokens [start, end)."""
        document = self.document
        return document.article.text[document.starts[start] : document.ends[end - 1]]

    def last_owner(self, token: int, key: str = "") -> str | None:
        """Whose "the foreign ministry" is: the state it was said of before, else that of the subject spoken of last.

        `key` is the institution or role looked for; without one of that key before, only this paragraph and the
        one before count.
        """
        for reference in self.before(token) if key else ():
            for actor in reference.actors:
                held = self.offices.get(actor, "")
                owner, _, tail = (held or actor.partition(":")[2]).partition("/")
                if tail == key and owner in self.knowledge.states:
                    return owner
        block_of = self.document.block_of
        block = block_of[token]
        near = list(takewhile(lambda r: block_of[r.start] >= block - 1, self.before(token)))
        subjects = [r for r in near if self.document.deps[r.head].startswith("nsubj")]
        for reference in (*subjects, *near):
            for actor in reference.actors:
                state = self.actors[actor].state
                if state is not None:
                    return state
        return None

    def cast(self) -> Cast:
        """The finished cast, in text order."""
        references = tuple(sorted(self.references, key=lambda r: (r.start, r.end, r.actors)))
        used = {actor for reference in references for actor in reference.actors}
        used.update(claim.person for claim in self.claims)
        actors = {}
        for key in sorted(used):
            actor = self.actors[key]
            aliases = tuple(sorted(self.surfaces.get(key, ())))
            sector = sector_of(self, key)
            actors[key] = Actor(actor.id, actor.name, actor.kind, actor.state, aliases, sector)
        return Cast(actors, references, tuple(sorted(self.claims, key=lambda c: (c.evidence, c.office))))
