"""The desk that the page is laid out on: the record's articles, actors and names, found by their ids."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.export.report.excerpts import excerpts
from communique.export.report.links import Ref, anchor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.export.names import Names
    from communique.export.report.excerpts import Excerpt
    from communique.records import Actor, Article, Event, Evidence, PloverCode, Record


@dataclass(frozen=True, slots=True)
class Quoted:
    """Excerpts of one article, under the link to it."""

    article: Ref
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """Finds what the ids of a record stand for, and words it for the page."""

    record: Record
    names: Names
    articles: dict[str, Article]
    actors: dict[str, Actor]
    events: dict[str, Event]

    @classmethod
    def of(cls, record: Record, names: Names) -> Desk:
        """The desk for one record."""
        return cls(
            record,
            names,
            {article.id: article for article in record.articles},
            {actor.id: actor for actor in record.actors},
            {event.id: event for event in record.events},
        )

    def actor(self, key: str) -> Ref:
        """A link to an actor; one that the record does not list is named by its id, without a link."""
        actor = self.actors.get(key)
        return Ref(anchor("actor", key), actor.name) if actor else Ref(None, key)

    def article(self, key: str) -> Ref:
        """A link to an article, in the words of its outlet, with its title (or path) as note."""
        article = self.articles.get(key)
        if article is None:
            return Ref(None, key)
        return Ref(anchor("article", key), article.outlet or "outlet not said", article.title or article.path)

    def event(self, key: str) -> Ref:
        """A link to an event, in the words of its heading."""
        event = self.events.get(key)
        return Ref(anchor("event", key), self.event_title(event)) if event else Ref(None, key)

    def event_title(self, event: Event) -> str:
        """Title as "Meeting: Albin Kurti and Aleksandar Vučić, Ohrid"; of more than four the rest are counted."""
        who = [self.actor(party.actor).text for party in event.parties]
        shown = who if len(who) <= 4 else [*who[:3], f"{len(who) - 3} others"]
        people = " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
        parts = [part for part in (people, event.place.name if event.place else "") if part]
        return f"{kind_in_words(event.kind)}: {', '.join(parts)}" if parts else kind_in_words(event.kind)

    def state(self, code: str | None) -> str:
        """A state's name, "" for none."""
        return self.names.state(code) if code else ""

    def quote(self, evidence: Iterable[Evidence]) -> tuple[Quoted, ...]:
        """The excerpts of all slices, grouped by article in the order in which the evidence first names them."""
        found = tuple(evidence)
        cited = dict.fromkeys(piece.article for piece in found if piece.article in self.articles)
        return tuple(Quoted(self.article(key), excerpts(self.articles[key], found)) for key in cited)


def kind_in_words(kind: str) -> str:
    """An event's kind as a heading begins: "Meeting"; "other" says nothing, so it is an "Event"."""
    words = re.sub(r"[-_]+", " ", kind).strip()
    return "Event" if words in ("", "other") else words[:1].upper() + words[1:]


def plover_in_words(code: PloverCode | None) -> str:
    """A PLOVER code as it is cited: "CONSULT, third-party"; "" for none."""
    return "" if code is None else ", ".join(part for part in (code.type, code.mode) if part)
