"""Verbs that tell of an event: "met", "arrived in", "signed an accord with", by the frames of kinds.toml."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from communique.reading.clauses import (
    case_of,
    clause_head,
    conjuncts,
    is_passive,
    objects,
    obliques,
    phrases_after,
    possessors,
    subjects,
)
from communique.reading.events.act_parties import named
from communique.reading.events.bodies import body_of
from communique.reading.events.building import build, edition_or_series, name_before
from communique.reading.events.candidates import CUED, sides_of
from communique.reading.events.governing import only_proposed
from communique.reading.events.kinds import load_kinds
from communique.reading.events.places import WHERE, place_among, place_of
from communique.reading.events.wordforms import word_in

if TYPE_CHECKING:
    from communique.knowledge.model import Hit
    from communique.reading.events.candidates import Candidate, Scene, Side
    from communique.reading.events.kinds import Kind, VerbFrame
    from communique.records import Place


def verb_candidate(scene: Scene, verb: Any, frame: VerbFrame) -> Candidate | None:
    """The event a verb tells of, None where its phrase, parties, place or occasion are not what the frame asks for."""
    kind = load_kinds().kinds[frame.kind]
    kind = replace(kind, plover=frame.plover) if frame.plover is not None else kind
    if not _phrase_fits(verb, frame) or _carried_out(verb, frame) or _is_purpose(verb, kind):
        return None
    if kind.family == "agreement" and only_proposed(verb):
        return None
    sides = _sides(scene, verb, frame, kind)
    if sides is None:
        return None
    place = place_by_frame(scene, verb, frame)
    if kind.needs_place and (place is None or _going_home(scene, verb, sides, place)):
        return None
    occasion = _occasion(scene, verb, frame)
    if frame.occasion and occasion is None:
        return None
    doing = [child for child in verb.children if child.dep_ == "xcomp"]  # "were seen shaking hands in Malta"
    place = place or place_among(scene, [verb, *objects(verb), *doing, *_at_the_time(verb)], WHERE)
    if kind.key == "meeting" and len({side.actor for side in sides}) == 1 and body_of(scene, sides[0].actor):
        kind = load_kinds().kinds["conference"]  # "ASEAN ministers met in Malta"
    found = build(scene, kind, verb, sides, place, edition_or_series(occasion))
    if frame.alone and (found.status in ("denied", "conditional") or verb.lemma_ == "ratify"):
        found = replace(found, kind=replace(kind, parties=1))  # one side that may sign is worth telling of
    if kind.ahead and found.status == "held":
        return None
    if frame.matter and found.status == "denied" and _has_matter(verb):
        return None
    return replace(found, status=frame.status, strength=CUED) if frame.status and found.status == "held" else found


def _has_matter(verb: Any) -> bool:
    """ "Discuss customs", "talk about customs": whether a verb says what was spoken of."""
    return any(
        child.dep_ == "obj" or (child.dep_.startswith("obl") and case_of(child) in ("about", "of", "on"))
        for child in verb.children
    )


def _sides(scene: Scene, verb: Any, frame: VerbFrame, kind: Kind) -> tuple[Side, ...] | None:
    slots = {source: _in_slot(scene, verb, source, kind) for source in frame.parties}
    if frame.bare and "obj" in slots and not slots["obj"]:
        slots["obj"] = sides_of(scene, _whom(verb), kind.role, kind.people)
    if "subj" in slots and not slots["subj"]:
        slots["subj"] = name_before(scene, verb, kind) or _seated(scene, verb, frame, kind)
    sides = tuple(side for found in slots.values() for side in found)
    others = tuple(
        side for source in frame.others
        for side in sides_of(scene, _slot(scene, verb, source), frame.other_role, people=False)
    )  # fmt: skip
    if frame.both and len({side.actor for side in sides}) < 2:
        return None
    if frame.named and not (sides and all(side.actor.startswith(("person:", "office:")) for side in sides)):
        return None
    if frame.people and not _between_people((*sides, *others)):
        return None
    if frame.people and frame.parties == ("subj", "obj") and not slots["obj"]:
        return None  # "the ministers welcomed the progress": nobody was welcomed
    return None if frame.others and not others else (*sides, *others)


def _in_slot(scene: Scene, verb: Any, source: str, kind: Kind) -> list[Side]:
    tokens = _slot(scene, verb, source)
    found = sides_of(scene, tokens, kind.role, kind.people)
    if not found and kind.nested:
        found = [side for token in tokens for side in named(scene, token, kind.role)]
    return found


def _going_home(scene: Scene, verb: Any, sides: tuple[Side, ...], place: Place) -> bool:
    """ "Left for Malta", "returned to Malta": no visit, where all who do are of Malta."""
    leaving = word_in(verb, load_kinds().homing) is not None
    return leaving and {scene.cast.actors[side.actor].state for side in sides} == {place.state}


def _at_the_time(verb: Any) -> list[Any]:
    """ "Met Lee in May, when they opened a bridge at Mendoza": what a past "when"-clause tells, and its objects."""
    clauses = [
        child for child in verb.children
        if child.i > verb.i and child.dep_ in ("advcl", "advcl:relcl") and child.morph.get("Tense") == ["Past"]
        and any(word.lower_ == "when" and word.i < child.i for word in child.children)
    ]  # fmt: skip
    return [token for clause in clauses for token in (clause, *objects(clause))]


def _whom(verb: Any) -> list[Any]:
    """ "Called Ana Lee": a name that a parser takes for what somebody is called, where nobody else is the object."""
    called = [child for child in verb.children if child.dep_ == "xcomp" and child.pos_ == "PROPN"]
    return [] if objects(verb) else called


def _seated(scene: Scene, verb: Any, frame: VerbFrame, kind: Kind) -> list[Side]:
    """ "Was summoned to the ministry in Oslo", "was expelled from Malta": whose seat it is, where nobody acts."""
    if not is_passive(verb):
        return []
    states = {scene.cast.actors[side.actor].state for side in sides_of(scene, objects(verb), kind.role, people=False)}
    found = [side for token in obliques(verb, *frame.seat) for side in named(scene, token, kind.role)]
    return [side for side in found if scene.cast.actors[side.actor].state not in states][:1]


def _slot(scene: Scene, verb: Any, source: str) -> list[Any]:
    if source == "subj":
        found = [owner for token in subjects(verb) for owner in _on_board(token)]
        if found and not any(scene.cast.of(token) for token in found):
            noun = found[0]
            if noun.i == verb.head.i and noun.head.i != noun.i:
                return subjects(clause_head(noun))  # "hinted at the prospect of visiting": who hinted
        over = clause_head(verb.head)
        if not found and verb.dep_ == "acl" and over.lemma_.lower() in load_kinds().taking:
            return subjects(over)  # "accepted an invitation to visit"
        return found
    if source == "obj":
        found = objects(verb)
        acting = [token.i for token in subjects(verb)]
        return [token for token in found if not (acting and token.i < min(acting) < verb.i and token.i != verb.head.i)]
    direct = obliques(verb, source)  # "spoke by phone with her": a parser may hang the person on the phone
    around = [child for child in verb.children if child.dep_ in ("obl", "obj")]  # "discussed the sale with him"
    if any(scene.cast.of(token) for token in direct):
        return direct
    inner = [phrase for child in around for phrase in obliques(child, source)]
    following = [head for child in objects(verb) for case, head in phrases_after(child) if case == source]
    return [*direct, *(inner or following)]  # "signed a protocol on patrol boats with her"


def _on_board(token: Any) -> list[Any]:
    """ "The minister's plane landed": it is the minister who arrived."""
    carried = possessors(token) if token.lemma_.lower() in load_kinds().vehicles else []
    return carried or [token]


def place_by_frame(scene: Scene, verb: Any, frame: VerbFrame) -> Place | None:
    """Where a verb's frame says that its event is, None where the verb stands without such a phrase."""
    after = _right_after(scene, verb, verb.i + 1, frame)
    if after is not None:
        return after
    for source in frame.place:
        for token in objects(verb) if source == "obj" else obliques(verb, source):
            place = place_of(scene, token)
            if place is not None:
                return place
    ends = [end for token in objects(verb) if (end := _end_of(scene, token)) > verb.i]
    return next((p for end in ends if (p := _right_after(scene, verb, end, frame)) is not None), None)


