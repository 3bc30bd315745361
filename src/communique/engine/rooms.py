"""The other rooms as the engine sees them: six functions and their versions, so that tests can furnish their own.

Everything in a `Rooms` can be pickled, since worker processes get parts of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from communique.intake import Source
    from communique.reconciling import Memory
    from communique.records import Article, Reading, Record, Unread

Find = Callable[[Sequence[str]], "Iterable[Source | Unread]"]
Take = Callable[["Source", "BinaryIO | None"], "Iterable[Article | Unread]"]
Know = Callable[[Path | None], Any]
Read = Callable[["Iterable[Article]", Any], "Iterable[Reading]"]
Reconcile = Callable[["Sequence[Article]", "Sequence[Reading]", "Sequence[Unread]", Any, "Memory"], "Record"]


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the engine calls, and the versions that say when work done before still holds.

    `intake` is the version of `find` and `take`, `reader` that of `read`, `reconciler` that of `reconcile`;
    `knowledge` gives the version of what `know` would load.
    """

    find: Find
    take: Take
    know: Know
    read: Read
    reconcile: Reconcile
    intake: str
    reader: str
    reconciler: str
    knowledge: Callable[[Path | None], str]


def open_rooms() -> Rooms:
    """The package's own rooms. Loads no model and no table yet."""
    from communique import intake, knowledge, reading, reconciling

    return Rooms(
        find=intake.find_inputs,
        take=intake.read_source,
        know=knowledge.load,
        read=reading.read_articles,
        reconcile=reconciling.reconcile,
        intake=f"intake-{code_version('intake')}",
        reader=f"{reading.reader_version()}+code-{code_version('reading')}",
        reconciler=f"reconciler-{code_version('reconciling')}",
        knowledge=tables_version,
    )


def code_version(room: str) -> str:
    """The version of a room of the package: a digest of its code and word lists, and of the nouns it works on.

    Nobody can forget to raise it. The language model has a version of its own, in `reader_version`.
    """
    house = Path(__file__).parent.parent
    files = [path for path in (house / room).rglob("*") if path.suffix in {".py", ".toml", ".tsv"}]
    digest = hashlib.sha256()
    for path in sorted([*files, house / "records.py"]):
        digest.update(f"\x1e{path.relative_to(house).as_posix()}\x1f".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def tables_version(extra: Path | None) -> str:
    """The version of the tables of knowledge: a digest of our files and of the user's in `extra`."""
    from communique.knowledge.loader import DATA

    digest = hashlib.sha256()
    for folder in (DATA, extra):
        for path in sorted(folder.glob("*.tsv")) if folder else ():
            digest.update(f"\x1e{path.name}\x1f".encode())
            digest.update(path.read_bytes())
        digest.update(b"\x1d")
    return digest.hexdigest()[:12]
