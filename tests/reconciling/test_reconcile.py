"""All of reconciling together, on readings made by hand: events, their parts and statements, in any order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.knowledge import Knowledge
from communique.reconciling import reconcile
from communique.records import (
    Actor,
    Article,
    Attribution,
    ClaimedDate,
    Evidence,
    Line,
    Party,
    Place,
    Reading,
    Record,
    Telling,
    TimeExpression,
    Unread,
    content_id,
)
from tests.reconciling.worlds import ACTORS, actor_id

if TYPE_CHECKING:
    from communique.records import Status

KNOWN = Knowledge({}, {}, {}, {}, {}, {}, {}, {}, {}, ())
TEXTS = {
    "one": "Asha received Omar in Muscat on 3 May 2023. She said that the port would open.",
    "two": "On 3 May 2023 Omar saw Asha; both were in Muscat, the harbour town of the Gulf coast.",
    "three": "A meeting of Asha and Omar in Muscat is planned for 3 May 2023, their offices announced.",
    "four": "Asha met Omar in Muscat on 7 June 2023. Nobody spoke to the press, and no paper was signed.",
}
DAYS = {"one": date(2023, 5, 4), "two": date(2023, 5, 5), "three": date(2023, 4, 28), "four": date(2023, 6, 8)}
STATUS: dict[str, Status] = {"three": "planned"}
EVENTS = {"one": date(2023, 5, 3), "two": date(2023, 5, 3), "three": date(2023, 5, 3), "four": date(2023, 6, 7)}


def article(key: str) -> Article:
    text = TEXTS[key]
    claimed = (ClaimedDate("metadata", DAYS[key]),)
    line = Line(1, 0, len(text), "body", "test")
    return Article(f"art-{key}", f"{key}.txt", "", text, (line,), "text", "en", claimed_dates=claimed)


def reading(key: str) -> Reading:
    own = article(key)
    here = Evidence(own.id, 0, own.text.find(".") + 1)
    day = EVENTS[key]
    time = TimeExpression(here, "DATE", "test", "calendar", day.year, day.month, day.day)
    parties = tuple(Party(actor_id(name), "participant", (here,)) for name in ("asha", "omar"))
    visit = Telling(content_id("telling", key, "visit"), "visit", STATUS.get(key, "held"), parties[:1],
                    Place("Muscat", "OMN", "said", (here,), "muscat"), (0,), (here,), here)  # fmt: skip
    meeting = replace(visit, id=content_id("telling", key), kind="meeting", parties=parties, part_of=visit.id)
    said = Attribution(content_id("said", key), ("person:asha",), (), (), (here,), here, (), "indirect", here)
    actors = tuple(Actor(actor, ACTORS[actor].name, "person", ACTORS[actor].state) for actor in
                   ("person:asha", "person:leila", "person:omar"))  # fmt: skip
    return Reading(own.id, "test", actors, times=(time,), tellings=(meeting, visit), attributions=(said,))


def record(keys: list[str], unread: tuple[Unread, ...] = ()) -> Record:
    return reconcile([article(key) for key in keys], [reading(key) for key in reversed(keys)], unread, KNOWN)


def test_four_articles_tell_two_meetings_and_two_visits() -> None:
    found = record(list(TEXTS))
    assert sorted((event.kind, event.when.start, len(event.accounts)) for event in found.events) == [
        ("meeting", date(2023, 5, 3), 3),
        ("meeting", date(2023, 6, 7), 1),
        ("visit", date(2023, 5, 3), 3),
        ("visit", date(2023, 6, 7), 1),
    ]
    assert all(event.status == "held" for event in found.events)
    assert [event.when.start for event in found.events] == sorted(event.when.start for event in found.events)  # type: ignore[type-var]


def test_a_meeting_is_part_of_its_visit_and_a_visit_of_nothing() -> None:
    found = record(list(TEXTS))
    visits = {event.when.start: event.id for event in found.events if event.kind == "visit"}
    for event in found.events:
        assert event.part_of == (visits[event.when.start] if event.kind == "meeting" else None)


def test_the_record_speaks_only_of_actors_that_take_part() -> None:
    assert [actor.id for actor in record(list(TEXTS)).actors] == ["person:asha", "person:omar"]


def test_a_statement_belongs_to_the_meeting_it_was_made_at() -> None:
    found = record(["one"])
    (statement,) = found.statements
    meeting = next(event for event in found.events if event.kind == "meeting")
    assert statement.event == meeting.id


@settings(max_examples=15, deadline=None)
@given(keys=st.permutations(sorted(TEXTS)))
def test_the_order_of_articles_and_readings_does_not_matter(keys: list[str]) -> None:
    unread = (Unread("b.txt", "empty"), Unread("a.txt", "binary"))
    assert record(keys, unread) == record(sorted(TEXTS), tuple(reversed(unread)))


def test_an_event_keeps_its_id_when_later_articles_are_added() -> None:
    before = {event.id for event in record(["three", "one"]).events}
    assert before <= {event.id for event in record(["three", "one", "two", "four"]).events}


def test_an_article_without_a_reading_says_nothing_and_is_kept() -> None:
    found = reconcile([article("one"), article("four")], [reading("four")], (), KNOWN)
    assert [one.id for one in found.articles] == ["art-four", "art-one"]
    assert {account.article for event in found.events for account in event.accounts} == {"art-four"}
    assert len(found.publications) == len(found.lineages) == 2


def test_nothing_at_all_is_an_empty_record() -> None:
    assert reconcile([], [], (), KNOWN) == Record()
