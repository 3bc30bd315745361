"""From triggers to candidates, in text order: verbs, nouns and known occasions, split where one tells of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.events.kinds import load_kinds
from communique.reading.events.noun_triggers import noun_candidate
from communique.reading.events.occasions import at_occasion
from communique.reading.events.splitting import split
from communique.reading.events.verb_triggers import verb_candidate
from communique.reading.events.whereabouts import being_in
from communique.reading.events.wordforms import word_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.reading.events.candidates import Candidate, Scene


def find_candidates(scene: Scene) -> Iterator[Candidate]:
    """Every mention of an event in the document's prose, in text order."""
    kinds = load_kinds()
    for sentence in scene.document.sentences():
        for token in sentence:
            found = None
            if _predicates(token) and (word := word_in(token, kinds.verbs)):
                found = _first(verb_candidate(scene, token, frame) for frame in kinds.verbs[word])
            elif token.pos_ in ("NOUN", "PROPN") and (word := word_in(token, kinds.nouns)):
                found = _first(noun_candidate(scene, token, frame) for frame in kinds.nouns[word])
            found = found or being_in(scene, token)
            if found is not None:
                yield from split(scene, found)
            beside = at_occasion(scene, token)
            if beside is not None:
                yield beside


def _predicates(token: Any) -> bool:
    """A verb, or an adjective that carries a clause: "is due in Oslo"."""
    return token.pos_ == "VERB" or (token.pos_ == "ADJ" and any(child.dep_ == "cop" for child in token.children))


def _first(candidates: Iterable[Candidate | None]) -> Candidate | None:
    return next((candidate for candidate in candidates if candidate is not None), None)
