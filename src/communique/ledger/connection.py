"""Opens a ledger: the file, its settings, and the check that it is one, of a version we know.

SQLite in WAL mode: readers never wait, and writers wait for each other up to `BUSY` milliseconds. Every writing
transaction begins with BEGIN IMMEDIATE, so that there is one writer at a time even between processes.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from communique.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from sqlalchemy import Connection, Engine

    from communique.records import Record

BUSY = 30_000  # milliseconds that a writer waits for another; a chunk of readings is written in a few


class Ledger:
    """An open ledger. Close it, or use it as a context manager.

    `where` names it for messages. Read through `Query`, write through `Writer`; nothing else holds a connection.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self.where = where

    @classmethod
    def open(cls, path: Path | str | None, *, must_exist: bool = False) -> Ledger:
        """Open the ledger at `path`, made if it is not there; None keeps it in memory.

        Raises:
            LedgerError: there is none and `must_exist`, it cannot be opened, it is not a ledger, or it was
                written by a newer version.
        """
        if path is None:
            ledger = cls(_engine(None), "memory")
        else:
            _check_path(Path(path), must_exist=must_exist)
            ledger = cls(_engine(Path(path)), str(path))
        try:
            ledger._prepare()
        except BaseException:
            ledger.close()
            raise
        return ledger

    def close(self) -> None:
        """Close all connections. Closing twice is harmless."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def record(self) -> Record:
        """The record as the last run made it.

        Raises:
            LedgerError: no run has made one yet.
        """
        from communique.ledger.query import Query

        view = Query(self).view()
        if view is None:
            raise LedgerError(f"no run has been brought to its end in {self.where}; run `communique read PATH` again")
        return view.record

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state of the ledger."""
        with self._translated(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in one writing transaction: all of it is kept, or, on an exception or a kill, nothing."""
        with (
            self._translated(),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn the database's errors into ours, which say what to do."""
        from sqlalchemy.exc import DatabaseError

        try:
            yield
        except DatabaseError as error:
            raise LedgerError(self._explain(str(error.orig))) from error

    def _explain(self, said: str) -> str:
        if "not a database" in said or "malformed" in said:
            return f"{self.where} is not a Communiqué ledger (or it is damaged); name another file with --ledger"
        if "locked" in said or "busy" in said:
            return f"another run is writing to {self.where}; wait until it ends and try again"
        if "readonly" in said or "unable to open" in said:
            return f"{self.where} cannot be written ({said}); name a file in a folder you can write to with --ledger"
        if "full" in said:
            return f"the disk is full, so nothing more can be written to {self.where}; what was read before is kept"
        return f"{self.where}: {said}"

    def _prepare(self) -> None:
        """Make the tables in an empty database; check the version of one that is not empty."""
        from sqlalchemy import inspect, select

        from communique.ledger.schema import FORMAT, SCHEMA, about, tables

        with self.reading() as connection:
            names = inspect(connection).get_table_names()
        if not names:
            self._write_ahead()
            with self.writing() as connection:
                tables.create_all(connection)
                if connection.execute(select(about.c.key)).first() is None:
                    rows = [{"key": "format", "value": FORMAT}, {"key": "schema", "value": str(SCHEMA)}]
                    connection.execute(about.insert(), rows)
            return
        if "about" not in names:
            raise LedgerError(f"{self.where} is a database of another program; name another file with --ledger")
        with self.reading() as connection:
            known: dict[str, str] = {row.key: row.value for row in connection.execute(select(about))}
        if known.get("format") != FORMAT or not known.get("schema", "").isdecimal():
            raise LedgerError(f"{self.where} is a database of another program; name another file with --ledger")
        if int(known["schema"]) > SCHEMA:
            raise LedgerError(
                f"{self.where} was written by a newer Communiqué (ledger version {known['schema']}, this one knows "
                f"{SCHEMA}); update Communiqué, or name another file with --ledger"
            )

    def _write_ahead(self) -> None:
        """Put a new file into WAL mode, which it keeps; never done to a file that may be another program's."""
        with self._translated():
            raw = self._engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
            finally:
                raw.close()


def _check_path(path: Path, *, must_exist: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; name a file with --ledger")
    if path.exists():
        return
    if must_exist:
        raise LedgerError(f"no ledger at {path}; run `communique read PATH` first, or name one with --ledger")
    if not path.absolute().parent.is_dir():
        raise LedgerError(f"there is no folder {path.absolute().parent} for the ledger; make it first")


def _engine(path: Path | None) -> Engine:
    """A SQLAlchemy engine on the file, or on one connection in memory, with our settings."""
    from sqlalchemy import URL, create_engine, event
    from sqlalchemy.pool import StaticPool

    url = URL.create("sqlite+pysqlite", database=str(path) if path else None)
    engine = create_engine(
        url,
        poolclass=None if path else StaticPool,
        connect_args={"check_same_thread": False, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY:d}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # The driver's own transactions would begin at the first write, too late to be the only writer.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
