"""What can go wrong, as one tree.

    CommuniqueError
    ├── UnreadableInput      one input could not be read; the run goes on and the record keeps the reason
    ├── KnowledgeError       a table of knowledge is malformed
    ├── LedgerError          a ledger cannot be opened or is of another version
    ├── NotFound             nothing in the ledger has that id
    └── UsageError           the call itself is wrong

A message says what happened, to which input, and what to do next.
"""

from __future__ import annotations


class CommuniqueError(Exception):
    """The base of all errors that the package raises on purpose."""


class UnreadableInput(CommuniqueError):  # noqa: N818 - named for what it is
    """One input could not be read; `path` names it and `reason` says why, in words for the user."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class KnowledgeError(CommuniqueError):
    """A table of knowledge is malformed: the file, the line and what is wrong."""


class LedgerError(CommuniqueError):
    """A ledger cannot be opened, is locked, or was written by another version."""


class NotFound(CommuniqueError):  # noqa: N818 - named for what it is
    """Nothing in the ledger has that id."""


class UsageError(CommuniqueError):
    """The call itself is wrong: a path that does not exist, an unknown format."""
