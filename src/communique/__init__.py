"""Communiqué reads the news of diplomacy and keeps the record.

    import communique

    record = communique.read("folder/")                        # in memory
    record = communique.read(["a.html", "b.txt"], ledger="my.db")  # kept; reading again adds only what is new
    with communique.open("my.db") as ledger:
        record = ledger.record()
    print(communique.to_json(record))

This is the public face; everything else may change. Nothing heavy is imported before it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.errors import CommuniqueError
from communique.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from communique.ledger import Ledger

__version__ = "0.1.0"

__all__ = ["CommuniqueError", "Record", "__version__", "open", "read", "to_json"]


def read(
    paths: str | Path | Iterable[str | Path],
    ledger: str | Path | None = None,
    knowledge: str | Path | None = None,
    workers: int = 1,
) -> Record:
    """Read articles and give the record of them, and of all that the ledger held before.

    Args:
        paths: a file or folder, or several; "-" is standard input.
        ledger: the SQLite file to keep it in, made if it is not there; None keeps nothing.
        knowledge: a folder with tables of your own (persons.tsv, tenures.tsv ...), which win over ours.
        workers: how many processes read. With more than one, a script's call must stand under
            `if __name__ == "__main__":`, as for every use of Python's multiprocessing.

    What cannot be read ends nothing: it is in `record.unread` with its reason.

    Raises:
        UsageError: no paths, or fewer than one worker.
        LedgerError: the ledger cannot be opened or written.
        KnowledgeError: a table in `knowledge` is malformed.
    """
    from pathlib import Path

    from communique import engine
    from communique.ledger import Ledger

    several = [paths] if isinstance(paths, str | Path) else paths
    tables = Path(knowledge) if knowledge is not None else None
    with Ledger.open(ledger) as opened:
        outcome = engine.run([str(path) for path in several], opened, knowledge_dir=tables, workers=workers)
    return outcome.record


def open(ledger: str | Path) -> Ledger:  # noqa: A001 - communique.open reads as gzip.open does
    """Open a ledger that `read` has kept. `.record()` gives its record; close it or use it in a `with`.

    Raises:
        LedgerError: there is none at that path, or it is not one.
    """
    from communique.ledger import Ledger

    return Ledger.open(ledger, must_exist=True)


def to_json(record: Record) -> str:
    """The record as JSON text, in the format that docs/record.md describes."""
    from communique import export

    return export.to_json(record)
