"""Nouns that tell of an event: "held talks with", "talks between", "Lee's trip", "a planned visit by"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from communique.reading.clauses import (
    case_of,
    clause_head,
    conjuncts,
    is_passive,
    objects,
    obliques,
    own_subjects,
    phrases_after,
    possessors,
    subjects,
)
from communique.reading.events.act_parties import named
from communique.reading.events.bodies import body_of, of_a_body, without_members
from communique.reading.events.building import build, subject_sides
from communique.reading.events.candidates import Side, can_take_part, sides_of
from communique.reading.events.governing import with_particle
from communique.reading.events.kinds import load_kinds
from communique.reading.events.places import SIDELINES, WHERE, place_among, place_of
from communique.reading.events.predicates import appointing, measured, predicate_of
from communique.reading.events.standins import is_standin
from communique.reading.events.verb_triggers import place_by_frame
from communique.reading.events.wordforms import word_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reading.events.candidates import Candidate, Scene
    from communique.reading.events.kinds import Kind, NounFrame
    from communique.records import Place

TOGETHER = ("between", "with", "among", "alongside", "from")
SIDE_EVENT = ("during", "at", "in", "after", "following", "before", "since", "ahead", "for", "on")
PARTED = ("since", "before", "after", "following")
AT = ("at", "during", "in")
PRESS = frozenset({"press", "media", "news"})
ABOUT = ("on", "about", "regarding", "over", "concerning")
SETTINGS = SIDELINES | {"phone", "telephone", "day", "eve", "occasion"}  # "on" brings these, and no subject of talks
REPORTED = ("ccomp", "parataxis")
CLIMB = 5  # how many governors up a visit looks for its visitor or place


def noun_candidate(scene: Scene, noun: Any, frame: NounFrame) -> Candidate | None:
    """The event a noun tells of, None where it only describes another or its frame does not fit."""
    kind = load_kinds().kinds[frame.kind]
    modified = any(child.lower_ in frame.modifier for child in noun.children if child.i < noun.i)
    if frame.modifier and not modified and (kind.key != "call" or not _by_wire(noun, frame)):
        return None
    if kind.key == "meeting" and of_a_body(scene, noun):
        if case_of(noun) == "for" and noun.head.lemma_.lower() not in load_kinds().arriving:
            return None  # "travelled to Malta for a meeting of the bloc": what a visit was for is told with the visit
        kind = load_kinds().kinds["conference"]
    if kind.family == "contact" and _is_named(noun):
        kind = load_kinds().kinds["conference"]
    if scene.gazetteer.at(noun.i, "occasion", "plan") is not None:
        return None  # a known occasion or plan: occasions.py and verbs tell who took part
    if kind.family in ("contact", "conference") and any(
        child.lower_ in PRESS for child in noun.children if child.i < noun.i
    ):
        return None
    if noun.dep_ in ("compound", "amod"):
        return None  # "peace talks venue": the noun only describes another
    makers = [head for case, head in phrases_after(noun) if case == "by"] if kind.people else []
    if makers and not sides_of(scene, makers, kind.role, kind.people):
        return None  # "a visit by the government": no one of those around makes it
    predicate = predicate_of(noun)
    sides = tuple(_sides(scene, noun, predicate, kind, frame.cases))
    if len({side.actor for side in sides if side.actor.startswith(("person:", "office:", "state:"))}) < frame.persons:
        return None
    sides = sides or _of_the_first_since(scene, noun, kind)
    if kind.family == "conference":
        attending = _attending(scene, noun, kind)
        stayed = attending and noun.dep_ == "obj" and noun.head.lemma_.lower() in _staying_away()
        sides = tuple(attending if stayed else without_members(scene, [*sides, *attending]))
    place = _place(scene, noun, predicate, kind)
    if kind.people and place is not None:
        sides = _guests(scene, noun, kind, sides, place)
    if kind.needs_occasion and (place is None or not sides):
        return None
    beside = kind.family == "conference" and predicate is None and noun.dep_ in ("obl", "nmod")
    told_by = clause_head(noun) if beside else None
    again = kind.people and _first_of_its_kind(scene, noun, sides)
    found = build(
        scene, kind, noun, () if again else sides, place, None,
        generic=frame.generic and _unspecific(noun, predicate, kind, place),
        told_by=told_by if told_by is not None and told_by.pos_ == "VERB" and case_of(noun) != "for" else None,
    )  # fmt: skip
    return replace(found, anaphoric=True, series=frozenset()) if again else found


def _is_named(noun: Any) -> bool:
    """ "The Africa Climate Summit": a name in capitals is of a conference, and no meeting of those around it."""
    before = [child for child in noun.children if child.dep_ in ("compound", "amod") and child.i < noun.i]
    return noun.text[:1].isupper() and noun.i > noun.sent.start and any(c.text[:1].isupper() for c in before) and not (
        noun.sent.text.istitle()
    )  # fmt: skip


def _first_of_its_kind(scene: Scene, noun: Any, sides: tuple[Side, ...]) -> bool:
    """ "The first visit to Malta by a Libyan premier since 2011": said of the visit told, not of another premier's."""
    first = any(child.lower_ in ("first", "only", "second", "third") for child in noun.children if child.i < noun.i)
    return first and bool(sides) and all(scene.document.lower[side.start] in ("a", "an") for side in sides)


