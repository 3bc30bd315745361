"""A run: what is taken, read and said, and what happens when something in it goes wrong."""

from __future__ import annotations

import io
import os
import sqlite3
import sys
from typing import TYPE_CHECKING

import pytest

from communique.engine import run
from communique.errors import CommuniqueError, UsageError
from communique.ledger import Ledger, Query
from tests.engine.toy import rooms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communique.engine import Outcome


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(None) as opened:
        yield opened


def write(folder: Path, **texts: str) -> list[str]:
    """Files by name, without their suffix; gives their paths."""
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text)
        paths.append(str(path))
    return paths


def names(outcome: Outcome) -> list[str]:
    return [actor.name for actor in outcome.record.actors]


def test_what_is_read_is_in_the_record(tmp_path: Path, ledger: Ledger) -> None:
    paths = write(tmp_path, a="Envoys of Iran", b="Envoys of Oman")
    outcome = run(paths, ledger, rooms=rooms())
    assert (outcome.inputs, outcome.read, outcome.unread, outcome.faults) == (2, 2, (), ())
    assert names(outcome) == ["Iran", "Oman"]
    assert Query(ledger).original(outcome.record.articles[0].sha256) in {b"Envoys of Iran", b"Envoys of Oman"}
    assert not Query(ledger).unfinished()


def test_reading_again_adds_only_what_is_new(tmp_path: Path, ledger: Ledger) -> None:
    run(write(tmp_path, a="Envoys of Iran"), ledger, rooms=rooms())
    write(tmp_path, b="Envoys of Oman")
    outcome = run([str(tmp_path)], ledger, rooms=rooms())
    assert (outcome.inputs, outcome.read) == (2, 1)
    assert names(outcome) == ["Iran", "Oman"]


def test_what_was_worked_out_of_an_article_is_not_worked_out_again(tmp_path: Path, ledger: Ledger) -> None:
    (tmp_path / "b.txt").write_text("talks in Chad")
    versions = f"toy-1+knowledge-1 {rooms().reconciler}"
    run([str(tmp_path)], ledger, rooms=rooms())
    before = Query(ledger).memory(versions)
    (tmp_path / "a.txt").write_text("talks in Mali")
    run([str(tmp_path)], ledger, rooms=rooms())
    after = Query(ledger).memory(versions)
    assert len(before) == 1
    assert len(after) == 2
    assert before.items() <= after.items()


def test_reading_twice_changes_no_row(tmp_path: Path) -> None:
    paths = write(tmp_path, a="Envoys of Iran", b="EMPTY", c="READ odd", d="RU Oman", e="TAKE odd")
    file = tmp_path / "ledger.db"
    dumps = []
    for _ in range(2):
        with Ledger.open(file) as opened:
            run([*paths, "none.txt"], opened, rooms=rooms())
        connection = sqlite3.connect(file)
        dumps.append(list(connection.iterdump()))
        connection.close()
    assert dumps[0] == dumps[1]


def test_bad_inputs_are_said_and_the_rest_is_read(tmp_path: Path, ledger: Ledger) -> None:
    paths = write(tmp_path, a="Envoys of Iran", b="EMPTY", c="READ odd", d="RU Oman", e="TAKE odd", f="SURROGATE odd")
    outcome = run([*paths, "none.txt"], ledger, rooms=rooms())
    said = {os.path.basename(entry.path): entry.reason for entry in outcome.unread}  # noqa: PTH119 - a name, no file
    assert said["b.txt"] == "the file is empty"
    assert said["c.txt"] == "internal error: RuntimeError: the reader met something odd"
    assert said["d.txt"] == "not read: language ru"
    assert said["e.txt"] == "internal error: ValueError: intake met something odd"
    assert said["f.txt"].startswith("internal error: UnicodeEncodeError")
    assert said["none.txt"] == "it does not exist"
    assert names(outcome) == ["Iran"]
    assert sorted(article.language for article in outcome.record.articles) == ["en", "ru"]
    assert {entry.path for entry in outcome.record.unread} == {e.path for e in outcome.unread} - {paths[3]}
    assert all("Traceback" in fault.trace for fault in outcome.faults)
    assert len(outcome.faults) == 3


def test_only_this_runs_inputs_are_held_against_it(tmp_path: Path, ledger: Ledger) -> None:
    bad, good = write(tmp_path, a="EMPTY", b="Envoys of Iran")
    assert run([bad], ledger, rooms=rooms()).unread
    outcome = run([good], ledger, rooms=rooms())
    assert outcome.unread == ()
    assert [entry.path for entry in outcome.record.unread] == [bad]


