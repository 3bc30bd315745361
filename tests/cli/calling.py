"""Calls the command in this process, as a shell would."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from communique.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Called:
    """What a call came to."""

    code: int
    out: str
    err: str


Call = "Callable[..., Called]"


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Called]:
    """Call `communique` with arguments; gives exit code, standard output and standard error."""

    def run(*arguments: object) -> Called:
        monkeypatch.setattr(sys, "argv", ["communique", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        code = ended.value.code
        return Called(code if isinstance(code, int) else int(code is not None), captured.out, captured.err)

    return run