def _by_wire(noun: Any, frame: NounFrame) -> bool:
    """ "Held talks by phone", "a conversation over the telephone": what a call is held by stands after it too."""
    around = [noun] if noun.head.pos_ not in ("VERB", "AUX") else [noun, noun.head]
    return any(token.lower_ in frame.modifier for anchor in around for token in obliques(anchor, "by", "over", "via"))


def _of_the_first_since(scene: Scene, noun: Any, kind: Kind) -> tuple[Side, ...]:
    """ "Their first meeting since the summit": the summit was theirs too."""
    later, kinds = noun.head, load_kinds()
    word = word_in(later, kinds.nouns) if later.pos_ == "NOUN" else None
    if case_of(noun) != "since" or word is None or kind.family not in ("contact", "conference"):
        return ()
    return tuple(_own_sides(scene, later, kinds.kinds[kinds.nouns[word][0].kind]))


def _unspecific(noun: Any, predicate: Any | None, kind: Kind, place: Place | None) -> bool:
    """ "Regular visits", "joint exercises": no determiner, and plural or with no verb that tells of one."""
    if kind.family == "agreement" and predicate is None:
        return True  # "progress towards an agreement": nobody is told to have reached it
    if kind.family == "visit" and predicate is not None and place is not None:
        return False  # "the tour included visits to Malta and Cyprus"
    told = predicate is not None and predicate.morph.get("Tense") == ["Past"] and predicate.dep_ != "xcomp"
    if kind.family == "exercise" and told:
        return False  # "oversaw drills", not "continued to hold drills"
    determined = any(child.dep_ in ("det", "nmod:poss", "nummod") for child in noun.children)
    return not determined and (predicate is None or _plural(noun))


def _plural(noun: Any) -> bool:
    number: list[str] = noun.morph.get("Number")
    return number == ["Plur"]


def _place(scene: Scene, noun: Any, predicate: Any | None, kind: Kind) -> Place | None:
    """Where a noun's event is: its own phrases, those of the verb that carries it, and for visits of what they end."""
    own = [noun, *_settled(noun), *([] if kind.people else _told_in(noun))]
    anchors = own if predicate is None else [*own, predicate]
    if predicate is not None and noun.dep_.startswith("nsubj") and predicate.lemma_ not in load_kinds().taking_place:
        anchors = own  # "the talks addressed the war in X" says nothing of where they were
    following = []
    for case, head in phrases_after(noun):
        if case in PARTED and word_in(head, load_kinds().nouns) is not None:
            break  # "their first meeting since the summit in X": where the other one was
        if case in ABOUT:
            break  # "talks on the situation in X": what follows is their subject
        following += [head] if case in (*kind.towards, *WHERE) else []
    place = place_among(scene, [noun], kind.towards) or place_among(scene, anchors, WHERE)
    place = place or _before_noun(scene, noun, kind)
    place = place or next((p for head in following if (p := place_of(scene, head))), None)
    if place is None and kind.family in ("visit", "conference") and not _plural(noun):
        place = _place_around(scene, noun)
    if place is None and kind.family == "conference" and predicate is not None and predicate.lemma_.lower() == "host":
        place = next((p for token in subjects(predicate) if (p := place_of(scene, token)) is not None), None)
    return place


