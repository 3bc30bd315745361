"""Whose text an article is by its own word: outlets, agencies credited, and where it says that it first appeared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.knowledge.model import Outlet
from communique.reconciling.lineage.crediting import (
    agencies_credited,
    credits_as_source,
    open_desk,
    outlet_of,
    reprinted_from,
)
from communique.reconciling.lineage.words import plain_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.records import Article


@dataclass(frozen=True, slots=True)
class Newsroom:
    """By article id: the article, its outlet, the agencies it credits, and whom it says it is reprinted from."""

    articles: Mapping[str, Article]
    outlets: Mapping[str, Outlet | None]
    credited: Mapping[str, tuple[Outlet, ...]]
    reprinted: Mapping[str, tuple[tuple[str, ...], ...]]

    def credit(self, left: str, right: str) -> str | None:
        """The outlet to which both articles owe their text: an agency both credit, or one from whom the other took."""
        keys = {outlet.key for outlet in self.credited[right]}
        agency = next((outlet.name for outlet in self.credited[left] if outlet.key in keys), None)
        return agency or self._taken(left, right) or self._taken(right, left)

    def heads(self, left: str, right: str) -> frozenset[str]:
        """Which of two kin articles is the other's source by outlet: an agency's own, or whom the other names."""
        named = {source for article, source in ((left, right), (right, left)) if self._taken(article, source)}
        return frozenset(named) or frozenset(key for key in (left, right) if self._agency(key))

    def _taken(self, article: str, source: str) -> str | None:
        return credits_as_source(self.reprinted[article], self.articles[source], self.outlets[source])

    def _agency(self, article: str) -> bool:
        outlet = self.outlets[article]
        return outlet is not None and outlet.kind == "agency"


def _unknown(article: Article) -> Outlet | None:
    """The outlet of an article that knowledge does not hold: another article may cite it by its name all the same."""
    words = plain_words(article.outlet or "")
    return Outlet("-".join(words), article.outlet, "paper", None) if article.outlet and words else None


def open_newsroom(articles: Sequence[Article], knowledge: Knowledge) -> Newsroom:
    """Look up outlets and credits of all articles."""
    desk = open_desk(knowledge)
    known = {article.id: outlet_of(article, desk, knowledge) for article in articles}
    return Newsroom(
        {article.id: article for article in articles},
        {article.id: known[article.id] or _unknown(article) for article in articles},
        {article.id: agencies_credited(article, known[article.id], desk) for article in articles},
        {article.id: reprinted_from(article) for article in articles},
    )
