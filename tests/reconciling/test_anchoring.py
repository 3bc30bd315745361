"""Events without a time of their own: dated by what the article tells them before, after or during."""

from __future__ import annotations

from datetime import date

import pytest

from communique.knowledge import load
from communique.reading import pipeline, read_document
from communique.reconciling.anchoring import anchored
from communique.reconciling.timing import resolve_times, whens_of
from communique.records import Anchoring, Article, Evidence, Line, Telling, When
from tests.reconciling.worlds import published

WEDNESDAY = "2024-05-15"


def days(kind: str, *body: str, heading: str = "") -> list[tuple[str, str]]:
    """The days of all events of a kind that an article of that Wednesday tells, in text order."""
    lines, made, at = (*((heading,) if heading else ()), *body), [], 0
    for number, line in enumerate(lines, 1):
        made.append(Line(number, at, at + len(line), "heading" if line == heading else "body", "test"))
        at += len(line) + 1
    article = Article("a", "a.txt", "", "\n".join(lines), tuple(made), "text", "en")
    (document,) = pipeline.parse([article])
    reading = read_document(document, load())
    publication = published("a", WEDNESDAY)
    times = resolve_times(reading, publication, load())
    whens = whens_of(reading.tellings, article, reading, publication, times, load())
    told = sorted((one for one in reading.tellings if one.kind == kind), key=lambda one: one.trigger.start)
    return [(str(whens[one.id].start), str(whens[one.id].end)) for one in told]


FILLER = ("Kenya is large.", "Uganda is green.", "Both export tea.")  # so that nothing is told in the lead


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "William Ruto met Yoweri Museveni in March 2023, shortly before Museveni visited Egypt.",
            ("2023-03-01", "2023-04-14"),
        ),
        (
            "Museveni met William Ruto in Nairobi on 4 April, hours before Museveni visited Ethiopia.",
            ("2024-04-04", "2024-04-04"),
        ),
        (
            "William Ruto's talks in Kampala on 4 April follow a visit by Museveni to Ethiopia.",
            ("2024-02-04", "2024-04-04"),
        ),
        (
            "William Ruto met Museveni in Kampala on 4 April, days after he had visited Ethiopia.",
            ("2024-03-25", "2024-04-03"),
        ),
    ],
)
def test_a_visit_is_dated_by_what_it_is_told_beside(sentence: str, expected: tuple[str, str]) -> None:
    assert days("visit", *FILLER, sentence)[0] == expected


def test_what_a_second_clause_tells_is_of_the_time_of_the_first() -> None:
    line = "President William Ruto went to Kampala in early March and met President Yoweri Museveni there."
    assert days("meeting", *FILLER, line) == [("2024-03-01", "2024-03-10")]


def test_a_second_clause_set_apart_takes_no_time_from_the_first() -> None:
    line = "President William Ruto met Abiy Ahmed in early March and later met President Yoweri Museveni."
    assert days("meeting", *FILLER, line) == [("2024-03-01", "2024-03-10"), ("None", WEDNESDAY)]


def test_a_clause_of_time_says_when_its_events_were() -> None:
    line = "William Ruto was last there two weeks ago, when he met Museveni."
    assert days("meeting", "Museveni lives in Kampala.", *FILLER, line) == [("2024-04-29", "2024-05-05")]


def test_what_was_signed_during_a_meeting_was_signed_on_its_day() -> None:
    told = "William Ruto met Museveni in Kampala on 4 April."
    signed = "During the meeting Ruto and Museveni signed an agreement on fishing."
    assert days("agreement", *FILLER, told, signed) == [("2024-04-04", "2024-04-04")]


def test_what_is_said_in_the_perfect_is_news_of_the_day_of_saying() -> None:
    line = "A minister said on Monday that Kenya and Uganda have signed an agreement on fishing."
    assert days("agreement", line) == [("2024-05-12", "2024-05-13")]


def test_that_trip_is_the_one_told_in_the_sentence_before() -> None:
    told = "President William Ruto was in Kampala last Sunday."
    line = "Days before that trip, Museveni met Abiy Ahmed in Djibouti."
    assert days("meeting", *FILLER, told, line) == [("2024-05-02", "2024-05-11")]


def test_a_visit_called_off_is_dated_by_the_plan() -> None:
    line = "President William Ruto cancelled a visit to Kampala planned for last week."
    assert days("visit", *FILLER, line) == [("2024-05-06", "2024-05-12")]


