"""Every command and option has help text and stands in docs/cli.md; nothing stands there that is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer.main

from communique.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = (Path(__file__).parent.parent.parent / "docs" / "cli.md").read_text(encoding="utf-8")
UNDOCUMENTED = {"--help", "-h"}


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Every command under `command` with its whole name."""
    yield name, command
    for inner, one in getattr(command, "commands", {}).items():
        yield from commands(one, f"{name} {inner}")


ALL = dict(commands(typer.main.get_command(app), "communique"))


def section(name: str) -> str:
    """What docs/cli.md says under the heading of a command."""
    parts = re.split(r"^##+ `(.+?)`.*$", DOCS, flags=re.MULTILINE)
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    return found.get(name, "")


@pytest.mark.parametrize("name", ALL)
def test_a_command_stands_in_the_docs_with_all_its_options(name: str) -> None:
    text = section(name)
    assert text, f"docs/cli.md has no heading for `{name}`"
    for parameter in ALL[name].params:
        for option in set(parameter.opts) - UNDOCUMENTED:
            shown = option if option.startswith("-") else parameter.metavar or option.upper()
            assert f"`{shown}" in text or f" {shown}`" in text or f", `{shown}" in text, f"{name}: {shown}"


@pytest.mark.parametrize("name", ALL)
def test_a_command_and_its_options_have_help(name: str) -> None:
    assert ALL[name].help
    assert all(parameter.help for parameter in ALL[name].params)


def test_the_docs_name_no_command_or_option_that_is_not() -> None:
    assert set(re.findall(r"^##+ `(.+?)`", DOCS, flags=re.MULTILINE)) == set(ALL)
    known = {option for command in ALL.values() for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", DOCS)) <= known | UNDOCUMENTED
