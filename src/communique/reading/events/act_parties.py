"""Who acts and who is acted on: the actors a phrase names, or the states behind it ("Maltese homes", "in Malta")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.clauses import case_of, clause_head, objects, obliques, subjects
from communique.reading.events.candidates import Side, sides_of
from communique.reading.events.standins import is_standin

if TYPE_CHECKING:
    from communique.reading.events.act_frames import ActFrame
    from communique.reading.events.candidates import Scene

DEPTH = 4  # noun phrases inside noun phrases; what lies deeper says little of who is meant
BEFORE = ("nmod:poss", "amod", "compound", "nmod:desc", "flat", "nmod:unmarked")
INSIDE = ("of", "by", "from", "against", "with", "between", "to", "in", "at", "near", "on", "for", "into", "among")
OWNERS = ("state", "demonym", "capital", "metonym", "place", "bloc", "organisation")
CLAUSES = ("ccomp", "xcomp", "advcl")


def named(scene: Scene, token: Any, role: str, depth: int = 0) -> list[Side]:
    """The parties that a noun phrase names: its own actors, else those that its modifiers and inner phrases name."""
    own = [side for side in sides_of(scene, [token], role, people=False) if not (depth and is_standin(side.actor))]
    if any(_known(scene, side.actor) for side in own):
        return own
    found = _behind(scene, token, role)
    if found or depth >= DEPTH:
        return found or own
    for child in token.children:
        if child.dep_ in BEFORE or child.dep_ == "appos":
            found += named(scene, child, role, depth + 1)
    if not found:
        for child in token.children:
            inner = child.dep_.startswith(("nmod", "obl")) and case_of(child) in INSIDE
            if inner or child.dep_ == "conj":
                found += named(scene, child, role, depth + 1)
                if found and child.dep_ != "conj":
                    break
    return found or own


def _known(scene: Scene, actor: str) -> bool:
    """Whether an actor belongs to a state or is an organisation of its own."""
    return scene.cast.actors[actor].state is not None or actor.startswith(("organisation:", "person:"))


def _behind(scene: Scene, token: Any, role: str) -> list[Side]:
    """The state that an adjective, a people's name or a place stands for."""
    whose = _of_a_country(scene, token, role)
    if whose:
        return whose
    peoples = [reference for reference in scene.cast.of(token) if reference.form == "demonym"]
    if peoples:
        return [Side(actor, role, one.start, one.end) for one in peoples for actor in one.actors]
    hit = scene.gazetteer.at(token.i, *OWNERS)
    if hit is None:
        return []
    state = scene.knowledge.place_state(hit.keys[0]) if hit.kind in ("capital", "place") else None
    for actor in (f"state:{state.iso3 if state is not None else hit.keys[0]}", f"organisation:{hit.keys[0]}"):
        if actor in scene.cast.actors:
            return [Side(actor, role, hit.start, hit.end)]
    return []


def _of_a_country(scene: Scene, token: Any, role: str) -> list[Side]:
    """ "Turkish Kurds", "Albanians of Serbia": people named after one state who belong to another."""
    head = scene.cast.headed(token.i)
    if head is None or head.form != "demonym":
        return []
    for child in token.children:
        reference = scene.cast.headed(child.i) if child.dep_ == "amod" or case_of(child) == "of" else None
        if reference is not None and reference.form in ("demonym", "name") and reference.actors != head.actors:
            return [Side(actor, role, reference.start, reference.end) for actor in reference.actors]
    return []


def acting(scene: Scene, tokens: list[Any]) -> list[Side]:
    """The parties that some noun phrases name as those who act."""
    return [side for token in tokens for side in named(scene, token, "actor")]


def acted_on(scene: Scene, trigger: Any, support: Any | None, frame: ActFrame, actors: list[Side]) -> list[Side]:
    """The recipients of an act: the first slot of its frame that names somebody else than who acts.

    Where every slot names only the same state ("police arrested students"), the first of those.
    """
    own = {side.actor for side in actors}
    home = {scene.cast.actors[actor].state for actor in own}
    fallback: list[Side] = []
    for slot in (*frame.toward, "around", "anywhere"):
        for token in _slot(trigger, support, slot):
            found = [side for side in named(scene, token, "recipient") if side.actor not in own]
            if any(scene.cast.actors[side.actor].state not in home for side in found):
                return found
            fallback = fallback or found
    return fallback


def _slot(trigger: Any, support: Any | None, slot: str) -> list[Any]:
    anchors = [trigger] if support is None else [trigger, support]
    if slot == "obj":
        return objects(trigger) if support is None else []
    if slot == "anywhere":
        return [token for anchor in anchors for token in _below(anchor)]
    if slot == "main":
        return subjects(clause_head(trigger.head)) if trigger.dep_.startswith("acl") else []
    if slot == "clause":
        return [token for anchor in anchors for token in _inside_clause(anchor)]
    things = [token for anchor in anchors for token in objects(anchor)] if trigger.pos_ != "NOUN" else []
    cases = ("in", "near", "at", "against", "from", "after") if slot == "around" else (slot,)
    return [token for anchor in (*anchors, *things) for token in obliques(anchor, *cases)]


def _inside_clause(verb: Any) -> list[Any]:
    """Who a governed clause is about: its subject, then its object and phrases, then the same of what it governs."""
    found: list[Any] = []
    for clause in verb.children:
        if clause.dep_ not in CLAUSES:
            continue
        own = [child for child in clause.children if child.dep_.startswith("nsubj")]
        rest = [child for child in clause.children if child.dep_.startswith("obl")]
        found += [*own, *objects(clause), *rest, *_inside_clause(clause)]
    return found


def _below(anchor: Any) -> list[Any]:
    """The noun phrases after a trigger that hang on it, down to clauses of their own."""
    found: list[Any] = []
    for child in anchor.children:
        own = child.dep_.startswith("nsubj") or (child.i < anchor.i and anchor.pos_ != "NOUN")
        if own or child.dep_ in ("acl:relcl", "parataxis", "punct", "conj") or _told_for_itself(child):
            continue
        found += [child, *_below(child)]
    return found


def _told_for_itself(clause: Any) -> bool:
    return clause.dep_ in ("advcl", "ccomp") and any(child.dep_.startswith("nsubj") for child in clause.children)


def actors_of(scene: Scene, verb: Any) -> list[Side]:
    """Who acts in a verb's clause; [] where nobody is named."""
    return acting(scene, subjects(verb))
