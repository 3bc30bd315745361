"""Dating cues with the tables that ship: conflicts begun, occasions of every tense, offices seldom said alone."""

from __future__ import annotations

from datetime import date

import pytest

from communique.knowledge import load
from communique.reading import pipeline
from communique.reading.times import find_cues, find_times
from communique.reconciling.dating import date_article
from communique.records import Article, DatingCue, Line, Publication, Reading


def read(text: str) -> tuple[Article, Reading]:
    article = Article("art-test", "test", "", text, (Line(1, 0, len(text), "body", "test"),), "text", "en")
    (document,) = pipeline.parse([article])
    times = find_times(document, load())
    return article, Reading("art-test", "test", times=times, cues=find_cues(document, load(), times))


def cues(text: str) -> tuple[DatingCue, ...]:
    return read(text)[1].cues


def dated(text: str) -> Publication:
    return date_article(*read(text), load())


def test_a_conflict_that_is_over_may_be_told_for_ever_after() -> None:
    publication = dated("The envoy warned of a Cold War mentality. The accord was signed on 5 June 2019.")
    assert publication.best is not None
    assert publication.best.year >= 2019


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("More than two years since the war in Ukraine began, talks stalled.", "more than"),
        ("The war in Ukraine approaches its four-year mark.", "not yet"),
    ],
)
def test_lengths_since_a_beginning_keep_their_bound(sentence: str, bound: str) -> None:
    elapsed = [cue for cue in cues(sentence) if cue.kind == "elapsed"]
    assert [cue.bound for cue in elapsed] == [bound]


def test_an_age_of_a_person_is_no_time_gone_by() -> None:
    assert [cue for cue in cues("The envoy, 52 years old, spoke of the war in Ukraine.") if cue.kind == "elapsed"] == []


def test_an_occasion_ahead_puts_the_telling_before_it() -> None:
    publication = dated("The president will attend the Munich Security Conference in February 2024.")
    assert publication.best is not None
    assert publication.best <= date(2024, 2, 29)


def test_an_occasion_behind_puts_the_telling_close_after_it() -> None:
    publication = dated("At the 2023 Munich Security Conference last week, the chancellor met the vice president.")
    assert publication.best is not None
    assert date(2023, 2, 17) <= publication.best <= date(2023, 3, 5)
