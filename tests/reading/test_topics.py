"""Topics: phrases raise them, by word or lemma, in the order of the text."""

from __future__ import annotations

import pytest

from communique.reading.topics import contexts_of, find_topics, topics
from tests.reading.speech_stage import stage

SENTENCES = [
    ("The envoys discussed a prisoner exchange.", "prisoner exchange"),
    ("Delhi and Beijing disengaged along the Line of Actual Control.", "border"),
    ("Brussels raised tariffs on cars.", "trade"),
    ("The inspectors saw the centrifuges.", "nuclear programme"),
    ("They welcomed a truce in Sudan.", "ceasefire"),
    ("The navies held joint drills.", "military exercises"),
    ("London imposed sanctions on the bank.", "sanctions"),
    ("Rome and Tunis spoke of migrants.", "migration"),
]


@pytest.mark.parametrize(("text", "topic"), SENTENCES)
def test_phrases_raise_topics(text: str, topic: str) -> None:
    document = stage(text).document
    assert topic in find_topics(document, 0, len(document.words))


def test_topics_stand_in_the_order_of_the_text_and_only_within_the_span() -> None:
    document = stage("Sanctions came first and a ceasefire later.").document
    assert find_topics(document, 0, len(document.words)) == ("sanctions", "ceasefire")
    assert find_topics(document, 1, len(document.words)) == ("ceasefire",)
    assert find_topics(document, 1, 3) == ()


def test_the_taxonomy_is_small_and_names_each_topic_once() -> None:
    names = [topic.name for topic in topics()]
    assert 35 <= len(names) <= 60
    assert len(set(names)) == len(names)
    assert all(topic.triggers and topic.contexts for topic in topics())


def test_contexts_of_topics() -> None:
    assert contexts_of(("sanctions", "trade")) == ("economic",)
    assert contexts_of(("unheard of",)) == ()