def _before_noun(scene: Scene, noun: Any, kind: Kind) -> Place | None:
    """ "Their Malta meeting", "the Valletta talks": the city that stands before the noun."""
    if kind.family != "contact":
        return None
    cities = [child for child in noun.children if child.dep_ == "compound" and child.i < noun.i]
    found = (place_of(scene, city) for city in cities if scene.gazetteer.at(city.i, "capital", "place"))
    return next((place for place in found if place is not None and place.key != place.state), None)


def _place_around(scene: Scene, noun: Any) -> Place | None:
    """ "Left Malta at the end of a visit", "met her in Malta on the last day of a visit": the place beside it."""
    node = noun
    for _ in range(CLIMB):
        if node.head.i == node.i:
            return None
        node = node.head
        if node.pos_ == "NOUN" and any(f.kind == "visit" for f in load_kinds().nouns.get(node.lemma_.lower(), ())):
            return None  # "a stop on a tour": the place is the stop's
        if node.pos_ in ("VERB", "AUX"):
            moving = node.lemma_.lower() in load_kinds().leaving
            reached = next((p for token in objects(node) if (p := place_of(scene, token))), None) if moving else None
            acted_on = [member for token in objects(node) for member in conjuncts(token)]
            place = reached or place_among(scene, [node, *acted_on], WHERE) or _going(scene, node)
            if place is not None or node.dep_ not in ("advcl", "xcomp"):
                return place
    return None


def _going(scene: Scene, verb: Any) -> Place | None:
    """ "Will travel to Malta to take part", "welcomed her to Malta for a visit": where the verb's frame leads."""
    frames = [frame for frame in load_kinds().verbs.get(verb.lemma_.lower(), ()) if frame.place]
    return place_by_frame(scene, verb, frames[0]) if frames else None


def _sides(scene: Scene, noun: Any, predicate: Any | None, kind: Kind, more: tuple[str, ...]) -> list[Side]:
    """Parties of a noun: its own phrases first, then the subject of its light verb, then the clause it stands in."""
    own = _own_sides(scene, noun, kind, more)
    if predicate is not None:
        if measured(noun).dep_ in ("obj", "obl") and not (kind.people and own):
            acting = subject_sides(scene, predicate, kind)
            hosted = predicate.lemma_.lower() == "host" and len({side.actor for side in own}) >= kind.parties > 1
            own += [side for side in acting if not (hosted and side.actor.startswith("state:"))]  # a host of others
        if kind.symmetric:
            own += sides_of(scene, obliques(predicate, "with", "between"), kind.role, kind.people)
    if kind.symmetric and kind.family == "contact":
        own += _whose_word(scene, noun, kind, own)
    if len({side.actor for side in own}) < kind.parties or (kind.people and not own):
        own += _sides_around(scene, noun, kind, alone=not own)
    return sorted(own, key=lambda side: side.start)


def _whose_word(scene: Scene, noun: Any, kind: Kind, own: list[Side]) -> list[Side]:
    """ "Talks with Malta will go on, the Libyan ministry said": who speaks of talks with others has them."""
    others = {side.actor for side in sides_of(scene, obliques(noun, "with"), kind.role, kind.people)}
    clause = clause_head(noun)
    if not others or {side.actor for side in own} - others or clause.dep_ not in REPORTED:
        return []
    said = [
        side for side in sides_of(scene, subjects(clause.head), kind.role, people=False) if not is_standin(side.actor)
    ]
    states = {scene.cast.actors[side.actor].state for side in said}
    state = states.pop() if len(states) == 1 else None
    if state is None or state in {scene.cast.actors[actor].state for actor in others}:
        return []
    return [replace(said[0], actor=f"state:{state}")] if f"state:{state}" in scene.cast.actors else []


