"""Parties that the text only points at: "the two leaders", "the delegations", "its envoy", with nobody named before.

Where actors/ has found whom a phrase means, nothing is done here. What is left is kept as a party without a name, so
that "a call between the two leaders" is a call, and "its envoy" an envoy of the state that speaks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from communique.reading.cast import Reference
from communique.reading.clauses import clause_head, possessors, subjects
from communique.reading.events.kinds import load_kinds
from communique.records import Actor

if TYPE_CHECKING:
    from communique.reading.cast import Cast
    from communique.reading.document import Document
    from communique.records import ActorKind

POINTING = frozenset({"the", "both", "these", "those", "all", "neither", "either"})
PRONOUNS = {"he": "he", "she": "she", "they": "they", "their": "they", "them": "they", "him": "he"}
OWNED_BY_NOBODY = "unnamed:/"


def with_standins(document: Document, cast: Cast) -> Cast:
    """The cast with such parties added, and with the owners of "its envoy" and the like."""
    actors = dict(cast.actors)
    references = [_owned(document, cast, reference, actors) for reference in cast.references]
    for token in document.doc:
        if cast.covering(token.i) is None and not possessors(token):
            added = _pointed_at(document, token) if token.pos_ == "NOUN" else _pronoun(token)
            if added is not None:
                reference, actor = added
                actors.setdefault(actor.id, actor)
                references.append(reference)
    references.sort(key=lambda reference: (reference.start, reference.end))
    return replace(cast, actors=actors, references=tuple(references))


def is_standin(actor: str) -> bool:
    """Whether an actor is only pointed at."""
    return actor.partition(":")[2].startswith("these/")


def _pointed_at(document: Document, token: Any) -> tuple[Reference, Actor] | None:
    words = load_kinds().pointed
    many, one = token.lower_ in words.many, token.lower_ in words.one or token.lower_ in words.papers
    if not (many or one) or any(child.dep_ in ("nmod", "acl:relcl", "amod", "compound") for child in token.children):
        return None
    before = [child for child in token.children if child.dep_.startswith(("det", "nummod")) and child.i < token.i]
    if not any(child.lower_ in POINTING for child in before):
        return None
    start = min(child.i for child in before)
    name = " ".join(document.lower[start : token.i + 1])
    key = "-".join(word for word in document.lower[start : token.i + 1] if word not in POINTING)
    kind: ActorKind = "group" if many else "unnamed"
    actor = Actor(f"{kind}:these/{key}", name, kind)
    return Reference(start, token.i + 1, token.i, (actor.id,), "description"), actor


def _pronoun(token: Any) -> tuple[Reference, Actor] | None:
    """ "He warned", "their first meeting": somebody, if the text does not say who."""
    word = PRONOUNS.get(token.lower_)
    if word is None or token.pos_ not in ("PRON", "DET") or not token.dep_.startswith(("nsubj", "nmod:poss", "obj")):
        return None
    kind: ActorKind = "group" if word == "they" else "unnamed"
    actor = Actor(f"{kind}:these/{word}", word, kind)
    return Reference(token.i, token.i + 1, token.i, (actor.id,), "pronoun"), actor


def _owned(document: Document, cast: Cast, reference: Reference, actors: dict[str, Actor]) -> Reference:
    """ "Malta denied that its envoy": the envoy of Malta."""
    if not reference.actors[0].startswith(OWNED_BY_NOBODY):
        return reference
    head = document.doc[reference.head]
    owners = [child for child in possessors(head) if child.pos_ in ("PRON", "DET")]
    if not owners:
        return reference
    held = cast.headed(owners[0].i)
    found = held.actors[0] if held is not None else _who_speaks(cast, head)
    state = cast.actors[found].state if found is not None else None
    if state is None:
        return reference
    old = actors[reference.actors[0]]
    named = Actor(f"unnamed:{state}/{old.id.removeprefix(OWNED_BY_NOBODY)}", old.name, "unnamed", state, old.aliases)
    actors.setdefault(named.id, named)
    return replace(reference, actors=(named.id,))


def _who_speaks(cast: Cast, token: Any) -> str | None:
    """Who acts in a noun's clause ("Malta sent its envoy"), or for a subject of that clause, in the one above it."""
    verb = clause_head(token)
    acting = [] if token in subjects(verb) else _acting(cast, verb)
    above = clause_head(verb.head) if verb.head.i != verb.i else verb
    references = acting or ([] if above.i == verb.i else _acting(cast, above))
    return references[0].actors[0] if references else None


def _acting(cast: Cast, verb: Any) -> list[Reference]:
    return [reference for subject in subjects(verb) for reference in cast.of(subject)]
