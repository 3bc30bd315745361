"""`communique read`: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.engine.toy import rooms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.calling import Called


@pytest.fixture(autouse=True)
def _toy_rooms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("communique.engine.running.open_rooms", rooms)
    monkeypatch.chdir(tmp_path)


def write(tmp_path: Path, **texts: str) -> None:
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text)


def test_all_read_is_0_and_the_default_ledger_is_made(call: Callable[..., Called], tmp_path: Path) -> None:
    write(tmp_path, a="Envoys of Iran")
    called = call("read", "a.txt")
    assert (called.code, called.err) == (0, "")
    assert called.out == "1 article, 0 events, 0 statements, 0 checks\n"
    assert (tmp_path / "communique.db").exists()


def test_some_not_read_is_1_with_names_and_reasons(call: Callable[..., Called], tmp_path: Path) -> None:
    write(tmp_path, a="Envoys of Iran", b="EMPTY", c="RU Oman")
    called = call("read", "a.txt", "b.txt", "c.txt", "none.txt")
    assert called.code == 1
    assert "– b.txt: the file is empty" in called.out
    assert "– c.txt: not read: language ru" in called.out
    assert "– none.txt: it does not exist" in called.out
    assert "3 inputs not read" in called.out


def test_no_path_is_2(call: Callable[..., Called]) -> None:
    called = call("read")
    assert called.code == 2
    assert "Missing argument 'PATH" in called.err


def test_json_is_the_record_and_what_was_not_read_goes_to_standard_error(
    call: Callable[..., Called], tmp_path: Path
) -> None:
    write(tmp_path, a="Envoys of Iran", b="EMPTY")
    called = call("read", "--json", "a.txt", "b.txt")
    assert [entry["path"] for entry in json.loads(called.out)["unread"]] == ["b.txt"]
    assert called.err == "communique: b.txt: the file is empty\n"


def test_quiet_prints_only_what_was_not_read(call: Callable[..., Called], tmp_path: Path) -> None:
    write(tmp_path, a="Envoys of Iran", b="EMPTY")
    assert (call("read", "-q", "a.txt").out, call("read", "-q", "a.txt").err) == ("", "")
    assert call("read", "--quiet", "b.txt").err == "communique: b.txt: the file is empty\n"


def test_a_fault_of_ours_is_named_and_its_traceback_is_for_debug(call: Callable[..., Called], tmp_path: Path) -> None:
    write(tmp_path, a="READ odd")
    called = call("read", "a.txt")
    assert called.code == 1
    assert "a.txt: internal error: RuntimeError: the reader met something odd" in called.out
    assert "Traceback" not in called.out + called.err
    assert "Traceback" in call("read", "--debug", "a.txt").err


def test_an_error_that_ends_the_run_is_one_line(call: Callable[..., Called], tmp_path: Path) -> None:
    write(tmp_path, a="MODEL gone")
    called = call("read", "a.txt")
    assert (called.code, called.err) == (2, "communique: the model is missing\n")
    lists = call("events", "--ledger", "communique.db")
    assert (lists.code, lists.out) == (2, "")
    assert "no run has been brought to its end" in lists.err


def test_a_fault_outside_the_articles_is_3_and_one_line(
    call: Callable[..., Called], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("by zero")

    write(tmp_path, a="Envoys of Iran")
    monkeypatch.setattr("communique.engine.running.open_rooms", broken)
    called = call("read", "a.txt")
    assert called.code == 3
    assert called.err.startswith("communique: internal error: ZeroDivisionError: by zero;")
    assert called.err.count("\n") == 1


def test_an_interrupted_run_says_how_to_go_on(
    call: Callable[..., Called], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    write(tmp_path, a="Envoys of Iran")
    monkeypatch.setattr("communique.engine.run", interrupted)
    called = call("read", "a.txt")
    assert called.code == 130
    assert "run the same command again" in called.err


def test_a_file_that_is_no_ledger_is_2(call: Callable[..., Called], tmp_path: Path) -> None:
    write(tmp_path, a="Envoys of Iran", notes="Notes " * 500)
    called = call("read", "a.txt", "--ledger", "notes.txt")
    assert called.code == 2
    assert "not a Communiqué ledger" in called.err
    assert called.err.count("\n") == 1


def test_a_list_says_when_a_run_was_interrupted(call: Callable[..., Called], tmp_path: Path) -> None:
    write(tmp_path, a="Envoys of Iran", b="MODEL gone")
    call("read", "a.txt")
    call("read", "b.txt")
    called = call("articles")
    assert called.code == 0
    assert "a.txt" in called.out
    assert "was interrupted" in called.err
