"""One run: inputs walk through intake, reading and reconciling into a ledger; what was done before is not done again.

A run killed at any moment leaves a ledger from which the next run goes on: each stage's result and its mark are
written in one transaction, and the record is made anew of what the ledger holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from communique.engine.collecting import no_search_for_cycles
from communique.engine.pool import read_here, read_in_pool
from communique.engine.rooms import open_rooms
from communique.engine.taking import Fault, take_all
from communique.errors import UsageError
from communique.ledger import Failure, Query, Writer
from communique.reconciling import Memory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from communique.engine.rooms import Rooms
    from communique.ledger import Ledger
    from communique.records import Reading, Record, Unread


class Progress(Protocol):
    """Told how far a stage ("taking in", "reading", "reconciling") has come: `done` items of `total`."""

    def __call__(self, stage: str, done: int, total: int, /) -> None:
        """Called in the order of the work, first with 0 done, last with `done == total`."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: the record of the whole ledger, and what is to be said of this run's inputs.

    `inputs` counts inputs found, `read` articles read by this run. `unread` holds this run's inputs that could not
    be read, articles in other languages among them. `faults` are ours, with their tracebacks.
    """

    record: Record
    inputs: int
    read: int
    unread: tuple[Unread, ...]
    faults: tuple[Fault, ...] = ()


def run(
    paths: Sequence[str],
    ledger: Ledger,
    *,
    knowledge_dir: Path | None = None,
    workers: int = 1,
    progress: Progress | None = None,
    rooms: Rooms | None = None,
) -> Outcome:
    """Read the inputs at `paths` into `ledger` and make its record.

    Args:
        paths: files, folders, "-" for standard input.
        ledger: open for writing; also finishes what an earlier run left unread in it.
        knowledge_dir: the user's own tables of knowledge.
        workers: how many processes read; 1 reads in this one. The record does not depend on it.
        progress: told how far the run is.
        rooms: other rooms than the package's own, for tests.

    Raises:
        UsageError: no paths, or fewer than one worker.
        LedgerError: the ledger cannot be written.
        KnowledgeError: the tables in `knowledge_dir` are malformed.
    """
    if not paths:
        raise UsageError("nothing to read; name a file, a folder, or - for standard input")
    if workers < 1:
        raise UsageError(f"{workers} workers cannot read; give 1 or more")
    rooms = rooms or open_rooms()
    report = progress or _silent
    knowledge = rooms.know(knowledge_dir)  # first of all, so that a malformed table is said before any work
    reader = f"{rooms.reader}+knowledge-{rooms.knowledge(knowledge_dir)}"
    Writer(ledger).begin(reader)
    origins, faults = take_all(paths, ledger, rooms, lambda done, total: report("taking in", done, total))
    ids = Query(ledger).pending(reader)
    report("reading", 0, len(ids))
    results = _results(ids, ledger, rooms, knowledge_dir, workers)
    failures = _keep(results, ledger, reader, lambda done: report("reading", done, len(ids)))
    report("reconciling", 0, 1)
    record = _refresh(ledger, reader, rooms, knowledge)
    report("reconciling", 1, 1)
    more = tuple(Fault(failure.article, failure.reason, failure.trace) for failure in failures)
    unread = Query(ledger).unread_at(origins, reader)
    return Outcome(record, len(origins), len(ids) - len(failures), unread, faults + more)


def _results(
    ids: Sequence[str], ledger: Ledger, rooms: Rooms, extra: Path | None, workers: int
) -> Iterator[list[Reading | Failure]]:
    """Readings of the articles with these ids as they are made, here or in a pool."""
    load = Query(ledger).articles
    if workers == 1 or len(ids) < 2:
        return read_here(ids, load, rooms.know(extra), rooms)
    return read_in_pool(ids, load, extra, rooms, workers)


def _keep(
    results: Iterable[list[Reading | Failure]], ledger: Ledger, reader: str, report: Callable[[int], None]
) -> list[Failure]:
    """Keep readings as they come, a transaction a chunk; gives the failures."""
    writer = Writer(ledger)
    failures: list[Failure] = []
    done = 0
    for chunk in results:
        writer.keep_readings(chunk, reader)
        failures += [result for result in chunk if isinstance(result, Failure)]
        done += len(chunk)
        report(done)
    return failures


def _refresh(ledger: Ledger, reader: str, rooms: Rooms, knowledge: Any) -> Record:
    """The record of all that the ledger holds; made anew only if something it is made of has changed."""
    query = Query(ledger)
    key = (query.inputs(reader), f"{reader} {rooms.reconciler}")
    view = query.view() if query.view_key() == key else None
    if view is not None:
        Writer(ledger).end()
        return view.record
    with no_search_for_cycles():
        return _remade(ledger, reader, rooms, knowledge, key)


def _remade(ledger: Ledger, reader: str, rooms: Rooms, knowledge: Any, key: tuple[str, str]) -> Record:
    query = Query(ledger)
    articles = query.articles()
    readings = query.readings(reader, [article.id for article in articles])
    unread = query.unread(reader)
    # An article without a reading is unread, with its reason; in the record it would pass for one that says nothing.
    missing = {entry.path for entry in unread}
    present = [article for article in articles if article.path not in missing]
    memory = Memory(query.memory(key[1]))
    record = rooms.reconcile(present, readings, unread, knowledge, memory)
    Writer(ledger).keep_view(record, *key, memory.made, memory.used)
    return record


def _silent(_stage: str, _done: int, _total: int, /) -> None:
    """Report to nobody."""
