"""The exports for users of event data: PLOVER's JSON and POLECAT's table, of the record made by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from communique.export import to_plover, to_polecat
from communique.export.coded import code_event
from communique.export.plover import QUADS
from communique.export.polecat import COLUMNS, OWN
from communique.records import Party, Place, PloverCode, Record

from .sample import RECORD

DOCS = (Path(__file__).parents[2] / "docs" / "plover.md").read_text(encoding="utf-8")
EVENTS = json.loads(to_plover(RECORD))
# The fields of the PLOVER manual that we write, required ones first.
REQUIRED = ("id", "date", "actor", "event")
FIELDS = {
    *REQUIRED, "enddate", "recipient", "event_loc", "text", "quad_code", "mode", "context", "link", "text_info",
    "cite_info", "coder", "communique",
}  # fmt: skip


def party(actor: str, role: str) -> Party:
    return Party(actor, role, ())


def test_every_event_has_the_manuals_fields_and_the_declared_extension() -> None:
    assert EVENTS
    for event in EVENTS:
        assert set(event) == FIELDS
        assert all(key in event for key in REQUIRED)


def test_text_is_what_its_offsets_cut_out_of_the_article() -> None:
    articles = {article.id: article for article in RECORD.articles}
    for event in EVENTS:
        first = event["communique"]["evidence"][0]
        start, end = event["text_info"]["start"], event["text_info"]["end"]
        assert event["text"] == articles[first["article"]].text[start:end]


def test_events_acts_and_statements_with_a_code_are_all_written() -> None:
    act = replace(RECORD.events[0], id="act-1", plover=PloverCode("ASSAULT", "aerial"), kind="attack")
    sources = {
        event["id"]: event["communique"]["source"] for event in json.loads(to_plover(replace(RECORD, acts=(act,))))
    }
    coded = {event.id for event in RECORD.events if event.plover}
    said = {statement.id for statement in RECORD.statements if statement.said.plover}
    assert set(sources) == coded | said | {"act-1"}
    assert sources["act-1"] == "act"


def test_an_undated_event_takes_its_articles_day_and_says_so() -> None:
    undated = [event for event in EVENTS if event["communique"]["from"] is None]
    assert undated
    assert {event["communique"]["date_basis"] for event in undated} == {"publication"}
    assert all(event["enddate"] is None for event in undated)


@pytest.mark.parametrize(
    ("parties", "place", "actors", "recipients", "mutual"),
    [
        ((party("state:A", "participant"), party("state:B", "participant")), None, 2, 2, True),
        ((party("person:a", "visitor"), party("person:b", "host")), None, 1, 1, False),
        ((party("person:a", "visitor"),), Place("Malta", "MLT", "said", (), "MLT"), 1, 1, False),
        ((party("state:A", "mediator"), party("state:B", "participant"), party("state:C", "participant")), None,
         1, 2, False),
        ((party("state:A", "actor"), party("state:B", "recipient")), None, 1, 1, False),
    ],
)  # fmt: skip
def test_roles_decide_who_is_actor_and_recipient(
    parties: tuple[Party, ...], place: Place | None, actors: int, recipients: int, mutual: bool
) -> None:
    coded = code_event(PloverCode("CONSULT"), "held", parties, place)
    assert (len(coded.actors), len(coded.recipients), coded.mutual) == (actors, recipients, mutual)


def test_every_type_has_one_quad_class() -> None:
    types = [code for codes in QUADS for code in codes]
    assert len(types) == len(set(types)) == 16


def test_the_table_has_polecats_columns_and_every_line_as_many_cells() -> None:
    lines = to_polecat(RECORD).splitlines()
    assert lines[0].split("\t") == [*COLUMNS, *OWN]
    assert len(lines) == len(EVENTS) + 1
    assert {line.count("\t") for line in lines} == {len(COLUMNS) + len(OWN) - 1}


def test_the_table_keeps_an_event_of_many_parties_on_one_line() -> None:
    rows = [dict(zip(COLUMNS, line.split("\t"), strict=False)) for line in to_polecat(RECORD).splitlines()[1:]]
    assert any("; " in row["Actor Name"] for row in rows)
    assert len({row["Event ID"] for row in rows}) == len(rows)


def test_an_empty_record_is_an_empty_list_and_a_header() -> None:
    assert json.loads(to_plover(Record())) == []
    assert len(to_polecat(Record()).splitlines()) == 1


def test_every_key_and_column_is_documented() -> None:
    keys = {key for event in EVENTS for key in (*event, *event["communique"])}
    assert all(f"`{key}`" in DOCS for key in keys)
    assert all(f"`{name}`" in DOCS for name in OWN)
