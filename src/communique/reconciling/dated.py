"""An article in its time: its day of publication, its offices bound to people, its times counted from that day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.reconciling.binding import bind
from communique.reconciling.checks import checks_alone
from communique.reconciling.dating import date_article, dating_checks
from communique.reconciling.memory import digest_of
from communique.reconciling.timing import possible_times, resolve_times
from communique.records import Actor, Check, Publication

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.reconciling.dating.timeline import Vote
    from communique.reconciling.memory import Memory
    from communique.records import Article, Reading, When


@dataclass(frozen=True, slots=True)
class Dated:
    """One article with its reading bound to its day.

    `times` are those of the reading counted from the likeliest day, `possible` from all possible ones; `actors` are
    those the reading speaks of; `mark` is a digest of article, reading and publication, on which all the rest hangs.
    """

    article: Article
    reading: Reading
    publication: Publication
    times: tuple[When, ...]
    possible: tuple[When, ...]
    actors: Mapping[str, Actor]
    mark: str


def date(
    article: Article, reading: Reading, knowledge: Knowledge, memory: Memory, others: Sequence[Vote] = ()
) -> Dated:
    """Date an article and count its times; `others` is what other articles say of its day."""
    source = digest_of(article, reading)
    publication = memory.recall(
        "day", digest_of(source, others), Publication, lambda: date_article(article, reading, knowledge, others)
    )
    bound = bind(reading, publication, knowledge)
    possible = possible_times(bound.reading, publication, knowledge)
    times = resolve_times(bound.reading, publication, knowledge, possible)
    mark = digest_of(source, publication)
    return Dated(article, bound.reading, publication, times, possible, bound.actors, mark)


def checks_on(one: Dated, knowledge: Knowledge, memory: Memory) -> tuple[Check, ...]:
    """What in an article cannot be right by itself."""

    def make() -> tuple[Check, ...]:
        own = one.article, one.reading, one.publication, knowledge
        return (*dating_checks(*own), *checks_alone(*own))

    return memory.recall("check", one.mark, tuple[Check, ...], make)


def acting(one: Dated) -> Dated:
    """The article as far as its acts go: they are dated and made one as events are, apart from these."""
    return replace(one, reading=replace(one.reading, tellings=one.reading.acts))


def actors_of(dated: Iterable[Dated]) -> dict[str, Actor]:
    """The actors of all articles, those of several made one."""
    actors: dict[str, Actor] = {}
    for one in dated:
        for key, actor in sorted(one.actors.items()):
            actors[key] = _merged(actors.get(key), actor)
    return actors


def _merged(known: Actor | None, actor: Actor) -> Actor:
    """One actor of several articles: aliases joined; of two names the longer, then the first by letters."""
    if known is None:
        return actor
    name = min((known.name, actor.name), key=lambda text: (-len(text), text))
    aliases = {*known.aliases, *actor.aliases, known.name, actor.name} - {name}
    states = sorted(state for state in {known.state, actor.state} if state is not None)
    sector = min((s for s in (known.sector, actor.sector) if s is not None), default=None)
    return Actor(actor.id, name, actor.kind, states[0] if states else None, tuple(sorted(aliases)), sector)
