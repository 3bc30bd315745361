"""Reading: from one article to all that it says. Each article is read for itself, without knowing its date.

The order inside: parse, cast, times, speech, events. `read_articles` is the only way in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.records import Article, Evidence, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.knowledge import Knowledge
    from communique.reading.document import Document

__all__ = ["can_read", "read_articles", "reader_version"]

VERSION = "2"


def reader_version() -> str:
    """The version of the reader: readings made by another version are made again."""
    from communique.reading import pipeline

    return f"reader-{VERSION}+{pipeline.version()}"


def can_read(article: Article) -> bool:
    """Whether an article is in a language that the reader understands (English)."""
    return article.language == "en"


def read_articles(articles: Iterable[Article], knowledge: Knowledge) -> Iterator[Reading]:
    """Read articles one after another, one reading each; the reading of an article depends on that article alone.

    An article in another language than English gives an empty reading.
    """
    from communique.reading import pipeline

    for document in pipeline.parse(articles):
        yield read_document(document, knowledge)


def read_document(document: Document, knowledge: Knowledge) -> Reading:
    """All that one parsed article says."""
    from communique.reading.actors import find_cast, read_mentions
    from communique.reading.events import find_events, with_land, with_standins
    from communique.reading.gazetteer import look_up
    from communique.reading.speech import find_attributions, holders
    from communique.reading.times import find_cues, find_times

    article = document.article
    if not can_read(article) or not len(document.doc):
        return Reading(article.id, reader_version())
    gazetteer = look_up(document, knowledge)
    cast = find_cast(document, knowledge, gazetteer)
    cast = with_standins(document, with_land(cast, gazetteer, knowledge))
    times = find_times(document, knowledge)
    attributions = find_attributions(document, cast, times, knowledge)
    stated = tuple(said for said in attributions if said.stated)
    held_by = holders(document, cast, stated)
    tellings, acts, coded = find_events(document, cast, gazetteer, times, stated, held_by, knowledge)
    by_id = {said.id: said for said in coded}
    attributions = tuple(by_id.get(said.id, said) for said in attributions)
    return Reading(
        article.id, reader_version(), tuple(cast.actors[key] for key in sorted(cast.actors)),
        read_mentions(document, cast), cast.offices, times, find_cues(document, knowledge, times, cast),
        tellings, attributions, _headings(document), acts,
    )  # fmt: skip


def _headings(document: Document) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(document.article.id, line.start, line.end)
        for line in document.article.lines
        if line.kind in ("title", "heading")
    )
