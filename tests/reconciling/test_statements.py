"""Statements in the record: when they were said, which event they were said at, and how sure they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from communique.reconciling.statements import make_statements
from communique.records import (
    UNKNOWN,
    Account,
    Attribution,
    Event,
    Evidence,
    Publication,
    Reading,
    Statement,
    When,
)
from tests.reconciling.worlds import on, published, told

if TYPE_CHECKING:
    from communique.records import Mode, Telling

MEETING = told("a", "asha omar", on("2023-05-03")).telling  # its evidence is 0 to 9


def said(start: int, *speakers: str, mode: Mode = "indirect", telling: str | None = None) -> Attribution:
    here = Evidence("a", start, start + 20)
    return Attribution(
        f"said-{start}-{speakers}", speakers or ("person:asha",), (), (), (here,), here, (), mode, here, telling=telling
    )


def statement(
    attribution: Attribution, *tellings: Telling, times: tuple[When, ...] = (), publication: Publication | None = None
) -> Statement:
    reading = Reading("a", "test", tellings=tellings, attributions=(attribution,))
    events = [event(telling, f"event of {telling.kind} {n}") for n, telling in enumerate(tellings)]
    home = {account.telling: one.id for one in events for account in one.accounts}
    days = {account.telling: account.when for one in events for account in one.accounts}
    (made,) = make_statements(reading, times, publication or published("a", "2023-05-10"), home, days)
    return made


def event(telling: Telling, key: str) -> Event:
    when = on("2023-05-03")
    account = Account("a", telling.id, "held", when, None, telling.parties, telling.evidence)
    return Event(key, telling.kind, "held", None, telling.parties, None, when, (), (), None, 0.5, (account,), 1, 1)


def test_what_a_participant_said_just_after_the_meeting_was_said_at_it() -> None:
    made = statement(said(40), MEETING)
    assert made.event == "event of meeting 0"
    assert made.when.start == made.when.end == date(2023, 5, 3)


@pytest.mark.parametrize(
    "attribution", [said(40, "person:leila"), said(4000)], ids=["no participant", "far from the meeting"]
)
def test_what_others_said_or_far_from_it_was_not(attribution: Attribution) -> None:
    made = statement(attribution, MEETING)
    assert made.event is None
    assert (made.when.start, made.when.end) == (None, date(2023, 5, 10))


def test_what_stands_before_the_meeting_was_not_said_at_it() -> None:
    late = replace(MEETING, evidence=(Evidence("a", 300, 320),))
    assert statement(said(200), late).event is None
    assert statement(said(305), late).event is not None


@pytest.mark.parametrize("status", ["planned", "denied", "cancelled", "conditional"])
def test_nothing_is_said_at_a_meeting_that_was_not_held(status: str) -> None:
    assert statement(said(40), replace(MEETING, status=status)).event is None  # type: ignore[arg-type]


def test_the_nearest_meeting_comes_first_and_a_meeting_before_its_visit() -> None:
    near = replace(MEETING, id="near", kind="talks", evidence=(Evidence("a", 20, 30),))
    assert statement(said(40), MEETING, near).event == "event of talks 1"
    visit = replace(MEETING, id="visit", kind="visit")
    assert statement(said(40), visit, MEETING).event == "event of meeting 1"


def test_the_reader_s_own_link_outweighs_nearness() -> None:
    other = replace(MEETING, id="other", kind="call", evidence=(Evidence("a", 3000, 3010),))
    assert statement(said(40, telling="other"), MEETING, other).event == "event of call 1"


def test_a_time_of_its_own_dates_it() -> None:
    attribution = replace(said(40), times=(0, 1, 7))
    made = statement(attribution, MEETING, times=(UNKNOWN, on("2023-05-08")))
    assert made.event == "event of meeting 0"
    assert made.when.start == date(2023, 5, 8)


def test_without_any_date_it_is_unknown() -> None:
    assert statement(said(40), publication=Publication("a", UNKNOWN, None)).when == UNKNOWN


def test_quoted_words_are_surer_than_paraphrase_and_a_name_than_nobody() -> None:
    modes: tuple[Mode, ...] = ("direct", "mixed", "indirect")
    sure = [statement(said(40, mode=mode)).confidence for mode in modes]
    assert sure == sorted(sure, reverse=True)
    assert statement(said(40, "unnamed:IND/official")).confidence < statement(said(40)).confidence
