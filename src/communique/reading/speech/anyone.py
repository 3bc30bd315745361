"""A cast in which every noun phrase counts: for attributions to whom the article does not name.

Statements of the record need an actor. "Critics say", "a poll found" and "some believe" have a source as well, so the
same rules are run with a cast that holds every noun phrase; the phrases that are no actors bear `NOBODY` ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.cast import Cast, Reference
from communique.records import Actor

if TYPE_CHECKING:
    from communique.reading.document import Document

NOBODY = "nobody:"  # the id of a phrase that is no actor begins so; such ids never leave this room
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
INNER = frozenset({"compound", "flat", "nmod:desc", "fixed", "goeswith"})  # never the head of a phrase of their own
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "nsubj:outer"})
BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "flat"})
IMPERSONAL = frozenset({"it", "there", "that", "this", "which", "what", "who", "whom"})


def with_anyone(document: Document, cast: Cast) -> Cast:
    """The cast with one more reference for each noun phrase that mentions no actor."""
    children: list[list[int]] = [[] for _ in document.words]
    for i, head in enumerate(document.heads):
        if head != i:
            children[head].append(i)
    actors, references = dict(cast.actors), list(cast.references)
    for i, (pos, dep) in enumerate(zip(document.pos, document.deps, strict=True)):
        nominal = (pos in NOMINAL and dep not in INNER) or dep in SUBJECTS
        if not nominal or document.lower[i] in IMPERSONAL or cast.covering(i) is not None:
            continue
        start = i
        for c in reversed(children[i]):
            if c < i and document.deps[c] in BEFORE:
                start = min(start, c)
        actor = f"{NOBODY}{i}"
        actors[actor] = Actor(actor, document.words[i], "unnamed")
        references.append(Reference(start, i + 1, i, (actor,), "description"))
    return Cast(actors, tuple(references), cast.offices)


def known(actors: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a list of ids that are actors of the article."""
    return tuple(actor for actor in actors if not actor.startswith(NOBODY))
