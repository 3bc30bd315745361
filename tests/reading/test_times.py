"""Times of an article: what is found, on which side it lies, and which days it means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading import pipeline
from communique.reading.times import calendar, resolve, resolve_all, timex_value
from communique.reading.times.finder import find
from communique.reading.times.patterns import grammar
from communique.records import Article, Evidence, Line, TimeExpression, When

TOLD = date(2024, 5, 16)  # a Thursday


def article(text: str) -> Article:
    lines, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(Line(number, at, at + len(line), "body", "test"))
        at += len(line) + 1
    return Article("art-test", "test", "", text, tuple(lines), "text", "en")


def times(text: str) -> list[tuple[str, TimeExpression]]:
    made = article(text)
    (document,) = pipeline.parse([made])
    return [(made.quote(time.evidence), time) for time in find(document)]


def values(text: str, told: date = TOLD) -> dict[str, str]:
    return {words: timex_value(time, told) for words, time in times(text)}


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The envoys met in Doha on 22 February 2023.", "22 February 2023", "2023-02-22"),
        ("The treaty was signed on Feb. 22, 2023.", "Feb. 22, 2023", "2023-02-22"),
        ("The pact was signed on 2023-02-22 in Accra.", "2023-02-22", "2023-02-22"),
        ("Relations were restored in March 2023.", "March 2023", "2023-03"),
        ("The border was closed in 2018.", "2018", "2018"),
        ("They had been rivals since the 1990s.", "the 1990s", "199"),
        ("The minister left Islamabad yesterday.", "yesterday", "2024-05-15"),
        ("Kenya's president arrived last month.", "last month", "2024-04"),
        ("Delegates will gather next week.", "next week", "2024-W21"),
        ("The accord was reached three years ago.", "three years ago", "2021"),
        ("Talks will resume early next year.", "early next year", "2025"),
        ("Serbia's president spoke in Pristina last Friday.", "last Friday", "2024-05-10"),
        ("The leaders spoke by phone over the weekend.", "the weekend", "2024-W19-WE"),
        ("They met for the first time in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3"),
        ("It was agreed in spring 2022.", "spring 2022", "2022-SP"),
        ("The envoy began a four-day visit.", "four-day", "P4D"),
        ("The summit lasted two weeks.", "two weeks", "P2W"),
        ("The ministers speak every Monday.", "every Monday", "XXXX-WXX-1"),
        ("The bloc holds an annual forum.", "annual", "P1Y"),
        ("The sides have recently exchanged prisoners.", "recently", "PAST_REF"),
        ("A truce was declared on Christmas Day.", "Christmas Day", "2023-12-25"),
        ("It was founded in the 20th century.", "the 20th century", "19"),
    ],
)
def test_value(sentence: str, words: str, value: str) -> None:
    assert values(sentence).get(words) == value


@pytest.mark.parametrize(
    "sentence",
    [
        "The parties may march to the capital.",
        "Theresa May met the delegation.",
        "The sun rose over Khartoum.",
        "They sat down with the mediators.",
        "Oil fell as the second envoy left.",
        "He asked for 1900 tents and 2024 blankets.",
    ],
)
def test_ordinary_words_are_no_times(sentence: str) -> None:
    assert times(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Iran's minister arrived in Riyadh on Tuesday.", -1),
        ("Iran's minister will meet his counterpart on Tuesday.", 1),
        ("Iran's minister is set to visit Riyadh on Tuesday.", 1),
        ("The two leaders have been meeting since Tuesday.", -1),
        ("The delegation is due to arrive on Tuesday.", 1),
    ],
)
def test_side_of_a_weekday(sentence: str, direction: int) -> None:
    assert [time.direction for _, time in times(sentence)] == [direction]


def test_a_range_is_two_expressions_the_second_counted_from_the_first() -> None:
    found = times("Vietnam hosted the summit on February 14-22.")
    assert [(words, time.month, time.day, time.relation) for words, time in found] == [
        ("February 14", 2, 14, "since"),
        ("22", 2, 22, "until"),
    ]
    assert found[1][1].anchor_index == 0


def test_later_counts_from_what_was_told_before() -> None:
    found = [time for _, time in times("They met on 3 May 2021. Two days later they signed.")]
    assert found[1].anchor_index == 0
    assert resolve_all(found, TOLD)[1].start == date(2021, 5, 5)


def test_the_preceding_year_counts_from_a_year_said_else_from_publication() -> None:
    said = [time for _, time in times("Talks opened in June 2019, after the accord of the preceding year.")]
    assert resolve_all(said, TOLD)[-1].start == date(2018, 1, 1)
    unsaid = [time for _, time in times("Talks opened in October, after his visit in March of the preceding year.")]
    assert resolve_all(unsaid, TOLD)[-1].start == date(2023, 3, 1)


def test_evidence_is_the_words_of_the_text() -> None:
    made = article("The envoy’s talks — held on\u00a0Monday — ended “last month”.")
    (document,) = pipeline.parse([made])
    assert [made.quote(time.evidence) for time in find(document)] == ["Monday", "last month"]


def weekday(wanted: int, direction: int, amount: float | None = None) -> TimeExpression:
    return TimeExpression(
        Evidence("a", 0, 1), "DATE", "weekday", "weekday",
        weekday=wanted, direction=direction, amount=amount, anchor="publication",  # type: ignore[arg-type]
    )  # fmt: skip


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 6))
def test_weekdays_lie_within_a_week_on_their_side(told: date, wanted: int) -> None:
    past, ahead = resolve(weekday(wanted, -1), told), resolve(weekday(wanted, 1), told)
    last = resolve(weekday(wanted, -1, -1.0), told)
    assert past.start is not None
    assert ahead.start is not None
    assert last.start is not None
    assert past.start.weekday() == ahead.start.weekday() == last.start.weekday() == wanted
    assert 0 <= (told - past.start).days <= 6
    assert 0 <= (ahead.start - told).days <= 6
    assert 1 <= (told - last.start).days <= 7


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 200), st.integers(0, 6))
def test_a_publication_interval_gives_the_hull_of_its_days(first: date, days: int, wanted: int) -> None:
    from datetime import timedelta

    span = [first + timedelta(days=n) for n in range(days + 1)]
    whole = resolve(weekday(wanted, -1), When(span[0], span[-1], "range", "test", 0.9))
    each = [resolve(weekday(wanted, -1), day) for day in span]
    assert whole.start == min(when.start for when in each if when.start)
    assert whole.end == max(when.end for when in each if when.end)
    assert whole.confidence <= each[0].confidence


@given(st.integers(1990, 2040), st.integers(1, 12), st.sampled_from(["", "early", "mid", "late"]))
def test_thirds_lie_inside(year: int, month: int, part: str) -> None:
    whole = calendar.months(year, month)
    start, end = calendar.thirds(whole, part)
    assert whole[0] <= start <= end <= whole[1]


@pytest.mark.parametrize(("year", "day"), [(2000, (4, 23)), (2023, (4, 9)), (2024, (3, 31)), (2025, (4, 20))])
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert calendar.easter(year) == date(year, *day)


def test_since_and_before_turn_the_interval() -> None:
    found = dict(times("The embassy has been shut since 2019. It was open before March 2018."))
    assert resolve(found["2019"], TOLD).start == date(2019, 1, 1)
    assert resolve(found["March 2018"], TOLD).end == date(2018, 2, 28)
    assert resolve(found["March 2018"], TOLD).start is None


def test_a_length_dates_nothing() -> None:
    ((_, length),) = times("The envoy began a four-day visit.")
    assert resolve(length, TOLD).start is None


def test_every_pattern_compiles_and_can_begin_somewhere() -> None:
    rules = {rule.order for rules in grammar().by_first.values() for rule in rules}
    assert rules == set(range(len(rules)))