def _end_of(scene: Scene, token: Any) -> int:
    reference = scene.cast.headed(token.i)
    return reference.end if reference is not None else -1


def _right_after(scene: Scene, verb: Any, i: int, frame: VerbFrame) -> Place | None:
    """The place whose words follow the verb, or its object, and a preposition, whatever a parser hangs it on."""
    document, first, end = scene.document, i, verb.sent.end
    while i < end and (document.pos[i] in ("ADV", "PART") or document.deps[i] == "compound:prt"):
        i += 1
    if i < end and document.lower[i] in frame.place:
        i += 1
    elif "obj" not in frame.place or first > verb.i + 1:
        return None
    hit = scene.gazetteer.at(i, "capital", "place", "state") if i < end else None
    return place_of(scene, document.doc[hit.start]) if hit is not None and hit.start == i else None


def _occasion(scene: Scene, verb: Any, frame: VerbFrame) -> Hit | None:
    tokens = [token for source in frame.occasion for token in _slot(scene, verb, source)]
    return next((hit for token in tokens if (hit := scene.gazetteer.at(token.i, "occasion"))), None)


def _phrase_fits(verb: Any, frame: VerbFrame) -> bool:
    """Whether the verb stands with the object, infinitive or modifier that its frame asks for."""
    if frame.object and not any(
        member.lemma_.lower() in frame.object
        for token in (*objects(verb), *_described(verb))
        for member in conjuncts(token)
    ):
        return False
    if frame.bare and any(child.dep_ in ("xcomp", "ccomp") for child in verb.children if child not in _whom(verb)):
        return False
    if frame.infinitive and not any(
        child.dep_ in ("xcomp", "ccomp", "advcl") and child.lemma_.lower() in frame.infinitive
        for child in verb.children
    ):
        return False
    if frame.phrase and not any(token.lemma_.lower() in frame.about for token in obliques(verb, *frame.phrase)):
        return False
    around = [verb.head, *verb.subtree] if verb.dep_ == "acl:relcl" else verb.subtree  # "a tour that takes her to"
    return not frame.modifier or any(token.lower_ in frame.modifier for token in around)