def telling(name: str, *beside: Anchoring) -> Telling:
    here = Evidence("a", 0, 1)
    return Telling(name, "meeting", "held", (), None, (), (here,), here, beside=beside)


def test_ties_are_followed_from_event_to_event_in_any_order() -> None:
    here = Evidence("a", 0, 1)
    day = When(date(2024, 5, 1), date(2024, 5, 1), "day", "said", 1.0)
    first, second = telling("b"), telling("c", Anchoring("after", "b", None, 7, 7, here))
    third = telling("d", Anchoring("before", "c", None, 1, 1, here))
    for order in ((first, second, third), (third, second, first)):
        found = anchored(order, {"b": day}, ())
        assert {key: (when.start, when.end) for key, when in found.items()} == {
            "c": (date(2024, 5, 8), date(2024, 5, 8)),
            "d": (date(2024, 5, 7), date(2024, 5, 7)),
        }


def test_events_that_only_lean_on_each_other_stay_undated() -> None:
    here = Evidence("a", 0, 1)
    pair = (
        telling("b", Anchoring("after", "c", None, 0, 7, here)),
        telling("c", Anchoring("before", "b", None, 0, 7, here)),
    )
    assert anchored(pair, {}, ()) == {}


def test_what_a_sentence_takes_up_is_of_the_same_day() -> None:
    told = "President William Ruto visited Kampala on 4 April."
    line = "It was the first visit to Uganda by a Kenyan president in a decade."
    assert {*days("visit", *FILLER, told, line)} == {("2024-04-04", "2024-04-04")}


def test_what_talks_ended_with_is_of_their_day() -> None:
    told = "President William Ruto met President Yoweri Museveni in Kampala on 4 April."
    line = "Their talks ended with an accord on joint patrols."
    assert days("agreement", *FILLER, told, line) == [("2024-04-04", "2024-04-04")]


def test_a_passive_sets_the_two_the_other_way_round() -> None:
    line = "William Ruto's talks with Museveni on 4 April were followed by a visit by Ruto to Ethiopia."
    assert days("visit", *FILLER, line) == [("2024-04-04", "2024-05-15")]


def test_what_was_said_after_hours_of_talks_was_said_on_their_day() -> None:
    told = "Yoweri Museveni's envoy said on Monday after ten hours of talks between Kenya and Uganda that it was done."
    assert days("talks", *FILLER, told) == [("2024-05-13", "2024-05-13")]


def test_what_only_a_heading_tells_is_of_the_time_of_what_the_body_tells_of_its_place() -> None:
    head = "Kenya and Uganda reach a deal in Kampala"
    told = "President William Ruto met President Yoweri Museveni in Kampala on Monday."
    assert days("agreement", told, *FILLER, heading=head) == [("2024-05-13", "2024-05-13")]


def test_a_meeting_in_the_lead_is_of_the_days_of_the_visit_it_is_part_of() -> None:
    told = "President William Ruto arrived in Uganda on Monday for a three-day visit."
    line = "Ruto met President Yoweri Museveni."
    assert days("meeting", told, line, *FILLER) == [("2024-05-13", "2024-05-15")]


def test_the_visit_that_is_no_event_of_its_own_is_the_time_told_before() -> None:
    told = "Last month, William Ruto hosted Yoweri Museveni in Nairobi."
    line = "During the visit the two signed an agreement on fishing."
    assert days("agreement", *FILLER, told, line) == [("2024-04-01", "2024-04-30")]


def test_a_dateline_is_no_day_of_an_event() -> None:
    line = "NAIROBI, May 15 (KNA) - William Ruto met Yoweri Museveni in Nairobi on Monday."
    assert days("meeting", line, *FILLER) == [("2024-05-13", "2024-05-13")]


def test_what_had_happened_at_a_place_is_not_of_the_time_of_coming_there() -> None:
    line = (
        "President William Ruto flew to Kampala on Monday, where Kenya and Uganda had signed an agreement on fishing."
    )
    assert days("agreement", *FILLER, line) == [("None", WEDNESDAY)]


def test_what_two_agreed_to_do_next_year_was_not_agreed_next_year() -> None:
    line = "Kenya and Uganda signed an agreement to open the border in the first quarter of 2025."
    assert days("agreement", line) == [("2024-05-08", WEDNESDAY)]


def test_the_day_that_opens_a_line_of_a_digest_is_that_of_the_line() -> None:
    lines = ("Monday: It rained in Accra.", "Tuesday: Two days after the storm William Ruto and Yoweri Museveni met.")
    assert days("meeting", *FILLER, *lines) == [("2024-05-14", "2024-05-14")]