def test_what_becomes_readable_is_unread_no_more(tmp_path: Path, ledger: Ledger) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    assert [entry.path for entry in run([str(folder)], ledger, rooms=rooms()).unread] == [str(folder)]
    (path,) = write(folder, a="EMPTY")
    assert [entry.path for entry in run([str(folder)], ledger, rooms=rooms()).record.unread] == [path]
    write(folder, a="Envoys of Iran")
    assert run([str(folder)], ledger, rooms=rooms()).record.unread == ()


def test_a_changed_file_counts_as_it_is_now(tmp_path: Path, ledger: Ledger) -> None:
    (path,) = write(tmp_path, a="Envoys of Iran")
    run([path], ledger, rooms=rooms())
    write(tmp_path, a="Envoys of Oman")
    assert names(run([path], ledger, rooms=rooms())) == ["Oman"]


def test_a_file_with_fewer_articles_loses_the_others(tmp_path: Path, ledger: Ledger) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("Envoys of Iran\nEnvoys of Oman\n")
    outcome = run([str(path)], ledger, rooms=rooms())
    assert sorted(article.path for article in outcome.record.articles) == [f"{path}#1", f"{path}#2"]
    assert Query(ledger).original(outcome.record.articles[0].sha256) in {b"Envoys of Iran", b"Envoys of Oman"}
    path.write_text("Envoys of Oman\n")
    outcome = run([str(path)], ledger, rooms=rooms())
    assert [article.path for article in outcome.record.articles] == [f"{path}#1"]


def test_standard_input_is_named_by_its_content(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("EMPTY", "Envoys of Iran", "Envoys of Oman"):
        stream = io.TextIOWrapper(io.BytesIO(text.encode()))
        monkeypatch.setattr(sys, "stdin", stream)
        outcome = run(["-"], ledger, rooms=rooms())
    assert names(outcome) == ["Iran", "Oman"]
    assert all(article.path.startswith("stdin:") for article in outcome.record.articles)


def test_a_path_that_is_not_utf8_is_read(tmp_path: Path, ledger: Ledger) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("Envoys of Iran")
    outcome = run([str(tmp_path / name)], ledger, rooms=rooms())
    assert [article.path for article in outcome.record.articles] == [f"{tmp_path}/caf\\xe9.txt"]


def test_a_new_reader_reads_all_again(tmp_path: Path, ledger: Ledger) -> None:
    one, two = write(tmp_path, a="Envoys of Iran", b="Envoys of Oman")
    run([one, two], ledger, rooms=rooms())
    assert run([one], ledger, rooms=rooms(reader="toy-2")).read == 2


def test_progress_goes_from_nothing_to_all(tmp_path: Path, ledger: Ledger) -> None:
    seen: list[tuple[str, int, int]] = []
    paths = write(tmp_path, **{f"n{i}": f"Envoys of state{i}" for i in range(20)})
    run(paths, ledger, rooms=rooms(), progress=lambda *step: seen.append(step))
    for stage, total in (("taking in", 20), ("reading", 20), ("reconciling", 1)):
        steps = [done for name, done, _ in seen if name == stage]
        assert steps == sorted(steps)
        assert (steps[0], steps[-1]) == (0, total)


def test_bad_calls_say_so(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="nothing to read"):
        run([], ledger, rooms=rooms())
    with pytest.raises(UsageError, match="0 workers"):
        run(["a"], ledger, workers=0, rooms=rooms())


def test_an_error_that_strikes_every_article_ends_the_run(tmp_path: Path, ledger: Ledger) -> None:
    with pytest.raises(CommuniqueError, match="the model is missing"):
        run(write(tmp_path, a="MODEL gone"), ledger, rooms=rooms())
    assert Query(ledger).unfinished()


def test_a_reading_process_that_dies_costs_its_article_alone(tmp_path: Path, ledger: Ledger) -> None:
    texts = {f"n{i:02}": f"Envoys of state{i:02}" for i in range(18)} | {"n17": "DIE now"}
    outcome = run(write(tmp_path, **texts), ledger, workers=2, rooms=rooms())
    assert [entry.reason for entry in outcome.unread] == [
        "internal error: the reading process died on it (out of memory?)"
    ]
    assert len(outcome.record.articles) == 17
