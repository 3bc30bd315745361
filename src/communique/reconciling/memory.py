"""What reconciling worked out before, so that a few articles more cost what is new in them.

Every entry is the value of a pure function, kept under a digest of all that it depends on beside the program and the
tables of knowledge. So what is recalled is what would be made again, and a record does not depend on what was
remembered. The ledger keeps the entries and drops those of other versions.
"""

from __future__ import annotations

import hashlib
import zlib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

# day: the publication of an article; check: the checks on it alone; print: what lineage keeps of its text;
# kin: which articles were compared, with what came of it; event: an event made of its tellings.
Part = Literal["day", "check", "print", "kin", "event"]
Entry = tuple[str, str]
LEVEL = 1  # of zlib: half of an entry are hashes, which no level makes smaller


class Memory:
    """Entries by part and key, packed: those of earlier runs, and in `made` those of this one.

    `used` names all that this run recalled or made; the others are of no use any more.
    """

    def __init__(self, known: Mapping[Entry, bytes] = MappingProxyType({})) -> None:
        self.known = known
        self.made: dict[Entry, bytes] = {}
        self.used: set[Entry] = set()

    def recall(self, part: Part, key: str, kind: type[T], make: Callable[[], T]) -> T:
        """The value under a key, made if it is not remembered; `kind` is a type that msgspec can decode."""
        import msgspec

        held = self.made.get((part, key)) or self.known.get((part, key))
        if held is None:
            value = make()
            self.keep(part, key, value)
            return value
        self.used.add((part, key))
        return msgspec.msgpack.decode(zlib.decompress(held), type=kind)

    def keep(self, part: Part, key: str, value: Any) -> None:
        """Remember a value, in place of an older one."""
        import msgspec

        self.used.add((part, key))
        self.made[part, key] = zlib.compress(msgspec.msgpack.encode(value), LEVEL)


def digest_of(*things: Any) -> str:
    """A digest of records and plain values: equal for equal things, in every process."""
    import msgspec

    return hashlib.blake2b(msgspec.msgpack.encode(things), digest_size=16).hexdigest()
