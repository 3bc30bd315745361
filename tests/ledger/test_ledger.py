"""Opening a ledger, keeping what was taken and read, and asking for it again."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, text, update
from sqlalchemy.exc import IntegrityError

from communique.errors import LedgerError
from communique.ledger import Failure, Ledger, Query, Taken, Writer
from communique.ledger.packing import pack
from communique.ledger.schema import SCHEMA, rulings, views
from communique.records import Record
from tests.ledger.samples import article, reading, unread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

READER = "reader-1"
INDIA = article("India and Pakistan held talks in Lahore.", "a.txt")
KOSOVO = article("Serbia and Kosovo met in Brussels.", "b.txt")


@pytest.fixture(params=["memory", "file"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    path = None if request.param == "memory" else tmp_path / "x.db"
    with Ledger.open(path) as opened:
        yield opened


def take(ledger: Ledger, origin: str, *articles: object, version: str = "v1", **more: object) -> None:
    Writer(ledger).keep_taken(Taken(origin, version, tuple(articles), **more))  # type: ignore[arg-type]


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


# --- opening


def test_a_missing_ledger_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"no ledger at .*none\.db; run `communique read PATH` first"):
        Ledger.open(tmp_path / "none.db", must_exist=True)
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Notes on the talks in Doha. " * 100)
    with pytest.raises(LedgerError, match="not a Communiqué ledger"):
        Ledger.open(path)
    assert path.read_text().startswith("Notes on the talks")


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE songs (name TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="another program"):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger, ledger.writing() as connection:
        connection.execute(text("UPDATE about SET value = :new WHERE key = 'schema'"), {"new": str(SCHEMA + 1)})
    with pytest.raises(LedgerError, match="newer Communiqué"):
        Ledger.open(tmp_path / "x.db")


def test_an_older_ledger_opens_and_the_next_run_gives_it_what_it_lacks(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        take(ledger, "a.txt", INDIA)
        with ledger.writing() as connection:
            connection.execute(text("DROP TABLE memory"))
            connection.execute(text("UPDATE about SET value = '1' WHERE key = 'schema'"))
    with Ledger.open(tmp_path / "x.db") as ledger:
        assert Query(ledger).articles() == (INDIA,)
        Writer(ledger).begin(READER)
        Writer(ledger).keep_view(Record(), "i", "v", {("day", "a"): b"1"}, {("day", "a")})
        assert Query(ledger).memory("v") == {("day", "a"): b"1"}
        with ledger.reading() as connection:
            version = connection.execute(text("SELECT value FROM about WHERE key = 'schema'")).scalar()
    assert version == str(SCHEMA)


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path)
    with pytest.raises(LedgerError, match="no folder"):
        Ledger.open(tmp_path / "none" / "x.db")


def test_a_second_writer_waits_and_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.ledger.connection.BUSY", 1)
    with Ledger.open(tmp_path / "x.db") as one, Ledger.open(tmp_path / "x.db") as two:
        with one.writing(), pytest.raises(LedgerError, match="another run is writing"):
            take(two, "a.txt", INDIA)
        take(two, "a.txt", INDIA)
        assert Query(one).articles() == (INDIA,)


# --- evidence


def test_what_was_kept_comes_back_whole(ledger: Ledger) -> None:
    take(ledger, "a.txt", INDIA, originals=((INDIA.sha256, b"original bytes"),))
    assert Query(ledger).articles() == (INDIA,)
    assert Query(ledger).original(INDIA.sha256) == b"original bytes"
    assert Query(ledger).stage("a.txt") == "v1"
    assert Query(ledger).original("0" * 64) is None


def test_the_same_article_at_two_paths_is_one_with_the_smallest(ledger: Ledger) -> None:
    take(ledger, "z.txt", article(INDIA.text, "z.txt"))
    take(ledger, "a.txt", INDIA)
    assert [a.path for a in Query(ledger).articles()] == ["a.txt"]
    assert Query(ledger).paths(INDIA.id) == ("a.txt", "z.txt")


def test_a_changed_file_points_to_its_new_article_and_the_old_stays_in_evidence(ledger: Ledger) -> None:
    take(ledger, "a.txt", INDIA)
    new = article("India and Pakistan called the talks off.", "a.txt")
    take(ledger, "a.txt", new, version="v2")
    assert Query(ledger).articles() == (new,)
    assert [a.text for a in Query(ledger).articles([INDIA.id])] == [INDIA.text]
    assert Query(ledger).pending(READER) == (new.id,)


def test_an_unread_input_that_becomes_readable_is_unread_no_more(ledger: Ledger) -> None:
    take(ledger, "a.txt", version="empty", unread=(unread("a.txt"),))
    assert Query(ledger).taken("a.txt") == ((), (unread("a.txt"),))
    take(ledger, "a.txt", INDIA)
    assert [entry.path for entry in Query(ledger).unread("none") if entry.reason == "the file is empty"] == []
    take(ledger, "folder", version="empty", unread=(unread("folder"),))
    Writer(ledger).forget_unread(["folder"])
    assert Query(ledger).taken("folder") == ((), ())


def test_text_that_cannot_be_stored_writes_nothing(ledger: Ledger) -> None:
    with pytest.raises(UnicodeEncodeError):
        take(ledger, "a.txt", INDIA, article("fine", "b.txt"), _broken())
    assert Query(ledger).articles() == ()
    assert Query(ledger).stage("a.txt") is None


def _broken() -> object:
    from dataclasses import replace

    return replace(KOSOVO, text="half a pair \ud800")


# --- readings


def test_readings_come_back_and_are_pending_no_more(ledger: Ledger) -> None:
    take(ledger, "a.txt", INDIA)
    take(ledger, "b.txt", KOSOVO)
    assert Query(ledger).pending(READER) == tuple(sorted((INDIA.id, KOSOVO.id)))
    Writer(ledger).keep_readings([reading(INDIA)], READER)
    assert Query(ledger).pending(READER) == (KOSOVO.id,)
    assert Query(ledger).readings(READER, [INDIA.id, KOSOVO.id]) == (reading(INDIA),)
    assert [entry.path for entry in Query(ledger).unread(READER)] == ["b.txt"]


def test_a_new_reader_version_reads_everything_again(ledger: Ledger) -> None:
    take(ledger, "a.txt", INDIA)
    Writer(ledger).keep_readings([reading(INDIA)], READER)
    assert Query(ledger).pending("reader-2") == (INDIA.id,)
    assert Query(ledger).readings("reader-2", [INDIA.id]) == ()


def test_another_language_is_kept_and_not_pending(ledger: Ledger) -> None:
    take(ledger, "r.txt", article("Переговоры прошли в Женеве.", "r.txt", "ru"))
    assert Query(ledger).pending(READER) == ()
    assert [a.language for a in Query(ledger).articles()] == ["ru"]


def test_a_failure_is_said_and_tried_again_and_a_success_clears_it(ledger: Ledger) -> None:
    take(ledger, "a.txt", INDIA)
    Writer(ledger).keep_readings([Failure(INDIA.id, "internal error: ValueError: x")], READER)
    assert [entry.reason for entry in Query(ledger).unread(READER)] == ["internal error: ValueError: x"]
    assert Query(ledger).pending(READER) == (INDIA.id,)
    Writer(ledger).keep_readings([reading(INDIA)], READER)
    assert Query(ledger).unread(READER) == ()


# --- rulings and views


def test_rulings_can_only_be_added(ledger: Ledger) -> None:
    row = {"kind": "reject", "subject": "event-1", "detail": "{}", "made_by": "me", "made_at": "2025-01-01"}
    with ledger.writing() as connection:
        connection.execute(insert(rulings).values(row))
    for statement in (update(rulings).values(kind="accept"), rulings.delete()):
        with pytest.raises((LedgerError, IntegrityError), match="append-only"), ledger.writing() as connection:
            connection.execute(statement)


def test_a_view_comes_back_with_what_it_was_made_of(ledger: Ledger) -> None:
    assert Query(ledger).view() is None
    record = Record(articles=(INDIA,), unread=(unread("c.txt"),))
    Writer(ledger).keep_view(record, "inputs", "versions")
    view = Query(ledger).view()
    assert view is not None
    assert (view.record, view.inputs, view.versions) == (record, "inputs", "versions")
    assert Query(ledger).view_key() == ("inputs", "versions")


def test_what_was_worked_out_is_kept_for_these_versions_as_long_as_it_is_of_use(ledger: Ledger) -> None:
    one, two, three = (("day", "a"), b"1"), (("day", "b"), b"2"), (("kin", "b"), b"3")
    assert Query(ledger).memory("v1") == {}
    Writer(ledger).keep_view(Record(), "i", "v1", dict([one, two]), {one[0], two[0]})
    assert Query(ledger).memory("v1") == dict([one, two])
    assert Query(ledger).memory("v2") == {}
    Writer(ledger).keep_view(Record(), "i", "v1", dict([three]), {two[0], three[0]})
    assert Query(ledger).memory("v1") == dict([two, three])
    Writer(ledger).keep_view(Record(), "i", "v1", {two[0]: b"4"}, {two[0]})
    assert Query(ledger).memory("v1") == {two[0]: b"4"}
    Writer(ledger).keep_view(Record(), "i", "v2", dict([one]), {one[0], two[0]})
    assert Query(ledger).memory("v2") == dict([one])


def test_a_record_of_other_nouns_is_refused_with_the_way_out(ledger: Ledger) -> None:
    Writer(ledger).keep_view(Record(articles=(INDIA,)), "inputs", "versions")
    for other in (pack({"articles": [{"name": "of another version"}]}), b"damaged"):
        with ledger.writing() as connection:
            connection.execute(update(views).values(packed=other))
        with pytest.raises(LedgerError, match="cannot load"):
            ledger.record()


def test_the_digest_of_inputs_knows_articles_paths_readings_and_unread(ledger: Ledger) -> None:
    seen = [Query(ledger).inputs(READER)]
    take(ledger, "b.txt", article(INDIA.text, "b.txt"))
    seen.append(Query(ledger).inputs(READER))
    Writer(ledger).keep_readings([reading(INDIA)], READER)
    seen.append(Query(ledger).inputs(READER))
    take(ledger, "a.txt", INDIA)
    seen.append(Query(ledger).inputs(READER))
    take(ledger, "c.txt", unread=(unread("c.txt"),))
    seen.append(Query(ledger).inputs(READER))
    assert len(set(seen)) == len(seen)
    assert Query(ledger).inputs("reader-2") not in seen


def test_keeping_the_same_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.db"

    def keep() -> None:
        with Ledger.open(path) as ledger:
            take(ledger, "a.txt", INDIA, originals=((INDIA.sha256, b"x"),))
            take(ledger, "c.txt", unread=(unread("c.txt"),))
            Writer(ledger).keep_readings([reading(INDIA)], READER)
            Writer(ledger).keep_view(Record(articles=(INDIA,)), "i", "v")

    keep()
    before = dump(path)
    keep()
    assert dump(path) == before
