"""What keys are called: office keys and state codes turned into names for people.

A record holds "RUS/foreign-minister" and "RUS"; the exports show "Minister of Foreign Affairs of Russia" and
"Russia". `Names` is the seam: the exports take any, `known_names()` gives the one backed by knowledge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from communique.knowledge import Knowledge

_OFFICE_KEY = re.compile(r"(?P<owner>[A-Za-z0-9_.-]+)/(?P<role>[a-z0-9_-]+)")


class Names(Protocol):
    """Turns the keys that a record holds into names."""

    def office(self, office: str) -> str:
        """The name of an office, given its key or already its name."""
        ...

    def state(self, code: str) -> str:
        """The name of a state, given its ISO 3166 alpha-3 code."""
        ...


def office_key(office: str | None) -> tuple[str, str] | None:
    """Owner and role of an office key ("RUS/foreign-minister"), None where it is a plain name."""
    matched = _OFFICE_KEY.fullmatch(office) if office else None
    return (matched["owner"], matched["role"]) if matched else None


@dataclass(frozen=True, slots=True)
class PlainNames:
    """Names without any knowledge: a role's words for an office key, the code itself for a state."""

    def office(self, office: str) -> str:
        """Read "RUS/foreign-minister" as "foreign minister"; a plain name stays as it is."""
        key = office_key(office)
        return office if key is None else re.sub(r"[-_]+", " ", key[1]).strip()

    def state(self, code: str) -> str:
        """The code itself."""
        return code


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names as knowledge has them; what it does not know is named as `PlainNames` does."""

    knowledge: Knowledge

    def office(self, office: str) -> str:
        """The office's own name in its state or organisation."""
        owner, role = office_key(office) or ("", "")
        owners = (self.knowledge.states, self.knowledge.organisations)
        if role not in self.knowledge.roles or not any(owner in known for known in owners):
            return PlainNames().office(office)
        return self.knowledge.office(owner, role).name

    def state(self, code: str) -> str:
        """The state's short English name."""
        known = self.knowledge.states.get(code)
        return known.name if known else code


def known_names() -> Names:
    """Names backed by the package's own tables of knowledge, loaded when asked for."""
    from communique import knowledge

    return KnownNames(knowledge.load())
