"""Stories, accounts side by side, ancestry and networks, on events made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from communique.reconciling.views.ancestry import ancestry_of
from communique.reconciling.views.network import members_of, network_of
from communique.reconciling.views.side_by_side import fields_told
from communique.reconciling.views.stories import find_stories
from communique.records import Article, Event, Lineage, Record
from tests.export.sample import COPIED_A, HELD_A, KURTI, PLANNED_A, RECORD, TALKS, VUCIC
from tests.reconciling.test_accounts import event
from tests.reconciling.worlds import ACTORS, article, on, published, told

MAY, JUNE = on("2023-05-03"), on("2023-06-14")


def record(*events: Event, lineages: tuple[Lineage, ...] = ()) -> Record:
    keys = sorted({account.article for one in events for account in one.accounts})
    return Record(
        articles=tuple(article(key) for key in keys),
        publications=tuple(published(key, "2023-05-05") for key in keys),
        lineages=lineages or tuple(Lineage(key, None, None, 0.0, key) for key in keys),
        actors=tuple(ACTORS[key] for key in sorted(ACTORS)),
        events=events,
    )


def long(one: Article) -> Article:
    """The article with two paragraphs as its opening and a third after them."""
    line = one.lines[0]
    cuts = ((0, 20), (20, 40), (40, 400))
    return replace(one, lines=tuple(replace(line, number=n + 1, start=a, end=b) for n, (a, b) in enumerate(cuts)))


# --- stories --------------------------------------------------------------------------------------------------


def test_articles_that_open_with_one_event_are_one_story_and_a_late_mention_is_apart() -> None:
    meeting = event(told("a", "asha omar", MAY), told("b", "asha omar", MAY), told("c", "asha omar", MAY, number=9))
    whole = record(meeting)
    (story,) = find_stories(replace(whole, articles=tuple(long(one) for one in whole.articles)))
    assert (story.articles, story.mentioned) == (("a", "b"), ("c",))
    assert (story.start, story.end, story.origins) == (date(2023, 5, 3), date(2023, 5, 3), 2)


def test_what_was_over_long_before_publication_is_recalled_not_told() -> None:
    old = event(told("a", "asha omar", on("2023-03-01")))
    assert find_stories(record(old)) == ()


def test_parts_of_a_visit_and_events_always_told_together_are_one_story() -> None:
    visit = event(told("a", "asha", MAY, kind="visit"), told("b", "asha", MAY, kind="visit"))
    meeting = event(told("a", "asha omar", MAY), told("b", "asha omar", MAY))
    apart = event(told("a", "leila faisal", MAY), told("z", "leila faisal", MAY))
    assert [set(story.events) for story in find_stories(record(visit, meeting))] == [{visit.id, meeting.id}]
    assert len(find_stories(record(visit, apart))) == 2
    part = replace(apart, part_of=visit.id)
    assert [set(story.events) for story in find_stories(record(visit, part))] == [{visit.id, apart.id}]


def test_an_article_may_belong_to_two_stories_and_weeks_part_them() -> None:
    one, other = event(told("a", "asha omar", MAY)), event(told("a", "asha omar", JUNE, number=1))
    stories = find_stories(record(one, other))
    assert [story.articles for story in stories] == [("a",), ("a",)]


# --- side by side ---------------------------------------------------------------------------------------------


def test_each_field_says_who_tells_what_and_what_the_record_takes() -> None:
    fields = {field.field: field for field in fields_told(TALKS, RECORD)}
    assert [(v.value, v.articles, v.outlets, v.origins) for v in fields["status"].values] == [
        ("held", (COPIED_A.id, HELD_A.id), 2, 1),
        ("planned", (PLANNED_A.id,), 1, 1),
    ]
    assert fields["status"].taken == "held"
    assert "held over planned" in fields["status"].why
    assert fields["date"].taken == "2023-03-18"
    assert "2023-03-18..2023-03-19" in {value.value for value in fields["date"].values}
    assert fields["place"].values[0].origins == 2
    assert fields["place"].why == "the only value told"


# --- ancestry -------------------------------------------------------------------------------------------------


def test_ancestry_leads_to_the_head_of_the_line_and_to_what_descends() -> None:
    line = (
        Lineage("a", None, None, 0.0, "a"),
        Lineage("b", "a", "near-copy", 0.9, "a", ("most words",)),
        Lineage("c", "b", "excerpt", 0.8, "a", ("some words",)),
        Lineage("d", "a", "rewrite", 0.7, "a", ("the facts",)),
    )
    chain = ancestry_of("c", Record(lineages=line))
    assert [step.origin for step in chain.steps] == ["b", "a"]
    assert (chain.root, chain.descendants) == ("a", ())
    head = ancestry_of("a", Record(lineages=line))
    assert [(depth, step.article) for depth, step in head.descendants] == [(1, "b"), (2, "c"), (1, "d")]
    assert head.steps == ()


# --- networks -------------------------------------------------------------------------------------------------


def test_ties_count_events_held_and_keep_plans_apart() -> None:
    held = event(told("a", "asha omar", MAY))
    call = event(told("b", "asha omar", JUNE, kind="call"))
    plan = event(told("c", "asha omar", on("2023-07-01"), status="planned"))
    denied = event(told("d", "asha omar", on("2023-07-02"), status="denied"))
    visit = event(told("e", "asha omar", on("2023-07-03"), kind="visit"))
    (tie,) = network_of(record(held, call, plan, denied, visit))
    assert (tie.held, dict(tie.kinds), tie.ahead) == (2, {"meeting": 1, "call": 1}, 1)
    assert (tie.first, tie.last) == (date(2023, 5, 3), date(2023, 6, 14))


def test_names_in_one_article_make_no_tie() -> None:
    apart = record(event(told("a", "asha omar", MAY)), event(told("a", "leila faisal", MAY, number=1)))
    pairs = {frozenset((tie.one, tie.other)) for tie in network_of(apart)}
    assert pairs == {frozenset(("person:asha", "person:omar")), frozenset(("person:faisal", "person:leila"))}


def test_between_two_sides_only_their_people_count() -> None:
    many = record(event(told("a", "asha omar leila", MAY)), event(told("b", "milan petar", MAY)))
    india, pakistan = members_of("IND", many), members_of("state:PAK", many)
    assert [(tie.one, tie.other) for tie in network_of(many, india, pakistan)] == [("person:asha", "person:omar")]
    assert network_of(many, india, members_of("nobody", many)) == ()
    assert not [tie for tie in network_of(many) if {tie.one, tie.other} == {"person:milan", "person:petar"}]


@pytest.mark.parametrize("name", ["Albin Kurti", "mr kurti", KURTI, "XKX"])
def test_a_side_is_named_by_name_alias_id_or_code(name: str) -> None:
    assert KURTI in members_of(name, RECORD)
    assert VUCIC not in members_of(name, RECORD)


def test_a_state_by_name_means_all_its_people() -> None:
    assert members_of("Serbia", RECORD) >= {VUCIC, "state:SRB"}
