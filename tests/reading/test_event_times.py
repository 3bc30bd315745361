"""Which of a document's times belong to an event."""

from __future__ import annotations

import pytest

from communique.knowledge import load
from communique.reading import pipeline
from communique.reading.cast import Cast
from communique.reading.events.candidates import Scene
from communique.reading.events.timing import times_of
from communique.reading.gazetteer import look_up
from communique.reading.times import find_times
from communique.records import Article, Line


def times(line: str, word: str) -> tuple[str, ...]:
    """The words of the times that belong to an event with this trigger."""
    article = Article("a", "a.txt", "", line, (Line(1, 0, len(line), "body", "test"),), "text", "en")
    (document,) = pipeline.parse([article])
    found = find_times(document, load())
    scene = Scene(document, Cast.__new__(Cast), look_up(document, load()), found, load())
    trigger = next(token for token in document.doc if token.text == word)
    return tuple(article.quote(found[index].evidence) for index in times_of(scene, trigger))


@pytest.mark.parametrize(
    ("line", "trigger", "expected"),
    [
        ("Nairobi recalled the agreement that the two leaders reached on 10 March.", "agreement", ("10 March",)),
        ("The talks on Monday follow the visit of the king.", "visit", ()),
        ("The talks on Monday follow the visit of the king.", "talks", ("Monday",)),
        ("The king called off a visit to Accra planned for May.", "visit", ("May",)),
    ],
)
def test_a_time_belongs_to_what_it_is_said_of(line: str, trigger: str, expected: tuple[str, ...]) -> None:
    assert times(line, trigger) == expected
