"""`communique positions`: statements by actor and topic, over time, with their evidence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from communique import to_json
from communique.errors import NotFound
from communique.ledger import positions
from communique.records import Record
from tests.export.sample import RECORD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.calling import Called

NAMES = {actor.id: actor.name for actor in RECORD.actors}
SPEAKER = next(speaker for statement in RECORD.statements for speaker in statement.said.speakers)
WORDS = {article.id: article for article in RECORD.articles}


def test_each_statement_of_an_actor_stands_there_with_its_quoted_words(
    call: Callable[..., Called], ledger: Path
) -> None:
    called = call("positions", NAMES[SPEAKER], "--ledger", ledger)
    assert (called.code, called.err) == (0, "")
    mine = [statement for statement in RECORD.statements if SPEAKER in statement.said.speakers]
    assert mine
    flat = " ".join(called.out.split())
    for statement in mine:
        assert statement.id in flat
        assert f"»{' '.join(WORDS[statement.article].quote(statement.said.content).split())}«" in flat


def test_as_json_the_statements_are_those_of_the_record(call: Callable[..., Called], ledger: Path) -> None:
    rows = json.loads(call("positions", SPEAKER, "--json", "--ledger", ledger).out)
    whole = {row["id"]: row for row in json.loads(to_json(RECORD))["statements"]}
    assert rows
    for row in rows:
        assert set(row) == {"actor", "topic", "statements"}
        assert all(said == whole[said["id"]] and row["actor"] in said["speakers"] for said in row["statements"])


def test_a_topic_keeps_what_has_it_or_names_it() -> None:
    statement = next(one for one in RECORD.statements if SPEAKER in one.said.speakers)
    word = WORDS[statement.article].quote(statement.said.content).split()[0]
    held = positions(RECORD, SPEAKER, word)
    assert statement.id in {one.id for position in held for one in position.statements}
    assert {position.topic for position in held} == {word}
    assert positions(RECORD, SPEAKER, "no such thing anywhere") == ()


def test_a_state_stands_for_those_who_speak_for_it() -> None:
    state = next(actor for actor in RECORD.actors if actor.kind == "state")
    officials = {actor.id for actor in RECORD.actors if actor.state == state.state}
    found = {position.actor for position in positions(RECORD, state.name)}
    spoken = {speaker for one in RECORD.statements for speaker in one.said.speakers}
    assert found == officials & spoken


def test_positions_are_in_order_of_time() -> None:
    for position in positions(RECORD, SPEAKER):
        days = [one.when.start for one in position.statements if one.when.start]
        assert days == sorted(days)


def test_an_unknown_actor_is_one_line_with_the_way_out(call: Callable[..., Called], ledger: Path) -> None:
    called = call("positions", "Atlantis", "--ledger", ledger)
    assert (called.code, called.out) == (2, "")
    assert "communique actors" in called.err
    with pytest.raises(NotFound):
        positions(Record(), "Atlantis")


def test_what_says_nothing_is_said_so(call: Callable[..., Called], ledger: Path) -> None:
    called = call("positions", SPEAKER, "--topic", "no such thing anywhere", "--ledger", ledger)
    assert called.code == 0
    assert "says nothing on no such thing anywhere" in " ".join(called.out.split())
