"""An event from its accounts: what the record takes, what it counts, where the accounts part, and how it was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.knowledge import Knowledge
from communique.reconciling.accounts import event_id, make_event, roots_of
from communique.reconciling.disagreements import disagreements
from communique.records import Event, Lineage, Status
from tests.reconciling.worlds import ACTORS, after, alone, article, by, on, published, told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.reconciling.told import Told

EMPTY = Knowledge({}, {}, {}, {}, {}, {}, {}, {}, {}, ())
MAY = on("2023-05-03")


def event(
    *items: Told,
    outlets: Mapping[str, str] | None = None,
    days: Mapping[str, str] | None = None,
    lineages: tuple[Lineage, ...] | None = None,
) -> Event:
    keys = sorted({item.article for item in items})
    return make_event(
        sorted(items, key=lambda item: item.telling.id),
        {key: article(key, (outlets or {}).get(key)) for key in keys},
        {key: published(key, (days or {}).get(key, "2023-05-10")) for key in keys},
        roots_of(lineages or alone(*keys)),
        ACTORS,
        EMPTY,
    )


def values(found: Event) -> dict[str, list[str]]:
    return {one.field: [value for value, _ in one.values] for one in found.disagreements}


# --- what the record takes ------------------------------------------------------------------------------------


def test_what_came_about_outweighs_what_was_planned() -> None:
    plan = told("a", "leila faisal", on("2023-05-01", "2023-05-07"), status="planned")
    found = event(plan, told("b", "leila faisal", MAY), days={"a": "2023-04-28", "b": "2023-05-04"})
    assert found.status == "held"
    assert (found.when.start, found.when.end) == (date(2023, 5, 3), date(2023, 5, 3))
    assert [status for status, _, _ in found.history] == ["planned", "held"]
    assert not found.disagreements


def test_the_history_goes_by_the_days_of_publication_and_ends_with_the_undated() -> None:
    rows: list[tuple[str, Status]] = [("a", "cancelled"), ("b", "planned"), ("c", "held"), ("d", "proposed")]
    items = [told(key, "leila faisal", MAY, status=status) for key, status in rows]
    days = {"a": "2023-05-20", "b": "2023-04-02", "c": "2023-05-04"}
    keys = [item.article for item in items]
    found = make_event(
        items, {key: article(key) for key in keys}, {key: published(key, days.get(key)) for key in keys},
        roots_of(alone(*keys)), ACTORS, EMPTY,
    )  # fmt: skip
    assert [status for status, _, _ in found.history] == ["planned", "held", "cancelled", "proposed"]


def test_the_days_are_those_that_all_accounts_leave_open() -> None:
    found = event(
        told("a", "asha omar", on("2023-05-01", "2023-05-05")), told("b", "asha omar", on("2023-05-04", "2023-05-09"))
    )
    assert (found.when.start, found.when.end) == (date(2023, 5, 4), date(2023, 5, 5))
    assert found.when.granularity == "range"
    assert "other accounts" in found.when.basis


def test_a_day_said_outweighs_one_counted_from_an_uncertain_publication() -> None:
    counted = told("a", "asha omar", MAY, possible=on("2023-04-01", "2023-06-01"))
    found = event(counted, told("b", "asha omar", on("2023-05-04")))
    assert found.when.start == found.when.end == date(2023, 5, 4)
    assert "date" not in values(found)


def test_the_day_of_what_was_held_outweighs_the_day_it_was_planned_for() -> None:
    plan = told("a", "asha omar", on("2023-05-02"), "doha", status="planned")
    found = event(plan, told("b", "asha omar", MAY, "doha"))
    assert found.when.start == date(2023, 5, 3)
    assert values(found)["date"] == ["2023-05-02", "2023-05-03"]


def test_a_copy_that_counts_from_its_own_page_moves_nothing() -> None:
    origin = told("a", "asha omar", on("2023-05-03", "2023-05-05"), line="a")
    copy = told("b", "asha omar", on("2023-05-05", "2023-05-07"), line="a", origin="a")
    assert event(origin, copy).when.end == date(2023, 5, 5)
    sharper = told("b", "asha omar", on("2023-05-04"), line="a", origin="a")
    assert event(origin, sharper).when.start == date(2023, 5, 4)


def test_undated_accounts_leave_it_undated() -> None:
    found = event(told("a", "asha omar", by("2023-05-09")))
    assert (found.when.start, found.when.end) == (None, date(2023, 5, 9))


def test_a_city_is_taken_before_its_state_and_what_is_said_before_what_is_inferred() -> None:
    found = event(told("a", "asha omar", MAY, "OMN"), told("b", "asha omar", MAY, "muscat"))
    assert found.place is not None
    assert found.place.key == "muscat"
    found = event(told("a", "asha omar", MAY, "geneva"), told("b", "asha omar", MAY, "doha", basis="visit"))
    assert found.place is not None
    assert found.place.key == "geneva"
    assert "place" not in values(found)


def test_people_stand_for_their_states_with_the_evidence_of_all() -> None:
    found = event(told("a", "asha omar", MAY), told("b", "IND PAK", MAY), told("c", "asha office:PAK/foreign-minister"))
    assert [party.actor for party in found.parties] == ["person:asha", "person:omar"]
    assert {piece.article for piece in found.parties[0].evidence} == {"a", "c"}
    assert [party.state for party in found.parties] == ["IND", "PAK"]


def test_an_organisation_stays_beside_people() -> None:
    found = event(told("a", "asha organisation:asean", MAY))
    assert [party.actor for party in found.parties] == ["organisation:asean", "person:asha"]


# --- what it counts -------------------------------------------------------------------------------------------


def test_one_outlet_counts_once_and_one_line_is_one_origin() -> None:
    items = [told(key, "asha omar", MAY) for key in "abcd"]
    lines = (*alone("a", "d"), Lineage("b", "a", "copy", 1.0, "a"), Lineage("c", "b", "rewrite", 0.8, "a"))
    found = event(*items, outlets={"a": "Herald", "b": "Herald", "d": "Courier"}, lineages=lines)
    assert (found.outlets, found.origins) == (2, 2)  # c is a rewrite of the Herald's: its outlet is not known


def test_unknown_outlets_of_independent_lines_are_different_ones() -> None:
    found = event(told("a", "asha omar", MAY), told("b", "asha omar", MAY))
    assert (found.outlets, found.origins) == (2, 2)


def test_confidence_grows_with_independent_lines_and_not_with_copies() -> None:
    one, two = told("a", "asha omar", MAY), told("b", "asha omar", MAY)
    copied = (*alone("a"), Lineage("b", "a", "copy", 1.0, "a"))
    assert event(one).confidence == event(one, two, lineages=copied).confidence
    assert event(one).confidence < event(one, two).confidence < 1
    assert event(told("a", "asha omar", MAY, holder="state:IND")).confidence < event(one).confidence
    denied = told("b", "asha omar", MAY, status="denied")
    assert event(one, denied).confidence < event(one, two).confidence


@given(count=st.integers(1, 30))
def test_confidence_is_a_share_however_many_tell(count: int) -> None:
    assert 0 < event(*(told(f"a{n}", "asha omar", MAY) for n in range(count))).confidence < 1


# --- where they part ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statuses", "part"),
    [
        (("held", "denied"), True),
        (("held", "cancelled"), True),
        (("planned", "held"), False),
        (("planned", "cancelled"), False),
        (("proposed", "planned"), False),
        (("denied", "denied"), False),
    ],
)
def test_statuses_that_cannot_both_be_true(statuses: tuple[Status, ...], part: bool) -> None:
    found = event(*(told(f"a{n}", "asha omar", MAY, status=status) for n, status in enumerate(statuses)))
    assert ("status" in values(found)) == part
    if part:
        assert values(found)["status"] == sorted(statuses)


def test_a_plan_that_is_denied_is_contradicted_and_one_that_came_to_nothing_is_not() -> None:
    plan, other = told("a", "asha omar", MAY, status="planned"), told("b", "asha omar", MAY, status="denied")
    denied = replace(other, telling=replace(other.telling, tense="future"))
    assert values(event(plan, denied))["status"] == ["denied", "planned"]
    assert "status" not in values(event(plan, other))


def test_a_disagreement_names_who_tells_which_value() -> None:
    found = event(
        told("a", "asha omar", MAY), told("b", "asha omar", MAY), told("c", "asha omar", MAY, status="denied")
    )
    assert found.disagreements[0].values == (("denied", ("c",)), ("held", ("a", "b")))


def test_places_disagree_only_where_both_are_said_and_neither_holds_the_other() -> None:
    items = [told(key, "asha omar", MAY, where) for key, where in (("a", "muscat"), ("b", "salalah"), ("c", "OMN"))]
    assert values(event(*items))["place"] == ["Muscat", "Salalah"]
    assert "place" not in values(event(items[0], items[2]))


def test_participants_disagree_where_each_account_names_another_person_of_a_state() -> None:
    items = [told("a", "milan arta", MAY), told("b", "petar arta", MAY), told("c", "milan petar arta", MAY)]
    assert values(event(*items[:2]))["participants"] == ["Milan", "Petar"]
    assert "participants" not in values(event(items[0], items[2]))
    assert "participants" not in values(event(items[0], told("d", "SRB XKX", MAY)))


def test_dates_disagree_only_where_they_do_not_meet() -> None:
    assert "date" not in values(
        event(told("a", "asha omar", MAY), told("b", "asha omar", on("2023-05-01", "2023-05-09")))
    )
    apart = event(told("a", "asha omar", MAY), told("b", "asha omar", on("2023-05-04", "2023-05-05")))
    assert values(apart)["date"] == ["2023-05-03", "2023-05-04..2023-05-05"]


@given(st.permutations([("a", "held"), ("b", "denied"), ("c", "planned"), ("d", "held")]))
def test_disagreements_do_not_depend_on_order(rows: list[tuple[str, Status]]) -> None:
    items = [told(key, "asha omar", MAY, status=status) for key, status in rows]
    assert disagreements(items, ACTORS) == disagreements(sorted(items, key=lambda i: i.article), ACTORS)


# --- its id ---------------------------------------------------------------------------------------------------


def test_the_id_stays_when_later_accounts_join() -> None:
    items = [told(f"a{n}", "asha omar", MAY) for n in range(6)]
    publications = {f"a{n}": published(f"a{n}", f"2023-05-{10 + n}") for n in range(6)}
    assert len({event_id(items[:count], publications) for count in range(1, 7)}) == 1
    assert event_id(items[1:], publications) != event_id(items, publications)
    publications["a0"] = published("a0", None)
    assert event_id(items, publications) == event_id(items[1:], publications)


def test_topics_and_outcomes_of_all_accounts_are_kept_once() -> None:
    one, two = told("a", "asha omar", MAY), told("b", "asha omar", after("2023-05-01"), status="planned")
    one = replace(one, telling=replace(one.telling, topics=("trade", "border")))
    two = replace(two, telling=replace(two.telling, topics=("border",)))
    assert event(one, two).topics == ("border", "trade")
