"""Timing: when an event was, from the times its article gives, counted from the day the article was published."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.knowledge import Knowledge, Occasion
from communique.reading import pipeline
from communique.reading.times import find_times
from communique.reconciling.timing import possible_times, resolve_times, whens_of
from communique.records import UNKNOWN, Article, Evidence, Line, Party, Publication, Reading, Telling, When
from tests.reconciling.worlds import published

if TYPE_CHECKING:
    from communique.records import Status

SUMMITS = [
    Occasion(f"lake-summit/{year}", "lake-summit", f"Lake Summit {year}", "summit", date(year, 6, 7), date(year, 6, 9))
    for year in (2021, 2022, 2023)
]
KNOWN = Knowledge({}, {}, {}, {}, {}, {}, {}, {one.key: one for one in SUMMITS}, {}, ())
WEDNESDAY = "2023-05-17"


def written(*lines: str) -> tuple[Article, Reading]:
    text = "\n".join(lines)
    kept, at = [], 0
    for number, line in enumerate(lines, 1):
        kept.append(Line(number, at, at + len(line), "body", "test"))
        at += len(line) + 1
    article = Article("a", "a.txt", "", text, tuple(kept), "text", "en")
    (document,) = pipeline.parse([article])
    return article, Reading("a", "test", times=find_times(document, KNOWN))


def when(
    *lines: str,
    publication: Publication | None = None,
    kind: str = "meeting",
    status: Status = "held",
    tense: str = "past",
    occasion: str | None = None,
    undated: bool = False,
    background: bool = False,
) -> When:
    """When the event of the last line was: all times of that line are its own, unless it is to be undated."""
    article, reading = written(*lines)
    publication = publication or published("a", WEDNESDAY)
    last = article.lines[-1]
    piece = Evidence("a", last.start, last.end)
    times = tuple(n for n, time in enumerate(reading.times) if time.evidence.start >= last.start and not undated)
    telling = Telling(
        "t", kind, status, (Party("state:KEN", "participant", (piece,)),), None, times, (piece,), piece,
        occasion=occasion, tense=tense, background=background,  # type: ignore[arg-type]
    )  # fmt: skip
    times_told = resolve_times(reading, publication, KNOWN)
    return whens_of((telling,), article, reading, publication, times_told, KNOWN)["t"]


def span(found: When) -> tuple[str, str]:
    return str(found.start), str(found.end)


def test_a_weekday_counts_back_from_publication() -> None:
    assert span(when("The envoys met on Monday.")) == ("2023-05-15", "2023-05-15")


def test_a_weekday_counts_forward_where_it_is_still_to_come() -> None:
    found = when("The envoys will meet on Friday.", status="planned", tense="future")
    assert span(found) == ("2023-05-19", "2023-05-19")


def test_a_stay_has_a_length_from_the_day_of_arrival() -> None:
    found = when("The minister arrived on Monday for a three-day visit.", kind="visit")
    assert span(found) == ("2023-05-15", "2023-05-17")
    assert "3 days" in found.basis
    assert span(when("The envoys met on Monday in three-day talks.")) == ("2023-05-15", "2023-05-15")


def test_two_times_narrow_each_other_and_one_that_does_not_meet_is_passed_over() -> None:
    assert span(when("They met on 4 May 2023, in 2023.")) == ("2023-05-04", "2023-05-04")
    assert span(when("They met on 4 May 2023, a year after the rift of 2021.")) == ("2023-05-04", "2023-05-04")


def test_what_is_to_come_by_a_day_is_not_before_publication() -> None:
    found = when("They will meet by the end of October.", status="planned", tense="future")
    assert span(found) == (WEDNESDAY, "2023-10-31")


def test_what_was_held_in_this_month_was_held_by_publication() -> None:
    assert span(when("They met in May 2023."))[1] == WEDNESDAY
    assert span(when("The minister was there in May 2023.", kind="visit"))[1] == "2023-05-31"


@pytest.mark.parametrize(
    ("status", "edition"), [("held", "2022-06-07"), ("planned", "2023-06-07"), ("cancelled", "2022-06-07")]
)
def test_an_occasion_gives_the_days_of_its_last_or_its_next_edition(status: Status, edition: str) -> None:
    found = when("They met at the Lake Summit.", status=status, occasion="lake-summit", undated=True)
    assert str(found.start) == edition
    assert "Lake Summit" in found.basis


def test_one_edition_named_is_that_edition() -> None:
    found = when("They met at the Lake Summit.", occasion="lake-summit/2021", undated=True)
    assert span(found) == ("2021-06-07", "2021-06-09")


def test_the_lead_tells_of_the_last_days() -> None:
    found = when("The envoys met in the capital.", undated=True)
    assert span(found) == ("2023-05-10", WEDNESDAY)
    assert found.confidence < 0.9


def test_the_background_was_at_some_time_before() -> None:
    late = when("One.", "Two.", "Three.", "The envoys met in the capital.", undated=True)
    assert span(late) == ("None", WEDNESDAY)
    assert span(when("The envoys met in the capital.", undated=True, background=True)) == ("None", WEDNESDAY)


def test_what_is_to_come_is_open_after_publication() -> None:
    for status in ("planned", "proposed", "conditional"):
        found = when("The envoys will meet.", status=status, tense="future", undated=True)
        assert span(found) == (WEDNESDAY, "None")
        assert found.granularity == "unknown"


def test_a_visit_under_way_lies_around_publication() -> None:
    article, reading = written("The minister is on a four-day visit to the capital.")
    piece = Evidence("a", 0, 10)
    lengths = tuple(n for n, time in enumerate(reading.times) if time.form == "length")
    telling = Telling("t", "visit", "held", (), None, lengths, (piece,), piece, tense="present")
    publication = published("a", WEDNESDAY)
    times = resolve_times(reading, publication, KNOWN)
    assert span(whens_of((telling,), article, reading, publication, times, KNOWN)["t"]) == ("2023-05-14", "2023-05-20")


def test_an_article_without_any_date_dates_nothing() -> None:
    assert when("The envoys met.", publication=Publication("a", UNKNOWN, None), undated=True) == UNKNOWN


def test_an_uncertain_publication_gives_the_likeliest_day_and_says_so() -> None:
    uncertain = published("a", "2023-05-10", "2023-05-24")
    _, reading = written("The envoys met on Monday.")
    (likely,) = resolve_times(reading, uncertain, KNOWN)
    (possible,) = possible_times(reading, uncertain, KNOWN)
    assert span(likely) == ("2023-05-15", "2023-05-15")
    assert possible.start is not None
    assert possible.end is not None
    assert possible.start <= date(2023, 5, 8) < date(2023, 5, 22) <= possible.end
    (sure,) = resolve_times(reading, published("a", WEDNESDAY), KNOWN)
    assert likely.confidence < sure.confidence


def test_a_day_said_in_full_is_as_sure_whenever_the_article_was_published() -> None:
    _, reading = written("The envoys met on 4 May 2023.")
    (sure,) = resolve_times(reading, published("a", WEDNESDAY), KNOWN)
    (likely,) = resolve_times(reading, published("a", "2023-05-10", "2023-05-24"), KNOWN)
    assert (likely.start, likely.confidence) == (sure.start, sure.confidence)


ONE_ARTICLE = written("The envoys met on Monday.", "They had talked last month.", "They will meet on Friday.")


@given(start=st.dates(date(2015, 1, 1), date(2025, 1, 1)), length=st.integers(0, 60))
def test_the_likeliest_lies_within_the_possible(start: date, length: int) -> None:
    publication = published("a", start.isoformat(), date.fromordinal(start.toordinal() + length).isoformat())
    _, reading = ONE_ARTICLE
    pairs = zip(resolve_times(reading, publication, KNOWN), possible_times(reading, publication, KNOWN), strict=True)
    for likely, possible in pairs:
        assert likely.start is not None
        assert likely.end is not None
        assert possible.start is None or possible.start <= likely.start
        assert possible.end is None or likely.end <= possible.end


@pytest.mark.parametrize(
    ("sentence", "noun", "end"),
    [
        ("The agreement was reached after five days of talks in Muscat.", "talks", date(2023, 5, 17)),
        ("The minister is on a five-day visit to Muscat.", "visit", date(2023, 5, 21)),
    ],
)
def test_days_of_talks_have_passed_a_stay_may_be_under_way(sentence: str, noun: str, end: date) -> None:
    article, reading = written(sentence)
    at = sentence.index(noun)
    trigger = Evidence("a", at, at + len(noun))
    parties = (Party("state:KEN", "participant", (trigger,)),)
    telling = Telling("t", "visit", "held", parties, None, (0,), (trigger,), trigger, tense="present")
    publication = published("a", WEDNESDAY)
    times = resolve_times(reading, publication, KNOWN)
    assert whens_of((telling,), article, reading, publication, times, KNOWN)["t"].end == end


@pytest.mark.parametrize(
    ("sentence", "noun", "start", "end"),
    [
        ("They concluded two days of talks on Tuesday.", "talks", date(2023, 5, 15), date(2023, 5, 16)),
        ("He ended a three-day visit on Tuesday.", "visit", date(2023, 5, 14), date(2023, 5, 16)),
        ("He arrived on Tuesday for a two-day visit.", "visit", date(2023, 5, 16), date(2023, 5, 17)),
    ],
)
def test_days_of_talks_that_ended_lie_before_their_end(sentence: str, noun: str, start: date, end: date) -> None:
    article, reading = written(sentence)
    at = sentence.index(noun)
    trigger = Evidence("a", at, at + len(noun))
    parties = (Party("state:KEN", "participant", (trigger,)),)
    telling = Telling("t", noun, "held", parties, None, (0, 1), (trigger,), trigger, tense="past")
    publication = published("a", WEDNESDAY)
    times = resolve_times(reading, publication, KNOWN)
    told = whens_of((telling,), article, reading, publication, times, KNOWN)["t"]
    assert (told.start, told.end) == (start, end)
