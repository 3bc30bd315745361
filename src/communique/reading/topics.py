"""What a passage is about: a small taxonomy with trigger phrases and the PLOVER contexts they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from communique.knowledge.tables import read_table, several

if TYPE_CHECKING:
    from communique.reading.document import Document

COLUMNS = ("topic", "contexts", "triggers")


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its PLOVER contexts and the phrases (lower-case words or lemmas) that raise it."""

    name: str
    contexts: tuple[str, ...]
    triggers: tuple[tuple[str, ...], ...]


@cache
def topics() -> tuple[Topic, ...]:
    """The taxonomy, in the order of its table.

    Raises:
        KnowledgeError: the table is malformed.
    """
    table = read_table(Path(__file__).parent / "topics.tsv", COLUMNS)
    return tuple(
        Topic(name, several(contexts), tuple(tuple(phrase.split()) for phrase in several(triggers)))
        for _, (name, contexts, triggers) in table.rows
    )


@cache
def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for topic in topics():
        for trigger in topic.triggers:
            table.setdefault(trigger[0], []).append((trigger, topic.name))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


def find_topics(document: Document, start: int, end: int) -> tuple[str, ...]:
    """The topics of tokens [start, end), in the order in which they are raised; () where none is."""
    table = _by_first_word()
    found: list[str] = []
    for i in range(start, end):
        for key in dict.fromkeys((document.lower[i], document.lemmas[i])):
            for trigger, name in table.get(key, ()):
                if i + len(trigger) <= end and _fits(document, i, trigger):
                    found.append(name)
    return tuple(dict.fromkeys(found))


def contexts_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """The PLOVER contexts of topics, each once, in order."""
    by_name = {topic.name: topic.contexts for topic in topics()}
    return tuple(dict.fromkeys(context for name in names for context in by_name.get(name, ())))


def _fits(document: Document, i: int, trigger: tuple[str, ...]) -> bool:
    return all(word in (document.lower[i + n], document.lemmas[i + n]) for n, word in enumerate(trigger))
