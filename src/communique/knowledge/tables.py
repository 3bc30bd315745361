"""Tables as files: tab-separated rows under a header that says what they mean and where they come from.

A table begins with lines `# key: value` (meaning, source, licence, checked), then a row of column names, then
one row per line. Several values in a cell are joined with `|`; an empty cell is "not known". There is no
quoting: a cell holds no tab and no line break. Every error names the file and the line.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from communique.errors import KnowledgeError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

REQUIRED_HEADER = ("meaning", "source", "licence", "checked")

Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: its header's facts and its rows, each with the number of its line (from 1)."""

    path: Path
    about: dict[str, str]
    columns: tuple[str, ...]
    rows: tuple[tuple[int, list[str]], ...]

    def fault(self, line: int, what: str) -> KnowledgeError:
        """An error that names the file and the line."""
        return KnowledgeError(f"{self.path}, line {line}: {what}")


def read_table(path: Path, columns: Sequence[str]) -> Table:
    """Read a table that must have exactly these columns in this order.

    Raises:
        KnowledgeError: the file cannot be read, is not UTF-8, lacks a header, or a row has too many or few cells.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read as a UTF-8 table ({error}); check the file") from error
    about: dict[str, str] = {}
    names: tuple[str, ...] | None = None
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        row = line.removesuffix("\r")
        if not row.strip():
            continue
        if names is None and row.startswith("#"):
            key, _, value = row[1:].partition(":")
            about[key.strip()] = value.strip()
            continue
        cells = row.split("\t")
        if names is None:
            names = tuple(cells)
            if names != tuple(columns):
                raise KnowledgeError(f"{path}, line {number}: the columns must be {', '.join(columns)}")
            continue
        if len(cells) != len(names):
            raise KnowledgeError(f"{path}, line {number}: {len(cells)} cells where {len(names)} columns are named")
        rows.append((number, cells))
    if names is None:
        raise KnowledgeError(f"{path}: no row of column names; it should be {', '.join(columns)}")
    return Table(path, about, names, tuple(rows))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, in order; an empty cell holds none."""
    return tuple(cell.split("|")) if cell else ()


def first_day(cell: str) -> date:
    """The first day that "2023-07-25", "2023-07" or "2023" can mean. Raises ValueError on anything else."""
    precision = precision_of(cell)
    return date.fromisoformat(cell + {"day": "", "month": "-01", "year": "-01-01"}[precision])


def last_day(cell: str) -> date:
    """The last day that "2023-07-25", "2023-07" or "2023" can mean. Raises ValueError on anything else."""
    precision = precision_of(cell)
    if precision == "day":
        return date.fromisoformat(cell)
    if precision == "year":
        return date(int(cell), 12, 31)
    year, month = int(cell[:4]), int(cell[5:])
    return date(year, month, monthrange(year, month)[1])


def precision_of(cell: str) -> Precision:
    """How exactly a date is written. Raises ValueError where it is not a date."""
    by_length: dict[int, Precision] = {10: "day", 7: "month", 4: "year"}
    try:
        return by_length[len(cell)]
    except KeyError:
        raise ValueError(f"{cell!r} is not a date: write YYYY-MM-DD, YYYY-MM or YYYY") from None
