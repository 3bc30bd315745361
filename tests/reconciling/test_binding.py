"""Binding: who held an office when the article was written, and which office a person held on the day of an event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from communique.knowledge import Knowledge, Person, Role, SectorRow, State, Tenure
from communique.reconciling.binding import bind, office_on, sector_on
from communique.records import (
    UNKNOWN,
    Actor,
    Attribution,
    Evidence,
    Link,
    Mention,
    Party,
    Publication,
    Reading,
    Telling,
    When,
)
from tests.reconciling.worlds import on, published

if TYPE_CHECKING:
    from communique.records import ActorKind

KNOWN = Knowledge(
    states={key: State(key, key[:2], name) for key, name in (("KEN", "Kenya"), ("ETH", "Ethiopia"))},
    places={},
    persons={
        key: Person(key, name, name.split()[-1], state)
        for key, name, state in (
            ("amina", "Amina Odhiambo", "KEN"), ("joseph", "Joseph Kamau", "KEN"), ("tesfaye", "Tesfaye Bekele", "ETH"),
        )
    },
    roles={
        "president": Role("president", "President", ("president",), 3),
        "foreign-minister": Role("foreign-minister", "Foreign Minister", ("foreign minister",), 10),
    },
    offices={}, organisations={}, outlets={}, occasions={}, plans={},
    tenures=(
        Tenure("amina", "KEN/foreign-minister", date(2018, 1, 1), date(2022, 9, 12), "day"),
        Tenure("joseph", "KEN/foreign-minister", date(2022, 9, 13), None, "day"),
        Tenure("amina", "KEN/president", date(2022, 9, 13), None, "day"),
        Tenure("tesfaye", "ETH/foreign-minister", date(2020, 1, 1), None, "day"),
    ),
)  # fmt: skip
MINISTER, OTHER, PRESIDENT = "office:KEN/foreign-minister", "office:ETH/foreign-minister", "office:KEN/president"
HERE = Evidence("a", 0, 5)
THERE = Evidence("a", 9, 12)


def actor(key: str) -> Actor:
    kind: ActorKind = "office" if key.startswith("office:") else "person"
    return Actor(key, key, kind, "KEN" if "KEN" in key else "ETH", (key[-8:],))


def reading(*parties: tuple[str, Evidence], actors: tuple[str, ...] = ()) -> Reading:
    keys = dict.fromkeys((*(key for key, _ in parties), *actors))
    telling = Telling(
        "t", "meeting", "held", tuple(Party(key, "participant", (piece,)) for key, piece in parties), None, (),
        (HERE,), HERE, holder=parties[0][0],
    )  # fmt: skip
    said = Attribution(
        "s", (parties[0][0],), (parties[-1][0],), (parties[-1][0], parties[0][0]), (HERE,), HERE, (), "indirect", HERE,
        chain=(Link(parties[0][0], "conveyed", HERE),),
    )  # fmt: skip
    mentions = tuple(Mention(key, piece, "role") for key, piece in parties)
    return Reading("a", "test", tuple(actor(key) for key in keys), mentions, tellings=(telling,), attributions=(said,))


def parties(bound: Reading) -> list[str]:
    return [party.actor for party in bound.tellings[0].parties]


def test_an_office_becomes_its_holder_of_the_time_everywhere() -> None:
    bound = bind(reading((MINISTER, HERE), (OTHER, THERE)), published("a", "2021-05-01"), KNOWN)
    assert parties(bound.reading) == ["person:amina", "person:tesfaye"]
    assert bound.reading.tellings[0].holder == "person:amina"
    (said,) = bound.reading.attributions
    assert (said.speakers, said.addressees, said.chain[0].actor) == (
        ("person:amina",),
        ("person:tesfaye",),
        said.speakers[0],
    )
    assert [mention.actor for mention in bound.reading.mentions] == ["person:amina", "person:tesfaye"]
    assert bound.actors["person:amina"].name == "Amina Odhiambo"
    assert MINISTER[-8:] in bound.actors["person:amina"].aliases


def test_later_it_is_another() -> None:
    bound = bind(reading((MINISTER, HERE), (OTHER, THERE)), published("a", "2023-05-01"), KNOWN)
    assert parties(bound.reading) == ["person:joseph", "person:tesfaye"]


def test_two_holders_in_the_interval_leave_it_an_office() -> None:
    bound = bind(reading((MINISTER, HERE), (OTHER, THERE)), published("a", "2022-09-10", "2022-09-20"), KNOWN)
    assert parties(bound.reading) == [MINISTER, "person:tesfaye"]


def test_an_article_without_a_date_and_an_office_nobody_knows_stay_as_they_are() -> None:
    undated = bind(reading((MINISTER, HERE), (OTHER, THERE)), Publication("a", UNKNOWN, None), KNOWN)
    assert parties(undated.reading) == [MINISTER, OTHER]
    unknown = bind(reading((PRESIDENT, HERE), (OTHER, THERE)), published("a", "2021-05-01"), KNOWN)
    assert parties(unknown.reading) == [PRESIDENT, "person:tesfaye"]


def test_an_office_and_its_holder_named_beside_it_become_one_party_with_both_their_evidence() -> None:
    bound = bind(reading(("person:amina", HERE), (MINISTER, THERE)), published("a", "2021-05-01"), KNOWN)
    (party,) = bound.reading.tellings[0].parties
    assert party.actor == "person:amina"
    assert party.evidence == (HERE, THERE)
    assert bound.reading.attributions[0].targets == ("person:amina",)


@given(day=st.dates(date(2018, 1, 1), date(2025, 1, 1)))
def test_binding_twice_is_binding_once(day: date) -> None:
    once = bind(reading((MINISTER, HERE), (OTHER, THERE)), published("a", day.isoformat()), KNOWN)
    assert bind(once.reading, published("a", day.isoformat()), KNOWN).reading == once.reading


def test_the_office_on_the_day_of_the_event_and_not_of_the_article() -> None:
    article = on("2023-05-01")
    assert office_on("person:amina", on("2021-05-01"), article, KNOWN) == "KEN/foreign-minister"
    assert office_on("person:amina", on("2022-10-01"), article, KNOWN) == "KEN/president"
    assert office_on("person:amina", UNKNOWN, article, KNOWN) == "KEN/president"


def test_over_a_change_of_office_nothing_is_claimed() -> None:
    assert office_on("person:amina", on("2022-09-01", "2022-09-30"), on("2023-05-01"), KNOWN) is None
    assert office_on("person:amina", When(None, date(2022, 1, 1), "unknown", "", 0.1), UNKNOWN, KNOWN) is None


def test_only_people_that_are_known_hold_offices() -> None:
    for key in ("state:KEN", MINISTER, "person:nobody"):
        assert office_on(key, on("2021-05-01"), on("2021-05-01"), KNOWN) is None


def test_the_sector_of_a_person_is_that_of_the_office_on_the_day_and_the_elite_after_the_last() -> None:
    known = replace(
        KNOWN, sector_rows=(SectorRow("role", "foreign-minister", "GOV"), SectorRow("role", "president", "ELI"))
    )
    amina, nobody = Actor("person:amina", "Amina", "person", "KEN"), Actor("person:x", "X", "person", None, (), "AGR")
    early, late = on("2020-05-01"), on("2030-05-01")
    assert sector_on(amina, "KEN/foreign-minister", early, early, known) == "GOV"
    assert sector_on(nobody, None, early, early, known) == "AGR"
    ended = replace(
        known, tenures=(Tenure("amina", "KEN/foreign-minister", date(2018, 1, 1), date(2022, 9, 12), "day"),)
    )
    assert sector_on(amina, None, late, late, ended) == "ELI"
    assert sector_on(amina, None, UNKNOWN, UNKNOWN, ended) is None
