"""Whose words: from a noun phrase to the actors it names, and from a noun of speech to its owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.reading.cast import Reference
    from communique.reading.speech.scene import Scene, Span

OWNING = frozenset({"of", "by", "from"})


@dataclass(frozen=True, slots=True)
class Source:
    """The speakers, where the text names them, and the token that does so (the subject)."""

    actors: tuple[str, ...]
    spans: tuple[Span, ...]
    token: int


def phrase_source(scene: Scene, token: int) -> Source | None:
    """The actors of the noun phrase headed by a token; a document speaks for its owner ("its proposal calls for")."""
    references = _named_inside(scene, token) or references_of(scene, token)
    references = _of_another(scene, references) or references
    if references:
        return Source(_actors(references), tuple((r.start, r.end) for r in references), token)
    row = scene.lexicon.nouns.get(scene.document.lemmas[token])
    if row is not None and "document" in row.uses:
        return owner(scene, token)
    return None


def _of_another(scene: Scene, references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """The person whose name follows a possessive and their post: "the premier's | adviser | Ana Lee"."""
    document = scene.document
    at = references[-1].end if references else len(document.lower)
    if at >= len(document.lower) or document.lower[at] not in ("'s", "'"):
        return ()
    post = at + 1
    while post < scene.passage(at)[1] and document.pos[post] in ("NOUN", "ADJ"):
        post += 1
    beside = (scene.cast.covering(j) for j in (at + 1, post) if j < len(document.lower))
    named = next((r for r in beside if r is not None and at < r.start <= post < r.end), None)
    person = named is not None and named.form == "name" and named.actors[0].startswith("person:")
    return (named,) if named is not None and person and post > at + 1 else ()


def _named_inside(scene: Scene, token: int) -> tuple[Reference, ...]:
    """The organisation that an organ bears the name of: "the Xinhua | news agency", "the Mercosur | commission"."""
    if scene.document.lemmas[token] not in scene.lexicon.signs["organ"]:
        return ()
    named = (scene.cast.covering(c) for c in scene.children[token] if scene.document.deps[c] == "compound")
    inside = (r for r in named if r is not None and r.form == "name" and r.end <= token)
    return tuple(r for r in inside if all(actor.startswith("organisation:") for actor in r.actors))


def references_of(scene: Scene, token: int) -> tuple[Reference, ...]:
    """The references of a noun phrase, or the one that holds its head where the parse cuts through it."""
    found = scene.cast.of(scene.document.doc[token])
    if found:
        return found
    covering = scene.cast.covering(token)
    if covering is None:
        covering = _named_after(scene, token)
    if covering is None or (covering.form == "demonym" and scene.document.pos[token] == "ADJ"
                            and scene.document.deps[token] == "amod"):  # fmt: skip
        return ()
    return (covering,)


def _named_after(scene: Scene, token: int) -> Reference | None:
    """The name right after the noun that says what it is, where the parse made it a part: "news agency | APA"."""
    document = scene.document
    beside = scene.cast.covering(token + 1) if token + 1 < len(document.lower) else None
    if beside is None or beside.start != token + 1 or beside.form != "name" or document.pos[token] != "NOUN":
        return None
    return beside if document.heads[beside.head] == token else None


def owner(scene: Scene, token: int) -> Source | None:
    """Whose a noun of speech is: "its call", "the minister's remarks", "a report from X"; also "Iranian claims"."""
    document = scene.document
    for c in scene.children[token]:
        owned = document.deps[c] == "nmod:poss"
        owned = owned or (document.deps[c].startswith(("nmod", "obl")) and bool(OWNING & set(scene.cases(c))))
        references = references_of(scene, c) if owned else ()
        if references:
            return Source(_actors(references), tuple((r.start, r.end) for r in references), c)
    return _owner_beside(scene, token)


def _owner_beside(scene: Scene, token: int) -> Source | None:
    """The owner by position: "X's (peace) proposal", "its call", "Iranian claims"."""
    document = scene.document
    start, _ = scene.passage(token)
    at = token - 1
    while at >= start and document.pos[at] in ("NOUN", "ADJ", "NUM") and scene.cast.covering(at) is None:
        at -= 1
    if at > start and document.lower[at] in ("'s", "'"):
        at -= 1
    elif at < start or not (document.deps[at] == "nmod:poss" or _owning_form(scene, at)):
        return None
    reference = scene.cast.covering(at)
    if reference is None:
        return None
    return Source(reference.actors, ((reference.start, reference.end),), reference.head)


def _owning_form(scene: Scene, at: int) -> bool:
    reference = scene.cast.covering(at)
    return reference is not None and reference.form == "demonym"


def _actors(references: tuple[Reference, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for reference in references for actor in reference.actors))
