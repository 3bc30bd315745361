"""Reads the tables of this room: tab-separated rows under a commented header."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from communique.errors import KnowledgeError

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of the table `name` of this room, each as column to cell; a missing last cell is "".

    Raises:
        KnowledgeError: the table has no header row, or a row has more cells than the header.
    """
    lines = (files(__package__) / name).read_text(encoding="utf-8").splitlines()
    body = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("# ")]
    if not body:
        raise KnowledgeError(f"{name}: no header row; install the package again")
    header = body[0][1].split("\t")
    out = []
    for number, line in body[1:]:
        cells = line.split("\t")
        if len(cells) > len(header):
            raise KnowledgeError(f"{name}, line {number}: {len(cells)} cells, but the header names {len(header)}")
        cells += [""] * (len(header) - len(cells))
        out.append(MappingProxyType(dict(zip(header, cells, strict=True))))
    return tuple(out)
