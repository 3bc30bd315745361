"""Who is said to be what: "Ana Lee is the foreign minister of Malta", "Ana Lee, by then a farmer", by the parse.

A noun that is the predicate of a copula, or in apposition to a name, describes the person already spoken of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.reading.actors.draft import Draft
    from communique.reading.document import Document

NEGATIONS = frozenset({"not", "n't", "never", "no"})


def copula_of(document: Document, token: int) -> int | None:
    """The copula of which a token is the predicate, unless it is denied or only possible; None if there is none."""
    copula = None
    for child in document.doc[token].children:
        if child.lower_ in NEGATIONS or (
            child.dep_ == "aux" and child.morph.get("VerbForm") == ["Fin"] and child.lemma_ not in ("have", "be")
        ):
            return None
        if child.dep_ == "cop" and child.lemma_ == "be":
            copula = child.i
    return copula


def described_by_parse(draft: Draft, token: int) -> str | None:
    """The person that the noun at a token describes as its predicate or apposition, spoken of by name before it."""
    document = draft.document
    subjects: list[int] = []
    if document.deps[token] == "appos":
        subjects = [document.heads[token]]
    elif copula_of(document, token) is not None:
        subjects = [child.i for child in document.doc[token].children if child.dep_ == "nsubj"]
    for subject in subjects:
        for reference in draft.before(token):
            if reference.head == subject and len(reference.actors) == 1:
                return reference.actors[0] if reference.actors[0].startswith("person:") else None
    return None
