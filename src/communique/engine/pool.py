"""The reading stage: chunks of articles, read in this process or in a pool of processes.

A worker never touches the ledger: it gets articles and gives readings. Results come as they are ready; they are
keyed by article, so their order is of no account.
"""

from __future__ import annotations

import signal
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from communique.engine.boundary import read_chunk
from communique.errors import CommuniqueError
from communique.ledger.writing import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path

    from communique.engine.rooms import Know, Read, Rooms
    from communique.records import Article, Reading

    Load = Callable[[Sequence[str]], Sequence[Article]]

CHUNK = 16  # articles; enough to keep a worker busy, and little enough to lose when a run is killed
AHEAD = 2  # chunks in flight per worker: the next is there when one is done, and memory stays bounded
DIED = "internal error: the reading process died on it (out of memory?)"


def read_here(ids: Sequence[str], load: Load, knowledge: Any, rooms: Rooms) -> Iterator[list[Reading | Failure]]:
    """Read the articles with these ids in this process, a chunk at a time."""
    for chunk in _chunks(ids):
        yield read_chunk(load(chunk), knowledge, rooms.read)


def read_in_pool(
    ids: Sequence[str],
    load: Load,
    extra: Path | None,
    rooms: Rooms,
    workers: int,
) -> Iterator[list[Reading | Failure]]:
    """Read the articles with these ids in `workers` processes.

    Raises:
        CommuniqueError: the processes cannot be started.
    """
    chunks = _chunks(ids)
    while lost := (yield from _until_one_dies(chunks, load, extra, rooms, workers)):
        for chunk in lost:
            yield from _read_apart(chunk, load, extra, rooms)


def _until_one_dies(
    chunks: Iterator[Sequence[str]], load: Load, extra: Path | None, rooms: Rooms, workers: int
) -> Generator[list[Reading | Failure], None, list[Sequence[str]]]:
    """Read chunks in a pool; when a process dies, the pool is lost, and the chunks it had are returned."""
    flying: dict[Future[list[Reading | Failure]], Sequence[str]] = {}
    lost: list[Sequence[str]] = []
    pool = _executor(workers)
    try:
        _check_start(pool)
        while not lost:
            for chunk in islice(chunks, workers * AHEAD - len(flying)):
                flying[_submit(pool, load(chunk), extra, rooms)] = chunk
            if not flying:
                break
            for future in wait(flying, return_when=FIRST_COMPLETED).done:
                chunk = flying.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    lost.append(chunk)
    finally:
        pool.shutdown(cancel_futures=True)
    return [*lost, *flying.values()]


def _read_apart(
    chunk: Sequence[str], load: Load, extra: Path | None, rooms: Rooms
) -> Iterator[list[Reading | Failure]]:
    """Read a chunk in a process of its own; if that dies too, its halves, down to the article at fault."""
    with _executor(1) as pool:
        try:
            yield _submit(pool, load(chunk), extra, rooms).result()
        except BrokenProcessPool:
            pass  # what follows finds the one at fault
        else:
            return
    if len(chunk) == 1:
        yield [Failure(chunk[0], DIED)]
        return
    for half in (chunk[: len(chunk) // 2], chunk[len(chunk) // 2 :]):
        yield from _read_apart(half, load, extra, rooms)


def _executor(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the same on every system, and safe beside the threads of numerical libraries.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Runs in a new worker: Ctrl-C is for the parent, which ends its workers in good order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _submit(
    pool: ProcessPoolExecutor, articles: Sequence[Article], extra: Path | None, rooms: Rooms
) -> Future[list[Reading | Failure]]:
    try:
        return pool.submit(_read_in_worker, articles, extra, rooms.know, rooms.read)
    except BrokenProcessPool as error:
        broken: Future[list[Reading | Failure]] = Future()
        broken.set_exception(error)
        return broken


def _read_in_worker(articles: Sequence[Article], extra: Path | None, know: Know, read: Read) -> list[Reading | Failure]:
    """Runs in a worker. Knowledge and model load at the first chunk and stay, since their rooms cache them."""
    return read_chunk(articles, know(extra), read)


def _check_start(pool: ProcessPoolExecutor) -> None:
    try:
        pool.submit(len, ()).result()
    except BrokenProcessPool as error:
        raise CommuniqueError(
            "the reading processes cannot be started; in a script, put the call under `if __name__ == '__main__':`, "
            "or read with one worker"
        ) from error


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
