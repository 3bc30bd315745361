"""Lengths that count from what an article tells: what they count from, to which side, and whose time they are."""

from __future__ import annotations

from datetime import date

import pytest

from communique.knowledge import load
from communique.reading import pipeline, read_document
from communique.reading.times import find_times, resolve_all
from communique.records import Article, Evidence, Line, Reading, TimeExpression, When

TOLD = date(2024, 3, 15)  # a Friday


def parsed(*lines: str) -> Article:
    made, at = [], 0
    for number, line in enumerate(lines, 1):
        made.append(Line(number, at, at + len(line), "body", "test"))
        at += len(line) + 1
    return Article("art-test", "test", "", "\n".join(lines), tuple(made), "text", "en")


def days(words: str, *lines: str) -> When:
    """What the expression of these words means, told on the day of these tests."""
    article = parsed(*lines)
    (document,) = pipeline.parse([article])
    times = find_times(document, load())
    resolved = resolve_all(times, TOLD, load())
    return next(w for time, w in zip(times, resolved, strict=True) if article.quote(time.evidence) == words)


def dated_by(*lines: str) -> tuple[Article, Reading]:
    article = parsed(*lines)
    (document,) = pipeline.parse([article])
    return article, read_document(document, load())


@pytest.mark.parametrize(
    ("words", "lines", "day"),
    [
        ("two days", ("The ministers met on Thursday, two days after the two spoke by telephone.",), date(2024, 3, 12)),
        ("A day", ("A day after the two leaders met on Monday, the minister flew to Rabat.",), date(2024, 3, 12)),
        ("Three days", ("They held talks in Lima on Tuesday.", "Three days before the talks, an envoy arrived."),
         date(2024, 3, 9)),
        ("Two days", ("The king visited Oman on Monday.", "Two days after that visit, the envoy flew to Doha."),
         date(2024, 3, 13)),
        ("a day", ("The presidents met on Tuesday.", "The meeting came a day after the ministers spoke."),
         date(2024, 3, 11)),
    ],
)  # fmt: skip
def test_a_length_counts_from_what_is_told(words: str, lines: tuple[str, ...], day: date) -> None:
    when = days(words, *lines)
    assert (when.start, when.end) == (day, day)


@pytest.mark.parametrize(
    "lines",
    [
        ("The day after the talks on Monday, the minister flew home.",),
        (
            "They held talks in Lima on Monday.",
            "An envoy arrived on Thursday.",
            "The day after the talks, he had left.",
        ),
    ],
)
def test_the_day_after_counts_from_what_it_is_after(lines: tuple[str, ...]) -> None:
    assert days("The day after", *lines).start == date(2024, 3, 12)


def test_a_length_is_as_exact_as_what_it_counts_from() -> None:
    when = days("Two days", "The king visited Oman last month.", "Two days after that visit, the envoy flew to Doha.")
    assert (when.start, when.end) == (date(2024, 2, 3), date(2024, 3, 2))


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("less than two months", date(2024, 1, 12), date(2024, 3, 11)),
        ("more than two months", date(2023, 12, 12), date(2024, 1, 12)),
    ],
)
def test_less_than_and_more_than_are_intervals(words: str, start: date, end: date) -> None:
    when = days(words, f"The leaders met in Seoul on Tuesday, {words} after their summit in Tokyo.")
    assert (when.start, when.end) == (start, end)


@pytest.mark.parametrize(
    "sentence",
    [
        "The agreement was reached after five days of talks.",
        "The envoy stayed for two days before the minister arrived.",
        "The minister will serve three years after a reform.",
    ],
)
def test_a_length_without_a_time_to_count_from_dates_nothing(sentence: str) -> None:
    (document,) = pipeline.parse([parsed(sentence)])
    assert all(time.anchor_index is None for time in find_times(document, load()))


def test_what_follows_after_is_dated_not_what_stands_before_it() -> None:
    article, reading = dated_by(
        "Turkish Foreign Minister Hakan Fidan met his Iraqi counterpart Fuad Hussein in Baghdad on Thursday, two days "
        "after the two spoke by telephone."
    )
    said = {
        telling.kind: [article.quote(reading.times[i].evidence) for i in telling.times] for telling in reading.tellings
    }
    assert said == {"meeting": ["Thursday"], "call": ["two days"]}


def test_what_is_no_event_keeps_its_length_to_itself() -> None:
    article, reading = dated_by(
        "Kenyan President William Ruto met Somali President Hassan Sheikh Mohamud in Nairobi on Monday, three days "
        "after a storm hit the border."
    )
    (meeting,) = [telling for telling in reading.tellings if telling.kind == "meeting"]
    assert [article.quote(reading.times[i].evidence) for i in meeting.times] == ["Monday"]


def test_a_conference_on_whose_sidelines_they_met_has_the_time_of_the_meeting() -> None:
    article, reading = dated_by(
        "Kenyan President William Ruto and Somali President Hassan Sheikh Mohamud met on the sidelines of a conference "
        "in Geneva in January."
    )
    said = {t.kind: [article.quote(reading.times[i].evidence) for i in t.times] for t in reading.tellings}
    assert said["conference"] == ["January"]


def test_a_date_is_of_the_year_said_with_its_month() -> None:
    text = "The premier visited Asmara in July 2018 and signed a declaration on 9 July."
    assert days("9 July", text).start == date(2018, 7, 9)
    apart = days("9 July", "The accord was signed in July 2018.", "The premier came home on 9 July.")
    assert apart.start == date(2023, 7, 9)


def test_what_is_due_lies_ahead() -> None:
    assert days("14 June", "The envoy is due to hold talks with Kenya's president on 14 June.").start == date(
        2024, 6, 14
    )


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("The minister ended a two-day visit to Oman on Friday.", -1),
        ("The ministers concluded nearly two days of talks on Friday.", -1),
        ("The minister arrived on Friday for a two-day visit.", 0),
    ],
)
def test_a_length_that_is_over_says_so(sentence: str, side: int) -> None:
    (document,) = pipeline.parse([parsed(sentence)])
    (length,) = [time for time in find_times(document, load()) if time.form == "length"]
    assert length.direction == side


def test_what_counts_from_a_length_that_looks_ahead_is_resolved_after_it() -> None:
    at = Evidence("art-test", 0, 1)
    length = TimeExpression(
        at, "DURATION", "span", "length", unit="day", amount=2, relation="after", anchor="text", anchor_index=2
    )
    next_day = TimeExpression(at, "DATE", "told-unit", "shift", unit="day", amount=1, anchor="text", anchor_index=0)
    monday = TimeExpression(at, "DATE", "weekday", "weekday", weekday=0, direction=-1, anchor="publication")
    resolved = resolve_all([length, next_day, monday], TOLD)
    assert [when.start for when in resolved] == [date(2024, 3, 13), date(2024, 3, 14), date(2024, 3, 11)]


def test_a_length_counts_from_what_another_length_dates() -> None:
    lines = (
        "The president flew home on Monday, two days after he met the king in Luanda.",
        "Three days before the Luanda meeting, an envoy had arrived.",
    )
    assert days("Three days", *lines).start == date(2024, 3, 6)
