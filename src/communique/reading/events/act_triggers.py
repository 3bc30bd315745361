"""Verbs and nouns that tell of an act (acts.toml): "rejected the plan", "launched an attack on", "refused to leave"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from communique.reading.clauses import case_of, conjuncts, is_passive, objects, obliques, subjects
from communique.reading.events.act_frames import load_acts
from communique.reading.events.act_parties import acted_on, acting, actors_of
from communique.reading.events.building import build
from communique.reading.events.governing import only_proposed
from communique.reading.events.places import WHERE, place_among
from communique.reading.events.predicates import predicate_of
from communique.reading.events.standins import is_standin
from communique.reading.events.wordforms import word_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from communique.reading.events.act_frames import ActFrame, Words
    from communique.reading.events.candidates import Candidate, Scene, Side

GOVERNED = ("xcomp", "ccomp", "advcl", "acl", "csubj", "conj")
# Acts that happen only between two: who says no must say it to somebody.
BETWEEN_TWO = frozenset({"AGREE", "SUPPORT", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "CONCEDE", "COOPERATE"})


def find_acts(scene: Scene, taken: Collection[int]) -> Iterator[Candidate]:
    """Every act told in the document's prose, in text order; `taken` tokens tell of another event."""
    acts = load_acts()
    for sentence in scene.document.sentences():
        for token in sentence:
            if token.i in taken or token.pos_ not in ("VERB", "ADJ", "NOUN"):
                continue
            if token.pos_ == "NOUN":
                found = _noun_act(scene, token) if word_in(token, acts.nouns) else None
            else:
                found = _verb_act(scene, token)
            if found is not None:
                yield found


def frame_of(token: Any) -> ActFrame | None:
    """The frame that a verb or predicate adjective stands in, None if it stands in none."""
    if token.pos_ not in ("VERB", "ADJ"):
        return None
    verbs = load_acts().verbs
    return next((frame for frame in verbs.get(word_in(token, verbs) or "", ()) if _fits(token, frame)), None)


def _verb_act(scene: Scene, verb: Any) -> Candidate | None:
    frame = frame_of(verb)
    if frame is None or _inside_another(verb) or only_proposed(verb):
        return None
    return _candidate(scene, verb, None, frame, actors_of(scene, verb))


def _noun_act(scene: Scene, noun: Any) -> Candidate | None:
    """A noun's act where a light verb carries it, it happens itself, or it stands alone in a heading."""
    support = predicate_of(noun) or _carrier(noun)
    about = noun.dep_ == "obl" and case_of(noun) == "on"  # "renewed negotiations on a pullback"
    carried = support is not None and frame_of(support) is None and not about
    if not carried and noun.dep_.lower() != "root":
        return None
    nouns = load_acts().nouns
    frame = next((f for f in nouns[word_in(noun, nouns) or ""] if _holds(obliques(noun, "of"), f.object)), None)
    if frame is None:
        return None
    doers = [child for child in noun.children if child.dep_ == "nmod:poss"] + obliques(noun, "by")
    if support is not None and not noun.dep_.startswith("nsubj"):
        doers = doers or subjects(support)
    return _candidate(scene, noun, support, frame, acting(scene, doers))


def _carrier(noun: Any) -> Any | None:
    """The verb that carries a noun's act: "mounted an attack", "speeded up the withdrawal"."""
    head = noun.head
    taken = noun.dep_ in ("obj", "nsubj:pass") and head.pos_ == "VERB"
    return head if taken and word_in(head, load_acts().carriers) else None


def _candidate(
    scene: Scene, trigger: Any, support: Any | None, frame: ActFrame, actors: list[Side]
) -> Candidate | None:
    if not actors and frame.locals:
        actors = _people_there(scene, trigger)
    recipients = acted_on(scene, trigger, support, frame, actors)
    if frame.kind.act:  # who is only pointed at is of no state
        actors, recipients = ([s for s in sides if not is_standin(s.actor)] for sides in (actors, recipients))
    several = len({scene.cast.actors[side.actor].state for side in actors}) > 1
    if frame.mutual and several:
        recipients = []
    elif frame.mutual and not recipients:
        return None
    if not actors and not (frame.agentless and recipients):
        return None
    if frame.kind.plover.type in BETWEEN_TWO and not recipients and not several and not frame.alone:
        return None
    roles = ("party", "party") if several and not recipients else frame.roles
    actors = [replace(side, role=roles[0]) for side in actors]
    recipients = [replace(side, role=roles[1]) for side in recipients]
    place = place_among(scene, [trigger] if support is None else [trigger, support], WHERE)
    found = build(scene, frame.kind, trigger, (*actors, *recipients), place, None)
    return replace(found, status="held") if found.status == "planned" and _decided(trigger, support) else found


