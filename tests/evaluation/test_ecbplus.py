"""The adapter to ECB+, on a small topic of our own: two fires told by three documents."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from evaluation import ecbplus
from evaluation.ecbplus import Word, by_lemma, by_likeness, family, mentions_of


def document(name: str, words: str, event: int, chain: str) -> tuple[dict[str, Any], list[Word]]:
    """A document of one sentence; capital letters are names, the event's word is its root."""
    tokens = words.split()
    mention = {"id": "1", "type": "ACTION_OCCURRENCE", "tokens": [event], "chain": chain}
    row = {"doc": name, "topic": "1", "tokens": tokens, "sent": [0] * len(tokens), "mentions": [mention],
           "validated_sentences": [0]}  # fmt: skip
    parsed = [
        Word(word.lower(), "PROPN" if word[0].isupper() else "NOUN", "nsubj" if at != event else "root", event)
        for at, word in enumerate(tokens)
    ]
    return row, parsed


ROWS = (
    document("one", "Harbour warehouse Lagos burn flames crane", 3, "lagos"),
    document("two", "Lagos Harbour crane burning flames warehouse", 3, "lagos"),
    document("three", "Turin theatre curtain burn smoke orchestra", 3, "turin"),
)


def test_a_verb_and_its_noun_are_one_family() -> None:
    assert family("nominate") == family("nomination")
    assert family("arrest") == family("arresting")
    assert family("arrest") != family("attack")


def test_two_stories_of_one_lemma_come_apart_and_two_forms_of_one_story_together() -> None:
    mentions = mentions_of([row for row, _ in ROWS], [parsed for _, parsed in ROWS])
    lemma = sorted(sorted(m.id[0] for m in group) for group in by_lemma(mentions))
    likeness = sorted(sorted(m.id[0] for m in group) for group in by_likeness(mentions))
    assert lemma == [["one", "three"], ["two"]]
    assert likeness == [["one", "two"], ["three"]]


def test_a_light_verb_is_an_event_only_with_what_it_shares() -> None:
    one, two, _ = mentions_of([row for row, _ in ROWS], [parsed for _, parsed in ROWS])
    for shared, less in ((frozenset({"crane"}), 0), (frozenset(), ecbplus.EMPTY)):
        heavy, other = (replace(mention, lemma="seize", participants=shared) for mention in (one, two))
        light = replace(heavy, lemma="take")
        assert ecbplus._pair(light, other) == pytest.approx(ecbplus._pair(heavy, other) - less)


def test_mentions_outside_validated_sentences_are_left_out() -> None:
    row, parsed = ROWS[0]
    assert not mentions_of([{**row, "validated_sentences": []}], [parsed])
