"""Sameness: which tellings are of one event, whatever the order they come in, and which never are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reconciling.blocking import candidate_pairs
from communique.reconciling.fitting import THRESHOLD, excluded, likeness
from communique.reconciling.sameness import cluster
from communique.reconciling.scoring import scored_pairs
from communique.reconciling.told import Told, descents, same_words, sentences_of
from communique.records import Lineage, LineageKind, When
from tests.reconciling.worlds import ACTORS, after, alone, article, by, on, told

LONG_AGO, MAY, JUNE = on("2021-05-03"), on("2023-05-03"), on("2023-06-14")


def groups(*items: Told) -> list[list[int]]:
    return cluster(items, ACTORS)


def together(*items: Told) -> bool:
    return len(groups(*items)) == 1


# --- the same event -------------------------------------------------------------------------------------------


def test_the_same_people_on_the_same_day_are_one_event() -> None:
    assert together(told("a", "asha omar", MAY, "muscat"), told("b", "omar asha", MAY, "muscat"))


def test_what_was_planned_here_and_held_there_is_one_event() -> None:
    plan = told("a", "leila faisal", on("2023-05-01", "2023-05-07"), "doha", status="planned")
    assert together(plan, told("b", "leila faisal", MAY, "doha"))


def test_a_meeting_in_the_month_it_was_planned_for_is_the_one_planned() -> None:
    plan = told("a", "milan arta", on("2023-03-01", "2023-03-31"), status="planned")
    held = told("b", "milan arta asha", on("2023-03-12", "2023-03-20"))
    assert together(plan, held)
    assert not together(replace(plan, telling=replace(plan.telling, status="held")), held)
    year = on("2023-01-01", "2023-12-31")
    assert not together(told("a", "milan arta", year, status="planned"), held)  # "this year" holds many
    assert not together(told("a", "milan arta", on("2023-03-15", "2023-04-20"), status="planned"), held)


def test_a_plan_for_no_day_is_fulfilled_by_the_meeting_of_the_month_that_follows() -> None:
    plan = told("a", "leila faisal", after("2023-04-20"), status="planned")
    assert together(plan, told("b", "leila faisal asha", on("2023-05-10"), "doha"))
    assert not together(plan, told("b", "leila faisal asha", on("2023-06-30"), "doha"))
    assert not together(plan, told("b", "leila faisal asha", on("2023-04-10"), "doha"))


def test_what_one_of_two_did_not_do_denies_nothing_of_the_other() -> None:
    plan = told("a", "leila faisal", MAY, "doha", kind="visit", status="planned")
    assert not together(plan, told("b", "leila", MAY, "doha", kind="visit", status="denied"))
    assert together(plan, told("b", "leila faisal", MAY, "doha", kind="visit", status="denied"))
    assert together(plan, told("b", "leila", MAY, "doha", kind="visit"))


def test_a_plan_that_two_meetings_would_fulfil_joins_neither() -> None:
    plan = told("a", "milan arta", on("2023-03-01", "2023-03-31"), status="planned")
    early, late = told("b", "milan arta", on("2023-03-03")), told("c", "milan arta", on("2023-03-25"))
    assert len(groups(plan, early, late)) == 3


def test_meetings_with_each_alone_are_no_rivals_of_the_one_with_both() -> None:
    days = on("2023-03-12", "2023-03-19")
    alone = [told("a", f"asha {other}", days, "skopje", number=n) for n, other in enumerate(("milan", "arta"))]
    joint = told("a", "asha milan arta", days, "skopje", number=2)
    other = told("b", "asha milan arta", on("2023-03-12", "2023-03-20"), line="a")
    assert groups(*alone, replace(joint, line="a"), other) == [[0], [1], [2, 3]]


def test_talks_and_a_meeting_are_one_kind_and_a_visit_is_another() -> None:
    meeting = told("a", "leila faisal", MAY, "doha")
    assert together(meeting, told("b", "leila faisal", MAY, "doha", kind="talks"))
    assert not together(meeting, told("b", "leila faisal", MAY, "doha", kind="visit"))


def test_states_stand_for_their_people_on_the_same_day() -> None:
    assert together(told("a", "milan arta", MAY, "skopje"), told("b", "SRB XKX", MAY, "skopje"))
    assert together(told("a", "asha omar", MAY, "doha"), told("b", "asha office:PAK/foreign-minister", MAY, "doha"))


def test_states_do_not_stand_for_their_people_weeks_apart() -> None:
    assert not together(told("a", "milan arta", MAY), told("b", "SRB XKX", on("2023-04-25", "2023-05-30")))


def test_a_state_and_its_city_are_one_place() -> None:
    assert together(told("a", "asha omar", MAY, "OMN"), told("b", "asha omar", MAY, "muscat"))


def test_a_visit_told_by_month_and_by_day() -> None:
    assert together(
        told("a", "asha", on("2023-03-20", "2023-03-22"), "doha", kind="visit"),
        told("b", "asha", on("2023-03-01", "2023-03-31"), "doha", kind="visit"),
    )


def test_an_undated_account_joins_what_its_article_follows_closely() -> None:
    assert together(told("a", "asha omar", MAY, "muscat"), told("b", "asha omar", by("2023-05-20"), "muscat"))
    assert not together(told("a", "asha omar", MAY, "muscat"), told("b", "asha omar", by("2024-05-20"), "muscat"))
    assert together(
        told("a", "asha omar", MAY, "muscat"),
        told("b", "asha omar", after("2023-04-10"), "muscat", status="planned"),
    )


def test_one_day_apart_in_one_place_is_one_event() -> None:
    first, next_day = told("a", "asha omar", MAY, "doha"), told("b", "asha omar", on("2023-05-04"), "doha")
    assert together(first, next_day)
    assert not together(first, told("b", "asha omar", on("2023-05-06"), "doha"))
    assert not together(told("a", "asha omar", MAY), told("b", "asha omar", on("2023-05-04"), "doha"))


def test_one_edition_of_a_conference_is_one_event_whoever_is_named() -> None:
    days = on("2023-05-03", "2023-05-05")
    one = told("a", "asha", days, "doha", kind="conference", occasion="doha-forum")
    assert together(one, told("b", "omar leila", days, None, kind="conference", occasion="doha-forum"))
    assert not together(one, told("b", "omar leila", days, "doha", kind="conference"))


# --- look-alikes ----------------------------------------------------------------------------------------------


def test_look_alike_meetings_of_different_months_stay_apart() -> None:
    items = [told(f"a{n}", "asha omar", when, "muscat") for n, when in enumerate((LONG_AGO, MAY, JUNE))]
    assert groups(*items) == [[0], [1], [2]]


def test_look_alike_visits_of_different_months_stay_apart() -> None:
    visits = [
        told(f"a{month}", "faisal", on(f"2023-{month:02}-01", f"2023-{month:02}-28"), "doha", kind="visit")
        for month in (2, 5, 9)
    ]
    assert groups(*visits) == [[0], [1], [2]]


def test_a_wide_account_joins_the_only_event_that_fits() -> None:
    wide = told("w", "asha omar", on("2023-01-01", "2023-07-20"), "muscat")
    assert together(wide, told("a", "asha omar", MAY, "muscat"))


def test_a_wide_account_that_fits_two_events_joins_neither() -> None:
    wide = told("w", "asha omar", on("2023-01-01", "2023-07-20"), "muscat")
    found = groups(wide, told("a", "asha omar", MAY, "muscat"), told("b", "asha omar", JUNE, "muscat"))
    assert sorted(found) == [[0], [1], [2]]


def test_an_account_without_any_day_joins_nothing() -> None:
    assert not together(told("a", "asha omar", MAY, "muscat"), told("b", "asha omar", where="muscat"))
    assert not together(told("a", "asha omar", where="muscat"), told("b", "asha omar", where="muscat"))


def test_two_tellings_of_one_article_never_merge() -> None:
    assert not together(told("a", "asha omar", MAY, "doha"), told("a", "asha omar", MAY, "doha", number=1))


def test_a_vaguer_second_mention_in_an_article_does_not_keep_an_account_from_the_first() -> None:
    plan = told("a", "leila faisal", after("2023-04-20"), status="planned")
    sharp = told("b", "leila faisal", MAY, "doha")
    vague = told("b", "leila faisal", on("2023-04-28", "2023-05-05"), number=1)
    other = told("b", "leila faisal", on("2023-05-10"), "muscat", number=1)
    assert groups(plan, sharp, vague) == [[0, 1], [2]]
    assert groups(plan, sharp, other) == [[0], [1], [2]]


def test_a_second_mention_in_the_same_sentence_is_no_rival() -> None:
    account = told("a", "asha", on("2023-05-01", "2023-05-31"), "muscat", kind="visit")
    exact = told("b", "asha", on("2023-01-02", "2023-07-05"), "muscat", kind="visit")
    again = told("b", "asha", on("2023-01-04", "2023-07-05"), "OMN", kind="visit")
    other = told("b", "asha", on("2023-01-04", "2023-07-05"), "OMN", kind="visit", number=1)
    again = replace(again, telling=replace(again.telling, id="telling-again"))
    assert groups(account, exact, again) == [[0, 1], [2]]
    assert groups(account, exact, other) == [[0], [1], [2]]


def test_two_wide_plans_announced_months_apart_are_two() -> None:
    early = told("a", "asha", on("2023-01-10", "2023-12-31"), "muscat", kind="visit", status="planned")
    late = told("b", "asha", on("2023-10-01", "2023-12-31"), "muscat", kind="visit", status="planned")
    soon = told("b", "asha", on("2023-02-01", "2023-12-31"), "muscat", kind="visit", status="planned")
    held = told("b", "asha", on("2023-10-01", "2023-10-03"), "muscat", kind="visit")
    assert not together(early, late)
    assert together(early, soon)
    assert together(early, held)


def test_other_people_other_places_and_other_occasions_keep_apart() -> None:
    one = told("a", "asha omar", MAY, "muscat", occasion="x")
    for other in (
        told("b", "asha leila", MAY, "muscat"),
        told("b", "asha omar", on("2023-05-03", "2023-05-05"), "geneva"),
        told("b", "asha omar", MAY, "muscat", occasion="y"),
        told("b", "asha", MAY, "muscat"),
        told("b", "", MAY, "muscat"),
    ):
        assert not together(one, other), other


def test_the_same_people_on_one_day_met_wherever_accounts_say_so() -> None:
    muscat = told("a", "asha omar", MAY, "muscat")
    assert together(muscat, told("b", "asha omar", MAY, "geneva"))
    both = told("b", "asha omar", MAY, "geneva"), told("b", "asha omar", MAY, "muscat", number=1)
    assert groups(muscat, *both) == [[0, 2], [1]]
    visits = [told(key, "asha omar", MAY, town, kind="visit") for key, town in (("a", "muscat"), ("b", "geneva"))]
    assert not together(*visits)


def test_a_place_only_inferred_does_not_keep_one_day_apart() -> None:
    inferred = told("a", "asha omar", MAY, "muscat", basis="visit")
    assert together(inferred, told("b", "asha omar", MAY, "geneva"))
    wide = told("b", "asha omar", on("2023-04-20", "2023-05-20"), "geneva")
    assert not together(inferred, wide)


# --- copies ---------------------------------------------------------------------------------------------------

WORDS = "the two ministers met in the port of muscat on monday"


def test_the_same_sentence_in_a_copy_is_the_same_event_on_whatever_day() -> None:
    one = told("a", "asha omar", MAY, "muscat", line="a", words=WORDS)
    copy = told("b", "asha omar", JUNE, "muscat", line="a", origin="a", words=f"{WORDS} evening")
    assert together(one, copy)
    stranger = told("c", "asha omar", JUNE, "muscat", words=WORDS)
    assert not together(one, stranger)


def test_a_rewrite_without_days_tells_the_events_of_its_origin() -> None:
    one = told("a", "asha omar", MAY, "muscat", line="a")
    assert together(one, told("b", "asha omar", by("2026-01-01"), line="a", origin="a"))
    assert not together(one, told("b", "asha omar", by("2026-01-01")))
    assert not together(one, told("b", "asha omar", JUNE, line="a", origin="a"))


def test_copies_tell_apart_the_two_events_of_their_origin() -> None:
    other = "a fortnight before that they had spoken in the town of doha"
    items = [
        told(key, "asha omar", by("2023-06-01"), line="a", origin=origin, words=words, number=number)
        for key, origin in (("a", ""), ("b", "a"), ("c", "a"))
        for number, words in enumerate((WORDS, other))
    ]
    assert groups(*items) == [[0, 2, 4], [1, 3, 5]]


def test_the_same_words_settle_which_of_two_events_of_one_day_a_copy_tells() -> None:
    other = "later that monday they spoke again in the harbour of the same town"
    items = [
        told(key, "asha", MAY, "muscat", kind="visit", line="a", origin=origin, words=words, number=number)
        for key, origin in (("a", ""), ("b", "a"))
        for number, words in enumerate((WORDS, other))
    ]
    assert groups(*items) == [[0, 2], [1, 3]]


@pytest.mark.parametrize("kind", ["copy", "near-copy", "excerpt", "wire", "rewrite", "citation"])
def test_a_line_ends_at_a_citation(kind: LineageKind) -> None:
    found = descents((*alone("a", "x"), Lineage("b", "a", kind, 0.9, "a", ("why",))))
    if kind == "citation":
        assert not found
    else:
        assert {key: (one.line, one.origin) for key, one in found.items()} == {"a": ("a", ""), "b": ("a", "a")}


def test_sentences_are_words_in_lower_case_and_short_ones_count_for_nothing() -> None:
    item = told("a", "asha omar", MAY)
    assert sentences_of(item.telling, article("a")) == ()  # ten letters x are one word
    assert not same_words(told("a", "asha omar", line="a"), told("b", "asha omar", line="a"))


# --- the whole set --------------------------------------------------------------------------------------------

NAMES = ("asha omar", "asha omar leila", "IND PAK", "asha office:PAK/foreign-minister", "milan arta", "asha")
DAYS = st.integers(0, 60).map(lambda n: date(2023, 5, 1) + timedelta(days=n))


@st.composite
def whens(draw: st.DrawFn) -> When:
    start = draw(DAYS)
    shape = draw(st.sampled_from(("day", "week", "month", "wide", "by", "after", "none")))
    if shape == "none":
        return When(None, None, "unknown", "not said", 0.0)
    if shape == "by":
        return by(start.isoformat())
    if shape == "after":
        return after(start.isoformat())
    length = {"day": 0, "week": 6, "month": 30, "wide": 200}[shape]
    return on(start.isoformat(), (start + timedelta(days=length)).isoformat())


@st.composite
def tellings(draw: st.DrawFn) -> list[Told]:
    items = []
    for number in range(draw(st.integers(2, 9))):
        shared = draw(st.booleans())
        origin = draw(st.sampled_from(("", "a0", "a1"))) if shared else ""
        key = f"a{draw(st.integers(0, 6))}"
        items.append(
            told(
                key,
                draw(st.sampled_from(NAMES)),
                draw(whens()),
                draw(st.sampled_from((None, "muscat", "salalah", "doha", "OMN", "?nizwa"))),
                kind=draw(st.sampled_from(("meeting", "talks", "visit", "agreement", "conference"))),
                status=draw(st.sampled_from(("held", "planned", "denied"))),
                occasion=draw(st.sampled_from((None, None, "oic-summit/2023", "asean-summit/2023"))),
                basis=draw(st.sampled_from(("said", "dateline"))),
                line="a0" if shared else "",
                origin="" if origin == key else origin,
                words=WORDS if draw(st.booleans()) and shared else "",
                number=number,
            )  # fmt: skip
        )
    return items


def sets(items: list[Told]) -> set[frozenset[str]]:
    return {frozenset(items[index].telling.id for index in group) for group in cluster(items, ACTORS)}


@settings(max_examples=80, deadline=None)
@given(items=tellings(), data=st.data())
def test_the_order_of_tellings_does_not_matter(items: list[Told], data: st.DataObject) -> None:
    assert sets(data.draw(st.permutations(items))) == sets(items)


@settings(max_examples=80, deadline=None)
@given(items=tellings())
def test_every_telling_is_in_one_event_and_no_event_holds_two_that_exclude_each_other(items: list[Told]) -> None:
    found = cluster(items, ACTORS)
    assert sorted(index for group in found for index in group) == list(range(len(items)))
    for group in found:
        for one, other in combinations(group, 2):
            assert not excluded(items[one], items[other], ACTORS)


@settings(max_examples=80, deadline=None)
@given(items=tellings())
def test_exclusion_and_likeness_are_symmetric(items: list[Told]) -> None:
    for one, other in product(items, items):
        assert excluded(one, other, ACTORS) == excluded(other, one, ACTORS)
        if one.family == other.family:
            assert likeness(one, other) == likeness(other, one)
            assert 0 <= likeness(one, other)[0] <= 1
            assert all(likeness(one, other)[1])


def compared(items: list[Told]) -> set[tuple[int, int]]:
    batches = candidate_pairs(items, [[item] for item in items], ACTORS)
    return {(one, other) for batch in batches for one, other in batch.tolist()}


@settings(max_examples=80, deadline=None)
@given(items=tellings())
def test_blocking_misses_no_pair_that_would_be_brought_together(items: list[Told]) -> None:
    found = compared(items)
    assert all(one < other for one, other in found)
    for one, other in combinations(range(len(items)), 2):
        a, b = items[one], items[other]
        kin = a.line and a.line == b.line  # siblings meet through their origin
        if not kin and not excluded(a, b, ACTORS) and likeness(a, b)[0] >= THRESHOLD:
            assert (one, other) in found


@settings(max_examples=200, deadline=None)
@given(items=tellings())
def test_pairs_in_columns_are_judged_as_two_by_two(items: list[Told]) -> None:
    wanted = {
        (one, other): likeness(items[one], items[other])[0] for one, other in compared(items)
        if not excluded(items[one], items[other], ACTORS) and likeness(items[one], items[other])[0] >= THRESHOLD
    }  # fmt: skip
    found = scored_pairs([[item] for item in items], items, ACTORS)
    pairs = list(zip(found.one.tolist(), found.other.tolist(), strict=True))
    assert dict(zip(pairs, found.score.tolist(), strict=True)) == wanted
    assert len(pairs) == len(wanted)
    for pair, copied, whole in zip(pairs, found.copied.tolist(), found.whole.tolist(), strict=True):
        one, other = (items[at] for at in pair)
        assert copied == same_words(one, other)
        assert whole == (one.actors == other.actors)
    claims = [(not copied, -score) for copied, score in zip(found.copied.tolist(), found.score.tolist(), strict=True)]
    assert claims == sorted(claims)


def test_blocking_does_not_compare_what_lies_years_apart() -> None:
    items = [
        told(f"a{year}-{n}", "asha omar", on(f"{year}-05-0{n}"), "muscat") for year in range(1990, 2020) for n in (1, 2)
    ]
    assert len(compared(items)) == 30


def test_what_many_articles_tell_alike_is_one_event() -> None:
    items = [told(f"a{n}", "asha omar", MAY, "muscat") for n in range(40)]
    items += [told(f"b{n}", "asha omar", JUNE, "muscat") for n in range(40)]
    assert [len(group) for group in cluster(items, ACTORS)] == [40, 40]
