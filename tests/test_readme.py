"""What README.md shows is what the program prints, and what it says to type works."""

import re
from pathlib import Path

import pytest

from docs import refresh

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_output_shown_is_the_output_printed() -> None:
    shown = refresh.blocks(README)
    assert len(shown) >= 2
    printed = refresh.outputs([block.command for block in shown])
    assert [block.shown for block in shown] == printed, "run `python -m docs.refresh`"


def test_a_page_is_filled_by_its_commands() -> None:
    page = "before\n<!-- output: communique --version -->\nold\n<!-- end of output -->\nafter\n"
    assert re.fullmatch(
        r"before\n<!-- output: communique --version -->\n```text\n\$ communique --version\ncommunique [\d.]+\n```\n"
        r"<!-- end of output -->\nafter\n",
        refresh.refreshed(page),
    )


def test_a_long_output_is_cut_between_entries() -> None:
    (whole,) = refresh.outputs(["communique --help"])
    (cut,) = refresh.outputs(["communique --help | head -6"])
    assert cut.endswith("\n\n...\n```\n")
    assert whole.splitlines()[2:5] == cut.splitlines()[2:5]


@pytest.mark.parametrize("command", ["rm -r examples", "communique read nothing-there"])
def test_only_commands_that_work_are_shown(command: str) -> None:
    with pytest.raises(ValueError, match=re.escape(command)):
        refresh.outputs([command])


def test_the_python_example_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE)
    assert len([line for line in code.splitlines() if line.strip()]) <= 12
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})
    said = capsys.readouterr().out
    assert "2023-03-10" in said
    assert "restore diplomatic relations" in said


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    missing = [t for t in targets if "://" not in t and not (page.parent / t).exists()]
    assert not missing


def test_the_index_lists_every_page() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = [page.relative_to(ROOT / "docs").as_posix() for page in sorted((ROOT / "docs").rglob("*.md"))]
    assert [page for page in pages if page != "index.md" and f"]({page})" not in index] == []
