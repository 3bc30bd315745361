"""Whether a name or noun is of a woman or a man: by its given name, in our table or among the persons known."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from communique.knowledge.names import pieces
from communique.knowledge.tables import read_table, several
from communique.reading.actors.lexicon import HERE, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.knowledge import Knowledge


@cache
def given_names() -> dict[str, str]:
    """ "f" or "m" by given name, in lower case without accents."""
    table = read_table(HERE / "given_names.tsv", ("gender", "names"))
    return {name: cells[0] for _, cells in table.rows for name in several(cells[1])}


def gender_of_name(words: Sequence[str], knowledge: Knowledge) -> str:
    """ "f" or "m" where the first word of a name tells, else ""."""
    first = pieces(words[0].lower())
    return (given_names().get(first[0]) or knowledge.given_names.get(first[0], "")) if first else ""


def gender_of_noun(words: Sequence[str]) -> str:
    """ "f" or "m" where the last word of a description tells ("mother", "spokesman"), else ""."""
    return lexicon().genders.get(words[-1], "") if words else ""
