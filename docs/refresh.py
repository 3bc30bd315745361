"""Puts real output into the pages: `python -m docs.refresh` runs the commands that README.md shows.

A block stands between `<!-- output: COMMAND -->` and `<!-- end of output -->`. COMMAND is a call of `communique`, or
several joined with `&&`, cut with `| head -N` where they print more than a page should show. The commands of a page
run one after the other in an empty folder that holds a copy of examples/, so that a later one asks the ledger that
an earlier one made. The tests fail when a block is not what its command prints.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md",)
_BLOCK = re.compile(r"(<!-- output: (?P<command>.+?) -->\n)(?P<shown>.*?)(<!-- end of output -->)", re.DOTALL)
_CUT = re.compile(r"\s*\|\s*head -(?P<lines>\d+)$")


@dataclass(frozen=True, slots=True)
class Block:
    """A command on a page and what the page shows of its output, fences and all."""

    command: str
    shown: str


def blocks(page: str) -> list[Block]:
    """The blocks of a page, in order."""
    return [Block(found["command"], found["shown"]) for found in _BLOCK.finditer(page)]


def outputs(commands: list[str]) -> list[str]:
    """What each command prints, as it should be shown; run in this order.

    Raises:
        ValueError: a command is no call of `communique`, or it failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        return [_fenced(command, _printed(command, Path(folder))) for command in commands]


def refreshed(page: str) -> str:
    """A page with every block filled anew."""
    fresh = iter(outputs([block.command for block in blocks(page)]))
    return _BLOCK.sub(lambda found: f"{found[1]}{next(fresh)}{found[4]}", page)


def _printed(command: str, folder: Path) -> str:
    cut = _CUT.search(command)
    calls = (command[: cut.start()] if cut else command).split("&&")
    lines = [line.rstrip() for call in calls for line in _called(call, folder).splitlines()]
    if cut and len(lines) > int(cut["lines"]):
        lines = [*_whole(lines[: int(cut["lines"])]), "..."]
    return "\n".join(lines)


def _called(call: str, folder: Path) -> str:
    program, *arguments = shlex.split(call)
    if program != "communique":
        raise ValueError(f"only communique can be run for a page, not {call!r}")
    done = subprocess.run(  # noqa: S603 - the pages' own commands
        [sys.executable, "-c", "from communique.cli import main; main()", *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "COLUMNS"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if done.returncode:
        raise ValueError(f"{call!r} ended with exit code {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def _whole(lines: list[str]) -> list[str]:
    """The lines without an entry that the cut has torn: up to the last empty line, if there is one."""
    last = max((n for n, line in enumerate(lines) if not line), default=len(lines) - 1)
    return lines[: last + 1]


def _fenced(command: str, printed: str) -> str:
    calls = (command[: cut.start()] if (cut := _CUT.search(command)) else command).split("&&")
    typed = "\n".join(f"$ {call.strip()}" for call in calls)
    return f"```text\n{typed}\n{printed}\n```\n"


def main() -> int:
    """Fill the blocks of all pages; says which pages have changed."""
    for path in PAGES:
        old = path.read_text(encoding="utf-8")
        new = refreshed(old)
        if new != old:
            path.write_text(new, encoding="utf-8")
        print(f"{path.name}: {'changed' if new != old else 'as it was'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
