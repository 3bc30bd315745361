"""Finding inputs: nothing raises, nothing is lost, the order is that of names."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from communique.intake import Source, find_inputs
from communique.records import Unread

if TYPE_CHECKING:
    from pathlib import Path


def shown(found: list[Source | Unread], root: Path) -> list[str]:
    return [one.path.removeprefix(f"{root.as_posix()}/") for one in found]


def test_a_folder_is_read_whole_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/y.JSONL", ".hidden.txt", ".git/c.txt", "c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert shown(find_inputs([str(tmp_path)]), tmp_path) == ["a/y.JSONL", "a/z.html", "b.txt", "c.md"]


def test_other_kinds_in_a_folder_are_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "map.pdf").write_text("x")
    (tmp_path / "a.txt").write_text("x")
    unread = [one for one in find_inputs([str(tmp_path)]) if isinstance(one, Unread)]
    assert [one.reason for one in unread] == ["not a kind communique reads: .txt, .md, .html, .htm, .json, .jsonl"]


def test_a_file_given_by_name_is_tried_whatever_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "wire.asc").write_text("x")
    assert find_inputs([str(tmp_path / "wire.asc")]) == [Source((tmp_path / "wire.asc").as_posix(), "")]


@pytest.mark.parametrize("path", ["no/such/place.txt", "", "nul\x00inside"])
def test_a_path_that_is_none(path: str) -> None:
    (one,) = find_inputs([path])
    assert isinstance(one, Unread)
    assert one.reason


def test_an_empty_folder_and_a_folder_of_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/a.png").write_text("x")
    reasons = [
        one.reason
        for one in find_inputs([str(tmp_path / "empty"), str(tmp_path / "pictures")])
        if isinstance(one, Unread)
    ]
    assert reasons[0] == "a folder with nothing in it to read"
    assert reasons[1].startswith("not a kind")
    assert reasons[2].startswith("a folder with nothing in it that communique reads")


def test_a_path_given_twice_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    path = str(tmp_path / "a.txt")
    assert len(find_inputs([path, str(tmp_path), path])) == 1


def test_links_to_folders_are_named_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = find_inputs([str(tmp_path)])
    assert [type(one) for one in found] == [Source, Unread]


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    found = find_inputs([str(tmp_path)])
    assert found[0] == Unread((tmp_path / "pipe.txt").as_posix(), "not a regular file")


def test_standard_input() -> None:
    assert find_inputs(["-"]) == [Source("-", "")]