def _described(verb: Any) -> list[Any]:
    """ "A deal to end the war that they reached": the noun whose infinitive holds the one that the clause hangs on."""
    purpose = verb.head.head
    holds = verb.dep_ == "acl:relcl" and verb.head.dep_ in ("obj", "obl") and purpose.dep_ == "acl"
    infinitive = holds and any(child.dep_ == "mark" and child.lower_ == "to" for child in purpose.children)
    return [purpose.head] if infinitive else []


def _carried_out(verb: Any, frame: VerbFrame) -> bool:
    """ "Agreed to reopen embassies": the reopening is what the agreement says, not an event beside it."""
    node = verb
    while node.dep_ == "conj" and node.head.i != node.i:
        node = node.head
    over = load_kinds().verbs.get(node.head.lemma_.lower(), ())
    return node.dep_ in ("xcomp", "ccomp", "advcl") and any(
        other.kind == frame.kind and verb.lemma_.lower() in other.infinitive for other in over
    )


def _is_purpose(verb: Any, kind: Kind) -> bool:
    """ "Telephoned her to discuss trade": what a contact is for is no other contact."""
    verbs = load_kinds().verbs
    over = verbs.get(word_in(verb.head, verbs) or "", ()) if verb.head.i != verb.i else ()
    same = kind.family == "contact" and any(load_kinds().kinds[other.kind].family == kind.family for other in over)
    return same and verb.dep_ in ("advcl", "xcomp") and any(child.lower_ == "to" for child in verb.lefts)


def _between_people(sides: tuple[Side, ...]) -> bool:
    """Hosting and welcoming is a meeting only between people: "welcomed the proposal" is none."""
    people = {side.actor for side in sides if side.actor.startswith(("person:", "office:", "unnamed:"))}
    return len(people) > 1
