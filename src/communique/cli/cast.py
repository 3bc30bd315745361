"""Who is who in a record: looks up what its ids mean and says it in words for people."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from communique.cli.console import safe
from communique.export.words import chain_in_words, listed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.export.names import Names
    from communique.records import (
        Actor,
        Article,
        Attribution,
        Event,
        Evidence,
        Lineage,
        Party,
        Place,
        Publication,
        Record,
        Statement,
    )


def names(extra: Path | None = None) -> Names:
    """Names of offices and states out of our tables of knowledge, and the user's in `extra`."""
    from communique import knowledge
    from communique.export.names import KnownNames

    return KnownNames(knowledge.load(extra))


class Cast:
    """A record with indexes over it."""

    def __init__(self, record: Record, names: Names) -> None:
        self.record = record
        self.names = names

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.record.articles}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def publications(self) -> dict[str, Publication]:
        """Publication dates by article."""
        return {publication.article: publication for publication in self.record.publications}

    @cached_property
    def lineages(self) -> dict[str, Lineage]:
        """Lineages by article."""
        return {lineage.article: lineage for lineage in self.record.lineages}

    @cached_property
    def said_of(self) -> dict[str | None, list[Statement]]:
        """Statements by the event that they belong to, in the record's order; None: to no event."""
        found: dict[str | None, list[Statement]] = {}
        for statement in self.record.statements:
            found.setdefault(statement.event, []).append(statement)
        return found

    def name(self, actor: str) -> str:
        """The name of an actor."""
        known = self.actors.get(actor)
        return safe(known.name if known else actor)

    def several(self, actors: tuple[str, ...]) -> str:
        """The names of several actors: "A, B and C"; "someone" where the text names nobody."""
        return listed([self.name(actor) for actor in actors]) or "someone"

    def party(self, party: Party) -> str:
        """A party with the office held that day: "Sergey Lavrov, Minister of Foreign Affairs (Russia)"."""
        name = self.name(party.actor)
        state = self.names.state(party.state) if party.state else ""
        office = safe(self.names.office(party.office)) if party.office else ""
        said = f"{name}, {office}" if office and office.lower() not in name.lower() else name
        return f"{said} ({state})" if state and state not in said else said

    def parties(self, event: Event) -> str:
        """All parties of an event."""
        return "; ".join(self.party(party) for party in event.parties) or "nobody named"

    def place(self, place: Place | None) -> str:
        """A place with its state, and how it is known where the text does not say it; "" for none."""
        if place is None:
            return ""
        state = self.names.state(place.state) if place.state else ""
        said = f"{safe(place.name)} ({state})" if state and state != place.name else safe(place.name)
        return said if place.basis == "said" else f"{said}, from the {place.basis}"

    def quote(self, evidence: Evidence) -> str:
        """The quoted evidence, on one line."""
        article = self.articles.get(evidence.article)
        return safe(article.quote(evidence)) if article else ""

    def source(self, article: str) -> str:
        """What an article is called: its outlet, or its path."""
        known = self.articles.get(article)
        return safe(known.outlet or known.path) if known else article

    def chain(self, said: Attribution, article: str) -> str:
        """Through whom we know a statement, innermost first."""
        links = [(self.name(link.actor), link.relation) for link in said.chain]
        known = self.articles.get(article)
        if known and known.outlet:
            return chain_in_words(links, safe(known.outlet))
        return ", ".join(part for part in (chain_in_words(links, None), f"in {self.source(article)}") if part)