def _decided(trigger: Any, support: Any | None) -> bool:
    """ "Decided to close the border", "announced a suspension": what is decided is as good as done."""
    verb = support or (trigger.head if trigger.dep_ == "xcomp" else None)
    told = verb is not None and verb.morph.get("Tense") == ["Past"]
    return told and word_in(verb, load_acts().deciding) is not None


def _people_there(scene: Scene, verb: Any) -> list[Side]:
    """Crowds that go unnamed are of the place where they act: "demonstrators in Malta blocked a road"."""
    where = [verb, *subjects(verb), *objects(verb)]
    return acting(scene, [token for anchor in where for token in obliques(anchor, "in", "at", "across", "near")][:1])


def _inside_another(verb: Any) -> bool:
    """What an act is about is no act of its own: "agreed to withdraw", "accused them of attacking"."""
    node = verb
    for _ in range(3):
        if node.head.i == node.i or node.dep_ not in GOVERNED:
            return False
        finite = any(child.dep_.startswith("nsubj") for child in node.children)
        beside = node.dep_ == "conj" or (node.dep_ == "advcl" and finite)
        over = None if beside else frame_of(node.head)
        if over is not None:
            return not (finite and over.kind.plover.type == "ACCUSE")  # "charged that they had attacked"
        if beside and node.dep_ == "advcl":
            return False
        if node.dep_ == "conj" and frame_of(node.head) is not None and finite:
            return False
        node = node.head
    return False


def _fits(verb: Any, frame: ActFrame) -> bool:
    """Whether a verb stands with all that its frame asks for."""
    governed = [child for child in verb.children if child.dep_ in ("xcomp", "ccomp", "advcl")]
    things = [*objects(verb), *([verb.head.head] if verb.dep_ == "acl" and verb.head.dep_ == "nmod" else [])]
    things += [child for child in verb.children if child.dep_ == "xcomp" and child.pos_ == "NOUN"]
    if verb.pos_ == "ADJ" and not (governed or any(child.dep_ == "cop" for child in verb.children)):
        return False
    return (
        (not frame.particle or _has_particle(verb, frame.particle))
        and _holds(things, frame.object)
        and _holds([child for child in verb.children if child.dep_.startswith("obl")], frame.to)
        and _holds(subjects(verb), frame.people)
        and (not frame.infinitive or any(_inside(child, frame.infinitive) for child in governed))
        and (not frame.clause or bool(governed))
        and not (frame.bare and (things or is_passive(verb)))
    )


def _inside(clause: Any, lemmas: Words) -> bool:
    return clause.lemma_.lower() in lemmas


def _plain(token: Any) -> tuple[str, ...]:
    """A plural without its ending, where the lemmatiser kept it."""
    return (token.lower_.removesuffix("s"),) if token.pos_ in ("NOUN", "PROPN") else ()


def _has_particle(verb: Any, particle: str) -> bool:
    if verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == particle:
        return True
    return any(
        child.lower_ == particle or (child.dep_.startswith("obl") and case_of(child) == particle)
        for child in verb.children
    )


def _holds(tokens: list[Any], wanted: Words) -> bool:
    """Whether one of some noun phrases is of a class: by its head, a noun before it, or its "of"-phrase."""
    return not wanted or any(not wanted.isdisjoint(_nouns(member)) for token in tokens for member in conjuncts(token))


def _nouns(token: Any, depth: int = 0) -> set[str]:
    found = {token.lemma_.lower(), *_plain(token)}
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod:desc"):
            found |= {child.lemma_.lower(), *_plain(child)}
        elif child.dep_ == "nmod" and case_of(child) == "of" and depth < 3:
            found |= _nouns(child, depth + 1)
    if token.i > 1 and token.nbor(-1).text == "-":
        found.add(f"{token.nbor(-2).lower_}-{token.lemma_.lower()}")
    return found
