"""The one writer: each method is one transaction, with the stage key of what it writes.

Called by the engine. A method that has nothing new to write changes no row, so that reading twice leaves the
ledger as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, or_, select, tuple_
from sqlalchemy.dialects.sqlite import Insert, insert

from communique.ledger.packing import pack, pack_bytes
from communique.ledger.schema import (
    SCHEMA,
    about,
    articles,
    failures,
    memory,
    originals,
    readings,
    sources,
    stages,
    tables,
    unread,
    views,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import Connection, Table

    from communique.ledger.connection import Ledger
    from communique.records import Article, Reading, Record, Unread

INTAKE = "intake"
READING = "reading"
RUN = "run"
MEMORY = "memory"
BATCH = 500  # keys in one IN (...); SQLite allows 32,766


@dataclass(frozen=True, slots=True)
class Taken:
    """What intake made of one input: `origin` is the input's path, `version` says of which bytes and by whom.

    The paths of its articles and unread parts may be finer than `origin` (the lines of a .jsonl file).
    """

    origin: str
    version: str
    articles: tuple[Article, ...] = ()
    unread: tuple[Unread, ...] = ()
    originals: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """The reader failed on an article, by a fault of ours; `trace` is the traceback, kept out of the ledger."""

    article: str
    reason: str
    trace: str = ""


class Writer:
    """Writes to an open ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def begin(self, reader: str) -> None:
        """A run of this reader begins; `keep_view` ends it. Until then `Query.unfinished` says so.

        A ledger of an older version gets the tables that it lacks.
        """
        with self._ledger.writing() as connection:
            tables.create_all(connection)
            _put(connection, about, {"key": "schema", "value": str(SCHEMA)})
            _put(connection, about, {"key": RUN, "value": reader})

    def keep_taken(self, taken: Taken) -> None:
        """Keep what intake made of one input; it takes the place of what the ledger held for that input.

        Articles and bytes are never deleted: a changed file leaves its old article in evidence, with no path.

        Raises:
            UnicodeEncodeError: an article holds characters that cannot be stored; nothing is written then.
        """
        rows = [_article_row(article) for article in taken.articles]
        with self._ledger.writing() as connection:
            for sha256, original in taken.originals:
                if connection.execute(select(originals.c.size).where(originals.c.sha256 == sha256)).first() is None:
                    packed = pack_bytes(original)
                    connection.execute(originals.insert().values(sha256=sha256, size=len(original), packed=packed))
            for row in rows:
                _put_article(connection, row)
            for table, kept in ((sources, taken.articles), (unread, taken.unread)):
                held = select(table.c.path).where(table.c.origin == taken.origin)
                gone = {path for (path,) in connection.execute(held)} - {part.path for part in kept}
                for path in sorted(gone):
                    connection.execute(delete(table).where(table.c.path == path))
            for article in taken.articles:
                _put(connection, sources, {"path": article.path, "origin": taken.origin, "article": article.id})
            for entry in taken.unread:
                row = {"path": entry.path, "origin": taken.origin, "reason": entry.reason, "sha256": entry.sha256}
                _put(connection, unread, row)
            _put(connection, stages, {"item": taken.origin, "stage": INTAKE, "version": taken.version})

    def forget_unread(self, origins: Sequence[str]) -> None:
        """These inputs have something to read after all (an empty folder has been filled): drop the remarks."""
        with self._ledger.writing() as connection:
            for origin in origins:
                connection.execute(delete(unread).where(unread.c.origin == origin))
                both = and_(stages.c.item == origin, stages.c.stage == INTAKE)
                connection.execute(delete(stages).where(both))

    def keep_readings(self, done: Sequence[Reading | Failure], reader: str) -> None:
        """Keep readings and failures of the reader of version `reader`. A failure is tried again by the next run."""
        if not done:
            return
        with self._ledger.writing() as connection:
            for result in done:
                key = {"article": result.article, "reader": reader}
                if isinstance(result, Failure):
                    _put(connection, failures, {**key, "reason": result.reason})
                    continue
                connection.execute(insert(readings).values(**key, packed=pack(result)).on_conflict_do_nothing())
                _put(connection, stages, {"item": result.article, "stage": READING, "version": reader})
                failed = and_(failures.c.article == result.article, failures.c.reader == reader)
                connection.execute(delete(failures).where(failed))

    def keep_view(
        self, record: Record, inputs: str, versions: str,
        made: Mapping[tuple[str, str], bytes] = MappingProxyType({}), used: Collection[tuple[str, str]] = (),
    ) -> None:  # fmt: skip
        """Keep the record that was made of `inputs` (their digest) by rooms of these `versions`; the run ends.

        `made` is what reconciling worked out anew on the way, by part and key; of what the ledger remembers beside it
        what is not among the `used` goes.
        """
        row = {"name": "record", "inputs": inputs, "versions": versions, "packed": pack(record)}
        with self._ledger.writing() as connection:
            _remember(connection, versions, made, used)
            _put(connection, views, row)
            connection.execute(delete(about).where(about.c.key == RUN))

    def end(self) -> None:
        """The run ends; the record that the ledger holds is still the right one."""
        with self._ledger.writing() as connection:
            connection.execute(delete(about).where(about.c.key == RUN))


