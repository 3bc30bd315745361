"""Whoever speaks or acts at a known summit or forum takes part in it: "At the Munich Security Conference, she said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.clauses import case_of, clause_head, obliques, subjects
from communique.reading.events.building import build, edition_or_series
from communique.reading.events.candidates import sides_of
from communique.reading.events.kinds import load_kinds
from communique.reading.events.places import WHERE, place_among

if TYPE_CHECKING:
    from communique.reading.events.candidates import Candidate, Scene

AT = ("at", "during", "in", "on")
ATTENDED = ("summit", "forum")


def at_occasion(scene: Scene, token: Any) -> Candidate | None:
    """The conference that a clause places its subject at; None where the clause tells of an event of its own."""
    hit = scene.gazetteer.at(token.i, "occasion")
    if hit is None or token.i != scene.document.head_of(hit.start, hit.end):
        return None
    addressed = token.dep_ in ("obj", "iobj") and token.head.lemma_.lower() in load_kinds().addressing
    if token.dep_ not in ("obl", "nmod") and not addressed:
        return None
    series = scene.knowledge.occasions_of(hit.keys[0].split("/")[0])
    if (case_of(token) not in AT and not addressed) or not any(edition.kind in ATTENDED for edition in series):
        return None
    verb = clause_head(token)
    if verb.pos_ != "VERB" or verb.i == token.i or (not addressed and _tells_of_an_event(verb)):
        return None
    kind = load_kinds().kinds["conference"]
    sides = sides_of(scene, [*subjects(verb), *obliques(verb, "to", "with")], kind.role, people=True)
    if not sides:
        return None
    place = place_among(scene, [token, verb], WHERE)
    return build(scene, kind, token, tuple(sides), place, edition_or_series(hit), told_by=verb)


def _tells_of_an_event(verb: Any) -> bool:
    """A meeting or visit that takes place at an occasion is that meeting, not the occasion."""
    kinds = load_kinds()
    arguments = [child for child in verb.children if child.dep_ in ("nsubj", "obj", "nsubj:pass")]
    return verb.lemma_.lower() in kinds.verbs or any(child.lemma_.lower() in kinds.nouns for child in arguments)
