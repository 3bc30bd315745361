"""Where the page's links point: anchors made from ids, and addresses that are safe to follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_UNSAFE = re.compile(r"[^A-Za-z0-9-]")
_CONTROL = re.compile("[\x00-\x20\x7f-\x9f\\\\]")


@dataclass(frozen=True, slots=True)
class Ref:
    """A link within the page: the id that it points to (None: it is not on this page) and its words."""

    anchor: str | None
    text: str
    note: str = ""


def anchor(kind: str, key: str) -> str:
    """The page id of a thing: "event-0a1b2c", "actor-person_3a_wang-yi". Different keys get different ids."""
    safe = _UNSAFE.sub(lambda odd: f"_{ord(odd.group()):x}_", key.removeprefix(f"{kind}-"))
    return f"{kind}-{safe}"


def safe_address(url: str | None) -> str | None:
    """The address where it is a plain http or https one with a host, None otherwise.

    Refused are other schemes (`javascript:`, `data:`, `file:`), and any space, control character or
    backslash, which browsers drop or turn and so read as another address.
    """
    if not url or _CONTROL.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:  # a bracket or port that no browser would take either
        return None
    return url if parts.scheme.lower() in ("http", "https") and host else None
