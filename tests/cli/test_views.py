"""The commands that show a record at a glance: stories, compare, lineage, network."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.export.sample import COPIED_A, HELD_A, TALKS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.calling import Called


def test_stories_name_their_events_and_articles(call: Callable[..., Called], ledger: Path) -> None:
    called = call("stories", "--ledger", ledger)
    assert (called.code, called.err) == (0, "")
    assert TALKS.id in called.out
    found = json.loads(call("stories", "--json", "--ledger", ledger).out)
    story = next(one for one in found if TALKS.id in one["events"])
    assert {HELD_A.id, COPIED_A.id} <= set(story["articles"])
    assert all(one["id"] in called.out for one in found)


@pytest.mark.parametrize("width", ["160", "40"])
def test_compare_shows_every_account_and_why(
    width: str, call: Callable[..., Called], ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    out = call("compare", TALKS.id, "--ledger", ledger).out
    said = " ".join(out.split())
    assert "what came about outweighs what was expected: held over planned" in said
    assert "the accounts part on date" in said
    assert max(len(line) for line in out.splitlines()) <= int(width)
    side_by_side = any("Balkan News Agency" in line and "The Danube Post" in line for line in out.splitlines()[:6])
    assert side_by_side == (width == "160")


def test_compare_as_json(call: Callable[..., Called], ledger: Path) -> None:
    found = json.loads(call("compare", "0a1b", "--json", "--ledger", ledger).out)
    assert found["event"] == TALKS.id
    status = next(field for field in found["fields"] if field["field"] == "status")
    assert (status["taken"], [value["origins"] for value in status["values"]]) == ("held", [1, 1])
    assert found["disagreements"][0]["field"] == "date"


def test_lineage_gives_the_reasons_both_ways(call: Callable[..., Called], ledger: Path) -> None:
    up = call("lineage", COPIED_A.id, "--ledger", ledger).out
    down = call("lineage", HELD_A.id, "--ledger", ledger).out
    for out, other in ((up, HELD_A.id), (down, COPIED_A.id)):
        assert "81 % of its word runs stand in the other" in out
        assert other in out
    found = json.loads(call("lineage", COPIED_A.id, "--json", "--ledger", ledger).out)
    assert [step["origin"] for step in found["ancestors"]] == [HELD_A.id] == [found["root"]]


def test_network_between_two_states_by_name_or_code(call: Callable[..., Called], ledger: Path) -> None:
    by_name = call("network", "--between", "Serbia", "Kosovo", "--json", "--ledger", ledger)
    by_code = call("network", "--between", "srb", "XKX", "--json", "--ledger", ledger)
    assert json.loads(by_name.out) == json.loads(by_code.out)
    (tie,) = json.loads(by_name.out)
    assert (tie["held"], tie["kinds"], tie["events"]) == (1, {"meeting": 1}, [TALKS.id])
    out = call("network", "--ledger", ledger).out
    assert "1 × meeting" in out
    assert TALKS.id in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("compare", COPIED_A.id), "is no event"),
        (("lineage", TALKS.id), "is no article"),
        (("compare", "nothing"), "print the ids"),
        (("network", "--between", "Ruritania", "Serbia"), "has nobody named 'Ruritania'"),
    ],
)
def test_what_cannot_be_shown_says_why(
    arguments: tuple[str, ...], said: str, call: Callable[..., Called], ledger: Path
) -> None:
    called = call(*arguments, "--ledger", ledger)
    assert (called.code, called.out) == (2, "")
    assert said in called.err
