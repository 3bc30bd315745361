"""Common nouns for people and bodies, with the sector they put an actor in: "farmer", "rebel commander", "drug cartel".

The table is agents.tsv. A phrase is judged by its last noun; a noun that yields ("leader", "group") takes the sector
of a word before it. Used for unnamed people, and for organisations that knowledge does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from communique.knowledge.tables import read_table, several
from communique.reading.actors.lexicon import HERE, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.records import Sector

LONGEST = 4  # words of the longest phrase of the table
OF_WORDS = frozenset({"of", "for", "in", "on", "at", "from"})
# Offices and ranks that one can have left; "a former farmer" stays what he is.
LEFT = frozenset({"GOV", "LEG", "MIL", "JUD", "SPY", "COP", "PTY"})


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun's sector (None: it says nothing), whether it is of people or of bodies, and whether it yields."""

    sector: Sector | None
    person: bool
    yields: bool


@dataclass(frozen=True, slots=True)
class Agents:
    """Nouns by their words in lower case, and the words that stand before a noun."""

    nouns: dict[tuple[str, ...], Agent]
    before: dict[tuple[str, ...], Sector]


@cache
def agents() -> Agents:
    """Read the table of agent nouns."""
    nouns: dict[tuple[str, ...], Agent] = {}
    before: dict[tuple[str, ...], Sector] = {}
    for _, (code, kind, yields, cell) in read_table(HERE / "agents.tsv", ("sector", "kind", "yields", "nouns")).rows:
        sector = cast("Sector", code) if code else None
        for noun in several(cell):
            words = split(noun)
            if kind != "word":
                nouns.setdefault(words, Agent(sector, kind == "person", yields == "yes"))
            if sector is not None and kind == "word":
                before[words] = sector
    return Agents(nouns, before)


def split(phrase: str) -> tuple[str, ...]:
    """A phrase as the tokeniser splits it, in lower case."""
    return tuple(phrase.lower().replace("-", " - ").replace("'s", " 's").replace("s'", "s '").split())


def noun_at_end(words: Sequence[str]) -> tuple[int, Agent] | None:
    """The longest agent noun that ends these words (lower case, the last one a lemma), with its length."""
    table = agents().nouns
    for length in range(min(LONGEST, len(words)), 0, -1):
        found = table.get(tuple(words[-length:]))
        if found is not None:
            return length, found
    return None


def sector_of_phrase(words: Sequence[str]) -> Sector | None:
    """The sector of people or a body described in these words; "former" makes the elite of those who can leave."""
    found = noun_at_end(words)
    if found is None:
        return None
    length, agent = found
    rest = tuple(words[:-length])
    sector = (_before(rest) if agent.yields else None) or agent.sector
    left = any(word in lexicon().past for word in rest)
    return "ELI" if left and agent.person and sector in LEFT else sector


def _before(words: tuple[str, ...]) -> Sector | None:
    """The sector that the words before a noun give it, the nearest first; a body before it counts too."""
    table = agents()
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - LONGEST), end):
            part = words[start:end]
            body = table.nouns.get(part)
            found = table.before.get(part) or (body.sector if body and not body.yields and not body.person else None)
            if found is not None:
                return found
    return None


def sector_of_name(name: str) -> Sector | None:
    """The sector of an organisation by the words of its name: "University of Graz", "Galician Farmers' Union"."""
    words = split(name)
    whole = next((end for end, word in enumerate(words) if word in OF_WORDS and end), len(words))
    found = None
    for part in (words, words[:whole]):
        singular = (*part[:-1], _singular(part[-1])) if part else ()
        found = found or sector_of_phrase(part) or sector_of_phrase(singular)
    return found


def _singular(word: str) -> str:
    return word.removesuffix("s") if not word.endswith("ss") else word
