"""The one reader of a ledger: what commands, pages and exports may ask of it.

Every method sees one consistent state. The record's articles are those that some source path points to now.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from communique.ledger.packing import unpack, unpack_bytes, unpacker
from communique.ledger.schema import (
    about,
    articles,
    failures,
    memory,
    originals,
    readings,
    sources,
    stages,
    unread,
    views,
)
from communique.ledger.writing import BATCH, INTAKE, MEMORY, READING, RUN
from communique.records import Article, Reading, Record, Unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Select

    from communique.ledger.connection import Ledger

READ_LANGUAGE = "en"  # articles in other languages are kept, and not read
WAITING = "not read yet: the run was interrupted; run `communique read` again"


@dataclass(frozen=True, slots=True)
class View:
    """The record as it was last made, of which inputs (their digest) and by which versions."""

    record: Record
    inputs: str
    versions: str


class Query:
    """Asks an open ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def stage(self, item: str, stage: str = INTAKE) -> str | None:
        """The version in which an item last passed a stage, None if it has not."""
        with self._ledger.reading() as connection:
            both = and_(stages.c.item == item, stages.c.stage == stage)
            version: str | None = connection.execute(select(stages.c.version).where(both)).scalar()
            return version

    def taken(self, origin: str) -> tuple[tuple[str, ...], tuple[Unread, ...]]:
        """What the ledger holds for one input: the ids of its articles, and what of it could not be read."""
        with self._ledger.reading() as connection:
            held = select(sources.c.article).where(sources.c.origin == origin).distinct().order_by(sources.c.article)
            ids = tuple(row.article for row in connection.execute(held))
            rows = connection.execute(select(unread).where(unread.c.origin == origin).order_by(unread.c.path))
            return ids, tuple(Unread(row.path, row.reason, row.sha256) for row in rows)

    def pending(self, reader: str) -> tuple[str, ...]:
        """Ids of the articles that the reader of this version has still to read, in order."""
        with self._ledger.reading() as connection:
            return _pending(connection, reader)

    def articles(self, ids: Sequence[str] | None = None) -> tuple[Article, ...]:
        """The articles with these ids (all that a path points to if None), by id, each with its smallest path."""
        load = unpacker(Article)
        with self._ledger.reading() as connection:
            wanted = sorted(_paths(connection) if ids is None else set(ids))
            paths = _paths(connection, wanted)
            rows = _rows(connection, select(articles.c.id, articles.c.packed), articles.c.id, wanted)
            return tuple(replace(load(row.packed), path=paths.get(row.id, "")) for row in rows)

    def readings(self, reader: str, ids: Sequence[str]) -> tuple[Reading, ...]:
        """What the reader of this version says of the articles with these ids, by id."""
        load = unpacker(Reading)
        columns = select(readings.c.article, readings.c.packed).where(readings.c.reader == reader)
        with self._ledger.reading() as connection:
            rows = _rows(connection, columns, readings.c.article, sorted(set(ids)))
            return tuple(load(row.packed) for row in rows)

    def unread(self, reader: str) -> tuple[Unread, ...]:
        """What could not be read, by path: inputs without an article, and articles without a reading."""
        with self._ledger.reading() as connection:
            return _unread(connection, reader)

    def unread_at(self, origins: Iterable[str], reader: str) -> tuple[Unread, ...]:
        """What of these inputs was not read, by path: as `unread`, and the articles in other languages."""
        wanted = sorted(set(origins))
        with self._ledger.reading() as connection:
            rows = list(_rows(connection, select(unread), unread.c.origin, wanted))
            found = {Unread(row.path, row.reason, row.sha256) for row in rows}
            columns = select(articles.c.id, articles.c.language, articles.c.sha256, sources.c.origin)
            held = columns.join_from(sources, articles).distinct()
            mine = {row.id: row for row in _rows(connection, held, sources.c.origin, wanted)}
            without = {entry.path: entry for entry in _unread(connection, reader)}
            for article, path in sorted(_paths(connection, sorted(mine)).items()):
                if path in without:
                    found.add(without[path])
                elif why := why_not_read(mine[article].language):
                    found.add(Unread(path, why, mine[article].sha256))
        return tuple(sorted(found, key=_by_path))

    def inputs(self, reader: str) -> str:
        """A digest of all that a record is made of. Two ledgers with equal digests have equal records."""
        with self._ledger.reading() as connection:
            digest = hashlib.sha256(reader.encode())
            for article, path in sorted(_paths(connection).items()):
                digest.update(f"\x1e{article}\x1f{path}".encode())
            for entry in _unread(connection, reader):
                digest.update(f"\x1e{entry.path}\x1f{entry.reason}\x1f{entry.sha256}".encode())
            return digest.hexdigest()

    def view(self) -> View | None:
        """The record as it was last made; None where none has been made yet."""
        with self._ledger.reading() as connection:
            row = connection.execute(select(views).where(views.c.name == "record")).first()
        return None if row is None else View(unpack(row.packed, Record), row.inputs, row.versions)

    def unfinished(self) -> bool:
        """Whether a run is going on, or was killed before it had made its record."""
        with self._ledger.reading() as connection:
            return connection.execute(select(about.c.value).where(about.c.key == RUN)).first() is not None

    def view_key(self) -> tuple[str, str] | None:
        """Inputs and versions of the record as it was last made, without loading it."""
        with self._ledger.reading() as connection:
            row = connection.execute(select(views.c.inputs, views.c.versions).where(views.c.name == "record")).first()
        return None if row is None else (row.inputs, row.versions)

    def memory(self, versions: str) -> dict[tuple[str, str], bytes]:
        """What reconciling worked out in runs of these versions, packed, by part and key."""
        with self._ledger.reading() as connection:
            held = connection.execute(select(about.c.value).where(about.c.key == MEMORY)).scalar()
            if held != versions:
                return {}
            rows = connection.execute(select(memory.c.part, memory.c.key, memory.c.packed))
            return {(row.part, row.key): row.packed for row in rows}

    def paths(self, article: str) -> tuple[str, ...]:
        """All paths that hold an article now, in order."""
        with self._ledger.reading() as connection:
            held = select(sources.c.path).where(sources.c.article == article).order_by(sources.c.path)
            return tuple(row.path for row in connection.execute(held))

    def original(self, sha256: str) -> bytes | None:
        """The original bytes with this SHA-256, None where the ledger does not hold them."""
        with self._ledger.reading() as connection:
            row = connection.execute(select(originals.c.packed).where(originals.c.sha256 == sha256)).first()
        return None if row is None else unpack_bytes(row.packed)


