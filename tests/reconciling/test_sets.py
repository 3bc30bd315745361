"""Small sets of articles of our own, read from their words on: events formed, disagreements typed, lineage found.

Each file of sets/ holds articles and what a careful person makes of them together.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import communique

if TYPE_CHECKING:
    from communique import Record
    from communique.records import Event

SETS = sorted((Path(__file__).parent / "sets").glob("*.toml"))


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Record]:
    """Every set read on its own, by the name of its file."""
    found = {}
    for path in SETS:
        folder = tmp_path_factory.mktemp(path.stem)
        for article in tomllib.loads(path.read_text(encoding="utf-8"))["article"]:
            page = {key: article[key] for key in ("title", "outlet")} | {
                "published": article["published"].isoformat(),
                "text": article["text"].strip(),
            }
            (folder / f"{article['name']}.json").write_text(json.dumps(page), encoding="utf-8")
        found[path.stem] = communique.read(folder)
    return found


def names(record: Record) -> dict[str, str]:
    return {article.id: Path(article.path).stem for article in record.articles}


def expected(path: Path) -> dict[str, Any]:
    wanted: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))["expect"]
    return wanted


def told_in(event: Event, record: Record) -> list[str]:
    return sorted({names(record)[account.article] for account in event.accounts})


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_events_are_formed(path: Path, records: dict[str, Record]) -> None:
    record = records[path.stem]
    found = [(event.kind, told_in(event, record), event.origins) for event in record.events]
    for event in expected(path)["events"]:
        assert (event["kind"], sorted(event["articles"]), event["origins"]) in found, found


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_disagreements_are_typed_and_nothing_else_is_one(path: Path, records: dict[str, Record]) -> None:
    record = records[path.stem]
    found = [
        {"field": one.field, "values": {value: [names(record)[key] for key in told] for value, told in one.values}}
        for event in record.events for one in event.disagreements
    ]  # fmt: skip
    assert found == expected(path)["disagreements"]


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_lineage_is_found_and_no_other(path: Path, records: dict[str, Record]) -> None:
    record = records[path.stem]
    called = names(record)
    found = {called[one.article]: [called[one.origin], one.kind] for one in record.lineages if one.origin is not None}
    assert found == expected(path).get("lineage", {})


def test_a_disagreement_on_what_is_said_names_the_sentences(records: dict[str, Record]) -> None:
    record = records["plan"]
    by_id = {article.id: article for article in record.articles}
    pieces = [piece for event in record.events for one in event.disagreements for piece in one.evidence]
    quoted = sorted(by_id[piece.article].quote(piece) for piece in pieces)
    assert len(quoted) == 2
    assert quoted[0].startswith("Al-Busaidi brought a peace plan")
    assert quoted[1].startswith("No separate plan was presented")


def test_a_plan_and_its_fulfilment_are_the_history_of_one_visit(records: dict[str, Record]) -> None:
    record = records["history"]
    visit = next(event for event in record.events if event.kind == "visit")
    meeting = next(event for event in record.events if event.kind == "meeting" and len(event.accounts) == 2)
    for event in (visit, meeting):
        assert [status for status, _, _ in event.history] == ["planned", "held"]
        assert event.status == "held"
    assert meeting.part_of == visit.id