def _own_sides(scene: Scene, noun: Any, kind: Kind, more: tuple[str, ...] = ()) -> list[Side]:
    cases = (*more, "by", "of") if kind.people else (*more, *TOGETHER, "of", "by")
    joined = [  # "held talks and a dinner with her"
        other for other in conjuncts(noun) if other.i != noun.i and _family(other) == kind.family
    ]  # fmt: skip
    following = [head for other in (noun, *joined) for case, head in _up_to_another(other) if case in cases]
    settled = [token for participle in _settled(noun) for token in obliques(participle, *cases)]
    carrying = [] if kind.people else [token for verb in _told_in(noun) for token in own_subjects(verb)]
    phrases = {
        token.i: token for token in [*possessors(noun), *obliques(noun, *cases), *settled, *following, *carrying]
    }
    own = sides_of(scene, list(phrases.values()), kind.role, kind.people)
    if kind.family == "conference":
        own = [side for side in own if can_take_part(scene, side.actor, people=True)]
    if kind.family == "contact":  # "a meeting of the alliance" is one of its members, not with it
        own = [side for side in own if not side.actor.startswith("organisation:") or "/" in side.actor]
    own += sides_of(scene, [child for child in noun.children if child.dep_ == "nsubj"], kind.role, kind.people)
    if kind.symmetric and not own:
        own += _adjective_states(scene, noun, kind.role)
    return own


def _told_in(noun: Any) -> list[Any]:
    """ "The talks that they held", "a session they planned to hold": the verbs of a relative clause that carry it."""
    light = load_kinds().taking_place
    clauses = [child for child in noun.children if child.dep_ == "acl:relcl" and child.i > noun.i]
    below = [one for clause in clauses for one in clause.children if one.dep_ == "xcomp" and word_in(one, light)]
    carrying = [clause for clause in clauses if word_in(clause, light)]
    return [*carrying, *(one.head for one in below), *below]


def _settled(noun: Any) -> list[Any]:
    """ "Talks scheduled between them in Oslo", "a summit that had been due there": what only sets or holds it."""
    found = [
        child for child in noun.children if child.i > noun.i and (
            (child.dep_ == "acl" and is_passive(child) and child.lemma_.lower() in _settling()) or appointing(child)
        )
    ]  # fmt: skip
    return [*found, *(below for one in found for below in one.children if below.dep_ == "xcomp")]


@cache
def _settling() -> frozenset[str]:
    kinds = load_kinds()
    return kinds.light.union(*(words.verbs | words.infinitive for words in kinds.statuses))


def _family(noun: Any) -> str | None:
    kinds = load_kinds()
    word = word_in(noun, kinds.nouns)
    return kinds.kinds[kinds.nouns[word][0].kind].family if word is not None else None


def _up_to_another(noun: Any) -> Iterator[tuple[str, Any]]:
    """The phrases that follow a noun, until one tells of another event: "signed a deal during a visit by Lee"."""
    for case, head in phrases_after(noun):
        if case in SIDE_EVENT and word_in(head, load_kinds().nouns) is not None:
            return
        if case in ABOUT and case != "over" and head.pos_ == "NOUN" and head.lemma_.lower() not in SETTINGS:
            return  # "talks with Lee on the release of Maltese soldiers"
        yield case, head


def _sides_around(scene: Scene, noun: Any, kind: Kind, *, alone: bool) -> list[Side]:
    """The clause's people, where the noun's own phrase names too few: "told him in a call"."""
    governor = clause_head(noun)
    found: list[Side] = []
    cases = (*AT, "for") if kind.family == "conference" else SIDE_EVENT  # who lands before a summit need not attend
    case = "ahead" if case_of(noun) == "of" and noun.head.lower_ == "ahead" else case_of(noun)
    beside = case in cases or (noun.dep_ == "nmod" and alone)
    if beside and governor.i != noun.i:
        found += subject_sides(scene, governor, kind)
        addressed = governor.lemma_.lower() in load_kinds().addressing
        if kind.family == "contact" and noun.dep_ == "obl" and addressed:
            found += sides_of(scene, [*objects(governor), *obliques(governor, "with", "to")], kind.role, kind.people)
    if kind.symmetric and not found and _disposed_of(noun):
        found += subject_sides(scene, governor, kind)
    if alone and kind.family == "contact" and len({side.actor for side in found}) < kind.parties:
        found = _agreeing(scene, governor, kind) or found
    if kind.people and alone and not found:
        found += _main_subject(scene, noun, kind)
    return found


def _agreeing(scene: Scene, saying: Any, kind: Kind) -> list[Side]:
    """ "A and B have agreed, Lee said after hours of talks": the talks were theirs, who are said to have agreed."""
    kinds = load_kinds()
    reported = [child for child in saying.children if child.dep_ in REPORTED and child.i < saying.i]
    for clause in [*reported, *([saying.head] if saying.dep_ in REPORTED and saying.head.i < saying.i else [])]:
        frames = kinds.verbs.get(clause.lemma_.lower(), ())
        if any(kinds.kinds[frame.kind].family == "agreement" for frame in frames):
            sides = subject_sides(scene, clause, kind)
            return sides if len({side.actor for side in sides}) >= kind.parties else []
    return []


