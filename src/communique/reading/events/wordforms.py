"""Finding a token's word in a table: by its lemma, or where the lemmatiser missed ("hoste"), by its regular forms.

Source: the regular inflection of English verbs and nouns (Quirk et al., A Comprehensive Grammar, 3.5-3.10, 5.80).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.knowledge.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

SHORTEST = 3  # letters of a stem
DOUBLED = "bdgklmnprtvz"


def word_in(token: Any, table: Container[str]) -> str | None:
    """The lemma under which a table has a token, None if it has it under none."""
    lemma: str = token.lemma_.lower()
    if lemma in table:
        return lemma
    if token.lower_ in table:
        return str(token.lower_)
    irregular = irregular_forms().get(token.lower_)
    if irregular is not None and irregular in table:
        return irregular
    return next((stem for stem in _stems(token.lower_) if stem in table), None)


@cache
def irregular_forms() -> dict[str, str]:
    """Lemmas of irregular forms, from irregular_verbs.tsv.

    Raises:
        KnowledgeError: the table is malformed.
    """
    table = read_table(Path(__file__).parent / "irregular_verbs.tsv", ("form", "lemma"))
    return {form: lemma for _, (form, lemma) in table.rows}


def _stems(word: str) -> Iterator[str]:
    """What a word may be a regular form of: "razed" gives raz, raze; "banned" gives bann, banne, ban."""
    for ending in ("ed", "ing", "es", "s"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < SHORTEST:
            continue
        yield stem
        if ending != "s":
            yield stem + "e"
        if stem[-1] == "i":
            yield stem[:-1] + "y"
        if stem[-1] == stem[-2] and stem[-1] in DOUBLED:
            yield stem[:-1]
