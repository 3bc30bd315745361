"""The house's own rules, held by the test run: size of files and functions, first lines, no forbidden names."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted(
    path for folder in ("src", "evaluation", "training", "benchmarks") for path in (ROOT / folder).rglob("*.py")
)
FORBIDDEN = {"utils", "helpers", "common", "misc"}
LONGEST_FILE = 600
LONGEST_FUNCTION = 60  # 45 is the habit; a few declarations of the command line need more


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_file_is_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_function_is_too_long(path: Path) -> None:
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1} lines)"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_no_room_collects_everything() -> None:
    assert not [name_of(path) for path in SOURCES if FORBIDDEN & {path.stem, *path.parts}]


def test_the_typical_file_is_one_idea() -> None:
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES)
    assert lengths[len(lengths) // 2] <= 150


def test_data_files_say_where_they_come_from() -> None:
    tables = [*(ROOT / "src").rglob("*.tsv"), *(ROOT / "src" / "communique" / "reading").glob("*/*.toml")]
    silent = [name_of(path) for path in tables if "ource" not in path.read_text(encoding="utf-8")[:1500]]
    assert not silent
