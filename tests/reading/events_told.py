"""What is told in a text: its events as short lines, for tests."""

from __future__ import annotations

from functools import cache

from communique import intake, knowledge
from communique.reading import pipeline, read_document
from communique.records import Article


@cache
def lines(text: str) -> tuple[str, ...]:
    """Each event as "status kind: parties @ place (times)"; parties by the last part of their key, in order."""
    article = next(iter(intake.read_bytes("article.txt", text.encode(), ".txt")))
    assert isinstance(article, Article)
    (document,) = pipeline.parse([article])
    reading = read_document(document, knowledge.load())
    found = []
    for telling in reading.tellings:
        parties = sorted(party.actor.partition(":")[2] for party in telling.parties)
        times = ", ".join(article.quote(reading.times[index].evidence) for index in telling.times)
        place = telling.place.name if telling.place else "-"
        found.append(f"{telling.status} {telling.kind}: {' + '.join(parties)} @ {place} ({times})")
    return tuple(found)
