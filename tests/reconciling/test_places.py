"""Where accounts say that an event was: places no table holds, states, cities, and where a report was filed."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from communique.knowledge import Knowledge
from communique.reconciling.accounts import make_event, roots_of
from communique.reconciling.disagreements import disagreements
from communique.reconciling.sameness import cluster
from tests.reconciling.worlds import ACTORS, after, alone, article, on, published, told

if TYPE_CHECKING:
    from communique.records import Event

EMPTY = Knowledge({}, {}, {}, {}, {}, {}, {}, {}, {}, ())
MAY, THAT_MONTH = on("2023-05-03"), on("2023-05-01", "2023-05-31")


def event(*places: tuple[str, str]) -> Event:
    """The event of the accounts a, b, c ..., each with its place and how it is known."""
    items = [told("abcd"[at], "asha omar", MAY, where, basis=basis) for at, (where, basis) in enumerate(places)]
    keys = [item.article for item in items]
    return make_event(
        items, {key: article(key) for key in keys}, {key: published(key, "2023-05-10") for key in keys},
        roots_of(alone(*keys)), ACTORS, EMPTY,
    )  # fmt: skip


def test_a_place_that_no_table_holds_may_lie_in_the_state_that_another_names() -> None:
    items = [told("a", "asha omar", MAY, "?tumbes"), told("b", "asha omar", THAT_MONTH, "OMN")]
    assert cluster(items, ACTORS) == [[0, 1]]
    assert not disagreements(items, ACTORS)


def test_two_places_that_no_table_holds_are_two() -> None:
    items = [told("a", "asha omar", MAY, "?tumbes"), told("b", "asha omar", THAT_MONTH, "?piura")]
    assert len(cluster(items, ACTORS)) == 2


def test_a_place_that_no_table_holds_is_more_exact_than_a_state() -> None:
    found = event(("?tumbes", "said"), ("OMN", "said"))
    assert found.place is not None
    assert found.place.name == "Tumbes"
    assert not found.disagreements


@pytest.mark.parametrize(("filed", "taken"), [("doha", "Omn"), ("muscat", "Muscat")])
def test_where_a_report_was_filed_yields_to_what_is_said_unless_it_lies_there(filed: str, taken: str) -> None:
    found = event((filed, "dateline"), ("OMN", "said"))
    assert found.place is not None
    assert found.place.name == taken


def test_what_cannot_join_its_rival_is_not_torn_between_them() -> None:
    """Two articles, one a rewrite of the other, tell a meeting and that there will be another one."""
    held = [told(key, "asha omar", MAY, "?tumbes", line="a") for key in "ab"]
    again = [
        told(key, "asha omar", after("2023-05-03"), "OMN", status="planned", line="a", number=1,
             words="they will meet again in oman")
        for key in "ab"
    ]  # fmt: skip
    far = [told(key, "asha omar", MAY, "OMN") for key in "cdefg"]
    for order in permutations((*held, *again), 4):
        items = [*order, *far]
        found = [[items[at] for at in group] for group in cluster(items, ACTORS)]
        assert sum(set(map(id, again)) == set(map(id, group)) for group in found) == 1
        assert sum(set(map(id, held)) <= set(map(id, group)) for group in found) == 1
