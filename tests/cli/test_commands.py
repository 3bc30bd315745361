"""The commands that ask a ledger, on a record made by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from communique import to_json
from communique.cli.lists import COMMANDS
from communique.export import to_plover, to_polecat
from tests.export.sample import RECORD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.calling import Called

WHOLE = json.loads(to_json(RECORD))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_list_names_every_thing_by_its_id(name: str, call: Callable[..., Called], ledger: Path) -> None:
    called = call(name, "--ledger", ledger)
    assert (called.code, called.err) == (0, "")
    assert all(thing["id"] in called.out for thing in WHOLE[name])
    assert "\x1b" not in called.out


@pytest.mark.parametrize("name", COMMANDS)
def test_a_list_as_json_is_that_part_of_the_record(name: str, call: Callable[..., Called], ledger: Path) -> None:
    assert json.loads(call(name, "--json", "--ledger", ledger).out) == WHOLE[name]


def test_events_are_in_order_of_time_and_undated_ones_last(call: Callable[..., Called], ledger: Path) -> None:
    out = call("events", "--ledger", ledger).out
    order = [out.index(event) for event in ("event-3d4e", "event-0a1b", "event-1b2c", "event-2c3d")]
    assert order == sorted(order)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_missing_ledger_is_one_line_with_the_way_out(name: str, call: Callable[..., Called], tmp_path: Path) -> None:
    called = call(name, "--ledger", tmp_path / "none.db")
    assert (called.code, called.out) == (2, "")
    assert called.err.endswith("none.db; run `communique read PATH` first, or name one with --ledger\n")
    assert called.err.count("\n") == 1


@pytest.mark.parametrize("why", [False, True])
def test_everything_can_be_shown(why: bool, call: Callable[..., Called], ledger: Path) -> None:
    for part in COMMANDS:
        for thing in WHOLE[part]:
            called = call("show", thing["id"], "--ledger", ledger, *(["--why"] if why else []))
            assert (called.code, called.err) == (0, "")
            assert called.out.startswith(thing["id"])


def test_an_event_is_shown_with_its_accounts_words_title_and_line(call: Callable[..., Called], ledger: Path) -> None:
    out = " ".join(call("show", "3d4e", "--ledger", ledger).out.split())
    assert "Ohrid to host Serbia-Kosovo talks on Saturday, line 4:" in out
    assert "Belgrade »denied« that any signature" in out


def test_why_says_which_cues_were_overruled(call: Callable[..., Called], ledger: Path) -> None:
    plain = call("show", "article-beijing", "--ledger", ledger).out
    out = call("show", "article-beijing", "--why", "--ledger", ledger).out
    assert "overruled: the page's own clock" in out
    assert "overruled" not in plain


def test_a_beginning_that_fits_several_names_them(call: Callable[..., Called], ledger: Path) -> None:
    called = call("show", "check", "--ledger", ledger)
    assert (called.code, called.out) == (2, "")
    assert "check-01, check-02" in called.err


def test_an_id_that_nothing_has_says_where_ids_are(call: Callable[..., Called], ledger: Path) -> None:
    for wanted in ("nothing", ""):
        called = call("show", wanted, "--ledger", ledger)
        assert called.code == 2
        assert "print the ids" in called.err


def test_export_is_the_record(call: Callable[..., Called], ledger: Path, tmp_path: Path) -> None:
    assert call("export", "--to", "json", "--ledger", ledger).out == to_json(RECORD)
    called = call("export", "--ledger", ledger, "-o", tmp_path / "record.json")
    assert (called.code, called.out) == (0, "")
    assert (tmp_path / "record.json").read_text(encoding="utf-8") == to_json(RECORD)
    assert call("export", "--to", "plover", "--ledger", ledger).out == to_plover(RECORD)
    assert call("export", "--to", "polecat", "--ledger", ledger).out == to_polecat(RECORD)
    assert call("export", "--to", "csv", "--ledger", ledger).code == 2


def test_report_is_one_page(call: Callable[..., Called], ledger: Path, tmp_path: Path) -> None:
    called = call("report", "--ledger", ledger, "-o", tmp_path / "record.html")
    assert called.out == f"the report is in {tmp_path / 'record.html'}\n"
    assert "Ohrid" in (tmp_path / "record.html").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_says_so_and_leaves_nothing(
    call: Callable[..., Called], ledger: Path, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())
    called = call("report", "--ledger", ledger, "-o", tmp_path / "none" / "record.html")
    assert called.code == 2
    assert "cannot be written" in called.err
    (tmp_path / "folder").mkdir()
    assert call("export", "--ledger", ledger, "-o", tmp_path / "folder").code == 2
    assert sorted(tmp_path.iterdir()) == sorted([*before, tmp_path / "folder"])


def test_knowledge_says_who_held_what(call: Callable[..., Called]) -> None:
    assert "Foreign Minister (Russia)" in call("knowledge", "who", "Lavrov").out
    assert "Qin Gang" in call("knowledge", "office", "China/foreign-minister").out
    on = call("knowledge", "on", "2023-02-22").out
    assert "Qin Gang, Foreign Minister (China)" in on
    assert "Wang Yi, Foreign Minister (China)" not in on
    assert "Iran\n" in call("knowledge", "members", "BRICS", "2024-01-01").out
    assert "Iran\n" not in call("knowledge", "members", "BRICS", "2023-12-31").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("who", "Nobody Whatever"), "the tables know nobody named"),
        (("office", "Ruritania"), "no state or organisation"),
        (("office", "France/no-such-role"), "no holder of FRA/no-such-role"),
        (("on", "yesterday"), "write it as 2023-02-22"),
        (("members", "Ruritanian League", "2020-01-01"), "no organisation 'Ruritanian League'"),
        (("members", "AUKUS", "2000-01-01"), "no member of AUKUS on 2000-01-01"),
    ],
)
def test_knowledge_says_what_it_does_not_know(
    arguments: tuple[str, ...], said: str, call: Callable[..., Called]
) -> None:
    called = call("knowledge", *arguments)
    assert (called.code, called.out) == (2, "")
    assert said in called.err


def test_a_reader_that_stops_early_is_no_error(ledger: Path) -> None:
    command = [sys.executable, "-c", "from communique.cli import main; main()", "export", "--ledger", str(ledger)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stderr is not None
    assert child.stdout.read(1) == b"{"
    child.stdout.close()
    said = child.stderr.read()
    child.stderr.close()
    child.wait()
    assert said == b""


def test_version(call: Callable[..., Called]) -> None:
    assert call("--version").out.startswith("communique ")
