"""The intake stage: inputs found, those known already passed over, the others taken into the ledger.

An input is known when its bytes and the version of intake are those of the last time.
"""

from __future__ import annotations

import hashlib
import io
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.engine.boundary import attempt
from communique.ledger import Query, Taken, Writer
from communique.records import Article, Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from communique.engine.rooms import Rooms
    from communique.ledger import Ledger

STDIN = "-"
KEPT = 64 * 1_048_576  # bytes; the originals of larger inputs (archives of many articles) are not kept


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of ours on one input or article, with its traceback."""

    item: str
    reason: str
    trace: str


def take_all(
    paths: Sequence[str], ledger: Ledger, rooms: Rooms, report: Callable[[int, int], None]
) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """Take all inputs at `paths` into the ledger; gives their origins (the paths of files) and our faults.

    `report` is told how many inputs of how many are done.
    """
    query, writer = Query(ledger), Writer(ledger)
    inputs = list(rooms.find(paths))
    origins: list[str] = []
    faults: list[Fault] = []
    for number, found in enumerate(inputs):
        report(number, len(inputs))
        if isinstance(found, Unread):
            entry = replace(found, path=storable(found.path))
            origins.append(entry.path)
            writer.keep_taken(Taken(entry.path, f"{rooms.intake} {entry.reason}", unread=(entry,)))
        else:
            origin, fault = _take(found, query, writer, rooms)
            origins.append(origin)
            faults.extend(fault)
    report(len(inputs), len(inputs))
    _forget(paths, origins, query, writer)
    return tuple(origins), tuple(faults)


def storable(path: str) -> str:
    """A path as it can be stored and printed: bytes of a name that are not UTF-8 are written as escapes."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _take(source: Any, query: Query, writer: Writer, rooms: Rooms) -> tuple[str, list[Fault]]:
    """Take one source, unless it is known; gives its origin and our faults."""
    sha256, data = _bytes_of(source.path)
    origin = storable(source.path)
    if source.path == STDIN and sha256 and data and data.strip():
        origin = f"stdin:{sha256[:12]}"  # it has no name; a second text must not take the place of the first
    version = f"{rooms.intake} {sha256}"
    if sha256 is not None and query.stage(origin) == version:
        return origin, []
    parts: list[Article | Unread] = []
    stream = io.BytesIO(data or b"") if source.path == STDIN else None
    failed = attempt(lambda: parts.extend(rooms.take(source, stream)))
    if failed is None:
        taken = _taken(origin, version, _named(parts, source.path, origin), data)
        failed = attempt(lambda: writer.keep_taken(taken))
    if failed is None:
        return origin, []
    entry = Unread(origin, failed[0], sha256)
    # The version says nothing of the bytes, so that the next run tries again.
    writer.keep_taken(Taken(origin, f"{rooms.intake} {entry.reason}", unread=(entry,)))
    return origin, [Fault(origin, *failed)]


def _bytes_of(path: str) -> tuple[str | None, bytes | None]:
    """SHA-256 and bytes of a file or of standard input; None where they cannot be read (intake says why).

    A file over `KEPT` bytes gives its SHA-256 alone.
    """
    if path == STDIN:
        data = sys.stdin.buffer.read()
        return hashlib.sha256(data).hexdigest(), data
    try:
        with Path(path).open("rb") as stream:
            start = stream.read(KEPT + 1)
            if len(start) <= KEPT:
                return hashlib.sha256(start).hexdigest(), start
            stream.seek(0)
            return hashlib.file_digest(stream, "sha256").hexdigest(), None
    except (OSError, ValueError):
        return None, None


def _named(parts: Iterable[Article | Unread], path: str, origin: str) -> list[Article | Unread]:
    """The parts of a source under storable paths; those of standard input under its origin."""
    named: list[Article | Unread] = []
    for part in parts:
        rest = part.path.removeprefix(path) if part.path.startswith(path) else f"/{part.path}"
        named.append(replace(part, path=origin + storable(rest)))
    return named


def _taken(origin: str, version: str, parts: Sequence[Article | Unread], data: bytes | None) -> Taken:
    articles = tuple(part for part in parts if isinstance(part, Article))
    unread = tuple(part for part in parts if isinstance(part, Unread))
    return Taken(origin, version, articles, unread, tuple(_originals({one.sha256 for one in articles}, data)))


def _originals(wanted: set[str], data: bytes | None) -> Iterable[tuple[str, bytes]]:
    """The bytes of each article, by their SHA-256: those of a line of the input, or the whole input's."""
    if data is None or not wanted:
        return
    whole = hashlib.sha256(data).hexdigest()
    missing = wanted - {whole}
    for line in data.splitlines() if missing else ():
        for piece in dict.fromkeys((line, line.strip())):
            sha256 = hashlib.sha256(piece).hexdigest()
            if sha256 in missing:
                missing.remove(sha256)
                yield sha256, piece
    if whole in wanted or missing:  # an item of a JSON list has no bytes of its own: the list stands for it
        yield whole, data


def _forget(paths: Sequence[str], origins: Sequence[str], query: Query, writer: Writer) -> None:
    """Drop remarks on folders and standard input that no longer hold: there is something to read there now."""
    now = set(origins)
    named = {storable(form) for path in paths for form in (path, Path(path).as_posix() if path else path)}
    stale = sorted(path for path in named - now if query.taken(path)[1])
    if stale:
        writer.forget_unread(stale)
