"""Where the inputs are: files, folders, standard input. Finds them; reads nothing but folders.

Called by the command and by `communique.read`. Whatever cannot be read is an `Unread` with its reason, so that
one bad path costs itself and nothing else.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from communique.records import Unread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KINDS = (".txt", ".md", ".html", ".htm", ".json", ".jsonl")
NOT_A_KIND = f"not a kind communique reads: {', '.join(KINDS)}"


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: `path` as given, joined with "/" ("-" is standard input), and its kind.

    `kind` is one of KINDS, or "" where only the bytes can tell (standard input, a file given by name with another
    suffix).
    """

    path: str
    kind: str


def find_inputs(paths: Sequence[str]) -> list[Source | Unread]:
    """The inputs that some paths stand for, in the order given, each path once.

    A folder is read whole: all its files and those of the folders in it, in the order of their names, except hidden
    ones (name begins with a dot). Files of another kind in it are unread, each with its reason; links to folders
    are not followed. A file given by name is read whatever its suffix, by what its bytes look like.
    Never raises on a path: one that does not exist or may not be opened gives an `Unread`.
    """
    found: dict[str, Source | Unread] = {}
    for path in paths:
        for one in _inputs_at(path):
            found.setdefault(one.path, one)
    return list(found.values())


def _inputs_at(path: str) -> Iterator[Source | Unread]:
    if path == "-":
        yield Source("-", "")
        return
    shown = Path(path).as_posix() if path else path
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the path
        yield Unread(shown, why_not(error))
        return
    if not path or not S_ISDIR(mode):
        yield Source(shown, _kind(shown)) if path else Unread(shown, "an empty path; name a file or a folder")
        return
    inside = list(_inputs_in(path, shown))
    yield from inside
    if not inside:
        yield Unread(shown, "a folder with nothing in it to read")
    elif not any(isinstance(one, Source) for one in inside):
        yield Unread(shown, f"a folder with nothing in it that communique reads ({', '.join(KINDS)})")


def _inputs_in(folder: str, shown: str) -> Iterator[Source | Unread]:
    try:
        with os.scandir(folder) as entries:
            inside = sorted(
                (entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name
            )
    except OSError as error:
        yield Unread(shown, why_not(error))
        return
    for entry in inside:
        path = Path(shown, entry.name).as_posix()  # without a leading "./", however the folder was named
        try:
            mode = entry.stat().st_mode
            linked = entry.is_symlink()
        except OSError as error:
            yield Unread(path, why_not(error))
            continue
        if S_ISDIR(mode):
            if linked:
                yield Unread(path, "a link to a folder, not followed; name the folder itself to read it")
            else:
                yield from _inputs_in(entry.path, path)
        elif not S_ISREG(mode):
            yield Unread(path, "not a regular file")
        elif kind := _kind(path):
            yield Source(path, kind)
        else:
            yield Unread(path, NOT_A_KIND)


def _kind(path: str) -> str:
    suffix = Path(path).suffix.lower()
    return suffix if suffix in KINDS else ""


def why_not(error: OSError | ValueError) -> str:
    """The reason for a failed call to the system, in words for the user."""
    if isinstance(error, FileNotFoundError):
        return "it does not exist"
    if isinstance(error, PermissionError):
        return "permission denied"
    if isinstance(error, IsADirectoryError):
        return "a folder, not a file"
    return f"it cannot be opened: {error.strerror or error}" if isinstance(error, OSError) else f"no path: {error}"
