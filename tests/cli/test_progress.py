"""The progress bar: on a terminal a row for each stage, in a pipe nothing at all."""

from __future__ import annotations

import io
import sys

import pytest

from communique.cli.progress import bar


class Terminal(io.StringIO):
    """Standard error that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_stage_and_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with bar(shown=True) as report:
        assert report is not None
        report("reading", 0, 7)
        report("reading", 7, 7)
        report("reconciling", 0, 0)
    said = terminal.getvalue()
    assert "reading" in said
    assert "7/7" in said
    assert "reconciling" not in said


@pytest.mark.parametrize(("stream", "shown"), [(io.StringIO(), True), (Terminal(), False)])
def test_a_pipe_or_a_quiet_run_shows_nothing(stream: io.StringIO, shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with bar(shown=shown) as report:
        assert report is None
    assert stream.getvalue() == ""
