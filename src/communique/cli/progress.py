"""How far a run is, on a terminal: a bar with rate and time left. In a pipe there is none."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.engine import Progress


@contextmanager
def bar(*, shown: bool) -> Iterator[Progress | None]:
    """A progress bar on standard error while the block runs; None where that is no terminal or not `shown`."""
    if not shown or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description:<12}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown_bar:
        yield _Reporter(shown_bar)


class _Reporter:
    """Passes what the engine reports on to the bar: one row a stage."""

    def __init__(self, shown: Any) -> None:
        self._bar = shown
        self._rows: dict[str, Any] = {}

    def __call__(self, stage: str, done: int, total: int, /) -> None:
        if total == 0:
            return
        if stage not in self._rows:
            self._rows[stage] = self._bar.add_task(stage, total=total, rate="")
        row = self._rows[stage]
        self._bar.update(row, completed=done, total=total)
        speed = self._bar.tasks[row].speed
        self._bar.update(row, rate=f"{speed:,.1f}/s" if speed else "")
