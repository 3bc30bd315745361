"""Who is spoken of here: the references before a place, best first.

Weights follow the usual order of Lappin and Leass (1994): recency by sentence, then subject over others; they
were not tuned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.reading.actors.draft import Draft
    from communique.reading.cast import Reference

REACH = 3  # sentences that a pronoun may look back
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
OBJECTS = frozenset({"obj", "iobj", "obl", "obl:agent"})


def candidates(draft: Draft, token: int, reach: int = REACH) -> list[Reference]:
    """References before a token, within so many sentences and this paragraph or the one before, best first."""
    document = draft.document
    here, block = document.sentence_of[token], document.block_of[token]
    scored = []
    for reference in draft.before(token):
        distance = here - document.sentence_of[reference.start]
        if distance > reach or document.block_of[reference.start] < block - 1:
            break
        if reference.form != "demonym":
            scored.append((_score(draft, token, reference, distance), reference))
    return [reference for _, reference in sorted(scored, key=lambda pair: (-pair[0], pair[1].start))]


def _score(draft: Draft, token: int, reference: Reference, distance: int) -> float:
    document = draft.document
    subject = document.deps[reference.head] in SUBJECTS
    main = subject and document.deps[document.heads[reference.head]] in ("ROOT", "conj")
    return -2.0 * distance + 1.5 * subject + 0.5 * main - 0.001 * (token - reference.start)


def nearest(draft: Draft, token: int, fits: Callable[[str], bool], reach: int = REACH) -> str | None:
    """The best single actor that fits before a token and may be the same as it (see `bound`)."""
    near = candidates(draft, token, reach)
    barred = {actor for reference in near if bound(draft, token, reference) for actor in reference.actors}
    for reference in near:
        actor = reference.actors[0]
        if len(reference.actors) == 1 and actor not in barred and fits(actor):
            return actor
    return None


def bound(draft: Draft, token: int, reference: Reference) -> bool:
    """Whether a pronoun cannot be this reference: "Tsai thanked him", two parts of one clause (binding principle B)."""
    document = draft.document
    if document.deps[token] not in OBJECTS or document.lower[token].endswith("self"):
        return False
    return document.deps[reference.head] in SUBJECTS and document.heads[reference.head] == document.heads[token]