def why_not_read(language: str) -> str | None:
    """Why an article in this language (ISO 639-1) is kept and not read; None where it is read."""
    return None if language.split("-", maxsplit=1)[0] == READ_LANGUAGE else f"not read: language {language}"


def _by_path(entry: Unread) -> tuple[str, str, str]:
    return entry.path, entry.reason, entry.sha256 or ""


def _paths(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, str]:
    """The smallest path (in the order of strings) of each article (of all if None) that a path points to."""
    smallest: Select[Any] = select(sources.c.article, func.min(sources.c.path)).group_by(sources.c.article)
    if ids is None:
        return {row[0]: row[1] for row in connection.execute(smallest)}
    return {row[0]: row[1] for row in _rows(connection, smallest, sources.c.article, ids)}


def _pending(connection: Connection, reader: str) -> tuple[str, ...]:
    done = and_(stages.c.item == articles.c.id, stages.c.stage == READING, stages.c.version == reader)
    columns = (
        select(articles.c.id)
        .where(or_(articles.c.language == READ_LANGUAGE, articles.c.language.startswith(f"{READ_LANGUAGE}-")))
        .where(articles.c.id.in_(select(sources.c.article)))
        .where(~select(stages.c.item).where(done).exists())
        .order_by(articles.c.id)
    )
    return tuple(row.id for row in connection.execute(columns))


def _unread(connection: Connection, reader: str) -> tuple[Unread, ...]:
    entries = [Unread(row.path, row.reason, row.sha256) for row in connection.execute(select(unread))]
    said = select(failures.c.article, failures.c.reason).where(failures.c.reader == reader)
    reasons: dict[str, str] = {row.article: row.reason for row in connection.execute(said)}
    waiting = _pending(connection, reader)
    paths = _paths(connection, waiting)
    rows = _rows(connection, select(articles.c.id, articles.c.sha256), articles.c.id, waiting)
    entries.extend(Unread(paths[row.id], reasons.get(row.id, WAITING), row.sha256) for row in rows)
    return tuple(sorted(entries, key=_by_path))


def _rows(connection: Connection, columns: Select[Any], key: Any, ids: Iterable[str]) -> Iterator[Any]:
    """The rows whose `key` is one of `ids` (sorted), in that order, fetched a batch at a time."""
    wanted = list(ids)
    for start in range(0, len(wanted), BATCH):
        yield from connection.execute(columns.where(key.in_(wanted[start : start + BATCH])).order_by(key))
