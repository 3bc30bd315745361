"""What an actor has held on a topic over time: the statements of a record grouped by speaker and topic.

Asked by the command; a front end says in words what stands here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from communique.errors import NotFound

if TYPE_CHECKING:
    from communique.records import Actor, Record, Statement

NO_TOPIC = "other"  # what statements without a topic of the taxonomy are listed under


@dataclass(frozen=True, slots=True)
class Position:
    """All that one actor says on one topic, the earliest first; undated statements last."""

    actor: str
    topic: str
    statements: tuple[Statement, ...]


def positions(record: Record, who: str, topic: str | None = None) -> tuple[Position, ...]:
    """The positions of an actor, by actor and topic in the order of their names.

    `who` is a name, another name or an id of an actor; a state stands for all who speak for it. `topic` keeps the
    statements that have such a topic, or whose own words name it; they are then listed under that topic.

    Raises:
        NotFound: no actor of the record bears the name.
    """
    speakers = _speakers(record, who)
    texts = {article.id: article for article in record.articles}
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in record.statements:
        article = texts.get(statement.article)
        words = article.quote(statement.said.content) if article is not None else ""
        for actor in (speaker for speaker in statement.said.speakers if speaker in speakers):
            for name in _topics(statement, words, topic):
                groups.setdefault((actor, name), []).append(statement)
    return tuple(
        Position(actor, name, tuple(sorted(said, key=_in_time)))
        for (actor, name), said in sorted(groups.items(), key=lambda item: (speakers[item[0][0]], item[0]))
    )


def _speakers(record: Record, who: str) -> dict[str, str]:
    """The ids of those who are meant, with their names."""
    named = [actor for actor in record.actors if _bears(actor, who)]
    if not named:
        raise NotFound(f"no actor of the record is called {who!r}; `communique actors` lists their names")
    states = {actor.state for actor in named if actor.kind == "state" and actor.state}
    meant = [actor for actor in record.actors if actor in named or actor.state in states]
    return {actor.id: actor.name for actor in meant}


def _bears(actor: Actor, who: str) -> bool:
    wanted = who.casefold()
    return wanted == actor.id.casefold() or wanted in {name.casefold() for name in (actor.name, *actor.aliases)}


def _topics(statement: Statement, words: str, topic: str | None) -> tuple[str, ...]:
    if topic is None:
        return statement.said.topics or (NO_TOPIC,)
    wanted = topic.casefold()
    named = any(wanted in name.casefold() for name in statement.said.topics) or wanted in words.casefold()
    return (topic,) if named else ()


def _in_time(statement: Statement) -> tuple[date, date, str]:
    first, last = statement.when.start or statement.when.end, statement.when.end or statement.when.start
    return first or date.max, last or date.max, statement.id