def _remember(
    connection: Connection, versions: str, made: Mapping[tuple[str, str], bytes], used: Collection[tuple[str, str]]
) -> None:
    """Put what is new into memory, and drop what no record of these versions needs."""
    held = connection.execute(select(about.c.value).where(about.c.key == MEMORY)).scalar()
    if held != versions:
        connection.execute(delete(memory))
        _put(connection, about, {"key": MEMORY, "value": versions})
    kept = frozenset(used)
    gone = [
        (part, key) for part, key in connection.execute(select(memory.c.part, memory.c.key)) if (part, key) not in kept
    ]
    for start in range(0, len(gone), BATCH):
        connection.execute(delete(memory).where(tuple_(memory.c.part, memory.c.key).in_(gone[start : start + BATCH])))
    if made:
        rows = [{"part": part, "key": key, "packed": packed} for (part, key), packed in made.items()]
        connection.execute(_upsert(memory, ("part", "key", "packed")), rows)


def _article_row(article: Article) -> dict[str, object]:
    """An article's row. Its path is not part of it: the same article may lie at several."""
    return {
        "id": article.id,
        "sha256": article.sha256,
        "extractor": article.extractor,
        "language": article.language,
        "packed": pack(replace(article, path="")),
    }


def _put_article(connection: Connection, row: dict[str, object]) -> None:
    """Keep an article. One that another extractor made of the same bytes is replaced, and what was read of it goes.

    The bytes stay in `originals`, so that the older text can be made again.
    """
    held = connection.execute(select(articles.c.extractor).where(articles.c.id == row["id"])).scalar()
    if held is not None and held != row["extractor"]:
        for table in (readings, failures):
            connection.execute(delete(table).where(table.c.article == row["id"]))
        connection.execute(delete(stages).where(and_(stages.c.item == row["id"], stages.c.stage == READING)))
    if held != row["extractor"]:
        _put(connection, articles, row)


def _put(connection: Connection, table: Table, row: Mapping[str, object]) -> None:
    """Insert a row, or make the row with its key equal to it; a row that is equal already is left alone."""
    connection.execute(_upsert(table, tuple(row)), [dict(row)])


@cache
def _upsert(table: Table, names: tuple[str, ...]) -> Insert:
    """The statement behind `_put`, made once a table: building it takes longer than running it."""
    keys = [column.name for column in table.primary_key.columns]
    others = [name for name in names if name not in keys]
    statement = insert(table)
    return statement.on_conflict_do_update(
        index_elements=keys,
        set_={name: statement.excluded[name] for name in others},
        where=or_(*(table.c[name].is_distinct_from(statement.excluded[name]) for name in others)),
    )