def _staying_away() -> frozenset[str]:
    """Verbs of not taking part ("skipped a summit of EU leaders"): nothing is said of who came."""
    return next(words.verbs for words in load_kinds().statuses if words.status == "denied")


def _attending(scene: Scene, noun: Any, kind: Kind) -> list[Side]:
    """Who acts in the clause of a conference: "attended", "skipped", "told a summit", "will take part in"."""
    verb, kinds = noun.head, load_kinds()
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or not (noun.dep_ in ("obj", "iobj") or case_of(noun) in AT):
        return []
    held = lemma in kinds.light | kinds.addressing or any(
        frame.kind == kind.key for frame in kinds.verbs.get(lemma, ())
    )
    if not held and case_of(noun) not in AT and not any(lemma in words.verbs for words in kinds.statuses):
        return []  # "condemned the summit"
    acting = subject_sides(scene, verb, replace(kind, people=True))
    bodies = [side for token in subjects(verb) for side in named(scene, token, kind.role)] if not acting else []
    return acting or [side for side in bodies if body_of(scene, side.actor) is not None]  # "heads of state of the bloc"


def _disposed_of(noun: Any) -> bool:
    """ "Cancelled a meeting with Lee", "ruled out talks with Malta": a verb of status has its subject as the party."""
    verb = noun.head
    return bool(noun.dep_ == "obj") and any(
        verb.lemma_.lower() in words.verbs or with_particle(verb, words) for words in load_kinds().statuses
    )


def _guests(scene: Scene, noun: Any, kind: Kind, sides: tuple[Side, ...], place: Place) -> tuple[Side, ...]:
    """ "She received Lee at the end of a visit": nobody visits the own country, so the visitor is the one received."""
    abroad = tuple(side for side in sides if scene.cast.actors[side.actor].state != place.state)
    if abroad or place.state is None or sides_of(scene, possessors(noun), kind.role, kind.people):
        return abroad or sides
    node = noun
    for _ in range(CLIMB):
        if node.head.i == node.i:
            break
        node = node.head
        received = sides_of(scene, objects(node), kind.role, kind.people) if node.pos_ == "VERB" else []
        guests = tuple(side for side in received if scene.cast.actors[side.actor].state not in (place.state, None))
        if guests:
            return guests
    for acting in _subjects_above(scene, noun, kind):  # "he has yet to answer the invitation of Lee during a stay"
        guests = tuple(side for side in acting if scene.cast.actors[side.actor].state != place.state)
        if guests:
            return guests
    return sides


def _main_subject(scene: Scene, noun: Any, kind: Kind) -> list[Side]:
    """ "Lee ended a tour that included visits to Malta": who acts in the main clause, where no nearer one does."""
    return next(_subjects_above(scene, noun, kind), [])


def _subjects_above(scene: Scene, noun: Any, kind: Kind) -> Iterator[list[Side]]:
    """The people who act in the clauses over a noun, the nearest first."""
    node = noun
    for _ in range(CLIMB + 1):
        if node.head.i == node.i:
            return
        if node.dep_ in REPORTED and any(child.dep_.startswith("nsubj") for child in node.children):
            return  # "a stop in Malta was cancelled, Lee said": not therefore hers
        node = node.head
        if node.pos_ in ("VERB", "AUX") and (sides := sides_of(scene, subjects(node), kind.role, kind.people)):
            yield sides


def _adjective_states(scene: Scene, noun: Any, role: str) -> list[Side]:
    """ "US-China talks", "the Russian-Ukrainian negotiations": two states before the noun are its parties."""
    left = noun.left_edge.i
    hits = [h for i in range(left, noun.i) if (h := scene.gazetteer.at(i, "demonym", "state")) and h.start == i]
    if len(hits) < 2:
        return []
    actors = [(f"state:{hit.keys[0]}", hit) for hit in hits]
    return [Side(actor, role, hit.start, hit.end) for actor, hit in actors if actor in scene.cast.actors]
