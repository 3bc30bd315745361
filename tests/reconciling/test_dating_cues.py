"""Dating cues with the tables that ship: conflicts begun, occasions of every tense, offices seldom said alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from communique.knowledge import load
from communique.reading import pipeline
from communique.reading.times import find_cues, find_times
from communique.reconciling.dating import date_article, dating_checks
from communique.records import Article, ClaimedDate, DatingCue, Evidence, Line, OfficeClaim, Publication, Reading


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


OUT_OF_OFFICE = "BEIJING, December 28 (Agency) - Foreign Minister Qin Gang met the Russian ambassador on Wednesday."


def with_office(text: str) -> tuple[Article, Reading]:
    article, reading = read(text)
    at = text.index("Foreign Minister")
    claim = OfficeClaim("person:qin-gang", "office:CHN/foreign-minister", Evidence("art-test", at, at + 25))
    return article, replace(reading, offices=(claim,))


def test_a_dateline_and_its_weekday_outweigh_a_tenure_that_begins_days_later() -> None:
    article, reading = with_office(OUT_OF_OFFICE)
    publication = date_article(article, reading, load())
    assert publication.best == date(2022, 12, 28)  # a Wednesday; he took office on 30 December
    assert [cue.used for cue in publication.why if "in office" in cue.cue] == [False]


def test_a_dateline_out_of_the_tenure_is_a_check() -> None:
    article, reading = with_office(OUT_OF_OFFICE)
    (check,) = dating_checks(article, reading, date_article(article, reading, load()), load())
    assert check.kind == "internal contradiction"
    assert [article.quote(evidence) for evidence in check.evidence] == ["December 28", "Foreign Minister Qin Gang"]
    article, reading = with_office(OUT_OF_OFFICE.replace("December 28", "January 4"))
    assert dating_checks(article, reading, date_article(article, reading, load()), load()) == ()


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Qin Gang, the Chinese foreign minister, spoke on Sudan.", False),
        ("In 2023 the Chinese foreign minister Qin Gang spoke on Sudan.", True),
        ("The paper was written by the Chinese foreign minister Qin Gang two years ago.", True),
        ("A paper was written in 2023. The Chinese foreign minister Qin Gang spoke on Sudan.", False),
    ],
)
def test_an_office_told_of_a_year_gone_was_held_then(text: str, past: bool) -> None:
    article, reading = read(text)
    at = text.index("Qin Gang")
    claim = OfficeClaim("person:qin-gang", "office:CHN/foreign-minister", Evidence("art-test", at, at + 8))
    cues = date_article(article, replace(reading, offices=(claim,)), load()).why
    assert any("has held the office" in cue.cue for cue in cues) is past


def test_a_minister_once_called_former_is_former_throughout() -> None:
    text = "Former foreign minister Qin Gang spoke. Foreign minister Qin Gang had signed the paper."
    article, reading = read(text)
    places = (text.index("Qin Gang"), text.rindex("Qin Gang"))
    offices = tuple(
        OfficeClaim("person:qin-gang", "office:CHN/foreign-minister", Evidence("art-test", at, at + 8), past=at < 30)
        for at in places
    )
    cues = date_article(article, replace(reading, offices=offices), load()).why
    assert [cue.cue for cue in cues if "in office as" in cue.cue] == []


@pytest.mark.parametrize(
    ("text", "to_come"),
    [
        ("The president-elect, Joe Biden, spoke on trade.", True),
        ("The incoming president, Joe Biden, spoke on trade.", True),
        ("The president, Joe Biden, spoke on trade.", False),
    ],
)
def test_who_is_elected_or_named_has_not_come_into_office(text: str, to_come: bool) -> None:
    article, reading = read(text)
    at, end = text.index("president"), text.index(",")
    claim = OfficeClaim("person:joe-biden", "office:USA/head-of-state", Evidence("art-test", at, end))
    publication = date_article(article, replace(reading, offices=(claim,)), load())
    assert publication.best is not None
    assert (date(2020, 8, 1) <= publication.best <= date(2021, 1, 20)) is to_come


def test_a_minister_at_the_time_is_none_now() -> None:
    text = "Qin Gang, foreign minister at the time, spoke on Sudan."
    article, reading = read(text)
    at = text.index("foreign")
    claim = OfficeClaim("person:qin-gang", "office:CHN/foreign-minister", Evidence("art-test", at, at + 16))
    publication = date_article(article, replace(reading, offices=(claim,)), load())
    assert publication.when.start is not None
    assert publication.when.start >= date(2023, 7, 10)  # he left on 25 July; titles are days off


def test_a_day_that_a_relative_clause_gives_last_month_puts_the_telling_in_the_next() -> None:
    text = "The envoys praised the talks last month, which ended on 19 April. They met again."
    cues = [cue for cue in dated(text).why if 'is said of "19 April"' in cue.cue]
    assert [(cue.says[0].month, cue.says[1].month) for cue in cues if cue.says[0] and cue.says[1]] == [(5, 5)]
    apart = "The envoys praised the talks last month. They had ended on 19 April."
    assert not any('is said of "19 April"' in cue.cue for cue in dated(apart).why)


def test_a_page_changed_long_after_a_telling_leaves_room_for_what_the_text_says() -> None:
    text = "Qin Gang, the Chinese foreign minister, spoke on Sudan."
    article, reading = read(text)
    changed = ClaimedDate("metadata", date(2024, 3, 2), detail="article:modified_time")
    claim = OfficeClaim("person:qin-gang", "office:CHN/foreign-minister", Evidence("art-test", 0, 8))
    found = date_article(replace(article, claimed_dates=(changed,)), replace(reading, offices=(claim,)), load())
    assert found.when.start is not None
    assert found.when.start < date(2023, 7, 25)


def test_a_dateline_and_the_weekday_it_tells_of_choose_the_year() -> None:
    text = "OSLO, June 12 (Wires) - The ministers met in Oslo on Wednesday, an official said."
    article, reading = read(text)
    claim = OfficeClaim("person:jonas-gahr-store", "office:NOR/head-of-government", Evidence("art-test", 0, 4))
    best = date_article(article, replace(reading, offices=(claim,)), load()).best
    assert best is not None
    assert (best.month, best.day, best.weekday()) == (6, 12, 2)


def test_an_occasion_with_a_day_ahead_is_told_of_before_it() -> None:
    when = dated("The leaders will meet at the European Political Community summit in Chisinau on 1 June.").when
    assert when.end is not None
    assert when.end <= date(2023, 5, 31)
