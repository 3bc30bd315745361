"""The cast of one article: which tokens mention which actors. What actors/ finds and speech and events ask.

Built by `communique.reading.actors.find_cast`; this module only holds the answer, so that rooms beside actors/
need not know how it was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from communique.records import Actor, OfficeClaim

Form = Literal["name", "role", "pronoun", "demonym", "metonym", "description"]

# In a coordination these lead to further members of the same noun phrase.
JOINING = frozenset({"conj"})
APPOSED = frozenset({"appos", "flat", "nmod:desc"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens [start, end) with syntactic head `head` mention these actors (several for "both sides")."""

    start: int
    end: int
    head: int
    actors: tuple[str, ...]
    form: Form


@dataclass(frozen=True)
class Cast:
    """Actors of an article, every reference to them, and the offices it says they hold."""

    actors: dict[str, Actor]
    references: tuple[Reference, ...]
    offices: tuple[OfficeClaim, ...]

    @cached_property
    def _by_head(self) -> dict[int, Reference]:
        return {reference.head: reference for reference in reversed(self.references)}

    @cached_property
    def _by_token(self) -> dict[int, Reference]:
        covered: dict[int, Reference] = {}
        for reference in sorted(self.references, key=lambda r: (r.end - r.start, r.start), reverse=True):
            covered.update(dict.fromkeys(range(reference.start, reference.end), reference))
        return covered

    def covering(self, token: int) -> Reference | None:
        """The shortest reference whose span holds this token, None if there is none."""
        return self._by_token.get(token)

    def headed(self, token: int) -> Reference | None:
        """The reference whose syntactic head is this token."""
        return self._by_head.get(token)

    def of(self, token: Any) -> tuple[Reference, ...]:
        """The references of the noun phrase headed by a spaCy token, its conjuncts included, in text order.

        "Lavrov and his Chinese counterpart": two references. A phrase that mentions no actor gives ().
        """
        found = [reference] if (reference := self.headed(token.i)) else []
        if not found:  # "the head of the council, Ana Lee": the name stands in apposition
            found = [r for child in token.children if child.dep_ in APPOSED and (r := self.headed(child.i))][:1]
        for child in token.children:
            if child.dep_ in JOINING:
                found.extend(self.of(child))
        return tuple(sorted(found, key=lambda r: r.start))

    def name(self, actor: str) -> str:
        """The name of an actor of this article."""
        return self.actors[actor].name
